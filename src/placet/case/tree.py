"""The tree of a case file: words, lists and named values, each with its line and column.

Scalars follow the core schema of YAML 1.2, without octal and hexadecimal numbers, infinities and numbers of absurd
length: ``no``, ``on``, dates and ``1_000`` are words.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

Value = str | bool | int | Fraction | None

LONGEST_NUMBER = 60
"""Digits of a number when it is written out."""

_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE]([-+]?[0-9]{1,4}))?\Z")
_MEANINGS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Scalar(NamedTuple):
    """A word, number, true, false or nothing, as it was written; `is_plain` when without quotation marks."""

    text: str
    is_plain: bool
    line: int
    column: int

    @property
    def value(self) -> Value:
        """What the core schema of YAML 1.2 makes of it; decimals are exact, and whole ones are int."""
        if not self.is_plain:
            return self.text
        if self.text in _MEANINGS:
            return _MEANINGS[self.text]
        number = read_number(self.text)
        return self.text if number is None else number

    @property
    def is_nothing(self) -> bool:
        """Whether nothing stands here, or ``null``."""
        return self.is_plain and _MEANINGS.get(self.text, self.text) is None


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    """Named values; every name is a scalar and stands once."""

    pairs: list[tuple[Scalar, Node]]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """Return the value of a name, or None."""
        return next((value for key, value in self.pairs if key.text == name), None)


Node = Scalar | Sequence | Mapping


def read_number(text: str) -> int | Fraction | None:
    """Return the exact number that `text` writes, or None when it is no number or absurdly long."""
    match = _NUMBER.match(text)
    if match is None or len(text) + abs(int(match[1] or 0)) > LONGEST_NUMBER:
        return None
    mantissa, _, exponent = text.lower().partition("e")
    number = Fraction(mantissa.removesuffix(".")) * Fraction(10) ** int(exponent or 0)
    return number.numerator if number.denominator == 1 else number
