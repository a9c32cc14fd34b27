"""``placet verify``: check a round's bundle, or the receipt of one entry, offline."""

from __future__ import annotations

from pathlib import Path

import click

from placet.audit.bundle import read_bundle
from placet.audit.entries import read_entry
from placet.audit.revealed import read_revealed
from placet.audit.verify import Check, cosigners, verify
from placet.cli.kept_page import tell_sheet
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.round_folder import read_agreement
from placet.cli.verify_page import tell_recorded
from placet.errors import QuestionError
from placet.ledger.notes import SIGNATURE, NoteKey
from placet.ledger.receipt import FIRST, check_receipt, read_receipt
from placet.seal.envelope import Kept, read_envelope
from placet.seal.faults import SealError
from placet.words import Message, message, say

CHECK_FAILED = 1
REVEALED, MOST_REVEALED = b'"placet-revealed"', 4 * 1024 * 1024


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--entry", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="For a receipt: the entry it is of; left out, the file that was written beside it.")  # fmt: skip
@click.option("--envelope", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="For a receipt: the envelope you handed in; left out, the one beside it.")  # fmt: skip
@click.option("--round", "round_path", metavar="FILE", type=click.Path(path_type=Path),
              help="The round's agreement.json as you have it: what is of another round fails.")  # fmt: skip
@answer_options
@click.pass_context
def verb(
    ctx: click.Context,
    *,
    file: Path,
    entry: Path | None,
    envelope: Path | None,
    round_path: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Check FILE: a bundle in a zip file, a receipt (.tlog-proof), or a sheet that its side has revealed.

    1 is the exit code if a check fails.
    """
    data = file.read_bytes()
    page, kept, recorded = None if as_json else Page(lang), None, None
    if data.startswith(FIRST.encode()) or REVEALED in data[:MOST_REVEALED]:
        kind = "receipt" if data.startswith(FIRST.encode()) else "revealed"
        if kind == "receipt":
            checks, left = _receipt(file, data, entry, envelope, round_path)
        else:
            checks, left, kept = _revealed(data, round_path)
        answer = {"bundle": str(file), "kind": kind, "ok": all(check.ok for check in checks),
                  "checks": [check.to_dict(lang) for check in checks],
                  "could_not_check": [say(each, lang) for each in left]}  # fmt: skip
    else:
        verdict = verify(read_bundle(data), None if round_path is None else read_agreement(round_path))
        checks, left, answer = verdict.checks, verdict.could_not_check, verdict.to_dict(str(file), lang)
        recorded = verdict.recorded
    if page is None:
        emit(answer if kept is None else {**answer, "sheet": kept.sheet})
    else:
        page.heading(message(f"audit.verify.{answer['kind']}", file=str(file)))
        for check in checks:
            page.item(check.says, "ok  " if check.ok else "FAIL")
        if kept is not None:
            page.show(tell_sheet(kept))
        if recorded is not None:
            page.show(tell_recorded(recorded))
        page.gap()
        page.paragraph(message("audit.verify.holds" if answer["ok"] else "audit.verify.fails"))
        if left:
            page.gap()
            page.paragraph(message("audit.verify.left"))
            for each in left:
                page.item(each)
        page.gap()
        page.paragraph(message("audit.verify.keys"))
    if not answer["ok"]:
        ctx.exit(CHECK_FAILED)


def _receipt(
    file: Path, data: bytes, entry: Path | None, envelope: Path | None, round_path: Path | None
) -> tuple[tuple[Check, ...], tuple[Message, ...]]:
    """Check a receipt: the entry is in the signed ledger, and is of the envelope that was handed in."""
    if round_path is None:
        raise QuestionError("a receipt without the round it is of", "--round agreement.json, as the keeper sent it")
    agreement = read_agreement(round_path)
    body = (entry or file.with_suffix(".entry.json")).read_bytes()
    log = NoteKey(agreement.origin, SIGNATURE, agreement.keeper.signing)
    try:
        proven = check_receipt(read_receipt(data), body, log, cosigners(agreement))
    except SealError as error:
        return (Check("receipt", False, message("audit.wrong", what=str(error))),), ()
    checks = [
        Check("receipt", True, message("audit.receipt.holds", place=proven.position, size=proven.checkpoint.size))
    ]
    if proven.cosigned:
        checks.append(Check("cosigned", True, message("audit.receipt.cosigned", who=tuple(sorted(proven.cosigned)))))
    beside = envelope or file.with_suffix(".envelope")
    if envelope is None and not beside.is_file():
        return tuple(checks), (message("audit.left.envelope"),)
    try:
        handed_in = read_envelope(beside.read_bytes(), agreement.terms)
        is_same = read_entry(body).fields.get("head") == handed_in.head.to_dict()
        says = message("audit.receipt.envelope" if is_same else "audit.receipt.other", file=str(beside))
    except SealError as error:
        is_same, says = False, message("audit.wrong", what=str(error))
    return (*checks, Check("envelope", is_same, says)), ()


def _revealed(data: bytes, round_path: Path | None) -> tuple[tuple[Check, ...], tuple[Message, ...], Kept | None]:
    """Check that a side had sealed the sheet that it reveals; that it counted is for a receipt or a bundle to show."""
    if round_path is None:
        raise QuestionError("a revealed sheet without the round it is of", "--round agreement.json")
    try:
        found, kept = read_revealed(data, read_agreement(round_path).terms)
    except SealError as error:
        return (Check("revealed", False, message("audit.wrong", what=str(error))),), (), None
    says = message("audit.revealed", side=found.side, number=found.head.sequence)
    return (Check("revealed", True, says),), (message("audit.left.revealed"),), kept
