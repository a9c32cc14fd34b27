"""``placet round``: keep a sealed round in a folder, as the one whom all sides have agreed on as its keeper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from placet.audit.agreement import Named, agree
from placet.audit.answer import read_answer
from placet.audit.bundle import KINDS, take_bundle, write_bundle
from placet.audit.desk import Desk
from placet.audit.rehearsal import left_open
from placet.cli.keys import read_any_card
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.passphrase import key_option, open_keys
from placet.cli.procedures_page import tell_appointment
from placet.cli.round_folder import AGREEMENT, LEDGER, moment_type, now, open_desk
from placet.cli.round_page import tell_opened, tell_status
from placet.cli.settings import settings_option
from placet.errors import QuestionError
from placet.ledger.receipt import Receipt
from placet.ledger.sqlite_store import open_sqlite
from placet.procedures.sheets import read_lines
from placet.procedures.shelf import rules_of
from placet.seal.terms import DISCLOSURES
from placet.words import message

Command = TypeVar("Command", bound=Callable[..., Any])


def _kept(command: Command) -> Command:
    """Add the round's folder, the keeper's key and the moment."""
    command = click.option(
        "--at",
        metavar="MOMENT",
        callback=moment_type,
        help="The moment to write down, if the act was done earlier; left out, now. It never goes back.",
    )(answer_options(command))
    return click.argument("folder", type=click.Path(path_type=Path, file_okay=False))(key_option(command))


@click.group("round")
def verb() -> None:
    """Keep a sealed round: open it, take envelopes, close it, and let the outcome be seen.

    The keeper can read no sheet. What the keeper writes stands in a ledger that everyone can check.
    """


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
              help="What is published in the end.")  # fmt: skip
@click.option("--at", metavar="MOMENT", callback=moment_type, help="The moment to write down; left out, now.")
@settings_option
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
    """Open a round of PROCEDURE in a new FOLDER."""
    if folder.exists():
        raise QuestionError(f"{folder}, which is there already", "a new folder for each round")
    keys = open_keys(key_file, passphrase_file)
    entries, _ = read_lines(roster, marked=False)
    side_cards = [read_any_card(path) for path in sides]
    chosen, rescuing = [_ids(each) for each in sets], [_ids(each) for each in recovery]
    named = {name for each in (*chosen, *rescuing) for name in each}
    holder_cards = [*(read_any_card(path) for path in holders), *(card for card in side_cards if card.id in named)]
    agreement = agree(
        case=case_id,
        round_id=round_id,
        names=[Named(entry.name, entry.list) for entry in entries],
        rules=rules_of(procedure),
        settings=dict(settings),
        sides=side_cards,
        holders=holder_cards,
        sets=chosen,
        recovery=rescuing,
        recovery_after=recovery_after,
        keeper=keys.card,
        closes=closes,
        disclosure=disclosure,
    )
    if gaps := left_open(agreement):
        wanted = "; ".join(f"--set {gap.field}=..., one of: {' or '.join(gap.choices)}" for gap in gaps)
        raise QuestionError(f"rules that say nothing about {', '.join(gap.field for gap in gaps)}", wanted)
    folder.mkdir(parents=True)
    (folder / AGREEMENT).write_bytes(agreement.to_bytes() + b"\n")
    desk = Desk(open_sqlite(folder / LEDGER, agreement.origin), agreement, keys, lambda: at or now())
    desk.open()
    if as_json:
        emit({"agreement": agreement.to_dict(), "digest": agreement.terms.digest.hex()})
    else:
        Page(lang).show(tell_opened(agreement, folder / AGREEMENT))


@verb.command("receive")
@_kept
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
def receive(
    *, folder: Path, files: tuple[Path, ...], key_file: Path, passphrase_file: Path | None, at: datetime | None,
    as_json: bool, lang: str,
) -> None:  # fmt: skip
    """Take what was sent: envelopes and answers. A receipt is written beside each envelope.

    When this command has ended, what it acknowledged is on the disk.
    """
    desk = open_desk(folder, open_keys(key_file, passphrase_file), at)
    page, taken = Page(lang), []
    for file in files:
        data = file.read_bytes()
        if b'"placet-answer"' in data[:10_000] or b'"placet-answer"' in data[-10_000:]:
            new_ones = desk.take_answer(read_answer(data))
            taken.append({"file": str(file), "new": list(new_ones), "receipt": None})
            if not as_json:
                page.item(message("audit.round.answer", file=str(file), count=len(new_ones)))
            continue
        receipt = desk.hand_in(data)
        path = write_receipt(desk, receipt, file.with_suffix(".tlog-proof"))
        taken.append({"file": str(file), "new": ["envelope"], "receipt": str(path)})
        if not as_json:
            page.item(message("audit.round.envelope", file=str(file), receipt=str(path), place=receipt.position))
    if as_json:
        emit({"taken": taken})


@verb.command("status")
@_kept
def status(
    *, folder: Path, key_file: Path, passphrase_file: Path | None, at: datetime | None, as_json: bool, lang: str
) -> None:
    """Tell who has handed in, who has released, and what is awaited; nothing of what a sheet says."""
    course = open_desk(folder, open_keys(key_file, passphrase_file), at).course
    if as_json:
        emit(
            {
                "closes": course.closes.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "closed": course.closing is not None,
                "handed_in": {side: len(envelopes) for side, envelopes in course.envelopes.items()},
                "open": [side for side, one in course.counted.items() if course.opened_by(one) is not None],
                "declined": list(course.declined),
                "outcome": course.outcome is not None,
                "cancelled": course.cancelled,
            }
        )
    else:
        Page(lang).show(tell_status(course))


def _act(
    name: str, help_text: str, *options: Callable[[Any], Any]
) -> Callable[[Callable[..., Receipt]], click.Command]:
    """A command that is one act at the desk, with the options it needs."""

    def made(act: Callable[..., Receipt]) -> click.Command:
        def command(
            *, folder: Path, key_file: Path, passphrase_file: Path | None, at: datetime | None, as_json: bool,
            lang: str, **rest: Any,
        ) -> None:  # fmt: skip
            desk = open_desk(folder, open_keys(key_file, passphrase_file), at)
            receipt = act(desk, **rest)
            if as_json:
                emit({"act": name, "position": receipt.position})
            else:
                Page(lang).paragraph(message("audit.round.written", place=receipt.position))

        command.__doc__ = help_text
        for option in options:
            command = option(command)
        return verb.command(name)(_kept(command))

    return made


_reason = click.option("--reason", required=True, metavar="TEXT", help="Why; everybody can read it.")


_new_closing = click.option("--closes", required=True, metavar="MOMENT", callback=moment_type, help="The new time.")


@_act("extend", "Move the closing time, before it has come.", _new_closing, _reason)
def _extend(desk: Desk, closes: datetime, reason: str) -> Receipt:
    return desk.extend(closes, reason)


@_act("close", "Close the round, at its time or later: no sheet is taken any more.")
def _close(desk: Desk) -> Receipt:
    return desk.close()


@_act("decline", "Note down that a nominee does not accept.",
      click.option("--name", required=True, metavar="NAME", help="Who."), _reason)  # fmt: skip
def _decline(desk: Desk, name: str, reason: str) -> Receipt:
    return desk.decline(name, reason)


@_act("cancel", "End the round without an outcome; its envelopes are void.", _reason)
def _cancel(desk: Desk, reason: str) -> Receipt:
    return desk.cancel(reason)


@verb.command("outcome")
@_kept
@click.option("--steps", "all_steps", is_flag=True, help="Tell every step, however many there are.")
def outcome(
    *, folder: Path, key_file: Path, passphrase_file: Path | None, at: datetime | None, all_steps: bool, as_json: bool,
    lang: str,
) -> None:  # fmt: skip
    """Compute the outcome from the sheets that are open, and write it down."""
    recomputed, _ = open_desk(folder, open_keys(key_file, passphrase_file), at).come_out()
    if as_json:
        emit({**recomputed.appointment.to_dict(), "sheets": dict(recomputed.fates), "told": dict(recomputed.told)})
        return
    page = Page(lang)
    for side, why in recomputed.told.items():
        page.item(message("audit.round.silence", side=side, why=why))
    page.show(tell_appointment(recomputed.appointment, all_steps=all_steps))


@verb.command("bundle")
@_kept
@click.option("--kind", type=click.Choice(KINDS), default="public", show_default=True,
              help="The whole ledger for those who may see the sheets, or what everybody may have.")  # fmt: skip
@click.option("-o", "--output", required=True, metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def bundle(
    *, folder: Path, key_file: Path, passphrase_file: Path | None, at: datetime | None, kind: str, output: Path,
    as_json: bool, lang: str,
) -> None:  # fmt: skip
    """Write the ledger as one zip file, to be sent to others and checked with `placet verify`."""
    desk = open_desk(folder, open_keys(key_file, passphrase_file), at)
    desk.checkpoint()
    taken = take_bundle(desk.log, kind)
    output.write_bytes(write_bundle(taken))
    if as_json:
        emit({"bundle": str(output), "kind": kind, "entries": len(taken.leaves)})
    else:
        Page(lang).paragraph(message("audit.round.bundle", file=str(output), count=len(taken.leaves)))


def write_receipt(desk: Desk, receipt: Receipt, path: Path) -> Path:
    """Write a receipt, and beside it the entry that it proves; return the receipt's path."""
    path.write_bytes(receipt.to_bytes())
    (body,) = desk.log.entries(receipt.position, receipt.position + 1)
    path.with_suffix(".entry.json").write_bytes(body)
    return path


def _ids(given: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in given.split(",") if part.strip())
