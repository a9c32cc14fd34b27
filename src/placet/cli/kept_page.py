"""What a side does with the sheet that it kept: looks at it, and lets it be known in a file that proves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from placet.audit.revealed import names_on, reveal
from placet.cli.opening import emit
from placet.cli.page import Page
from placet.cli.round_folder import read_agreement
from placet.errors import QuestionError
from placet.seal.envelope import Kept, read_envelope
from placet.seal.kept import unlock_kept
from placet.seal.keys import Keys
from placet.words import message
from placet.zone.lines import Line, row

KEPT = b'"placet-kept"'


def show_kept(
    path: Path, round_path: Path | None, keys: Keys, output: Path | None, *, as_json: bool, lang: str
) -> None:
    """Show a kept sheet, checked against its envelope, and write the file that proves it if one is wanted."""
    if round_path is None:
        raise QuestionError("a kept sheet without the round it is of", "--round agreement.json")
    terms = read_agreement(round_path).terms
    envelope = read_envelope(path.with_suffix(".envelope").read_bytes(), terms)
    kept = unlock_kept(path.read_bytes(), envelope, keys)
    if output is not None:
        output.write_bytes(reveal(envelope, kept))
    if as_json:
        emit({"side": envelope.side, "sequence": envelope.head.sequence, "sheet": kept.sheet, "salt": kept.salt.hex(),
              "revealed": None if output is None else str(output)})  # fmt: skip
        return
    page = Page(lang)
    page.heading(message("audit.kept.title", side=envelope.side))
    page.show(tell_sheet(kept))
    if output is not None:
        page.gap()
        page.paragraph(message("audit.kept.revealed", file=str(output)))


def tell_sheet(kept: Kept) -> Iterator[Line]:
    """Tell what a sheet says, as far as it has the form of one."""
    for name in ("strikes", "ranking"):
        yield row(
            message(
                "zone.row",
                name=message(f"audit.kept.{name}"),
                entries=names_on(kept, name) or (message("audit.kept.nobody"),),
            )
        )
