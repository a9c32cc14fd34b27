"""A plane with two axes, for charts: where a value lies, and how the axes are drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from placet.pictures.drawing import Drawing
from placet.pictures.palette import BAND, SOFT_INK
from placet.pictures.ticks import nice


@dataclass(frozen=True)
class Axis:
    """What an axis measures: from `least` to `most`, evenly or by powers."""

    title: str
    least: float
    most: float
    is_by_powers: bool = False

    def place(self, value: float) -> float:
        """Return where a value lies, from 0 to 1."""
        if self.is_by_powers:
            low, high = math.log10(self.least), math.log10(self.most)
            return (math.log10(max(value, self.least)) - low) / max(high - low, 1e-9)
        return (value - self.least) / max(self.most - self.least, 1e-9)

    def ticks(self) -> list[float]:
        """Return round values on the axis."""
        if self.is_by_powers:
            powers = range(math.ceil(math.log10(self.least) - 1e-9), math.floor(math.log10(self.most) + 1e-9) + 1)
            return [10.0**power for power in powers]
        shift = min(0.0, self.least)
        return [value + shift for value in nice(self.most - shift) if self.least <= value + shift <= self.most]


def evenly(title: str, values: Sequence[float]) -> Axis:
    """Return an even axis from 0, or below if a value is, to a round number above all values."""
    least = min([0.0, *values])
    return Axis(title, least, least + nice(max([*values, least]) - least)[-1])


def by_powers(title: str, values: Sequence[float]) -> Axis:
    """Return an axis by powers of ten that holds all values, which are above 0."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return Axis(title, 10.0**low, 10.0 ** max(high, low + 1), is_by_powers=True)


@dataclass(frozen=True)
class Plane:
    """Where on a drawing two axes lie; `left` is the side on which lines of text begin."""

    across: Axis
    up: Axis
    left: float
    top: float
    wide: float
    tall: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point lies on the drawing."""
        return self.left + self.across.place(x) * self.wide, self.top + (1 - self.up.place(y)) * self.tall

    def draw(self, drawing: Drawing) -> float:
        """Draw both axes with their ticks and titles, and return where the drawing may go on."""
        letter = drawing.letter * 0.85
        bottom = self.top + self.tall
        for value in self.up.ticks():
            y = self.at(self.across.least, value)[1]
            drawing.line([(self.left, y), (self.left + self.wide, y)], BAND)
            drawing.text(self.left - 6, y + letter * 0.36, figure(value), size=letter, anchor="end", fill=SOFT_INK)
        for value in self.across.ticks():
            x = self.at(value, self.up.least)[0]
            drawing.line([(x, bottom), (x, bottom + 5)], SOFT_INK)
            drawing.text(x, bottom + letter * 1.6, figure(value), size=letter, anchor="middle", fill=SOFT_INK)
        drawing.line([(self.left, self.top), (self.left, bottom), (self.left + self.wide, bottom)], SOFT_INK)
        drawing.text(self.left, self.top - letter * 0.7, self.up.title, size=letter, bold=True)
        drawing.text(
            self.left + self.wide, bottom + letter * 3, self.across.title, size=letter, anchor="end", bold=True
        )
        return bottom + letter * 3.8


def figure(value: float) -> str:
    """Return a number in few signs, such as ``0.001``, ``250`` or ``1e6``."""
    if value and (abs(value) >= 1e6 or abs(value) < 1e-3):
        return f"{value:.3g}".replace("e+0", "e").replace("e-0", "e-").replace("e+", "e")
    return f"{value:,.4g}".replace(",", "\u202f") if abs(value) < 1e4 else f"{value:,.0f}".replace(",", "\u202f")
