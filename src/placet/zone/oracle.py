"""One question, asked many times: is there a settlement that keeps these formulas, and if not, which of them clash?

The answer never rests on a solver's word. A yes is a settlement in whole numbers whose formulas are evaluated again.
A no is a tree of branches whose every leaf is refuted by multipliers of the rows, in whole-number arithmetic; the
formulas that the multipliers use are the clash.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from placet.zone.bits import Masks, positions
from placet.zone.branching import Halved, No, Refuted, Yes, most_fractional, whole_below
from placet.zone.breaks import Breaks
from placet.zone.formula import Every, Formula, Sum, every
from placet.zone.refutation import Refuter
from placet.zone.rows import FREE, encode
from placet.zone.seats import Cut, Seats
from placet.zone.solver import Floats, Model, SolverError, Whole

NODES = 500
"""How many branches are tried before the integer solver is asked whether there is a settlement after all."""
MOST_NODES = 5_000
"""How many branches are refuted one by one; beyond, the integer solver's no is taken at its word, and counted."""
TRIALS = 12
"""How often seating people alone is tried before it is judged by how often it settled the question."""


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
    limits : ndarray of int64, optional
        The largest value of each column; 1 if left out.
    seats : Seats, optional
        How the columns fill posts, for questions that are settled by seating people.
    most_branches : int
        How many branches of one question are refuted one by one, before the integer solver's no is taken at its word.

    Attributes
    ----------
    unrefuted : int
        How often that happened: so many answers rest on the solver's word.

    Notes
    -----
    A question costs one linear program, warm from the last one (about 0.3 ms for 700 columns), and a few more where
    that comes out fractional. Answers are remembered: a settlement that breaks nothing in force, or a clash that is
    all in force, answers at once.
    """

    def __init__(
        self,
        n_columns: int,
        always: Sequence[Formula],
        formulas: Sequence[Formula],
        limits: Whole | None = None,
        seats: Seats | None = None,
        *,
        most_branches: int = MOST_NODES,
    ) -> None:
        self.n_columns = n_columns
        self.always = tuple(always)
        self.formulas = tuple(formulas)
        base = np.ones(n_columns, dtype=np.int64) if limits is None else limits
        self.rows = encode(self.formulas, self.always, n_columns, base.tolist())
        self._limits = np.ones(self.rows.n_columns)
        self._limits[:n_columns] = base
        self._seats, self._most_branches = seats, most_branches
        self.asked = self.unrefuted = 0
        self._seatings = self._settled = 0
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
        crowds = np.zeros(0, dtype=np.int64) if seats is None else np.flatnonzero(seats.case.is_crowd)
        self._refuter = Refuter(self.rows, crowds, base)

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
        return self._by_seating(in_force) or self._search(in_force)

    @cached_property
    def either_or(self) -> frozenset[int]:
        """The places of formulas that are met in more ways than one."""
        return frozenset(place for place, formula in enumerate(self.formulas) if not _is_plain(formula))

    @cached_property
    def _about_alternatives(self) -> NDArray[np.bool_]:
        """Which rows are about the alternatives of a formula that is met in more ways than one."""
        last = np.zeros(len(self.rows), dtype=np.int64)
        np.maximum.at(last, np.repeat(np.arange(len(self.rows)), np.diff(self.rows.start)), self.rows.index)
        flags: NDArray[np.bool_] = last >= max(self.n_columns, 1)
        return flags

    def refutation(self, clash: int, most: int = NODES) -> Refuted | Halved | None:
        """Return why these formulas cannot all hold, from a linear program of their own; None if it is too long.

        Raises
        ------
        SolverError
            If they can.
        """
        forced = self._forced(clash)
        upper = np.where((self._refuter.excuses(forced) > 0) | self._refuter.never, 0.0, self._limits)
        self._put_in_force(clash)
        self._model.set_costs(np.zeros(self.rows.n_columns))
        left = most

        def refute(lower: Floats, upper: Floats) -> Refuted | Halved | None:
            nonlocal left
            left -= 1
            if left < 0:
                return None
            self._model.set_columns(np.arange(self.rows.n_columns), lower, upper)
            answer = self._model.solve_linear()
            column = None if answer.values is None else most_fractional(answer.values, lower, upper)
            if answer.values is None or column is None:
                leaf = self._refuter.refute(answer.ray, lower, upper, forced)
                return Refuted(self._refuter.without(leaf, self._about_alternatives, lower, upper), lower, upper)
            whole = answer.whole
            if whole is not None and self._is_right(whole, clash):
                raise SolverError("a clash has a settlement")
            below = whole_below(answer.values, column, lower, upper)
            low, high = upper.copy(), lower.copy()
            low[column], high[column] = below, below + 1
            at_most = refute(lower, low)
            more = None if at_most is None else refute(high, upper)
            return None if at_most is None or more is None else Halved(column, int(below), at_most, more)

        return refute(np.zeros(self.rows.n_columns), upper)

    def _by_seating(self, in_force: int) -> Yes | No | None:
        """Answer by seating people in posts alone, if that settles it; it is not tried where it seldom does."""
        seats = self._seats
        if seats is None or (self._seatings > TRIALS and 4 * self._settled < self._seatings):
            return None
        self._seatings += 1
        excuses = self._refuter.excuses(self._forced(in_force))
        allowed = (excuses[: self.n_columns] == 0) & ~self._refuter.never[: self.n_columns]
        found = seats.fill(allowed)
        if isinstance(found, Cut):
            upper = np.where((excuses > 0) | self._refuter.never, 0.0, self._limits)
            ray = found.multipliers(self.rows)
            self._settled += 1
            return self._refuse(self._refuter.clash(ray, np.zeros(self.rows.n_columns), upper, self._forced(in_force)))
        if found is not None and self._is_right(found, in_force):
            self._settled += 1
            return self._remember(found)
        return None

    def _forced(self, in_force: int) -> list[bool]:
        return [bool(in_force >> owner & 1) for owner in range(len(self.formulas))]

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
        forced = self._forced(in_force)
        refuter = self._refuter
        root = (
            np.zeros(self.rows.n_columns),
            np.where((refuter.excuses(forced) > 0) | refuter.never, 0.0, self._limits),
        )
        self._put_in_force(in_force)
        self._model.set_costs(refuter.excuses([not one for one in forced]))
        core, nodes = 0, 0
        pending = [root]
        while pending:
            nodes += 1
            if nodes == min(NODES, self._most_branches):
                found = self._by_integer_program(in_force, *root)
                if found is not None:
                    return found
            if nodes > self._most_branches:
                # Two searches found nothing, and only the integer solver's got to its end.
                self.unrefuted += 1
                return self._refuse(in_force)
            lower, upper = pending.pop()
            self._model.set_columns(np.arange(self.rows.n_columns), lower, upper)
            answer = self._model.solve_linear()
            if answer.values is None:
                core |= refuter.clash(answer.ray, lower, upper, forced)
                continue
            whole = answer.whole
            if whole is not None and self._is_right(whole, in_force):
                return self._remember(whole[: self.n_columns])
            column = most_fractional(answer.values, lower, upper)
            if column is None:
                # All is decided; the solver's tolerance let pass what whole numbers do not.
                core |= refuter.clash(None, lower, upper, forced)
                continue
            below = whole_below(answer.values, column, lower, upper)
            halves = ((lower[column], below), (below + 1, upper[column]))
            for least, most in halves[::-1] if answer.values[column] < below + 0.5 else halves:
                low, high = lower.copy(), upper.copy()
                low[column], high[column] = least, most
                pending.append((low, high))
        return self._refuse(core)

    def _by_integer_program(self, in_force: int, lower: Floats, upper: Floats) -> Yes | None:
        """Ask the integer solver for a settlement that the bare search has not met; None if it says there is none.

        Its no is not believed: the bare search then goes on to refute every branch.

        Raises
        ------
        QuestionError
            If it does not settle the question either.
        """
        self._model.set_columns(np.arange(self.rows.n_columns), lower, upper)
        answer = self._model.solve_integer()
        if answer.values is None:
            return None
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


def _is_plain(formula: Formula) -> bool:
    return isinstance(formula, Sum) or (isinstance(formula, Every) and all(map(_is_plain, formula.parts)))
