"""How one part of a count will be carried out: as one count, or as a sum of counts; and what that will cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf

from placet.zone.count_caps import Inclusion, without_caps
from placet.zone.count_order import OUT_OF_REACH, Ordered, Ranks, arranged, improved, ordered
from placet.zone.count_plan import Plan
from placet.zone.count_problem import Problem
from placet.zone.count_turn import total

TURN = 50_000
"""A count writes about as many cells as this in the time that it takes to begin a turn."""

TERM_PRICE = 4_000_000
"""The same for the time that it takes to write a problem down without some of its quotas."""

Weights = Mapping[int, Mapping[int, int]]


@dataclass(frozen=True)
class Course:
    """The counts to add up, each with its sign."""

    terms: tuple[tuple[int, Plan], ...]

    @cached_property
    def work(self) -> float:
        """How many cells are written in all, turns included."""
        return sum(plan.work + TURN * len(plan.order) for _, plan in self.terms)

    def total(self, weights: Weights) -> int:
        """Return the number of ways in which the problem can be solved."""
        return sum(sign * total(plan, weights) for sign, plan in self.terms)


def course(problem: Problem, work: float = inf) -> Course:
    """Return the shortest way found to count a problem.

    Parameters
    ----------
    problem : Problem
        What is to be counted.
    work : float
        How many cells may be written; the search for something shorter ends early when that is out of reach.
    """
    if problem.is_plainly_impossible:
        return Course(())
    best = Course(((1, ordered(problem, work)),))
    if best.work > OUT_OF_REACH * work:
        return best
    for inclusion in without_caps(problem):
        if len(inclusion.broken) * TERM_PRICE < best.work:
            best = _summed(inclusion, min(best.work, work)) or best
    if best.work > TERM_PRICE:
        other = Course(((1, arranged(problem, min(work, best.work))),))
        best = min(best, other, key=lambda each: each.work)
    return best


def _summed(inclusion: Inclusion, work: float) -> Course | None:
    """Return a sum of counts if it is less work than that; the order is sought once, for the largest of them."""
    plans: list[tuple[int, Plan]] = []
    ranks: Ranks = ()
    spent = 0.0
    for sign, problem in inclusion.terms():
        found = Ordered.by(problem, ranks)
        if not plans:
            found = improved(found, work)
            ranks = found.ranks
        plans.append((sign, found.plan))
        spent += found.work + TURN * len(found.plan.order)
        if spent >= work:
            return None
    return Course(tuple(plans))
