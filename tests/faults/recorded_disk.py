"""A disk that notes down what SQLite does to it, that can fail at any point, and that can be laid out again in part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import apsw

from placet.ledger.sql_store import SqlStore
from placet.ledger.sqlite_store import make_durable, sqlite_database

LOG = "a-log"
_names = count()


@dataclass(frozen=True)
class Step:
    """One thing that SQLite did to a file: `write`, `truncate`, `sync`, or `delete`; or that we were told: `ack`."""

    kind: str
    file: str = ""
    offset: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """What has been done so far; `before` is asked before each step and may end the process or refuse."""

    before: Callable[[int, Step], None] = lambda _number, _step: None
    steps: list[Step] = field(default_factory=list)
    points: int = 0

    def take(self, step: Step) -> None:
        self.before(self.points, step)
        self.points += 1
        self.steps.append(step)

    def acknowledge(self, entries: int) -> None:
        self.steps.append(Step("ack", offset=entries))


class _Vfs(apsw.VFS):
    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 -- SQLite's word
        return _File(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 -- SQLite's word
        self.disk.take(Step("delete", Path(filename).name))
        super().xDelete(filename, syncdir)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        self.name = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name)).name
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 -- SQLite's word
        self.disk.take(Step("write", self.name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 -- SQLite's word
        self.disk.take(Step("truncate", self.name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 -- SQLite's word
        self.disk.take(Step("sync", self.name))
        super().xSync(flags)


@contextmanager
def watched_store(path: Path, disk: Disk, *, is_hasty: bool = False) -> Iterator[SqlStore]:
    """The log in this file, on a disk that notes down everything; hasty, it does not wait for the disk."""
    name = f"recorded-{next(_names)}"
    vfs = _Vfs(name, disk)
    connection = apsw.Connection(str(path), vfs=name)
    try:
        make_durable(connection)
        if is_hasty:
            connection.execute("PRAGMA synchronous=OFF")
        yield SqlStore(sqlite_database(connection, str(path)), LOG)
    finally:
        with suppress(apsw.Error):
            connection.close()
        vfs.unregister()


def laid_out(start: Mapping[str, bytes], steps: Sequence[Step], lost: frozenset[int]) -> dict[str, bytes]:
    """The files after these steps, without those whose numbers were lost."""
    files = {name: bytearray(data) for name, data in start.items()}
    for number, step in enumerate(steps):
        if number in lost:
            continue
        file = files.setdefault(step.file, bytearray()) if step.kind in {"write", "truncate"} else bytearray()
        if step.kind == "write":
            file.extend(bytes(max(0, step.offset - len(file))))
            file[step.offset : step.offset + len(step.data)] = step.data
        elif step.kind == "truncate":
            del file[step.offset :]
        elif step.kind == "delete":
            files.pop(step.file, None)
    return {name: bytes(data) for name, data in files.items()}


def unsynced(steps: Sequence[Step]) -> list[int]:
    """The numbers of the writes that no later `sync` of their file has made certain."""
    waiting: dict[str, list[int]] = {}
    for number, step in enumerate(steps):
        if step.kind in {"write", "truncate"}:
            waiting.setdefault(step.file, []).append(number)
        elif step.kind == "sync":
            waiting.pop(step.file, None)
    return sorted(number for numbers in waiting.values() for number in numbers)


def losses(steps: Sequence[Step]) -> Iterator[frozenset[int]]:
    """What a loss of power may lose of the writes not yet certain: nothing, all, each alone, all but each, the last."""
    open_ends = unsynced(steps)
    every = frozenset(open_ends)
    yield frozenset()
    if every:
        yield every
    for place, number in enumerate(open_ends):
        yield frozenset({number})
        yield every - {number}
        yield frozenset(open_ends[place:])
