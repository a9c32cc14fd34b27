"""Equal concessions: the least spread of regret among the settlements that nothing dominates.

The least spread of the whole zone is often dominated: everybody equally badly off. So the settlements of a width of
spread are swept, each is raised to one that dominates it, and everything that this one dominates is left out. A width
is settled when a settlement is found that nothing dominates, or when nothing is left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from placet.zone.corners import Corners
from placet.zone.goals import Total
from placet.zone.region import Band, Region
from placet.zone.search import Search
from placet.zone.sweep import Sweep
from placet.zone.utilities import Wholes

Order = Callable[[Wholes], Any]

MANY = 400
"""Above so many corners, settlements found before a sweep are no longer used to leave out what they dominate."""

WIDE = 12
"""From this spread on, in common units, half of it is tried first."""


class EqualConcessions:
    """The search for the least spread of regret over the Pareto set.

    Parameters
    ----------
    search : Search
    ideals : tuple of int
        What each side can have at most.
    least_regret : Wholes
        A value in the Pareto set whose largest regret is the least that there is.
    undominated : dict of Wholes to None
        Further values that are known to be in the Pareto set; those found are added.

    Notes
    -----
    At 200 candidates, 10 posts and 5 sides 0 to 1600 linear programs with scores 0 to 10, 900 to 5000 with finer
    ones.
    """

    def __init__(self, search: Search, ideals: Wholes, least_regret: Wholes, undominated: dict[Wholes, None]) -> None:
        self.search = search
        self.ideals = ideals
        self.utilities = search.utilities
        self.least_regret = max(self._regrets(least_regret))
        self.undominated = undominated
        self.undominated[least_regret] = None

    def best(self, order: Order, listed: Collection[Wholes] = ()) -> Wholes | None:
        """Return the value with the least spread, then the first of `order`, which puts larger sums first.

        Values that are `listed` already are left out; None when there is no other in the Pareto set.
        """
        width = self._least_width(listed)
        if width is None:
            return None
        known = [one for one in self.undominated if one not in listed and self._spread(one) == width]
        total = max(map(self.utilities.total, known))
        region = self._band(width)
        corners = self._left(region, width)
        sweep = Sweep(self.search, region.with_total(total), corners)
        while (head := sweep.following()) is not None:
            value = raised(self.search, self.undominated, head, self._fits(width))
            if self._spread(value) == width:
                known.append(value)
                total = max(total, self.utilities.total(value))
                sweep.narrow(region.with_total(total))
            corners.cover([value])
        return max(known, key=order)

    def _least_width(self, listed: Collection[Wholes]) -> int | None:
        """Return the least spread of regret in the Pareto set but for what is listed, in common units, if there is one.

        Where the least known is wide, half of it is tried first: a narrow band holds fewer dominated settlements.
        """
        width = min((self._spread(one) for one in self.undominated if one not in listed), default=None)
        if width is None:
            widest = self._widest()
            tried = 2 * max(map(self._spread, listed), default=0) + WIDE
            while (found := self._least_within(min(tried, widest))) is None and tried < widest:
                tried *= 2
            return found
        for tried in (width // 2, width - 1) if width >= WIDE else (width - 1,):
            found = self._least_within(tried) if tried >= 0 else None
            if found is not None:
                return found
        return width

    def _widest(self) -> int:
        """Return a spread that none exceeds."""
        least = (sum(min(weight, 0) for weight in weights) for weights in self.utilities.weights)
        return max(
            size * (most - one) for size, most, one in zip(self.utilities.sizes, self.ideals, least, strict=True)
        )

    def _least_within(self, width: int) -> int | None:
        """Return the least spread in the Pareto set if it is at most this."""
        found: int | None = None
        region = self._band(width)
        corners = self._left(region, width)
        sweep = Sweep(self.search, region, corners)
        while found != 0 and (head := sweep.following()) is not None:
            value = raised(self.search, self.undominated, head, self._fits(width))
            corners.cover([value])
            if self._spread(value) <= width:
                found = self._spread(value)
                width = found - 1
                region = self._band(width)
                sweep.narrow(region)
                corners.narrow(region)
                self._cover_known(corners, width)
        return found

    def _left(self, region: Region, width: int) -> Corners:
        corners = Corners.of(region)
        self._cover_known(corners, width)
        return corners

    def _cover_known(self, corners: Corners, width: int) -> None:
        """Leave out what known settlements dominate.

        Settlements of this spread or less may be answers themselves, so they exclude others only once it is known
        that nothing dominates them.
        """
        known = [one for one in self.search.known if one in self.undominated or self._spread(one) > width]
        corners.cover(sorted(known, key=lambda one: (-self.utilities.total(one), one)), MANY)

    def _fits(self, width: int) -> Callable[[Wholes], bool]:
        return lambda wholes: self._spread(wholes) <= width

    def _band(self, width: int) -> Region:
        """Return a region with every undominated settlement of this spread, except perhaps those that are known.

        The largest regret is at least the least one that there is. The smallest is less than that, or else a known
        settlement is at least as good for every side.
        """
        most, least = self.least_regret - 1 + width, self.least_regret - width
        sides = list(zip(self.ideals, self.utilities.sizes, strict=True))
        return Region(
            tuple(ideal - most // size for ideal, size in sides),
            tuple(ideal + (-least) // size for ideal, size in sides),
            band=Band(self.ideals, width),
        )

    def _regrets(self, wholes: Wholes) -> list[int]:
        sides = zip(self.utilities.sizes, self.ideals, wholes, strict=True)
        return [size * (ideal - whole) for size, ideal, whole in sides]

    def _spread(self, wholes: Wholes) -> int:
        return self.utilities.spread(wholes, self.ideals)


def raised(
    search: Search, undominated: dict[Wholes, None], wholes: Wholes, while_it: Callable[[Wholes], bool]
) -> Wholes:
    """Return what dominates or equals a value: in the Pareto set, and then noted, or no longer as asked."""
    while while_it(wholes) and wholes not in undominated:
        above = dominating(search, wholes)
        if above is None:
            undominated[wholes] = None
        else:
            wholes = above
    return wholes


def dominating(search: Search, wholes: Wholes) -> Wholes | None:
    """Return a settlement that is better for some side and worse for none, if there is one."""
    above = Region.whole(len(wholes)).above(wholes)
    better = (search.utilities.total(wholes) + 1,)
    return search.reach(Total(search.utilities.sizes), better, above)
