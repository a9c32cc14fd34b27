"""Answers first, times after: what differs between contenders, how much faster ours is, and which aims are reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from harness.values import Aim, AtMost, Faster, Row, Size, Theirs, Trial, found

SMALLEST = 1e-6
"""CPU seconds below this are not told apart by the system's clock."""


@dataclass(frozen=True)
class Ratio:
    """How many CPU seconds a contender took for each of ours; at least so many when it did not finish."""

    size: Size
    seed: int
    contender: str
    times: float
    at_least: bool


@dataclass(frozen=True)
class Judged:
    """Whether an aim is reached: on how many of the pieces of work, and by which factor on the worst of them.

    A factor of 1 or more reaches the aim; 0.5 misses it by half. `is_open` when a peer did not finish and it is not
    known whether the aim is reached.
    """

    aim: Aim
    reached: int
    of: int
    worst: float
    is_open: bool


def differences(row: Row, trials: Sequence[Trial]) -> list[str]:
    """Return everything that is wrong with the answers of a row, with the names of those who gave them."""
    wrong = []
    for ours in _of(trials, row.ours.name):
        where = f"{row.name} {dict(ours.size)} seed {ours.seed}"
        if ours.status in {"failed", "out of memory"}:
            wrong.append(f"{where}: {ours.contender} {ours.status}: {ours.answer}")
        for peer in row.peers:
            for theirs in _of(trials, peer.name, ours.size, ours.seed):
                said = _difference(row, ours, theirs, is_compared=not peer.is_yardstick)
                if said is not None:
                    wrong.append(f"{where}: {peer.name}: {said}")
    return wrong


def _difference(row: Row, ours: Trial, theirs: Trial, *, is_compared: bool) -> str | None:
    if theirs.status == "failed":
        return f"failed: {theirs.answer}"
    if not row.compare or not is_compared or not ours.is_finished:
        return None
    compare = found(row.compare)
    make = cache(partial(found(row.work), seed=ours.seed, **ours.size))
    said: str | None = compare(make, ours.answer, Theirs(theirs.is_finished, theirs.answer, theirs.pieces))
    return said


def ratios(row: Row, trials: Sequence[Trial]) -> list[Ratio]:
    """Return the ratio of every peer to ours on every piece of work that ours finished."""
    return [
        Ratio(ours.size, ours.seed, peer.name, theirs.whole / max(ours.whole, SMALLEST), not theirs.is_finished)
        for ours in _of(trials, row.ours.name)
        if ours.is_finished
        for peer in row.peers
        for theirs in _of(trials, peer.name, ours.size, ours.seed)
        if theirs.status in {"finished", "unfinished"}
    ]


def judge(row: Row, trials: Sequence[Trial]) -> list[Judged]:
    """Return how each aim of a row was met, at the sizes at which it is aimed."""
    sizes = [dict(size) for size in row.aimed_at or row.sizes]
    aimed = [trial for trial in trials if dict(trial.size) in sizes]
    judged = []
    for aim in row.aims:
        factors = [factor for ours in _of(aimed, row.ours.name) if (factor := _factor(aim, ours, aimed)) is not None]
        if factors:
            reached = sum(factor >= 1 for factor, _ in factors)
            worst, is_bound = min(factors)
            judged.append(Judged(aim, reached, len(factors), worst, is_open=is_bound and worst < 1))
    return judged


def _factor(aim: Aim, ours: Trial, trials: Sequence[Trial]) -> tuple[float, bool] | None:
    """Return how far an aim is reached on one piece of work, and whether that is only a lower bound."""
    if not ours.is_finished:
        return 0.0, False
    match aim:
        case AtMost():
            return aim.seconds / max(_seconds(ours, aim.of), SMALLEST), False
        case Faster():
            for theirs in _of(trials, aim.than, ours.size, ours.seed):
                if theirs.status in {"finished", "unfinished"}:
                    ratio = _seconds(theirs, aim.of) / max(_seconds(ours, aim.of), SMALLEST)
                    return ratio / aim.times, not theirs.is_finished
    return None


def _seconds(trial: Trial, of: str) -> float:
    return trial.search if of == "search" else trial.whole


def _of(trials: Sequence[Trial], contender: str, size: Any = None, seed: int | None = None) -> list[Trial]:
    return [
        trial
        for trial in trials
        if trial.contender == contender
        and (size is None or dict(trial.size) == dict(size))
        and (seed is None or trial.seed == seed)
    ]
