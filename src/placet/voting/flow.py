"""The one maximum flow behind every veto core: can each voter's supply be spent where he may spend it?"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Amounts = NDArray[Any]
"""Whole numbers: int64, or Python's own where their sum needs more than 62 bits."""
LARGEST_INT64_SUM = 2**62


@dataclass(frozen=True)
class Bottleneck:
    """Why not everything can be spent: these voters together have more than all that they may spend it on can take.

    Parameters
    ----------
    voters : ndarray of bool, shape (k,)
    targets : ndarray of bool, shape (m,)
        Everything on which one of `voters` may spend.
    """

    voters: NDArray[np.bool_]
    targets: NDArray[np.bool_]


def amounts(whole: list[int]) -> Amounts:
    """Return whole numbers as an array in which their sum is exact."""
    return np.array(whole, np.int64 if sum(whole) < LARGEST_INT64_SUM else object)


def bottleneck(supply: Amounts, demand: Amounts, edges: NDArray[np.bool_]) -> Bottleneck | None:
    """Return why the supply cannot all be spent, or None if it can.

    Flow goes first to the targets that fewest can reach, from the voters with fewest choices. What is left is placed
    by augmenting along shortest chains of targets; one chain moves the flow of many voters at once, so the work grows
    with the targets and hardly with the voters.

    Parameters
    ----------
    supply : ndarray of whole numbers, shape (k,)
    demand : ndarray of whole numbers, shape (m,)
        The same sum as the supply.
    edges : ndarray of bool, shape (k, m)
        On which targets each voter may spend.

    Notes
    -----
    By the theorem of Hall, and of max-flow and min-cut, exactly one of the two exists: a way to spend everything, or
    such a group of voters. The first placing costs a few passes over the edges; so does each chain, at worst.
    """
    by_choices = np.argsort(np.count_nonzero(edges, axis=1), kind="stable")
    reach = np.ascontiguousarray(edges[by_choices].T)
    placing = _Placing(reach, np.zeros(reach.shape, supply.dtype), supply[by_choices], demand.copy())
    placing.begin()
    while placing.unspent.any():
        chain, reached = placing.chain()
        if not chain:
            voters = np.empty(len(supply), np.bool_)
            voters[by_choices] = (placing.unspent > 0) | (placing.flow[reached] > 0).any(axis=0)
            return Bottleneck(voters, np.asarray(edges[voters].any(axis=0)))
        placing.augment(chain)
    return None


@dataclass(frozen=True)
class _Placing:
    """What is placed so far: of each voter on each target, and what is left of each.

    Parameters
    ----------
    reach : ndarray of bool, shape (m, k)
        Which voters may spend on each target.
    flow : ndarray of whole numbers, shape (m, k)
    unspent : ndarray of whole numbers, shape (k,)
    room : ndarray of whole numbers, shape (m,)
    """

    reach: NDArray[np.bool_]
    flow: Amounts
    unspent: Amounts
    room: Amounts

    def begin(self) -> None:
        """Fill the targets one after the other, those that fewest can reach first, from the voters in their order."""
        for target in np.argsort(np.count_nonzero(self.reach, axis=1), kind="stable").tolist():
            part, placed = _take(self.unspent * self.reach[target], self.room[target])
            self.flow[target] = part
            np.subtract(self.unspent, part, out=self.unspent)
            self.room[target] -= placed

    def chain(self) -> tuple[list[int], list[int]]:
        """Return a shortest chain of targets from an unspent supply to a target with room, and every target reached.

        The flow on each target of the chain can make way to the next.
        """
        is_seen = np.asarray(self.reach[:, self.unspent > 0].any(axis=1))
        came_from = dict.fromkeys(np.flatnonzero(is_seen).tolist(), -1)
        queue = list(came_from)
        for target in queue:
            if self.room[target] > 0:
                chain = [target]
                while came_from[chain[-1]] >= 0:
                    chain.append(came_from[chain[-1]])
                return chain[::-1], queue
            fresh = np.flatnonzero(self.reach[:, self.flow[target] > 0].any(axis=1) & ~is_seen).tolist()
            is_seen[fresh] = True
            came_from.update(dict.fromkeys(fresh, target))
            queue += fresh
        return [], queue

    def augment(self, chain: list[int]) -> None:
        """Move as much as can be moved along a chain of targets."""
        links = list(itertools.pairwise(chain))
        entering = self.unspent * self.reach[chain[0]]
        passing = [self.flow[before] * self.reach[after] for before, after in links]
        moved = min(self.room[chain[-1]], entering.sum(), *(one.sum() for one in passing))
        for (before, after), available in zip(links, passing, strict=True):
            part, _ = _take(available, moved)
            self.flow[before] -= part
            self.flow[after] += part
        part, _ = _take(entering, moved)
        np.subtract(self.unspent, part, out=self.unspent)
        self.flow[chain[0]] += part
        self.room[chain[-1]] -= moved


def _take(available: Amounts, wanted: Any) -> tuple[Amounts, Any]:
    """Return how much is taken of each, in order, until what is wanted or all is reached, and how much that is."""
    so_far = np.cumsum(available)
    last = int(np.searchsorted(so_far, wanted))
    if last == len(available):
        return available, so_far[-1]
    taken = available.copy()
    taken[last] -= so_far[last] - wanted
    taken[last + 1 :] = 0
    return taken, wanted
