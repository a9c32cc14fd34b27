"""A linear program without the columns that a node of a search has fixed, for the nodes below it."""

from __future__ import annotations

import numpy as np

from placet.zone.solver import Answer, Floats, Matrix, Model, Whole

SURELY = 1e-7
"""By how much a row must be kept whatever happens before it is left out, and broken before nothing can mend it."""


class Reduced:
    """The nodes below one node, seen by a smaller model.

    Columns that the node fixes move into the bounds of the rows, and rows that cannot be broken are left out.

    Parameters
    ----------
    model : Model
        The whole program as it stands: rows, bounds of rows and costs.
    lower, upper : ndarray of float64
        Bounds of the columns at the node. Only the first `n_fixable` columns may be left out.

    Attributes
    ----------
    rows : ndarray of int64
        The rows that were not left out.
    is_impossible : bool
        Whether the fixed columns alone break a row.
    """

    def __init__(self, model: Model, lower: Floats, upper: Floats, n_fixable: int) -> None:
        matrix = model.matrix()
        keeps = lower < upper
        keeps[n_fixable:] = True
        self.kept: Whole = np.flatnonzero(keeps)
        column = np.repeat(np.arange(len(keeps)), np.diff(matrix.start))
        moved = ~keeps[column]
        n_rows = len(matrix.lower)
        fixed = np.bincount(matrix.index[moved], matrix.value[moved] * lower[column[moved]], minlength=n_rows)
        low, high = matrix.lower - fixed, matrix.upper - fixed
        rest = ~moved
        value, row, at = matrix.value[rest], matrix.index[rest], column[rest]
        least = np.bincount(row, np.where(value > 0, value * lower[at], value * upper[at]), minlength=n_rows)
        most = np.bincount(row, np.where(value > 0, value * upper[at], value * lower[at]), minlength=n_rows)
        self.is_impossible = bool(np.any((least > high + SURELY) | (most < low - SURELY)))
        needed = ~((least >= low - SURELY) & (most <= high + SURELY))
        place = np.cumsum(needed) - 1
        self.rows: Whole = np.flatnonzero(needed)
        self._place = place
        self._n_rows = n_rows
        entered = needed[row]
        lengths = np.bincount(at[entered], minlength=len(keeps))[self.kept]
        self.model = Model.of(
            Matrix(
                start=np.concatenate([[0], np.cumsum(lengths)]),
                index=place[row[entered]],
                value=value[entered],
                lower=low[needed],
                upper=high[needed],
                costs=matrix.costs[self.kept],
            )
        )

    def set_rows(self, rows: Whole, lower: Floats, upper: Floats) -> None:
        """Set the bounds of rows of the whole program that were not left out and that no fixed column enters."""
        self.model.set_rows(self._place[rows], lower, upper)

    def solve(self, lower: Floats, upper: Floats) -> Answer:
        """Return the answer of the whole program for a node below; its columns are all there."""
        self.model.set_columns(np.arange(len(self.kept)), lower[self.kept], upper[self.kept])
        answer = self.model.solve_linear()
        if answer.values is None or answer.reduced_costs is None or answer.row_duals is None:
            return Answer(values=None)
        values, costs, duals = lower.copy(), np.zeros(len(lower)), np.zeros(self._n_rows)
        duals[self.rows] = answer.row_duals
        values[self.kept] = answer.values
        costs[self.kept] = answer.reduced_costs
        return Answer(values=values, objective=answer.objective, reduced_costs=costs, row_duals=duals)
