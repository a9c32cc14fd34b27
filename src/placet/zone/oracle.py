"""One question, asked many times: is there a settlement that keeps these formulas, and if not, which of them clash?

The answer never rests on a solver's word. A yes is a settlement in whole numbers whose formulas are evaluated again.
A no is a tree of branches whose every leaf is refuted by multipliers of the rows, in whole-number arithmetic; the
formulas that the multipliers use are the clash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.zone.bits import Masks, positions
from placet.zone.formula import Every, Formula, Some, Sum, every, holds
from placet.zone.rows import ALWAYS_IN_FORCE, FREE, encode
from placet.zone.solver import Floats, Model, SolverError, Whole

SCALES = (1, 2, 6, 60, 2520, 10**6)
"""Multipliers found in floating point are tried as whole numbers after each of these enlargements."""
SMALL = 1e-9
LARGE = 2**40
NODES = 500
"""How many branches are tried before the question is left to the integer solver."""


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
class _Leaf:
    """A refutation of one leaf: exact multipliers of rows, the column sums they give, and by how much they refute."""

    multipliers: Whole
    sums: Whole
    excess: int


class Oracle:
    """Answers for every subset of `formulas`, given as bits (bit i is formula i).

    Parameters
    ----------
    n_columns : int
        How many base columns there are.
    always : sequence of Formula
        What holds whatever is asked.
    formulas : sequence of Formula
        What a question may put in force.

    Notes
    -----
    A question costs one linear program, warm from the last one (about 0.3 ms for 700 columns), and a few more where
    that comes out fractional. Answers are remembered: a settlement that breaks nothing in force, or a clash that is
    all in force, answers at once.
    """

    def __init__(self, n_columns: int, always: Sequence[Formula], formulas: Sequence[Formula]) -> None:
        self.n_columns = n_columns
        self.always = tuple(always)
        self.formulas = tuple(formulas)
        self.rows = encode(self.formulas, self.always, n_columns)
        self.asked = 0
        self._settlements: list[Yes] = []
        self._clashes: list[int] = []
        self._broken = Masks(len(self.formulas))
        self._clashing = Masks(len(self.formulas))
        self._breaks = _Breaks(self.formulas, n_columns)
        self._misfits = _Breaks([every(self.always)], n_columns)
        self._model = Model(self.rows)
        self._lower = np.where(self.rows.lower <= -FREE, -np.inf, self.rows.lower.astype(np.float64))
        self._upper = np.where(self.rows.upper >= FREE, np.inf, self.rows.upper.astype(np.float64))
        self._owned = [np.flatnonzero(self.rows.owner == owner) for owner in range(len(self.formulas))]
        self._in_force = (1 << len(self.formulas)) - 1
        self._forbids = np.zeros((len(self.formulas), self.rows.n_columns))
        for owner, columns in enumerate(self.rows.forbidden[:-1]):
            self._forbids[owner, columns] = 1
        self._never = np.zeros(self.rows.n_columns, dtype=bool)
        self._never[self.rows.forbidden[-1]] = True
        self._row_of_cell = np.repeat(np.arange(len(self.rows)), np.diff(self.rows.start))

    @property
    def everything(self) -> int:
        """All formulas, as bits."""
        return (1 << len(self.formulas)) - 1

    def ask(self, in_force: int) -> Yes | No:
        """Return a settlement that keeps all of `in_force`, or a clash within it."""
        place = self._broken.disjoint(in_force)
        if place is not None:
            return self._settlements[place]
        place = self._clashing.inside(in_force)
        if place is not None:
            return No(self._clashes[place])
        self.asked += 1
        return self._search(in_force)

    def shrink(self, clash: int, keep: int = 0) -> int:
        """Return a minimal part of `clash` that clashes while all of `keep` stays in force; `keep` is not in it."""
        clash &= ~keep
        for place in positions(clash):
            bit = 1 << place
            if clash & bit:
                answer = self.ask(clash & ~bit | keep)
                if isinstance(answer, No):
                    clash = answer.core & ~keep
        return clash

    def grow(self, settlement: Yes, within: int) -> Yes:
        """Return a settlement whose broken formulas among `within` are a minimal set, starting from `settlement`."""
        always = self.everything & ~within
        broken = settlement.broken & within
        for place in positions(broken):
            bit = 1 << place
            if broken & bit:
                answer = self.ask(always | (within & ~broken) | bit)
                if isinstance(answer, Yes):
                    settlement, broken = answer, answer.broken & within
        return settlement

    def _search(self, in_force: int) -> Yes | No:
        """Branch on fractional columns, depth first; the union of the leaves' clashes is a clash."""
        forced = [bool(in_force >> owner & 1) for owner in range(len(self.formulas))]
        mask = np.array(forced, dtype=np.float64)
        excuses = mask @ self._forbids
        upper = np.where((excuses > 0) | self._never, 0.0, 1.0)
        lower = np.zeros(self.rows.n_columns)
        self._put_in_force(in_force)
        self._model.set_costs((1 - mask) @ self._forbids)
        core, nodes = 0, 0
        pending = [(lower, upper)]
        while pending:
            nodes += 1
            if nodes > NODES:
                return self._by_integer_program(
                    in_force, np.zeros(len(upper)), np.where(self._never | (excuses > 0), 0.0, 1.0)
                )
            lower, upper = pending.pop()
            self._model.set_columns(np.arange(self.rows.n_columns), lower, upper)
            answer = self._model.solve_linear()
            if answer.values is None:
                core |= self._clash(answer.ray, lower, upper, excuses, forced)
                continue
            whole = answer.whole
            if whole is not None and self._is_right(whole, in_force):
                return self._remember(whole[: self.n_columns])
            column = _most_fractional(answer.values, lower, upper)
            if column is None:
                # All is decided; the solver's tolerance let pass what whole numbers do not.
                core |= self._clash(None, lower, upper, excuses, forced)
                continue
            for value in (1.0, 0.0) if answer.values[column] < 0.5 else (0.0, 1.0):
                low, high = lower.copy(), upper.copy()
                low[column] = high[column] = value
                pending.append((low, high))
        self._clashes.append(core)
        self._clashing.add(core)
        return No(core)

    def _by_integer_program(self, in_force: int, lower: Floats, upper: Floats) -> Yes | No:
        """Leave to the integer solver what the bare search does not settle soon; a no is then its word alone.

        Raises
        ------
        QuestionError
            If it does not settle it either.
        """
        self._model.set_columns(np.arange(self.rows.n_columns), lower, upper)
        answer = self._model.solve_integer()
        if answer.values is None:
            self._clashes.append(in_force)
            self._clashing.add(in_force)
            return No(in_force)
        whole = answer.whole
        if whole is None or not self._is_right(whole, in_force):
            raise SolverError("a settlement that the solver found is none")
        return self._remember(whole[: self.n_columns])

    def _put_in_force(self, in_force: int) -> None:
        for owner in positions(in_force ^ self._in_force):
            rows = self._owned[owner]
            if len(rows):
                if in_force >> owner & 1:
                    self._model.set_rows(rows, self._lower[rows], self._upper[rows])
                else:
                    self._model.set_rows(rows, np.full(len(rows), -np.inf), np.full(len(rows), np.inf))
        self._in_force = in_force

    def _is_right(self, whole: Whole, in_force: int) -> bool:
        values = whole[: self.n_columns]
        return not self._breaks.of(values) & in_force and not self._misfits.of(values)

    def _remember(self, values: Whole) -> Yes:
        known = Yes(values, self._breaks.of(values))
        self._settlements.append(known)
        self._broken.add(known.broken)
        return known

    def _clash(self, ray: Floats | None, lower: Floats, upper: Floats, excuses: Floats, forced: list[bool]) -> int:
        """Return the formulas that a refuted leaf rests on, dropping those that its excess can do without."""
        leaf = self._refute(ray, lower, upper, forced)
        used = np.unique(self.rows.owner[leaf.multipliers != 0])
        core = sum(1 << int(owner) for owner in used if owner != ALWAYS_IN_FORCE)
        # Only a column that pulls the sum up and is kept at 0 by formulas needs one of them as its excuse.
        needy = np.flatnonzero((leaf.sums > 0) & (upper == 0) & (excuses > 0) & ~self._never)
        kept = {owner for owner in range(len(forced)) if core >> owner & 1}
        held = self._forbids[:, needy] > 0
        covered = held[sorted(kept)].any(axis=0) if kept else np.zeros(len(needy), dtype=bool)
        left = leaf.excess
        weight = leaf.sums[needy]
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

    def _refute(self, ray: Floats | None, lower: Floats, upper: Floats, forced: list[bool]) -> _Leaf:
        """Turn floating-point multipliers into whole ones that refute the leaf exactly."""
        in_force = np.array([owner == ALWAYS_IN_FORCE or forced[owner] for owner in self.rows.owner])
        for multipliers in self._proposals(ray):
            leaf = self._weigh(np.where(in_force, multipliers, 0), lower, upper)
            if leaf is not None:
                return leaf
        raise SolverError("a linear program without a solution could not be refuted in whole numbers")

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

    def _weigh(self, multipliers: Whole, lower: Floats, upper: Floats) -> _Leaf | None:
        rows = self.rows
        usable = ~(((multipliers > 0) & (rows.lower <= -FREE)) | ((multipliers < 0) & (rows.upper >= FREE)))
        multipliers = np.where(usable, multipliers, 0)
        size = float(np.abs(rows.value * 1.0) @ np.abs(multipliers * 1.0)[self._row_of_cell])
        if size > FREE / 2:
            multipliers = multipliers.astype(object)  # Python's own numbers, which never overflow
        sums = np.zeros(rows.n_columns, dtype=multipliers.dtype)
        np.add.at(sums, rows.index, rows.value * multipliers[self._row_of_cell])
        sides = np.where(multipliers > 0, rows.lower, np.where(multipliers < 0, rows.upper, 0))
        least = int((sides * multipliers).sum())
        most = int(np.where(sums > 0, sums * upper.astype(np.int64), sums * lower.astype(np.int64)).sum())
        return _Leaf(multipliers, sums, least - most) if least > most else None


class _Breaks:
    """Which formulas a settlement breaks, all at once: plain sums by one matrix product, the others one by one."""

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


def _most_fractional(values: Floats, lower: Floats, upper: Floats) -> int | None:
    undecided = np.flatnonzero(lower < upper)
    return int(undecided[np.argmin(np.abs(values[undecided] - 0.5))]) if len(undecided) else None
