"""The colours, patterns and signs of the pictures: each meaning has all three, so that none rests on colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

INK, SOFT_INK, LINE, GROUND, BAND = "#1a1a1a", "#555555", "#bbbbbb", "#ffffff", "#f3f3f3"
BLUE, VERMILLION, GREEN, YELLOW, SKY, PURPLE, ORANGE = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#f0e442",
    "#56b4e9",
    "#cc79a7",
    "#e69f00",
)
"""The palette of Okabe and Ito (2008), which people of every colour vision can tell apart."""
GLOW = "#e3f4ee"
"""A ground for what is accepted."""
PALE = {VERMILLION: "#f9dfcc", ORANGE: "#fcefd0", SKY: "#dff0fb", GREEN: "#d3efe6", BLUE: "#d0e5f2", PURPLE: "#f6e6ef"}
"""A light ground of each colour, on which black ink can be read."""
SERIES = (BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY)
DASHES = ("", "7 3", "2 3", "9 3 2 3", "5 5", "1 4")
FONTS = "'Noto Sans','Noto Sans Arabic','Segoe UI','DejaVu Sans',Arial,sans-serif"


class Pattern(Enum):
    """How a surface is filled, for eyes and printers without colour."""

    PLAIN = "plain"
    HATCH = "hatch"
    CROSS = "cross"
    DOTS = "dots"


class Sign(Enum):
    """What is drawn on a surface."""

    NONE = "none"
    CROSS = "cross"
    TICK = "tick"
    QUESTION = "question"
    RING = "ring"
    DOT = "dot"
    HALF = "half"
    BAR = "bar"
    STAR = "star"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True)
class Look:
    """What one meaning looks like."""

    colour: str
    pattern: Pattern
    sign: Sign


SIGNS_OF_SERIES = (Sign.STAR, Sign.DIAMOND, Sign.TRIANGLE, Sign.RING, Sign.HALF, Sign.DOT)
"""The signs by which lines and chosen points of a chart are told apart."""
