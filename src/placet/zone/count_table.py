"""The table of a count: for every combination of values of the open tallies, in how many ways it was reached.

The numbers pass 10^60, so each is cut into pieces of 44 bits that numpy adds as int64; what a piece gathers above
44 bits is carried to the next one before it can overflow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

PIECE = 44
ROOM = 1 << (62 - PIECE)
"""How many full pieces an int64 can hold."""

DIGIT = 1 << 16
"""Factors are multiplied in pieces of this size, so that a full piece times one still fits."""


@dataclass(frozen=True)
class Table:
    """How often each combination of values was reached.

    Parameters
    ----------
    pieces : ndarray of int64, shape (pieces, values of the first open tally, values of the second, ...)
        The numbers, least piece first; the last piece has the sign.
    load : int
        No piece holds more than this many full ones.
    """

    pieces: NDArray[np.int64]
    load: int = 1

    @classmethod
    def empty(cls, shape: tuple[int, ...], n_pieces: int) -> Table:
        """Return a table of zeros."""
        return cls(np.zeros((n_pieces, *shape), dtype=np.int64))

    def number(self, cell: Sequence[int]) -> int:
        """Return the number in a cell."""
        at: tuple[slice | int, ...] = (slice(None), *cell)
        pieces: list[int] = self.pieces[at].tolist()
        return sum(piece << (PIECE * place) for place, piece in enumerate(pieces))

    def carried(self) -> Table:
        """Return the same numbers with no piece more than full."""
        if self.load == 1:
            return self
        pieces = self.pieces.copy(order="K")
        for place in range(len(pieces) - 1):
            pieces[place + 1] += pieces[place] >> PIECE
            pieces[place] &= (1 << PIECE) - 1
        above = pieces[-1] >> PIECE
        if not ((above != 0) & (above != -1)).any():
            return Table(pieces)
        pieces[-1] &= (1 << PIECE) - 1
        return Table(np.concatenate([pieces, above[None]]))

    def times(self, factor: int) -> Table:
        """Return the table with every number multiplied."""
        if factor * self.load <= ROOM // 2:
            return self if factor == 1 else Table(self.pieces * factor, self.load * max(factor, 1))
        digits = []
        while factor:
            factor, digit = divmod(factor, DIGIT)
            digits.append(digit)
        one = self.carried()
        found = Table(one.pieces * digits.pop(), DIGIT)
        for digit in reversed(digits):
            high = Table(found.pieces, DIGIT).carried().pieces
            high = high * DIGIT
            high[: len(one.pieces)] += one.pieces * digit
            found = Table(high, 2 * DIGIT)
        return found

    def part(self, places: Iterable[slice]) -> Table:
        """Return a stretch of each axis."""
        return Table(self.pieces[(slice(None), *places)], self.load)

    def plus(self, other: Table, places: tuple[Any, ...], sign: int = 1) -> Table:
        """Return the table with another added (or subtracted) at these places; this one's memory is used again."""
        found = self.carried() if self.load + other.load > ROOM else self
        pieces = found.pieces
        if len(pieces) < len(other.pieces):
            pieces = np.concatenate([pieces, np.zeros((len(other.pieces) - len(pieces), *pieces.shape[1:]), np.int64)])
        if sign > 0:
            pieces[(slice(len(other.pieces)), *places)] += other.pieces
        else:
            pieces[(slice(len(other.pieces)), *places)] -= other.pieces
        return Table(pieces, found.load + other.load)

    def summed(self, axis: int) -> Table:
        """Return the table with an axis summed out."""
        table = self
        while (size := table.pieces.shape[axis + 1]) > 1:
            table = table.carried() if table.load * min(size, ROOM) > ROOM else table
            group = min(size, ROOM)
            sums = np.add.reduceat(table.pieces, np.arange(0, size, group), axis=axis + 1)
            table = Table(sums, table.load * group)
        return Table(table.pieces.squeeze(axis + 1), table.load)


START = Table(np.ones(1, dtype=np.int64))
"""Before anybody has chosen: one way, no open tally."""
