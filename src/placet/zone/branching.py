"""Branching on columns that a linear program leaves between whole numbers, and what the branches come to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from placet.zone.refutation import Leaf
from placet.zone.solver import Floats, Whole


@dataclass(frozen=True)
class Yes:
    """A settlement exists: the value of each base column, and which formulas it breaks, as bits."""

    values: Whole
    broken: int


@dataclass(frozen=True)
class No:
    """None exists: formulas, as bits, that cannot all hold beside those that always do."""

    core: int


@dataclass(frozen=True)
class Refuted:
    """A leaf of a refutation: exact multipliers of the rows, and the bounds of the columns that they refute."""

    leaf: Leaf
    lower: Floats
    upper: Floats


@dataclass(frozen=True)
class Halved:
    """A branch of a refutation: a column is at most `below`, or it is more."""

    column: int
    below: int
    at_most: Refuted | Halved
    more: Refuted | Halved


def most_fractional(values: Floats, lower: Floats, upper: Floats) -> int | None:
    """Return the undecided column whose value is furthest from a whole number; None if all are decided."""
    undecided = np.flatnonzero(lower < upper)
    part = values[undecided] - np.floor(values[undecided])
    return int(undecided[np.argmin(np.abs(part - 0.5))]) if len(undecided) else None


def whole_below(values: Floats, column: int, lower: Floats, upper: Floats) -> float:
    """Return the whole number at which to halve the values of a column."""
    return float(min(max(np.floor(values[column]), lower[column]), upper[column] - 1))
