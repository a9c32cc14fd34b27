"""The result sheet as a file: CSV, or a workbook with one worksheet for the result and one for every step."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from placet.errors import QuestionError
from placet.procedures.appoint import Appointment
from placet.procedures.post_by_post import PostByPost
from placet.procedures.result_sheet import ResultLine, ResultSheet, result_sheet
from placet.words import Message, message, say

KINDS = (".csv", ".xlsx")
WIDEST_COLUMN = 70
LONGEST_TITLE = 31
"""Letters in the title of a worksheet; longer ones and some marks are not allowed there."""
Value = str | int | float


@dataclass(frozen=True)
class Table:
    """One part of the file: its title, its columns, its rows."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def check_result_file(file: Path, inputs: tuple[Path, ...]) -> None:
    """Refuse a file that is of no kind that can be written, or one of those from which the run was made.

    Raises
    ------
    QuestionError
        If it is.
    """
    if file.suffix.casefold() not in KINDS:
        raise QuestionError(f"{file}", f"a file whose name ends in {' or '.join(KINDS)}")
    if file.exists() and any(other.exists() and file.samefile(other) for other in inputs):
        raise QuestionError(f"{file}", "another file than the sheets and the list")


def write_result(run: Appointment | PostByPost, file: Path, lang: str) -> None:
    """Write the result of a run, in the kind that the file's name asks for."""
    write_tables(result_tables(run, lang), file)


def write_tables(tables: tuple[Table, ...], file: Path) -> None:
    """Write tables, in the kind that the file's name asks for."""
    content = _workbook(tables) if file.suffix.casefold() == ".xlsx" else _csv(tables)
    file.write_bytes(content)


def result_tables(run: Appointment | PostByPost, lang: str) -> tuple[Table, ...]:
    """Return the parts of the file: what came of it, each name with its marks, every step, what the sides set."""
    runs = run.runs if isinstance(run, PostByPost) else (("", run),)
    rules, spoken = runs[0][1].terms.rules, _Spoken(lang)
    assumed = {field: value for _, one in runs for field, value in one.terms.assumed.items()}
    told = [(spoken("column.procedure"), rules.title), (spoken("column.rule"), rules.citation)]
    told += [(spoken("column.outcome"), say(line, lang)) for line in run.explain()]
    told += [(spoken("column.set"), f"{field}: {value}") for field, value in assumed.items()]
    tables = [Table(spoken("table.result"), (), tuple(told))]
    for post, one in runs:
        sheet = result_sheet(one)
        if sheet is not None:
            header, rows = _names(sheet, spoken)
            tables.append(Table(f"{spoken('table.names')} {post}".strip(), header, rows))
    for post, one in runs:
        steps = tuple((number, say(step.says, lang), step.rule) for number, step in enumerate(one.steps, 1))
        columns = (spoken("column.step"), spoken("column.happened"), spoken("column.rule"))
        tables.append(Table(f"{spoken('table.steps')} {post}".strip(), columns, steps))
    return tuple(tables)


@dataclass(frozen=True)
class _Spoken:
    """The words of the columns and titles, in one language."""

    lang: str

    def __call__(self, id_: str, **filled: str) -> str:
        return say(message(f"sheets.{id_}", **filled), self.lang)

    def say(self, what: Message) -> str:
        return say(what, self.lang)


def _names(sheet: ResultSheet, spoken: _Spoken) -> tuple[tuple[str, ...], tuple[tuple[Value, ...], ...]]:
    has_lists = any(line.list for line in sheet.lines)
    has_sums = len(sheet.parties) > len(sheet.sides)
    header = (
        *((spoken("column.list"),) if has_lists else ()),
        spoken("column.name"),
        *sheet.parties,
        *((spoken("column.side", side=side) for side in sheet.sides) if has_sums else ()),
        spoken("column.combined"),
        spoken("column.came"),
    )
    rows = tuple(_row(line, sheet, spoken, has_lists=has_lists, has_sums=has_sums) for line in sheet.lines)
    return header, rows


def _row(
    line: ResultLine, sheet: ResultSheet, spoken: _Spoken, *, has_lists: bool, has_sums: bool
) -> tuple[Value, ...]:
    sides = dict(line.sides)
    sums = tuple(_number(sides.get(side)) for side in sheet.sides) if has_sums else ()
    marks = tuple(int(mark) if mark.isdecimal() else mark for _, mark in line.marks)
    lists = (line.list,) if has_lists else ()
    return (*lists, line.name, *marks, *sums, _number(line.combined), spoken.say(line.came))


def _number(score: Fraction | None) -> Value:
    if score is None:
        return ""
    return score.numerator if score.denominator == 1 else str(score)


def _csv(tables: tuple[Table, ...]) -> bytes:
    """Return the tables under each other, an empty line between, with the mark by which Excel knows UTF-8."""
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\r\n")
    for number, table in enumerate(tables):
        if number:
            out.writerow(())
        out.writerows([tuple(map(_plain, row)) for row in (*((table.header,) if table.header else ()), *table.rows)])
    return written.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> Value:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value


def _workbook(tables: tuple[Table, ...]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 -- 0.2 s, which only a workbook needs
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- as above

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", table.title)[:LONGEST_TITLE])
        rows = (*((table.header,) if table.header else ()), *table.rows)
        for line, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(line, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a name that begins with = is no formula
                cell.font = Font(bold=bool(table.header) and line == 1)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
        if table.header:
            sheet.freeze_panes = "A2"
        for column in range(1, max(map(len, rows), default=0) + 1):
            longest = max((len(str(row[column - 1])) for row in rows if len(row) >= column), default=0)
            sheet.column_dimensions[get_column_letter(column)].width = min(longest + 2, WIDEST_COLUMN)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
