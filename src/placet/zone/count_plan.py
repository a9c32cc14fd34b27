"""In which order choosers are asked, and which tallies are open meanwhile with which values.

A count walks through the choosers and keeps, for every combination of values of the open tallies, in how many ways it
was reached. A tally is open from the first chooser that moves it until every rule that looks at it is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_model import Chooser
from placet.zone.count_problem import Join, Problem, Range
from placet.zone.formula import Formula, Sum, sums


@dataclass(frozen=True)
class Step:
    """One chooser's turn.

    Parameters
    ----------
    chooser : Chooser
        Whose turn it is.
    axes : tuple of int
        The tallies that are open during the turn, in ascending order; the axes of the table.
    before, after : tuple of (int, int)
        For each axis the first and the last value kept before and after the choice.
    drops : tuple of (bool, bool)
        For each axis whether what falls below, and what rises above, is dropped; otherwise it is kept at the edge.
    rules : tuple of Formula
        The rules that are decided after the choice.
    opened, closed : tuple of int
        The axes, as positions, that are new in this turn, and that are summed out at its end.
    joins : tuple of Join
        Tallies that become one at the end of the turn, after the others are closed.
    """

    chooser: Chooser
    axes: tuple[int, ...]
    before: tuple[Range, ...]
    after: tuple[Range, ...]
    drops: tuple[tuple[bool, bool], ...]
    rules: tuple[Formula, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A problem and the order in which its choosers are asked; `order` holds their places."""

    problem: Problem
    order: tuple[int, ...]

    @cached_property
    def _ranges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first and the last value kept of each tally (column) after each turn (row; row 0 before any)."""
        problem, order = self.problem, list(self.order)
        low, high = problem.least_moves[order], problem.most_moves[order]
        zero = np.zeros((1, len(problem.tallies)), dtype=np.int64)
        so_far_low, so_far_high = (np.concatenate([zero, np.cumsum(part, axis=0)]) for part in (low, high))
        least = np.array([span.least for span in problem.spans], dtype=np.int64)
        most = np.array([span.most for span in problem.spans], dtype=np.int64)
        lowest = least - (so_far_high[-1] - so_far_high)
        highest = most - (so_far_low[-1] - so_far_low)
        first, last = np.maximum(so_far_low, lowest), np.minimum(so_far_high, highest)
        # Where everything reached lies beyond one edge, the edge alone is kept.
        beyond = first > last
        edge = np.where(so_far_low > highest, highest, lowest)
        return np.where(beyond, edge, first), np.where(beyond, edge, last)

    @cached_property
    def _turns(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first turn that moves each tally, and the turn after which it is summed out (the last for `kept`)."""
        problem = self.problem
        touched = problem.touched[list(self.order)]
        first = np.argmax(touched, axis=0)
        done = len(self.order) - 1 - np.argmax(touched[::-1], axis=0)
        column = {tally: place for place, tally in enumerate(problem.tallies)}
        release = done.copy()
        for rule in problem.rules:
            read = [column[tally] for leaf in sums(rule) for tally, _ in leaf.weights]
            release[read] = np.maximum(release[read], done[read].max())
        release[[column[tally] for tally in problem.kept]] = len(self.order) - 1
        for join in problem.joins:
            parts = [column[tally] for tally, _ in join.parts]
            first[parts], release[parts] = np.minimum(first[parts], len(problem.early) - 1), len(problem.early) - 1
            first[column[join.tally]] = len(problem.early)
            release[column[join.tally]] = max(release[column[join.tally]], len(problem.early))
        return first, release

    def _decided(self) -> dict[int, list[Formula]]:
        """For each turn the rules to check after it; those about one tally alone are kept by dropping values."""
        touched = self.problem.touched[list(self.order)]
        column = {tally: place for place, tally in enumerate(self.problem.tallies)}
        found: dict[int, list[Formula]] = {}
        for rule in self.problem.rules:
            read = [column[tally] for leaf in sums(rule) for tally, _ in leaf.weights]
            if isinstance(rule, Sum) and len(read) == 1:
                continue
            moved = np.flatnonzero(touched[:, read].any(axis=1))
            found.setdefault(int(moved[-1]) if len(moved) else len(self.order) - 1, []).append(rule)
        return found

    @cached_property
    def cells(self) -> NDArray[np.float64]:
        """How many cells the table has during each turn."""
        first, last = self._ranges
        opened, release = self._turns
        turn = np.arange(len(self.order))[:, None]
        is_open = (opened <= turn) & (turn <= release)
        sizes = np.maximum(last - first + 1, 1).astype(np.float64)
        found: NDArray[np.float64] = np.where(is_open, sizes[1:], 1.0).prod(axis=1)
        return found

    @cached_property
    def work(self) -> float:
        """How many cells are written in all, a cell once for each choice."""
        choices = np.array([len(self.problem.choosers[place]) + 1 for place in self.order], dtype=np.float64)
        return float(self.cells @ choices)

    def steps(self) -> Iterator[Step]:
        """Yield the turns in order."""
        first, last = self._ranges
        opened, release = self._turns
        decided = self._decided()
        spans = self.problem.spans
        tallies = self.problem.tallies
        column_of = {tally: column for column, tally in enumerate(tallies)}
        parts_of = {column_of[join.tally]: [column_of[tally] for tally, _ in join.parts] for join in self.problem.joins}
        stay = {column_of[tally] for tally in self.problem.kept}.union(*parts_of.values())
        for turn, place in enumerate(self.order):
            open_now = [column for column in range(len(tallies)) if opened[column] <= turn <= release[column]]
            new = {column for column in open_now if opened[column] == turn and column not in parts_of}
            before = []
            for column in open_now:
                # Right after it was made, a join has all values that its parts could have.
                sources = parts_of[column] if column in parts_of and opened[column] == turn else [column]
                low, high = int(first[turn, sources].sum()), int(last[turn, sources].sum())
                before.append((0, 0) if column in new else (low, high))
            yield Step(
                self.problem.choosers[place],
                tuple(tallies[column] for column in open_now),
                tuple(before),
                tuple((int(first[turn + 1, column]), int(last[turn + 1, column])) for column in open_now),
                tuple((spans[column].drops_below, spans[column].drops_above) for column in open_now),
                tuple(decided.get(turn, ())),
                tuple(axis for axis, column in enumerate(open_now) if column in new),
                tuple(axis for axis, column in enumerate(open_now) if release[column] == turn and column not in stay),
                self.problem.joins if turn == len(self.problem.early) - 1 else (),
            )
