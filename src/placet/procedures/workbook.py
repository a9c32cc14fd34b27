"""Workbooks (XLSX): the cells of one worksheet as a spreadsheet saved them, and what of it cannot be seen."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from placet.case.spoken import nearest, quoted, series
from placet.errors import CaseError, Fault
from placet.procedures.table import Cell, tidy
from placet.words import Message, message

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Written
    from openpyxl.cell.cell import MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_UNPACKED = 8_000_000
"""Bytes in all parts of a workbook together, unpacked: a list of 5,000 names has about 0.5 million."""
MOST_PARTS = 500
MOST_CELLS, MOST_ROWS = 400_000, 20_000
"""Up to the last that holds something: a single cell far below or to the right makes all before it be looked at."""

BEGINS_ZIP, BEGINS_OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a workbook of today begins, and one of the kind before 2007 or with a password."""


@dataclass(frozen=True)
class Grid:
    """The rows of a worksheet that hold something, and notes on what the eye does not see there."""

    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Message, ...] = ()


def read_workbook(content: bytes, file: Path, worksheet: str | None = None) -> Grid:
    """Return the cells of a workbook's worksheet.

    Parameters
    ----------
    worksheet : str or None
        Which one, where several hold something; None where there is only one.

    Raises
    ------
    CaseError
        If it is no workbook that can be read, is too large, or leaves open which worksheet is meant.

    Notes
    -----
    Nothing in it is computed: a formula stays a formula, and is refused where it stands. The size of its parts is
    bounded before any is unpacked (`zipfile` never unpacks more of a part than the directory declares), and parts that
    declare entities are refused.
    """
    _check_parts(content, file)
    from openpyxl import load_workbook  # noqa: PLC0415 -- 0.2 s, which no other run needs

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on pictures and drop-down lists, which no sheet needs
            book = load_workbook(io.BytesIO(content), keep_links=False)
    except Exception:  # noqa: BLE001 -- the library lets pass whatever a damaged part makes its parts raise
        _stop(file, "a workbook that is damaged", "one that a spreadsheet opens, or the sheet saved as CSV")
    sheet = _pick(book, file, worksheet)
    notes = [
        message("sheets.hidden-worksheet", file=file.name, name=other.title)
        for other in book.worksheets
        if other.sheet_state != "visible" and other is not sheet and _holds_something(other)
    ]
    rows, unseen = _rows(sheet, file)
    if unseen:
        notes.append(message("sheets.hidden-rows", file=file.name, rows=unseen, count=len(unseen)))
    hidden = tuple(sorted(name for name, column in sheet.column_dimensions.items() if column.hidden))
    if hidden:
        notes.append(message("sheets.hidden-columns", file=file.name, columns=hidden, count=len(hidden)))
    return Grid(rows, tuple(notes))


def cell_name(line: int, column: int) -> str:
    """Return how a spreadsheet calls a cell: ``B7`` for line 7, column 2."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{line}"


def _stop(file: Path, found: str, expected: str, meant: str | None = None) -> NoReturn:
    raise CaseError((Fault(str(file), 1, 1, found, expected, meant),))


def _check_parts(content: bytes, file: Path) -> None:
    """Refuse what is no workbook, and one whose parts would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            names = {info.filename for info in infos}
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
                _stop(file, f"a workbook of more than {MOST_UNPACKED // 1_000_000} MB when unpacked", "a sheet")
            if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
                is_open_document = "mimetype" in names
                found = "a workbook of OpenDocument (ODS)" if is_open_document else "a ZIP file that is no workbook"
                _stop(file, found, "the sheet saved as XLSX or CSV")
            for info in infos:
                if info.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in parts.read(info):
                    _stop(file, "a workbook with declared entities", "one that a spreadsheet saved")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
        _stop(file, "a workbook that is damaged", "one that a spreadsheet opens, or the sheet saved as CSV")


def _pick(book: Workbook, file: Path, worksheet: str | None) -> Worksheet:
    """Return the worksheet that is meant: the only one that can be seen and holds something, else the one named."""
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible" and _holds_something(sheet)]
    if len(seen) == 1:
        return seen[0]
    if not seen:
        _stop(file, "an empty workbook", "a sheet whose first line names its columns, such as name, rank and strike")
    titles = {tidy(sheet.title): sheet for sheet in seen}
    if worksheet is None:
        told = series([quoted(title) for title in titles], "and")
        _stop(file, f"{len(seen)} worksheets: {told}", "--worksheet NAME, to say which one is the sheet")
    if tidy(worksheet) not in titles:
        told = series([quoted(title) for title in titles])
        _stop(file, f"no worksheet {quoted(worksheet)}", told, nearest(worksheet, titles))
    return titles[tidy(worksheet)]


def _reaches_too_far(sheet: Worksheet) -> bool:
    return sheet.max_row > MOST_ROWS or sheet.max_row * sheet.max_column > MOST_CELLS


def _holds_something(sheet: Worksheet) -> bool:
    if _reaches_too_far(sheet):
        return True
    return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)


def _rows(sheet: Worksheet, file: Path) -> tuple[tuple[tuple[Cell, ...], ...], tuple[str, ...]]:
    """Return the rows that hold something, and the numbers of those among them that are hidden."""
    if _reaches_too_far(sheet):
        reach = cell_name(sheet.max_row, sheet.max_column)
        _stop(file, f"a worksheet that reaches to the cell {reach}", "a sheet (delete what stands so far away)")
    merged = [area for area in sheet.merged_cells.ranges if area.min_row != area.max_row]
    rows, unseen = [], []
    for written in sheet.iter_rows():
        row = tuple(_cell(cell) for cell in written)
        if not any(cell.text for cell in row):
            continue
        number = row[0].line
        for area in merged:
            if area.min_row < number <= area.max_row:
                found = f"the merged cells {area.coord}"
                raise CaseError((Fault(str(file), area.min_row, area.min_col, found, "each cell by itself"),))
        rows.append(row)
        if sheet.row_dimensions[number].hidden:
            unseen.append(str(number))
    return tuple(rows), tuple(unseen)


def _cell(written: Written | MergedCell) -> Cell:
    line, column, value = written.row or 1, written.column or 1, written.value
    if value is None:  # as in all cells of a merged area but the first
        return Cell("", line, column)
    if written.data_type == "f":
        formula = getattr(value, "text", value)  # an array formula is a value of its own
        return Cell(tidy(str(formula)), line, column, "formula")
    if written.data_type == "e":
        return Cell(tidy(str(value)), line, column, "error")
    if isinstance(value, bool):
        return Cell("true" if value else "false", line, column, "truth")
    if isinstance(value, int | float):
        whole = isinstance(value, int) or value.is_integer()
        return Cell(str(int(value)) if whole else str(value), line, column, "number")
    if isinstance(value, datetime | date | time | timedelta):
        is_day = isinstance(value, datetime) and value.time() == time()
        return Cell(str(value.date()) if isinstance(value, datetime) and is_day else str(value), line, column, "date")
    return Cell(tidy(str(value)), line, column)
