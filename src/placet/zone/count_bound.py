"""A lower bound where a count would take too long: the exact size of a part of the zone that is quick to count.

The people, in the order of the count, are cut into stretches and the posts are dealt out to them: a person keeps only
the posts of the own stretch. Few posts are then open at a time. Whatever is counted so is a settlement.
"""

from __future__ import annotations

from dataclasses import replace

from placet.zone.count_model import Model
from placet.zone.count_plan import Plan
from placet.zone.count_turn import total

MOST_SHIFTS = 4
"""How many ways of dealing the posts out are tried for one number of stretches."""


def lower_bound(plan: Plan, counted: Model, work: int) -> int:
    """Return how many of the ways to solve the plan's problem were found; 0 when none was.

    Parameters
    ----------
    plan : Plan
        A problem that is too long to count, in a good order.
    counted : Model
        Where it comes from.
    work : int
        How many cells may be written in all.
    """
    moved = {tally for chooser in plan.problem.choosers for choice in chooser for tally, _ in choice.moves}
    posts = [tally for tally in range(len(counted.classes)) if tally in moved]
    for stretches in range(_fewest(plan, posts, work), len(posts) + 1):
        for shift in range(min(stretches, MOST_SHIFTS)):
            part = part_of(plan, posts, stretches, shift)
            if part.work <= work:
                found = total(part, counted.weights)
                if found:
                    return found
                work -= int(part.work)
    return 0


def _fewest(plan: Plan, posts: list[int], work: int) -> int:
    """Return the fewest stretches whose part is not too much work; the more stretches, the less work, as a rule."""
    low, high = 2, len(posts) + 1
    while low < high:
        middle = (low + high) // 2
        if part_of(plan, posts, middle, 0).work <= work:
            high = middle
        else:
            low = middle + 1
    return low


def part_of(plan: Plan, posts: list[int], stretches: int, shift: int) -> Plan:
    """Return the part of the problem in which each stretch of people keeps its own posts only."""
    people = len(plan.order)
    dealt = {tally: (place + shift) % stretches for place, tally in enumerate(posts)}
    choosers = list(plan.problem.choosers)
    for turn, place in enumerate(plan.order):
        here = turn * stretches // people
        choosers[place] = tuple(
            choice for choice in choosers[place] if all(dealt.get(tally, here) == here for tally, _ in choice.moves)
        )
    return Plan(replace(plan.problem, choosers=tuple(choosers)), plan.order)
