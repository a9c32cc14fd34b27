"""The settlements that every side scores the same: one after the other, each once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from placet.zone.goals import Total
from placet.zone.nodes import Bounds, halves
from placet.zone.region import Region
from placet.zone.search import Search
from placet.zone.solver import NEARLY, Floats, Whole
from placet.zone.utilities import Wholes


def settlements_worth(search: Search, wholes: Wholes) -> Iterator[tuple[int, ...]]:
    """Yield the base columns that are 1 in each settlement with exactly this value to every side.

    Raises
    ------
    WorkEnded
        When the limit of the search is reached.

    Notes
    -----
    First how many there are of each kind of columns, by branch and bound; then every way to seat them.
    """
    landscape = search.landscape
    goal = Total((0,) * len(wholes))
    region = Region(tuple(wholes), tuple(wholes))
    stack = [search.enter(goal, region)]
    while stack:
        low, high = stack.pop()
        search.enter(goal, region)
        node = search.solve(goal, low, high)
        if node is None:
            continue
        values = node.values[: landscape.n_integral]
        away = np.abs(values - np.rint(values))
        if away.max(initial=0.0) >= NEARLY:
            most = int(np.argmax(away))
            stack += halves(low, high, most, float(values[most]))
            continue
        decided = np.rint(values).astype(np.int64)
        if landscape.settle(decided) is None:
            stack.append((low, high))
            continue
        yield from landscape.settlements(decided)
        stack += _others(low, high, decided[: landscape.n_telling])


def _others(low: Floats, high: Floats, decided: Whole) -> list[Bounds]:
    """Split what is left of a node without this point into disjoint parts, those of columns above 0 last."""
    parts = []
    rest = low.copy(), high.copy()
    order = [*np.flatnonzero(decided), *np.flatnonzero((decided == 0) & (low[: len(decided)] < high[: len(decided)]))]
    for column in order:
        for is_above in (False, True):
            part = rest[0].copy(), rest[1].copy()
            part[0 if is_above else 1][column] = decided[column] + (1 if is_above else -1)
            if part[0][column] <= part[1][column]:
                parts.append(part)
        rest[0][column] = rest[1][column] = decided[column]
    return parts[::-1]
