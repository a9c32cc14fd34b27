"""One part of a counting problem, and which final values of its tallies are worth telling apart.

Values from which a rule can no longer be kept are dropped; values that no rule can tell apart become one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_model import Chooser
from placet.zone.formula import Formula, Sum, sums

Range = tuple[int, int]


@dataclass(frozen=True)
class Span:
    """The final values of a tally: beyond an edge a value is dropped (`drops`), or reads like the edge."""

    least: int
    most: int
    drops_below: bool
    drops_above: bool


@dataclass(frozen=True)
class Join:
    """Posts that are alike for whoever comes later, so that their seats may be counted together.

    Parameters
    ----------
    tally : int
        Counts the seats of all of them; a higher number than any part, and than any tally that is no join.
    parts : tuple of (int, int)
        The tally of each post, and its number of seats.
    """

    tally: int
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Problem:
    """Choosers, the rules over their tallies, and the tallies that stay open to the end.

    When there are `joins`, the choosers `early` come before all others, and the joins are made after them.
    """

    choosers: tuple[Chooser, ...]
    rules: tuple[Formula, ...]
    kept: frozenset[int]
    joins: tuple[Join, ...] = ()
    early: frozenset[int] = frozenset()

    @cached_property
    def tallies(self) -> tuple[int, ...]:
        """The tallies that somebody moves or a rule looks at."""
        moved = {tally for chooser in self.choosers for choice in chooser for tally, _ in choice.moves}
        read = {tally for rule in self.rules for leaf in sums(rule) for tally, _ in leaf.weights}
        return tuple(sorted(moved | read | self.kept))

    @property
    def is_plainly_impossible(self) -> bool:
        """Whether a tally has no final value that the rules allow."""
        return any(span.least > span.most for span in self.spans)

    @cached_property
    def least_moves(self) -> NDArray[np.int64]:
        """The least by which each chooser (row) moves each tally (column)."""
        return self._moves(min)

    @cached_property
    def most_moves(self) -> NDArray[np.int64]:
        """The most by which each chooser (row) moves each tally (column)."""
        return self._moves(max)

    def _moves(self, extreme: Callable[[Iterable[int]], int]) -> NDArray[np.int64]:
        found = np.zeros((len(self.choosers), len(self.tallies)), dtype=np.int64)
        column = {tally: place for place, tally in enumerate(self.tallies)}
        for row, chooser in enumerate(self.choosers):
            by_choice = [dict(choice.moves) for choice in chooser]
            for tally in {tally for moves in by_choice for tally in moves}:
                found[row, column[tally]] = extreme(moves.get(tally, 0) for moves in by_choice)
        return found

    @cached_property
    def touched(self) -> NDArray[np.bool_]:
        """Which chooser (row) can move which tally (column)."""
        found = np.zeros((len(self.choosers), len(self.tallies)), dtype=np.bool_)
        column = {tally: place for place, tally in enumerate(self.tallies)}
        for row, chooser in enumerate(self.choosers):
            for choice in chooser:
                found[row, [column[tally] for tally, _ in choice.moves]] = True
        return found

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The final values of each tally that are worth telling apart; `least` above `most` where there are none."""
        reach = {
            tally: (int(low), int(high))
            for tally, low, high in zip(
                self.tallies, self.least_moves.sum(axis=0), self.most_moves.sum(axis=0), strict=True
            )
        }
        drops = dict.fromkeys(self.tallies, (False, False))
        told: dict[int, Range] = {}
        for _ in range(2):  # what one rule drops narrows what another can tell apart
            alive, told = dict(reach), {}
            for rule in self.rules:
                for leaf in sums(rule):
                    for tally, weight in leaf.weights:
                        fails, passes = _edges(leaf, tally, weight, reach)
                        first, last = told.get(tally, (fails, passes))
                        told[tally] = min(first, fails, passes), max(last, fails, passes)
                        if rule is leaf:
                            low, high = alive[tally]
                            alive[tally] = (max(low, fails + 1), high) if weight > 0 else (low, min(high, fails - 1))
                            below, above = drops[tally]
                            drops[tally] = below or weight > 0, above or weight < 0
            reach = alive
        spans = []
        exact = self.kept.union(tally for join in self.joins for tally, _ in join.parts)
        for tally, (low, high) in reach.items():
            first, last = (low, high) if tally in exact else told.get(tally, (low, low))
            if low > high:
                spans.append(Span(low, high, *drops[tally]))
            else:
                spans.append(Span(max(low, min(first, high)), min(high, max(last, low)), *drops[tally]))
        return tuple(spans)


def _edges(leaf: Sum, tally: int, weight: int, reach: dict[int, Range]) -> Range:
    """Return the value up to which (from which) the leaf surely fails and the one where it begins to surely hold."""
    least = sum(min(w * value for value in reach[other]) for other, w in leaf.weights if other != tally)
    most = sum(max(w * value for value in reach[other]) for other, w in leaf.weights if other != tally)
    if weight > 0:
        return -((most - leaf.at_least) // weight) - 1, -((least - leaf.at_least) // weight)
    return (most - leaf.at_least) // -weight + 1, (least - leaf.at_least) // -weight
