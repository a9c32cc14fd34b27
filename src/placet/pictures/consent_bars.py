"""The consent grid in sum: for each side how many candidates it refuses and how many it does not."""

from __future__ import annotations

from collections.abc import Mapping

from placet.case.nouns import Case
from placet.pictures.drawing import Drawing
from placet.pictures.opinions import Opinion, Opinions, counts
from placet.pictures.palette import GROUND, LINE, SOFT_INK, Look
from placet.pictures.text import measure, shown


def draw_bars(drawing: Drawing, case: Case, told: Opinions, looks: Mapping[Opinion, Look], y: float) -> float:
    """Draw a bar for each side, its parts as long as the numbers of candidates, and return where it ends."""
    letter, all_ = drawing.letter, max(1, len(case.candidates))
    tall = letter * 1.8
    for side in case.sides.values():
        y = drawing.paragraph(
            drawing.margin,
            y,
            drawing.inner,
            shown(side.name.say(drawing.lang), side.id),
            bold=True,
            most=2,
            is_name=True,
        )
        x = float(drawing.margin)
        found = counts(told, case, side.id)
        for opinion, look in looks.items():
            if not (number := found[opinion]):
                continue
            wide = drawing.inner * number / all_
            drawing.rect(x, y, wide, tall, look.colour, stroke=LINE, pattern=look.pattern)
            written = str(number)
            space = measure(written, letter, bold=True) + 6
            if space < wide:
                drawing.rect(x + wide / 2 - space / 2, y + 3, space, tall - 6, GROUND, round_by=3)
                drawing.text(x + wide / 2, y + tall * 0.68, written, bold=True, anchor="middle")
            x += wide
        y += tall + letter * 0.7
    drawing.line([(drawing.margin, y), (drawing.margin + drawing.inner, y)], SOFT_INK)
    return y + letter
