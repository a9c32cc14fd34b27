"""A yardstick: reading every byte of the ballots once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from harness.values import Note

Search = Callable[[Note], Any]


def one_pass(ranks: np.ndarray[Any, Any]) -> Search:
    """Combine all bytes, eight at a time: nothing that looks at each of them can take less."""
    words = ranks.reshape(-1).view(np.int64)

    def search(_: Note) -> int:
        return int(np.bitwise_xor.reduce(words))

    return search
