"""A drawing that grows: rectangles, lines, signs and text, mirrored for languages from right to left, all escaped."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from placet.errors import QuestionError
from placet.pictures import palette
from placet.pictures.marks import strokes
from placet.pictures.palette import Pattern, Sign
from placet.pictures.picture import Picture, Row
from placet.pictures.text import (
    ISOLATE_RIGHT_TO_LEFT,
    POP,
    is_right_to_left,
    isolated,
    plain,
    plain_sentence,
    wrap,
)

Size = Literal["screen", "page", "phone"]
SIZES: dict[Size, tuple[int, float]] = {"screen": (960, 14), "page": (660, 11), "phone": (360, 12.5)}
"""For each size the width and the height of letters, in CSS pixels; a page of A4 holds 660 by 960."""
Anchor = Literal["start", "middle", "end"]
MIRRORED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
ID = "\ue001"
"""Stands for the picture's own id until all of it is drawn."""


class Drawing:
    """A picture while it is drawn. Positions run from the side on which lines of text begin.

    Parameters
    ----------
    lang : str
        From right to left for Arabic and its like: then all is mirrored, and no caller needs to know.
    size : str
        ``screen``, ``page`` or ``phone``.

    Raises
    ------
    QuestionError
        If there is no such size.
    """

    def __init__(self, lang: str = "en", size: Size = "screen") -> None:
        if size not in SIZES:
            raise QuestionError(f'the size "{size}"', "screen, page or phone")
        self.lang = lang
        self.size = size
        self.width, self.letter = SIZES[size]
        self.is_mirrored = is_right_to_left(lang)
        self.margin = 12 if size == "phone" else 20
        self._parts: list[str] = []
        self._patterns: dict[tuple[str, Pattern], str] = {}

    @property
    def inner(self) -> float:
        """How wide the picture is between its margins."""
        return self.width - 2 * self.margin

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "none",
        *,
        stroke: str = "none",
        thick: float = 1,
        pattern: Pattern = Pattern.PLAIN,
        round_by: float = 0,
        tip: str = "",
    ) -> None:
        """Draw a rectangle, filled with a colour and, for eyes without colour, a pattern on it."""
        left = self.width - x - width if self.is_mirrored else x
        shape = f'x="{_n(left)}" y="{_n(y)}" width="{_n(max(0, width))}" height="{_n(max(0, height))}"'
        shape += f' rx="{_n(round_by)}"' if round_by else ""
        edge = "" if stroke == "none" else f' stroke="{stroke}" stroke-width="{_n(thick)}"'
        self._add(f'<rect {shape} fill="{fill}"{edge}', "rect", tip)
        if pattern is not Pattern.PLAIN:
            self._add(f'<rect {shape} fill="url(#{self._pattern(pattern)})"', "rect", tip)

    def line(
        self, points: Sequence[tuple[float, float]], stroke: str = palette.LINE, *, thick: float = 1, dash: str = ""
    ) -> None:
        """Draw a line through points."""
        at = " ".join(f"{_n(self._x(x))},{_n(y)}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._add(
            f'<polyline points="{at}" fill="none" stroke="{stroke}" stroke-width="{_n(thick)}"{dashed}', "polyline", ""
        )

    def curve(
        self, start: tuple[float, float], end: tuple[float, float], stroke: str, *, thick: float = 1.5, dash: str = ""
    ) -> None:
        """Draw a level curve from one point to another."""
        (x1, y1), (x2, y2) = (self._x(start[0]), start[1]), (self._x(end[0]), end[1])
        middle = (x1 + x2) / 2
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        way = f"M{_n(x1)},{_n(y1)}C{_n(middle)},{_n(y1)} {_n(middle)},{_n(y2)} {_n(x2)},{_n(y2)}"
        self._add(f'<path d="{way}" fill="none" stroke="{stroke}" stroke-width="{_n(thick)}"{dashed}', "path", "")

    def sign(self, sign: Sign, x: float, y: float, radius: float, colour: str = palette.INK, *, tip: str = "") -> None:
        """Draw a sign around a point."""
        for shape in strokes(sign, self._x(x), y, radius, colour):
            tag = shape[1:].split(" ", maxsplit=1)[0]
            self._add(shape, tag, tip)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float | None = None,
        anchor: Anchor = "start",
        bold: bool = False,
        fill: str = palette.INK,
        tip: str = "",
        is_name: bool = False,
    ) -> None:
        """Write one line whose letters stand on `y`; `is_name` keeps the words' own direction."""
        told = isolated(plain(words)) if is_name else plain_sentence(words)
        if self.is_mirrored:
            told, anchor = f"{ISOLATE_RIGHT_TO_LEFT}{told}{POP}", MIRRORED[anchor]
        placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
        heavy = ' font-weight="bold"' if bold else ""
        head = f'<text x="{_n(self._x(x))}" y="{_n(y)}" font-size="{_n(size or self.letter)}" fill="{fill}"'
        title = f"<title>{escape(plain(tip))}</title>" if tip else ""
        self._parts.append(f"{head}{placed}{heavy}>{title}{escape(told)}</text>")

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        words: str,
        *,
        size: float | None = None,
        bold: bool = False,
        fill: str = palette.INK,
        most: int = 0,
        is_name: bool = False,
    ) -> float:
        """Write words on as many lines as they need from `y` on, and return where the next line may begin."""
        letter = size or self.letter
        for line in wrap(words, width, letter, most=most, bold=bold):
            self.text(x, y + letter, line, size=letter, bold=bold, fill=fill, is_name=is_name)
            y += letter * 1.35
        return y

    def headline(self, title: str, under: Iterable[str] = ()) -> float:
        """Write the title and the sentences under it, and return where the picture itself may begin."""
        y = self.paragraph(self.margin, self.margin, self.inner, title, size=self.letter * 1.35, bold=True)
        for sentence in under:
            y = self.paragraph(self.margin, y + 2, self.inner, sentence, fill=palette.SOFT_INK)
        return y + self.letter * 0.6

    def finish(self, height: float, title: str, description: str, table: Iterable[Row]) -> Picture:
        """Return the picture."""
        tall = math.ceil(height + self.margin / 2)
        title, description = plain(title), plain(description)
        body = "".join(self._parts)
        own = f"placet-{zlib.crc32(f'{title}{body}'.encode()):08x}"
        defs = "".join(self._definition(pattern, id_) for (_, pattern), id_ in self._patterns.items())
        told = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{tall}" '
            f'viewBox="0 0 {self.width} {tall}" role="img" aria-labelledby="{ID}-title {ID}-desc" '
            f'xml:lang="{escape(self.lang, quote=True)}" font-family="{palette.FONTS}">'
            f'<title id="{ID}-title">{escape(title)}</title><desc id="{ID}-desc">{escape(description)}</desc>'
            f"{f'<defs>{defs}</defs>' if defs else ''}"
            f'<rect width="{self.width}" height="{tall}" fill="{palette.GROUND}"/>{body}</svg>'
        ).replace(ID, own)
        rows = tuple(tuple(plain(entry) for entry in row) for row in table)
        return Picture(told, title, description, rows, self.width, tall, self.lang)

    def _x(self, x: float) -> float:
        return self.width - x if self.is_mirrored else x

    def _add(self, opened: str, tag: str, tip: str) -> None:
        self._parts.append(f"{opened}><title>{escape(plain(tip))}</title></{tag}>" if tip else f"{opened}/>")

    def _pattern(self, pattern: Pattern) -> str:
        return self._patterns.setdefault(("", pattern), f"{ID}-{pattern.value}")

    @staticmethod
    def _definition(pattern: Pattern, id_: str) -> str:
        """Return a pattern of thin dark strokes on nothing, so that the colour under it shows."""
        drawn = {
            Pattern.HATCH: '<path d="M0,6L6,0" stroke="#000" stroke-width="1" stroke-opacity=".55"/>',
            Pattern.CROSS: '<path d="M0,0L6,6M0,6L6,0" stroke="#000" stroke-width=".8" stroke-opacity=".5"/>',
            Pattern.DOTS: '<circle cx="3" cy="3" r="1" fill="#000" fill-opacity=".55"/>',
            Pattern.PLAIN: "",
        }[pattern]
        return f'<pattern id="{id_}" width="6" height="6" patternUnits="userSpaceOnUse">{drawn}</pattern>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
