"""In which order to ask the choosers, so that few tallies are open at a time.

The size of the table decides the cost of a count, and the order decides the size: whoever belongs to one party is best
asked in one go, so that the tally of that party opens late and closes early. Orders are described by a ranking of the
tallies; choosers come in the order of the best ranked tally they move, then of the next, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_join import joinings
from placet.zone.count_plan import Plan, Problem

PRICE = 200_000
"""A count writes about as many cells as this in the time that it takes to look at one order."""

MOST_TRIES = 500
"""How many orders are looked at, however long the count would be."""


def arranged(problem: Problem) -> Plan:
    """Return the problem, with posts joined where that pays, in the best order found."""
    best = ordered(problem)
    for other in joinings(problem) if best.work > PRICE else ():
        plan = ordered(other)
        if plan.work < best.work:
            best = plan
    return best


def ordered(problem: Problem) -> Plan:
    """Return the problem with the best order found.

    Notes
    -----
    Local search: a tally at a time is moved to another rank while that helps, and while what is left to count costs
    more than the orders that were looked at.
    """
    ranks = _by_members(problem)
    best = Plan(problem, order_of(problem, ranks))
    tries, improved = 0, True
    while improved:
        improved = False
        for other in _neighbours(ranks):
            if tries * PRICE > best.work or tries == MOST_TRIES:
                return best
            tries += 1
            plan = Plan(problem, order_of(problem, other))
            if plan.work < best.work:
                ranks, best, improved = other, plan, True
                break
    return best


def order_of(problem: Problem, ranks: list[int]) -> tuple[int, ...]:
    """Return the choosers, early ones first, then those that move the best ranked tallies; equal ones stay together."""
    late = np.array([[place not in problem.early] for place in range(len(problem.choosers))])
    keys: NDArray[np.bool_] = np.concatenate([late, ~problem.touched[:, ranks]], axis=1)
    return tuple(np.lexsort(keys.T[::-1]).tolist())


def _by_members(problem: Problem) -> list[int]:
    """Return the tallies (as columns), those first that few choosers move."""
    members: list[int] = problem.touched.sum(axis=0).tolist()
    return sorted(range(len(members)), key=members.__getitem__)


def _neighbours(ranks: list[int]) -> Iterator[list[int]]:
    """Yield the rankings that differ by the place of one tally."""
    for source in range(len(ranks)):
        rest = ranks[:source] + ranks[source + 1 :]
        for target in range(len(ranks)):
            if target != source:
                yield [*rest[:target], ranks[source], *rest[target:]]
