"""What a search makes large: a sum of the sides' values, or the least of them on a scale of each side's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import floor, gcd, inf
from typing import Any, Protocol

import numpy as np

from placet.zone.landscape import Landscape
from placet.zone.region import Region
from placet.zone.solver import Floats
from placet.zone.utilities import Wholes

ROUGHLY = 1e-6
"""How far a bound of the linear program may lie below the key that it stands for."""

Key = tuple[Any, ...]
"""The exact value of a settlement for a goal; the larger is the better, compared number by number."""


class Goal(Protocol):
    """What a search makes large: in the linear program approximately, in keys exactly."""

    @property
    def sides(self) -> tuple[int, ...]:
        """The sides whose values the key depends on."""
        ...

    @property
    def is_linear(self) -> bool:
        """Whether it never adds a row."""
        ...

    def enter(self, landscape: Landscape) -> Floats:
        """Put the goal's rows in force; return the cost of each column, to be maximised."""
        ...

    def refine(self, landscape: Landscape, values: Floats) -> bool:
        """Add rows that this solution should have kept; whether there were any."""
        ...

    def key(self, wholes: Wholes) -> Key:
        """Return the exact value of a settlement."""
        ...

    def reached(self, key: Key) -> float:
        """Return what the linear program reaches at any settlement with at least this key."""
        ...

    def floors(self, key: Key) -> tuple[int | None, ...] | None:
        """Return what each side has at least in any settlement with at least this key, where that is known."""
        ...

    def above(self, key: Key) -> Key:
        """Return a key that every settlement with a larger key than this has at least."""
        ...

    def lowest(self, region: Region) -> Key | None:
        """Return a key that every settlement of a region has at least, if the region says so."""
        ...

    def below(self, bound: float, key: Key | None = None) -> Key:
        """Return the largest key that can occur at a `bound` of the linear program, or below `key` if it is given."""
        ...


@dataclass(frozen=True)
class Total:
    """A weighted sum of the sides' values; the weights are whole."""

    weights: Wholes

    @property
    def is_linear(self) -> bool:
        """Yes."""
        return True

    @property
    def sides(self) -> tuple[int, ...]:
        """All sides."""
        return tuple(range(len(self.weights)))

    def enter(self, landscape: Landscape) -> Floats:
        """Put the weights on the columns of what each side has."""
        costs = np.zeros(len(landscape.lower))
        costs[landscape.worth] = self.weights
        return costs

    def refine(self, landscape: Landscape, values: Floats) -> bool:  # noqa: ARG002 -- a sum is linear
        """Add nothing."""
        return False

    def key(self, wholes: Wholes) -> Key:
        """Return the sum."""
        return (sum(weight * whole for weight, whole in zip(self.weights, wholes, strict=True)),)

    def reached(self, key: Key) -> float:
        """Return the sum."""
        return float(key[0])

    def floors(self, key: Key) -> tuple[int | None, ...] | None:  # noqa: ARG002 -- no side's value follows from a sum
        """Return nothing."""
        return None

    def above(self, key: Key) -> Key:
        """Return the next sum that there can be."""
        return (key[0] + self._step,)

    def lowest(self, region: Region) -> Key | None:  # noqa: ARG002 -- a region bounds no sum but that of all sides
        """Return nothing."""
        return None

    def below(self, bound: float, key: Key | None = None) -> Key:
        """Return the sum before."""
        if key is not None:
            return (key[0] - self._step,)
        return (floor(bound / self._step + ROUGHLY) * self._step,)

    @property
    def _step(self) -> int:
        return gcd(*self.weights) or 1


@dataclass(frozen=True)
class Level:
    """The least of the sides' ratios ``(unit * value - origin) / range``; a range of None leaves a side out."""

    units: tuple[Fraction, ...]
    origins: tuple[Fraction, ...]
    ranges: tuple[Fraction | None, ...]

    @property
    def is_linear(self) -> bool:
        """Yes."""
        return True

    @classmethod
    def excess(cls, floors: Sequence[int], free: Sequence[bool]) -> Level:
        """Return the goal of being as far above these floors as possible, for the sides that are free."""
        return cls(
            (Fraction(1),) * len(floors),
            tuple(Fraction(floor) for floor in floors),
            tuple(Fraction(1) if one else None for one in free),
        )

    @cached_property
    def sides(self) -> tuple[int, ...]:
        """The sides that are not left out."""
        return tuple(side for side, width in enumerate(self.ranges) if width is not None)

    @cached_property
    def _large(self) -> Fraction:
        """How many times the ratio the level of the linear program is, so that it counts in about whole values."""
        return max(width / unit for width, unit in zip(self.ranges, self.units, strict=True) if width is not None)

    def ratio(self, side: int, whole: int) -> Fraction:
        """Return the ratio of one side."""
        return (self.units[side] * whole - self.origins[side]) / (self.ranges[side] or 1)

    def least(self, side: int, ratio: Fraction, *, above: bool = False) -> int:
        """Return the least whole value with which a side has at least this ratio, or more than it."""
        exact = (ratio * (self.ranges[side] or 1) + self.origins[side]) / self.units[side]
        return exact.__floor__() + 1 if above else exact.__ceil__()

    def enter(self, landscape: Landscape) -> Floats:
        """Let the level lie below every ratio, and make it large."""
        scales = [
            inf if width is None else float(width / unit / self._large)
            for width, unit in zip(self.ranges, self.units, strict=True)
        ]
        offsets = [float(origin / unit) for origin, unit in zip(self.origins, self.units, strict=True)]
        landscape.set_levels(np.array(scales), np.array(offsets))
        costs = np.zeros(len(landscape.lower))
        costs[landscape.level] = 1.0
        return costs

    def refine(self, landscape: Landscape, values: Floats) -> bool:  # noqa: ARG002 -- the least of linear ones is linear
        """Add nothing."""
        return False

    def key(self, wholes: Wholes) -> Key:
        """Return the least ratio."""
        return (min(self.ratio(side, wholes[side]) for side in self.sides),)

    def reached(self, key: Key) -> float:
        """Return the ratio as the linear program counts it."""
        return float(key[0] * self._large)

    def floors(self, key: Key) -> tuple[int | None, ...]:
        """Return for each side the least value with this ratio."""
        return tuple(None if width is None else self.least(side, key[0]) for side, width in enumerate(self.ranges))

    def above(self, key: Key) -> Key:
        """Return the next ratio that the least of them can be."""
        return (min(self.ratio(side, self.least(side, key[0], above=True)) for side in self.sides),)

    def lowest(self, region: Region) -> Key | None:  # noqa: ARG002 -- floors of a region bound ratios too loosely
        """Return nothing."""
        return None

    def below(self, bound: float, key: Key | None = None) -> Key:
        """Return the ratio before, of whichever side has one there."""
        if key is not None:
            return (max(self.ratio(side, self.least(side, key[0]) - 1) for side in self.sides),)
        most = (Fraction(bound) + Fraction(ROUGHLY)) / self._large
        return (max(self.ratio(side, self.least(side, most, above=True) - 1) for side in self.sides),)
