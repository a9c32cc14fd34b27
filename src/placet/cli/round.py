"""``placet round``: keep a sealed round in a folder, as the one whom all sides have agreed on as its keeper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from placet.audit.agreement import Agreement, Named, agree
from placet.audit.desk import Desk
from placet.audit.rehearsal import Rehearsal, rehearse
from placet.cli.keys import read_any_card
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.passphrase import key_option, open_keys
from placet.cli.round_acts import ACTS
from placet.cli.round_answers import ANSWERS
from placet.cli.round_folder import AGREEMENT, LEDGER, at_option, moment_type, now
from placet.cli.round_page import tell_opened
from placet.cli.settings import settings_option
from placet.errors import QuestionError
from placet.ledger.sqlite_store import open_sqlite
from placet.procedures.sheets import read_lines
from placet.procedures.shelf import rules_of
from placet.seal.terms import DISCLOSURES
from placet.words import say


@click.group("round")
def verb() -> None:
    """Keep a sealed round: open it, take envelopes, close it, and let the outcome be seen.

    The keeper can read no sheet before the holders release their shares. What the keeper writes stands in a ledger
    that everyone can check. A side needs `show`, `agree` and `cosign` alone.
    """


for each in (*ACTS, *ANSWERS):
    verb.add_command(each)


@verb.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("procedure")
@click.option("--case", "case_id", required=True, metavar="ID", help="The case, such as smith-v-jones.")
@click.option("--round", "round_id", default="first", show_default=True, metavar="ID", help="Which round of it.")
@click.option(
    "--list",
    "roster",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The names, in CSV or XLSX with a column for names.",
)
@click.option("--side", "sides", multiple=True, required=True, metavar="CARD", type=click.Path(path_type=Path),
              help="The card of a side; give it once for each.")  # fmt: skip
@click.option("--holder", "holders", multiple=True, metavar="CARD", type=click.Path(path_type=Path),
              help="The card of somebody else who holds a share, such as a mediator.")  # fmt: skip
@click.option("--opens", "sets", multiple=True, required=True, metavar="ID,ID,...",
              help="Who can open the sheets, all of them together; give it again for another such set.")  # fmt: skip
@click.option("--recovery", multiple=True, metavar="ID,ID,...",
              help="Who can open them later, if one of those refuses.")  # fmt: skip
@click.option("--recovery-after", metavar="MOMENT", callback=moment_type, help="From when on; left out, the closing.")
@click.option("--closes", required=True, metavar="MOMENT", callback=moment_type,
              help="Until when sheets are taken, such as 2026-12-01T17:00Z.")  # fmt: skip
@click.option("--disclosure", type=click.Choice(DISCLOSURES), default="agreed", show_default=True,
              help="What is published: the outcome alone (slate), the number of names that nobody struck too (size), "
                   "those names (agreed), who was struck and how often (vetoes), or every sheet (all).")  # fmt: skip
@settings_option
@at_option
@key_option
@answer_options
def new(
    *,
    folder: Path,
    procedure: str,
    case_id: str,
    round_id: str,
    roster: Path,
    sides: tuple[Path, ...],
    holders: tuple[Path, ...],
    sets: tuple[str, ...],
    recovery: tuple[str, ...],
    recovery_after: datetime | None,
    closes: datetime,
    disclosure: str,
    at: datetime | None,
    settings: tuple[tuple[str, str], ...],
    key_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Open a round of PROCEDURE in a new FOLDER.

    The procedure is rehearsed on made-up sheets first. Whatever its rule leaves open has to be agreed now, with --set:
    nobody can agree on it once the sheets are read.
    """
    if folder.exists():
        raise QuestionError(f"{folder}, which is there already", "a new folder for each round")
    rules = rules_of(procedure)
    entries, notes = read_lines(roster, marked=False)
    for note in notes:
        click.echo(f"warning: {say(note, lang)}", err=True)
    side_cards = [read_any_card(path) for path in sides]
    chosen, rescuing = [_ids(each) for each in sets], [_ids(each) for each in recovery]
    named = {name for each in (*chosen, *rescuing) for name in each}
    keys = open_keys(key_file, passphrase_file)
    agreement = agree(
        case=case_id,
        round_id=round_id,
        names=[Named(entry.name, entry.list) for entry in entries],
        rules=rules,
        settings=dict(settings),
        sides=side_cards,
        holders=[*(read_any_card(path) for path in holders), *(card for card in side_cards if card.id in named)],
        sets=chosen,
        recovery=rescuing,
        recovery_after=recovery_after,
        keeper=keys.card,
        closes=closes,
        disclosure=disclosure,
    )
    rehearsal = rehearse(agreement)
    _check_rehearsal(agreement, rehearsal)
    folder.mkdir(parents=True)
    (folder / AGREEMENT).write_bytes(agreement.to_bytes() + b"\n")
    Desk(open_sqlite(folder / LEDGER, agreement.origin), agreement, keys, lambda: at or now()).open()
    if as_json:
        emit(
            {"agreement": agreement.to_dict(), "digest": agreement.terms.digest.hex(), "file": str(folder / AGREEMENT)}
        )
    else:
        Page(lang).show(tell_opened(agreement, rehearsal, folder / AGREEMENT))


def _check_rehearsal(agreement: Agreement, rehearsal: Rehearsal) -> None:
    """Refuse rules that some run could not do with."""
    if rehearsal.blocking is not None:
        raise rehearsal.blocking
    if rehearsal.gaps:
        wanted = [f"--set {gap.field}=VALUE: {gap.explained()}" for gap in rehearsal.gaps]
        wanted += [
            f"{gap.field} is {agreement.settings[gap.field]}, which can leave a tie open: add another after a comma, "
            f"such as {agreement.settings[gap.field]},lot"
            for gap in rehearsal.gaps
            if gap.field == "tie" and gap.field in agreement.settings
        ]
        raise QuestionError(
            f"rules that say nothing about {', '.join(gap.field for gap in rehearsal.gaps)}", "; ".join(wanted)
        )


def _ids(given: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in given.split(",") if part.strip())
