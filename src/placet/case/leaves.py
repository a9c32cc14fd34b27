"""The shapes of single values in a case file: words, numbers, true and false, choices.

Each shape both reads a node of the tree and gives its JSON Schema.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, Final, Generic, Protocol, TypeVar

from placet.case.faults import Reading
from placet.case.forms import Amount, Share
from placet.case.selectors import TraitValue
from placet.case.spoken import found, quoted, series
from placet.case.tree import Node, Scalar, read_number

Read = TypeVar("Read")
Read_co = TypeVar("Read_co", covariant=True)
Schema = dict[str, Any]


class Broken(Enum):
    """What a shape returns when it has reported a fault."""

    BROKEN = "broken"


BROKEN: Final = Broken.BROKEN


class Shape(Protocol[Read_co]):
    """What may stand at a place of the file."""

    @property
    def expected(self) -> str:
        """What may stand there, in words."""

    def read(self, node: Node, reading: Reading) -> Read_co | Broken:
        """Return the value of a node, or `BROKEN` after adding every fault to `reading`."""

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the JSON Schema; shapes that have a name are added to `defs`."""


def wrong(node: Node, reading: Reading, expected: str) -> Broken:
    """Add the fault that something else was expected here."""
    reading.fault(node, found(node), expected)
    return BROKEN


@dataclass(frozen=True)
class Words:
    """Words as somebody would say them.

    Line breaks and tabs are refused where `lines` is false, and marks of direction that are opened and never closed
    where `balanced` is true: they would turn around the text of whoever shows them.
    """

    expected: str = "words"
    lines: bool = False
    balanced: bool = True
    pattern: str | None = None

    def read(self, node: Node, reading: Reading) -> str | Broken:
        """Return the words exactly as they stand."""
        if not isinstance(node, Scalar) or node.is_nothing:
            return wrong(node, reading, self.expected)
        if not isinstance(node.value, str):
            return wrong(node, reading, f"{self.expected}, in quotation marks if a number or true or false is meant")
        if not node.text.strip():
            reading.fault(node, "empty quotation marks", self.expected)
            return BROKEN
        if self.pattern is not None and re.fullmatch(self.pattern, node.text) is None:
            return wrong(node, reading, self.expected)
        return node.text if is_clean(node, reading, lines=self.lines, balanced=self.balanced) else BROKEN

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 -- the protocol's
        """Return the schema of a string."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$" if self.pattern else r"\S"}


def is_clean(node: Scalar, reading: Reading, *, lines: bool, balanced: bool) -> bool:
    """Whether words hold nothing invisible that could mislead; if not, a fault is added."""
    allowed = "\n\t" if lines else ""
    for letter in node.text:
        if not letter.isprintable() and letter not in allowed and is_control(letter):
            what = "a line break" if letter == "\n" else f"the control character U+{ord(letter):04X}"
            reading.fault(node, f"{what} in {quoted(node.text)}", "words without it")
            return False
    if balanced and not is_balanced(node.text):
        expected = "as many marks of direction that close as marks that open"
        reading.fault(node, f"a mark of direction without its partner in {quoted(node.text)}", expected)
        return False
    return True


def is_control(letter: str) -> bool:
    """Whether a letter steers instead of being shown: control characters, line separators, half characters."""
    return unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} or letter in "\ufeff\ufffe\uffff"


def is_balanced(words: str) -> bool:
    """Whether every embedding, override and isolate of the bidirectional algorithm is closed in order."""
    waiting: list[str] = []
    for letter in words:
        if letter in "\u202a\u202b\u202d\u202e":
            waiting.append("\u202c")
        elif letter in "\u2066\u2067\u2068":
            waiting.append("\u2069")
        elif letter in "\u202c\u2069" and (not waiting or waiting.pop() != letter):
            return False
    return not waiting


@dataclass(frozen=True)
class TrueOrFalse:
    """``true`` or ``false``."""

    expected: str = "true or false"

    def read(self, node: Node, reading: Reading) -> bool | Broken:
        """Return the truth value."""
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        return wrong(node, reading, self.expected)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a truth value."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number:
    """An exact number between bounds."""

    expected: str = "a number"
    least: int | None = None
    most: int | None = None
    above: int | None = None

    def read(self, node: Node, reading: Reading) -> Fraction | Broken:
        """Return the number as an exact fraction."""
        value = node.value if isinstance(node, Scalar) else None
        if not isinstance(value, int | Fraction) or isinstance(value, bool):
            return wrong(node, reading, self.expected)
        too_small = (self.least is not None and value < self.least) or (self.above is not None and value <= self.above)
        if too_small or (self.most is not None and value > self.most):
            return wrong(node, reading, self.expected)
        return Fraction(value)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a number."""
        bounds = {"minimum": self.least, "maximum": self.most, "exclusiveMinimum": self.above}
        return {"type": "number", **{name: bound for name, bound in bounds.items() if bound is not None}}


