"""Tables as a spreadsheet saves them: CSV with commas, semicolons or tabs, every cell with its place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from placet.case.spoken import quoted, short
from placet.errors import CaseError, Fault, QuestionError

LARGEST = 2_000_000
"""Bytes."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
"""Marks that some programs put around names; two names that differ only by them are the same name."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, tidied: composed letters, single spaces, no invisible marks."""

    text: str
    line: int
    column: int


def read_table(file: Path) -> list[list[Cell]]:
    """Return the rows of a file, without those that are empty.

    Raises
    ------
    CaseError
        If it is empty, too large, not UTF-8, or has a quotation mark that is never closed.
    QuestionError
        If it cannot be read.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise QuestionError(f"{short(str(file))}, which cannot be read ({error.strerror})", "a sheet in CSV") from None
    if content.startswith(b"PK\x03\x04"):
        _stop(file, 1, 1, "a workbook", "the sheet saved as CSV (in Excel: CSV UTF-8)")
    if len(content) > LARGEST:
        _stop(file, 1, 1, f"a file of more than {LARGEST // 1_000_000} MB", "a sheet")
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = f"the byte {content[error.start]:#04x}"
        _stop(file, line, column, found, "text saved as UTF-8 (in Excel: CSV UTF-8)")
    rows = [row for row in parse_table(text, file) if any(cell.text for cell in row)]
    if not rows:
        _stop(file, 1, 1, "an empty file", "a sheet whose first line names its columns, such as name,rank,strike")
    return rows


def _stop(file: Path, line: int, column: int, found: str, expected: str) -> None:
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


def formula_fault(cell: Cell, file: Path) -> Fault | None:
    """Return the fault of a cell that a spreadsheet would take for a formula, or that holds what cannot be shown."""
    if cell.text[:1] in {"=", "@"}:
        return Fault(str(file), cell.line, cell.column, f"the formula {quoted(cell.text)}", "the words themselves")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in cell.text):
        return Fault(str(file), cell.line, cell.column, f"a control character in {quoted(cell.text)}", "words only")
    return None
