"""A log in SQLite, broken off at every point of its work: nothing acknowledged is lost, and the next append works."""

import os
import signal
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import apsw
import pytest

from faults.children import MARKS, ending, forked
from faults.recorded_disk import LOG, Disk, Step, laid_out, losses, unsynced, watched_store
from placet.ledger.checkpoint import read_checkpoint
from placet.ledger.log import Log, root_of
from placet.ledger.notes import read_note
from placet.ledger.sql_store import SqlStore
from placet.ledger.sqlite_store import open_sqlite
from placet.ledger.store import StoreError
from placet.seal.keys import draw_keys

pytestmark = MARKS
KEEPER = draw_keys("keeper")
FIRST = [b"first", b"second", b"third"]
NAME = "log.sqlite"


@pytest.fixture
def start(tmp_path: Path) -> dict[str, bytes]:
    """The files of a log with three entries, closed as it should be."""
    path = tmp_path / "start" / NAME
    path.parent.mkdir()
    store = open_sqlite(path, LOG)
    store.append(FIRST)
    store.close()
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


def work(store: SqlStore, disk: Disk) -> None:
    """Appends of one, two and twenty entries, a checkpoint, and SQLite's own tidying in between and at the end."""
    log = Log(store, LOG)
    for bodies in ([b"fourth"], [b"fifth", b"sixth"], [b"x" * 3000] * 20):
        log.append(*bodies)
        disk.acknowledge(len(log))
    log.checkpoint(KEEPER)
    disk.acknowledge(len(log))
    log.store._run("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[attr-defined]  # a store in SQL
    log.append(b"last")
    disk.acknowledge(len(log))


def laid(files: Mapping[str, bytes], folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for name, data in files.items():
        if not name.endswith("-shm"):  # the index of the log-ahead, which SQLite makes anew
            (folder / name).write_bytes(data)
    return folder / NAME


def check(path: Path, acknowledged: int, expected: list[bytes]) -> None:
    """The log is a beginning of what was written, holds all that was acknowledged, verifies, and goes on."""
    store = open_sqlite(path, LOG)
    entries = list(store.entries())
    assert len(entries) >= acknowledged
    assert entries == expected[: len(entries)]
    log = Log(store, LOG)
    assert log.head().root == root_of(entries)
    for size, note in store.checkpoints():
        assert read_checkpoint(read_note(note).text).root == root_of(entries[:size])
    assert log.append(b"next") == len(entries)
    assert log.head().root == root_of([*entries, b"next"])
    assert read_checkpoint(log.checkpoint(KEEPER).text).size == len(entries) + 1
    store.close()


def recorded(start: Mapping[str, bytes], folder: Path, *, is_hasty: bool = False) -> tuple[list[Step], list[bytes]]:
    """All steps of the work, and the entries that it leaves."""
    disk = Disk()
    with watched_store(laid(start, folder), disk, is_hasty=is_hasty) as store:
        work(store, disk)
        entries = list(store.entries())
    return disk.steps, entries


def acknowledged(steps: list[Step]) -> int:
    return max([len(FIRST), *(step.offset for step in steps if step.kind == "ack")])


def worker(path: Path, point: int, telling: int) -> None:
    """Do the work and tell what was acknowledged, up to this point, at which the process kills itself."""

    def kill(number: int, _step: Step) -> None:
        if number == point:
            os.kill(os.getpid(), signal.SIGKILL)

    class Told(Disk):
        def acknowledge(self, entries: int) -> None:
            os.write(telling, bytes([entries]))

    disk = Told(kill)
    with watched_store(path, disk) as store:
        work(store, disk)


def say(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """Print a count beside the tests, whatever pytest captures."""
    with capsys.disabled():
        sys.stdout.write(f"\nSQLite: {text} ")


def test_a_process_is_killed_at_each_point_of_its_work(
    start: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps, expected = recorded(start, tmp_path / "whole")
    points = sum(step.kind != "ack" for step in steps)
    for point in range(points):
        path = laid(start, tmp_path / "killed")
        told, telling = os.pipe()
        child = forked(partial(worker, path, point, telling))
        os.close(telling)
        with os.fdopen(told, "rb") as pipe:
            heard = max([len(FIRST), *pipe.read()])
        assert ending(child) == signal.SIGKILL
        check(path, heard, expected)
    assert points > 50
    say(capsys, f"killed at {points} distinct points")


@pytest.mark.slow
def test_power_is_lost_at_each_point_and_what_was_not_yet_certain_is_lost_in_part_or_out_of_order(
    start: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps, expected = recorded(start, tmp_path / "whole")
    states: dict[tuple[tuple[str, bytes], ...], int] = {}
    for until in range(len(steps) + 1):
        done = steps[:until]
        for lost in losses(done):
            files = tuple(sorted(laid_out(start, done, lost).items()))
            states[files] = max(states.get(files, 0), acknowledged(done))
    for files, promised in states.items():
        check(laid(dict(files), tmp_path / "lost"), promised, expected)
    assert len(states) > 100
    say(capsys, f"{len(states)} distinct states of the disk after a loss of power")


def test_a_log_that_does_not_wait_for_the_disk_would_lose_what_it_acknowledged(
    start: dict[str, bytes], tmp_path: Path
) -> None:
    steps, expected = recorded(start, tmp_path / "whole", is_hasty=True)
    files = laid_out(start, steps, frozenset(unsynced(steps)))
    with pytest.raises(AssertionError):
        check(laid(files, tmp_path / "lost"), acknowledged(steps), expected)


def test_a_write_is_torn_in_the_middle(start: dict[str, bytes], tmp_path: Path) -> None:
    steps, expected = recorded(start, tmp_path / "whole")
    for until, step in enumerate(steps):
        if step.kind == "write" and until in losses_at(steps[: until + 1]):
            half = Step("write", step.file, step.offset, step.data[: len(step.data) // 2])
            files = laid_out(start, [*steps[:until], half], frozenset())
            check(laid(files, tmp_path / "torn"), acknowledged(steps[:until]), expected)


def losses_at(steps: list[Step]) -> set[int]:
    return set().union(*losses(steps))


def test_the_disk_is_full_at_each_write(
    start: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps, expected = recorded(start, tmp_path / "whole")
    writes = [number for number, step in enumerate(s for s in steps if s.kind != "ack") if step.kind == "write"]
    failed = 0
    for point in writes:

        def full(number: int, step: Step, at: int = point) -> None:
            if number >= at and step.kind == "write":
                raise apsw.FullError("no room")

        disk = Disk(full)
        path = laid(start, tmp_path / "full")
        try:
            with watched_store(path, disk) as store:
                work(store, disk)
        except (apsw.Error, StoreError):
            failed += 1
        check(path, acknowledged(disk.steps), expected)
    assert failed >= len(writes) // 2  # the other writes are SQLite's tidying, which it tries again later
    say(capsys, f"a full disk at {len(writes)} distinct writes")


def test_a_full_disk_is_told_in_words_and_passes(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / NAME, LOG)
    store.append(FIRST)
    ((pages,),) = store._run("PRAGMA page_count")
    store._run(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError, match="nothing of this was kept"):
        store.append([b"x" * 100_000])
    assert list(store.entries()) == FIRST
    store._run("PRAGMA max_page_count=1000000")
    assert store.append([b"x" * 100_000]) == len(FIRST)
    store.close()
