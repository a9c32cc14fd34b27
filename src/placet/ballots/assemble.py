"""Single ballots, as a file tells them, become the arrays of a profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from placet.ballots.profile import BLOCK, Profile, Ranks, Weights

APPROVED, VETOED = 1, -1


@dataclass(frozen=True)
class Ballot:
    """One ballot of a file.

    Parameters
    ----------
    ranks : mapping of str to int
        The rank of each name that is ranked, 1 for the best.
    marks : mapping of str to int
        1 for each name approved, -1 for each vetoed.
    others : int
        The mark of every name that `marks` does not have.
    count : int
        How many voters cast it.
    side : str or None
        Their class.
    """

    ranks: Mapping[str, int]
    marks: Mapping[str, int] = field(default_factory=dict)
    others: int = 0
    count: int = 1
    side: str | None = None


def assemble(candidates: Sequence[str], ballots: Sequence[Ballot]) -> Profile:
    """Return the profile of ballots over these candidates; no ballot names another."""
    shape = (len(ballots), len(candidates))
    place = {name: index for index, name in enumerate(candidates)}
    ranks, marks = np.zeros(shape, np.int16), np.zeros(shape, np.int8)
    for row, ballot in enumerate(ballots):
        marks[row] = ballot.others
        for name, rank in ballot.ranks.items():
            ranks[row, place[name]] = rank
        for name, mark in ballot.marks.items():
            marks[row, place[name]] = mark
    weights = np.array([ballot.count for ballot in ballots], np.int64)
    return profile_of(candidates, ranks, marks, weights, [ballot.side for ballot in ballots])


def profile_of(
    candidates: Sequence[str], ranks: Ranks, marks: np.ndarray | None, weights: Weights, sides: Sequence[str | None]
) -> Profile:
    """Return a profile without the arrays that hold nothing, and with ranks that leave no number out."""
    has_ranks = bool(ranks.any())
    has_marks = marks is not None and bool(marks.any())
    classes = sorted({side for side in sides if side is not None})
    index = {side: at for at, side in enumerate(classes)}
    return Profile(
        tuple(candidates),
        _without_gaps(ranks) if has_ranks or not has_marks else None,
        marks if has_marks else None,
        weights,
        tuple(classes),
        np.array([-1 if side is None else index[side] for side in sides], np.int32) if classes else None,
    )


def _without_gaps(ranks: Ranks) -> Ranks:
    """Return the ranks with the same order on each ballot, and no number left out: 2, 5, 5 become 1, 2, 2."""
    for start in range(0, len(ranks), BLOCK):
        block = ranks[start : start + BLOCK]
        ranked = np.count_nonzero(block, axis=1)
        in_order = np.sort(block, axis=1)
        steps = np.count_nonzero(np.diff(in_order, axis=1, prepend=0), axis=1)
        for row in np.flatnonzero((block.max(axis=1) != steps) & (ranked > 0)).tolist():
            levels = np.unique(block[row][block[row] > 0])
            block[row] = np.where(block[row] > 0, np.searchsorted(levels, block[row]) + 1, 0)
    return ranks
