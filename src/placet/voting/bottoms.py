"""Who stands last on each ballot among those still standing, and who first: the steps that striking rules share."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import BLOCK, Profile, Ranks

Rows = NDArray[np.int64]


def last_standing(ranks: Ranks, standing: NDArray[np.bool_], rows: Rows | None = None) -> Rows:
    """Return for each ballot the index of the candidate it ranks last among those standing.

    Parameters
    ----------
    ranks : ndarray of int16, shape (n, m)
        Strict rankings.
    standing : ndarray of bool, shape (m,)
    rows : ndarray of int64, optional
        The ballots that are asked; left out, all.

    Notes
    -----
    One pass over the ranks asked for, in blocks that stay in the processor's cache.
    """
    if rows is None and standing.all():
        return at_rank(ranks, len(standing))
    count = len(ranks) if rows is None else len(rows)
    last = np.empty(count, np.int64)
    mask = standing.astype(np.int16)
    for start in range(0, count, BLOCK):
        stop = min(start + BLOCK, count)
        block = ranks[start:stop] if rows is None else ranks[rows[start:stop]]
        last[start:stop] = (block * mask).argmax(axis=1)
    return last


def totals(who: NDArray[np.integer[Any]], weights: NDArray[np.int64], candidates: int) -> NDArray[np.int64]:
    """Return the weight of the ballots that name each candidate, exact, shape (m,)."""
    # Float64 sums of whole numbers below 2**53 are exact, and a profile's weights stay below.
    return np.bincount(who, weights, candidates).astype(np.int64)


def at_rank(ranks: Ranks, rank: int) -> Rows:
    """Return for each ballot the index of the candidate that it gives this rank. Cost: one pass over the ranks."""
    found = np.empty(len(ranks), np.int64)
    for start in range(0, len(ranks), BLOCK):
        found[start : start + BLOCK] = (ranks[start : start + BLOCK] == rank).argmax(axis=1)
    return found


def first_places(profile: Profile) -> list[int]:
    """Return by how many voters each candidate is ranked first, on strict rankings. Cost: one pass over the ranks."""
    assert profile.ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    return [int(one) for one in totals(at_rank(profile.ranks, 1), profile.load, len(profile.candidates))]
