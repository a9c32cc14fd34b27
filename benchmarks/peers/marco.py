"""CPMpy's MARCO (`cpmpy.tools.explain`): every minimal conflict and every minimal concession, by any of its solvers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import cpmpy as cp
from cpmpy.tools.explain import marco, mus

from harness.values import Note
from peers.written import LinearRow, Written, written
from placet.case.nouns import Case

Search = Callable[[Note], Any]


def model(told: Written) -> tuple[list[Any], dict[str, Any]]:
    """Return the hard constraints and, for each demand, what it requires, as expressions."""
    x = cp.boolvar(shape=(len(told.pairs),))

    def expressions(row: LinearRow) -> list[Any]:
        if not row.columns:
            return [cp.BoolVal(row.low <= 0)]
        total = cp.sum([x[column] for column in row.columns])
        found = [total >= row.low] if row.low > 0 else []
        return [*found, total <= row.high] if row.high < len(row.columns) else found

    hard = [one for row in told.hard for one in expressions(row)]
    soft = {}
    for demand, rows in told.soft.items():
        parts = [one for row in rows for one in expressions(row)]
        soft[demand] = cp.all(parts) if len(parts) > 1 else parts[0] if parts else cp.BoolVal(True)
    return hard, soft


def _all(solver: str, *, merged: bool, case: Case) -> Search:
    told = written(case)
    members = {one: (one,) for one in told.soft}
    if merged:
        told, members = told.merged()
    hard, soft = model(told)
    name_of = {id(expression): demand for demand, expression in soft.items()}

    def search(note: Note) -> dict[str, Any]:
        found: dict[str, list[list[str]]] = {"MUS": [], "MCS": []}
        for kind, parts in marco(list(soft.values()), hard, solver=solver, map_solver=solver):
            demands = sorted(name_of[id(part)] for part in parts)
            found[kind].append(demands)
            note([kind, demands])
        return {"conflicts": found["MUS"], "concessions": found["MCS"], "members": members if merged else None}

    return search


def _one(solver: str, case: Case) -> Search:
    hard, soft = model(written(case))
    name_of = {id(expression): demand for demand, expression in soft.items()}

    def search(_: Note) -> dict[str, Any]:
        return {"conflict": sorted(name_of[id(part)] for part in mus(list(soft.values()), hard, solver=solver))}

    return search


def with_ortools(case: Case) -> Search:
    """MARCO on OR-Tools' CP-SAT."""
    return _all("ortools", merged=False, case=case)


def with_exact(case: Case) -> Search:
    """MARCO on Exact."""
    return _all("exact", merged=False, case=case)


def with_exact_merged(case: Case) -> Search:
    """MARCO on Exact, equal demands made one before: the idea of ours that a user of it could have had."""
    return _all("exact", merged=True, case=case)


one_with_ortools = partial(_one, "ortools")
one_with_exact = partial(_one, "exact")
