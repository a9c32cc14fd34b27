"""The growth chart: how a measure grows with size, for several programs or rules, on axes by powers of ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placet.errors import QuestionError
from placet.pictures.drawing import Drawing, Size
from placet.pictures.legend import legend
from placet.pictures.palette import DASHES, GROUND, SERIES, SIGNS_OF_SERIES, Look, Pattern
from placet.pictures.picture import Picture, Row
from placet.pictures.plane import Plane, by_powers, figure
from placet.pictures.text import shown
from placet.words import message, say


@dataclass(frozen=True)
class Series:
    """What was measured of one program or rule: pairs of size and value, both above 0."""

    name: str
    points: tuple[tuple[float, float], ...]


def growth_chart(
    title: str, size_title: str, value_title: str, series: Sequence[Series], *, lang: str = "en", size: Size = "screen"
) -> Picture:
    """Draw series of measurements; each has a colour, a dash and a sign of its own.

    Raises
    ------
    QuestionError
        If there is nothing to draw, or a number is not above 0.
    """
    every = [point for one in series for point in one.points]
    if not every or min(min(point) for point in every) <= 0:
        raise QuestionError("measurements without a number, or with one that is not above 0", "numbers above 0")
    drawing = Drawing(lang, size)
    says = [
        say(
            message(
                "pictures.growth.series",
                name=shown(one.name, "?"),
                value=figure(one.points[-1][1]),
                size=figure(one.points[-1][0]),
            ),
            lang,
        )
        for one in series
        if one.points
    ]
    y = drawing.headline(title)
    looks = [Look(GROUND, Pattern.PLAIN, SIGNS_OF_SERIES[at % len(SIGNS_OF_SERIES)]) for at in range(len(series))]
    y = legend(drawing, y, [(look, shown(one.name, "?")) for look, one in zip(looks, series, strict=True)])
    y += drawing.letter * 1.6
    across = by_powers(size_title, [point[0] for point in every])
    up = by_powers(value_title, [point[1] for point in every])
    wide = drawing.inner - drawing.letter * 5.5
    plane = Plane(across, up, drawing.margin + drawing.letter * 4.5, y, wide, min(wide * 0.65, 480))
    end = plane.draw(drawing)
    for at, (one, look) in enumerate(zip(series, looks, strict=True)):
        colour, places = SERIES[at % len(SERIES)], [plane.at(*point) for point in sorted(one.points)]
        drawing.line(places, colour, thick=2, dash=DASHES[at % len(DASHES)])
        for place, point in zip(places, sorted(one.points), strict=True):
            tip = f"{one.name}: {figure(point[0])}, {figure(point[1])}"
            drawing.sign(look.sign, *place, drawing.letter * 0.42, colour, tip=tip)
    rows: list[Row] = [(say(message("pictures.col.line"), lang), size_title, value_title)]
    rows += [(one.name, figure(a), figure(b)) for one in series for a, b in sorted(one.points)]
    return drawing.finish(end, title, ". ".join(says), rows)
