"""A report as PDF: laid out by typst from plain data, with tags for screen readers and the fonts in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from placet.pictures.report_spoken import spoken
from placet.pictures.report_values import Report

ARABIC_FONTS = ("Amiri", "Noto Naskh Arabic", "Noto Sans Arabic", "Scheherazade New", "Geeza Pro", "Arial")
"""Families with Arabic letters, the first of which is installed with placet."""
LONGEST_WORD, PIECE = 34, 16
"""A longer word may be broken at every 16th sign: no line of a table is wide enough for it."""
FOOTER = 90
FONTS = ("fontpkg_amiri", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
"""Packages that hold fonts under the SIL Open Font License: Amiri for the text, Noto Sans for the pictures."""
ACCESSIBLE: Literal["ua-1"] = "ua-1"
"""PDF/UA-1, the standard for screen readers."""

_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
_BREAK = "\u200b"


def to_pdf(report: Report) -> bytes:
    """Return a report as PDF, tagged for screen readers; its bytes depend on the report, typst and the fonts alone.

    Notes
    -----
    It is PDF/UA-1 where every letter has a glyph in some font; a letter without one (in rare scripts, and signs of
    direction within an Arabic drawing) leaves it tagged, but outside the standard. The words reach typst as data (one
    JSON string), never as markup; nothing is fetched, and no file is read but the fonts.
    """
    return _compiled(report, "pdf")[0]


def to_pngs(report: Report, pixels_per_inch: int = 80) -> tuple[bytes, ...]:
    """Return the pages of a report as images, as they stand in the PDF."""
    return _compiled(report, "png", pixels_per_inch)


def _compiled(report: Report, form: Literal["pdf", "png"], pixels_per_inch: int = 144) -> tuple[bytes, ...]:
    import typst  # noqa: PLC0415 -- only a PDF needs it

    layout = files("placet.pictures").joinpath("report.typ").read_bytes()
    told = json.dumps(_for_typst(spoken(report)), ensure_ascii=False)

    def compiled(standard: Literal["ua-1"] | None) -> bytes | list[bytes]:
        return typst.compile(  # type: ignore[misc] # its stub wants the layout and the folders of one type
            layout,
            font_paths=[str(folder) for folder in font_folders()],
            format=form,
            ppi=pixels_per_inch,
            sys_inputs={"told": told},
            pdf_standards=standard,
        )

    try:
        made = compiled(ACCESSIBLE if form == "pdf" else None)
    except typst.TypstError as error:
        # A letter that no font on the machine has breaks the standard, and must not cost the reader the report.
        if form != "pdf" or "PDF/UA" not in str(error):
            raise
        made = compiled(None)
    return tuple(made) if isinstance(made, list) else (made,)


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of the fonts that are installed with placet."""
    return tuple(_folders())


def _folders() -> Iterator[Path]:
    for package in FONTS:
        found = find_spec(package)
        for place in (found.submodule_search_locations or ()) if found else ():
            yield Path(place) / "files"


def _for_typst(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said, with long words made breakable, and languages as typst names them."""
    ready: dict[str, Any] = _breakable(told)
    ready["language"] = _language(told["lang"])
    ready["short"] = told["title"] if len(told["title"]) <= FOOTER else told["title"][:FOOTER] + "…"
    ready["fonts"] = {"arabic": list(ARABIC_FONTS)}
    for section in ready["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "statement":
                block["language"] = _language(block["lang"] or ("ar" if block["dir"] == "rtl" else told["lang"]))
    return ready


def _language(tag: str) -> str:
    """Return the first part of a language tag, which is all that typst takes."""
    return tag.split("-", maxsplit=1)[0].lower()


def _breakable(what: Any, key: str = "") -> Any:
    match what:
        case str():
            return what if key in {"svg", "lang", "kind"} else _WORD.sub(_broken, what)
        case list():
            return [_breakable(one) for one in what]
        case dict():
            return {name: _breakable(one, name) for name, one in what.items()}
        case _:
            return what


def _broken(word: re.Match[str]) -> str:
    return _BREAK.join(word[0][at : at + PIECE] for at in range(0, len(word[0]), PIECE))
