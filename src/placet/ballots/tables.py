"""Profiles from Parquet files and large CSV tables, column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from placet.ballots.assemble import APPROVED, VETOED, Ballot, profile_of
from placet.ballots.csv_layout import APPROVING, REFUSING, Form
from placet.ballots.duck import Source, case_of, connect, csv_source, has_duckdb, parquet_source, values_of
from placet.ballots.faults import Faults, nearest, quoted
from placet.ballots.marks import MARK_EXPECTED, Meaning, meaning_of_value
from placet.ballots.order_text import failing, read_order
from placet.ballots.profile import MOST_CANDIDATES, Profile
from placet.errors import QuestionError

if TYPE_CHECKING:
    import duckdb

LARGE = 4 * 2**20
"""Bytes from which a CSV table that holds words is read by DuckDB, where that is installed."""
YES, NO = -1, -2
"""What stands for an approval and a veto where ranks are positive."""


class NotUnderstoodError(Exception):
    """A table holds something that has to be told with its place."""


def read_parquet(file: str) -> Profile:
    """Return the profile of a Parquet file, whose columns are those of a CSV table.

    Raises
    ------
    QuestionError
        If DuckDB is not installed, or the file is none or holds something that is no ballot.
    """
    with connect() as connection:
        source = parquet_source(connection, file)
        try:
            return _profile(connection, source)
        except NotUnderstoodError as mistake:
            raise QuestionError(f"{mistake.args[0]} of {file}", *mistake.args[1:]) from None


def read_large_csv(file: str) -> Profile | None:
    """Return the profile of a large CSV table, or None where the reader of every form has to look at it.

    Notes
    -----
    Two passes over the file. A mistake is never told from here: the other reader tells it with line and column.
    """
    if not has_duckdb():
        return None
    import duckdb  # noqa: PLC0415 -- an extra

    source = csv_source(file)
    if source is None:
        return None
    with connect() as connection:
        try:
            return _profile(connection, source)
        except (NotUnderstoodError, QuestionError, duckdb.Error):
            return None


def _profile(connection: duckdb.DuckDBPyConnection, source: Source) -> Profile:
    layout = source.layout
    read = {Form.CANDIDATES: _marked, Form.PLACES: _placed, Form.BALLOTS: _written}[layout.form]
    extra = []
    if layout.count is not None:
        extra.append(f"{source.weight} AS weight")
    if layout.side is not None:
        extra.append(f"trim(CAST(c{layout.side} AS VARCHAR)) AS side")
    return read(connection, source, extra)


def _columns(connection: duckdb.DuckDBPyConnection, source: Source, selected: list[str]) -> dict[str, NDArray[Any]]:
    query = f"SELECT {', '.join(selected)} FROM {source.sql} WHERE {source.told()}"  # noqa: S608 -- quoted
    found: dict[str, NDArray[Any]] = connection.execute(query).fetchnumpy()
    if not len(next(iter(found.values()))):
        raise NotUnderstoodError("no ballots", "a row for each ballot")
    return found


def _weights(found: dict[str, NDArray[Any]], count: int) -> NDArray[np.int64]:
    if "weight" not in found:
        return np.ones(count, np.int64)
    weights = found["weight"]
    if np.ma.getmaskarray(weights).any() or weights.min() < 1:
        raise NotUnderstoodError("a count that is none", "how many voters: a whole number from 1")
    return np.asarray(weights, np.int64)


def _sides(found: dict[str, NDArray[Any]]) -> list[str | None]:
    return [one or None for one in np.ma.filled(found["side"], "").tolist()] if "side" in found else []


def _marked(connection: duckdb.DuckDBPyConnection, source: Source, extra: list[str]) -> Profile:
    columns = source.layout.columns
    names = tuple(source.header[index] for index in columns)
    selected = [
        f"{case_of(f'c{index}', _codes(values, name))} AS c{index}"
        for index, name, values in zip(columns, names, values_of(connection, source, columns), strict=True)
    ]
    found = _columns(connection, source, [*selected, *extra])
    codes = np.stack([np.ma.filled(found[f"c{index}"], 0) for index in columns], axis=1)
    marks = np.where(codes == YES, np.int8(APPROVED), np.where(codes == NO, np.int8(VETOED), np.int8(0)))
    np.maximum(codes, 0, out=codes)
    return profile_of(names, codes, marks, _weights(found, len(codes)), _sides(found))


def _codes(values: dict[Any, int], name: str) -> dict[Any, int]:
    """Return for each value of a column the number that stands for it."""
    codes = {}
    for value in values:
        told = understood(value, name)
        codes[value] = told.rank or {APPROVED: YES, VETOED: NO, 0: 0}[told.mark]
    return codes


def understood(value: object, name: str) -> Meaning:
    """Return what a value of a column means.

    Raises
    ------
    NotUnderstoodError
        If that cannot be told.
    """
    told = meaning_of_value(value)
    if told is None:
        close = nearest(str(value).casefold(), APPROVING | REFUSING)
        raise NotUnderstoodError(f"{quoted(str(value))} in the column {name}", MARK_EXPECTED, close)
    return told


def _placed(connection: duckdb.DuckDBPyConnection, source: Source, extra: list[str]) -> Profile:
    columns = source.layout.columns
    texts = {
        text: text.strip()
        for values in values_of(connection, source, columns)
        for text in (None if value is None else str(value) for value in values)
        if text is not None
    }
    names = sorted({name for name in texts.values() if name}, key=by_size)
    if not names or len(names) > MOST_CANDIDATES:
        raise NotUnderstoodError(f"{len(names)} names", f"from 1 to {MOST_CANDIDATES}")
    number = {name: index for index, name in enumerate(names, start=1)}
    codes = {text: number.get(name, 0) for text, name in texts.items()}
    # A text of digits is a name here, so every text is listed.
    listed = " ".join(f"WHEN '{text.replace(chr(39), chr(39) * 2)}' THEN {code}" for text, code in codes.items())
    selected = [f"CAST(coalesce(CASE CAST(c{at} AS VARCHAR) {listed} END, 0) AS SMALLINT) AS c{at}" for at in columns]
    found = _columns(connection, source, [*selected, *extra])
    rows = len(next(iter(found.values())))
    ranks, depth = np.zeros((rows, len(names)), np.int16), np.zeros(rows, np.int16)
    for index in columns:
        at = np.ma.filled(found[f"c{index}"], 0).astype(np.int64) - 1
        there = np.flatnonzero(at >= 0)
        if ranks[there, at[there]].any():
            raise NotUnderstoodError("a name twice on one ballot", "every name once")
        depth[there] += 1
        ranks[there, at[there]] = depth[there]
    return profile_of(names, ranks, None, _weights(found, rows), _sides(found))


def _written(connection: duckdb.DuckDBPyConnection, source: Source, extra: list[str]) -> Profile:
    at = source.layout.columns[0]
    found = _columns(connection, source, [f"CAST(c{at} AS VARCHAR) AS ballot", *extra])
    texts, which = np.unique(np.ma.filled(found["ballot"], "").astype(str), return_inverse=True)
    faults = Faults(source.file)
    ballots = [read_order(text, None, failing(faults, 1, 1)) for text in texts.tolist()]
    if faults.found:
        wrong = faults.found[0]
        raise NotUnderstoodError(f"{wrong.found} in a ballot", wrong.expected, wrong.suggestion)
    told: list[Ballot] = [ballot for ballot in ballots if ballot is not None]
    names = sorted({name for ballot in told for name in ballot.ranks}, key=by_size)
    place = {name: index for index, name in enumerate(names)}
    ranks, marks = np.zeros((len(told), len(names)), np.int16), np.zeros((len(told), len(names)), np.int8)
    for row, ballot in enumerate(told):
        marks[row] = ballot.others
        ranks[row, [place[name] for name in ballot.ranks]] = list(ballot.ranks.values())
        marks[row, [place[name] for name in ballot.marks]] = list(ballot.marks.values())
    counts = np.array([ballot.count for ballot in told], np.int64)[which.ravel()]
    rows = len(which.ravel())
    weights = counts * _weights(found, rows)
    return profile_of(names, ranks[which.ravel()], marks[which.ravel()], weights, _sides(found))


def by_size(name: str) -> tuple[bool, int, str]:
    """Order names that are numbers by size, before all others."""
    is_number = name.isdecimal() and len(name) <= 15
    return (not is_number, int(name) if is_number else 0, name)
