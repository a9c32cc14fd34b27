"""The page that an answer is printed on: headings, paragraphs, items and tables, fitted to the reader's width."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Iterable, Sequence

import click
from rich.cells import cell_len

from placet.words import Message, Value, message, say
from placet.words.say import FIRST_STRONG_ISOLATE, POP_ISOLATE
from placet.zone.lines import Kind, Line

WIDEST, NARROWEST = 88, 24
"""Columns. Longer lines are hard to read, and below the narrowest nothing useful fits."""


class Page:
    """Prints messages in one language as they come.

    Parameters
    ----------
    lang : str
        The language in which messages are said.
    width : int, optional
        Columns; left out, those of the terminal (80 in a pipe), but not more than `WIDEST`.
    """

    def __init__(self, lang: str = "en", width: int | None = None) -> None:
        columns = shutil.get_terminal_size((80, 24)).columns if width is None else width
        self.width = max(NARROWEST, min(columns, WIDEST))
        self.lang = lang
        self._is_bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self._is_begun = False

    def show(self, lines: Iterable[Line]) -> None:
        """Print the lines of an answer; sentences in a row become one paragraph, rows in a row one table."""
        before = None
        for kind, run in itertools.groupby(lines, key=lambda line: line.kind):
            if (before, kind) not in {
                (Kind.HEADING, Kind.SENTENCE),
                (Kind.HEADING, Kind.ITEM),
                (Kind.SENTENCE, Kind.ITEM),
            }:
                self.gap()
            before = kind
            match kind:
                case Kind.TITLE | Kind.HEADING:
                    for line in run:
                        self.heading(line.message)
                case Kind.SENTENCE:
                    self.paragraph(*(line.message for line in run))
                case Kind.ROW:
                    self.table([self._row(line.message) for line in run])
                case Kind.ITEM:
                    for line in run:
                        mark = "-" if line.number is None else f"{line.number}."
                        self.item(line.message, mark, line.depth)

    def _row(self, what: Message) -> tuple[str, tuple[str, ...]]:
        parts = dict(what.parameters)
        entries = parts["entries"]
        told = entries if isinstance(entries, tuple) else (entries,)
        return self._alone(parts["name"]), tuple(self._alone(entry) for entry in told)

    def _alone(self, what: Value) -> str:
        return say(message("zone.alone", what=what), self.lang)

    def heading(self, what: Message) -> None:
        """Print a heading."""
        for line in wrap(say(what, self.lang), self.width):
            self._line(click.style(line, bold=True) if self._is_bold else line)

    def gap(self) -> None:
        """Leave a line empty, unless the page has not begun."""
        if self._is_begun:
            self._line("")

    def paragraph(self, *sentences: Message) -> None:
        """Print sentences one after the other."""
        words = " ".join(filter(None, (say(sentence, self.lang) for sentence in sentences)))
        for line in wrap(words, self.width):
            self._line(line)

    def item(self, what: Message, mark: str = "-", depth: int = 1) -> None:
        """Print one item of a list, with the lines after its first set under its first word."""
        before = "  " + "   " * (depth - 1) + mark + " "
        for number, line in enumerate(wrap(say(what, self.lang), self.width - len(before))):
            self._line((before if number == 0 else " " * len(before)) + line)

    def table(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Print rows of a name and what belongs to it, one line for each, as two columns.

        On a narrow page what belongs to a name stands under it.
        """
        left = max((cell_len(name) for name, _ in rows), default=0)
        is_narrow = left + 2 + 20 > self.width
        for name, entries in rows:
            if is_narrow:
                for line in wrap(name, self.width - 2):
                    self._line(f"  {line}")
            for number, entry in enumerate(entries or ("",)):
                shown = name if number == 0 and not is_narrow else ""
                before = "      " if is_narrow else f"  {shown}{' ' * (left - cell_len(shown))}  "
                after = " " * (6 if is_narrow else left + 4)
                for at, line in enumerate(wrap(entry, self.width - len(after))):
                    self._line(f"{before if at == 0 else after}{line}".rstrip())

    def _line(self, line: str) -> None:
        self._is_begun = True
        click.echo(line)


def wrap(words: str, width: int) -> list[str]:
    """Break words into lines of at most `width` columns, at plain spaces only; a longer word has its own line.

    Words set apart for their direction are set apart on each line that they reach.
    """
    lines: list[str] = []
    current = ""
    for word in words.split(" "):
        longer = f"{current} {word}" if current else word
        if current and cell_len(longer) > width:
            lines.append(current)
            current = word
        else:
            current = longer
    return _isolated([*lines, current])


def _isolated(lines: list[str]) -> list[str]:
    """Close on each line what it leaves open, and open it again on the next."""
    told, waiting = [], 0
    for line in lines:
        opened = FIRST_STRONG_ISOLATE * waiting + line
        waiting = max(0, opened.count(FIRST_STRONG_ISOLATE) - opened.count(POP_ISOLATE))
        told.append(opened + POP_ISOLATE * waiting)
    return told
