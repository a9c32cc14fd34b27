"""Why a linear program has no solution, shown in whole numbers: multipliers of its rows that contradict its bounds.

Farkas' lemma: rows ``a x >= b`` without solution between the bounds of x can be added up, each so many times, to a
sum that no x between the bounds reaches. The solver proposes how many times; here that is made whole and computed
again exactly, and what it rests on is read off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.zone.rows import ALWAYS_IN_FORCE, FREE, Rows
from placet.zone.solver import Floats, SolverError, Whole

SCALES = (1, 2, 6, 60, 2520, 10**6)
"""Multipliers found in floating point are tried as whole numbers after each of these enlargements."""
SMALL = 1e-9
LARGE = 2**40
EXACT = 2**52
"""Below this, whole numbers added up in floating point stay exact."""


@dataclass(frozen=True)
class Leaf:
    """A refutation of one leaf: exact multipliers of rows, the column sums they give, and by how much they refute."""

    multipliers: Whole
    sums: Whole
    excess: int


class Refuter:
    """Refutes linear programs over `rows`.

    `forbids` has a row for each formula, with 1 for every column it forbids; `never` marks the columns that are
    always forbidden. `limits` are the largest values of the base columns, 1 if left out. `crowds` are columns that a
    row, such as the seats of a post, limits anyway: what a refutation takes from that row instead of from their bounds
    holds however many people they stand for.
    """

    def __init__(self, rows: Rows, crowds: Whole | None = None, limits: Whole | None = None) -> None:
        self.rows = rows
        self._limits = np.ones(rows.n_columns, dtype=np.int64)
        if limits is not None:
            self._limits[: len(limits)] = limits
        self.forbids = np.zeros((len(rows.forbidden) - 1, rows.n_columns))
        for owner, columns in enumerate(rows.forbidden[:-1]):
            self.forbids[owner, columns] = 1
        self._forbidden = np.concatenate([*rows.forbidden[:-1], np.zeros(0, dtype=np.int64)])
        self._forbids = np.repeat(np.arange(len(self.forbids)), [len(columns) for columns in rows.forbidden[:-1]])
        self.never = np.zeros(rows.n_columns, dtype=bool)
        self.never[rows.forbidden[-1]] = True
        self._row_of_cell = np.repeat(np.arange(len(rows)), np.diff(rows.start))
        self._limiting = self._limits_of(np.zeros(0, dtype=np.int64) if crowds is None else crowds)

    def _limits_of(self, crowds: Whole) -> list[tuple[int, int, Whole]]:
        """Return rows that always hold, each with a sign and the crowds of which it bounds the sum from above."""
        rows, found, left = self.rows, [], set(crowds.tolist())
        for row in np.flatnonzero(rows.owner == ALWAYS_IN_FORCE).tolist():
            if not left:
                break
            index = rows.index[rows.start[row] : rows.start[row + 1]]
            value = rows.value[rows.start[row] : rows.start[row + 1]]
            bounded = index[np.isin(index, list(left))]
            if not len(bounded) or np.any(index >= len(self.never)):
                continue
            if np.all(value == 1) and rows.upper[row] < FREE:
                found.append((row, -1, bounded))
            elif np.all(value == -1) and rows.lower[row] > -FREE:
                found.append((row, 1, bounded))
            else:
                continue
            left -= set(bounded.tolist())
        return found

    def excuses(self, forced: list[bool]) -> Floats:
        """Return for each column how many of the formulas in force forbid it."""
        weights = np.array(forced, dtype=np.float64)[self._forbids]
        return np.bincount(self._forbidden, weights, self.rows.n_columns).astype(np.float64)

    def clash(self, ray: Floats | None, lower: Floats, upper: Floats, forced: list[bool]) -> int:
        """Return the formulas, as bits, that a leaf without solution rests on.

        Those that the excess of its refutation can do without are left out.

        Parameters
        ----------
        ray : ndarray or None
            The solver's multipliers of the rows, in floating point, if it gave any.
        lower, upper : ndarray
            The bounds of the columns in this leaf.
        forced : list of bool
            Which formulas are in force.

        Raises
        ------
        SolverError
            If no multipliers in whole numbers refute the leaf.
        """
        leaf = self.refute(ray, lower, upper, forced)
        used: set[int] = set(self.rows.owner[leaf.multipliers != 0].tolist()) - {ALWAYS_IN_FORCE}
        core = sum(1 << owner for owner in used)
        # Only a column that pulls the sum up and is kept at 0 by formulas needs one of them as its excuse.
        needy = np.flatnonzero((leaf.sums > 0) & (upper == 0) & (self.excuses(forced) > 0) & ~self.never)
        kept = {owner for owner in range(len(forced)) if core >> owner & 1}
        held = self.forbids[:, needy] > 0
        covered = held[sorted(kept)].any(axis=0) if kept else np.zeros(len(needy), dtype=bool)
        left = leaf.excess
        weight = leaf.sums[needy] * self._limits[needy]
        owners = [owner for owner in range(len(forced)) if forced[owner] and owner not in kept and held[owner].any()]
        # Start from all of them and let go those that free least, as long as the refutation stands.
        cover = held[sorted(kept | set(owners))].sum(axis=0) if kept or owners else np.zeros(len(needy), dtype=int)
        for owner in sorted(owners, key=lambda owner: int(weight[held[owner] & ~covered].sum())):
            freed = held[owner] & (cover == 1)
            loss = int(weight[freed].sum())
            if loss < left:
                left -= loss
                cover = cover - held[owner]
            else:
                core |= 1 << owner
        return core

    def refute(self, ray: Floats | None, lower: Floats, upper: Floats, forced: list[bool]) -> Leaf:
        """Turn floating-point multipliers into whole ones that refute the leaf exactly.

        Raises
        ------
        SolverError
            If none do.
        """
        in_force = np.array([owner == ALWAYS_IN_FORCE or forced[owner] for owner in self.rows.owner])
        for multipliers in self._proposals(ray):
            leaf = self._weigh(np.where(in_force, multipliers, 0), lower, upper)
            if leaf is not None:
                return leaf
        raise SolverError("a linear program without a solution could not be refuted in whole numbers")

    def without(self, leaf: Leaf, idle: NDArray[np.bool_], lower: Floats, upper: Floats) -> Leaf:
        """Return the refutation without these rows, if it stands without them."""
        fewer = self._weigh(np.where(idle, 0, leaf.multipliers), lower, upper) if idle.any() else leaf
        return leaf if fewer is None else fewer

    def _proposals(self, ray: Floats | None) -> Iterator[Whole]:
        """Yield whole multipliers worth trying: the ray's, enlarged and rounded, then each row by itself."""
        if ray is not None and np.any(np.abs(ray) > SMALL):
            ray = np.where(np.abs(ray) > SMALL, ray, 0.0)
            for unit in (np.abs(ray[ray != 0]).min(), np.abs(ray).max(), 1.0):
                for scale in SCALES:
                    whole = np.rint(ray / unit * scale)
                    if np.abs(whole).max() < LARGE:
                        yield whole.astype(np.int64)
                        yield -whole.astype(np.int64)
        for row in range(len(self.rows)):
            for sign in (1, -1):
                alone = np.zeros(len(self.rows), dtype=np.int64)
                alone[row] = sign
                yield alone

    def _weigh(self, multipliers: Whole, lower: Floats, upper: Floats) -> Leaf | None:
        rows = self.rows
        usable = ~(((multipliers > 0) & (rows.lower <= -FREE)) | ((multipliers < 0) & (rows.upper >= FREE)))
        multipliers = np.where(usable, multipliers, 0)
        size = float(np.abs(rows.value * 1.0) @ np.abs(multipliers * 1.0)[self._row_of_cell])
        if size > FREE / 2:
            multipliers = multipliers.astype(object)  # Python's own numbers, which never overflow
        sums = self._sums(multipliers)
        more = multipliers.copy()
        for row, sign, crowds in self._limiting:
            most = int(np.where(upper[crowds] > 0, sums[crowds], 0).max())
            if most > 0:
                more[row] += sign * most
        if (more != multipliers).any():
            usable = ~(((more > 0) & (rows.lower <= -FREE)) | ((more < 0) & (rows.upper >= FREE)))
            if usable.all():
                leaf = self._leaf(more, self._sums(more), lower, upper)
                if leaf is not None:
                    return leaf
        return self._leaf(multipliers, sums, lower, upper)

    def _sums(self, multipliers: Whole) -> Whole:
        rows = self.rows
        cells = rows.value * multipliers[self._row_of_cell]
        if multipliers.dtype == object or np.abs(cells).sum() > EXACT:
            sums = np.zeros(rows.n_columns, dtype=multipliers.dtype)
            np.add.at(sums, rows.index, cells)
            return sums
        return np.bincount(rows.index, cells, rows.n_columns).astype(np.int64)

    def _leaf(self, multipliers: Whole, sums: Whole, lower: Floats, upper: Floats) -> Leaf | None:
        rows = self.rows
        sides = np.where(multipliers > 0, rows.lower, np.where(multipliers < 0, rows.upper, 0))
        least = int((sides * multipliers).sum())
        most = int(np.where(sums > 0, sums * upper.astype(np.int64), sums * lower.astype(np.int64)).sum())
        return Leaf(multipliers, sums, least - most) if least > most else None
