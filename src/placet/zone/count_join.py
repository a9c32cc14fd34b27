"""Posts that only a few people tell apart: ask those people first, and count the seats of the posts together after.

A veto against one name at one post makes two otherwise equal posts different. Once that name has been asked, they are
equal again for whoever comes later, and only the number of their free seats matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from placet.zone.count_model import Choice, Chooser
from placet.zone.count_problem import Join, Problem
from placet.zone.formula import Sum, sums

FEW = (1, 2, 4, 8, 16, 32, 64)
"""How many people may tell two posts apart; each number is tried."""


def joinings(problem: Problem) -> Iterator[Problem]:
    """Yield the problem with posts joined after some people, with more and more people asked first."""
    seats = fixed_seats(problem)
    differ = {(one, other): _telling_apart(problem, one, other) for one, other in combinations(sorted(seats), 2)}
    seen = set()
    for few in FEW:
        groups = _groups(list(seats), [pair for pair, people in differ.items() if 0 < len(people) <= few])
        early = frozenset().union(*(differ[pair] for group in groups for pair in combinations(group, 2)))
        if early and early not in seen and 2 * len(early) < len(problem.choosers):
            seen.add(early)
            yield _joined(problem, groups, early, seats)


def fixed_seats(problem: Problem) -> dict[int, int]:
    """Return the tallies that end at one number and that no other rule reads, and that number."""
    read: dict[int, list[object]] = {}
    bounds: dict[int, dict[int, int]] = {}
    for rule in problem.rules:
        for leaf in sums(rule):
            for tally, weight in leaf.weights:
                read.setdefault(tally, []).append(rule)
                if rule is leaf and len(leaf.weights) == 1 and abs(weight) == 1:
                    bounds.setdefault(tally, {})[weight] = leaf.at_least
    return {
        tally: bound[1]
        for tally, bound in bounds.items()
        if len(read[tally]) == len(bound) == 2 and bound[1] == -bound[-1] > 0 and tally not in problem.kept
    }


def _telling_apart(problem: Problem, one: int, other: int) -> frozenset[int]:
    """Return the places of the choosers for whom two posts are different."""
    return frozenset(
        place for place, chooser in enumerate(problem.choosers) if _profile(chooser, one) != _profile(chooser, other)
    )


def _profile(chooser: Chooser, tally: int) -> frozenset[tuple[int, tuple[tuple[int, int], ...]]]:
    """Return what choices that move a tally do besides."""
    return frozenset(
        (dict(choice.moves)[tally], tuple(move for move in choice.moves if move[0] != tally))
        for choice in chooser
        if any(moved == tally for moved, _ in choice.moves)
    )


def _groups(tallies: list[int], pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Return the tallies that the pairs connect, by group."""
    group = {tally: tally for tally in tallies}
    for one, other in pairs:
        old, new = group[other], group[one]
        group = {tally: new if name == old else name for tally, name in group.items()}
    found: dict[int, list[int]] = {}
    for tally, name in group.items():
        found.setdefault(name, []).append(tally)
    return [sorted(members) for members in found.values() if len(members) > 1]


def _joined(problem: Problem, groups: list[list[int]], early: frozenset[int], seats: dict[int, int]) -> Problem:
    first = max(problem.tallies) + 1
    joins = tuple(
        Join(first + place, tuple((tally, seats[tally]) for tally in group)) for place, group in enumerate(groups)
    )
    join_of = {tally: join.tally for join in joins for tally, _ in join.parts}
    choosers = [
        tuple(_early(choice, join_of) for choice in chooser) if place in early else _late(chooser, join_of)
        for place, chooser in enumerate(problem.choosers)
    ]
    rules = [
        rule
        for rule in problem.rules
        if not (isinstance(rule, Sum) and rule.weights[0][0] in join_of and rule.weights[0][1] > 0)
    ]
    for join in joins:
        total = sum(number for _, number in join.parts)
        rules += [Sum(((join.tally, 1),), total), Sum(((join.tally, -1),), -total)]
    return replace(problem, choosers=tuple(choosers), rules=tuple(rules), joins=joins, early=early)


def _early(choice: Choice, join_of: dict[int, int]) -> Choice:
    """Return a choice that moves the post, and its join too, which opens later only."""
    return replace(
        choice, moves=choice.moves + tuple((join_of[tally], by) for tally, by in choice.moves if tally in join_of)
    )


def _late(chooser: Chooser, join_of: dict[int, int]) -> Chooser:
    """Return the choices with each post replaced by its join; those that become equal are one."""
    found: dict[tuple[tuple[int, int], ...], Choice] = {}
    for choice in chooser:
        moves = tuple(sorted((join_of.get(tally, tally), by) for tally, by in choice.moves))
        found.setdefault(moves, replace(choice, moves=moves))
    return tuple(found.values())
