"""The lines of a sheet or list: each name with its rank and strike, and every mistake of the file at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from placet.case.spoken import columns_found, nearest, quoted
from placet.errors import CaseError, Fault
from placet.procedures.look_alikes import difference, skeleton
from placet.procedures.sheet_files import fault_at, formula_fault, no_name_fault, read_grid
from placet.procedures.table import Cell
from placet.words import Message

COLUMNS = {
    "name": ("name", "names", "candidate", "arbitrator", "nominee", "office", "الاسم", "nom"),
    "rank": ("rank", "ranking", "preference", "الترتيب", "rang"),
    "strike": ("strike", "struck", "strikes", "veto", "شطب"),
    "list": ("list", "class", "post", "القائمة", "liste"),
    "reason": ("reason", "reasons", "grounds", "السبب", "motif"),
    "person": ("person", "member", "minister", "الشخص", "personne"),
}
"""By what names the columns are known; case does not matter."""

STRUCK = frozenset({"x", "✗", "✘", "✓", "✔", "yes", "y", "true", "strike", "struck", "veto"})
KEPT = frozenset({"", "no", "n", "false", "-"})
HIGHEST = 10_000
HIGHEST_HEADER = 20
"""So many lines from the top the names of the columns are looked for."""


@dataclass(frozen=True)
class Entry:
    """One line of a sheet: who, and what the party says of them.

    Parameters
    ----------
    rank : int or None
        1 for the first choice.
    strike : int or None
        0 if struck, or the turn in which it is to be struck, from 1, where play is by turns.
    person : str
        Whom the party names for an office, where it picks offices; kept as written.
    reason : str
        Why it strikes the name, in its own words, where a rule asks for a reason.
    """

    name: str
    list: str
    rank: int | None
    strike: int | None
    line: int
    column: int
    person: str = ""
    reason: str = ""


def read_lines(
    file: Path, *, marked: bool = True, worksheet: str | None = None
) -> tuple[tuple[Entry, ...], tuple[Message, ...]]:
    """Read the lines of a sheet, or those of a plain list of names, and what of the file its reader may not have seen.

    Parameters
    ----------
    marked : bool
        Whether the file is a sheet and needs a column for ranks or strikes.
    worksheet : str or None
        Which worksheet of a workbook is meant, where several hold something.

    Raises
    ------
    CaseError
        If it has mistakes; it holds all of them.
    """
    grid = read_grid(file, worksheet)
    header, *rows = _from_header(grid.rows)
    faults: list[Fault] = []
    columns = _columns(header, file, faults, marked=marked)
    entries: list[Entry] = []
    if not faults:
        read = [_entry(row, columns, file, faults) for row in rows]
        entries = _each_once([entry for entry in read if entry is not None], file, faults)
        if not entries and not faults:
            faults.append(fault_at(file, header[-1], "no names under the columns", "one name a line"))
    if faults:
        raise CaseError(tuple(sorted(faults)))
    return tuple(entries), grid.notes


def _from_header(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Return the rows from the one that names the columns; a title or a note may stand above it."""
    for at, row in enumerate(rows[:HIGHEST_HEADER]):
        if any(cell.text.casefold() in COLUMNS["name"] for cell in row):
            return rows[at:]
    return rows


def _each_once(read: Sequence[Entry], file: Path, faults: list[Fault]) -> list[Entry]:
    """Return the first line of each name; a second one, or one that only looks the same, is a mistake."""
    first: dict[str, Entry] = {}
    alike: dict[str, Entry] = {}
    for entry in read:
        at = Cell(entry.name, entry.line, entry.column)
        before = first.setdefault(entry.name, entry)
        if before is not entry:
            expected = f"each name once (the first stands on line {before.line})"
            faults.append(fault_at(file, at, f"{quoted(entry.name)} a second time", expected))
            continue
        twin = alike.setdefault(skeleton(entry.name), entry)
        if twin is not entry:
            told = f"{quoted(entry.name)}, which looks like {quoted(twin.name)} on line {twin.line}"
            how = f"the same letters, or a name that can be told from it ({difference(entry.name, twin.name)})"
            faults.append(fault_at(file, at, told, how, twin.name))
    return list(first.values())


def _columns(header: Sequence[Cell], file: Path, faults: list[Fault], *, marked: bool) -> dict[str, int]:
    known = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    columns: dict[str, int] = {}
    for place, cell in enumerate(header):
        column = known.get(cell.text.casefold())
        if column is not None and column in columns:
            faults.append(fault_at(file, cell, f"a second column {quoted(cell.text)}", "one"))
        elif column is not None:
            columns[column] = place
    needed = [] if "name" in columns else ["name"]
    if marked and not {"rank", "strike"} & columns.keys():
        needed.append("rank (or strike)")
    if needed:
        words = [cell.text for cell in header if cell.text and cell.text.casefold() not in known]
        wanted = [column for column in ("name", "rank", "strike") if column not in columns]
        meant = next((close for word in words if (close := nearest(word, wanted))), None)
        found = columns_found(cell.text for cell in header)
        faults.append(Fault(str(file), header[0].line, 1, found, f"a column named {' and '.join(needed)}", meant))
    return columns


def _entry(row: Sequence[Cell], columns: dict[str, int], file: Path, faults: list[Fault]) -> Entry | None:
    at = len(faults)
    for cell in row:
        fault = formula_fault(cell, file)
        if fault is not None:
            faults.append(fault)

    def cell_of(column: str) -> Cell:
        place = columns.get(column)
        nothing = Cell("", row[0].line, row[-1].column)
        return row[place] if place is not None and place < len(row) else nothing

    name, rank, strike = cell_of("name"), cell_of("rank"), cell_of("strike")
    if not name.text:
        faults.append(fault_at(file, name, "no name", "a name on every line that has a mark"))
    elif (fault := no_name_fault(name, file)) is not None:
        faults.append(fault)
    if len(faults) > at:
        return None
    turn = _strike(strike, file, faults)
    place: int | None = None
    if rank.text.casefold() in STRUCK:
        turn = 0 if turn is None else turn
    elif rank.text.casefold() not in KEPT:
        place = _number(rank)
        if place is None:
            expected = "a whole number from 1, or x to strike"
            faults.append(fault_at(file, rank, f"the rank {quoted(rank.text)}", expected))
    if place is not None and turn is not None:
        found = f"{quoted(name.text)} both struck and ranked"
        faults.append(fault_at(file, name, found, "one or the other"))
    person = cell_of("person")
    of_list, reason = cell_of("list").text, cell_of("reason").text
    return Entry(name.text, of_list, place, turn, name.line, name.column, person.text, reason)


def _strike(cell: Cell, file: Path, faults: list[Fault]) -> int | None:
    if cell.text.casefold() in STRUCK:
        return 0
    if cell.text.casefold() in KEPT:
        return None
    number = _number(cell)
    if number is None:
        expected = "x to strike, the turn in which to strike, or nothing"
        faults.append(fault_at(file, cell, f"the strike {quoted(cell.text)}", expected))
    return number


def _number(cell: Cell) -> int | None:
    """Return a whole number from 1 in digits of any script; spreadsheets write 1 as 1.0 at times."""
    written = cell.text.removesuffix(".0")
    return int(written) if written.isdecimal() and len(written) < 6 and 1 <= int(written) <= HIGHEST else None
