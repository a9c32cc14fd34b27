"""The nodes of a search: the linear program of one, and what is left of it when it is split."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from placet.zone.solver import Floats

Bounds = tuple[Floats, Floats]
"""The least and the greatest value of each column at a node."""


@dataclass(frozen=True)
class Relaxation:
    """A linear program with a solution: its bounds, the solution, its objective, what columns cost it, and its dual."""

    lower: Floats
    upper: Floats
    values: Floats
    objective: float
    reduced_costs: Floats
    row_duals: Floats


def halves(lower: Floats, upper: Floats, column: int, value: float) -> list[Bounds]:
    """Return both sides of a fractional column, the nearer one last, so that it is taken first."""
    below, above = upper.copy(), lower.copy()
    below[column], above[column] = np.floor(value), np.ceil(value)
    down, up = (lower, below), (above, upper)
    return [down, up] if value - np.floor(value) >= 0.5 else [up, down]


def around(lower: Floats, upper: Floats, point: list[tuple[int, int]]) -> list[Bounds]:
    """Split what is left of a node without this point, given as pairs of column and value, into disjoint parts."""
    parts = []
    low, high = lower.copy(), upper.copy()
    for column, whole in point:
        above, below = low.copy(), high.copy()
        above[column], below[column] = whole + 1, whole - 1
        parts += [(low.copy(), below), (above, high.copy())]
        low[column] = high[column] = whole
    return parts


def without_costly(lower: Floats, upper: Floats, costs: Floats, at: Bounds, gap: float) -> Bounds:
    """Return these bounds without the values of columns that cost a linear program more than the gap.

    Parameters
    ----------
    lower, upper : ndarray of float64
        Bounds of the columns at a node.
    costs : ndarray of float64
        What it costs the objective of the linear program, which is maximised, to raise each of the first columns.
    at : pair of ndarray of float64
        The bounds that the columns had in that linear program.
    gap : float
        How much the objective may lose.
    """
    if not np.isfinite(gap):
        return lower, upper
    low, high = lower.copy(), upper.copy()
    n = len(costs)
    never, always = costs < -gap, costs > gap
    high[:n][never] = np.minimum(high[:n], at[0][:n])[never]
    low[:n][always] = np.maximum(low[:n], at[1][:n])[always]
    return low, high
