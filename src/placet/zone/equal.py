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
        least_total = max(map(self.utilities.total, known))
        found = self._first(self._band(width).with_total(least_total), settle, order)
        assert found is not None, "some settlement of the Pareto set has this spread"
        return found

    def _least_width(self) -> int:
        """Return the least spread of regret in the Pareto set, in common units, by bisection."""
        impossible, width = -1, min(map(self._spread, self.undominated))
        while width - impossible > 1:
            tried = (impossible + width) // 2
            found = self._first(self._band(tried), self._any, self.utilities.total)
            if found is None:
                impossible = tried
            else:
                width = self._spread(found)
        return width

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

    def _first(self, region: Region, top: Top, order: Order) -> Wholes | None:
        """Return the first settlement of a region, largest `order` first, that no settlement at all dominates."""
        heads: list[tuple[Wholes, Region | None]] = []

        def add(part: Region) -> None:
            head = top(part)
            if head is not None:
                heads.append((head, part))

        add(region)
        heads += [(wholes, None) for wholes in self.undominated if self._fits(wholes, region)]
        while heads:
            place = max(range(len(heads)), key=lambda at: order(heads[at][0]))
            head, part = heads.pop(place)
            above = self._dominating(head)
            if above is None:
                self.undominated[head] = None
                return head
            if self._fits(above, region):
                heads.append((above, None))
            if part is not None:
                for rest in part.beyond(above, range(len(above))):
                    add(rest)
        return None

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

    def _any(self, region: Region) -> Wholes | None:
        floors = [floor or 0 for floor in region.floors]
        return self.search.reach(Level.excess(floors, [True] * len(floors)), (0,), region)

    def _regrets(self, wholes: Wholes) -> list[int]:
        sides = zip(self.utilities.sizes, self.ideals, wholes, strict=True)
        return [size * (ideal - whole) for size, ideal, whole in sides]

    def _spread(self, wholes: Wholes) -> int:
        return self.utilities.spread(wholes, self.ideals)
