"""Boxes of burdens that are still to be searched: each is the most that every side is asked for in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Corner = tuple[int, ...]
Corners = NDArray[np.int64]


class Boxes:
    """Open boxes, none of which lies inside another or inside one that was closed.

    Parameters
    ----------
    first : sequence of int
        The corner of the box that holds everything.

    Notes
    -----
    A split compares its parts with all boxes as arrays of shape (n_boxes, n_sides). With five sides, 132 points and
    about 1300 closed boxes the splits take less time than the questions do.
    """

    def __init__(self, first: Sequence[int]) -> None:
        self.open: Corners = np.array([first], dtype=np.int64)
        self._closed: Corners = np.zeros((0, len(first)), dtype=np.int64)

    def __len__(self) -> int:
        return len(self.open)

    def largest(self) -> Corner:
        """Return the corner of the open box whose sum is largest; of equals, of the one that is largest by order."""
        order = np.lexsort((*self.open.T[::-1], self.open.sum(axis=1)))
        return tuple(self.open[order[-1]].tolist())

    def close(self, corner: Corner) -> None:
        """Take out everything that lies in this box."""
        self._closed = np.concatenate([self._closed, np.array([corner])])
        self.open = self.open[~np.all(self.open <= np.array(corner), axis=1)]

    def split(self, point: Corner) -> None:
        """Take out of every box whatever asks at least as much of every side as `point` does."""
        at = np.array(point)
        holds = np.all(self.open >= at, axis=1)
        kept, parts = self.open[~holds], []
        for side in np.flatnonzero(at):
            cut = self.open[holds].copy()
            cut[:, side] = at[side] - 1
            parts.append(cut)
        new = _maximal(np.unique(np.concatenate(parts), axis=0)) if parts else kept[:0]
        for others in (kept, self._closed):
            new = new[~_are_inside(new, others)]
        self.open = np.concatenate([kept, new])


def _maximal(corners: Corners) -> Corners:
    """Leave out corners of boxes that lie inside others; no corner stands twice."""
    inside = np.zeros(len(corners), dtype=bool)
    for place, corner in enumerate(corners):
        inside[place] = np.count_nonzero(np.all(corners >= corner, axis=1)) > 1
    return corners[~inside]


def _are_inside(inner: Corners, outer: Corners) -> NDArray[np.bool_]:
    """For each of the inner boxes whether it lies in one of the outer ones."""
    found = np.zeros(len(inner), dtype=bool)
    for place, corner in enumerate(inner):
        found[place] = bool(np.any(np.all(outer >= corner, axis=1)))
    return found
