"""The fairest concession: the side that gives up most gives up as little as can be, then the next, and so on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from placet.zone.bits import positions
from placet.zone.burdens import Burdens, Ceilings
from placet.zone.conflicts import Concession

CHUNK = 20
"""Classes that are told apart at once by powers of two."""


@dataclass(frozen=True)
class Fairest:
    """The fairest concession.

    Parameters
    ----------
    concession : Concession
    as_fair : Concession or None
        Another that asks the same of the sides, whichever side it asks it of; None when there is none.
    proven : bool
        Whether it is known to be the fairest; otherwise it is the fairest that was found before the search stopped.
    """

    concession: Concession
    as_fair: Concession | None
    proven: bool = True


def fairest_so_far(burdens: Burdens, ceilings: Ceilings | None = None) -> Fairest | None:
    """Return the fairest concession within the ceilings among those that a search had met when it was stopped."""
    n_sides = len(burdens.sides)

    def key(given_up: int) -> tuple[int, ...]:
        return tuple(sorted((burdens.plan.measure(side, given_up) for side in range(n_sides)), reverse=True))

    found = burdens.best_known(key)
    if found is None or any(found.by_side[side] > most for side, most in (ceilings or {}).items()):
        return None
    return Fairest(found, None, proven=False)


def find_fairest(burdens: Burdens, ceilings: Ceilings | None = None) -> Fairest | None:
    """Return the leximin of the burdens of the sides that hold consent; None if no way out keeps the ceilings.

    A burden is the cost of all that a side gives up. The burdens are compared from the largest down (Rawls's
    difference principle, completed by Sen). Of concessions whose burdens are the same numbers, the one of fewest
    demands is chosen, and of those the one whose demands come first in the case.

    Notes
    -----
    One question for each side, each about the k-th largest burden with the larger ones fixed. The answer is proven:
    the program that finds it knows only clashes that were refuted in whole numbers.
    """
    burdens.begin(ceilings)
    plan = burdens.plan
    found = None
    for rank in range(len(burdens.sides)):
        found = burdens.settled(partial(plan.least_rank, rank))
        if found is None:
            return None
        level = sorted((plan.measure(side, found) for side in range(len(burdens.sides))), reverse=True)[rank]
        plan.limit_rank(rank, level)
    fewest = burdens.least(burdens.number)
    if fewest is None:
        return None
    first = _first_in_order(burdens, fewest)
    plan.relax()
    return Fairest(burdens.concession(first), _another(burdens, ceilings, first))


def _first_in_order(burdens: Burdens, fewest: int) -> int:
    """Return, of all sets that keep the limits, the one whose classes come first in the order of the case."""
    plan, first = burdens.plan, fewest
    for places in _chunks(list(positions(burdens.clashing))):
        weights = {place: 1 << (len(places) - 1 - at) for at, place in enumerate(places)}
        found = burdens.settled(partial(plan.most, weights))
        if found is None:
            raise AssertionError("a set that had been found is gone")
        first = found
        for place in places:
            plan.fix(place, is_given_up=bool(first >> place & 1))
        if not first & ~((2 << places[-1]) - 1):
            break
    return first


def _chunks(places: list[int]) -> list[list[int]]:
    return [places[start : start + CHUNK] for start in range(0, len(places), CHUNK)]


def _another(burdens: Burdens, ceilings: Ceilings | None, first: int) -> Concession | None:
    """Return a concession other than `first` whose burdens are the same numbers, if there is one."""
    burdens.begin(ceilings)
    plan = burdens.plan
    levels = sorted((plan.measure(side, first) for side in range(len(burdens.sides))), reverse=True)
    for rank, level in enumerate(levels):
        plan.limit_rank(rank, level)
    plan.avoid(first)
    found = burdens.least(burdens.number)
    return None if found is None else burdens.concession(found)
