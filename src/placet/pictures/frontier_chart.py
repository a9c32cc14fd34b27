"""The frontier chart: what can be won together by two sides, with the points that criteria choose named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from placet.case.text import Text
from placet.pictures.drawing import Drawing, Size
from placet.pictures.legend import legend
from placet.pictures.palette import BLUE, GROUND, INK, SIGNS_OF_SERIES, SOFT_INK, VERMILLION, Look, Pattern, Sign
from placet.pictures.picture import Picture, Row
from placet.pictures.plane import Plane, evenly
from placet.pictures.text import shown
from placet.words import message, say
from placet.words.say import number

Point = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class NamedPoint:
    """A settlement that criteria choose, by what it is worth to both sides."""

    names: tuple[str, ...]
    at: Point


def frontier_chart(
    sides: tuple[Text, Text],
    points: Sequence[Point],
    named: Sequence[NamedPoint] = (),
    disagreement: Point | None = None,
    *,
    is_whole: bool = True,
    lang: str = "en",
    size: Size = "screen",
) -> Picture:
    """Draw the Pareto frontier of two sides.

    Parameters
    ----------
    sides : tuple of Text
        Whose worth runs to the side and whose upwards.
    points : sequence of (Fraction, Fraction)
        The frontier.
    named : sequence of NamedPoint
        The settlements that criteria choose.
    disagreement : (Fraction, Fraction) or None
        What both have without agreement.
    is_whole : bool
        Whether these are all points of the frontier; if not, the picture says so.
    """
    drawing = Drawing(lang, size)
    names = [shown(side.say(lang), "?") for side in sides]
    title = say(message("pictures.frontier"), lang)
    says = [say(message("pictures.frontier.says", count=len(points)), lang)]
    if not is_whole:
        says.append(say(message("pictures.frontier.part"), lang))
    y = drawing.headline(title, says)
    signs = {one.at: SIGNS_OF_SERIES[at % len(SIGNS_OF_SERIES)] for at, one in enumerate(named)}
    entries = [(Look(GROUND, Pattern.PLAIN, Sign.BAR), say(message("pictures.frontier.line"), lang))]
    for one in named:
        told = message(
            "pictures.frontier.named", names=tuple(message(f"pictures.criterion.{id_}") for id_ in one.names)
        )
        entries.append((Look(GROUND, Pattern.PLAIN, signs[one.at]), say(told, lang)))
    if disagreement is not None:
        entries.append((Look(GROUND, Pattern.PLAIN, Sign.CROSS), say(message("pictures.frontier.disagreement"), lang)))
    y = legend(drawing, y, entries) + drawing.letter * 1.6
    every = [*points, *(one.at for one in named), *([disagreement] if disagreement else [])]
    axes = [
        evenly(say(message("pictures.frontier.axis", side=side), lang), [float(point[at]) for point in every])
        for at, side in enumerate(sides)
    ]
    left = drawing.margin + drawing.letter * 3.5
    wide = drawing.inner - drawing.letter * 4.5
    plane = Plane(axes[0], axes[1], left, y, wide, min(wide * 0.7, 520))
    end = plane.draw(drawing)
    line = [plane.at(float(a), float(b)) for a, b in sorted(points)]
    drawing.line(line, BLUE, thick=2)
    for a, b in points if len(points) <= 400 else ():
        worth = f"{names[0]}: {number(a)}; {names[1]}: {number(b)}"
        drawing.sign(Sign.DOT, *plane.at(float(a), float(b)), drawing.letter * 0.3, BLUE, tip=worth)
    if disagreement is not None:
        drawing.sign(
            Sign.CROSS, *plane.at(float(disagreement[0]), float(disagreement[1])), drawing.letter * 0.5, SOFT_INK
        )
    for one in named:
        place = plane.at(float(one.at[0]), float(one.at[1]))
        drawing.sign(Sign.DOT, *place, drawing.letter * 0.95, GROUND)
        drawing.sign(signs[one.at], *place, drawing.letter * 0.6, VERMILLION if one is named[0] else INK)
    rows: list[Row] = [(*names, say(message("pictures.col.what"), lang))]
    chosen = {one.at: ", ".join(one.names) for one in named}
    rows += [(number(a), number(b), chosen.get((a, b), "")) for a, b in sorted({*points, *chosen})]
    return drawing.finish(end, title, " ".join([*says, *(told for _, told in entries)]), rows)
