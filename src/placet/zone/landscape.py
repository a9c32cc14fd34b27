"""The zone as the sides see it: its linear program, with a column for what each side has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from placet.zone.formula import Formula
from placet.zone.merged import Merged
from placet.zone.program import Program
from placet.zone.region import Region
from placet.zone.rows import Rows, encode
from placet.zone.seating import Cut
from placet.zone.solver import Floats, Model, SolverError, Whole
from placet.zone.utilities import Utilities

Cells = Iterable[tuple[int, float]]


class Landscape:
    """The rows of everything that binds, over kinds of columns, and columns over them that goals and regions speak of.

    First comes a column for each kind (how many of its columns are 1), then the columns of `rows` that are in no post,
    then for each side its value in whole units (`worth`), then the logarithm of each side's gain (`logs`; its goal
    bounds it), the `level` that every side reaches, and the largest regret (`most`) in common units.

    Attributes
    ----------
    n_integral : int
        How many columns there are before `worth`: those that a search must make whole.
    n_telling : int
        How many of them tell the settlement: all but the helpers of disjunctions, which come last.
    influence : ndarray of float64
        For each of them how much it moves what some side has; the larger, the sooner it is worth deciding.
    levels : ndarray of int64
        For each side the row that says how far its value lies above an offset.
    n_cuts : int
        How many inequalities have been added because numbers of kinds could not be seated.
    lower, upper : ndarray of float64
        Bounds of every column while no region is in force.
    """

    def __init__(self, program: Program, formulas: Sequence[Formula], utilities: Utilities) -> None:
        columns = program.columns
        self.utilities = utilities
        self.n_base = len(columns)
        self.rows: Rows = encode((), (program.structure, *formulas), self.n_base)
        self._merged = Merged.of(self.rows, list(columns.of_post.values()), utilities.weights)
        self.model = Model(self._merged.rows)
        self.n_integral = self.model.n_columns
        self._lower, self._upper = [0.0] * self.n_integral, self._merged.most.astype(np.float64).tolist()
        self.n_cuts = 0
        for cut in self._merged.seating.cuts():
            self._add_cut(cut)
        alike = self._merged.kinds
        options = range(len(columns.pairs), self.n_base)
        scored = [*(kind[0] for kind in alike), *options]
        self.n_telling = len(scored)
        self.influence = _influence(utilities, scored, self.n_integral)
        self.worth = np.array(
            [
                self._sum((at, float(weights[column])) for at, column in enumerate(scored))
                for weights in utilities.weights
            ],
            dtype=np.int64,
        )
        self.logs = np.array([self.add_column(-np.inf, np.inf) for _ in self.worth], dtype=np.int64)
        self.level = self.add_column(-np.inf, np.inf)
        self.most = self.add_column(-np.inf, np.inf)
        self.levels = np.array(
            [self.add_row(((worth, 1.0), (self.level, -1.0))) for worth in self.worth.tolist()], dtype=np.int64
        )
        self._regrets = [
            self.add_row(((worth, float(size)), (self.most, 1.0)))
            for worth, size in zip(self.worth.tolist(), utilities.sizes, strict=True)
        ]
        self._total = self.add_row(
            (worth, float(size)) for worth, size in zip(self.worth.tolist(), utilities.sizes, strict=True)
        )
        self.lower: Floats = np.array(self._lower)
        self.upper: Floats = np.array(self._upper)

    def add_column(self, lower: float, upper: float) -> int:
        """Add a column to the program; return its position."""
        self._lower.append(lower)
        self._upper.append(upper)
        return self.model.add_column(lower, upper)

    def add_row(self, cells: Cells, lower: float = -np.inf, upper: float = np.inf) -> int:
        """Add a row to the program, with no bounds unless they are given; return its position."""
        kept = [(column, value) for column, value in cells if value]
        return self.model.add_row(
            np.array([column for column, _ in kept], dtype=np.int64),
            np.array([value for _, value in kept]),
            lower,
            upper,
        )

    def _add_cut(self, cut: Cut) -> None:
        least = -np.inf if cut.least is None else float(cut.least)
        most = np.inf if cut.most is None else float(cut.most)
        self.add_row(((kind, 1.0) for kind in cut.kinds), least, most)
        self.n_cuts += 1

    def _sum(self, cells: Cells) -> int:
        """Return a column that equals this sum."""
        column = self.add_column(-np.inf, np.inf)
        self.add_row([*cells, (column, -1.0)], 0.0, 0.0)
        return column

    def settle(self, decided: Whole) -> tuple[int, ...] | None:
        """Return the base columns that are 1 when so many of each kind are, and when options are chosen so.

        None when they cannot be seated; then a row that says so has been added.

        Raises
        ------
        SolverError
            If what the linear program calls whole breaks a row.
        """
        n_kinds = len(self._merged.kinds)
        counts = {kind: count for kind, count in enumerate(decided[:n_kinds].tolist()) if count}
        seated = self._merged.seating.seat(counts)
        if isinstance(seated, Cut):
            self._add_cut(seated)
            return None
        values = np.zeros(self.rows.n_columns, dtype=np.int64)
        values[list(seated)] = 1
        values[self._merged.n_in_posts :] = decided[n_kinds:]
        if not self.keeps(values):
            raise SolverError("a settlement that the linear program calls whole breaks a row")
        return tuple(np.flatnonzero(values[: self.n_base]).tolist())

    def settlements(self, decided: Whole) -> Iterator[tuple[int, ...]]:
        """Yield the base columns that are 1 in each settlement with so many of each kind and these options."""
        n_kinds = len(self._merged.kinds)
        counts = {kind: count for kind, count in enumerate(decided[:n_kinds].tolist()) if count}
        options = np.flatnonzero(decided[n_kinds : self.n_telling])
        for seated in self._merged.seating.every(counts):
            yield tuple(sorted([*seated, *(options + self._merged.n_in_posts).tolist()]))

    def set_region(self, region: Region) -> tuple[Floats, Floats]:
        """Put the total and the band of `region` in force; return the bounds of all columns in it."""
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[self.worth] = [-np.inf if low is None else float(low) for low in region.floors]
        upper[self.worth] = [np.inf if high is None else float(high) for high in region.ceilings]
        least = -np.inf if region.least_total is None else float(region.least_total)
        self._set_rows([self._total], np.array([least]), np.array([np.inf]))
        if region.band is None:
            low, high = self._nothing()
        else:
            ideals = zip(self.utilities.sizes, region.band.ideals, strict=True)
            low = np.array([float(size * ideal) for size, ideal in ideals])
            high = low + region.band.width
        self._set_rows(self._regrets, low, high)
        return lower, upper

    def set_levels(self, scales: Floats | None, offsets: Floats | None) -> None:
        """Let ``value >= offset + scale * level`` for every side; a scale of inf leaves a side out, None all."""
        if scales is None or offsets is None:
            self._set_rows(self.levels, *self._nothing())
            return
        included = np.isfinite(scales)
        for row, scale in zip(self.levels.tolist(), np.where(included, scales, 0.0).tolist(), strict=True):
            self.model.set_coefficient(row, self.level, -scale)
        self._set_rows(self.levels, np.where(included, offsets, -np.inf), np.full(len(offsets), np.inf))

    def set_offsets(self, offsets: Floats) -> None:
        """Count the level from other values of the sides, none of which is left out."""
        self._set_rows(self.levels, offsets, np.full(len(offsets), np.inf))

    def _nothing(self) -> tuple[Floats, Floats]:
        return np.full(len(self.worth), -np.inf), np.full(len(self.worth), np.inf)

    def _set_rows(self, rows: Sequence[int] | Whole, lower: Floats, upper: Floats) -> None:
        self.model.set_rows(np.array(rows, dtype=np.int64), lower, upper)

    def keeps(self, values: Whole) -> bool:
        """Whether whole values of the columns of `rows` keep every row, computed in whole numbers."""
        rows = self.rows
        if values[rows.forbidden[-1]].any():
            return False
        running = np.concatenate([[0], np.cumsum(rows.value * values[rows.index])])
        totals = running[rows.start[1:]] - running[rows.start[:-1]]
        return bool(np.all(totals >= rows.lower) and np.all(totals <= rows.upper))


def _influence(utilities: Utilities, columns: Sequence[int], n_decisions: int) -> Floats:
    """Return each column's largest share in what a side scores at most for one column; 1 for what nobody scores."""
    shares = np.ones(n_decisions)
    if utilities.sides:
        weights = np.abs(np.array([[float(row[column]) for column in columns] for row in utilities.weights]))
        most = np.maximum(weights.max(axis=1, initial=0.0), 1.0)
        shares[: len(columns)] = 0.1 + (weights / most[:, None]).max(axis=0)
    return shares
