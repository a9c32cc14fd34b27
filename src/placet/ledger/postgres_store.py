"""A log in a PostgreSQL database: durable before it is acknowledged, writers of one log one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any
from urllib.parse import unquote, urlsplit

from placet.errors import QuestionError
from placet.ledger.sql_store import Database, Rows, SqlStore, tables
from placet.ledger.store import StoreError

PREPARING = 5_024_117
"""The advisory lock under which tables are made; a number of our own."""


def open_postgres(url: str, log: str) -> SqlStore:
    """Open the log of this name in the database of a URL such as postgresql://user:word@host:5432/name.

    `synchronous_commit` is switched on for the connection, whatever the server's default: what `append` has returned
    survives a loss of power. Writers of one log wait for each other by an advisory lock; those of others do not.

    Raises
    ------
    QuestionError
        When the extra `postgres` is not installed, or the URL is not one of PostgreSQL.
    StoreError
        When the server does not answer or refuses.
    """
    try:
        driver = import_module("pg8000.dbapi")
    except ImportError as error:
        raise QuestionError("no way to speak to PostgreSQL", "pip install 'placet[postgres]'") from error
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise QuestionError(f"the database {parts.scheme}:...", "postgresql://USER:PASSWORD@HOST:PORT/NAME")
    with _told(driver.Error):
        connection = driver.connect(
            user=unquote(parts.username or "postgres"),
            password=unquote(parts.password) if parts.password else None,
            host=parts.hostname or "localhost",
            port=parts.port or 5432,
            database=parts.path.strip("/"),
        )
        connection.autocommit = True
    database = _database(connection, log, driver.Error)
    try:
        database.run("SET synchronous_commit = on", ())
        with _locked(database, PREPARING):
            for statement in tables("BYTEA", "BIGINT"):
                database.run(statement, ())
    except BaseException:
        database.close()
        raise
    return SqlStore(database, log)


def _database(connection: Any, log: str, refused: type[Exception]) -> Database:
    def run(sql: str, parameters: Sequence[Any]) -> Rows:
        with _told(refused):
            cursor = connection.cursor()
            cursor.execute(sql.replace("?", "%s"), tuple(parameters))
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def writing() -> Iterator[None]:
        run("BEGIN", ())
        try:
            run("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", (log,))
            yield
            run("COMMIT", ())
        except BaseException:
            _roll_back(connection, refused)
            raise

    def close() -> None:
        with suppress(refused, OSError):  # a server that is gone has let go already
            connection.close()

    return Database(run, writing, close)


@contextmanager
def _locked(database: Database, number: int) -> Iterator[None]:
    """Hold a lock of the whole database: two that make the same table at once would fail."""
    database.run("SELECT pg_advisory_lock(?)", (number,))
    try:
        yield
    finally:
        database.run("SELECT pg_advisory_unlock(?)", (number,))


def _roll_back(connection: Any, refused: type[Exception]) -> None:
    try:
        connection.cursor().execute("ROLLBACK")
    except (refused, OSError):
        return  # the connection is gone, and with it the transaction


@contextmanager
def _told(refused: type[Exception]) -> Iterator[None]:
    """Say in words what the server says in codes."""
    try:
        yield
    except (refused, OSError) as error:
        said = error.args[0] if error.args else error
        text = said.get("M", said) if isinstance(said, dict) else said
        raise StoreError(f"PostgreSQL: {text}; nothing of this was kept, all that was acknowledged is there") from error
