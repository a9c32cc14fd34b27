"""Which demands could be given up: a small 0-1 program that meets every known clash, within limits on its measures.

It knows nothing of settlements. A clash that it has not been told of may still stand in the way of what it proposes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from placet.errors import QuestionError
from placet.zone.bits import positions
from placet.zone.rows import Rows
from placet.zone.solver import Model, SolverError

LARGEST_MEASURE = 10**7
"""Larger sums, in whole units, are too coarse for the tolerance with which the solver calls a column whole."""
MOST_BRANCHES = 1_000_000


class GiveUpProgram:
    """Proposes sets of demand classes, as bits, to be given up.

    Parameters
    ----------
    measures : sequence of sequence of int
        What is measured of a set: for each measure the whole weight of each class. A measure can be made as small as
        can be, or be limited.
    n_ranked : int
        The first so many measures can be limited by rank, too: the largest of them, the second largest, and so on.

    Raises
    ------
    QuestionError
        If the weights are too large, or too fine, to be told apart by the solver.
    """

    def __init__(self, measures: Sequence[Sequence[int]], n_ranked: int) -> None:
        if any(sum(weights) > LARGEST_MEASURE for weights in measures):
            raise QuestionError(
                "costs that take more than 7 digits to add up exactly",
                "costs that are smaller, or have fewer digits after the point",
            )
        self.measures = [list(weights) for weights in measures]
        self.n_classes = len(measures[0])
        self.n_ranked = n_ranked
        self._model = Model(_no_rows(self.n_classes + n_ranked * n_ranked))
        self._model.set_option("mip_max_nodes", MOST_BRANCHES)
        self._level = self._model.add_column(0.0, float(LARGEST_MEASURE))
        self._limits = [self._row(list(enumerate(weights))) for weights in self.measures]
        self._ranks: list[list[int]] = []
        self._passing: list[int] = []
        for rank in range(n_ranked):
            self._add_rank(rank)
        self._avoided: list[int] = []
        self._bounded: set[int] = set()

    def _add_rank(self, rank: int) -> None:
        """Let ``measure <= level`` for all but the `rank` measures whose 0-1 column says that they may pass it."""
        passes = [self.n_classes + rank * self.n_ranked + at for at in range(self.n_ranked)]
        rows = []
        for at, column in enumerate(passes):
            weights = self.measures[at]
            rows.append(self._row([*enumerate(weights), (column, -sum(weights)), (self._level, 0)]))
        self._ranks.append(rows)
        self._passing.append(self._row([(column, 1) for column in passes]))
        self._set([self._passing[-1]], float(rank))

    def _row(self, cells: list[tuple[int, int]]) -> int:
        kept = [(column, value) for column, value in cells if value]
        columns, values = np.array([column for column, _ in kept]), np.array([value for _, value in kept])
        return self._model.add_row(columns, values, -np.inf, np.inf)

    def _set(self, rows: list[int], most: float) -> None:
        size = len(rows)
        self._model.set_rows(np.array(rows, dtype=np.int64), np.full(size, -np.inf), np.full(size, most))

    def hit(self, clash: int) -> None:
        """Give up at least one of these classes from now on."""
        row = self._row([(place, 1) for place in positions(clash)])
        self._model.set_rows(np.array([row]), np.array([1.0]), np.array([np.inf]))

    def relax(self) -> None:
        """Take back every limit, everything fixed and everything avoided; the clashes stay."""
        self._set(self._limits, np.inf)
        for rank in range(self.n_ranked):
            self._set(self._ranks[rank], np.inf)
        self._set(self._avoided, np.inf)
        self._avoided.clear()
        for place in self._bounded:
            self._bound(place, 0.0, 1.0)
        self._bounded.clear()

    def limit(self, measure: int, most: int) -> None:
        """Let a measure be at most this."""
        self._set([self._limits[measure]], float(most))

    def limit_rank(self, rank: int, most: int) -> None:
        """Let at most `rank` of the ranked measures be larger than this."""
        for row in self._ranks[rank]:
            self._model.set_coefficient(row, self._level, 0.0)
        self._set(self._ranks[rank], float(most))

    def avoid(self, given_up: int) -> None:
        """Do not propose all of these classes together."""
        row = self._row([(place, 1) for place in positions(given_up)])
        self._set([row], float(given_up.bit_count() - 1))
        self._avoided.append(row)

    def fix(self, place: int, *, is_given_up: bool) -> None:
        """Give one class up, or keep it."""
        self._bounded.add(place)
        self._bound(place, float(is_given_up), float(is_given_up))

    def _bound(self, place: int, lower: float, upper: float) -> None:
        self._model.set_columns(np.array([place]), np.array([lower]), np.array([upper]))

    def least(self, measure: int) -> int | None:
        """Return a set for which a measure is as small as can be; None if no set keeps the limits."""
        return self._solve(dict(enumerate(self.measures[measure])))

    def least_rank(self, rank: int) -> int | None:
        """Return a set for which the measure of this rank, 0 for the largest, is as small as can be."""
        for row in self._ranks[rank]:
            self._model.set_coefficient(row, self._level, -1.0)
        self._set(self._ranks[rank], 0.0)
        return self._solve({self._level: 1})

    def most(self, weights: dict[int, int]) -> int | None:
        """Return a set for which the sum of these weights of classes is as large as can be."""
        return self._solve({place: -weight for place, weight in weights.items()})

    def _solve(self, costs: dict[int, int]) -> int | None:
        objective = np.zeros(self._model.n_columns)
        for column, cost in costs.items():
            objective[column] = cost
        self._model.set_costs(objective)
        answer = self._model.solve_integer()
        if answer.values is None:
            return None
        chosen = np.rint(answer.values[: self.n_classes]).astype(np.int64)
        if np.any(np.abs(answer.values[: self.n_classes] - chosen) > 1e-6):
            raise SolverError("a 0-1 program was answered with fractions")
        return sum(1 << int(place) for place in np.flatnonzero(chosen))

    def measure(self, measure: int, given_up: int) -> int:
        """Return a measure of a set, in whole numbers."""
        return sum(self.measures[measure][place] for place in positions(given_up))


def _no_rows(n_columns: int) -> Rows:
    nothing = np.zeros(0, dtype=np.int64)
    return Rows(max(n_columns, 1), np.zeros(1, dtype=np.int64), nothing, nothing, nothing, nothing, nothing, ())
