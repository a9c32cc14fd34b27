"""What a report is made of: sections of paragraphs, lists, tables, statements and pictures, in no language yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from placet.words import Message, Value, message


class Pictured(Protocol):
    """A picture as a report needs it; `placet.pictures.drawing.Picture` is one."""

    @property
    def svg(self) -> str:
        """The drawing."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def description(self) -> str:
        """What it shows, in words."""

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """The rows behind it; the first names the columns."""

    @property
    def width(self) -> int:
        """How wide it is, in CSS pixels."""

    @property
    def height(self) -> int:
        """How high it is, in CSS pixels."""


class Manner(Enum):
    """How much weight a paragraph has on the page."""

    PLAIN = "plain"
    LEAD = "lead"
    NOTE = "note"


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand one after the other."""

    sentences: tuple[Message, ...]
    manner: Manner = Manner.PLAIN


@dataclass(frozen=True)
class Point:
    """One point of a list, at a depth from 1, with its number if it has one."""

    what: Message
    depth: int = 1
    number: int | None = None


@dataclass(frozen=True)
class Points:
    """A list of points."""

    points: tuple[Point, ...]


Cell = tuple[Value, ...]
"""What stands in one field of a table, one line each."""


@dataclass(frozen=True)
class Table:
    """A table: its caption, the heads of its columns, and rows whose first cell names the row."""

    caption: Message
    heads: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Statement:
    """One statement of the record: who, when, to what effect; the words; the number of its source.

    Parameters
    ----------
    quote : str or None
        The words as the record has them, never translated.
    lang : str or None
        The language of the words.
    source : int or None
        The number of the source in the list of sources.
    remarks : tuple of Message
        What the case assumes, and whether the words were found in the source.
    """

    head: Message
    quote: str | None = None
    lang: str | None = None
    source: int | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A picture within a report."""

    picture: Pictured


Block = Paragraph | Points | Table | Statement | Drawn


@dataclass(frozen=True)
class Section:
    """A part of a report under a heading; `level` 2 for a main part, 3 for a part of one."""

    heading: Message
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True)
class Report:
    """A whole report; the first section is its summary.

    Parameters
    ----------
    lang : str
        The language in which it is to be said.
    facts : tuple of (Message, Value)
        What stands under the title: the day, the case, for whom it is meant.
    notice : Message or None
        What a reader must know before anything else: that this is the view of one side.
    """

    lang: str
    title: Message
    facts: tuple[tuple[Message, Value], ...]
    notice: Message | None
    sections: tuple[Section, ...]


def cell(*lines: Value) -> Cell:
    """Return a field of a table."""
    return lines


def alone(what: Value) -> Message:
    """Return a value as a message of its own."""
    return what if isinstance(what, Message) else message("zone.alone", what=what)
