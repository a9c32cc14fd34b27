"""Made-up rankings: every voter orders the candidates at random, or by how near they stand to it in a plane."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[np.int16]


def impartial(seed: int, voters: int, candidates: int) -> Ranks:
    """Return the rank that each voter gives each candidate, shape (voters, candidates), every order as likely."""
    rng = np.random.default_rng(seed)
    ranks = np.tile(np.arange(1, candidates + 1, dtype=np.int16), (voters, 1))
    return _kept(rng.permuted(ranks, axis=1, out=ranks))


def spatial(seed: int, voters: int, candidates: int) -> Ranks:
    """Return the rankings of voters who prefer those nearer to them; all stand anywhere in a square."""
    rng = np.random.default_rng(seed)
    here, there = rng.random((voters, 2)), rng.random((candidates, 2))
    distance = ((here[:, np.newaxis] - there[np.newaxis]) ** 2).sum(axis=2)
    return _kept((distance.argsort(axis=1).argsort(axis=1) + 1).astype(np.int16))


def _kept(ranks: NDArray[Any]) -> Ranks:
    ranks.setflags(write=False)
    return ranks
