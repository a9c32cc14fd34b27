"""Between which numbers the settlements lie where a count would take too long, and how many a sample suggests.

Both bounds are certain. From above: the posts with their lists of people alone, or any one rule beside them. From
below: the same less what each rule can take away at most. The estimate is another matter: it comes from drawing, and
is said to be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, prod
from typing import Any

import numpy as np

from placet.zone.count_marginals import Marginals
from placet.zone.count_occupancy import matchings_between
from placet.zone.count_urn import Urn
from placet.zone.formula import Formula
from placet.zone.lower import Columns

DRAWS = 100_000
"""How many draws an estimate rests on."""

BATCH = 10_000
"""How many are drawn at a time."""

WIDTH = Fraction(33, 10)
"""How many standard errors the range of an estimate is wide to each side; it misses about once in a thousand."""

FEWEST = 50
"""An estimate rests on at least so many settlements drawn."""

SEED = 20130508
"""Estimates are the same each time they are asked for."""


@dataclass(frozen=True)
class Estimate:
    """How many settlements a sample suggests.

    Parameters
    ----------
    value : int
        The number suggested.
    low, high : int
        A range that the true number lies in except about once in a thousand estimates.
    draws, settlements : int
        How many were drawn, and how many of them were settlements.
    """

    value: int
    low: int
    high: int
    draws: int
    settlements: int

    def to_dict(self) -> dict[str, Any]:
        """Return the estimate as the JSON contract has it."""
        return {
            "value": str(self.value),
            "from": str(self.low),
            "to": str(self.high),
            "draws": self.draws,
            "settlements": self.settlements,
        }


def bounds(columns: Columns, formulas: Sequence[Formula]) -> tuple[int, int] | None:
    """Return two numbers between which the settlements lie for certain; None where a post has a range of seats."""
    urn = Urn.of(columns, formulas)
    if urn is None:
        return None
    marginals = Marginals(urn)
    low, high = _filled(urn, marginals)
    broken = 0
    for formula in formulas:
        high = min(high, marginals.keep(formula))
        broken += marginals.breaking(formula) if broken < low else 0
    return max(0, low - broken), high


def _filled(urn: Urn, marginals: Marginals) -> tuple[int, int]:
    """Return the same for the posts with their lists of people alone."""
    if not urn.columns.case.one_post_each:
        return marginals.all, marginals.all
    people = {who: place for place, who in enumerate(urn.columns.case.candidates)}
    lists = np.zeros((sum(number for _, number in urn.seats), len(people)), dtype=np.bool_)
    row = 0
    for allowed, number in urn.seats:
        lists[row : row + number, [people[urn.columns.pairs[column][0]] for column in allowed]] = True
        row += number
    low, high = matchings_between(lists)
    options, same = prod(map(len, urn.terms)), prod(factorial(number) for _, number in urn.seats)
    return -(-low // same) * options, high // same * options


def estimated(columns: Columns, formulas: Sequence[Formula], seed: int = SEED) -> Estimate | None:
    """Return how many settlements a sample suggests; None where too few are drawn to say anything."""
    urn = Urn.of(columns, formulas)
    if urn is None:
        return None
    rng = np.random.default_rng(seed)
    kept = 0
    for _ in range(DRAWS // BATCH):
        kept += int(urn.are_settlements(urn.draw(BATCH, rng)).sum())
    if kept < FEWEST:
        return None
    error = Fraction(float(np.sqrt(kept * (1 - kept / DRAWS)))) * WIDTH
    one = Fraction(urn.n_draws, urn.draws_per_settlement * DRAWS)
    return Estimate(round(kept * one), max(0, round((kept - error) * one)), round((kept + error) * one), DRAWS, kept)
