"""A part of the space of utilities: where a search for the best settlement looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from placet.zone.utilities import Utilities, Wholes


@dataclass(frozen=True)
class Band:
    """Regrets, in common units, that differ by at most `width`; `ideals` are what each side can have at most."""

    ideals: Wholes
    width: int


@dataclass(frozen=True)
class Region:
    """Values of settlements to the sides, in whole units.

    Parameters
    ----------
    floors, ceilings : tuple of (int or None)
        For each side the least and the greatest value; None where there is no bound.
    least_total : int or None
        The least sum over the sides, in common units.
    band : Band or None
        How far regrets may lie apart.
    """

    floors: tuple[int | None, ...]
    ceilings: tuple[int | None, ...]
    least_total: int | None = None
    band: Band | None = None

    @classmethod
    def whole(cls, n_sides: int) -> Region:
        """Return the region that holds everything."""
        return cls((None,) * n_sides, (None,) * n_sides)

    def contains(self, wholes: Wholes, utilities: Utilities) -> bool:
        """Whether a settlement of this value lies in the region."""
        return (
            all(low is None or low <= one for low, one in zip(self.floors, wholes, strict=True))
            and all(high is None or one <= high for high, one in zip(self.ceilings, wholes, strict=True))
            and (self.least_total is None or utilities.total(wholes) >= self.least_total)
            and (self.band is None or utilities.spread(wholes, self.band.ideals) <= self.band.width)
        )

    def above(self, floors: Sequence[int | None]) -> Region:
        """Return the part of the region in which every side has at least this."""
        return replace(self, floors=tuple(_most(pair) for pair in zip(self.floors, floors, strict=True)))

    def meet(self, other: Region) -> Region:
        """Return what lies in both; the band is the other's if it has one."""
        ceilings = tuple(_least(pair) for pair in zip(self.ceilings, other.ceilings, strict=True))
        met = replace(self.above(other.floors), ceilings=ceilings, band=other.band or self.band)
        return met if other.least_total is None else met.with_total(other.least_total)

    def with_floor(self, side: int, floor: int) -> Region:
        """Return the part in which one side has at least `floor`."""
        return self.above([floor if place == side else None for place in range(len(self.floors))])

    def with_ceiling(self, side: int, ceiling: int) -> Region:
        """Return the part in which one side has at most `ceiling`."""
        bounded = list(self.ceilings)
        bounded[side] = _least((bounded[side], ceiling))
        return replace(self, ceilings=tuple(bounded))

    def with_total(self, least: int) -> Region:
        """Return the part in which the sum over the sides is at least this."""
        return replace(self, least_total=least if self.least_total is None else max(self.least_total, least))

    def beyond(self, wholes: Wholes, sides: Iterable[int]) -> list[Region]:
        """Split off what lies above `wholes` for at least one of these sides, into parts that do not overlap."""
        parts, rest = [], self
        for side in sides:
            parts.append(rest.with_floor(side, wholes[side] + 1))
            rest = rest.with_ceiling(side, wholes[side])
        return [part for part in parts if not part.is_empty]

    @property
    def is_point(self) -> bool:
        """Whether the bounds of the sides leave room for one value only."""
        return None not in self.floors and self.floors == self.ceilings

    @property
    def is_empty(self) -> bool:
        """Whether the bounds of some side leave nothing; False does not say that there is something."""
        return any(
            low is not None and high is not None and low > high
            for low, high in zip(self.floors, self.ceilings, strict=True)
        )


def _most(bounds: tuple[int | None, int | None]) -> int | None:
    return max((bound for bound in bounds if bound is not None), default=None)


def _least(bounds: tuple[int | None, int | None]) -> int | None:
    return min((bound for bound in bounds if bound is not None), default=None)
