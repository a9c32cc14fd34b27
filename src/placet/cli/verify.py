"""``placet verify``: check a round's bundle, or the receipt of one entry, offline."""

from __future__ import annotations

from pathlib import Path

import click

from placet.audit.bundle import read_bundle
from placet.audit.verify import cosigners, verify
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.round_folder import read_agreement
from placet.errors import QuestionError
from placet.ledger.notes import SIGNATURE, NoteKey
from placet.ledger.receipt import FIRST, check_receipt, read_receipt
from placet.seal.faults import SealError
from placet.words import message, say

CHECK_FAILED = 1


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--entry", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="For a receipt: the entry it is of; left out, the file that was written beside it.")  # fmt: skip
@click.option("--round", "round_path", metavar="FILE", type=click.Path(path_type=Path),
              help="For a receipt: the round's agreement.json, with the keys to check it by.")  # fmt: skip
@answer_options
@click.pass_context
def verb(
    ctx: click.Context, *, file: Path, entry: Path | None, round_path: Path | None, as_json: bool, lang: str
) -> None:
    """Check FILE, a bundle in a zip file or a receipt (.tlog-proof); 1 is the exit code if a check fails."""
    data = file.read_bytes()
    if data.startswith(FIRST.encode()):
        _receipt(ctx, file, data, entry or file.with_suffix(".entry.json"), round_path, as_json=as_json, lang=lang)
        return
    verdict = verify(read_bundle(data))
    if as_json:
        emit(verdict.to_dict(str(file), lang))
    else:
        page = Page(lang)
        page.heading(message(f"audit.verify.{verdict.kind}", file=str(file)))
        for check in verdict.checks:
            page.item(check.says, "ok  " if check.ok else "FAIL")
        page.gap()
        page.paragraph(message("audit.verify.holds" if verdict.ok else "audit.verify.fails"))
        if verdict.could_not_check:
            page.gap()
            page.paragraph(message("audit.verify.left"))
            for each in verdict.could_not_check:
                page.item(each)
    if not verdict.ok:
        ctx.exit(CHECK_FAILED)


def _receipt(
    ctx: click.Context, file: Path, data: bytes, entry: Path, round_path: Path | None, *, as_json: bool, lang: str
) -> None:
    if round_path is None:
        raise QuestionError("a receipt without the round it is of", "--round agreement.json, as the keeper sent it")
    agreement = read_agreement(round_path)
    log = NoteKey(agreement.origin, SIGNATURE, agreement.keeper.signing)
    says, ok = message("audit.receipt.holds", place=0, size=0), True
    try:
        proven = check_receipt(read_receipt(data), entry.read_bytes(), log, cosigners(agreement))
        says = message("audit.receipt.holds", place=proven.position, size=proven.checkpoint.size)
    except SealError as error:
        says, ok = message("audit.wrong", what=str(error)), False
    if as_json:
        check = {"name": "receipt", "ok": ok, "says": say(says, lang)}
        emit({"bundle": str(file), "kind": "receipt", "ok": ok, "checks": [check], "could_not_check": []})
    else:
        Page(lang).paragraph(says)
    if not ok:
        ctx.exit(CHECK_FAILED)
