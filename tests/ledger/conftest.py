"""The stores that every test of the ledger runs over: memory, one SQLite file, a real PostgreSQL server."""

import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from ledger.postgres import binaries, server
from placet.ledger.postgres_store import open_postgres
from placet.ledger.sql_store import SqlStore
from placet.ledger.sqlite_store import open_sqlite
from placet.ledger.store import MemoryStore, Store

_names = count()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here (apt-get install postgresql)")
    with server(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], SqlStore]]:
    """A function that opens one and the same log anew, as another process would."""
    name, opened = f"a-log-{next(_names)}", []
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else ""

    def reopened() -> SqlStore:
        store = open_postgres(url, name) if url else open_sqlite(tmp_path / "log.sqlite", name)
        if threading.current_thread() is threading.main_thread():
            opened.append(store)  # a store belongs to the thread that opened it, which closes it
        return store

    yield reopened
    for store in opened:
        store.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
        return
    if request.param == "postgres":
        kept = open_postgres(request.getfixturevalue("postgres_url"), f"a-log-{next(_names)}")
    else:
        kept = open_sqlite(tmp_path / "log.sqlite", "a-log")
    yield kept
    kept.close()
