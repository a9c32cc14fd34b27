"""Run placet and its peers on the same seeded work, compare the answers, and only then the times.

    python benchmarks/run.py [ROW ...] [--quick] [--seeds 1 2] [--date DAY] [--commit NAME] [--into FOLDER]

`make bench` does it in the environment that has the peers. Without ROW all rows are run; `--list` names them. A row
whose answers differ is a failure: it is told, and the exit status is 1. Results of rows that are not run again stay as
they were in FOLDER, with the commit, the day and the machine of their own run.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from harness.judge import differences, judge
from harness.machine import described
from harness.plot import growth
from harness.processes import run
from harness.publish import publish
from harness.table import aim_told, reached_told, seconds, tables
from harness.values import Row, Trial, told
from rows.shelf import ROWS

LONGEST_ANSWER = 300
"""Characters of an answer that are kept in the results."""


def trials_of(row: Row, *, quick: bool, seeds: Sequence[int] = ()) -> Iterator[Trial]:
    """Yield the trials of a row one after the other, and tell each on standard error."""
    for size in row.quick if quick else row.sizes:
        for seed in seeds or row.seeds[: 1 if quick else None]:
            for contender in row.contenders:
                trial = run(row, contender, size, seed)
                took = seconds(trial.whole) if trial.is_finished else trial.status
                print(f"{row.name}: {told(size)}, seed {seed}: {contender.name}: {took}", file=sys.stderr, flush=True)
                yield trial


def kept(trial: Trial) -> dict[str, Any]:
    """Return a trial as the results have it: long answers cut, pieces counted."""
    whole = asdict(trial)
    answer = json.dumps(trial.answer, ensure_ascii=False)
    if len(answer) > LONGEST_ANSWER:
        flags = ("complete", "proven", "exact", "feasible", "criteria")
        whole["answer"] = {key: trial.answer[key] for key in flags if key in trial.answer}
        whole["answer"]["begins"] = answer[:LONGEST_ANSWER]
    whole["pieces"] = [None] * len(trial.pieces)
    return whole


def earlier(folder: Path, run_again: set[str]) -> tuple[list[Trial], list[dict[str, Any]]]:
    """Return the trials of the rows that are not run again, and the runs they are of, each with its rows."""
    try:
        results = json.loads((folder / "last.json").read_text(encoding="utf-8"))
    except OSError:
        return [], []
    runs = [{**one, "rows": [name for name in one["rows"] if name not in run_again]} for one in results["machines"]]
    trials = [Trial(**{**one, "pieces": tuple(one["pieces"])}) for one in results["trials"]]
    return [one for one in trials if one.row not in run_again], [one for one in runs if one["rows"]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked; return 1 if any answers differ."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("rows", nargs="*", metavar="ROW")
    asked.add_argument("--list", action="store_true", help="name the rows and leave")
    asked.add_argument("--quick", action="store_true", help="small sizes, one seed: a look whether all works")
    asked.add_argument("--seeds", nargs="*", type=int, default=[])
    asked.add_argument("--date", default="an unknown day")
    asked.add_argument("--commit", default="unknown")
    asked.add_argument("--into", type=Path, help="where the results go; they are only shown if this is left out")
    asked.add_argument("--page", type=Path, help="the page of the docs that shows them")
    told_by_user = asked.parse_args(arguments)
    if told_by_user.list:
        print("\n".join(f"{row.name:22} {row.title}" for row in ROWS.values()))
        return 0
    unknown = [name for name in told_by_user.rows if name not in ROWS]
    if unknown:
        asked.error(f"found {', '.join(unknown)}, expected some of {', '.join(ROWS)}")
    rows = [ROWS[name] for name in told_by_user.rows or ROWS]
    packages = {package for row in rows for one in row.contenders for package in one.packages}
    machine = described(packages, commit=told_by_user.commit, date=told_by_user.date)
    began = time.monotonic()
    trials, wrong = [], []
    for row in rows:
        of_row = list(trials_of(row, quick=told_by_user.quick, seeds=told_by_user.seeds))
        differ = differences(row, of_row)
        for one in differ:
            print(f"DIFFERS {one}", file=sys.stderr)
        if not differ:
            for judged in judge(row, of_row):
                print(f"{row.name}: aim {aim_told(judged.aim)}: {reached_told(judged)}", file=sys.stderr)
        wrong += differ
        trials += of_row
    machine |= {"minutes": round((time.monotonic() - began) / 60, 1), "rows": [row.name for row in rows]}
    if told_by_user.into is None:
        print(tables(rows, trials, [machine], wrong))
        return int(bool(wrong))
    others, runs = earlier(told_by_user.into, {row.name for row in rows})
    trials, machines = trials + others, [machine, *runs]
    results = {"machines": machines, "differences": wrong, "trials": [kept(one) for one in trials]}
    publish(
        told_by_user.into,
        told_by_user.page,
        results,
        tables(list(ROWS.values()), trials, machines, wrong),
        growth(list(ROWS.values()), trials),
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
