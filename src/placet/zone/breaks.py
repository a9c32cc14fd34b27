"""Which formulas a settlement breaks, evaluated in whole numbers, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from placet.zone.formula import Every, Formula, Some, Sum, holds


class Breaks:
    """Tells which of `formulas` a settlement breaks: plain sums all at once, the others one by one."""

    def __init__(self, formulas: Sequence[Formula], n_columns: int) -> None:
        leaves: dict[Sum, int] = {}
        self._of_leaf: list[int] = []  # for each sum, the formulas that break when it fails
        self._others: list[tuple[int, Formula]] = []
        for place, formula in enumerate(formulas):
            parts = formula.parts if isinstance(formula, Every) else (formula,)
            if all(isinstance(part, Sum) for part in parts):
                for part in parts:
                    row = leaves.setdefault(part, len(leaves))  # type: ignore[arg-type] # just seen to be sums
                    if row == len(self._of_leaf):
                        self._of_leaf.append(0)
                    self._of_leaf[row] |= 1 << place
            elif isinstance(formula, Every | Some):
                self._others.append((place, formula))
        self._bounds = np.array([leaf.at_least for leaf in leaves], dtype=np.int64)
        # By column, for few of them are not 0 in a settlement.
        lengths = [len(leaf.weights) for leaf in leaves]
        numbers = chain.from_iterable(chain.from_iterable(leaf.weights for leaf in leaves))
        cells = np.fromiter(numbers, np.int64, 2 * sum(lengths)).reshape(-1, 2)
        order = np.argsort(cells[:, 0], kind="stable")
        self._leaf = np.repeat(np.arange(len(leaves)), lengths)[order]
        self._weight = cells[order, 1]
        self._start = np.searchsorted(cells[order, 0], np.arange(n_columns + 1))

    def of(self, values: NDArray[np.int64]) -> int:
        """Return the broken formulas as bits."""
        there = np.flatnonzero(values)
        first, size = self._start[there], self._start[there + 1] - self._start[there]
        cells = np.repeat(first - (np.cumsum(size) - size), size) + np.arange(int(size.sum()))
        totals = np.zeros(len(self._bounds), dtype=np.int64)
        np.add.at(totals, self._leaf[cells], self._weight[cells] * np.repeat(values[there], size))
        fails = totals < self._bounds
        broken = 0
        for leaf in np.flatnonzero(fails).tolist():
            broken |= self._of_leaf[leaf]
        for place, formula in self._others:
            if not holds(formula, values.tolist()):
                broken |= 1 << place
        return broken
