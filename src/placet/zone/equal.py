"""Equal concessions: the least spread of regret among the settlements that nothing dominates.

The least spread of the whole zone is often dominated: everybody equally badly off. So for a width of spread the
settlement with the largest sum is sought; if another dominates it, everything that the other dominates is split off,
and the search goes on in what is left. A width is settled when a settlement is found that nothing dominates, or when
nothing is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from placet.zone.goals import Level, Total
from placet.zone.region import Band, Region
from placet.zone.search import Search
from placet.zone.utilities import Wholes

Top = Callable[[Region], Wholes | None]
Order = Callable[[Wholes], Any]


class EqualConcessions:
    """The search for the least spread of regret over the Pareto set.

    Parameters
    ----------
    search : Search
    ideals : tuple of int
        What each side can have at most.
    least_regret : Wholes
        A value in the Pareto set whose largest regret is the least that there is.
    undominated : iterable of Wholes
        Further values that are known to be in the Pareto set.
    """

    def __init__(self, search: Search, ideals: Wholes, least_regret: Wholes, undominated: Iterable[Wholes]) -> None:
        self.search = search
        self.ideals = ideals
        self.utilities = search.utilities
        self.least_regret = max(self._regrets(least_regret))
        self.undominated = dict.fromkeys([least_regret, *undominated])

    def best(self, settle: Top, order: Order) -> Wholes:
        """Return the value with the least spread, then the first of `order`; `settle` finds the first of a region."""
        width = self._least_width()
        known = [wholes for wholes in self.undominated if self._spread(wholes) == width]
        region = self._band(width).with_total(max(map(self.utilities.total, known)))
        return self._first(region, width, settle, order, known)

    def _least_width(self) -> int:
        """Return the least spread of regret in the Pareto set, in common units.

        A part of the zone in which nothing has less spread than the best known needs no second look, because what
        is asked for only becomes less.
        """
        width = min(map(self._spread, self.undominated))
        parts = [Region.whole(len(self.ideals))]
        while parts:
            part = parts.pop()
            head = self._any_in(part, width - 1)
            if head is None:
                continue
            above = self._dominating(head)
            while above is not None and self._spread(above) < width:
                head, above = above, self._dominating(above)
            if above is None:
                self.undominated[head] = None
                width = self._spread(head)
                parts.append(part)
            else:
                parts += part.beyond(above, range(len(above)))
        return width

    def _any_in(self, part: Region, width: int) -> Wholes | None:
        """Return some settlement of this spread in a part of the zone, unless what is known dominates them all."""
        region = self._beyond_known(part.meet(self._band(width)), width)
        if region is None:
            return None
        goal = Level.excess([floor or 0 for floor in region.floors], [True] * len(self.ideals))
        return self.search.reach(goal, (0,), region)

    def _beyond_known(self, region: Region, width: int) -> Region | None:
        """Return a region without some of what known settlements dominate or are; None if nothing is left.

        Settlements of this spread or less may be answers themselves, so they exclude others only once it is known
        that nothing dominates them.
        """
        floors = list(region.floors)
        for known in self.search.known:
            if known not in self.undominated and self._spread(known) <= width:
                continue
            beyond = [side for side, high in enumerate(region.ceilings) if high is None or known[side] < high]
            if not beyond:
                return None
            if len(beyond) == 1:
                side, least = beyond[0], known[beyond[0]] + 1
                floors[side] = max(floors[side] or least, least)
        return region.above(floors)

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

    def _first(self, region: Region, width: int, settle: Top, order: Order, known: list[Wholes]) -> Wholes:
        """Return the first settlement of a region or of those known, that no settlement at all dominates."""
        heads: list[tuple[Wholes, Region | None]] = [(wholes, None) for wholes in known]
        parts = [region]
        while True:
            smaller = [left for part in parts if (left := self._beyond_known(part, width)) is not None]
            heads += [(head, part) for part in smaller if (head := settle(part)) is not None]
            place = max(range(len(heads)), key=lambda at: order(heads[at][0]))
            head, part = heads.pop(place)
            above = self._dominating(head)
            if above is None:
                return head
            if self._fits(above, region):
                heads.append((above, None))
            parts = [] if part is None else part.beyond(above, range(len(above)))

    def _fits(self, wholes: Wholes, region: Region) -> bool:
        """Whether a settlement has the spread and the sum of a region, wherever its regrets lie."""
        anywhere = replace(region, floors=(None,) * len(wholes), ceilings=(None,) * len(wholes))
        return anywhere.contains(wholes, self.utilities)

    def _dominating(self, wholes: Wholes) -> Wholes | None:
        """Return a settlement that is better for some side and worse for none, if there is one."""
        if wholes in self.undominated:
            return None
        above = Region.whole(len(wholes)).above(wholes)
        better = (self.utilities.total(wholes) + 1,)
        return self.search.reach(Total(self.utilities.sizes), better, above)

    def _regrets(self, wholes: Wholes) -> list[int]:
        sides = zip(self.utilities.sizes, self.ideals, wholes, strict=True)
        return [size * (ideal - whole) for size, ideal, whole in sides]

    def _spread(self, wholes: Wholes) -> int:
        return self.utilities.spread(wholes, self.ideals)
