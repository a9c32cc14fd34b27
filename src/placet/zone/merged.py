"""The rows of a zone with columns that are alike counted together, as a linear program for the search sees them.

All columns of a kind enter a row alike, unless it counts the seats of one post. So every other row can be written
with the number of each kind, and the rows of the posts become inequalities between those numbers (`seating`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from placet.zone.kinds import counted_seats, kinds
from placet.zone.rows import FREE, Rows
from placet.zone.seating import Seating
from placet.zone.solver import Whole


@dataclass(frozen=True)
class Merged:
    """A column for the number of each kind, then the columns of `rows` that are in no post.

    Parameters
    ----------
    kinds : tuple of tuple of int
        The columns of each kind.
    rows : Rows
        The rows that are left, over the merged columns.
    most : ndarray of int64
        The greatest value of each merged column.
    seating : Seating
        What the posts require of the numbers.
    n_in_posts : int
        How many of the original columns are in posts; they come first.
    """

    kinds: tuple[tuple[int, ...], ...]
    rows: Rows
    most: Whole
    seating: Seating
    n_in_posts: int

    @classmethod
    def of(cls, rows: Rows, posts: Sequence[range], weights: Sequence[tuple[int, ...]]) -> Merged:
        """Return the rows of a zone with its kinds merged; `weights` are what each side scores for each column."""
        alike = kinds(rows, posts, weights)
        n_in_posts = posts[-1].stop if posts else 0
        place = np.full(rows.n_columns, -1, dtype=np.int64)
        place[[kind[0] for kind in alike]] = np.arange(len(alike))
        place[n_in_posts:] = np.arange(rows.n_columns - n_in_posts) + len(alike)
        n_columns = len(alike) + rows.n_columns - n_in_posts
        most = np.ones(n_columns, dtype=np.int64)
        most[: len(alike)] = [len(kind) for kind in alike]
        never = rows.forbidden[-1]
        most[place[never[never >= n_in_posts]]] = 0
        seats = [[0, len(post)] for post in posts]
        is_left = np.ones(len(rows), dtype=bool)
        for row, post in counted_seats(rows, posts):
            is_left[row] = False
            sign = int(rows.value[rows.start[row]])
            low, high = sorted((sign * int(rows.lower[row]), sign * int(rows.upper[row])))
            seats[post] = [max(seats[post][0], low), min(seats[post][1], high)]
        kept = _without(rows, place, is_left, most)
        return cls(alike, kept, most, Seating(alike, posts, [(low, high) for low, high in seats]), n_in_posts)


def _without(rows: Rows, place: Whole, is_left: Whole, most: Whole) -> Rows:
    """Return the rows that are left over merged columns, without those that bounds of the columns keep anyway.

    Rows that bound columns from above lower their bounds `most` first.
    """
    row = np.repeat(np.arange(len(rows)), np.diff(rows.start))
    keep = (place[rows.index] >= 0) & is_left[row]
    row, index, value = row[keep], place[rows.index[keep]], rows.value[keep]
    has_negative = np.bincount(row, value < 0, minlength=len(rows)) > 0
    bounding = ~has_negative[row] & (rows.upper[row] < FREE) & (rows.upper[row] >= 0)
    np.minimum.at(most, index[bounding], rows.upper[row[bounding]] // value[bounding])
    reach = value * most[index]
    least = np.bincount(row, np.minimum(reach, 0), minlength=len(rows))
    greatest = np.bincount(row, np.maximum(reach, 0), minlength=len(rows))
    needed = is_left & ((least < rows.lower) | (greatest > rows.upper))
    order = np.cumsum(needed) - 1
    entered = needed[row]
    lengths = np.bincount(order[row[entered]], minlength=int(needed.sum()))
    return Rows(
        n_columns=len(most),
        start=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        index=index[entered],
        value=value[entered],
        lower=rows.lower[needed],
        upper=rows.upper[needed],
        owner=rows.owner[needed],
        forbidden=(np.zeros(0, dtype=np.int64),),
    )
