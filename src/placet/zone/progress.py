"""How far a search has come: told while it goes on, to whoever may end it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far a search has come.

    Parameters
    ----------
    conflicts, concessions : int
        How many of each have been found.
    checked, pool : int
        Of `pool` sets of demands that could still be a way out, so many are settled. The pool changes as conflicts
        are found, so this is an estimate; both are 0 where none can be had.
    """

    conflicts: int
    concessions: int
    checked: int = 0
    pool: int = 0


Watch = Callable[[Progress], bool]
"""Is told how far a search has come, and answers whether it may go on."""
