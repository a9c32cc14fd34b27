"""python-sat: the cheapest concession by RC2 (weighted MaxSAT), and one minimal conflict by clause learning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pysat.card import CardEnc, EncType
from pysat.examples.musx import MUSX
from pysat.examples.rc2 import RC2Stratified
from pysat.formula import WCNF

from harness.values import Note
from peers.written import LinearRow, written
from placet.case.nouns import Case

Search = Callable[[Note], Any]


def formula(case: Case) -> tuple[WCNF, dict[int, str]]:
    """Return the clauses, a soft one for each demand, and which demand its literal means."""
    told = written(case)
    clauses = WCNF()
    top = len(told.pairs) + len(told.soft)
    for row in told.hard:
        top = _add(clauses, row, top, None)
    names = {}
    for place, (demand, rows) in enumerate(told.soft.items(), len(told.pairs) + 1):
        names[place] = demand
        for row in rows:
            top = _add(clauses, row, top, place)
        clauses.append([place], weight=max(told.costs[demand], 1))
    return clauses, names


def cheapest(case: Case) -> Search:
    """Give up the cheapest demands that open the zone."""
    clauses, names = formula(case)

    def search(_: Note) -> dict[str, Any]:
        with RC2Stratified(clauses, solver="g4", adapt=True, exhaust=True, minz=True) as solver:
            model = solver.compute()
            return {"cost": solver.cost, "give_up": sorted(names[-one] for one in model if -one in names)}

    return search


def one_conflict(case: Case) -> Search:
    """Find one minimal conflict by deletion."""
    clauses, names = formula(case)
    soft = list(names.values())

    def search(_: Note) -> dict[str, Any]:
        with MUSX(clauses, solver="cadical195", verbosity=0) as solver:
            return {"conflict": sorted(soft[place - 1] for place in solver.compute())}

    return search


def _add(clauses: WCNF, row: LinearRow, top: int, only_if: int | None) -> int:
    literals = [column + 1 for column in row.columns]
    condition = [] if only_if is None else [-only_if]
    if row.high == 0:
        clauses.extend([[*condition, -literal] for literal in literals])
        return top
    if row.low == 1:
        clauses.append([*condition, *literals])
    parts = []
    if row.low > 1:
        parts.append(CardEnc.atleast(literals, row.low, top_id=top, encoding=EncType.seqcounter))
        top = max(top, parts[-1].nv)
    if row.high < len(literals):
        parts.append(CardEnc.atmost(literals, row.high, top_id=top, encoding=EncType.seqcounter))
        top = max(top, parts[-1].nv)
    for part in parts:
        clauses.extend([[*condition, *clause] for clause in part.clauses])
    return top
