"""A log in a SQL database: what SQLite and PostgreSQL have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from placet.ledger.store import Checkpoints, check_size, missing_node
from placet.ledger.tree import leaf_hash, new_nodes

PAGE = 1000

Rows = Iterable[Sequence[Any]]


@dataclass(frozen=True)
class Database:
    """What a kind of database does in its own way.

    Parameters
    ----------
    run : callable
        (SQL with `?`, parameters) -> rows, inside the present transaction if there is one.
    writing : callable
        A transaction that waits for every other writer of this log, is durable when it ends well, and leaves nothing
        behind when it does not.
    close : callable
        Let go of the connection.
    """

    run: Callable[[str, Sequence[Any]], Rows]
    writing: Callable[[], AbstractContextManager[None]]
    close: Callable[[], None]


class SqlStore:
    """A log in three tables: entries, complete subtrees, checkpoints. One object belongs to one thread.

    An append writes two rows for each entry on the average, at any size, in one transaction.
    """

    def __init__(self, database: Database, log: str) -> None:
        self._database = database
        self._log = log

    def size(self) -> int:
        """Return how many entries there are."""
        rows = self._run("SELECT coalesce(max(position) + 1, 0) FROM placet_entries WHERE log = ?", self._log)
        return int(next(iter(rows))[0])

    def append(self, bodies: Sequence[bytes], at: int | None = None) -> int:
        """Append entries together and return the position of the first, when they are durable."""
        with self._database.writing():
            size = self.size()
            check_size(at, size)
            for offset, body in enumerate(bodies):
                self._run("INSERT INTO placet_entries VALUES (?, ?, ?)", self._log, size + offset, body)
            for level, position, value in new_nodes(self.node, size, [leaf_hash(body) for body in bodies]):
                self._run("INSERT INTO placet_nodes VALUES (?, ?, ?, ?)", self._log, level, position, value)
        return size

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield the entries from one position to another, a thousand at a time."""
        stop = self.size() if stop is None else stop
        for first in range(start, stop, PAGE):
            rows = self._run(
                "SELECT body FROM placet_entries WHERE log = ? AND position >= ? AND position < ? ORDER BY position",
                self._log,
                first,
                min(first + PAGE, stop),
            )
            yield from [bytes(row[0]) for row in rows]

    def node(self, level: int, position: int) -> bytes:
        """Return the hash of a complete subtree."""
        rows = self._run(
            "SELECT hash FROM placet_nodes WHERE log = ? AND level = ? AND position = ?", self._log, level, position
        )
        for row in rows:
            return bytes(row[0])
        raise missing_node(level, position)

    def keep_checkpoint(self, size: int, change: Callable[[bytes | None], bytes]) -> bytes:
        """Keep a signed note for a size, made from the one there is, and return it; durable on return."""
        with self._database.writing():
            rows = self._run("SELECT note FROM placet_checkpoints WHERE log = ? AND size = ?", self._log, size)
            note = change(next((bytes(row[0]) for row in rows), None))
            self._run("DELETE FROM placet_checkpoints WHERE log = ? AND size = ?", self._log, size)
            self._run("INSERT INTO placet_checkpoints VALUES (?, ?, ?)", self._log, size, note)
        return note

    def checkpoints(self) -> Checkpoints:
        """Return every kept checkpoint, smallest first."""
        rows = self._run("SELECT size, note FROM placet_checkpoints WHERE log = ? ORDER BY size", self._log)
        return [(int(size), bytes(note)) for size, note in rows]

    def close(self) -> None:
        """Let go of the connection."""
        self._database.close()

    def _run(self, sql: str, *parameters: Any) -> Rows:
        return self._database.run(sql, parameters)


def tables(blob: str, number: str) -> tuple[str, ...]:
    """Return the statements that make the tables, with a database's own words for bytes and for 64-bit numbers."""
    columns = {
        "entries": f"position {number} NOT NULL, body {blob} NOT NULL, PRIMARY KEY (log, position)",
        "nodes": (
            f"level {number} NOT NULL, position {number} NOT NULL, hash {blob} NOT NULL,"
            " PRIMARY KEY (log, level, position)"
        ),
        "checkpoints": f"size {number} NOT NULL, note {blob} NOT NULL, PRIMARY KEY (log, size)",
    }
    return tuple(
        f"CREATE TABLE IF NOT EXISTS placet_{name} (log TEXT NOT NULL, {rest})" for name, rest in columns.items()
    )
