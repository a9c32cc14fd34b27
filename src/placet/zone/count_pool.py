"""Posts that only some people tell apart: ask those people first, and count the seats of the posts together after.

A veto against one name at one post makes two otherwise equal posts different. Whoever holds every post of a pool just
takes a seat in it. Whoever holds all but a few takes any seat, less the seats that must not be: inclusion and exclusion
needs to know those few only. How the seats are shared out is counted when all who tell the posts apart were asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from placet.zone.count_model import Choice, Chooser
from placet.zone.count_problem import Pool, Problem
from placet.zone.formula import Sum

Moves = tuple[tuple[int, int], ...]
Group = tuple[int, ...]


class Pooling:
    """A problem whose posts can be pooled; `groups` below are groups of at least two posts each, as tallies."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.seats = problem.fixed_seats
        besides = [_besides(chooser, self.seats) for chooser in problem.choosers]
        self._differ = {
            (one, other): frozenset(place for place, by in enumerate(besides) if by.get(one) != by.get(other))
            for one, other in combinations(sorted(self.seats), 2)
        }

    def further(self, groups: tuple[Group, ...]) -> list[tuple[Group, ...]]:
        """Return the groupings with two groups (or single posts) made one, those first that few people tell apart."""
        grouped = {tally for group in groups for tally in group}
        single = [(tally,) for tally in self.seats if tally not in grouped]
        found = []
        for one, other in combinations([*groups, *single], 2):
            kept = [group for group in groups if group not in {one, other}]
            grouping = (*kept, tuple(sorted(one + other)))
            n_early = len(self._early(grouping))
            if 0 < n_early < len(self.problem.choosers):
                found.append((n_early, grouping))
        return [grouping for _, grouping in sorted(found)]

    def pooled(self, groups: tuple[Group, ...]) -> Problem:
        """Return the problem with these groups pooled."""
        return _pooled(self.problem, groups, self._early(groups), self.seats)

    def _early(self, groups: tuple[Group, ...]) -> frozenset[int]:
        return frozenset().union(*(self._differ[first, other] for first, *others in groups for other in others))


def _besides(chooser: Chooser, seats: Mapping[int, int]) -> dict[int, set[Moves]]:
    """Return what the choices that take a seat of each post do besides."""
    found: dict[int, set[Moves]] = {}
    for choice in chooser:
        for tally, _ in choice.moves:
            if tally in seats:
                found.setdefault(tally, set()).add(tuple(move for move in choice.moves if move[0] != tally))
    return found


def _pooled(problem: Problem, groups: tuple[Group, ...], early: frozenset[int], seats: dict[int, int]) -> Problem:
    first = max(problem.tallies) + 1
    pools = tuple(
        Pool(first + 2 * place, first + 2 * place + 1, {tally: seats[tally] for tally in group})
        for place, group in enumerate(groups)
    )
    choosers = list(problem.choosers)
    for place, chooser in enumerate(choosers):
        known = chooser
        for pool in pools:
            known = _early(known, pool) if place in early else _late(known, pool)
        choosers[place] = known
    parts = {tally for pool in pools for tally in pool.parts}
    rules = [
        rule
        for rule in problem.rules
        if not (isinstance(rule, Sum) and rule.weights[0][0] in parts and rule.weights[0][1] > 0)
    ]
    for pool in pools:
        rules += [Sum(((pool.tally, 1),), pool.seats), Sum(((pool.tally, -1),), -pool.seats)]
    layers = tuple(int(place not in early) for place in range(len(choosers)))
    return replace(problem, choosers=tuple(choosers), rules=tuple(rules), layers=layers, pools=pools)


def _early(chooser: Chooser, pool: Pool) -> Chooser:
    """Return the choices of somebody who holds some posts: as they are, or all of the pool less the others."""
    inside, outside = _parted(chooser, pool)
    held = {tally: _rest(choice, pool) for choice in inside for tally, _ in choice.moves if tally in pool.parts}
    missing = [tally for tally in pool.parts if tally not in held]
    besides = set(held.values())
    if len(missing) + 1 >= len(held) or len(besides) != 1:
        return chooser
    (rest,) = besides
    less = (Choice((), tuple(sorted(((tally, 1), *rest))), sign=-1) for tally in missing)
    return (*outside, replace(inside[0], moves=tuple(sorted(((pool.tally, 1), *rest)))), *less)


def _late(chooser: Chooser, pool: Pool) -> Chooser:
    """Return the choices of somebody who holds all posts of a pool, or none."""
    inside, outside = _parted(chooser, pool)
    if not inside:
        return chooser
    return (*outside, replace(inside[0], moves=tuple(sorted(((pool.tally, 1), *_rest(inside[0], pool))))))


def _parted(chooser: Chooser, pool: Pool) -> tuple[list[Choice], list[Choice]]:
    """Return the choices in a pool, and those outside."""
    inside: list[Choice] = []
    outside: list[Choice] = []
    for choice in chooser:
        (inside if any(tally in pool.parts for tally, _ in choice.moves) else outside).append(choice)
    return inside, outside


def _rest(choice: Choice, pool: Pool) -> Moves:
    return tuple(move for move in choice.moves if move[0] not in pool.parts)
