"""In which order to ask the choosers, so that few tallies are open at a time.

The size of the table decides the cost of a count, and the order decides the size: whoever belongs to one party is best
asked in one go, so that the tally of that party opens late and closes early. Orders are described by a ranking of the
tallies; choosers come in the order of the best ranked tally they move, then of the next, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from math import inf

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_join import joinings
from placet.zone.count_plan import Plan
from placet.zone.count_problem import Problem

PRICE = 200_000
"""A count writes about as many cells as this in the time that it takes to look at one order."""

MOST_TRIES = 300
"""How many orders are looked at, however long the count would be."""


HOPELESS = 1000
"""When an order costs so many times more than may be spent, no better one will be good enough."""


def arranged(problem: Problem, work: float = inf) -> Plan:
    """Return the problem, with posts joined where that pays, in the best order found; see `ordered`."""
    best = ordered(problem, work)
    for other in joinings(problem) if PRICE < best.work < HOPELESS * work else ():
        plan = ordered(other, work)
        if plan.work < best.work:
            best = plan
    return best


def ordered(problem: Problem, work: float = inf) -> Plan:
    """Return the problem with the best order found.

    Parameters
    ----------
    problem : Problem
        What is to be counted.
    work : float
        How many cells may be written; the search ends early when that is out of reach.

    Notes
    -----
    Local search: one tally after another is moved to its best rank while that helps, and while what is left to count
    costs more than the orders that were looked at.
    """
    ranks = _by_members(problem)
    best = Plan(problem, order_of(problem, ranks))
    tries, unmoved = 0, 0
    for tally in cycle(tuple(ranks)):
        improved = False
        for other in _moved(ranks, tally):
            if tries * PRICE > best.work or tries == MOST_TRIES:
                return best
            tries += 1
            plan = Plan(problem, order_of(problem, other))
            if plan.work < best.work:
                ranks, best, improved = other, plan, True
        unmoved = 0 if improved else unmoved + 1
        if unmoved == len(ranks) or (tries > MOST_TRIES // 4 and best.work > HOPELESS * work):
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


def _moved(ranks: list[int], tally: int) -> Iterator[list[int]]:
    """Yield the rankings in which one tally has another rank."""
    rest = [other for other in ranks if other != tally]
    for rank in range(len(ranks)):
        if ranks[rank] != tally:
            yield [*rest[:rank], tally, *rest[rank:]]
