"""The tally of ballot files, large tables by DuckDB: one pass over each file, and no ballot becomes a Python value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placet.ballots import abcvoting, preflib
from placet.ballots.csv_file import written
from placet.ballots.csv_layout import Form
from placet.ballots.duck import PARQUET, Source, connect, csv_source, has_duckdb, parquet_source, values_of
from placet.ballots.read import decoded, read_ballots
from placet.ballots.tables import NotUnderstoodError, by_size, understood
from placet.ballots.tally import Standing, Tally, add_up, standing_of, tally_profile, tally_written
from placet.errors import QuestionError

if TYPE_CHECKING:
    import duckdb


def tally_files(patterns: Iterable[str]) -> Tally:
    """Return the tally of the ballots in all files that the patterns name.

    Parameters
    ----------
    patterns : iterable of str
        Paths, or patterns with ``*`` such as ``ballots/*.parquet``.

    Raises
    ------
    QuestionError
        If no file is there, or a table needs DuckDB and it is not installed.
    BallotError
        If a file has mistakes.

    Notes
    -----
    Counts of the files add up, so that files can be counted on several machines.
    """
    return add_up(_tally(file) for file in files_of(patterns))


def files_of(patterns: Iterable[str]) -> list[str]:
    """Return the files that the patterns name, each once, in their order.

    Raises
    ------
    QuestionError
        If a pattern names none.
    """
    found: dict[str, None] = {}
    for pattern in patterns:
        here = [pattern] if Path(pattern).is_file() else sorted(map(str, _matching(pattern)))
        if not here:
            raise QuestionError(f"no file {pattern}", "a file of ballots, or a pattern such as ballots/*.parquet")
        found.update(dict.fromkeys(here))
    return list(found)


def _matching(pattern: str) -> Iterator[Path]:
    path = Path(pattern)
    folder = Path(path.anchor) if path.is_absolute() else Path()
    inside = str(path.relative_to(path.anchor)) if path.is_absolute() else pattern
    if not inside or inside == ".":
        return iter(())
    return (file for file in folder.glob(inside) if file.is_file())


def _tally(file: str) -> Tally:
    path = Path(file)
    suffix = path.suffix.casefold()
    if suffix in PARQUET:
        return _parquet(file)
    if suffix in {*preflib.SUFFIXES, *abcvoting.SUFFIXES}:
        return tally_profile(read_ballots(file))
    found = _csv(file) if has_duckdb() else None
    return tally_written(*written(decoded(path.read_bytes(), file), file)) if found is None else found


def _parquet(file: str) -> Tally:
    with connect() as connection:
        source = parquet_source(connection, file)
        try:
            found = _counted(connection, source)
        except NotUnderstoodError as mistake:
            raise QuestionError(f"{mistake.args[0]} of {file}", *mistake.args[1:]) from None
    return tally_profile(read_ballots(file)) if found is None else found


def _csv(file: str) -> Tally | None:
    """Return the tally of a large CSV table; None where the reader of every form has to look at it."""
    import duckdb  # noqa: PLC0415 -- an extra

    source = csv_source(file)
    if source is None:
        return None
    with connect() as connection:
        try:
            return _counted(connection, source)
        except (NotUnderstoodError, duckdb.Error):
            return None


def _counted(connection: duckdb.DuckDBPyConnection, source: Source) -> Tally | None:
    """Return the tally of a table whose columns are names or places; None for whole rankings."""
    columns = source.layout.columns
    if source.layout.form is Form.BALLOTS:
        return None
    if source.layout.count is not None:
        wrong = f"SELECT count(*) FROM {source.sql} WHERE coalesce({source.weight}, 0) < 1 AND ({source.told()})"  # noqa: S608 -- quoted
        if (connection.execute(wrong).fetchone() or (1,))[0]:
            raise NotUnderstoodError("a count that is none", "how many voters: a whole number from 1")
    counts = values_of(connection, source, columns)
    voters = sum(counts[0].values())
    if all(_nothing(found) for found in counts):
        # Every column has empty cells: rows without anything in them are no ballots.
        query = f"SELECT coalesce(sum({source.weight}), 0) FROM {source.sql} WHERE {source.told()}"  # noqa: S608 -- quoted
        voters = int((connection.execute(query).fetchone() or (0,))[0])
    if not voters:
        raise NotUnderstoodError("no ballots", "a row for each ballot")
    if source.layout.form is Form.PLACES:
        return Tally(voters, _by_place(counts)) if _fills_from_the_top(connection, source, counts) else None
    standings: dict[str, Standing] = {}
    for index, found in zip(columns, counts, strict=True):
        name = source.header[index]
        told = [(understood(value, name), count) for value, count in found.items()]
        standings[name] = standing_of((one.rank, one.mark, count) for one, count in told)
    return Tally(voters, standings)


def _fills_from_the_top(connection: duckdb.DuckDBPyConnection, source: Source, counts: list[dict[Any, int]]) -> bool:
    """Whether no ballot has an empty place before a name, which then moves up, and none has a name twice."""
    columns = [f"nullif(trim(CAST(c{index} AS VARCHAR)), '')" for index in source.layout.columns]
    gaps = (
        [f"({one} IS NULL AND {other} IS NOT NULL)" for one, other in pairwise(columns)]
        if any(map(_nothing, counts))
        else []
    )
    twice = (
        f"len(list_distinct([{', '.join(columns)}])) <> {' + '.join(f'({one} IS NOT NULL)::INT' for one in columns)}"
    )
    query = f"SELECT count(*) FROM {source.sql} WHERE {' OR '.join([*gaps, twice])}"  # noqa: S608 -- quoted
    return bool((connection.execute(query).fetchone() or (1,))[0] == 0)


def _nothing(found: dict[Any, int]) -> int:
    """Return how many voters left a column empty."""
    return sum(count for value, count in found.items() if value is None or not str(value).strip())


def _by_place(counts: list[dict[Any, int]]) -> dict[str, Standing]:
    ranks: dict[str, list[tuple[int, int, int]]] = {}
    for place, found in enumerate(counts, start=1):
        for value, count in found.items():
            name = "" if value is None else str(value).strip()
            if name:
                ranks.setdefault(name, []).append((place, 0, count))
    return {name: standing_of(ranks[name]) for name in sorted(ranks, key=by_size)}
