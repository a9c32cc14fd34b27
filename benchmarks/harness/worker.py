"""One contender on one piece of work in a process of its own: what it answered, and what that took.

    python benchmarks/harness/worker.py ROW CONTENDER SIZE SEED LIMIT FILE

Each line of FILE is a JSON list: `["piece", ...]` as the contender finds it, at last `["done", ...]`. Whatever the
contender prints goes elsewhere. The process is bound to one core, so that CPU seconds mean the same for those who
would start threads, and stopped by the system once the row's limit of CPU seconds is used up.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any, TextIO

sys.path.insert(0, str(Path(__file__).parents[1]))

from harness.values import Row, found
from rows.shelf import ROWS

ENOUGH_RUNS = 100
ENOUGH_SECONDS = 1.0
"""Short work is repeated until it has been done so often, or for so long: some systems count CPU time in steps of 4 ms.
The mean counts, without the first run, in which modules are still being loaded and compiled."""
SECOND_RUN = 0.1
"""A first run that took no more than this part of the limit is followed by a second."""
MEMORY = 8 * 2**30


def work_on(row: Row, contender: str, size: dict[str, int], seed: int, out: TextIO) -> None:
    """Do the work and write down how it went."""
    (doer,) = (one for one in row.contenders if one.name == contender)
    start = found(doer.start)
    work = found(row.work)(seed=seed, **size)
    began = time.process_time()
    limit_cpu(began + row.limit)
    write(out, "began", None)
    builds: list[float] = []
    searches: list[float] = []
    walls: list[float] = []
    while is_wanting(len(builds), time.process_time() - began, row.limit):
        gc.collect()
        wall, marks = time.perf_counter(), [time.process_time()]
        question = start(work)
        marks.append(time.process_time())
        # What comes after the first run is only for the clock.
        answer = question(partial(write, out, "piece") if not builds else quiet)
        marks.append(time.process_time())
        walls.append(time.perf_counter() - wall)
        builds.append(marks[1] - marks[0])
        searches.append(marks[2] - marks[1])
        write(out, "done", outcome(builds, searches, walls, answer))


def is_wanting(runs: int, seconds: float, limit: float) -> bool:
    """Whether the work is to be done again after so many runs that took so many CPU seconds together."""
    if runs < 2:
        return runs == 0 or seconds < SECOND_RUN * limit
    return runs < ENOUGH_RUNS and seconds < ENOUGH_SECONDS


def outcome(builds: list[float], searches: list[float], walls: list[float], answer: Any) -> dict[str, Any]:
    """Return the means of what the runs took, and the answer."""
    return {
        "build": fmean(builds[1:] or builds),
        "search": fmean(searches[1:] or searches),
        "wall": fmean(walls[1:] or walls),
        "runs": len(builds),
        "answer": answer,
    }


def quiet(_: Any) -> None:
    """Note nothing."""


def write(out: TextIO, kind: str, what: Any) -> None:
    """Write one line, at once: the process may be stopped at any time."""
    out.write(json.dumps([kind, what]) + "\n")
    out.flush()


def limit_cpu(seconds: float) -> None:
    """Let the system stop this process once it has used so many CPU seconds in all."""
    whole = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))


def main(arguments: Sequence[str]) -> None:
    """Do one piece of work."""
    row, contender, size, seed, limit, file = arguments
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with Path(file).open("w", encoding="utf-8") as out:
        try:
            work_on(replace(ROWS[row], limit=float(limit)), contender, json.loads(size), int(seed), out)
        except MemoryError:
            write(out, "out of memory", None)
        except Exception as error:  # noqa: BLE001 -- whatever a peer raises is told in the table
            write(out, "failed", f"{type(error).__name__}: {error}"[:500])


if __name__ == "__main__":
    main(sys.argv[1:])
