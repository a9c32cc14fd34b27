"""Ballots from a CSV table, whichever of the documented forms it has; every mistake at once, with its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from placet.ballots.assemble import Ballot, assemble, profile_of
from placet.ballots.cells import Cell, Row, Table, read_table, separator_of
from placet.ballots.csv_layout import APPROVING, REFUSING, Form, Layout, is_number, layout_of
from placet.ballots.faults import Faults, nearest, quoted
from placet.ballots.marks import MARK_EXPECTED, meaning_of
from placet.ballots.order_text import SIGNS, failing, read_order
from placet.ballots.profile import MOST_CANDIDATES, Profile, Ranks, Weights

HEAVIEST_COUNT = 10**12
LISTED = str.maketrans(",;", ">>")


def read_csv(text: str, file: str) -> Profile:
    """Return the profile of a table.

    Notes
    -----
    A table of whole numbers alone is read by NumPy; any other line by line.

    Raises
    ------
    BallotError
        With every mistake of the table.
    """
    numbers = read_numbers(text)
    return assemble(*written(text, file)) if numbers is None else numbers


def written(text: str, file: str) -> tuple[tuple[str, ...], list[Ballot]]:
    """Return the candidates of a table and its ballots as they are written, line by line.

    Raises
    ------
    BallotError
        With every mistake of the table.
    """
    faults = Faults(file)
    table = read_table(text, faults)
    if not table.rows:
        faults.add(1, 1, "no ballots", "a row of column names and a row for each ballot")
        faults.raise_any()
    layout = layout_of(table.rows)
    if layout.has_header and not any(map(_tells_something, table.rows[:2])):
        found = "numbers in the first two lines, which can be names or ranks"
        faults.add(table.rows[0][0].line, 1, found, "a line of column names, such as rank1, rank2 or each name")
    table = _with_lists_as_rankings(table, layout)
    names = _names(table, layout, faults)
    read = {Form.CANDIDATES: _marked, Form.PLACES: _placed, Form.BALLOTS: _written}[layout.form]
    rows = table.rows[int(layout.has_header) :]
    if not rows and not faults.found:
        faults.add(table.rows[0][0].line + 1, 1, "no ballots", "a row for each ballot")
    ballots: list[Ballot] = []
    for row in rows:
        one, count = read(row, layout, names, faults), _count(row, layout, faults)
        if one is not None:
            side = _side(row, layout)
            ballots.append(Ballot(one.ranks, one.marks, one.others, one.count * count, side))
    faults.raise_any()
    names = names or tuple(sorted({name for ballot in ballots for name in ballot.ranks}, key=_by_size))
    if not names:
        faults.add(table.rows[0][0].line, 1, "no name on any ballot", "names with > between them")
    faults.raise_any()
    return names, ballots


def read_numbers(text: str) -> Profile | None:
    """Return the profile of a table that has a column for each candidate and only ranks in it, or None for another."""
    head, _, body = text.partition("\n")
    if '"' in text or head.startswith("#") or not any(map(str.isalpha, head)):
        return None
    separator = separator_of([head])
    row = tuple(Cell(word.strip(), 1, 1) for word in head.split(separator))
    layout = layout_of((row,))
    columns = [*layout.columns, *([] if layout.count is None else [layout.count])]
    if layout.form is not Form.CANDIDATES or not layout.columns or len(columns) < len(row) or not body.strip():
        return None
    try:
        found = np.loadtxt(body.splitlines(), np.int64, delimiter=separator, ndmin=2, comments=None)
    except ValueError:
        return None
    names = tuple(row[index].text for index in layout.columns)
    if found.shape[1] != len(row) or found.min() < 1 or found.max() > MOST_CANDIDATES or len(set(names)) < len(names):
        return None
    weights: Weights = np.ones(len(found), np.int64) if layout.count is None else found[:, layout.count]
    ranks: Ranks = found[:, list(layout.columns)].astype(np.int16)
    return profile_of(names, ranks, None, weights, [])


def _names(table: Table, layout: Layout, faults: Faults) -> tuple[str, ...] | None:
    """Return the candidates as the header or a comment lists them, or None if only the ballots name them."""
    if layout.form is not Form.CANDIDATES:
        return table.candidates
    names: list[str] = []
    for index in layout.columns:
        cell = table.rows[0][index]
        if cell.text in names:
            faults.add(cell.line, cell.column, f"a second column {quoted(cell.text)}", "a column for each candidate")
        names.append(cell.text)
    if not names:
        faults.add(table.rows[0][0].line, 1, "no column for a candidate", "column names, such as ballot or each name")
    return tuple(names)


def _with_lists_as_rankings(table: Table, layout: Layout) -> Table:
    """Return a table of whole rankings in which ``a, b, c`` is written ``a > b > c``, if no ballot has a sign."""
    at = layout.columns[0] if layout.columns else 0
    cells = [_cell(row, at).text for row in table.rows[int(layout.has_header) :]]
    if layout.form is not Form.BALLOTS or any(sign in cell for cell in cells for sign in SIGNS):
        return table
    rows = tuple(
        tuple(
            replace(cell, text=cell.text.translate(LISTED)) if index == at and number >= layout.has_header else cell
            for index, cell in enumerate(row)
        )
        for number, row in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def _tells_something(row: Row) -> bool:
    """Whether some cell of a row is neither empty nor a number."""
    return any(cell.text and not is_number(cell.text) for cell in row)


def _marked(row: Row, layout: Layout, names: tuple[str, ...] | None, faults: Faults) -> Ballot | None:
    """Read a row that has a cell for each candidate."""
    ranks: dict[str, int] = {}
    marks: dict[str, int] = {}
    before = len(faults.found)
    for name, index in zip(names or (), layout.columns, strict=True):
        cell = _cell(row, index)
        told = meaning_of(cell.text)
        if told is None:
            close = nearest(cell.text.casefold(), APPROVING | REFUSING)
            faults.add(cell.line, cell.column, quoted(cell.text), MARK_EXPECTED, close)
        elif told.rank:
            ranks[name] = told.rank
        else:
            marks[name] = told.mark
    _excess(row, layout, faults)
    return Ballot(ranks, marks) if len(faults.found) == before else None


def _placed(row: Row, layout: Layout, names: tuple[str, ...] | None, faults: Faults) -> Ballot | None:
    """Read a row that has a cell for each place."""
    ranks: dict[str, int] = {}
    before = len(faults.found)
    for cell in (_cell(row, index) for index in layout.columns):
        if not cell.text:
            continue
        if cell.text in ranks:
            faults.add(cell.line, cell.column, f"{quoted(cell.text)} a second time", "every name once")
        elif names is not None and cell.text not in names:
            faults.add(cell.line, cell.column, quoted(cell.text), "one of the candidates", nearest(cell.text, names))
        ranks[cell.text] = len(ranks) + 1
    _excess(row, layout, faults)
    return Ballot(ranks) if len(faults.found) == before else None


def _written(row: Row, layout: Layout, names: tuple[str, ...] | None, faults: Faults) -> Ballot | None:
    """Read a row that has its ranking in one cell."""
    cell = _cell(row, layout.columns[0])
    return read_order(cell.text, names, failing(faults, cell.line, cell.column))


def _excess(row: Row, layout: Layout, faults: Faults) -> None:
    """Tell of what stands behind the last column, or in one without a name."""
    for index, cell in enumerate(row):
        if cell.text and layout.has_header and (index in layout.nameless or index >= layout.width):
            faults.add(cell.line, cell.column, quoted(cell.text), "nothing in a column that has no name")


def _cell(row: Row, index: int) -> Cell:
    """Return a cell of a row, an empty one behind its end."""
    return row[index] if index < len(row) else Cell("", row[-1].line, row[-1].column + len(row[-1].text))


def _count(row: Row, layout: Layout, faults: Faults) -> int:
    if layout.count is None:
        return 1
    cell = _cell(row, layout.count)
    if not is_number(cell.text) or not 1 <= int(cell.text) <= HEAVIEST_COUNT:
        faults.add(cell.line, cell.column, quoted(cell.text), "how many voters: a whole number from 1")
        return 1
    return int(cell.text)


def _side(row: Row, layout: Layout) -> str | None:
    return None if layout.side is None else _cell(row, layout.side).text or None


def _by_size(name: str) -> tuple[bool, int, str]:
    """Order names that are numbers by size, before all others."""
    return (not is_number(name), int(name) if is_number(name) else 0, name)
