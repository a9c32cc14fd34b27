"""``placet play``: play a procedure at one terminal, in turn, or against the computer."""

from __future__ import annotations

import contextlib
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import click

from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.play_computers import Computers, computers_from
from placet.cli.play_log import read_log, write_log
from placet.cli.play_setup import Asked, case_from, computers_of, lists_from, parties_from
from placet.cli.play_table import Table
from placet.cli.procedures_page import tell_appointment
from placet.cli.run import INTERRUPTED
from placet.cli.settings import settings_option
from placet.errors import QuestionError
from placet.procedures.appoint import Appointment
from placet.procedures.attended import AttendedState
from placet.procedures.sheets import read_entries
from placet.procedures.table_game import TableGame, open_again, open_game
from placet.procedures.unstated import Unstated
from placet.words import message


@dataclass(frozen=True)
class Opened:
    """A game, where it stands, and whom placet plays for."""

    game: TableGame
    state: AttendedState
    computers: Computers


@click.command()
@click.argument("name", required=False)
@click.option("--sides", multiple=True, metavar="A,B", help="Who plays; SIDE.PARTY for one of several on a side.")
@click.option("--candidates", multiple=True, metavar="X,Y,Z", help="The names on the list.")
@click.option(
    "--list",
    "list_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The names from a file with a column name, and a column list where there are several lists.",
)
@click.option(
    "--roster",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Names from whom one is drawn in the place of somebody who is taken off the list.",
)
@click.option("--case", "case_path", metavar="CASE", help="Take sides, candidates and preferences from a case.")
@click.option("--post", metavar="POST", help="With --case: the post that is to be filled.")
@settings_option
@click.option(
    "--computer",
    "computers",
    multiple=True,
    metavar="SIDE[=STRATEGY]",
    help="Let placet play a side: sincere, random or equilibrium; sincere if its preferences are known, else random.",
)
@click.option(
    "--preferences",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What a side would like, as a sheet that is named after it; strikes are whom it wants least.",
)
@click.option(
    "--seed", type=click.IntRange(0), metavar="N", help="Let placet draw the lots, repeatably, from a number."
)
@click.option(
    "--log",
    "log_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep every turn in FILE; if it is there, go on where it stops. What appoint --json printed will do, too.",
)
@answer_options
def verb(
    *,
    name: str | None,
    sides: tuple[str, ...],
    candidates: tuple[str, ...],
    list_file: Path | None,
    roster: Path | None,
    case_path: str | None,
    post: str | None,
    settings: tuple[tuple[str, str], ...],
    computers: tuple[str, ...],
    preferences: tuple[Path, ...],
    seed: int | None,
    log_file: Path | None,
    as_json: bool,
    lang: str,
) -> int | None:
    """Play the procedure NAME at one keyboard: each in turn, with the screen cleared between them.

    What is handed in at once stays hidden from the others. Write help, more or stop at any question: more is for what
    comes between the moves, such as a conflict of interest. At the end stands every step and the rule behind it.
    """
    asked = Asked(
        name or "", sides, candidates, list_file, roster, case_path, post, settings, computers, preferences, seed
    )
    if log_file is not None and log_file.exists() and log_file.stat().st_size:
        opened = _taken_up(log_file)
        if name is not None:
            _refuse_another(opened.game, _begun(asked).game, log_file)
    elif name is None:
        raise click.UsageError("Give the NAME of a procedure (`placet procedures` lists them), or --log with a log.")
    else:
        opened = _begun(asked)
    return _play(opened, log_file, as_json=as_json, lang=lang)


def _begun(asked: Asked) -> Opened:
    """Return a game that nobody has moved in."""
    case = case_from(asked.case, asked.post)
    reserve = [] if asked.roster is None else [entry.name for entry in read_entries(asked.roster, marked=False)]
    try:
        game = open_game(asked.name, lists_from(asked, case), parties_from(asked, case), asked.settings, reserve)
    except Unstated as gap:
        wanted = f"--set {gap.field}=VALUE, agreed by the sides: {' or '.join(gap.choices)}"
        raise QuestionError(gap.found, wanted) from None
    computers = computers_of(asked, case, game.paper.candidates, secrets.randbelow(2**32))
    computers.check(game.paper)
    return Opened(game, cast("AttendedState", game.start()), computers)


def _taken_up(log_file: Path) -> Opened:
    """Return the game of a log, where it stands."""
    written = read_log(log_file)
    game, state = open_again(written)
    played = computers_from(written.get("table") or {})
    played.check(game.paper)
    return Opened(game, cast("AttendedState", state), played)


def _refuse_another(kept: TableGame, asked: TableGame, log_file: Path) -> None:
    if (kept.terms.rules.id, kept.paper, kept.terms.assumed, kept.roster) != (
        asked.terms.rules.id,
        asked.paper,
        asked.terms.assumed,
        asked.roster,
    ):
        raise QuestionError(
            f"another game in {log_file} than the one that is asked for",
            f"placet play --log {log_file} alone to go on with it, or another file",
        )


def _play(opened: Opened, log_file: Path | None, *, as_json: bool, lang: str) -> int | None:
    page, games = Page(lang), [opened.game]

    def keep(state: AttendedState) -> None:
        if log_file is not None:
            write_log(log_file, {**games[-1].to_dict(state), "table": opened.computers.to_dict()})

    def fill(state: AttendedState, field: str, value: str) -> AttendedState:
        """Return the state under the same rules with one more setting; what happened before stays as it was."""
        written = games[-1].to_dict(state)
        game, again = open_again({**written, "assumed": {**written["assumed"], field: value}})
        games.append(game)
        return cast("AttendedState", again)

    table = Table(page, opened.state, opened.computers, keep, fill)
    try:
        # With --json standard output is for the one object; people read and write beside it.
        with contextlib.redirect_stdout(sys.stderr) if as_json else contextlib.nullcontext():
            if opened.state.outcome is None:
                keep(opened.state)
                page.paragraph(message("play.begins"))
            state = table.play()
    except (KeyboardInterrupt, EOFError):
        with contextlib.redirect_stdout(sys.stderr):
            click.echo()
            kept = message("play.kept", file=str(log_file)) if log_file is not None else message("play.not-kept")
            page.paragraph(message("play.stopped"), kept)
        return INTERRUPTED
    game = games[-1]
    if as_json:
        emit(game.to_dict(state))
        return None
    assert state.outcome is not None  # noqa: S101 -- it was played to its end
    page.show(tell_appointment(Appointment(game.terms, state.procedure.inner, game.paper, state.outcome, state.log)))
    return None
