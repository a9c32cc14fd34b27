"""Uniform settlements by drawing and throwing away, where there are too many to count.

Each draw of the urn is as likely as any other, and a settlement is as many draws as any other settlement: so the first
draw that keeps every rule is a uniform settlement, however few do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from placet.errors import QuestionError
from placet.zone.count_urn import Urn
from placet.zone.formula import Formula
from placet.zone.lower import Columns

PATIENCE = 1_000_000
"""After so many draws without a further settlement the search is given up."""

BATCH = 5_000
"""How many are drawn at a time."""


def drawn_settlements(
    columns: Columns, formulas: Sequence[Formula], n: int, rng: np.random.Generator
) -> list[list[int]]:
    """Return `n` settlements, independent and uniform, each as the values of the columns.

    Raises
    ------
    QuestionError
        When so many draws in a row are no settlement, or a post has a range of seats.
    """
    urn = Urn.of(columns, formulas)
    found: list[list[int]] = []
    in_vain = 0
    while urn is not None and len(found) < n and in_vain < PATIENCE:
        draws = urn.draw(BATCH, rng)
        kept = draws[urn.are_settlements(draws)]
        in_vain = 0 if len(kept) else in_vain + BATCH
        found += [_values(len(columns), used) for used in kept.tolist()]
    if len(found) < n:
        raise QuestionError(
            "a zone too large to count exactly, from which drawing finds no settlement either",
            "a case that `count` answers exactly",
        )
    return found[:n]


def _values(size: int, used: list[int]) -> list[int]:
    values = [0] * size
    for column in used:
        values[column] = 1
    return values
