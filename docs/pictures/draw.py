"""Draw the gallery: every picture of the cases as SVG, and with `--sheets` contact sheets of all sizes as PNG.

Look at what changed before you keep it: the tests hold these files word for word.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import resvg_py

import placet
from placet.case.text import Text
from placet.cli.appoint_run import Inputs, run_from
from placet.pictures import of_case
from placet.pictures.growth_chart import Series, growth_chart
from placet.pictures.picture import Picture
from placet.pictures.round_sheet import round_sheet
from placet.pictures.seal_strip import SealedRound, SealedSide, StripCheckpoint, seal_strip

TALLEST = 1800
"""A picture that is taller is cut on a contact sheet."""
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KINDS = {"grid": of_case.grid, "board": of_case.board, "deadlock": of_case.deadlock, "timeline": of_case.timeline_of}


def of(kind: str, name: str, on: str | None = None, **how: str) -> Picture:
    """Return a picture of a case of the project."""
    draw: Callable[..., Picture] = {**KINDS, "frontier": of_case.frontier}[kind]
    return draw(placet.read_case(ROOT / "cases" / name), on, **how)


def strip(**how: str) -> Picture:
    """Return the strip of a made-up round in its last hours."""
    builders, ferry, town = (Text.plain(name) for name in ("Pontoon Builders", "The Grey Ferry Authority", "The town"))
    sides = (SealedSide(builders, "sealed"), SealedSide(ferry, "replaced"), SealedSide(town))
    checkpoints = (
        StripCheckpoint(3, "5f1c 90ab", (builders, ferry, town)),
        StripCheckpoint(7, "c04e 71d2", (builders, ferry), (town,)),
    )
    course = SealedRound(Text.plain("An arbitration panel"), sides, "2 June 2040, 12:00 UTC", "3 hours", checkpoints)
    return seal_strip(course, **how)  # type: ignore[arg-type] -- the sizes are words here


def growth() -> Picture:
    """Return a chart of made-up times, to show what it looks like."""
    made_up = (
        Series("rule A (made up)", ((10, 0.001), (100, 0.004), (1000, 0.02))),
        Series("rule B (made up)", ((10, 0.01), (100, 0.9), (1000, 47.0))),
    )
    return growth_chart("How time grows with size", "candidates", "seconds", made_up)


def sheets(**how: str) -> Picture:
    """Return the round sheet of the example of the procedures page."""
    files = tuple(sorted((ROOT / "docs" / "sheets" / "finra").iterdir()))
    settings = (("tie", "lot"), ("draw", "Public 13"))
    given = Inputs(
        "finra-three-arbitrators",
        files,
        settings,
        ROOT / "docs" / "sheets" / "finra-list.csv",
        None,
        (),
        ("Public 08",),
        None,
    )
    return round_sheet(run_from(given, "en"), **how)  # type: ignore[arg-type] -- one list, and the sizes are words


PICTURES: dict[str, Callable[[], Picture]] = {
    "grid-syria": partial(of, "grid", "syria-2013"),
    "grid-syria-ar": partial(of, "grid", "syria-2013", lang="ar"),
    "grid-un": partial(of, "grid", "un-secretary-general-2016"),
    "grid-vesperland": partial(of, "grid", "cabinet-30", size="page"),
    "board-panel": partial(of, "board", "arbitration-panel"),
    "deadlock-varrowmark": partial(of, "deadlock", "cabinet"),
    "timeline-syria": partial(of, "timeline", "syria-2013"),
    "timeline-syria-ar-phone": partial(of, "timeline", "syria-2013", lang="ar", size="phone"),
    "timeline-germany": partial(of, "timeline", "germany-2017", size="page"),
    "round-finra": partial(sheets, size="page"),
    "seal": strip,
    "frontier-panel": partial(of, "frontier", "arbitration-panel"),
    "growth": growth,
}
"""What the gallery shows, by the name of the file."""


def contact_sheets() -> None:
    """Draw every picture of every case in English and Arabic for a screen, a page and a phone, on one sheet a case."""
    for folder in sorted((ROOT / "cases").iterdir()):
        rows, top, widest = [], 0, 0
        for lang in ("en", "ar"):
            row = [
                of(kind, folder.name, lang=lang, size=size) for kind in KINDS for size in ("screen", "page", "phone")
            ]
            left, tall = 0, min(TALLEST, max(picture.height for picture in row))
            for picture in row:
                box = f'x="{left}" y="{top}" width="{picture.width}" height="{min(tall, picture.height)}"'
                frame = f'viewBox="0 0 {picture.width} {min(tall, picture.height)}"'
                rows.append(f"<svg {box} {frame}>{picture.svg}</svg>")
                left += picture.width + 20
            top, widest = top + tall + 20, max(widest, left)
        ground = f'<rect width="{widest}" height="{top}" fill="#ddd"/>'
        size = f'width="{widest}" height="{top}"'
        sheet = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ground}{"".join(rows)}</svg>'
        (HERE / f"sheet-{folder.name}.png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=sheet, zoom=0.3)))


def main() -> None:
    """Write the gallery."""
    for name, draw in PICTURES.items():
        (HERE / f"{name}.svg").write_text(draw().to_svg(), encoding="utf-8", newline="\n")
    if "--sheets" in sys.argv:
        contact_sheets()


if __name__ == "__main__":
    main()
