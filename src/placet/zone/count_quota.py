"""Quotas that need no counter: ask the members last, and the seats still free tell how many of them will sit.

When only members are left to ask, every free seat that the quota counts goes to a member. So the rule can be checked
right then, and whoever comes after moves no counter. The same holds with the others in the place of the members: then
the seats that are not free were taken by members.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from placet.zone.count_model import Chooser
from placet.zone.count_problem import Check, Problem
from placet.zone.formula import Formula, Sum, sums


@dataclass(frozen=True)
class Counter:
    """A tally that counts the seats that some people take in some posts.

    Parameters
    ----------
    tally : int
        The tally.
    weight : int
        What a seat counts.
    seats : dict of int to int
        The posts that it looks at, as tallies, and how many seats each has.
    """

    tally: int
    weight: int
    seats: dict[int, int]


def without_counter(problem: Problem) -> Iterator[Problem]:
    """Yield the problem with one counter less for whoever is asked last: the members, or all others."""
    last = max(problem.layers)
    for counter in counters(problem):
        for people_last in (_members(problem, counter), _others(problem, counter)):
            late = {place for place, layer in enumerate(problem.layers) if layer == last and place in people_last}
            if 0 < len(late) < problem.layers.count(last):
                other = problem if people_last == _members(problem, counter) else _turned(problem, counter)
                yield _checked(other, counter if other is problem else replace(counter, weight=1), late)


def counters(problem: Problem) -> Iterator[Counter]:
    """Yield the tallies that say no more than how many seats of some posts certain people take."""
    seats = problem.fixed_seats
    checked = {tally for check in problem.checks for tally, _ in check.rule.weights}
    for tally in problem.tallies:
        if tally in seats or tally in checked or tally in problem.kept or not _read_alone(problem, tally):
            continue
        found = _counter(problem, tally, seats)
        if found is not None:
            yield found


def _counter(problem: Problem, tally: int, seats: dict[int, int]) -> Counter | None:
    pool_of = _pool_of(problem)
    by_post: dict[int, set[int]] = {}
    for place in _moving(problem, tally):
        for choice in problem.choosers[place]:
            moves = dict(choice.moves)
            posts = [pool_of.get(post, post) for post in moves if pool_of.get(post, post) in seats]
            if moves and (len(posts) != 1):
                return None
            for post in posts:
                by_post.setdefault(post, set()).add(moves.get(tally, 0))
    amounts = {amount for found in by_post.values() for amount in found if amount}
    if len(amounts) != 1 or any(len(found) > 1 for found in by_post.values()):
        return None
    return Counter(tally, amounts.pop(), {post: seats[post] for post, found in by_post.items() if found != {0}})


def _read_alone(problem: Problem, tally: int) -> bool:
    """Whether the rules that look at a tally look at nothing else."""
    return all(
        isinstance(rule, Sum) and len(rule.weights) == 1
        for rule in problem.rules
        if any(tally == read for leaf in sums(rule) for read, _ in leaf.weights)
    )


def _moving(problem: Problem, tally: int) -> list[int]:
    column = problem.tallies.index(tally)
    places: list[int] = problem.touched[:, column].nonzero()[0].tolist()
    return places


def _members(problem: Problem, counter: Counter) -> frozenset[int]:
    return frozenset(_moving(problem, counter.tally))


def _others(problem: Problem, counter: Counter) -> frozenset[int]:
    return frozenset(range(len(problem.choosers))) - _members(problem, counter)


def _turned(problem: Problem, counter: Counter) -> Problem:
    """Return the problem in which the tally counts the seats of everybody else."""
    members, seats = _members(problem, counter), sum(counter.seats.values())
    choosers = tuple(
        _without(chooser, counter.tally) if place in members else _with(chooser, counter, _pool_of(problem))
        for place, chooser in enumerate(problem.choosers)
    )
    rules: list[Formula] = []
    for rule in problem.rules:
        if isinstance(rule, Sum) and rule.weights[0][0] == counter.tally:
            by = rule.weights[0][1] * counter.weight
            rules.append(Sum(((counter.tally, -by),), rule.at_least - by * seats))
        else:
            rules.append(rule)
    return replace(problem, choosers=choosers, rules=tuple(rules))


def _checked(problem: Problem, counter: Counter, late: set[int]) -> Problem:
    """Return the problem in which these people are asked last and no longer move the tally."""
    last = max(problem.layers) + 1
    choosers = tuple(
        _without(chooser, counter.tally) if place in late else chooser for place, chooser in enumerate(problem.choosers)
    )
    is_moved = any(tally == counter.tally for chooser in choosers for choice in chooser for tally, _ in choice.moves)
    seats = sum(counter.seats.values())
    rules, checks = [], list(problem.checks)
    for rule in problem.rules:
        if not (isinstance(rule, Sum) and rule.weights[0][0] == counter.tally):
            rules.append(rule)
            continue
        by = rule.weights[0][1]
        weights = [(post, -by * counter.weight) for post in counter.seats] + ([(counter.tally, by)] if is_moved else [])
        checks.append(Check(last, Sum(tuple(sorted(weights)), rule.at_least - by * counter.weight * seats)))
    layers = tuple(last if place in late else layer for place, layer in enumerate(problem.layers))
    return replace(problem, choosers=choosers, rules=tuple(rules), checks=tuple(checks), layers=layers)


def _pool_of(problem: Problem) -> dict[int, int]:
    """Return the tally of the pool for each post in one."""
    return {part: pool.tally for pool in problem.pools for part in pool.parts}


def _without(chooser: Chooser, tally: int) -> Chooser:
    return tuple(replace(choice, moves=tuple(move for move in choice.moves if move[0] != tally)) for choice in chooser)


def _with(chooser: Chooser, counter: Counter, pool_of: dict[int, int]) -> Chooser:
    return tuple(
        replace(choice, moves=tuple(sorted((*choice.moves, (counter.tally, 1)))))
        if any(pool_of.get(post, post) in counter.seats for post, _ in choice.moves)
        else choice
        for choice in chooser
    )
