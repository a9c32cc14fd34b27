"""Sheets in files: what one party strikes and ranks, read from a table with columns for name, rank and strike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from placet.case.spoken import nearest, quoted
from placet.errors import CaseError, Fault
from placet.procedures.game import Party
from placet.procedures.table import Cell, formula_fault, read_table, tidy

COLUMNS = {
    "name": ("name", "names", "candidate", "arbitrator", "nominee", "office", "الاسم", "nom"),
    "rank": ("rank", "ranking", "preference", "الترتيب", "rang"),
    "strike": ("strike", "struck", "strikes", "veto", "شطب"),
    "list": ("list", "class", "القائمة", "liste"),
}
"""By what names the columns are known; case does not matter."""

STRUCK = frozenset({"x", "✗", "✘", "✓", "✔", "yes", "y", "true", "strike", "struck", "veto"})
KEPT = frozenset({"", "no", "n", "false", "-"})
HIGHEST = 10_000


@dataclass(frozen=True)
class Entry:
    """One line of a sheet: who, and what the party says of them.

    Parameters
    ----------
    rank : int or None
        1 for the first choice.
    strike : int or None
        0 if struck, or the turn in which it is to be struck, from 1, where play is by turns.
    """

    name: str
    list: str
    rank: int | None
    strike: int | None
    line: int
    column: int


@dataclass(frozen=True)
class Sheet:
    """What one party hands in."""

    party: Party
    file: str
    entries: tuple[Entry, ...]

    @property
    def struck(self) -> tuple[str, ...]:
        """The names struck, in the order of the alphabet."""
        return tuple(sorted(entry.name for entry in self.entries if entry.strike is not None))

    @property
    def ranking(self) -> tuple[str, ...]:
        """The names ranked, best first."""
        ranked = [(entry.rank, entry.name) for entry in self.entries if entry.rank is not None]
        return tuple(name for _, name in sorted(ranked))

    @property
    def strike_order(self) -> tuple[str, ...]:
        """Whom it strikes by turns: numbered strikes first, then the other strikes and the ranked, worst first."""
        turns = {entry.name: entry.strike for entry in self.entries if entry.strike}
        numbered = sorted(turns, key=lambda name: (turns[name] or 0, name))
        unnumbered = [name for name in self.struck if name not in turns]
        ranks = {name: place for place, name in enumerate(self.ranking)}
        rest = sorted(unnumbered, key=lambda name: (-ranks.get(name, len(ranks)), name))
        ranked = [name for name in reversed(self.ranking) if name not in turns and name not in unnumbered]
        return (*numbered, *rest, *ranked)


def party_of(file: Path) -> Party:
    """Return whose sheet a file is: ``union.csv`` the union's, ``claimants.ash.csv`` that of Ash of the claimants."""
    side, _, party = tidy(file.stem).partition(".")
    return Party(f"{side}.{party}" if party else side, side)


def read_sheets(files: Iterable[Path]) -> tuple[Sheet, ...]:
    """Read the sheets of several parties.

    Raises
    ------
    CaseError
        If any of them has mistakes; it holds all mistakes of all files.
    """
    sheets, faults = [], []
    seen: dict[str, Path] = {}
    for file in sorted(files, key=str):
        party = party_of(file)
        if party.id in seen:
            found = f"a second sheet of {quoted(party.id)}"
            faults.append(Fault(str(file), 1, 1, found, f"one sheet for each party (the first is {seen[party.id]})"))
            continue
        seen[party.id] = file
        try:
            sheets.append(Sheet(party, str(file), read_entries(file)))
        except CaseError as mistakes:
            faults.extend(mistakes.faults)
    if faults:
        raise CaseError(tuple(faults))
    return tuple(sheets)


def read_entries(file: Path, *, marked: bool = True) -> tuple[Entry, ...]:
    """Read the lines of a sheet, or those of a plain list of names.

    Parameters
    ----------
    marked : bool
        Whether the file is a sheet and needs a column for ranks or strikes.

    Raises
    ------
    CaseError
        If it has mistakes; it holds all of them.
    """
    header, *rows = read_table(file)
    faults: list[Fault] = []
    columns = _columns(header, file, faults, marked=marked)
    entries: list[Entry] = []
    first_lines: dict[str, int] = {}
    if not faults:
        for row in rows:
            entry = _entry(row, columns, file, faults)
            if entry is None:
                continue
            if entry.name in first_lines:
                expected = f"each name once (the first stands on line {first_lines[entry.name]})"
                found = f"{quoted(entry.name)} a second time"
                faults.append(Fault(str(file), entry.line, entry.column, found, expected))
            else:
                first_lines[entry.name] = entry.line
                entries.append(entry)
        if not entries and not faults:
            last = header[-1]
            faults.append(Fault(str(file), last.line, last.column, "no names under the columns", "one name a line"))
    if faults:
        raise CaseError(tuple(faults))
    return tuple(entries)


def _columns(header: list[Cell], file: Path, faults: list[Fault], *, marked: bool) -> dict[str, int]:
    known = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    columns: dict[str, int] = {}
    for place, cell in enumerate(header):
        column = known.get(cell.text.casefold())
        if column is not None and column in columns:
            faults.append(Fault(str(file), cell.line, cell.column, f"a second column {quoted(cell.text)}", "one"))
        elif column is not None:
            columns[column] = place
    needed = [] if "name" in columns else ["name"]
    if marked and not {"rank", "strike"} & columns.keys():
        needed.append("rank (or strike)")
    if needed:
        words = [cell.text for cell in header if cell.text and cell.text.casefold() not in known]
        wanted = [column for column in ("name", "rank", "strike") if column not in columns]
        meant = next((close for word in words if (close := nearest(word, wanted))), None)
        found = f"the columns {', '.join(cell.text for cell in header if cell.text)}"
        faults.append(Fault(str(file), header[0].line, 1, found, f"a column named {' and '.join(needed)}", meant))
    return columns


def _entry(row: list[Cell], columns: dict[str, int], file: Path, faults: list[Fault]) -> Entry | None:
    at = len(faults)
    for cell in row:
        fault = formula_fault(cell, file)
        if fault is not None:
            faults.append(fault)
    nothing = Cell("", row[-1].line, row[-1].column)

    def cell_of(column: str) -> Cell:
        place = columns.get(column)
        return row[place] if place is not None and place < len(row) else nothing

    name, rank, strike = cell_of("name"), cell_of("rank"), cell_of("strike")
    if not name.text:
        faults.append(Fault(str(file), name.line, name.column, "no name", "a name on every line that has a mark"))
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
            faults.append(Fault(str(file), rank.line, rank.column, f"the rank {quoted(rank.text)}", expected))
    if place is not None and turn is not None:
        found = f"{quoted(name.text)} both struck and ranked"
        faults.append(Fault(str(file), name.line, name.column, found, "one or the other"))
    return Entry(name.text, cell_of("list").text, place, turn, name.line, name.column)


def _strike(cell: Cell, file: Path, faults: list[Fault]) -> int | None:
    if cell.text.casefold() in STRUCK:
        return 0
    if cell.text.casefold() in KEPT:
        return None
    number = _number(cell)
    if number is None:
        expected = "x to strike, the turn in which to strike, or nothing"
        faults.append(Fault(str(file), cell.line, cell.column, f"the strike {quoted(cell.text)}", expected))
    return number


def _number(cell: Cell) -> int | None:
    """Return a whole number from 1 in digits of any script; spreadsheets write 1 as 1.0 at times."""
    written = cell.text.removesuffix(".0")
    return int(written) if written.isdecimal() and len(written) < 6 and 1 <= int(written) <= HIGHEST else None
