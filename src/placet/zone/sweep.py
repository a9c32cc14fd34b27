"""One search tree for many questions: what lies at or above any of these corners?

A linear program that asks how far above one corner the values of a node can lie also bounds, by its dual solution,
how far they can lie above every other corner. So a node is left when a few such bounds have ruled out all corners,
and one tree does what a tree for each corner would do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from placet.zone.corners import Corners
from placet.zone.goals import Level
from placet.zone.incumbent import TOLERANCE
from placet.zone.nodes import Relaxation, halves, without_costly
from placet.zone.reduced import Reduced
from placet.zone.region import Region
from placet.zone.search import Search
from placet.zone.solver import NEARLY, Floats, SolverError, Whole
from placet.zone.utilities import Wholes

MOST_CUTS = 40
"""How many bounds of the nodes above a node remembers."""

NOISE = 1e-11
"""How far, relative to its size, a weighted sum of values is mistrusted."""


class Sweep:
    """The values of a region at or above some corner, one after the other.

    A node is what is left of the bounds of the columns, and cuts: rows of the weights of the sides and, last, the
    most that the weighted sum of a value can be there.

    Parameters
    ----------
    search : Search
    region : Region
            corners : Corners
        Each value that is found must be left out before the next is asked for.
    sides : sequence of int, optional
        For which sides a value must lie at or above the corner; the region bounds the others. All, if left out.
    """

    def __init__(self, search: Search, region: Region, corners: Corners, sides: Sequence[int] | None = None) -> None:
        self._search = search
        self._landscape = search.landscape
        self._region = region
        self._corners = corners
        n_sides = len(region.floors)
        self._sides = np.array([sides is None or side in sides for side in range(n_sides)])
        self._goal = Level.excess([0] * n_sides, self._sides.tolist())
        low, high = search.enter(self._goal, region)
        self._stack: list[tuple[Floats, Floats, Floats]] = [(low, high, np.zeros((0, n_sides + 1)))]
        self._top: tuple[Floats, Floats] | None = None
        self._reduced: Reduced | None = None
        self._n_cuts = 0
        self._root: tuple[Floats, tuple[Floats, Floats], Floats] | None = None
        self._last: Wholes | None = None

    def narrow(self, region: Region) -> None:
        """Look from now on only in this region, which lies within the last one."""
        self._region = region

    def following(self) -> Wholes | None:
        """Return a value at or above some corner; None when there is none left."""
        worth = self._landscape.worth
        least, most = self._search.enter(self._goal, self._region)
        if self._top is not None:
            self._reduce(*self._fixed(*self._top))
        while self._stack:
            if self._top is not None and self._n_cuts < self._landscape.n_cuts:
                self._reduce(*self._fixed(*self._top))
                continue
            low, high, cuts = self._stack.pop()
            low, high = self._fixed(low, high)
            low[worth], high[worth] = np.maximum(low[worth], least[worth]), np.minimum(high[worth], most[worth])
            wholes = None if np.any(low > high) else self._visit(low, high, cuts)
            if wholes is not None:
                if wholes == self._last:
                    raise SolverError("a settlement was found again that had been covered")
                self._last = wholes
                return wholes
        return None

    def _visit(self, low: Floats, high: Floats, cuts: Floats) -> Wholes | None:
        """Return the value of a node whose linear program is whole; otherwise leave the node or split it."""
        points = self._corners.points
        bounds = _bounds(cuts, points)
        node: Relaxation | None = None
        while node is None or node.objective < -TOLERANCE:
            points, bounds = points[bounds >= 0.0], bounds[bounds >= 0.0]
            if not len(points):
                return None
            asked = int(np.argmax(bounds))
            node = self._solve(low, high, points[asked])
            if node is None:
                return None
            cut = self._cut(node, points[asked])
            cuts = np.concatenate([cuts[-MOST_CUTS:], cut])
            bounds = np.minimum(bounds, _bounds(cut, points))
            bounds[asked] = node.objective + TOLERANCE
        values = node.values[: self._landscape.n_integral]
        away = np.abs(values - np.rint(values))
        if away.max(initial=0.0) < NEARLY:
            self._stack.append((low, high, cuts))
            return self._search.whole(node)
        costs = node.reduced_costs[: self._landscape.n_integral]
        self._root = self._root or (costs, (low, high), cut)
        gap = float(_bounds(cut, points[bounds >= 0.0]).max())  # reduced costs speak for their own dual only
        low, high = without_costly(low, high, costs, (low, high), gap + TOLERANCE)
        if self._top is None:
            self._top = low, high
            self._reduce(low, high)
        most = int(np.argmax(away * self._landscape.influence))
        for half in halves(low, high, most, float(values[most])):
            self._stack.append((half[0].copy(), half[1].copy(), cuts))
        return None

    def _fixed(self, low: Floats, high: Floats) -> tuple[Floats, Floats]:
        """Return these bounds without what the first linear program says no value above a corner that is left has."""
        if self._root is None or not len(self._corners.points):
            return low.copy(), high.copy()
        costs, at, cut = self._root
        low, high = without_costly(low, high, costs, at, float(_bounds(cut, self._corners.points).max()) + TOLERANCE)
        return low, high

    def _reduce(self, low: Floats, high: Floats) -> None:
        self._n_cuts = self._landscape.n_cuts
        self._reduced = Reduced(self._landscape.model, low, high, self._landscape.n_integral)
        if self._reduced.is_impossible:
            self._stack.clear()

    def _solve(self, low: Floats, high: Floats, corner: Whole) -> Relaxation | None:
        """Return how far above a corner the values of a node can lie."""
        offsets = np.where(self._sides, corner, -np.inf)
        self._landscape.set_offsets(offsets)
        if self._reduced is not None:
            held = offsets[self._sides]
            self._reduced.set_rows(self._landscape.levels[self._sides], held, np.full(len(held), np.inf))
        return self._search.solve(self._goal, low, high, self._reduced)

    def _cut(self, node: Relaxation, corner: Whole) -> Floats:
        """Return what the dual solution says of all values of a node, as one cut."""
        weights = np.where(self._sides, np.abs(node.row_duals[self._landscape.levels]), 0.0)
        return np.append(weights, node.objective + weights @ corner)[None]


def _bounds(cuts: Floats, points: Whole) -> Floats:
    """Return how far above each corner a value can lie by these cuts, generously; inf when there are none."""
    sums = points @ cuts[:, :-1].T
    slack = TOLERANCE + NOISE * np.abs(sums)
    bounds: Floats = np.min(cuts[:, -1] - sums + slack, axis=1, initial=np.inf)
    return bounds
