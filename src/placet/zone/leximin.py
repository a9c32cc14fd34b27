"""The leximin of the sides' ratios over a region: the worst-off as high as can be, then the next, and so on.

Levels are fixed from below. At each level every smallest set of sides that can sit exactly there is followed, so
the answer holds every settlement value that is a leximin optimum, however the sides share the same levels out.
Ratios are compared as fractions and every question is one about whole thresholds (solver notes, section 1).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from placet.zone.goals import Level
from placet.zone.region import Region
from placet.zone.search import Search
from placet.zone.utilities import Wholes

Ratios = tuple[Fraction, ...]


def leximin(search: Search, scale: Level, region: Region) -> tuple[Region, ...]:
    """Return the parts of a region in which the ratios of `scale` are a leximin optimum; none if it is empty.

    In each part the sides of the scale have fixed values. Sides that the scale leaves out keep their bounds.

    Notes
    -----
    At most 2 to the power of the number of sides questions a level, each a linear program or a small tree. With
    200 candidates, 10 posts and 5 sides about 15 questions in all.
    """
    climb = _Climb(search, scale, region)
    climb.follow({})
    best = max((ratios for ratios, _ in climb.ends), default=None)
    return tuple(part for ratios, part in climb.ends if ratios == best)


class _Climb:
    def __init__(self, search: Search, scale: Level, region: Region) -> None:
        self.search = search
        self.scale = scale
        self.region = region
        self.ends: list[tuple[Ratios, Region]] = []

    def follow(self, settled: dict[int, Fraction]) -> None:
        free = [side for side in self.scale.sides if side not in settled]
        if not free:
            self.ends.append((tuple(sorted(settled.values())), self._part(settled)))
            return
        level = self._level(settled, free)
        if level is None or self._is_worse((*sorted(settled.values()), level)):
            return
        for size in range(1, len(free) + 1):
            sets = [set(held) for held in combinations(free, size)]
            passed = [held for held in sets if self._can_hold(settled, free, held, level)]
            for held in passed:
                self.follow(settled | dict.fromkeys(held, level))
            if passed:
                return

    def _level(self, settled: dict[int, Fraction], free: list[int]) -> Fraction | None:
        """Return the highest level that all free sides can reach."""
        ranges = tuple(width if side in free else None for side, width in enumerate(self.scale.ranges))
        goal = Level(self.scale.units, self.scale.origins, ranges)
        wholes = self.search.best(goal, self.region.above(self._floors(settled)))
        return None if wholes is None else min(self.scale.ratio(side, wholes[side]) for side in free)

    def _can_hold(self, settled: dict[int, Fraction], free: list[int], held: set[int], level: Fraction) -> bool:
        """Whether these sides can sit at the level while the rest lie above it, no worse than what is known."""
        rest = [side for side in free if side not in held]
        if not rest:
            return True
        floors = self._floors(settled | dict.fromkeys(held, level))
        following = self._known_after(settled, level, len(held))
        for side in rest:
            floors[side] = self.scale.least(side, level, above=True)
            if following is not None and following > level:
                floors[side] = self.scale.least(side, following)
        goal = Level.excess([floor or 0 for floor in floors], [side in rest for side in range(len(floors))])
        return self.search.reach(goal, (0,), self.region.above(floors)) is not None

    def _is_worse(self, prefix: Ratios) -> bool:
        """Whether whatever begins with these ratios is worse than the best settlement known."""
        best = self._best_known()
        return best is not None and best[: len(prefix)] > prefix

    def _known_after(self, settled: dict[int, Fraction], level: Fraction, size: int) -> Fraction | None:
        """Return what the side after `size` sides at this level has in the best settlement known, if it begins so."""
        prefix = (*sorted(settled.values()), *(level,) * size)
        best = self._best_known()
        if best is None or len(best) <= len(prefix) or best[: len(prefix)] != prefix:
            return None
        return best[len(prefix)]

    def _best_known(self) -> Ratios | None:
        known = (self._ratios(wholes) for wholes in self.search.known_in(self.region))
        return max(known, default=None)

    def _ratios(self, wholes: Wholes) -> Ratios:
        return tuple(sorted(self.scale.ratio(side, wholes[side]) for side in self.scale.sides))

    def _floors(self, ratios: dict[int, Fraction]) -> list[int | None]:
        floors: list[int | None] = [None] * len(self.scale.ranges)
        for side, ratio in ratios.items():
            floors[side] = self.scale.least(side, ratio)
        return floors

    def _part(self, settled: dict[int, Fraction]) -> Region:
        part = self.region.above(self._floors(settled))
        for side, ratio in settled.items():
            part = part.with_ceiling(side, self.scale.least(side, ratio))
        return part
