"""A profile: what many voters have put on their ballots, as one frozen value over read-only arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from placet.errors import QuestionError

Ranks = NDArray[np.int16]
Marks = NDArray[np.int8]
Weights = NDArray[np.int64]

MOST_CANDIDATES = 32_000
"""Ranks are int16."""
HEAVIEST = 2**53
"""The most that the heaviest weight times the number of ballots may be, so that sums of weights are exact."""
BLOCK = 512
"""Ballots looked at together, so that what is made of them stays in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Profile:
    """The ballots of many voters over the same candidates.

    Parameters
    ----------
    candidates : tuple of str
        The candidates' names as the ballots have them, length m.
    ranks : ndarray of int16, shape (n, m), or None
        Row i is the ranking of ballot i: 1 for the best, equal numbers for a tie, 0 for a name that is not ranked and
        therefore stands behind all that are.
    marks : ndarray of int8, shape (n, m), or None
        1 where the ballot approves, -1 where it vetoes, 0 where it does neither.
    weights : ndarray of int64, shape (n,)
        How many voters cast this ballot, or how much it weighs; left out, 1 each.
    classes : tuple of str
        The names of the classes of voters, such as the sides of a case; empty if the ballots tell none.
    class_of : ndarray of int32, shape (n,)
        For each ballot the index of its class, -1 for none.

    Raises
    ------
    QuestionError
        If there is no ballot or no candidate, shapes differ, a rank, mark or weight cannot be, or a name comes twice.
    """

    candidates: tuple[str, ...]
    ranks: Ranks | None = None
    marks: Marks | None = None
    weights: Weights | None = None
    classes: tuple[str, ...] = ()
    class_of: NDArray[np.int32] | None = None

    def __post_init__(self) -> None:
        given = self.ranks if self.ranks is not None else self.marks
        if given is None or len(given) == 0 or not self.candidates:
            raise QuestionError("no ballots", "at least one ballot on at least one candidate")
        shape = (len(given), len(self.candidates))
        _keep(self, "ranks", np.int16, shape)
        _keep(self, "marks", np.int8, shape)
        if self.weights is None:
            object.__setattr__(self, "weights", np.ones(shape[0], np.int64))
        if self.class_of is None:
            object.__setattr__(self, "class_of", np.full(shape[0], -1, np.int32))
        _keep(self, "weights", np.int64, shape[:1])
        _keep(self, "class_of", np.int32, shape[:1])
        self._check()

    def _check(self) -> None:
        if len(set(self.candidates)) < len(self.candidates):
            raise QuestionError("a candidate's name twice", "a name of its own for every candidate")
        if len(self.candidates) > MOST_CANDIDATES:
            raise QuestionError(f"{len(self.candidates)} candidates", f"at most {MOST_CANDIDATES}")
        if self.ranks is not None and (self.ranks.min() < 0 or self.ranks.max() > len(self.candidates)):
            raise QuestionError("a rank out of range", f"ranks from 1 to {len(self.candidates)}, or 0 for not ranked")
        if self.marks is not None and (self.marks.min() < -1 or self.marks.max() > 1):
            raise QuestionError("an unknown mark", "1 to approve, -1 to veto, 0 for neither")
        if self.load.min() < 1 or int(self.load.max()) * len(self.load) > HEAVIEST:
            raise QuestionError(
                "a weight out of range", f"whole weights from 1, none above {HEAVIEST} divided by the number of ballots"
            )
        if self.seat.min() < -1 or self.seat.max() >= len(self.classes):
            raise QuestionError("a class of voters out of range", f"one of {len(self.classes)}, or -1 for none")

    @classmethod
    def of(cls, rankings: Sequence[Sequence[Any]], weights: Sequence[int] | None = None) -> Profile:
        """Return the profile of strict rankings, each a series of candidates from the best to the worst.

        A name that a ranking leaves out is not ranked. Candidates stand in the order of their names, numbers by size.

        >>> Profile.of(["abc", "bca"], [60, 40]).ranks.tolist()
        [[1, 2, 3], [3, 1, 2]]
        """
        names = sorted({name for ranking in rankings for name in ranking})
        place = {name: index for index, name in enumerate(names)}
        ranks = np.zeros((len(rankings), len(names)), np.int16)
        for row, ranking in zip(ranks, rankings, strict=True):
            row[[place[name] for name in ranking]] = np.arange(1, len(ranking) + 1)
        return cls(tuple(map(str, names)), ranks, None, None if weights is None else np.array(weights, np.int64))

    @property
    def load(self) -> Weights:
        """The weight of each ballot, shape (n,)."""
        assert self.weights is not None  # noqa: S101 -- filled by the constructor
        return self.weights

    @property
    def seat(self) -> NDArray[np.int32]:
        """The class of each ballot, shape (n,)."""
        assert self.class_of is not None  # noqa: S101 -- filled by the constructor
        return self.class_of

    @property
    def total(self) -> int:
        """The number of voters: the sum of the weights."""
        return int(self.load.sum())

    @cached_property
    def is_strict(self) -> bool:
        """Whether every ballot ranks every candidate, without ties. Cost: two passes over the ranks."""
        return self.ranks is not None and self._are_permutations(self.ranks)

    @cached_property
    def is_strict_as_far_as_it_goes(self) -> bool:
        """Whether no ballot ties two names that it ranks. Cost: two passes over the ranks."""
        if self.ranks is None:
            return False
        for start in range(0, len(self.ranks), BLOCK):
            block = self.ranks[start : start + BLOCK]
            ranked = np.count_nonzero(block, axis=1)
            if (_distinct_ranks(block) != ranked).any() or (block.max(axis=1) != ranked).any():
                return False
        return True

    @staticmethod
    def _are_permutations(ranks: Ranks) -> bool:
        """Whether every row has every rank from 1: as many different numbers as there are, none of them 0."""
        size = ranks.shape[1]
        width = size + 1
        offsets = np.arange(0, BLOCK * width, width)[:, np.newaxis]
        places, seen = np.empty((BLOCK, size), np.intp), np.empty(BLOCK * width, np.bool_)
        for start in range(0, len(ranks), BLOCK):
            block = ranks[start : start + BLOCK]
            count = len(block)
            np.add(block, offsets[:count], out=places[:count])
            seen[:] = False
            seen[places[:count].ravel()] = True
            seen[::width] = False
            if np.count_nonzero(seen) < count * size:
                return False
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Profile):
            return NotImplemented
        return (self.candidates, self.classes) == (other.candidates, other.classes) and all(
            _alike(one, two)
            for one, two in zip(
                (self.ranks, self.marks, self.weights, self.class_of),
                (other.ranks, other.marks, other.weights, other.class_of),
                strict=True,
            )
        )

    def __hash__(self) -> int:
        return hash((self.candidates, self.classes, self.total, len(self.load)))

    def __repr__(self) -> str:
        held = " and ".join(name for name, array in (("ranks", self.ranks), ("marks", self.marks)) if array is not None)
        return f"<Profile {len(self.load)} ballots, {self.total} voters, {len(self.candidates)} candidates, {held}>"


