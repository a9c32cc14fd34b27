"""Leximin in one search tree that raises its own target: what is better than the best value known, as corners.

A value is better than another by leximin exactly when it lies at or above one of finitely many corners: some sides
keep what the worst-off of the known value have, however shared out, and all others have more than the next of them
has. So one sweep over these corners, renewed whenever something better is found, both finds the optimum and proves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import factorial, prod
from typing import Any

from placet.zone.corners import Corners
from placet.zone.criteria import rank
from placet.zone.goals import Level
from placet.zone.region import Region
from placet.zone.rows import FREE
from placet.zone.search import Search
from placet.zone.sweep import Sweep
from placet.zone.utilities import Wholes

MOST_CORNERS = 1500
"""With more corners than this another way is taken; five sides have at most 325, six 1956."""

Ratios = Sequence[Fraction]


def leximin_tree(search: Search, scale: Level, region: Region) -> tuple[Region, ...] | None:
    """Return the parts of a region in which the ratios of `scale` are a leximin optimum; none if it is empty.

    Where the scale has all sides there is one part: of equally good ones the first by the rule for ties. None instead
    when there are too many sides for this way.
    """
    if _most_corners(len(scale.sides)) > MOST_CORNERS:
        return None
    tree = _Tree(search, scale, region)
    return tuple(tree.part(wholes) for wholes in tree.ties())


class _Tree:
    def __init__(self, search: Search, scale: Level, region: Region) -> None:
        self._search = search
        self._scale = scale
        self._region = region
        self._has_all = len(scale.sides) == len(region.floors)

    def ties(self) -> list[Wholes]:
        """Return a value for each way to share out the best ratios, the best of them by the rule for ties if known."""
        best = max(self._search.known_in(self._region), key=self._key, default=None)
        first = self._search.climb(self._scale, self._region, patience=-1)
        if first is None or first.wholes is None:
            return []
        best = first.wholes if best is None else max(best, first.wholes, key=self._key)
        found = [best]
        corners = Corners(self._beyond(best), self._region.ceilings)
        sweep = Sweep(self._search, self._region, corners, self._scale.sides)
        while (value := sweep.following()) is not None:
            if self._key(value) > self._key(best):
                best, found = value, [value]
                corners.renew(self._beyond(best))
            else:
                found.append(value)
                corners.reach(value)
        return found

    def part(self, wholes: Wholes) -> Region:
        """Return the part of the region in which the sides of the scale have this."""
        part = self._region
        for side in self._scale.sides:
            part = part.with_floor(side, wholes[side]).with_ceiling(side, wholes[side])
        return part

    def _key(self, wholes: Wholes) -> Any:
        ratios = sorted(self._scale.ratio(side, wholes[side]) for side in self._scale.sides)
        return (ratios, rank(self._search.utilities.scores(wholes))) if self._has_all else (ratios,)

    def _beyond(self, wholes: Wholes) -> list[tuple[int, ...]]:
        """Return corners with every better value above them, and every equally good one that has to be looked at."""
        ratios = sorted(self._scale.ratio(side, wholes[side]) for side in self._scale.sides)
        better = set(self._better({}, ratios))
        equal = set(self._shared({}, ratios))
        if self._has_all:
            equal = {corner for corner in equal if self._key(corner) > self._key(wholes)}
        else:
            equal -= {self._corner({side: wholes[side] for side in self._scale.sides})}
        return [*better, *equal]

    def _better(self, settled: dict[int, int], ratios: Ratios) -> Iterator[tuple[int, ...]]:
        if not ratios:
            return
        rest = [side for side in self._scale.sides if side not in settled]
        above = {side: self._scale.least(side, ratios[0], above=True) for side in rest}
        yield self._corner(settled | above)
        for side in rest:
            yield from self._better(settled | {side: self._scale.least(side, ratios[0])}, ratios[1:])

    def _shared(self, settled: dict[int, int], ratios: Ratios) -> Iterator[tuple[int, ...]]:
        if not ratios:
            yield self._corner(settled)
        for side in self._scale.sides if ratios else ():
            if side not in settled:
                yield from self._shared(settled | {side: self._scale.least(side, ratios[0])}, ratios[1:])

    def _corner(self, floors: dict[int, int]) -> tuple[int, ...]:
        return tuple(floors.get(side, -FREE) for side in range(len(self._region.floors)))


def _most_corners(n_sides: int) -> int:
    return sum(prod(range(n_sides - taken + 1, n_sides + 1)) for taken in range(n_sides)) + factorial(n_sides)
