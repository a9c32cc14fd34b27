"""The file of a sheet or list, CSV or workbook: its rows of cells, and how a mistake in a cell is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from placet.case.spoken import quoted, short
from placet.errors import CaseError, Fault, QuestionError
from placet.procedures.table import LARGEST, Cell, table_of
from placet.procedures.workbook import BEGINS_OLD, BEGINS_ZIP, Grid, cell_name, read_workbook

AS_TEXT = "words (a spreadsheet turns some into numbers and dates: format the column as Text, and type them again)"


def read_grid(file: Path, worksheet: str | None = None) -> Grid:
    """Return the rows of a file, without those that are empty.

    Parameters
    ----------
    worksheet : str or None
        Which worksheet of a workbook is meant, where several hold something.

    Raises
    ------
    CaseError
        If it holds nothing or no table.
    QuestionError
        If it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        found = f"{short(str(file))}, which cannot be read ({error.strerror})"
        raise QuestionError(found, "a sheet in CSV or XLSX") from None
    if content.startswith(BEGINS_OLD):
        found = "a workbook of the older kind (XLS), or one with a password"
        raise CaseError((Fault(str(file), 1, 1, found, "the sheet saved as XLSX without a password, or as CSV"),))
    if content.startswith(BEGINS_ZIP) and len(content) <= LARGEST:
        return read_workbook(content, file, worksheet)
    rows = tuple(tuple(row) for row in table_of(content, file))
    if not rows:
        expected = "a sheet whose first line names its columns, such as name,rank,strike"
        raise CaseError((Fault(str(file), 1, 1, "an empty file", expected),))
    return Grid(rows)


def is_workbook(file: str) -> bool:
    """Whether a file is called as workbooks are."""
    return file.casefold().endswith((".xlsx", ".xlsm"))


def fault_at(file: Path | str, cell: Cell, found: str, expected: str, meant: str | None = None) -> Fault:
    """Return the mistake in a cell; of a workbook the cell is named as the spreadsheet names it."""
    return place_fault(str(file), cell.line, cell.column, found, expected, meant)


def place_fault(  # noqa: PLR0917 -- as Fault has them
    file: str, line: int, column: int, found: str, expected: str, meant: str | None = None
) -> Fault:
    """Return a mistake at a place; of a workbook the cell is named as the spreadsheet names it."""
    where = f" in cell {cell_name(line, column)}" if is_workbook(file) else ""
    return Fault(file, line, column, f"{found}{where}", expected, meant)


def formula_fault(cell: Cell, file: Path) -> Fault | None:
    """Return the fault of a cell that a spreadsheet would take for a formula, or that holds what cannot be shown."""
    if cell.kind == "formula" or cell.text[:1] in {"=", "@"}:
        return fault_at(file, cell, f"the formula {quoted(cell.text)}", "the words themselves")
    if cell.kind == "error":
        return fault_at(file, cell, f"the error {quoted(cell.text)}", "the words themselves")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in cell.text):
        return fault_at(file, cell, f"a control character in {quoted(cell.text)}", "words only")
    return None


def no_name_fault(cell: Cell, file: Path) -> Fault | None:
    """Return the fault of a name that a spreadsheet has made a number or a date, or that has no letter at all."""
    if cell.kind in {"number", "date", "truth"}:
        what = {"number": "the number", "date": "the date", "truth": "the truth value"}[cell.kind]
        return fault_at(file, cell, f"{what} {quoted(cell.text)} as a name", AS_TEXT)
    if not any(unicodedata.category(letter).startswith("L") for letter in cell.text):
        return fault_at(file, cell, f"{quoted(cell.text)} as a name", AS_TEXT)
    return None