LARGEST_COUNT = 1_000_000


@dataclass(frozen=True)
class Whole:
    """A whole number from `least` on."""

    expected: str = "a whole number, 0 or more"
    least: int = 0

    def read(self, node: Node, reading: Reading) -> int | Broken:
        """Return the whole number."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int) or value < self.least:
            return wrong(node, reading, self.expected)
        if value > LARGEST_COUNT:
            return wrong(node, reading, f"a whole number up to {LARGEST_COUNT:,}")
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a whole number."""
        return {"type": "integer", "minimum": self.least, "maximum": LARGEST_COUNT}


@dataclass(frozen=True)
class AmountOfSeats:
    """A number of seats, or a share of the seats filled."""

    expected: str = "a number of seats such as 2, or a share such as 30%"

    def read(self, node: Node, reading: Reading) -> Amount | Broken:
        """Return the number or the share."""
        if not isinstance(node, Scalar) or not node.text.endswith("%"):
            return Whole(self.expected).read(node, reading)
        percent = read_number(node.text[:-1].rstrip())
        if percent is None or percent < 0:
            return wrong(node, reading, self.expected)
        if percent > 100:
            return wrong(node, reading, "a share of at most 100%")
        return Share(Fraction(percent) / 100)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of a number of seats or a share."""
        return {"anyOf": [Whole().schema(defs), {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? *%$"}]}


@dataclass(frozen=True)
class OneOf(Generic[Read]):
    """One of a few fixed words, each with what it means."""

    meanings: ReadOnly[str, Read]
    says: str = ""

    @property
    def expected(self) -> str:
        """The words themselves."""
        return self.says or series(self.meanings)

    def read(self, node: Node, reading: Reading) -> Read | Broken:
        """Return what the word means."""
        if isinstance(node, Scalar) and node.text in self.meanings:
            return self.meanings[node.text]
        word = node.text if isinstance(node, Scalar) else ""
        reading.fault(node, found(node), self.expected, reading.nearest(word, self.meanings))
        return BROKEN

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a choice."""
        return {"enum": [int(word) if word.isdigit() else word for word in self.meanings]}


@dataclass(frozen=True)
class Cost:
    """What giving a demand up costs: a positive number, or ``never`` (None)."""

    expected: str = "a number above 0, or never"

    def read(self, node: Node, reading: Reading) -> Fraction | Broken | None:
        """Return the cost, or None for ``never``."""
        if isinstance(node, Scalar) and node.text == "never":
            return None
        return Number(self.expected, above=0).read(node, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a cost."""
        return {"anyOf": [{"type": "number", "exclusiveMinimum": 0}, {"const": "never"}]}


@dataclass(frozen=True)
class Trait:
    """The value of a trait: a word, a number, true or false."""

    expected: str = "a word, a number, true or false"

    def read(self, node: Node, reading: Reading) -> TraitValue | Broken:
        """Return the value; whole numbers are int."""
        if not isinstance(node, Scalar) or node.value is None:
            return wrong(node, reading, self.expected)
        value = node.value
        return Words(self.expected).read(node, reading) if isinstance(value, str) else value

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a trait's value."""
        return {"type": ["string", "number", "boolean"]}
