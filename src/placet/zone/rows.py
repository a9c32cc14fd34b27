"""From formulas to rows: what a linear or integer solver sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.zone.formula import Every, Formula, Some, Sum

ALWAYS_IN_FORCE = -1
"""The owner of rows that hold whatever is asked."""


@dataclass(frozen=True)
class Rows:
    """Rows ``lower <= a x <= upper`` over 0-1 columns, each owned by the formula that put it there.

    Parameters
    ----------
    n_columns : int
        Base columns, followed by one helper column for each alternative of a disjunction.
    start, index, value : ndarray of int64
        The rows, compressed: row r has the columns ``index[start[r]:start[r + 1]]``.
    lower, upper : ndarray of int64
        Bounds of each row; ``-FREE`` and ``FREE`` where there is none.
    owner : ndarray of int64, shape (n_rows,)
        The position of the formula that owns the row, or ALWAYS_IN_FORCE.
    forbidden : tuple of ndarray
        For each formula the columns that must be 0 while it is in force; last, those that must always be 0.
    """

    n_columns: int
    start: NDArray[np.int64]
    index: NDArray[np.int64]
    value: NDArray[np.int64]
    lower: NDArray[np.int64]
    upper: NDArray[np.int64]
    owner: NDArray[np.int64]
    forbidden: tuple[NDArray[np.int64], ...]

    def __len__(self) -> int:
        return len(self.lower)


FREE = 2**62
"""Stands for no bound; far above any sum of weights that a case can hold."""


def encode(
    formulas: Sequence[Formula], always: Sequence[Formula], n_base: int, limits: Sequence[int] | None = None
) -> Rows:
    """Return the rows of `formulas`, which a question may put in force or not, and of those that are `always`.

    A formula in force holds; one that is not in force may hold or not. Disjunctions get one helper column for each
    alternative, which may be 1 only where the alternative holds. `limits` are the largest values of the base columns;
    1 if left out.
    """
    writer = _Writer(n_base, limits)
    for formula in always:
        writer.require(formula, ALWAYS_IN_FORCE)
    for owner, formula in enumerate(formulas):
        writer.require(formula, owner)
    return writer.finish(len(formulas))


class _Writer:
    def __init__(self, n_base: int, limits: Sequence[int] | None) -> None:
        self.limits = limits
        self.n_columns = max(n_base, 1)  # HiGHS wants a column, even where nobody can be appointed
        self.weights: list[tuple[tuple[int, int], ...]] = []
        self.owners: list[int] = []
        self.bounds: list[list[int]] = []
        self.places: dict[tuple[int, tuple[tuple[int, int], ...]], int] = {}
        self.forbidden: dict[int, dict[int, None]] = {}

    def require(self, formula: Formula, owner: int) -> None:
        match formula:
            case Sum():
                if formula.forbids is not None:
                    self.forbidden.setdefault(owner, {}).update(dict.fromkeys(formula.forbids))
                else:
                    self.row(formula.weights, formula.at_least, owner)
            case Every():
                for part in formula.parts:
                    self.require(part, owner)
            case Some():
                helpers = [self.helper(part) for part in formula.parts]
                self.row(tuple((helper, 1) for helper in helpers), 1, owner)

    def helper(self, formula: Formula) -> int:
        column = self.n_columns
        self.n_columns += 1
        self.imply(column, formula)
        return column

    def imply(self, helper: int, formula: Formula) -> None:
        match formula:
            case Sum():
                slack = formula.at_least - sum(
                    min(weight, 0) * (self.limits[column] if self.limits is not None else 1)
                    for column, weight in formula.weights
                )
                self.row((*formula.weights, (helper, -slack)), formula.at_least - slack, ALWAYS_IN_FORCE)
            case Every():
                for part in formula.parts:
                    self.imply(helper, part)
            case Some():
                helpers = [self.helper(part) for part in formula.parts]
                self.row((*((inner, 1) for inner in helpers), (helper, -1)), 0, ALWAYS_IN_FORCE)

    def row(self, weights: tuple[tuple[int, int], ...], bound: int, owner: int) -> None:
        """Add ``sum >= bound``, joined with ``sum <= bound`` of the same owner unless no value is between them."""
        mirrored = (owner, tuple((column, -weight) for column, weight in weights))
        if mirrored in self.places and self.bounds[self.places[mirrored]][0] <= -bound:
            joined = self.bounds[self.places[mirrored]]
            joined[1] = min(joined[1], -bound)
            return
        self.places[owner, weights] = len(self.weights)
        self.weights.append(weights)
        self.owners.append(owner)
        self.bounds.append([bound, FREE])

    def finish(self, n_formulas: int) -> Rows:
        bounds = np.array(self.bounds, dtype=np.int64).reshape(-1, 2)
        lengths = np.array([0, *map(len, self.weights)], dtype=np.int64)
        cells = np.array([cell for row in self.weights for cell in row], dtype=np.int64).reshape(-1, 2)
        return Rows(
            n_columns=self.n_columns,
            start=np.cumsum(lengths),
            index=cells[:, 0].copy(),
            value=cells[:, 1].copy(),
            lower=bounds[:, 0].copy(),
            upper=bounds[:, 1].copy(),
            owner=np.array(self.owners, dtype=np.int64),
            forbidden=tuple(
                np.array(list(self.forbidden.get(owner, {})), dtype=np.int64)
                for owner in [*range(n_formulas), ALWAYS_IN_FORCE]
            ),
        )
