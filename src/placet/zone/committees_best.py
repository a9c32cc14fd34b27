"""The best committees by a goal: one 0-1 program for the best worth, one tree of linear programs for all that reach it.

A number of the solver never decides: committees are scored again as fractions, a branch is left only when nothing in
it comes near the best worth, and what comes near is scored exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from placet.zone.committees_body import Body, Committee
from placet.zone.committees_goals import Distances, Goal
from placet.zone.committees_minimax import MOST_NODES, nearest
from placet.zone.solver import Floats, Model

NEARLY = 1e-7
"""How far, as a share of the worth, a linear program may be wrong."""
WHOLE = 1e-6


@dataclass(frozen=True)
class Best:
    """The best committees.

    Parameters
    ----------
    worth : Fraction
    committees : tuple of Committee
        In the order of the names; one of them where not all were asked for.
    complete : bool
        Whether these are known to be all.
    """

    worth: Fraction
    committees: tuple[Committee, ...]
    complete: bool


def find_best(body: Body, goal: Goal, limit: int | None = None) -> Best | None:
    """Return the best committees by a goal; None when nobody can be appointed.

    Parameters
    ----------
    limit : int, optional
        How many are listed at most; left out, one of them.

    Notes
    -----
    The best worth is one 0-1 program. Listing takes a linear program for each branch that comes near it; columns are
    fixed by their reduced costs, so that few remain.
    """
    if isinstance(goal, Distances) and goal.is_sharp and body.size is not None:
        # Whatever the model of all nearest committees holds is one.
        solved, threshold = nearest(body, goal), -np.inf
    else:
        solved, threshold = _solved(body, goal), None
    if solved is None:
        return None
    values, model = solved
    found = _committee(body, values)
    worth = goal.worth(found)
    if limit is None and goal.unit > 4 * _slack(worth):
        return Best(worth, (found,), complete=False)
    if threshold is None:
        threshold = float(worth) - _slack(worth)
    tree = _Tree(body, model)
    best: list[Committee] = []
    for committee in tree.reaching(threshold):
        exact = goal.worth(committee)
        if exact > worth:
            worth, best = exact, []
        if exact == worth:
            best.append(committee)
            if limit is not None and len(best) > limit:
                break
    shown = tuple(sorted(best)[: limit or 1])
    return Best(worth, shown, complete=limit is not None and len(best) <= limit)


def _solved(body: Body, goal: Goal) -> tuple[Floats, Model] | None:
    """Return the values of the columns in a committee that the solver calls best, and the model."""
    model = body.model()
    worth_of = goal.add_to(model, body)
    model.set_option("mip_max_nodes", MOST_NODES)
    model.set_costs(worth_of, maximise=True)
    values = model.solve_integer().values
    return None if values is None else (values, model)


def _slack(worth: Fraction) -> float:
    return NEARLY * max(1.0, abs(float(worth)))


def _committee(body: Body, values: Floats) -> Committee:
    return tuple(place for place, column in body.columns.items() if values[column] > 0.5)


class _Tree:
    """Every committee whose linear program reaches a threshold; bounds are those of the seats alone."""

    def __init__(self, body: Body, model: Model) -> None:
        self._body, self._model = body, model
        self._places = tuple(body.columns)
        self._seats = np.array(list(body.columns.values()), np.int64)

    def reaching(self, threshold: float) -> Iterator[Committee]:
        """Yield the committees that the body can have and whose bound reaches the threshold, each once."""
        low = np.zeros(len(self._seats))
        high = np.array([1.0 if self._body.is_open(seat) else 0.0 for seat in self._seats.tolist()])
        stack: list[tuple[Floats, Floats, _Node | None]] = [(low, high, None)]
        while stack:
            low, high, same = stack.pop()
            node = same or self._solved(low, high)
            if node is None or node.objective < threshold:
                continue
            low, high = node.without_dear(low, high, node.objective - threshold)
            free = np.flatnonzero(high - low > 0.5)
            if not len(free):
                committee = tuple(place for place, is_in in zip(self._places, low, strict=True) if is_in)
                if self._body.may_be(committee):
                    yield committee
                continue
            away = np.abs(node.seated[free] - np.rint(node.seated[free]))
            if away.max() > WHOLE:
                at, kept, heir = int(free[away.argmax()]), 1.0, None
            else:
                # The program is whole here: one branch keeps its solution.
                at = int(free[node.seated[free].argmax()])
                kept, heir = float(np.rint(node.seated[at])), node
            for value, solution in ((1.0 - kept, None), (kept, heir)):
                lower, upper = low.copy(), high.copy()
                lower[at] = upper[at] = value
                stack.append((lower, upper, solution))

    def _solved(self, low: Floats, high: Floats) -> _Node | None:
        self._model.set_columns(self._seats, low, high)
        answer = self._model.solve_linear()
        if answer.values is None or answer.objective is None or answer.reduced_costs is None:
            return None
        return _Node(answer.objective, answer.values[self._seats], answer.reduced_costs[self._seats])


@dataclass(frozen=True)
class _Node:
    """The solution of one linear program: its objective, and value and reduced cost of each seat."""

    objective: float
    seated: Floats
    costs: Floats

    def without_dear(self, low: Floats, high: Floats, room: float) -> tuple[Floats, Floats]:
        """Return the bounds with those seats fixed that would cost more than there is room for."""
        at_low = (self.seated < WHOLE) & (self.costs < -room - WHOLE)
        at_high = (self.seated > 1 - WHOLE) & (self.costs > room + WHOLE)
        return np.where(at_high, high, low), np.where(at_low, low, high)
