"""OR-Tools' CP-SAT alone: the cheapest concession as one program, and the leximin settlement stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model

from harness.values import Note
from peers.written import ANY, LinearRow, written
from placet.case.nouns import Case

Search = Callable[[Note], Any]


def cheapest(case: Case) -> Search:
    """Give up the cheapest demands that open the zone."""
    told = written(case)
    model = cp_model.CpModel()
    x = [model.new_bool_var("") for _ in told.pairs]
    for row in told.hard:
        _add(model, x, row)
    kept = {demand: model.new_bool_var("") for demand in told.soft}
    for demand, rows in told.soft.items():
        for row in rows:
            _add(model, x, row, kept[demand])
    model.minimize(sum(told.costs[demand] * (1 - keeps) for demand, keeps in kept.items()))

    def search(_: Note) -> dict[str, Any]:
        solver = _solver()
        if solver.solve(model) != cp_model.OPTIMAL:
            raise RuntimeError(solver.status_name())
        return {"cost": round(solver.objective_value)}

    return search


def leximin(case: Case) -> Search:
    """Make the sum of the k least scores as large as possible, for k = 1, 2, ... (Ogryczak)."""
    told = written(case)
    model = cp_model.CpModel()
    x = [model.new_bool_var("") for _ in told.pairs]
    for row in (*told.hard, *(row for rows in told.soft.values() for row in rows)):
        _add(model, x, row)
    most = {side: sum(sorted(worth, reverse=True)[: len(case.posts)]) for side, worth in told.scores.items()}
    utilities = [model.new_int_var(0, most[side], side) for side in told.scores]
    for utility, worth in zip(utilities, told.scores.values(), strict=True):
        model.add(utility == sum(points * x[column] for column, points in enumerate(worth) if points))

    def search(note: Note) -> dict[str, Any]:
        sums: list[int] = []
        for k in range(1, len(utilities) + 1):
            level = model.new_int_var(0, max(most.values()), "")
            below = [model.new_int_var(0, max(most.values()), "") for _ in utilities]
            for utility, missing in zip(utilities, below, strict=True):
                model.add(missing >= level - utility)
            least = k * level - sum(below)
            model.maximize(least)
            solver = _solver()
            if solver.solve(model) != cp_model.OPTIMAL:
                raise RuntimeError(solver.status_name())
            sums.append(round(solver.objective_value))
            note(sums[-1])
            model.add(least >= sums[-1])
        return {"scores": [after - before for before, after in zip([0, *sums], sums, strict=False)]}

    return search


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def _add(model: cp_model.CpModel, x: list[Any], row: LinearRow, only_if: Any = None) -> None:
    total = sum(x[column] for column in row.columns)
    if row.low > 0:
        added = model.add(total >= row.low) if row.columns else model.add_bool_or([])
        if only_if is not None:
            added.only_enforce_if(only_if)
    if row.high < min(ANY, len(row.columns)):
        added = model.add(total <= row.high)
        if only_if is not None:
            added.only_enforce_if(only_if)
