"""The best settlement that a search knows, and what a better one must reach."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from placet.zone.goals import Goal, Key
from placet.zone.utilities import Wholes

TOLERANCE = 1e-6
"""How far, relative to its size, a bound of the linear program is mistrusted."""


@dataclass
class Incumbent:
    """The best settlement that a search knows, and what a better one must reach."""

    goal: Goal
    wholes: Wholes | None = None
    key: Key | None = None
    is_proven: bool = False
    target: float = -np.inf
    floors: tuple[int | None, ...] | None = None

    def offer(self, wholes: Wholes) -> bool:
        """Take this settlement if it is better than the one known; whether it was."""
        key = self.goal.key(wholes)
        if self.key is not None and key <= self.key:
            return False
        self.wholes, self.key = wholes, key
        self.require(self.goal.above(key))
        return True

    def require(self, key: Key) -> None:
        """Look only for settlements with at least this key."""
        reached = self.goal.reached(key)
        self.target = reached - TOLERANCE * max(1.0, abs(reached))
        self.floors = self.goal.floors(key)
