"""People of one kind asked in one go: how many of them take which seats, and in how many ways they can.

Two people are of one kind when they have the same choices with the same effect. When m of them are asked together,
t of them take a seat in binomial(m, t) ways, however many m is. That pays where few of a kind can sit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb
from types import MappingProxyType

from placet.zone.count_model import Choice, Chooser
from placet.zone.count_problem import TOLL, Problem

Moves = tuple[tuple[int, int], ...]
Key = tuple[tuple[Moves, int, int], ...]


@dataclass(frozen=True)
class Crowd(Choice):
    """So many of a kind make each of their choices.

    Parameters
    ----------
    number : int
        In how many ways they can share the choices out.
    people : tuple of Chooser
        Who is of the kind.
    takes : tuple of int
        How many of them make each of their choices, in the order in which each has them.
    """

    number: int = 1
    people: tuple[Chooser, ...] = ()
    takes: tuple[int, ...] = ()

    @property
    def ways(self) -> int:
        """In how many ways it can be done."""
        return self.number


@dataclass(frozen=True)
class Kind:
    """People with the same choices, asked in the same layer."""

    layer: int
    people: tuple[Chooser, ...]


def by_kinds(problem: Problem) -> Problem:
    """Return the problem with people of one kind asked in one go, where that is shorter.

    Those who tell the posts of a pool apart are left as they are.
    """
    found = kinds(problem)
    return (
        problem if len(found) == len(problem.choosers) else together(problem, found, [each.people[0] for each in found])
    )


def kinds(problem: Problem) -> tuple[Kind, ...]:
    """Return the people of a problem by kind, in the order of the first of each kind."""
    groups: dict[tuple[int, Key], list[Chooser]] = {}
    for layer, chooser in zip(problem.layers, problem.choosers, strict=True):
        groups.setdefault((layer, _key(chooser)), []).append(chooser)
    return tuple(Kind(layer, tuple(people)) for (layer, _), people in groups.items())


def together(problem: Problem, found: Sequence[Kind], choices: Sequence[Chooser]) -> Problem:
    """Return the problem with people of one kind asked in one go, where that is shorter.

    Parameters
    ----------
    problem : Problem
        The rules; its choosers are not looked at.
    found : sequence of Kind
        Its people by kind.
    choices : sequence of Chooser
        What each person of a kind can do.
    """
    most = _most(outline(problem, found, choices))
    choosers: list[Chooser] = []
    layers: list[int] = []
    for kind, chooser in zip(found, choices, strict=True):
        alone = len(kind.people) == 1 or (problem.pools and kind.layer == 0)
        joined = None if alone else _together(kind.people, _key(chooser), most)
        if joined is not None:
            choosers.append(joined)
        else:
            choosers += kind.people if chooser == kind.people[0] else [chooser] * len(kind.people)
        layers += [kind.layer] * (len(choosers) - len(layers))
    return replace(problem, choosers=tuple(choosers), layers=tuple(layers))


def outline(problem: Problem, found: Sequence[Kind], choices: Sequence[Chooser]) -> Problem:
    """Return a problem whose tallies reach as far as those of these people do; it is not to be counted."""
    choosers = tuple(
        tuple(
            replace(choice, moves=tuple((tally, by * len(kind.people)) for tally, by in choice.moves))
            for choice in chooser
        )
        for kind, chooser in zip(found, choices, strict=True)
    )
    return replace(problem, choosers=choosers, layers=tuple(kind.layer for kind in found))


def apart(choice: Choice, order: list[int]) -> Iterator[Choice]:
    """Yield what each person does in a choice; `order` says, for a crowd, who comes first."""
    if not isinstance(choice, Crowd):
        yield choice
        return
    left = iter(order)
    for place, number in enumerate(choice.takes):
        yield from (choice.people[next(left)][place] for _ in range(number))


def _key(chooser: Chooser) -> Key:
    return tuple((choice.moves, choice.sign, choice.ways) for choice in chooser)


def _most(problem: Problem) -> dict[int, int]:
    """Return the greatest value of each tally from which the rules can still be kept."""
    return {
        tally: span.most
        for tally, span in zip(problem.tallies, problem.spans, strict=True)
        if span.drops_above and bool((problem.least_moves[:, problem.tallies.index(tally)] >= 0).all())
    }


def _together(people: tuple[Chooser, ...], kind: Key, most: Mapping[int, int]) -> Chooser | None:
    """Return all that people of a kind can do together; None when it is shorter to ask them one by one."""
    idle = [place for place, (moves, _, _) in enumerate(kind) if not moves]
    if len(idle) != 1:
        return None
    order = [*(place for place in range(len(kind)) if place not in idle), *idle]
    enough = len(people) * len(kind) // TOLL
    found: list[Choice] = []
    for sorted_takes in _takes(tuple(kind[place] for place in order), len(people), most):
        if len(found) >= enough:
            return None
        of_place = dict(zip(order, sorted_takes, strict=True))
        takes = tuple(of_place[place] for place in range(len(kind)))
        left, number = len(people), 1
        moved: dict[int, int] = {}
        sign = 1
        for (moves, one, ways), taken in zip(kind, takes, strict=True):
            number *= comb(left, taken) * ways**taken
            left -= taken
            sign *= one**taken
            for tally, by in moves:
                moved[tally] = moved.get(tally, 0) + by * taken
        shifts = tuple(sorted((tally, by) for tally, by in moved.items() if by))
        found.append(Crowd((), shifts, sign, number, people, takes))
    return tuple(found)


def _takes(
    kind: Key, left: int, most: Mapping[int, int], place: int = 0, moved: Mapping[int, int] = MappingProxyType({})
) -> Iterator[tuple[int, ...]]:
    """Yield how many make each choice from `place` on, while no tally is moved beyond what the rules allow.

    The last choice is to sit nowhere: who is left makes it.
    """
    moves = kind[place][0]
    if not moves:
        yield (left,)
        return
    for taken in range(left + 1):
        after = dict(moved)
        for tally, by in moves:
            after[tally] = after.get(tally, 0) + by * taken
        if any(after[tally] > most[tally] for tally, _ in moves if tally in most):
            break
        for rest in _takes(kind, left - taken, most, place + 1, after):
            yield (taken, *rest)
