"""Tables by DuckDB: Parquet and large CSV files as columns, without a loop over the ballots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placet.ballots.cells import Cell, separator_of
from placet.ballots.csv_layout import Form, Layout, layout_of
from placet.errors import QuestionError

if TYPE_CHECKING:
    import duckdb

PARQUET = (".parquet", ".pq")
LONGEST_HEADER = 2**20
"""Bytes of the first line of a CSV file that are looked at."""

PATTERN = frozenset("*?[")
"""DuckDB takes names with these for patterns."""


@dataclass(frozen=True)
class Source:
    """A table that DuckDB reads.

    Parameters
    ----------
    file : str
    header : tuple of str
        The names of its columns.
    layout : Layout
    sql : str
        What stands behind FROM; column i is called ``c{i}``.
    """

    file: str
    header: tuple[str, ...]
    layout: Layout
    sql: str

    @property
    def weight(self) -> str:
        """The number of voters who cast a row, as SQL; null where that is no whole number."""
        if self.layout.count is None:
            return "1"
        text = f"trim(CAST(c{self.layout.count} AS VARCHAR))"
        return f"CASE WHEN regexp_full_match({text}, '[0-9]{{1,12}}') THEN CAST({text} AS BIGINT) END"

    def told(self) -> str:
        """Return the condition that a row holds anything, as SQL."""
        return " OR ".join(f"coalesce(trim(CAST(c{index} AS VARCHAR)), '') <> ''" for index in range(len(self.header)))


def connect() -> duckdb.DuckDBPyConnection:
    """Return a connection of its own to DuckDB.

    Raises
    ------
    QuestionError
        If DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 -- an extra, and slow to import
    except ImportError:
        raise QuestionError("no DuckDB, which reads this file", 'placet with its extra: "placet[tables]"') from None
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    return connection


def has_duckdb() -> bool:
    """Whether DuckDB is installed."""
    import importlib.util  # noqa: PLC0415 -- asked of large files alone

    return importlib.util.find_spec("duckdb") is not None


def parquet_source(connection: duckdb.DuckDBPyConnection, file: str) -> Source:
    """Return a Parquet file as a source.

    Raises
    ------
    QuestionError
        If it is none, or has no columns for ballots.
    """
    import duckdb  # noqa: PLC0415 -- an extra

    if PATTERN & set(file):
        raise QuestionError(f"the file name {file}", "a file name without *, ? and [")
    read = f"read_parquet({_text(file)})"
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()  # noqa: S608 -- quoted
    except duckdb.Error:
        raise QuestionError(f"{file}, which is no Parquet file", "a Parquet file with a column for each name") from None
    header = tuple(str(row[0]) for row in described)
    layout = layout_of((tuple(Cell(name.strip(), 1, 1) for name in header),))
    chosen = ", ".join(f"{_name(name)} AS c{index}" for index, name in enumerate(header))
    if not layout.columns:
        raise QuestionError(f"{file} without a column for a candidate", "column names, such as ballot or each name")
    return Source(file, tuple(name.strip() for name in header), layout, f"(SELECT {chosen} FROM {read})")  # noqa: S608


def csv_source(file: str) -> Source | None:
    """Return a CSV file as a source, or None where only the reader of every form can say what it is."""
    with Path(file).open("rb") as stream:
        try:
            first_line = stream.readline(LONGEST_HEADER).decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError:
            return None
    if '"' in first_line or first_line.startswith("#") or PATTERN & set(file):
        return None
    separator = separator_of([first_line])
    header = tuple(word.strip() for word in first_line.split(separator))
    layout = layout_of((tuple(Cell(word, 1, 1) for word in header),))
    if not layout.has_header or layout.nameless or not layout.columns or len(set(header)) < len(header):
        return None
    if layout.form is Form.BALLOTS or not any(map(str.isalpha, first_line)):
        return None
    columns = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(len(header)))
    options = "header = false, skip = 1, auto_detect = false, quote = '\"', escape = '\"'"
    return Source(
        file, header, layout, f"read_csv({_text(file)}, delim = {_text(separator)}, {options}, columns = {{{columns}}})"
    )


def values_of(connection: duckdb.DuckDBPyConnection, source: Source, columns: Sequence[int]) -> list[dict[Any, int]]:
    """Return for each column how many voters have which value there; None counts what is empty.

    Notes
    -----
    One pass over the file.
    """
    if source.layout.count is None:
        counted = ", ".join(f"histogram(c{index}), count(*) - count(c{index})" for index in columns)
        row = connection.execute(f"SELECT {counted} FROM {source.sql}").fetchone() or ()  # noqa: S608 -- quoted
        return [
            {**_as_dict(found), **({None: empty} if empty else {})}
            for found, empty in zip(row[::2], row[1::2], strict=True)
        ]
    names = ", ".join(f"c{index}" for index in columns)
    sets = ", ".join(f"(c{index})" for index in columns)
    query = f"SELECT {names}, GROUPING({names}), sum({source.weight}) FROM {source.sql} GROUP BY GROUPING SETS ({sets})"  # noqa: S608
    found: list[dict[Any, int]] = [{} for _ in columns]
    for *values, grouping, count in connection.execute(query).fetchall():
        # The mask has a 0 for the one column that is grouped by, the first column in the highest place.
        place = next(at for at in range(len(columns)) if not grouping >> (len(columns) - 1 - at) & 1)
        found[place][values[place]] = int(count or 0)
    return found


def _as_dict(found: Any) -> dict[Any, int]:
    """Return a map of DuckDB as a dict, whichever of its two shapes it comes in."""
    if not found:
        return {}
    if set(found) == {"key", "value"} and isinstance(found["key"], list):
        return dict(zip(found["key"], found["value"], strict=True))
    return dict(found)


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _name(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def case_of(column: str, codes: dict[Any, int]) -> str:
    """Return the SQL that makes whole numbers of the values of a column; a text of digits is the number it is."""
    texts = {value: code for value, code in codes.items() if isinstance(value, str) and str(code) != value}
    if not any(isinstance(value, str) for value in codes):
        if any(isinstance(value, bool) for value in codes):
            return f"CAST(CASE WHEN {column} THEN {codes.get(True, 0)} ELSE 0 END AS SMALLINT)"
        return f"coalesce(TRY_CAST({column} AS SMALLINT), 0)"
    whens = " ".join(f"WHEN {_text(text)} THEN {code}" for text, code in texts.items())
    otherwise = f"coalesce(TRY_CAST({column} AS SMALLINT), 0)"
    return (
        f"CAST(CASE {column} {whens} ELSE {otherwise} END AS SMALLINT)" if whens else f"CAST({otherwise} AS SMALLINT)"
    )
