"""Which formulas a settlement breaks, evaluated in whole numbers, all at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from placet.zone.formula import Every, Formula, Some, Sum, holds


class Breaks:
    """Tells which of `formulas` a settlement breaks: plain sums by one matrix product, the others one by one."""

    def __init__(self, formulas: Sequence[Formula], n_columns: int) -> None:
        leaves: dict[Sum, int] = {}
        self._plain: list[tuple[int, list[int]]] = []
        self._others: list[tuple[int, Formula]] = []
        for place, formula in enumerate(formulas):
            parts = formula.parts if isinstance(formula, Every) else (formula,)
            if all(isinstance(part, Sum) for part in parts):
                self._plain.append((place, [leaves.setdefault(part, len(leaves)) for part in parts]))  # type: ignore[arg-type]
            elif isinstance(formula, Every | Some):
                self._others.append((place, formula))
        self._matrix = np.zeros((len(leaves), n_columns), dtype=np.int64)
        self._bounds = np.array([leaf.at_least for leaf in leaves], dtype=np.int64)
        for leaf, row in leaves.items():
            for column, weight in leaf.weights:
                self._matrix[row, column] = weight

    def of(self, values: NDArray[np.int64]) -> int:
        """Return the broken formulas as bits."""
        fails = self._matrix @ values < self._bounds
        broken = 0
        for place, leaves in self._plain:
            if any(fails[leaf] for leaf in leaves):
                broken |= 1 << place
        for place, formula in self._others:
            if not holds(formula, values.tolist()):
                broken |= 1 << place
        return broken
