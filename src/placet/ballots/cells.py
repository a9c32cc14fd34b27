"""The lines of a table as cells that know where they stand: quotes, separators and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from placet.ballots.faults import Faults

SEPARATORS = ",;\t"
_LISTED = re.compile(r"#\s*candidates\s*:(?P<names>.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its text without space and quotes around it, and where it stands."""

    text: str
    line: int
    column: int


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The rows of a file that are neither empty nor comments, and the candidates if a comment lists them."""

    rows: tuple[Row, ...]
    candidates: tuple[str, ...] | None


def read_table(text: str, faults: Faults) -> Table:
    """Return the cells of a table whose separator is the comma, the semicolon or the tab, whichever line 1 has most.

    A line that begins with ``#`` is a comment; ``# candidates: a, b, c`` lists the candidates.
    """
    lines = lines_of(text)
    separator = separator_of(lines)
    candidates: tuple[str, ...] | None = None
    rows: list[Row] = []
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            listed = _LISTED.fullmatch(line.strip())
            if listed:
                parts = re.split("[,;]", listed["names"])
                candidates = tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
            continue
        cells = tuple(_cells(line, number, separator, faults))
        if any(cell.text for cell in cells):
            rows.append(cells)
    return Table(tuple(rows), candidates or None)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them; `str.splitlines` ends lines at rarer signs too."""
    return re.split("\r\n|\r|\n", text)


def separator_of(lines: list[str]) -> str:
    """Return the sign that most often stands outside quotes in the first line that holds something."""
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    outside = re.sub('"[^"]*"', "", first)
    return max(SEPARATORS, key=outside.count)


def _cells(line: str, number: int, separator: str, faults: Faults) -> Iterator[Cell]:
    if '"' not in line:
        at = 1
        for part in line.split(separator):
            yield Cell(part.strip(), number, at + len(part) - len(part.lstrip()))
            at += len(part) + 1
        return
    pattern = re.compile(rf'\s*(?:"((?:[^"]|"")*)"\s*|([^{separator}]*))(?:{separator}|$)')
    at = 0
    while True:
        found = pattern.match(line, at)
        if found is None or ('"' in (found[2] or "")):
            faults.add(
                number, at + 1, "a quotation mark that is not closed, or stands within a word", 'a cell as "..."'
            )
            return
        quoted, plain = found[1], found[2]
        begin = found.start(1) if quoted is not None else found.start(2)
        yield Cell(quoted.replace('""', '"') if quoted is not None else plain.strip(), number, begin + 1)
        if found.end() >= len(line) and not found[0].endswith(separator):
            return
        at = found.end()
