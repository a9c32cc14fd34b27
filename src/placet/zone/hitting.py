"""Minimal hitting sets, while the sets to be hit are still being found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from placet.zone.bits import Words, n_words, positions, to_mask, to_words


class Proposer(Protocol):
    """Proposes sets that meet every set it was given, the cheapest first, none of them twice."""

    @property
    def is_overfull(self) -> bool:
        """Whether it holds more than it can keep up to date."""

    @property
    def progress(self) -> tuple[int, int]:
        """How many of how many sets known now were proposed; zeros where that is not known."""

    def hit(self, elements: int, /) -> None:
        """From now on, propose only sets that hold one of these elements (bits)."""

    def avoid(self, elements: int, /) -> None:
        """From now on, propose no set that holds all of these elements (bits)."""

    def propose(self) -> int | None:
        """Return the cheapest set that is left, as bits; None when there is none."""


CHUNK = 4_000_000
"""How many pairs of sets are compared at a time."""


class MinimalHittingSets:
    """Every minimal hitting set of the sets given so far, kept up to date as sets are added.

    Parameters
    ----------
    costs : sequence of float
        The cost of each element, positive; the cheapest set is proposed first.
    held : int
        How many sets may be held at most.

    Notes
    -----
    Berge's method: what already meets the new set stays, the rest is extended by each of its elements, and what then
    holds another is dropped; only sets with that element can be held. Cost of an addition: the number of sets that
    stay times those extended, in 64-bit words.
    """

    def __init__(self, costs: Sequence[float], held: int) -> None:
        self._held = held
        self._costs = np.asarray(costs, dtype=np.float64)
        self._width = n_words(len(costs))
        self._sets: Words = np.zeros((1, self._width), dtype=np.uint64)
        self._cost = np.zeros(1)
        self._is_done = np.zeros(1, dtype=bool)

    def __len__(self) -> int:
        return len(self._sets)

    @property
    def is_overfull(self) -> bool:
        """Whether there are more sets than may be held."""
        return len(self._sets) > self._held

    @property
    def progress(self) -> tuple[int, int]:
        """How many of how many sets known now were proposed."""
        return int(self._is_done.sum()), len(self._sets)

    def avoid(self, elements: int) -> None:
        """Do nothing: a minimal set was proposed, no other holds all of it, and it is not proposed again."""

    def masks(self) -> list[int]:
        """Return the sets as bits."""
        return [to_mask(row) for row in self._sets]

    def hit(self, elements: int) -> None:
        """From now on every set holds one of these elements (bits)."""
        meets = (self._sets & to_words(elements, self._width)).any(axis=1)
        if meets.all():
            return
        stay, rest = self._sets[meets], self._sets[~meets]
        sets, costs = [stay], [self._cost[meets]]
        for place in positions(elements):
            bit = to_words(1 << place, self._width)
            longer = rest | bit
            kept = ~_holds_any(longer, stay[(stay & bit).any(axis=1)])
            sets.append(longer[kept])
            costs.append(self._cost[~meets][kept] + self._costs[place])
        fresh = sum(map(len, sets[1:]))
        self._sets, self._cost = np.concatenate(sets), np.concatenate(costs)
        self._is_done = np.concatenate([self._is_done[meets], np.zeros(fresh, dtype=bool)])

    def propose(self) -> int | None:
        """Return the cheapest set not proposed before, as bits; None when there is none."""
        left = np.flatnonzero(~self._is_done)
        if not len(left):
            return None
        place = left[np.argmin(self._cost[left])]
        self._is_done[place] = True
        return to_mask(self._sets[place])


def _holds_any(longer: Words, shorter: Words) -> NDArray[np.bool_]:
    """For each long set, whether it holds all of one of the short ones."""
    held = np.zeros(len(longer), dtype=bool)
    if not len(shorter):
        return held
    step = max(1, CHUNK // len(shorter))
    for start in range(0, len(longer), step):
        part = longer[start : start + step]
        missing = np.zeros((len(part), len(shorter)), dtype=bool)
        for word in range(longer.shape[1]):
            missing |= (shorter[:, word][None, :] & ~part[:, word][:, None]) != 0
        held[start : start + step] = (~missing).any(axis=1)
    return held


class CheapestHittingSet:
    """Proposes the cheapest set that meets every set given and holds none it was told to avoid, where all are too many.

    Parameters
    ----------
    costs : sequence of int
        The cost of each element, positive.

    Notes
    -----
    Maximum satisfiability by relaxing cores (RC2 of PySAT; Ignatiev, Morgado and Marques-Silva, JSAT 2019).
    """

    def __init__(self, costs: Sequence[int]) -> None:
        from pysat.examples.rc2 import RC2  # noqa: PLC0415 -- 0.1 s that an open zone need not spend
        from pysat.formula import WCNF  # noqa: PLC0415 -- idem

        formula = WCNF()
        for element, cost in enumerate(costs, start=1):
            formula.append([-element], weight=cost)
        self._n = len(costs)
        self._solver: Any = RC2(formula, solver="g4")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    @property
    def is_overfull(self) -> bool:
        """It holds no sets, so never."""
        return False

    @property
    def progress(self) -> tuple[int, int]:
        """It holds no sets, so nothing is known."""
        return 0, 0

    def hit(self, elements: int) -> None:
        """From now on, propose only sets that hold one of these elements (bits)."""
        self._solver.add_clause([place + 1 for place in positions(elements)])

    def avoid(self, elements: int) -> None:
        """From now on, propose no set that holds all of these elements (bits)."""
        self._solver.add_clause([-(place + 1) for place in positions(elements)])

    def propose(self) -> int | None:
        """Return the cheapest set that is left, as bits; None when there is none."""
        model: list[int] | None = self._solver.compute()
        if model is None:
            return None
        return sum(1 << (literal - 1) for literal in model if 0 < literal <= self._n)
