"""One part of a counting problem: who must be asked, in which layers, and what must hold in the end and on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_model import Chooser
from placet.zone.count_spans import Span, spans
from placet.zone.formula import Formula, Sum, sums

Range = tuple[int, int]

TOLL = 3
"""What a choice of many ways costs, compared with a choice of one way."""


@dataclass(frozen=True)
class Pool:
    """Posts that are alike for whoever comes later, so that their seats may be counted together.

    Parameters
    ----------
    tally : int
        Counts the seats of the pool that are taken.
    named : int
        Counts, as long as those who tell the posts apart are asked, the seats that were taken in posts by name; it
        takes over from a post when nobody is left who moves that post, and the pool's tally takes over from it.
    parts : dict of int to int
        The tally of each post, and its number of seats.
    """

    tally: int
    named: int
    parts: dict[int, int]

    @property
    def seats(self) -> int:
        """The number of seats."""
        return sum(self.parts.values())


@dataclass(frozen=True)
class Check:
    """A rule about the values of tallies before anybody of a layer is asked; the posts in it have fixed seats."""

    layer: int
    rule: Sum


@dataclass(frozen=True)
class Problem:
    """Choosers, the rules over their tallies, and the tallies that stay open to the end.

    Parameters
    ----------
    choosers : tuple of Chooser
        Who must be asked.
    rules : tuple of Formula
        What must hold in the end.
    kept : frozenset of int
        The tallies whose final values matter.
    n_posts : int
        Lower tallies count the seats of a class of posts.
    layers : tuple of int
        For each chooser the layer; lower layers are asked first.
    pools : tuple of Pool
        Layer 0 holds those who tell their posts apart.
    checks : tuple of Check
        What must hold on the way.
    """

    choosers: tuple[Chooser, ...]
    rules: tuple[Formula, ...]
    kept: frozenset[int]
    n_posts: int
    layers: tuple[int, ...]
    pools: tuple[Pool, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def n_early(self) -> int:
        """How many choosers tell the posts of a pool apart."""
        return self.layers.count(0) if self.pools else 0

    @cached_property
    def divisor(self) -> int:
        """How often each solution is counted; the seats of one post are told apart while posts are pooled."""
        return prod(factorial(seats) for pool in self.pools for seats in pool.parts.values())

    @cached_property
    def named_at_most(self) -> dict[int, int]:
        """For each post of a pool, how many of its seats may be taken by name."""
        movers = dict(zip(self.tallies, self.touched.sum(axis=0).tolist(), strict=True))
        return {tally: min(seats, movers[tally]) for pool in self.pools for tally, seats in pool.parts.items()}

    @cached_property
    def layer_of(self) -> NDArray[np.int64]:
        """The layers, as an array."""
        return np.array(self.layers, dtype=np.int64)

    @cached_property
    def tallies(self) -> tuple[int, ...]:
        """The tallies that somebody moves or a rule looks at, those first that most choosers move."""
        moved = Counter(
            tally for chooser in self.choosers for tally in {tally for choice in chooser for tally, _ in choice.moves}
        )
        read = {tally for rule in self.rules for leaf in sums(rule) for tally, _ in leaf.weights}
        checked = {tally for check in self.checks for tally, _ in check.rule.weights}
        pooled = {tally for pool in self.pools for tally in (pool.tally, pool.named)}
        return tuple(
            sorted(moved.keys() | read | checked | pooled | self.kept, key=lambda tally: (-moved[tally], tally))
        )

    @cached_property
    def fixed_seats(self) -> dict[int, int]:
        """The posts, and pools of them, with a fixed number of seats that no other rule reads, and that number."""
        posts = {*range(self.n_posts), *(pool.tally for pool in self.pools)} - self.kept
        read: dict[int, list[object]] = {}
        bounds: dict[int, dict[int, int]] = {}
        for rule in self.rules:
            for leaf in sums(rule):
                for tally, weight in leaf.weights:
                    read.setdefault(tally, []).append(rule)
                    if rule is leaf and len(leaf.weights) == 1 and abs(weight) == 1:
                        bounds.setdefault(tally, {})[weight] = leaf.at_least
        return {
            tally: bound[1]
            for tally, bound in bounds.items()
            if tally in posts and len(read[tally]) == len(bound) == 2 and bound[1] == -bound[-1] > 0
        }

    @property
    def is_plainly_impossible(self) -> bool:
        """Whether a tally has no final value that the rules allow."""
        return any(span.least > span.most for span in self.spans)

    @cached_property
    def _moves(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
        shape = (len(self.choosers), len(self.tallies))
        least, most = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        touched = np.zeros(shape, dtype=np.bool_)
        column = {tally: place for place, tally in enumerate(self.tallies)}
        for row, chooser in enumerate(self.choosers):
            found: dict[int, list[int]] = {}
            for choice in chooser:
                for tally, by in choice.moves:
                    found.setdefault(column[tally], []).append(by)
            for at, amounts in found.items():
                if len(amounts) < len(chooser):
                    amounts.append(0)
                least[row, at], most[row, at], touched[row, at] = min(amounts), max(amounts), True
        return least, most, touched

    @property
    def least_moves(self) -> NDArray[np.int64]:
        """The least by which each chooser (row) moves each tally (column)."""
        return self._moves[0]

    @property
    def most_moves(self) -> NDArray[np.int64]:
        """The most by which each chooser (row) moves each tally (column)."""
        return self._moves[1]

    @property
    def touched(self) -> NDArray[np.bool_]:
        """Which chooser (row) can move which tally (column)."""
        return self._moves[2]

    @cached_property
    def tolls(self) -> NDArray[np.int64]:
        """What the choices of each chooser cost; one of many ways is multiplied, not only added."""
        return np.array([sum(1 if choice.ways == 1 else TOLL for choice in chooser) for chooser in self.choosers])

    @cached_property
    def read_together(self) -> tuple[list[int], ...]:
        """The columns of tallies that one rule looks at, for each rule that looks at several."""
        column = {tally: place for place, tally in enumerate(self.tallies)}
        found = ([column[tally] for leaf in sums(rule) for tally, _ in leaf.weights] for rule in self.rules)
        return tuple(read for read in found if len(read) > 1)

    @cached_property
    def final_ranges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The least and the greatest of the final values worth telling apart, by column."""
        return np.array([span.least for span in self.spans]), np.array([span.most for span in self.spans])

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The final values of each tally that are worth telling apart."""
        low, high = self.least_moves.sum(axis=0).tolist(), self.most_moves.sum(axis=0).tolist()
        reach = dict(zip(self.tallies, zip(low, high, strict=True), strict=True))
        for pool in self.pools:
            reach[pool.tally] = 0, reach[pool.tally][1] + sum(self.named_at_most[part] for part in pool.parts)
        exact = self.kept.union(part for pool in self.pools for part in pool.parts)
        return spans(reach, self.rules, [check.rule for check in self.checks], self.fixed_seats, exact)
