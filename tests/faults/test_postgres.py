"""A log in PostgreSQL, with the server, its backend or the client killed in the middle, and many processes at once."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from faults.children import MARKS, ending, forked
from ledger.postgres import binaries, server
from placet.ledger.log import Log, root_of
from placet.ledger.postgres_store import open_postgres
from placet.ledger.sql_store import Rows, SqlStore
from placet.ledger.sqlite_store import open_sqlite
from placet.ledger.store import MovedOnError, StoreError

pytestmark = MARKS
FIRST = [b"first", b"second", b"third"]
NEXT = [b"fourth", b"fifth"]
_names = count()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here (apt-get install postgresql)")
    with server(programs) as found:
        yield found


def opened(url: str, name: str) -> SqlStore:
    """The log, as soon as the server takes connections again."""
    programs, port = binaries(), str(urlsplit(url).port)
    assert programs is not None
    ready = [str(programs / "pg_isready"), "-q", "-t", "5", "-h", "127.0.0.1", "-p", port]
    while subprocess.run(ready, check=False, timeout=60).returncode != 0:
        pass
    return open_postgres(url, name)


def check(url: str, name: str, acknowledged: Sequence[bytes]) -> None:
    store = opened(url, name)
    entries = list(store.entries())
    assert entries == [*acknowledged]
    assert Log(store, name).head().root == root_of(entries)
    assert store.append([b"next"]) == len(entries)
    assert Log(store, name).head().root == root_of([*entries, b"next"])
    store.close()


def stopped_at(store: SqlStore, statement: int, act: Callable[[], None]) -> None:
    """Have something happen just before a statement of this store's next append."""
    as_before, numbers = store._database, count()

    def run(sql: str, parameters: Sequence[Any]) -> Rows:
        if next(numbers) == statement:
            act()
        return as_before.run(sql, parameters)

    store._database = replace(as_before, run=run)


def statements(url: str) -> int:
    """How many statements an append of two entries asks."""
    store, asked = open_postgres(url, f"log-{next(_names)}"), []
    store.append(FIRST)
    as_before = store._database

    def run(sql: str, parameters: Sequence[Any]) -> Rows:
        asked.append(sql)
        return as_before.run(sql, parameters)

    store._database = replace(as_before, run=run)
    store.append(NEXT)
    store.close()
    return len(asked)


def append_up_to(url: str, name: str, statement: int) -> None:
    own = open_postgres(url, name)
    stopped_at(own, statement, lambda: os.kill(os.getpid(), signal.SIGKILL))
    own.append(NEXT)


def test_the_client_is_killed_before_each_statement_of_an_append(url: str) -> None:
    for statement in range(statements(url)):
        name = f"log-{next(_names)}"
        store = open_postgres(url, name)
        store.append(FIRST)
        store.close()
        assert ending(forked(partial(append_up_to, url, name, statement))) == signal.SIGKILL
        check(url, name, FIRST)


def test_the_backend_is_killed_in_the_middle_of_an_append(url: str) -> None:
    for statement in range(0, statements(url), 3):
        name = f"log-{next(_names)}"
        store = opened(url, name)
        store.append(FIRST)
        ((backend,),) = store._run("SELECT pg_backend_pid()")
        stopped_at(store, statement, partial(os.kill, int(backend), signal.SIGKILL))
        with pytest.raises(StoreError, match="nothing of this was kept"):
            store.append(NEXT)
        store.close()
        check(url, name, FIRST)


def test_the_server_is_stopped_at_once_and_started_again(url: str) -> None:
    name = f"log-{next(_names)}"
    store = opened(url, name)
    store.append(FIRST)
    ((folder,),) = store._run("SHOW data_directory")
    stopped_at(store, 2, lambda: restart(Path(folder)))
    with pytest.raises(StoreError):
        store.append(NEXT)
    store.close()
    check(url, name, FIRST)


def restart(data: Path) -> None:
    programs = binaries()
    assert programs is not None
    owner: dict[str, Any] = {}
    if os.geteuid() == 0:
        owner = {"user": "postgres", "group": "postgres", "extra_groups": []}
    words = [
        str(programs / "pg_ctl"),
        "-D",
        str(data),
        "-l",
        str(data.parent / "log"),
        "-m",
        "immediate",
        "-w",
        "restart",
    ]
    subprocess.run(words, check=True, capture_output=True, cwd=data.parent, timeout=120, **owner)


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_many_processes_write_at_once(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    name = f"log-{next(_names)}"
    found = request.getfixturevalue("url") if kind == "postgres" else ""

    def store() -> SqlStore:
        return opened(found, name) if found else open_sqlite(tmp_path / "log.sqlite", name)

    def write(writer: int) -> None:
        own = store()
        for number in range(15):
            body = f"{writer} {number}".encode()
            at = own.append([body]) if number % 2 else persistently(own, body)
            os.write(telling, f"{at}:{body.decode()}\n".encode())

    told, telling = os.pipe()
    children = [forked(partial(write, writer)) for writer in range(6)]
    os.close(telling)
    with os.fdopen(told, encoding="utf-8") as pipe:
        acknowledged = dict(line.rstrip("\n").split(":") for line in pipe)
    assert [ending(child) for child in children] == [0] * 6
    kept = store()
    entries = list(kept.entries())
    assert {str(at): body.decode() for at, body in enumerate(entries)} == acknowledged
    assert len(entries) == 6 * 15
    assert Log(kept, name).head().root == root_of(entries)
    kept.close()


def persistently(store: SqlStore, body: bytes) -> int:
    """Append only at the size last seen, again and again, as a desk does."""
    while True:
        with suppress(MovedOnError):
            return store.append([body], at=store.size())
