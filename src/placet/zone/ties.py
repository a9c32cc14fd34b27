"""The rule for ties as a goal: the largest sum, and among its ties the settlement that the rule puts first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from placet.zone.goals import Key, Total
from placet.zone.landscape import Landscape
from placet.zone.region import Region
from placet.zone.solver import Floats
from placet.zone.utilities import Utilities, Wholes


@dataclass(frozen=True)
class FirstByRule:
    """What is first by the rule for ties: the largest sum, and among its ties the largest rank of `criteria`.

    The rank is compared only once a settlement is found, so every settlement with the largest sum is looked for.
    """

    utilities: Utilities

    @property
    def is_linear(self) -> bool:
        """Yes."""
        return True

    @cached_property
    def total(self) -> Total:
        """The sum over the sides, in common units."""
        return Total(self.utilities.sizes)

    @property
    def sides(self) -> tuple[int, ...]:
        """All sides."""
        return self.total.sides

    def enter(self, landscape: Landscape) -> Floats:
        """Make the sum large."""
        return self.total.enter(landscape)

    def refine(self, landscape: Landscape, values: Floats) -> bool:
        """Add nothing."""
        return self.total.refine(landscape, values)

    def key(self, wholes: Wholes) -> Key:
        """Return the sum, then the scores from the least to the largest, then the scores side by side."""
        scores = self.utilities.scores(wholes)
        return (self.utilities.total(wholes), sorted(scores), scores)

    def reached(self, key: Key) -> float:
        """Return the sum."""
        return self.total.reached(key)

    def floors(self, key: Key) -> tuple[int | None, ...] | None:
        """Return nothing."""
        return self.total.floors(key)

    def above(self, key: Key) -> Key:
        """Return the same sum: what comes before may have it too."""
        return key[:1]

    def lowest(self, region: Region) -> Key | None:
        """Return the least sum of the region."""
        return None if region.least_total is None else (region.least_total,)

    def below(self, bound: float, key: Key | None = None) -> Key:
        """Return the sum before."""
        return self.total.below(bound, key)
