"""What sealing and its ledger cost, beside the figures of others in the research: processor time, memory, bytes.

    .venv/bin/python benchmarks/sealing.py [ENTRIES]

Times are of the processor, the least of several runs. Appends are durable, each in a transaction of its own.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from placet.ledger.log import Log, root_of
from placet.ledger.notes import SIGNATURE, NoteKey
from placet.ledger.receipt import check_receipt
from placet.ledger.sqlite_store import open_sqlite
from placet.ledger.store import MemoryStore, Store
from placet.ledger.tree import verify_consistency
from placet.seal.canonical import canonical
from placet.seal.digests import digest
from placet.seal.envelope import read_envelope, seal
from placet.seal.keys import draw_keys
from placet.seal.opening import open_envelope, release
from placet.seal.padding import LENGTH_BYTES
from placet.seal.terms import Terms

ENTRIES, RUNS, PAGE = 1_000_000, 50, 10_000
KEYS = {name: draw_keys(name) for name in ("north", "south", "mediator", "registry", "keeper")}
ORIGIN = "placet/a-case/first"
LOG_KEY = NoteKey(ORIGIN, SIGNATURE, KEYS["keeper"].card.signing)


def terms(size: int) -> Terms:
    at = datetime(2026, 12, 1, 17, tzinfo=UTC)
    holders = {name: KEYS[name].card for name in ("north", "south", "mediator", "registry")}
    return Terms(
        case="a-case",
        round="first",
        list_digest=bytes(32),
        rules_digest=bytes(32),
        keeper_digest=digest("keeper", KEYS["keeper"].card.to_bytes()),
        sides={name: KEYS[name].card for name in ("north", "south")},
        holders=holders,
        sets=(("mediator", "north", "south"), ("mediator", "registry")),
        recovery=(1,),
        recovery_after=at,
        closes=at,
        size=size,
        disclosure="agreed",
    )


def least(act: Callable[[], object], runs: int = RUNS) -> float:
    """The least processor time of several runs, in milliseconds."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        act()
        found.append(time.process_time() - start)
    return min(found) * 1000


def row(what: str, figure: str) -> None:
    print(f"{what:<58} {figure}", flush=True)


def sealing(size: int) -> None:
    """Seal, read, release and open one sheet of this padded size, two sets and five shares."""
    agreed = terms(size)
    sheet = {"strikes": ["x" * (size - LENGTH_BYTES - 32)]}
    made, _ = seal(sheet, agreed, KEYS["north"])
    data = made.to_bytes()
    let_go = [release(made, agreed, KEYS[name], 0, bytes(32)) for name in agreed.sets[0]]
    row(f"seal, sheet of {size:,} bytes, 5 shares", f"{least(lambda: seal(sheet, agreed, KEYS['north'])):.2f} ms")
    row("  check a received envelope", f"{least(lambda: read_envelope(data, agreed)):.2f} ms")
    row("  release one share", f"{least(lambda: release(made, agreed, KEYS['mediator'], 0, bytes(32))):.2f} ms")
    row("  open with the three shares of a set", f"{least(lambda: open_envelope(made, agreed, let_go)):.2f} ms")
    row("  bytes of the envelope", f"{len(data):,}")


def appending(count: int = 500) -> None:
    """Durable appends of 1 KiB into one SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        log = Log(open_sqlite(Path(folder) / "log.sqlite", ORIGIN), ORIGIN)
        wall, spent = time.perf_counter(), time.process_time()
        for number in range(count):
            log.append(number.to_bytes(4, "big") * 256)
        wall, spent = time.perf_counter() - wall, time.process_time() - spent
        row("append 1 KiB to SQLite, durable", f"{spent / count * 1000:.2f} ms, {wall / count * 1000:.2f} on the wall")


def filled(store: Store, size: int) -> Log:
    log = Log(store, ORIGIN)
    for start in range(0, size, PAGE):
        log.append(*(body(number) for number in range(start, min(start + PAGE, size))))
    return log


def body(number: int) -> bytes:
    return canonical({"number": str(number), "text": "x" * 200})


def proving(size: int) -> None:
    """Prove, check and verify in a log of this many entries, from memory."""
    log = filled(MemoryStore(), size)
    note = log.checkpoint(KEYS["keeper"])
    place, half = size * 2 // 3, size // 2
    receipt, proof = log.receipt(place, note), log.consistency(half, size)
    entry, roots = body(place), (log.head(half).root, log.head(size).root)
    row(f"log of {size:,} entries: sign a checkpoint", f"{least(lambda: log.checkpoint(KEYS['keeper'])):.2f} ms")
    row("  prove an entry", f"{least(lambda: log.inclusion(place, size)):.3f} ms")
    row("  check a receipt, with its signature", f"{least(lambda: check_receipt(receipt, entry, LOG_KEY)):.3f} ms")
    row("  prove that it only grew", f"{least(lambda: log.consistency(half, size)):.3f} ms")
    row("  check that", f"{least(lambda: verify_consistency(half, size, proof, *roots)):.3f} ms")
    row("  bytes of a receipt", f"{len(receipt.to_bytes()):,}")
    start = time.process_time()
    found = root_of(list(log.entries()))
    row("  the root from the entries alone", f"{time.process_time() - start:.2f} s")
    if found != roots[1]:
        sys.exit("The roots differ.")


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    for padded in (2048, 4096):
        sealing(padded)
    appending()
    for entries in (1000, size):
        proving(entries)
    row("most memory of the whole run", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()