def _keep(profile: Profile, name: str, dtype: type[np.generic], shape: tuple[int, ...]) -> None:
    """Put a read-only copy of an array in its place; an array that is read-only already is not copied."""
    given = getattr(profile, name)
    if given is None:
        return
    if np.shape(given) != shape:
        raise QuestionError(f"{name} of shape {np.shape(given)}", f"shape {shape}")
    array = np.asarray(given)
    kept = array.astype(dtype, copy=array.flags.writeable)
    if kept is not array and not np.array_equal(kept, array):
        raise QuestionError(
            f"{name} with numbers that are not whole or too large", f"numbers that fit {dtype.__name__}"
        )
    kept.setflags(write=False)
    object.__setattr__(profile, name, kept)


def _distinct_ranks(block: Ranks) -> NDArray[np.int64]:
    """Return for each ballot of a block how many different ranks it gives; 0 is none."""
    width = block.shape[1] + 1
    seen = np.zeros(len(block) * width, np.bool_)
    seen[block + np.arange(0, len(seen), width)[:, np.newaxis]] = True
    return np.asarray(np.count_nonzero(seen.reshape(-1, width)[:, 1:], axis=1))


def _alike(one: NDArray[Any] | None, two: NDArray[Any] | None) -> bool:
    if one is None or two is None:
        return one is two
    return np.array_equal(one, two)
