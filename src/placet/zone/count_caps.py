"""Quotas that only few groups can break at once: count as if they were not there, and take away what breaks them.

A panel of ten seats with at most four for each of eight parties: at most two parties can have five. So it is enough to
count without these quotas, less what gives one party five, and more what gives five to two of them (inclusion and
exclusion). Each of those counts watches two groups at most, and people of the others are of fewer kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import prod

from placet.zone.count_kinds import Kind, kinds, outline, together
from placet.zone.count_model import Chooser
from placet.zone.count_problem import Problem
from placet.zone.formula import Formula, Sum

MOST_TERMS = 400
"""Into so many counts a count is taken apart at most."""


@dataclass(frozen=True)
class Cap:
    """A quota that says no more than how large one tally may be."""

    tally: int
    at_most: int


@dataclass(frozen=True)
class Inclusion:
    """A way to write a count as a sum of counts, each with its sign.

    Parameters
    ----------
    caps : frozenset of Cap
        The quotas that go.
    broken : tuple of frozenset of Cap
        For each count those of them that are surely broken; the longest count comes last.
    """

    problem: Problem
    people: tuple[Kind, ...]
    caps: frozenset[Cap]
    broken: tuple[frozenset[Cap], ...]

    def terms(self) -> Iterator[tuple[int, Problem]]:
        """Yield the sign and the problem of each count, the longest first; people of one kind are asked in one go."""
        for broken in reversed(self.broken):
            term = _term(self.problem, self.people, self.caps, broken)
            if term is not None:
                yield -1 if len(broken) % 2 else 1, term


def without_caps(problem: Problem) -> Iterator[Inclusion]:
    """Yield ways to count without some of the quotas."""
    if problem.pools or problem.checks:
        return
    people = kinds(problem)
    found = list(families(problem, people))
    for some in [(family,) for family in found] + ([tuple(found)] if len(found) > 1 else []):
        sets = [list(islice(_sets(family, _most_seats(problem)), MOST_TERMS + 1)) for family in some]
        if 1 < prod(map(len, sets)) <= MOST_TERMS:
            broken = (frozenset(cap for part in parts for cap in part) for parts in product(*sets))
            caps = frozenset(cap for family in some for cap in family)
            yield Inclusion(problem, people, caps, tuple(sorted(broken, key=len)))


def families(problem: Problem, people: Sequence[Kind]) -> Iterator[tuple[Cap, ...]]:
    """Yield the caps, those together of which nobody moves two by the same choice."""
    at_once = [{tally for tally, _ in choice.moves} for kind in people for choice in kind.people[0]]
    found: list[list[Cap]] = []
    for cap in _caps(problem, people):
        for family in found:
            if not any(cap.tally in moved and other.tally in moved for other in family for moved in at_once):
                family.append(cap)
                break
        else:
            found.append([cap])
    yield from map(tuple, found)


def _caps(problem: Problem, people: Sequence[Kind]) -> Iterator[Cap]:
    if {by for kind in people for choice in kind.people[0] for _, by in choice.moves} != {1}:
        return
    if not all(isinstance(rule, Sum) and len(rule.weights) == 1 for rule in problem.rules):
        return
    for cap in map(_cap, problem.rules):
        if cap is not None and cap.tally >= problem.n_posts and cap.tally not in problem.kept:
            yield cap


def _most_seats(problem: Problem) -> int:
    """Return how many seats there are at most."""
    return sum(span.most for tally, span in zip(problem.tallies, problem.spans, strict=True) if tally < problem.n_posts)


def _sets(family: Sequence[Cap], seats: int) -> Iterator[tuple[Cap, ...]]:
    """Yield the sets of caps that so many seats can break together."""
    if not family:
        yield ()
        return
    first, *rest = family
    yield from _sets(rest, seats)
    if first.at_most < seats:
        for others in _sets(rest, seats - first.at_most - 1):
            yield (first, *others)


def _term(problem: Problem, people: Sequence[Kind], caps: frozenset[Cap], broken: frozenset[Cap]) -> Problem | None:
    """Return the problem without these caps, in which those that are broken surely are; None if nothing breaks them."""
    rules = [rule for rule in problem.rules if _cap(rule) not in caps]
    rules += [Sum(((cap.tally, 1),), cap.at_most + 1) for cap in sorted(broken, key=lambda cap: cap.tally)]
    read = {rule.weights[0][0] for rule in rules if isinstance(rule, Sum)} | problem.kept
    merged: dict[tuple[int, Chooser], list[Chooser]] = {}
    for kind in people:
        choices = tuple(
            replace(choice, columns=(), moves=tuple(move for move in choice.moves if move[0] in read))
            for choice in kind.people[0]
        )
        merged.setdefault((kind.layer, choices), []).extend(kind.people)
    found = [Kind(layer, tuple(each)) for (layer, _), each in merged.items()]
    choices_of = [choices for _, choices in merged]
    bare = replace(problem, choosers=(), rules=tuple(rules), layers=())
    if outline(bare, found, choices_of).is_plainly_impossible:
        return None
    return together(bare, found, choices_of)


def _cap(rule: Formula) -> Cap | None:
    """Return what a rule caps, if that is all it says."""
    if isinstance(rule, Sum) and len(rule.weights) == 1 and rule.weights[0][1] == -1:
        return Cap(rule.weights[0][0], -rule.at_least)
    return None
