"""Between which numbers the ways lie to fill distinct posts with distinct people, when each post has its own list.

To count them exactly is as hard as a permanent (Valiant, 1979). But the chance that somebody sits, when all ways to
fill a set of posts are equally likely, follows from the same chances with one post less, and those that sit little are
bounded well: each step back from a rough bound makes it as much tighter as people outnumber posts.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DEPTH = 4
"""How many posts are taken away, one after the other, before the rough bound is used."""

ROUNDING = Fraction(1, 10**9)
"""Far more than what the floating-point sums below can be off, relatively."""


def matchings_between(lists: NDArray[np.bool_]) -> tuple[int, int]:
    """Return two numbers between which the ways lie to give each post a person of its own.

    Parameters
    ----------
    lists : ndarray of bool, shape (posts, people)
        Who may hold which post.

    Notes
    -----
    With Z(Q) ways to fill the posts Q and u_i(Q) the share of them in which person i sits,
    Z(Q + p) = Z(Q) * sum over i in E_p of (1 - u_i(Q)), and
    u_i(Q) = sum over q in Q with i in E_q of (1 - u_i(Q - q)) / sum over j in E_q of (1 - u_j(Q - q)).
    Both follow from Z(Q + p) being the sum, over who gets p, of the ways to fill Q with the others.
    """
    order = np.argsort(lists.sum(axis=1), kind="stable")
    lists = lists[order]
    low = high = Fraction(1)
    for n_posts, here in enumerate(lists):
        least, most = _shares(lists[:n_posts], 0)
        size = int(here.sum())
        low *= max(Fraction(max(0.0, float((1 - most[here]).sum()))), Fraction(size - n_posts), Fraction(0))
        high *= Fraction(max(0.0, float((1 - least[here]).sum())))
        low, high = low * (1 - ROUNDING), high * (1 + ROUNDING)
    return ceil(low), floor(high)


def _shares(lists: NDArray[np.bool_], removed: int) -> tuple[Floats, Floats]:
    """Return bounds of the share in which each person sits, whichever `removed` of the posts are gone."""
    n_posts, n_people = lists.shape
    sizes = lists.sum(axis=1).astype(np.float64)
    room = sizes - max(0, n_posts - removed - 1)
    if n_posts <= removed:
        return np.zeros(n_people), np.zeros(n_people)
    if removed == DEPTH:
        rough = np.where(room > 0, 1 / np.maximum(room, 1.0), 1.0)
        return np.zeros(n_people), np.minimum((lists * rough[:, None]).sum(axis=0), 1.0)
    least, most = _shares(lists, removed + 1)
    free_at_least = np.maximum(lists @ (1 - most), room)
    free_at_most = np.maximum(lists @ (1 - least), 1e-300)
    upper = np.where(free_at_least > 0, 1 / np.where(free_at_least > 0, free_at_least, 1.0), 1.0)
    highest = lists * np.minimum(upper[:, None] * (1 - least)[None, :], 1.0)
    lowest = lists * ((1 - most)[None, :] / free_at_most[:, None])
    gone = np.sort(lowest, axis=0)[n_posts - removed :].sum(axis=0)
    return np.maximum(lowest.sum(axis=0) - gone, 0.0), np.minimum(highest.sum(axis=0), 1.0)
