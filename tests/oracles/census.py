"""How the random cases are distributed: forms, deadlocks, impossible cases. Run as `python -m oracles.census`."""

from __future__ import annotations

import sys
from collections import Counter

from oracles.answers import Oracle
from oracles.cases import case_text
from oracles.shapes import FORMS

CASES = 3000


def census(oracle):
    """Return what one case has, as a counter: its forms, its state, its twists."""
    case, on = oracle.case, oracle.last_day
    table = oracle.table(on)
    forms = [*case.get("constraints", {}).values(), *case.get("demands", {}).values()]
    count = Counter({f"form {name}": 1 for form in forms for name in _forms_in(form)})
    if not table.hard:
        count["impossible"] += 1
        count["impossible by structure alone"] += not oracle.field.settlements
    elif not table.zone:
        count["deadlocked"] += 1
    else:
        count["open"] += 1
    count["with a red line"] += any(one.cost is None for one in table.demands)
    count["with more than one conflict"] += len(table.conflicts()) > 1
    count["with preferences"] += bool(oracle.judges)
    count["with a record"] += on is not None
    for standing in set(oracle.standings(on).values()):
        count[f"with a demand that is {standing}"] += 1
    count["with tallies"] += any(isinstance(side["consent"], dict) for side in case["sides"].values())
    count["with several posts each"] += not case.get("one_post_each", True)
    count["with a road map"] += "roadmap" in case
    return count


def report(total, cases):
    """Return one line for each count."""
    return [f"{name:36}{number:6}  {number / cases:6.1%}" for name, number in sorted(total.items())]


def _forms_in(form):
    for name in FORMS:
        if name in form and (name not in {"at_least", "at_most", "exactly"} or "total" not in form):
            yield name
    for part in ("if", "then"):
        if part in form:
            yield from _forms_in(form[part])


if __name__ == "__main__":
    total = Counter()
    for seed in range(CASES):
        total += census(Oracle(case_text(seed)))
    sys.stdout.write("\n".join(report(total, CASES)) + "\n")
