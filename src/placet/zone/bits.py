"""Sets of small numbers as bits, and many of them as one array."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
WORD = 64


def positions(mask: int) -> Iterator[int]:
    """Yield the positions of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def to_words(mask: int, n_words: int) -> Words:
    """Return a mask as an array of 64-bit words, lowest first."""
    return np.frombuffer(mask.to_bytes(8 * n_words, "little"), dtype="<u8")


def to_mask(words: Words) -> int:
    """Return the mask that `to_words` spread out."""
    return int.from_bytes(np.ascontiguousarray(words, dtype="<u8").tobytes(), "little")


def n_words(n_bits: int) -> int:
    """Return how many words hold so many bits, at least one."""
    return max(1, -(-n_bits // WORD))


class Masks:
    """A growing list of masks over `n_bits` bits, searched all at once."""

    def __init__(self, n_bits: int) -> None:
        self._width = n_words(n_bits)
        self._rows = np.zeros((16, self._width), dtype=np.uint64)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    def add(self, mask: int) -> None:
        """Append a mask."""
        if self._used == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[self._used] = to_words(mask, self._width)
        self._used += 1

    def disjoint(self, mask: int) -> int | None:
        """Return the place of a mask that shares no bit with this one, or None."""
        return self._first(self._rows[: self._used] & to_words(mask, self._width))

    def inside(self, mask: int) -> int | None:
        """Return the place of a mask all of whose bits are in this one, or None."""
        return self._first(self._rows[: self._used] & ~to_words(mask, self._width))

    def _first(self, rest: Words) -> int | None:
        empty: NDArray[np.bool_] = ~np.any(rest, axis=1)
        place = int(empty.argmax()) if len(empty) else 0
        return place if len(empty) and empty[place] else None
