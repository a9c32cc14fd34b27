"""Ranks of several parties become one score for each candidate, and ties are broken by the stated rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction

from placet.procedures.game import Paper
from placet.procedures.moves import Move


class Aggregate(Enum):
    """How the sheets become an order of the names that are left."""

    SUM = "sum"
    MEAN_WITHIN_SIDE = "mean-within-side"
    INSTITUTION = "institution-chooses"


class Tie(Enum):
    """How equal scores are told apart."""

    LEAST_GAP = "least-gap"
    CASE_NUMBER = "alphabetical-by-case-number"
    LOT = "lot"
    INSTITUTION = "institution-chooses"


class Silence(Enum):
    """What a party that hands in nothing is taken to have said."""

    ACCEPTS_ALL = "accepts-all"
    OTHER_SIDE = "other-side-decides"
    BLOCKS = "blocks"


Sheets = Mapping[str, Move]
"""The sheet of each party that handed one in."""


def side_scores(name: str, sheets: Sheets, paper: Paper, aggregate: Aggregate) -> tuple[Fraction, ...]:
    """Return what each side that ranked gives to a candidate: the sum or the mean of its parties' ranks."""
    by_side: dict[str, list[int]] = {}
    for party in paper.parties:
        sheet = sheets.get(party.id)
        if sheet is not None:
            by_side.setdefault(party.side, []).append(next(rank for other, rank in sheet.ranks if other == name))
    is_mean = aggregate is Aggregate.MEAN_WITHIN_SIDE
    scores = [Fraction(sum(ranks), len(ranks) if is_mean else 1) for _, ranks in sorted(by_side.items())]
    return tuple(scores)


def score(name: str, sheets: Sheets, paper: Paper, aggregate: Aggregate) -> Fraction:
    """Return a candidate's combined rank; the lower the better."""
    return sum(side_scores(name, sheets, paper, aggregate), Fraction(0))


def gap(name: str, sheets: Sheets, paper: Paper, aggregate: Aggregate) -> Fraction:
    """Return how far the sides' ranks of a candidate lie apart: the largest less the smallest."""
    scores = side_scores(name, sheets, paper, aggregate)
    return max(scores) - min(scores) if scores else Fraction(0)


def by_last_name(names: Sequence[str], *, is_odd: bool) -> tuple[str, ...]:
    """Return names by the alphabet, or against it where the case number is even.

    The last name is the last word, or what stands before a comma.
    """
    return tuple(sorted(names, key=lambda name: (last_name(name), name), reverse=not is_odd))


def last_name(name: str) -> str:
    """Return the last name, in small letters."""
    return (name.split(",", maxsplit=1)[0] if "," in name else name.rsplit(maxsplit=1)[-1]).casefold()
