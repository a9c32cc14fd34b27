"""From sums over columns to few tallies: what is constant leaves a sum, and equal sums become one counter.

A post with a fixed number of seats fills all of them. So ``women >= 3`` and ``men <= 7`` of ten seats say the same, a
share of the seats is a number, and a sum over all columns of a post needs no counter of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import gcd

from placet.zone.count_fix import Fixed
from placet.zone.formula import Every, Formula, Some, Sum, every, some, sums
from placet.zone.lower import Columns

Weights = tuple[tuple[int, int], ...]
"""Columns and what each weighs, by column."""


@dataclass(frozen=True)
class Tallies:
    """The rules over posts and counters, and how columns move the counters.

    Parameters
    ----------
    rules : tuple of Formula
        Column p stands for the seats filled in post p of the case, column ``n_posts + k`` for counter k.
    moved : dict of int to tuple of (int, int)
        For each column the counters that it moves, and by how much.
    n_counters : int
        How many counters there are.
    """

    rules: tuple[Formula, ...]
    moved: dict[int, tuple[tuple[int, int], ...]]
    n_counters: int

    @classmethod
    def of(cls, columns: Columns, fixed: Fixed) -> Tallies:
        """Rewrite the rules that are left."""
        rewriter = _Rewriter(columns, fixed)
        rewriter.find_shared(sums(Every(fixed.rules)))
        rules = tuple(rewriter.rewrite(rule) for rule in fixed.rules)
        moved: dict[int, list[tuple[int, int]]] = {}
        for weights, counter in rewriter.counters.items():
            for column, weight in weights:
                moved.setdefault(column, []).append((counter, weight))
        return cls(rules, {column: tuple(moves) for column, moves in moved.items()}, len(rewriter.counters))


class _Rewriter:
    def __init__(self, columns: Columns, fixed: Fixed) -> None:
        self.counters: dict[Weights, int] = {}
        self.shared: set[tuple[int, ...]] = set()
        self.posts = list(columns.case.posts)
        self.seats = [columns.case.posts[post].seats for post in self.posts]
        place = {post: index for index, post in enumerate(self.posts)}
        self.of_post: list[list[int]] = [[] for _ in self.posts]
        self.post_of: dict[int, int] = {}
        # A column that is certain has left the sums but fills a seat all the same, so it weighs 0 like the others.
        for chooser in fixed.choosers:
            for column in chooser.columns:
                if column < len(columns.pairs):
                    self.post_of[column] = place[columns.pairs[column][1]]
                    self.of_post[self.post_of[column]].append(column)

    def rewrite(self, formula: Formula) -> Formula:
        match formula:
            case Sum():
                return self.tally(formula)
            case Every():
                return every(self.rewrite(part) for part in formula.parts)
            case Some():
                return some(self.rewrite(part) for part in formula.parts)

    def find_shared(self, leaves: tuple[Sum, ...]) -> None:
        """Note the sets of columns that weigh the same in several sums: ``a - b`` and ``a - c`` share a."""
        found = Counter(
            part
            for rest in {_normal(self.reduced(leaf)[2])[0] for leaf in leaves}
            for part in _by_weight(rest).values()
        )
        self.shared = {part for part, times in found.items() if times > 1}

    def tally(self, leaf: Sum) -> Formula:
        found, bound, rest = self.reduced(leaf)
        by_weight = _by_weight(rest)
        # Few counters that several sums share are better than one counter for each sum.
        if len(by_weight) > 1 and self.shared.issuperset(by_weight.values()):
            parts: list[Weights] = [tuple((column, weight) for column in part) for weight, part in by_weight.items()]
        else:
            parts = [rest] if rest else []
        for part in parts:
            key, scale = _normal(part)
            found.append((len(self.posts) + self.counters.setdefault(key, len(self.counters)), scale))
        return bounded(found, bound)

    def reduced(self, leaf: Sum) -> tuple[list[tuple[int, int]], int, Weights]:
        """Return what a sum says of posts with a range, the bound without what is constant, and what else it weighs."""
        weights = dict(leaf.weights)
        touched = sorted({self.post_of[column] for column in weights if column in self.post_of})
        base = self.bases({post: [weights.get(column, 0) for column in self.of_post[post]] for post in touched})
        bound, found = leaf.at_least, []
        for post, weight in base.items():
            for column in self.of_post[post]:
                weights[column] = weights.get(column, 0) - weight
            if self.is_fixed(post):
                bound -= weight * self.seats[post].at_least
            else:
                found.append((post, weight))
        return found, bound, tuple(sorted((column, weight) for column, weight in weights.items() if weight))

    def bases(self, by_post: dict[int, list[int]]) -> dict[int, int]:
        """Return what each post weighs by itself, so that few columns weigh more or less."""
        uniform = {post: weights[0] for post, weights in by_post.items() if len(set(weights)) == 1}
        mixed = [post for post in by_post if post not in uniform and (self.is_fixed(post) or 0 not in by_post[post])]
        common = Counter(weight for post in mixed for weight in by_post[post]).most_common(1)
        return uniform | dict.fromkeys(mixed, common[0][0] if common else 0)

    def is_fixed(self, post: int) -> bool:
        return self.seats[post].at_least == self.seats[post].at_most


def _by_weight(weights: Weights) -> dict[int, tuple[int, ...]]:
    """Return the columns of each weight."""
    found: dict[int, list[int]] = {}
    for column, weight in weights:
        found.setdefault(weight, []).append(column)
    return {weight: tuple(part) for weight, part in found.items()}


def _normal(weights: Weights) -> tuple[Weights, int]:
    """Return the weights without a common factor, the first one positive, and the factor."""
    if not weights:
        return (), 1
    scale = gcd(*(weight for _, weight in weights)) * (1 if weights[0][1] > 0 else -1)
    return tuple((column, weight // scale) for column, weight in weights), scale


def bounded(weights: list[tuple[int, int]], bound: int) -> Formula:
    """Return ``sum >= bound`` over tallies, which take any whole value."""
    kept = tuple(sorted((tally, weight) for tally, weight in weights if weight))
    if not kept:
        return Every(()) if bound <= 0 else Some(())
    return Sum(kept, bound)
