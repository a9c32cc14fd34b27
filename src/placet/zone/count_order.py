"""In which form, and in which order, to ask the choosers, so that few tallies are open at a time.

The size of the table decides the cost of a count, and the order decides the size: whoever belongs to one party is best
asked in one go, so that the tally of that party opens late and closes early. Orders are described by a ranking of the
tallies; choosers come in the order of the best ranked tally they move, then of the next, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from math import inf

import numpy as np

from placet.zone.count_kinds import by_kinds
from placet.zone.count_plan import Plan
from placet.zone.count_pool import Group, Pooling
from placet.zone.count_problem import Problem
from placet.zone.count_quota import without_counter

PRICE = 80_000
"""A count writes about as many cells as this in the time that it takes to look at one order of USUAL choosers."""

USUAL = 200
"""How many choosers `PRICE` was measured with; an order of more takes longer to look at."""

FORM_PRICE = 2_000_000
"""The same for one form of the problem, in several orders."""

MOST_TRIES = 150
"""How many orders of a form are looked at, however long the count would be."""

FEW_TRIES = 12
"""How many orders are looked at while forms are compared."""

WIDTH = 4
"""How many poolings are tried at a time, those first that few people tell apart."""

PATIENCE = 2
"""How many poolings in a row may cost more than the best so far."""

HOPELESS = 50
"""When an order costs so many times more than may be spent, no other form or order will be good enough."""

OUT_OF_REACH = 10**8
"""When the first order costs so many times more than may be spent, no order at all will be good enough."""

Ranks = tuple[int, ...]
"""All tallies, the best ranked first."""


@dataclass(frozen=True)
class Ordered:
    """A plan, and the ranks that gave its order."""

    plan: Plan
    ranks: Ranks

    @classmethod
    def by(cls, problem: Problem, ranks: Ranks) -> Ordered:
        """Return the order by these ranks; tallies that have none come last."""
        known = [tally for tally in ranks if tally in problem.tallies]
        ranks = (*known, *(tally for tally in problem.tallies[::-1] if tally not in known))
        return cls(Plan(problem, order_of(problem, ranks)), ranks)

    def form(self, problem: Problem) -> Ordered:
        """Return another form of the problem in about the same order."""
        return improved(Ordered.by(problem, self.ranks), inf, FEW_TRIES)

    @property
    def work(self) -> float:
        """What the plan costs."""
        return self.plan.work


def arranged(problem: Problem, work: float = inf, *, pools: bool = True) -> Plan:
    """Return the problem in the best form and order found.

    Posts are pooled and quotas lose their counters while that makes the count shorter.

    Parameters
    ----------
    problem : Problem
        What is to be counted.
    work : float
        How many cells may be written; the search ends early when that is out of reach.
    pools : bool
        Whether posts may be pooled.
    """
    short = by_kinds(problem)
    together = improved(Ordered.by(short, ()), work)
    if short is not problem and not _may_pay(together, work, 0):
        return together.plan
    best = improved(Ordered.by(problem, together.ranks), work)
    if pools and _may_pay(best, work, 0):
        best = _pooled(best, work)
    best = improved(_without_counters(best, work), work)
    best = min(best, Ordered.by(by_kinds(best.plan.problem), best.ranks), together, key=lambda each: each.work)
    return best.plan


def ordered(problem: Problem, work: float = inf) -> Plan:
    """Return the problem with people of one kind asked in one go, in the best order found."""
    together = by_kinds(problem)
    found = improved(Ordered.by(together, ()), work)
    return found.plan


def one_by_one(problem: Problem, work: float = inf) -> Plan:
    """Return the problem with everybody asked alone, in the best order found."""
    return improved(Ordered.by(problem, ()), work).plan


def order_of(problem: Problem, ranks: Ranks) -> tuple[int, ...]:
    """Return the choosers, early ones first, then those that move the best ranked tallies; equal ones stay together."""
    column = {tally: place for place, tally in enumerate(problem.tallies)}
    keys = np.packbits(~problem.touched[:, [column[tally] for tally in ranks]], axis=1)
    return tuple(np.lexsort((*keys.T[::-1], problem.layer_of)).tolist())


def _pooled(best: Ordered, work: float) -> Ordered:
    """Return the problem with posts pooled, as long as that pays within a few steps."""
    pooling = Pooling(best.plan.problem)
    groups: tuple[Group, ...] = ()
    here, in_vain, forms = best, 0, 0
    while in_vain < PATIENCE and _may_pay(best, work, forms):
        steps = [(here.form(pooling.pooled(further)), further) for further in pooling.further(groups)[:WIDTH]]
        if not steps:
            break
        here, groups = min(steps, key=lambda step: step[0].work)
        forms, in_vain = forms + len(steps), in_vain + 1
        if here.work < best.work:
            best, in_vain = here, 0
    return best


def _without_counters(best: Ordered, work: float) -> Ordered:
    """Return the problem without the counters of some quotas, as long as that pays."""
    forms = 0
    while _may_pay(best, work, forms):
        found = [best.form(form) for form in without_counter(best.plan.problem)]
        other = min(found, key=lambda each: each.work, default=best)
        if other.work >= best.work:
            break
        best, forms = other, forms + len(found)
    return best


def _may_pay(best: Ordered, work: float, forms: int) -> bool:
    """Whether it may pay to look at other forms, after so many."""
    price = FORM_PRICE * max(1.0, len(best.plan.problem.choosers) / USUAL)
    return (forms + 1) * price < min(best.work, work) and best.work < HOPELESS * work


def improved(best: Ordered, work: float, most: int = MOST_TRIES) -> Ordered:
    """Return the best order found by local search.

    One tally after another is moved to its best rank while that helps, and while what is left to count costs more than
    the orders that were looked at.
    """
    problem = best.plan.problem
    price = PRICE * max(1.0, len(problem.choosers) / USUAL)
    tries, unmoved = 0, 0
    if best.work > OUT_OF_REACH * work:
        return best
    for tally in cycle(best.ranks):
        improved = False
        for ranks in _moved(best.ranks, tally):
            if tries * price > best.work or tries >= most:
                return best
            tries += 1
            other = Ordered.by(problem, ranks)
            if other.work < best.work:
                best, improved = other, True
        unmoved = 0 if improved else unmoved + 1
        if unmoved == len(best.ranks) or (tries > MOST_TRIES // 4 and best.work > HOPELESS * work):
            break
    return best


def _moved(ranks: Ranks, tally: int) -> Iterator[Ranks]:
    """Yield the rankings in which one tally has another rank."""
    rest = tuple(other for other in ranks if other != tally)
    for rank in range(len(ranks)):
        if ranks[rank] != tally:
            yield (*rest[:rank], tally, *rest[rank:])
