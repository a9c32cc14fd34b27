"""Tables as a spreadsheet saves them: CSV with commas, semicolons or tabs, every cell with its place."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from placet.errors import CaseError, Fault

LARGEST = 2_000_000
"""Bytes."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
"""Marks that some programs put around names; two names that differ only by them are the same name."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, tidied: composed letters, single spaces, no invisible marks.

    Parameters
    ----------
    kind : str
        What a workbook says it is: ``text``, ``number``, ``date``, ``truth``, ``formula`` or ``error``. In CSV all is
        text.
    """

    text: str
    line: int
    column: int
    kind: str = "text"


def table_of(content: bytes, file: Path) -> list[list[Cell]]:
    """Return the rows of a text file, without those that are empty.

    Raises
    ------
    CaseError
        If it is too large, neither UTF-8 nor marked UTF-16, or has a quotation mark that is never closed.
    """
    if len(content) > LARGEST:
        _stop(file, 1, 1, f"a file of more than {LARGEST // 1_000_000} MB", "a sheet")
    return [row for row in parse_table(_decode(content, file), file) if any(cell.text for cell in row)]


def _decode(content: bytes, file: Path) -> str:
    """Return the text of a file; spreadsheets that save "Unicode text" write UTF-16 with a mark at its beginning."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            _stop(file, 1, 1, "UTF-16 that is cut off", "text saved as UTF-8 (in Excel: CSV UTF-8)")
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = f"the byte {content[error.start]:#04x}"
        _stop(file, line, column, found, "text saved as UTF-8 (in Excel: CSV UTF-8)")


def _stop(file: Path, line: int, column: int, found: str, expected: str) -> NoReturn:
    raise CaseError((Fault(str(file), line, column, found, expected),))


def parse_table(text: str, file: Path) -> list[list[Cell]]:
    """Return the rows of a text; a quoted cell may hold delimiters, line breaks and doubled quotation marks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    header = lines.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    rows: list[list[Cell]] = [[]]
    line, column, place = 1, 1, 0
    while place < len(lines):
        begin = (line, column)
        if lines[place] == '"':
            end = place + 1
            while end < len(lines) and not (lines[end] == '"' and lines[end + 1 : end + 2] != '"'):
                end += 2 if lines[end] == '"' else 1
            if end >= len(lines):
                _stop(file, line, column, "a quotation mark that is never closed", 'a second " after the words')
            written, end = lines[place + 1 : end].replace('""', '"'), end + 1
            tail = end
            while tail < len(lines) and lines[tail] not in f"{delimiter}\n":
                tail += 1
            written, end = written + lines[end:tail], tail
        else:
            end = place
            while end < len(lines) and lines[end] not in f"{delimiter}\n":
                end += 1
            written = lines[place:end]
        rows[-1].append(Cell(tidy(written), *begin))
        passed = lines[place:end]
        line += passed.count("\n")
        column = len(passed) - passed.rfind("\n") if "\n" in passed else column + len(passed)
        if end < len(lines) and lines[end] == "\n":
            rows.append([])
            line, column = line + 1, 1
        elif end < len(lines):
            column += 1
        place = end + 1
    return rows


def tidy(written: str) -> str:
    """Return words with composed letters and single spaces, without invisible marks."""
    return " ".join(unicodedata.normalize("NFC", written.translate(_INVISIBLE)).split())
