"""The Nash solution: the product of the sides' gains as large as it can be.

The logarithm of a product is a sum of concave functions. The linear program sees each as the least of its secants
through neighbouring whole values, which are exact there and cut none of them off; a secant is added when a solution
violates it. Products are compared as fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import exp, log, prod

import numpy as np

from placet.zone.goals import ROUGHLY, Key, Level
from placet.zone.landscape import Landscape
from placet.zone.region import Region
from placet.zone.search import Search
from placet.zone.solver import Floats
from placet.zone.utilities import Utilities, Wholes

SLACK = 1e-9
"""How far a logarithm may lie above a secant before the secant is added."""


class Gains:
    """What some sides gain over disagreement, as a goal: the product, all gains being positive.

    Parameters
    ----------
    utilities : Utilities
    sides : tuple of int
        Whose gains are multiplied.
    """

    def __init__(self, utilities: Utilities, sides: tuple[int, ...]) -> None:
        self.utilities = utilities
        self._sides = sides
        self._secants: set[tuple[int, int]] = set()

    @property
    def sides(self) -> tuple[int, ...]:
        """Whose gains are multiplied."""
        return self._sides

    @property
    def is_linear(self) -> bool:
        """No: secants are added."""
        return False

    def gain(self, side: int, whole: int) -> Fraction:
        """Return what a side gains with this value."""
        return self.utilities.units[side] * whole - self.utilities.disagreement[side]

    def enter(self, landscape: Landscape) -> Floats:
        """Put the logarithms of the gains into the objective."""
        costs = np.zeros(len(landscape.lower))
        costs[landscape.logs[list(self.sides)]] = 1.0
        return costs

    def start(self, landscape: Landscape, ideals: Wholes) -> None:
        """Bound each logarithm by a few secants, nearer to one another where it bends more."""
        for side in self.sides:
            # No settlement is worth less than all that the side dislikes, however little it has without agreement.
            dislikes = sum(weight for weight in self.utilities.weights[side] if weight < 0)
            least = max(first_gain(self.utilities, side), dislikes)
            step = 1
            while least <= ideals[side]:
                self._secant(landscape, side, least)
                least, step = least + step, 2 * step
            self._secant(landscape, side, ideals[side])

    def refine(self, landscape: Landscape, values: Floats) -> bool:
        """Add the secants that this solution violates."""
        added = False
        for side in self.sides:
            whole = int(np.floor(values[landscape.worth[side]] + SLACK))
            whole = max(whole, first_gain(self.utilities, side))
            height, slope = self._line(side, whole)
            allowed = height + slope * (float(values[landscape.worth[side]]) - whole)
            if values[landscape.logs[side]] > allowed + SLACK:
                added = self._secant(landscape, side, whole) or added
        return added

    def _secant(self, landscape: Landscape, side: int, whole: int) -> bool:
        if (side, whole) in self._secants:
            return False
        self._secants.add((side, whole))
        height, slope = self._line(side, whole)
        cells = ((int(landscape.logs[side]), 1.0), (int(landscape.worth[side]), -slope))
        landscape.add_row(cells, upper=height - slope * whole)
        return True

    def _line(self, side: int, whole: int) -> tuple[float, float]:
        height = log(self.gain(side, whole))
        return height, log(self.gain(side, whole + 1)) - height

    def key(self, wholes: Wholes) -> Key:
        """Return the product of the gains."""
        return (prod((self.gain(side, wholes[side]) for side in self.sides), start=Fraction(1)),)

    def reached(self, key: Key) -> float:
        """Return the logarithm of the product."""
        return log(key[0])

    def floors(self, key: Key) -> tuple[int | None, ...] | None:  # noqa: ARG002 -- no gain follows from a product
        """Return nothing."""
        return None

    def above(self, key: Key) -> Key:
        """Return the same product: the next one is too near to be told apart before it is computed exactly."""
        return key

    def lowest(self, region: Region) -> Key | None:  # noqa: ARG002 -- a region bounds no product
        """Return nothing."""
        return None

    def below(self, bound: float, key: Key | None = None) -> Key:
        """Return the largest product at this bound; there is no next one."""
        return key if key is not None else (Fraction(exp(bound + ROUGHLY)),)


def first_gain(utilities: Utilities, side: int) -> int:
    """Return the least value with which a side gains."""
    return (utilities.disagreement[side] / utilities.units[side]).__floor__() + 1


def nash(
    search: Search, ideals: Wholes, region: Region, known: dict[tuple[int, ...], Gains] | None = None
) -> tuple[Region, ...]:
    """Return the parts of a region in which the most sides gain together and the product of their gains is largest.

    In each part the sides that gain have fixed values; there is one part, the whole, when nobody can gain.

    Parameters
    ----------
    known : dict of tuple of int to Gains, optional
        The goals of this search for sides that gain together, so that their secants are not added again.
    """
    goals = {} if known is None else known
    utilities = search.utilities
    can_gain = [side for side, ideal in enumerate(ideals) if ideal >= first_gain(utilities, side)]
    for size in range(len(can_gain), 0, -1):
        parts = [(held, _gaining(utilities, region, held)) for held in combinations(can_gain, size)]
        together = [(held, part) for held, part in parts if _is_open(search, held, part)]
        if together:
            return _largest(search, ideals, together, goals)
    return (region,)


def _gaining(utilities: Utilities, region: Region, sides: Sequence[int]) -> Region:
    floors: list[int | None] = [None] * len(utilities.sides)
    for side in sides:
        floors[side] = first_gain(utilities, side)
    return region.above(floors)


def _is_open(search: Search, sides: tuple[int, ...], region: Region) -> bool:
    floors = [floor or 0 for floor in region.floors]
    goal = Level.excess(floors, [side in sides for side in range(len(floors))])
    return search.reach(goal, (0,), region) is not None


def _largest(
    search: Search, ideals: Wholes, together: list[tuple[tuple[int, ...], Region]], goals: dict[tuple[int, ...], Gains]
) -> tuple[Region, ...]:
    found: list[tuple[Key, Region]] = []
    for sides, part in together:
        if sides not in goals:
            goals[sides] = Gains(search.utilities, sides)
            goals[sides].start(search.landscape, ideals)
        gains = goals[sides]
        for wholes in search.ties(gains, part):
            at = part
            for side in sides:
                at = at.with_floor(side, wholes[side]).with_ceiling(side, wholes[side])
            found.append((gains.key(wholes), at))
    most = max(key for key, _ in found)
    return tuple(at for key, at in found if key == most)
