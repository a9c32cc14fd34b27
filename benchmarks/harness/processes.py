"""Run one contender on one piece of work in a fresh process, and read what it left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.values import Contender, Row, Size, Trial

WORKER = Path(__file__).with_name("worker.py")
PATIENCE = 10.0
"""How many times the limit of CPU seconds may pass on the wall: other people may use the machine."""
PREPARING = 600.0
"""Seconds on the wall for making the work and importing libraries, at most."""


def run(row: Row, contender: Contender, size: Size, seed: int) -> Trial:
    """Return how one contender did. Whatever befalls the process is an outcome, never an exception."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "outcome"
        what = [row.name, contender.name, json.dumps(dict(size)), str(seed), str(row.limit)]
        command = [sys.executable, str(WORKER), *what, str(file)]
        said_in = Path(folder) / "said"
        peak_mb = _wait(command, said_in, PREPARING + PATIENCE * row.limit)
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        said = said_in.read_text(encoding="utf-8", errors="replace").strip()
    stopped = Trial(row.name, dict(size), seed, contender.name, "unfinished", search=row.limit, wall=row.limit)
    return read(replace(stopped, peak_mb=peak_mb), lines, said)


def _wait(command: list[str], said_in: Path, seconds: float) -> int:
    """Run a command, stop it after so many seconds, and return the most memory that it held, in MB."""
    with said_in.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        stopper = threading.Timer(seconds, process.kill)
        stopper.start()
        _, status, used = os.wait4(process.pid, 0)
        stopper.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for here, not by subprocess
    unit = 1 if sys.platform == "darwin" else 1024
    return used.ru_maxrss * unit // 2**20


def read(stopped: Trial, lines: list[str], said: str) -> Trial:
    """Return the trial that these lines of a worker tell: `stopped`, unless they tell more.

    `said` is what the worker printed; when it died without a word of its own, the end of that is told.
    """
    events = [event for event in map(_event, lines) if event is not None]
    kinds = {kind: what for kind, what in events if kind != "piece"}
    pieces = tuple(what for kind, what in events if kind == "piece")
    if "done" in kinds:
        return replace(stopped, status="finished", pieces=pieces, **kinds["done"])
    if "out of memory" in kinds:
        return replace(stopped, status="out of memory", search=0.0, wall=0.0, pieces=pieces)
    if "failed" in kinds or "began" not in kinds:
        return replace(stopped, status="failed", search=0.0, wall=0.0, answer=kinds.get("failed", said[-500:]))
    return replace(stopped, pieces=pieces)


def _event(line: str) -> tuple[str, Any] | None:
    try:
        kind, what = json.loads(line)
    except ValueError:
        return None  # the process was stopped in the middle of a line
    return kind, what
