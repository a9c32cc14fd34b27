"""Running the command line: as a real process, or in this one for its texts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from placet.cli import main

TINY = """\
placet: 1
title: A small body
sides:
  north: {name: The north, consent: true}
  south: {name: The south, consent: true}
  guest: {name: A guest, consent: false}
candidates:
  ada: {name: Ada}
  ben: {name: Ben}
  cyd: {name: Cyd}
posts:
  chair: {title: Chair}
demands:
  no-ada: {side: north, excludes: ada}
  no-ben: {side: guest, excludes: ben}
"""


@dataclass(frozen=True)
class Said:
    """What a run of ``placet`` said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run():
    """Run ``python -m placet`` as a process of its own."""

    def run(*words: str, typed: str | None = None, **environment: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "placet", *words],
            input=None if typed is None else typed.encode(),
            stdin=subprocess.DEVNULL if typed is None else None,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def tell(capsys, monkeypatch):
    """Run ``placet`` in this process, on a page of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")

    def tell(*words: str) -> Said:
        code = main(list(words))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return tell


@pytest.fixture
def case_of(tmp_path):
    """Write a case file into a new folder and return the folder as one types it."""

    def case_of(text: str = TINY, name: str = "tiny") -> str:
        folder: Path = tmp_path / name
        folder.mkdir()
        (folder / "case.yaml").write_text(text, encoding="utf-8")
        return str(folder)

    return case_of


@pytest.fixture(scope="session", autouse=True)
def _as_at_a_persons_terminal():
    """Wherever the tests are run from, the processes they start heed Ctrl-C and find a terminal that can draw.

    A run in the background ignores Ctrl-C, and where TERM is dumb nothing moves: a test that waits for either would
    wait for ever.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TERM", "xterm")
        environment.delenv("NO_COLOR", raising=False)
        yield
    signal.signal(signal.SIGINT, before)
