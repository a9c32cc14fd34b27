"""Which formulas a settlement breaks, evaluated in whole numbers, all at once."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._weights = np.zeros((n_columns, len(leaves)), dtype=np.int64)
        for leaf, row in leaves.items():
            if leaf.weights:
                cells = np.array(leaf.weights, dtype=np.int64)
                self._weights[cells[:, 0], row] = cells[:, 1]

    def of(self, values: NDArray[np.int64]) -> int:
        """Return the broken formulas as bits."""
        there = np.flatnonzero(values)
        fails = (self._weights[there] * values[there, None]).sum(axis=0) < self._bounds
        broken = 0
        for leaf in np.flatnonzero(fails).tolist():
            broken |= self._of_leaf[leaf]
        for place, formula in self._others:
            if not holds(formula, values.tolist()):
                broken |= 1 << place
        return broken
