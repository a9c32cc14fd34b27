"""What known settlements leave undominated, as corners: whatever lies at or above one of them is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from placet.zone.region import Region
from placet.zone.rows import FREE
from placet.zone.solver import Whole
from placet.zone.utilities import Wholes


class Corners:
    """The least values that no covered settlement dominates or equals.

    A value is left exactly when it lies at or above some corner; no corner lies above another.

    Parameters
    ----------
    points : sequence of sequence of int
        The corners before anything is left out, each with a value for every side.
    ceilings : sequence of (int or None), optional
        What no value exceeds.

    Attributes
    ----------
    points : ndarray of int64, shape (n_corners, n_sides)

    References
    ----------
    Klamroth, Lacour and Vanderpooten, On the representation of the search region in multi-objective optimization,
    European Journal of Operational Research, 2015.
    """

    def __init__(self, points: Sequence[Sequence[int]], ceilings: Sequence[int | None] | None = None) -> None:
        every = np.array(points, dtype=np.int64)
        self.points: Whole = _lowest(every, every[:0])
        self._set_ceilings(ceilings or [None] * every.shape[1])

    @classmethod
    def of(cls, region: Region) -> Corners:
        """Return the one corner of a region with floors for every side."""
        return cls([_whole(region.floors, -FREE)], region.ceilings)

    def renew(self, points: Sequence[Sequence[int]]) -> None:
        """Take other corners, each of which lies above some corner that there was; the ceilings stay."""
        every = np.array(points, dtype=np.int64).reshape(-1, self.points.shape[1])
        self.points = _lowest(every[np.all(every <= self._ceilings, axis=1)], every[:0])

    def reach(self, value: Wholes) -> None:
        """Leave out the corners that this value lies at or above."""
        self.points = self.points[~np.all(self.points <= np.array(value, dtype=np.int64), axis=1)]

    def cover(self, values: Iterable[Wholes], most: float = np.inf) -> None:
        """Leave out what these values dominate or equal; stop when there are more than `most` corners."""
        for value in values:
            if len(self.points) > most:
                return
            self._cover(np.array(value, dtype=np.int64))

    def narrow(self, region: Region) -> None:
        """Leave out what lies outside the floors and ceilings of this region, which lies within the last one."""
        self.points = _lowest(np.maximum(self.points, _whole(region.floors, -FREE)), self.points[:0])
        self._set_ceilings(region.ceilings)

    def _cover(self, value: Whole) -> None:
        below = np.all(self.points <= value, axis=1)
        if not below.any():
            return
        touched, rest = self.points[below], self.points[~below]
        beyond = np.repeat(touched, len(value), axis=0)
        sides = np.tile(np.arange(len(value)), len(touched))
        beyond[np.arange(len(beyond)), sides] = value[sides] + 1
        beyond = beyond[np.all(beyond <= self._ceilings, axis=1)]
        self.points = np.concatenate([rest, _lowest(beyond, rest)])

    def _set_ceilings(self, ceilings: Sequence[int | None]) -> None:
        self._ceilings = np.array(_whole(ceilings, FREE), dtype=np.int64)
        self.points = self.points[np.all(self.points <= self._ceilings, axis=1)]


def _whole(bounds: Sequence[int | None], missing: int) -> list[int]:
    return [missing if bound is None else bound for bound in bounds]


def _lowest(points: Whole, others: Whole) -> Whole:
    """Return the points that lie above no other of them and above none of the others, each once."""
    points = np.unique(points, axis=0)
    rivals = np.concatenate([points, others])
    n_below = np.array([np.all(rivals <= point, axis=1).sum() for point in points], dtype=np.int64)
    lowest: Whole = points[n_below == 1]
    return lowest
