"""Approval ballots as committee rules see them: each different ballot once, with the voters who cast it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import Profile
from placet.errors import QuestionError


@dataclass(frozen=True, eq=False)
class Approvals:
    """Who approves whom.

    Parameters
    ----------
    approves : ndarray of bool, shape (k, m)
        Each different ballot once, over everybody who could sit on the committee. A name that is vetoed or not marked
        is not approved.
    weights : ndarray of int64, shape (k,)
        How many voters cast it.
    """

    approves: NDArray[np.bool_]
    weights: NDArray[np.int64]

    @classmethod
    def of(cls, profile: Profile, names: tuple[str, ...]) -> Approvals:
        """Return the approvals of a profile over `names`, which begin with its candidates.

        Raises
        ------
        QuestionError
            If the ballots do not tell whom they approve.

        Notes
        -----
        One pass over the marks, and a sort of the ballots, each packed into bits.
        """
        if profile.marks is None:
            raise QuestionError("ballots without approvals", "on every ballot whom it approves, such as yes or nothing")
        marks = profile.marks == 1
        packed = np.ascontiguousarray(np.packbits(marks, axis=1))
        keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
        _, first, which = np.unique(keys, return_index=True, return_inverse=True)
        in_order = np.argsort(first, kind="stable")
        place = np.empty(len(first), np.int64)
        place[in_order] = np.arange(len(first))
        weights = np.zeros(len(first), np.int64)
        np.add.at(weights, place[which.ravel()], profile.load)
        approves = np.zeros((len(first), len(names)), np.bool_)
        approves[:, : marks.shape[1]] = marks[first[in_order]]
        return cls(approves, weights)

    @property
    def total(self) -> int:
        """The number of voters."""
        return int(self.weights.sum())

    def counts(self) -> NDArray[np.int64]:
        """Return by how many voters each name is approved, shape (m,)."""
        return np.asarray(self.weights @ self.approves)

    def represented(self, committee: tuple[int, ...]) -> NDArray[np.int64]:
        """Return how many members of a committee each ballot approves, shape (k,)."""
        return np.asarray(np.count_nonzero(self.approves[:, list(committee)], axis=1))
