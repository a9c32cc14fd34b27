"""Tables of preferences: one file that holds the ranking of every side, in any of the layouts that people write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from placet.case.spoken import nearest, quoted
from placet.errors import CaseError, Fault
from placet.procedures.preferences import Preferences, preferences_of
from placet.procedures.sheet_files import fault_at, formula_fault, read_grid
from placet.procedures.table import Cell

NAMES = frozenset({"name", "names", "candidate", "candidates"})
SIDES = frozenset({"side", "sides", "party", "parties"})
PLACES = frozenset({"rank", "place", "choice", ""})
LAYOUTS = (
    "a column for each side with its names, best first; or a column name and one for each side with ranks; or a line "
    "for each side: its name, and then its names, best first"
)

Row = tuple[Cell, ...]
Ranked = dict[str, list[tuple[int, Cell]]]
"""For each side the names with their ranks."""


def is_one_sheet(file: Path) -> bool:
    """Whether a file is the sheet of one side, with a column called rank beside the names."""
    header = [cell.text.casefold() for cell in read_grid(file).rows[0]]
    return bool(NAMES & set(header)) and "rank" in header


def read_preferences(file: Path) -> Preferences:
    """Read the rankings of all sides from one file, CSV or XLSX.

    The first cell says which layout it is: ``name`` for a line for each name and a column of ranks for each side;
    ``side`` for a line for each side, with its names best first, or with ranks under the names, or with ``a > b > c``
    in one cell; else the columns are the sides, with their names best first, perhaps after a column ``rank``.

    Raises
    ------
    CaseError
        If it has mistakes; it holds all of them.
    QuestionError
        If it cannot be read.
    """
    rows = [tuple(row) for row in read_grid(file).rows]
    faults = [fault for row in rows for cell in row if (fault := formula_fault(cell, file)) is not None]
    if faults:
        raise CaseError(tuple(faults))
    header = rows[0][0].text.casefold()
    if header in NAMES:
        ranked = _by_name(rows, file)
    elif header in SIDES:
        ranked = _by_side(rows, file)
    else:
        ranked = _by_place(rows, file)
    return _checked(ranked, file, rows[0][0])


def _by_name(rows: list[Row], file: Path) -> Ranked:
    sides = rows[0][1:]
    ranked: Ranked = {cell.text: [] for cell in _once(sides, file)}
    for row in rows[1:]:
        for place, side in enumerate(sides, 1):
            cell = row[place] if place < len(row) else Cell("", row[-1].line, row[-1].column)
            ranked[side.text].append((_rank(cell, file), row[0]))
    return ranked


def _by_side(rows: list[Row], file: Path) -> Ranked:
    ranked: Ranked = {cell.text: [] for cell in _once([row[0] for row in rows[1:]], file)}
    header, lines = rows[0][1:], rows[1:]
    cells = [cell for row in lines for cell in row[1:] if cell.text]
    if any(">" in cell.text for cell in cells):
        for row in lines:
            for cell in row[1:]:
                for part in filter(None, (part.strip() for part in cell.text.split(">"))):
                    ranked[row[0].text].append((len(ranked[row[0].text]) + 1, Cell(part, cell.line, cell.column)))
    elif cells and all(cell.text.isdecimal() for cell in cells):
        for row in lines:
            for place, name in enumerate(header, 1):
                cell = row[place] if place < len(row) else Cell("", row[-1].line, row[-1].column)
                ranked[row[0].text].append((_rank(cell, file), Cell(name.text, cell.line, cell.column)))
    else:
        for row in lines:
            ranked[row[0].text] += [(place, cell) for place, cell in enumerate(row[1:], 1) if cell.text]
    return ranked


def _by_place(rows: list[Row], file: Path) -> Ranked:
    begins = 1 if rows[0][0].text.casefold() in PLACES and len(rows[0]) > 2 else 0
    sides = rows[0][begins:]
    ranked: Ranked = {cell.text: [] for cell in _once(sides, file)}
    for row in rows[1:]:
        rank = _rank(row[0], file) if begins else row[0].line
        for side, cell in zip(sides, row[begins:], strict=False):
            if cell.text:
                ranked[side.text].append((rank, cell))
    return ranked


def _once(sides: Row | list[Cell], file: Path) -> Row | list[Cell]:
    """Return the sides, each of them there once."""
    seen: set[str] = set()
    for cell in sides:
        if not cell.text:
            _stop(file, cell, "a side without a name", "the name of a side")
        if cell.text in seen:
            _stop(file, cell, f"the side {quoted(cell.text)} a second time", "each side once")
        seen.add(cell.text)
    return sides


def _rank(cell: Cell, file: Path) -> int:
    if not cell.text.isdecimal() or len(cell.text) > 6:
        _stop(file, cell, quoted(cell.text) if cell.text else "nothing", "a rank such as 1, for the first choice")
    return int(cell.text)


def _stop(file: Path, cell: Cell, found: str, expected: str) -> NoReturn:
    raise CaseError((fault_at(file, cell, found, expected),))


def _checked(ranked: Ranked, file: Path, first: Cell) -> Preferences:
    """Return the preferences, if every side ranks the same names, each once and with ranks of their own."""
    if len(ranked) < 2 or not all(ranked.values()):
        found = f"the ranking of {' and '.join(side for side, names in ranked.items() if names) or 'nobody'} only"
        _stop(file, first, found, f"rankings of two sides or more: {LAYOUTS}")
    faults = list(_faults(ranked, file))
    if faults:
        raise CaseError(tuple(sorted(faults)))
    rankings = {
        side: [cell.text for _, cell in sorted(given, key=lambda pair: pair[0])] for side, given in ranked.items()
    }
    return preferences_of(rankings)


def _faults(ranked: Ranked, file: Path) -> Iterator[Fault]:
    everybody = list(dict.fromkeys(cell.text for given in ranked.values() for _, cell in given))
    for side, given in ranked.items():
        names: dict[str, Cell] = {}
        ranks: dict[int, Cell] = {}
        for rank, cell in given:
            if cell.text in names:
                yield fault_at(file, cell, f"{quoted(cell.text)} twice in the ranking of {side}", "each name once")
            elif rank in ranks:
                found = (
                    f"rank {rank} twice in the ranking of {side}: {quoted(ranks[rank].text)} and {quoted(cell.text)}"
                )
                yield fault_at(file, cell, found, "a rank of its own for each name")
            names[cell.text], ranks[rank] = cell, cell
        for name in everybody:
            if name not in names:
                others = [other for other in everybody if other != name]
                found = f"no rank for {quoted(name)} in the ranking of {side}"
                yield fault_at(file, given[0][1], found, "the same names in all rankings", nearest(name, others))
