"""People against chairs: a shortage as a row of heads over a row of seats, some of which stay empty."""

from __future__ import annotations

from placet.pictures.drawing import Drawing
from placet.pictures.palette import BLUE, GROUND, INK, VERMILLION, Pattern, Sign
from placet.zone.shortage import Shortage


def draw_shortage(drawing: Drawing, x: float, y: float, wide: float, shortage: Shortage) -> float:
    """Draw each chair, with a head over it for as many people as are left; return where the drawing ends."""
    step = drawing.letter * 1.5
    in_row = max(1, int(wide // step))
    people = len(shortage.people)
    for at in range(shortage.seats):
        left, top = x + (at % in_row) * step, y + (at // in_row) * step * 2.1
        if at < people:
            drawing.sign(Sign.DOT, left + step * 0.4, top + step * 0.45, step * 0.38, BLUE)
        else:
            drawing.sign(Sign.CROSS, left + step * 0.4, top + step * 0.45, step * 0.3, VERMILLION)
        draw_chair(drawing, left, top + step * 0.9, step * 0.8, is_empty=at >= people)
    rows = -(-shortage.seats // in_row)
    return y + rows * step * 2.1


def draw_chair(drawing: Drawing, x: float, y: float, side: float, *, is_empty: bool = False) -> None:
    """Draw a chair: a back, a seat and two legs; an empty one is hatched."""
    fill = GROUND if is_empty else BLUE
    pattern = Pattern.HATCH if is_empty else Pattern.PLAIN
    drawing.rect(x, y, side * 0.2, side * 0.95, fill, stroke=INK, thick=0.8, pattern=pattern)
    drawing.rect(x, y + side * 0.45, side, side * 0.2, fill, stroke=INK, thick=0.8, pattern=pattern)
    drawing.rect(x + side * 0.84, y + side * 0.65, side * 0.12, side * 0.3, fill, stroke=INK, thick=0.8)
