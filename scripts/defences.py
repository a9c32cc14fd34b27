"""Take out one defence of the sealed round at a time, in memory, and tell which attacks succeed then.

`python scripts/defences.py` tries all that tests/attacks/defences.py names, or those whose names are given. Each must
let through exactly the attacks that it is there for; the tests that turn every bit of a long file are asked only where
they are named, and the fuzzing never, since they take longer than all the others together.
"""

import importlib.machinery
import os
import sys
from pathlib import Path
from types import CodeType

import hypothesis  # noqa: F401 -- imported before pytest can rewrite it, and once for all children
import pytest

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from attacks.defences import DEFENCES, Defence  # noqa: E402 -- the path is set just above

LONG = (
    "test_a_bit_is_turned_in_an_envelope",
    "test_a_bit_is_turned_in_an_agreement",
    "test_a_bit_is_turned_in_the_terms",
    "test_a_bit_is_turned_in_an_answer",
)


class Failures:
    """A plugin of pytest that collects the names of the tests that fail."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.names.add(report.nodeid.rpartition("::")[2].partition("[")[0])

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.names.add(f"collecting {report.nodeid}")


def take_out(defence: Defence) -> None:
    """Make imports in this process give the rooms without the defence; no file is touched."""
    changed: dict[str, str] = {}
    for room, code, without in defence.changes:
        path = ROOT / "src" / "placet" / room
        source = changed.get(str(path)) or path.read_text(encoding="utf-8")
        if source.count(code) != 1:
            sys.exit(f"{room}: the defence {defence.name!r} stands there {source.count(code)} times: {code}")
        changed[str(path)] = source.replace(code, without)
    as_written = importlib.machinery.SourceFileLoader.get_code

    def get_code(loader: importlib.machinery.SourceFileLoader, name: str) -> CodeType | None:
        source = changed.get(loader.path)
        return as_written(loader, name) if source is None else compile(source, loader.path, "exec")

    setattr(importlib.machinery.SourceFileLoader, "get_code", get_code)  # noqa: B010 -- no type fits; this child alone


def succeeded(defence: Defence) -> set[str]:
    """Return the attacks that succeed without the defence, found in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with Path(os.devnull).open("w", encoding="utf-8") as silence:
            os.dup2(silence.fileno(), 1)
        os.chdir(ROOT)
        take_out(defence)
        failures = Failures()
        skipped = [
            f"--deselect=tests/attacks/test_bent_bytes.py::{name}" for name in LONG if name not in defence.attacks
        ]
        apart = [
            *(f"--ignore=tests/attacks/test_{name}.py" for name in ("defences", "fuzz")),
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "-p",
            "no:cov",
        ]
        quietly = ["-q", "-W", "ignore::pytest.PytestAssertRewriteWarning", "--override-ini=addopts="]
        pytest.main([*quietly, "--import-mode=importlib", *apart, *skipped, "tests/attacks"], plugins=[failures])
        os.write(writing, "\n".join(sorted(failures.names)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        names = set(told.read().split("\n")) - {""}
    if os.waitpid(child, 0)[1] != 0:
        return {"the tests did not run"}
    return names


def main() -> None:
    """Try the defences whose names are given, or all, and end with 1 if one does not do just what it is there for."""
    asked, wrong = sys.argv[1:], 0
    for defence in DEFENCES:
        if asked and defence.name not in asked:
            continue
        names, meant = succeeded(defence), set(defence.attacks)
        wrong += names != meant
        print(f"{'ok' if names == meant else 'NOT SO':6}  {defence.name}", flush=True)
        for name in sorted(names ^ meant):
            print(f"        {'succeeds too' if name in names else 'is stopped all the same'}: {name}", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
