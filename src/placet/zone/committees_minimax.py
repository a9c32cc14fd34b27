"""The committee of a size whose largest distance from a ballot is smallest, one distance after the other."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray

from placet.zone.committees_body import Body
from placet.zone.committees_goals import Distances
from placet.zone.solver import Floats, Model

NEARLY = 1e-6
MOST_NODES = 2**31 - 1


def nearest(body: Body, goal: Distances) -> tuple[Floats, Model] | None:
    """Return the values of the columns in a nearest committee, and a model of which all nearest ones are solutions.

    None if nobody can be appointed. The size of the body is given, and every ballot counts once.

    Notes
    -----
    A ballot is no further than d from a committee of k exactly if it approves at least half of (its names + k - d)
    members, rounded up; the rounding makes the linear program much sharper than one in which d is a column. From its
    bound upwards each d is a 0-1 program.
    """
    size = body.size or 0
    ballots = goal.approvals.approves
    names = np.count_nonzero(ballots, axis=1)
    distance = _bound(body, goal) if body.can_hold(frozenset()) else None
    if distance is None:
        return None
    last = int(names.max()) + size
    while distance <= last:
        needed = np.maximum(-(-(names + size - distance) // 2), 0)
        model = _within(body, goal, needed)
        if model is not None:
            values = model.solve_integer().values
            if values is not None:
                return values, model
        distance += 1
    return None


def _bound(body: Body, goal: Distances) -> int | None:
    """Return a distance that no committee can be below, from a linear program."""
    model = body.model()
    model.set_costs(goal.add_to(model, body), maximise=True)
    answer = model.solve_linear()
    return None if answer.objective is None else ceil(-answer.objective - NEARLY)


def _within(body: Body, goal: Distances, needed: NDArray[np.int64]) -> Model | None:
    """Return a model of the committees of which each ballot approves so many members; None if one cannot."""
    model = body.model()
    asked: set[tuple[bytes, int]] = set()
    for ballot, count in zip(goal.approvals.approves, needed.tolist(), strict=True):
        if not count or (ballot.tobytes(), count) in asked:
            continue
        seats = [column for place in np.flatnonzero(ballot).tolist() if (column := body.seats[place]) is not None]
        if count > len(seats):
            return None
        asked.add((ballot.tobytes(), count))
        model.add_row(np.array(seats), np.ones(len(seats)), float(count), np.inf)
    model.set_option("mip_max_nodes", MOST_NODES)
    return model
