"""A legend: small samples of the looks that a picture uses, each with its meaning, set in rows."""

from __future__ import annotations

from collections.abc import Iterable

from placet.pictures.drawing import Drawing
from placet.pictures.palette import LINE, SOFT_INK, Look
from placet.pictures.text import cut, measure


def legend(drawing: Drawing, y: float, entries: Iterable[tuple[Look, str]]) -> float:
    """Draw samples with their meanings from `y` on, and return where the next line may begin."""
    letter = drawing.letter * 0.92
    box = letter * 1.3
    x, end = float(drawing.margin), drawing.margin + drawing.inner
    for look, meaning in entries:
        told = cut(meaning, drawing.inner - box - 8, letter)
        wide = box + 6 + measure(told, letter)
        if x > drawing.margin and x + wide > end:
            x, y = float(drawing.margin), y + box + 5
        sample(drawing, look, x, y, box)
        drawing.text(x + box + 6, y + box * 0.78, told, size=letter, fill=SOFT_INK)
        x += wide + 18
    return y + box + 8


def sample(drawing: Drawing, look: Look, x: float, y: float, box: float, *, tip: str = "") -> None:
    """Draw one look in a square."""
    drawing.rect(x, y, box, box, look.colour, stroke=LINE, pattern=look.pattern, tip=tip)
    drawing.sign(look.sign, x + box / 2, y + box / 2, box * 0.28, tip=tip)
