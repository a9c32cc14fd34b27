"""Every post drawn for itself: a set that holds the zone, whose size is plain and from which it is easy to draw.

Each seat draws somebody who may hold it, each term an option, as if nothing else were required. What keeps every rule
is a settlement, each as likely as any other. The share of draws that do tells about how many settlements there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_fix import fix
from placet.zone.formula import Every, Formula, Some, Sum
from placet.zone.lower import Columns

Draws = NDArray[np.int64]
"""Columns, shape (draws, seats and terms)."""


@dataclass(frozen=True)
class Urn:
    """What the seats and the terms draw from.

    Parameters
    ----------
    columns : Columns
        The columns of the case.
    formulas : tuple of Formula
        What must hold.
    seats : tuple of (tuple of int, int)
        For each post the columns that may be used, and how many of them are.
    terms : tuple of tuple of int
        For each term the columns of its options.
    """

    columns: Columns
    formulas: tuple[Formula, ...]
    seats: tuple[tuple[tuple[int, ...], int], ...]
    terms: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, columns: Columns, formulas: Sequence[Formula]) -> Urn | None:
        """Return the urn of these formulas; None when a post has a range of seats, or when nothing can be drawn."""
        fixed = fix(columns, formulas)
        posts = columns.case.posts
        if fixed is None or any(post.seats.at_least != post.seats.at_most for post in posts.values()):
            return None
        held = sorted(column for chooser in fixed.choosers for column in chooser.columns)
        may = frozenset(held)
        seats = tuple(
            (tuple(column for column in columns.of_post[post.id] if column in may), post.seats.at_most)
            for post in posts.values()
        )
        options = [
            [columns.of_option[term.id, option] for option in term.options] for term in columns.case.terms.values()
        ]
        terms = tuple(tuple(column for column in term if column in may) for term in options)
        if any(len(allowed) < number for allowed, number in seats):
            return None
        return cls(columns, tuple(formulas), seats, terms)

    @property
    def draws_per_settlement(self) -> int:
        """How many different draws are one settlement: the seats of a post are told apart in a draw."""
        return prod(factorial(number) for _, number in self.seats)

    @property
    def n_draws(self) -> int:
        """How many different draws there are."""
        found: int = prod(len(allowed) ** number for allowed, number in self.seats) * prod(map(len, self.terms))
        return found

    def draw(self, n: int, rng: np.random.Generator) -> Draws:
        """Return so many draws."""
        sources = [allowed for allowed, number in self.seats for _ in range(number)] + list(self.terms)
        drawn = [np.array(source, dtype=np.int64)[rng.integers(len(source), size=n)] for source in sources]
        return np.array(drawn, dtype=np.int64).reshape(len(sources), n).T

    def are_settlements(self, draws: Draws) -> NDArray[np.bool_]:
        """Say of each draw whether it keeps every rule."""
        left = np.flatnonzero(self._are_distinct(draws))
        for formula in self.formulas:
            left = left[self._holds(formula, draws[left])]
        kept = np.zeros(len(draws), dtype=np.bool_)
        kept[left] = True
        return kept

    @cached_property
    def _holders(self) -> NDArray[np.int64]:
        """For each column who sits in it, or the column itself where a person may hold several posts."""
        if not self.columns.case.one_post_each:
            return np.arange(len(self.columns))
        place = {who: number for number, who in enumerate(self.columns.case.candidates)}
        people = [place[who] for who, _ in self.columns.pairs]
        return np.array([*people, *range(len(place), len(place) + len(self.columns.options))], dtype=np.int64)

    @cached_property
    def _scratch(self) -> NDArray[np.int64]:
        """A weight for each column, 0 between two rules."""
        return np.zeros(len(self.columns), dtype=np.int64)

    def _are_distinct(self, draws: Draws) -> NDArray[np.bool_]:
        if draws.shape[1] == 0:
            return np.ones(len(draws), dtype=np.bool_)
        ranked = np.sort(self._holders[draws], axis=1)
        found: NDArray[np.bool_] = (ranked[:, 1:] != ranked[:, :-1]).all(axis=1)
        return found

    def _holds(self, formula: Formula, draws: Draws) -> NDArray[np.bool_]:
        match formula:
            case Sum():
                weight, used = self._scratch, [column for column, _ in formula.weights]
                weight[used] = [by for _, by in formula.weights]
                found = np.asarray(weight[draws].sum(axis=1) >= formula.at_least)
                weight[used] = 0
                return found
            case Every():
                held = [self._holds(part, draws) for part in formula.parts]
                return np.logical_and.reduce(held) if held else np.ones(len(draws), dtype=np.bool_)
            case Some():
                held = [self._holds(part, draws) for part in formula.parts]
                return np.logical_or.reduce(held) if held else np.zeros(len(draws), dtype=np.bool_)
