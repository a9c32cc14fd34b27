"""Made-up approval ballots: by how near the candidates stand in a plane, or each with the same chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harness.values import Theirs

Marks = NDArray[np.int8]
SEATS = 10


def spatial(seed: int, voters: int, candidates: int) -> Marks:
    """Return whom voters approve who stand anywhere in a square: the nearest fifth, shape (voters, candidates)."""
    rng = np.random.default_rng(seed)
    here, there = rng.random((voters, 2)), rng.random((candidates, 2))
    distance = ((here[:, np.newaxis] - there[np.newaxis]) ** 2).sum(axis=2)
    marks = np.zeros((voters, candidates), np.int8)
    np.put_along_axis(marks, distance.argsort(axis=1)[:, : max(candidates // 5, 1)], np.int8(1), axis=1)
    return marks


def impartial(seed: int, voters: int, candidates: int) -> Marks:
    """Return ballots that approve everybody with a chance of one in five."""
    return (np.random.default_rng(seed).random((voters, candidates)) < 0.2).astype(np.int8)


def same_committee(_: Any, ours: Any, theirs: Theirs) -> str | None:
    """Compare who is elected."""
    if not theirs.finished or sorted(theirs.answer["winners"]) == sorted(ours["winners"]):
        return None
    return f"{theirs.answer['winners']}, ours {ours['winners']}"


def _same(
    worth: Callable[[NDArray[np.int64], NDArray[np.int64]], float], work: Any, ours: Any, theirs: Theirs
) -> str | None:
    """Compare what two committees are worth: several can be best."""
    if not theirs.finished:
        return None
    marks = work()
    found = [
        worth(marks[:, [int(name) for name in one["winners"]]].sum(axis=1), marks.sum(axis=1))
        for one in (ours, theirs.answer)
    ]
    return None if abs(found[0] - found[1]) < 1e-6 else f"worth {found[1]}, ours {found[0]}"


def same_score(work: Any, ours: Any, theirs: Theirs) -> str | None:
    """Compare the scores of proportional approval voting."""
    steps = np.concatenate([[0.0], np.cumsum(1 / np.arange(1, SEATS + 1))])
    return _same(lambda shared, _: float(steps[shared].sum()), work, ours, theirs)


def same_represented(work: Any, ours: Any, theirs: Theirs) -> str | None:
    """Compare how many voters have a member."""
    return _same(lambda shared, _: float((shared > 0).sum()), work, ours, theirs)


def same_distance(work: Any, ours: Any, theirs: Theirs) -> str | None:
    """Compare the largest distances."""
    return _same(lambda shared, sizes: float((sizes + SEATS - 2 * shared).max()), work, ours, theirs)
