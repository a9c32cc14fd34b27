"""The lines of an answer: messages, and what each is on the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from placet.words import Message


class Kind(Enum):
    """What a line is on the page."""

    TITLE = "title"
    HEADING = "heading"
    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True)
class Line:
    """One line of an answer.

    Parameters
    ----------
    message : Message
        What it says. That of a row has the parameters ``name`` and ``entries``, so that a page can make it a row of
        a table.
    depth : int
        How deep an item lies in a list of lists, from 1.
    number : int or None
        The number of an item in a numbered list.
    """

    kind: Kind
    message: Message
    depth: int = 1
    number: int | None = None


Lines = tuple[Line, ...]


def title(what: Message) -> Line:
    """Return the title of an answer."""
    return Line(Kind.TITLE, what)


def heading(what: Message) -> Line:
    """Return a heading."""
    return Line(Kind.HEADING, what)


def sentence(what: Message) -> Line:
    """Return a sentence; sentences in a row are one paragraph."""
    return Line(Kind.SENTENCE, what)


def item(what: Message, depth: int = 1, number: int | None = None) -> Line:
    """Return an item of a list."""
    return Line(Kind.ITEM, what, depth, number)


def row(what: Message) -> Line:
    """Return a row of a table; rows in a row are one table."""
    return Line(Kind.ROW, what)
