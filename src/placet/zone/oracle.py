"""One question, asked many times: is there a settlement that keeps these formulas, and if not, which of them clash?

The answer never rests on a solver's word. A yes is a settlement in whole numbers whose formulas are evaluated again.
A no is a tree of branches whose every leaf is refuted by multipliers of the rows, in whole-number arithmetic; the
formulas that the multipliers use are the clash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from placet.zone.bits import Masks, positions
from placet.zone.breaks import Breaks
from placet.zone.formula import Formula, every
from placet.zone.refutation import Refuter
from placet.zone.rows import FREE, encode
from placet.zone.solver import Floats, Model, SolverError, Whole

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
        self._breaks = Breaks(self.formulas, n_columns)
        self._misfits = Breaks([every(self.always)], n_columns)
        self._model = Model(self.rows)
        self._lower = np.where(self.rows.lower <= -FREE, -np.inf, self.rows.lower.astype(np.float64))
        self._upper = np.where(self.rows.upper >= FREE, np.inf, self.rows.upper.astype(np.float64))
        self._owned = [np.flatnonzero(self.rows.owner == owner) for owner in range(len(self.formulas))]
        self._in_force = (1 << len(self.formulas)) - 1
        self._refuter = Refuter(self.rows)

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
        refuter = self._refuter
        root = (
            np.zeros(self.rows.n_columns),
            np.where((refuter.excuses(forced) > 0) | refuter.never, 0.0, 1.0),
        )
        self._put_in_force(in_force)
        self._model.set_costs(refuter.excuses([not one for one in forced]))
        core, nodes = 0, 0
        pending = [root]
        while pending:
            nodes += 1
            if nodes > NODES:
                return self._by_integer_program(in_force, *root)
            lower, upper = pending.pop()
            self._model.set_columns(np.arange(self.rows.n_columns), lower, upper)
            answer = self._model.solve_linear()
            if answer.values is None:
                core |= refuter.clash(answer.ray, lower, upper, forced)
                continue
            whole = answer.whole
            if whole is not None and self._is_right(whole, in_force):
                return self._remember(whole[: self.n_columns])
            column = _most_fractional(answer.values, lower, upper)
            if column is None:
                # All is decided; the solver's tolerance let pass what whole numbers do not.
                core |= refuter.clash(None, lower, upper, forced)
                continue
            for value in (1.0, 0.0) if answer.values[column] < 0.5 else (0.0, 1.0):
                low, high = lower.copy(), upper.copy()
                low[column] = high[column] = value
                pending.append((low, high))
        return self._refuse(core)

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
            return self._refuse(in_force)
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

    def _refuse(self, core: int) -> No:
        self._clashes.append(core)
        self._clashing.add(core)
        return No(core)

    def _remember(self, values: Whole) -> Yes:
        known = Yes(values, self._breaks.of(values))
        self._settlements.append(known)
        self._broken.add(known.broken)
        return known


def _most_fractional(values: Floats, lower: Floats, upper: Floats) -> int | None:
    undecided = np.flatnonzero(lower < upper)
    return int(undecided[np.argmin(np.abs(values[undecided] - 0.5))]) if len(undecided) else None
