"""What the keeper of a round does at its desk: takes what is sent, extends, closes, cancels, signs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from placet.audit.answer import read_answer
from placet.audit.desk import Desk
from placet.cli.opening import emit
from placet.cli.page import Page
from placet.cli.round_folder import at_desk, moment_type
from placet.errors import PlacetError
from placet.ledger.receipt import Receipt
from placet.words import Message, message

NOT_ALL_TAKEN = 1
ANSWER = b'"placet-answer"'


@click.command("receive")
@at_desk
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def receive(ctx: click.Context, *, desk: Desk, files: tuple[Path, ...], as_json: bool, lang: str) -> None:
    """Take what was sent: envelopes and answers. A receipt is written beside each envelope, to be sent back.

    What is acknowledged is on the disk. A file that cannot be taken is told, and the others are taken all the same;
    the exit code is then 1.
    """
    page, taken, refused = Page(lang), [], []
    for file in files:
        try:
            entry, told = _take(desk, file)
            taken.append(entry)
        except (PlacetError, OSError) as error:
            why = str(error) if isinstance(error, PlacetError) else f"it cannot be read ({error.strerror})"
            refused.append({"file": str(file), "why": why})
            told = message("audit.round.refused", file=str(file), why=why)
        if not as_json:
            page.item(told)
    if as_json:
        emit({"taken": taken, "refused": refused})
    if refused:
        ctx.exit(NOT_ALL_TAKEN)


def _take(desk: Desk, file: Path) -> tuple[dict[str, Any], Message]:
    """Take one file, and return what is said of it."""
    data = file.read_bytes()
    if ANSWER in data:
        new = desk.take_answer(read_answer(data))
        words = "audit.round.answer" if new else "audit.round.answer.again"
        told = message(words, file=str(file), count=len(new))
        return {"file": str(file), "new": list(new), "receipt": None, "position": None}, told
    receipt = desk.hand_in(data)
    path = write_receipt(desk, receipt, file.with_suffix(".tlog-proof"))
    told = message("audit.round.envelope", file=str(file), receipt=str(path), place=receipt.position)
    return {"file": str(file), "new": ["envelope"], "receipt": str(path), "position": receipt.position}, told


def write_receipt(desk: Desk, receipt: Receipt, path: Path) -> Path:
    """Write a receipt, and beside it the entry that it proves; return the receipt's path."""
    path.write_bytes(receipt.to_bytes())
    (body,) = desk.log.entries(receipt.position, receipt.position + 1)
    path.with_suffix(".entry.json").write_bytes(body)
    return path


def _act(
    name: str, help_text: str, *options: Callable[[Any], Any]
) -> Callable[[Callable[..., Receipt]], click.Command]:
    """A command that is one act at the desk, with the options it needs."""

    def made(act: Callable[..., Receipt]) -> click.Command:
        def command(*, desk: Desk, as_json: bool, lang: str, **rest: Any) -> None:
            receipt = act(desk, **rest)
            if as_json:
                emit({"act": name, "position": receipt.position})
            else:
                Page(lang).paragraph(message("audit.round.written", place=receipt.position))

        command.__doc__ = help_text
        for option in options:
            command = option(command)
        return click.command(name)(at_desk(command))

    return made


_reason = click.option("--reason", required=True, metavar="TEXT", help="Why; everybody can read it.")
_new_closing = click.option("--closes", required=True, metavar="MOMENT", callback=moment_type, help="The new time.")
_nominee = click.option("--name", required=True, metavar="NAME", help="Who.")


@_act("extend", "Move the closing time, before it has come.", _new_closing, _reason)
def extend(desk: Desk, closes: datetime, reason: str) -> Receipt:
    """Move the closing time."""
    return desk.extend(closes, reason)


@_act("close", "Close the round, at its time or later: no sheet is taken any more.")
def close(desk: Desk) -> Receipt:
    """Close the round."""
    return desk.close()


@_act("decline", "Note down that a nominee does not accept, between closing and outcome.", _nominee, _reason)
def decline(desk: Desk, name: str, reason: str) -> Receipt:
    """Note down that a nominee does not accept."""
    return desk.decline(name, reason)


@_act("cancel", "End the round without an outcome; its envelopes are void.", _reason)
def cancel(desk: Desk, reason: str) -> Receipt:
    """End the round."""
    return desk.cancel(reason)


@click.command("checkpoint")
@at_desk
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="Where to write it; left out, it is printed.")  # fmt: skip
def checkpoint(*, desk: Desk, output: Path | None, as_json: bool, lang: str) -> None:
    """Sign the ledger as it stands: three lines that anybody can keep, to hold later bundles against."""
    note = desk.checkpoint()
    if output is not None:
        output.write_bytes(note.to_bytes())
    if as_json:
        emit({"checkpoint": str(note), "size": len(desk.log), "file": None if output is None else str(output)})
    elif output is None:
        click.echo(str(note), nl=False)
    else:
        Page(lang).paragraph(message("audit.round.checkpoint", file=str(output), size=len(desk.log)))


ACTS = (receive, extend, close, decline, cancel, checkpoint)
