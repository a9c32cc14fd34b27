"""A log in one SQLite file: durable before it is acknowledged, one writer at a time, readers never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from placet.ledger.sql_store import Database, Rows, SqlStore, tables
from placet.ledger.store import StoreError

WAIT_SECONDS = 30.0


def open_sqlite(path: Path, log: str) -> SqlStore:
    """Open the log of this name in a file, making file and tables if they are not there.

    The write-ahead log is synchronised at each commit (`synchronous=FULL`), so what `append` has returned survives a
    loss of power as far as the disk keeps its word. A writer waits up to 30 s for another.

    Raises
    ------
    StoreError
        When the file is no database, cannot be written, the disk is full, or another writer does not let go.
    """
    with _told(path):
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        make_durable(connection)
        database = sqlite_database(connection, str(path))
        with database.writing():
            for statement in tables("BLOB", "INTEGER"):
                connection.execute(statement)
    return SqlStore(database, log)


def make_durable(connection: Any) -> None:
    """Have every commit of this connection synchronised before it returns; readers are never in the way of it."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def sqlite_database(connection: Any, where: str) -> Database:
    """Return a connection that has `execute`, be it of the standard library or of another binding, as a database."""

    def run(sql: str, parameters: Sequence[Any]) -> Rows:
        with _told(where):
            return list(connection.execute(sql, parameters))

    @contextmanager
    def writing() -> Iterator[None]:
        with _told(where):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                with closing(connection.cursor()) as cursor:
                    _roll_back(cursor)
                raise

    return Database(run, writing, connection.close)


def _roll_back(cursor: Any) -> None:
    try:
        cursor.execute("ROLLBACK")
    except sqlite3.Error:
        return  # the database has rolled back by itself, as it does on a full disk


@contextmanager
def _told(where: str | Path) -> Iterator[None]:
    """Say in words what SQLite says in codes."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{where}: {error}; nothing of this was kept, all that was acknowledged is there") from error
