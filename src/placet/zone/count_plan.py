"""In which order choosers are asked, and which tallies are open meanwhile with which values.

A count walks through the choosers and keeps, for every combination of values of the open tallies, in how many ways it
was reached. A tally is open from the first chooser that moves it until every rule that looks at it is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import factorial, perm

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_model import Chooser
from placet.zone.count_problem import Check, Problem
from placet.zone.count_spans import Range
from placet.zone.formula import Formula, Sum, sums


@dataclass(frozen=True)
class Takeover:
    """A tally that takes over what another one counted; ``ways[value]`` is how often each value of that one counts."""

    source: int
    target: int
    ways: tuple[int, ...]


@dataclass(frozen=True)
class Step:
    """One chooser's turn.

    Parameters
    ----------
    chooser : Chooser
        Whose turn it is.
    axes : tuple of int
        The tallies that are open during the turn, in the order of the plan; the axes of the table.
    before, after : tuple of (int, int)
        For each axis the first and the last value kept before and after the choice.
    drops : tuple of (bool, bool)
        For each axis whether what falls below, and what rises above, is dropped; otherwise it is kept at the edge.
    rules : tuple of Formula
        The rules that are decided after the choice.
    opened, closed : tuple of int
        The axes, as positions, that are new in this turn, and that are summed out at its end.
    takeovers : tuple of Takeover
        Tallies that take over from others at the end of the turn, after the others are closed.
    order : tuple of int
        The order of all tallies.
    """

    chooser: Chooser
    axes: tuple[int, ...]
    before: tuple[Range, ...]
    after: tuple[Range, ...]
    drops: tuple[tuple[bool, bool], ...]
    rules: tuple[Formula, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    takeovers: tuple[Takeover, ...]
    order: tuple[int, ...]


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
        for pool in problem.pools:  # as if whoever comes first after them moved the pool by all seats taken by name
            high[problem.n_early, self._column[pool.tally]] += sum(problem.named_at_most[part] for part in pool.parts)
        so_far_low, so_far_high = (np.concatenate([zero, np.cumsum(part, axis=0)]) for part in (low, high))
        least, most = problem.final_ranges
        lowest = least - (so_far_high[-1] - so_far_high)
        highest = most - (so_far_low[-1] - so_far_low)
        first, last = np.maximum(so_far_low, lowest), np.minimum(so_far_high, highest)
        # Where everything reached lies beyond one edge, the edge alone is kept.
        beyond = first > last
        edge = np.where(so_far_low > highest, highest, lowest)
        first, last = np.where(beyond, edge, first), np.where(beyond, edge, last)
        _, release = self._turns
        for pool in problem.pools:
            named = self._column[pool.named]
            for part in map(self._column.__getitem__, pool.parts):
                row = release[part] + 1
                first[row:, named] += first[row, part]
                last[row:, named] += last[row, part]
        return first, last

    @cached_property
    def _column(self) -> dict[int, int]:
        return {tally: column for column, tally in enumerate(self.problem.tallies)}

    @cached_property
    def _turns(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first turn that moves each tally, and the turn after which it is summed out (the last for `kept`)."""
        problem = self.problem
        touched = problem.touched[list(self.order)]
        first = np.argmax(touched, axis=0)
        done = len(self.order) - 1 - np.argmax(touched[::-1], axis=0)
        column, release = self._column, done.copy()
        for read in problem.read_together:
            release[read] = np.maximum(release[read], done[read].max())
        release[[column[tally] for tally in problem.kept]] = len(self.order) - 1
        for pool in problem.pools:
            named, whole = column[pool.named], column[pool.tally]
            parts = [column[part] for part in pool.parts]
            release[parts] = np.where(touched[:, parts].any(axis=0), release[parts], -1)
            first[named] = min(release[part] for part in parts if release[part] >= 0) + 1
            release[named] = problem.n_early - 1
            first[whole], release[whole] = min(first[whole], problem.n_early), max(release[whole], problem.n_early)
        for check in problem.checks:
            read = [column[tally] for tally, _ in check.rule.weights if tally not in problem.fixed_seats]
            release[read] = np.maximum(release[read], self._turn_before(check))
        return first, release

    def _turn_before(self, check: Check) -> int:
        return int((self.problem.layer_of < check.layer).sum()) - 1

    def _on_the_way(self, check: Check) -> Sum:
        """Return what a check says of the tallies that are open then: a post is not open before, and full after."""
        opened, release = self._turns
        turn, bound = self._turn_before(check), check.rule.at_least
        split = {pool.tally: (pool.tally, pool.named, *pool.parts) for pool in self.problem.pools}
        weights: dict[int, int] = {}
        for tally, weight in check.rule.weights:
            if release[self._column[tally]] < turn:
                bound -= weight * self.problem.fixed_seats.get(tally, 0)
            for part in split.get(tally, (tally,)) if turn < self.problem.n_early else (tally,):
                if opened[self._column[part]] <= turn <= release[self._column[part]]:
                    weights[part] = weight
        return Sum(tuple(sorted(weights.items())), bound)

    def _decided(self) -> dict[int, list[Formula]]:
        """For each turn the rules to check after it; those about one tally alone are kept by dropping values."""
        touched = self.problem.touched[list(self.order)]
        column = self._column
        found: dict[int, list[Formula]] = {}
        for rule in self.problem.rules:
            read = [column[tally] for leaf in sums(rule) for tally, _ in leaf.weights]
            if isinstance(rule, Sum) and len(read) == 1:
                continue
            moved = np.flatnonzero(touched[:, read].any(axis=1))
            found.setdefault(int(moved[-1]) if len(moved) else len(self.order) - 1, []).append(rule)
        for check in self.problem.checks:
            found.setdefault(self._turn_before(check), []).append(self._on_the_way(check))
        return found

    @cached_property
    def _is_open(self) -> NDArray[np.bool_]:
        """Whether each tally (column) is open during each turn (row)."""
        opened, release = self._turns
        turn = np.arange(len(self.order))[:, None]
        found: NDArray[np.bool_] = (opened <= turn) & (turn <= release)
        return found

    @cached_property
    def cells(self) -> NDArray[np.float64]:
        """How many cells the table has during each turn."""
        first, last = self._ranges
        sizes = np.maximum(last - first + 1, 1).astype(np.float64)
        found: NDArray[np.float64] = np.where(self._is_open, sizes[1:], 1.0).prod(axis=1)
        return found

    @cached_property
    def _axes(self) -> list[int]:
        """The columns in the order of the axes: what is seldom moved while it is open comes last.

        Memory is then read and written in long stretches.
        """
        moved = self.cells @ (self._is_open & self.problem.touched[list(self.order)])
        is_open = self.cells @ self._is_open
        axes: list[int] = np.argsort(-moved / np.maximum(is_open, 1.0), kind="stable").tolist()
        return axes

    @cached_property
    def work(self) -> float:
        """How many cells are written in all, a cell once for each choice."""
        return float(self.cells @ (self.problem.tolls[list(self.order)] + 1))

    def steps(self) -> Iterator[Step]:
        """Yield the turns in order."""
        first, last = self._ranges
        opened, release = self._turns
        decided = self._decided()
        spans = self.problem.spans
        tallies = self.problem.tallies
        axes, column = self._axes, self._column
        named = {column[pool.named]: column[pool.tally] for pool in self.problem.pools}
        stay = {column[tally] for pool in self.problem.pools for tally in pool.parts}.union(named)
        stay.update(column[tally] for tally in self.problem.kept)
        made = set(named).union(whole for whole in named.values() if opened[whole] == self.problem.n_early)
        for turn, place in enumerate(self.order):
            open_now = [axis for axis in axes if opened[axis] <= turn <= release[axis]]
            new = {axis for axis in open_now if opened[axis] == turn and axis not in made}
            before, after = [], []
            for axis in open_now:
                then = (int(first[turn, axis]), int(last[turn, axis]))
                before.append((0, 0) if axis in new else then)
                after.append(then if axis in named else (int(first[turn + 1, axis]), int(last[turn + 1, axis])))
            if turn == self.problem.n_early:
                for source, target in named.items():
                    at, (low, high) = open_now.index(target), before[open_now.index(target)]
                    before[at] = low + int(first[turn, source]), high + int(last[turn, source])
            yield Step(
                self.problem.choosers[place],
                tuple(tallies[axis] for axis in open_now),
                tuple(before),
                tuple(after),
                tuple((spans[axis].drops_below, spans[axis].drops_above) for axis in open_now),
                tuple(decided.get(turn, ())),
                tuple(place for place, axis in enumerate(open_now) if axis in new),
                tuple(place for place, axis in enumerate(open_now) if release[axis] == turn and axis not in stay),
                tuple(self._takeovers(turn)),
                tuple(tallies[axis] for axis in axes),
            )

    def _takeovers(self, turn: int) -> Iterator[Takeover]:
        _, release = self._turns
        for pool in self.problem.pools:
            for part, seats in pool.parts.items():
                if release[self._column[part]] == turn:
                    yield Takeover(part, pool.named, tuple(perm(seats, taken) for taken in range(seats + 1)))
            if turn == self.problem.n_early - 1:
                yield Takeover(pool.named, pool.tally, tuple(factorial(left) for left in range(pool.seats, -1, -1)))
