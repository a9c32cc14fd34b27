"""The leximin of the sides' ratios over a region: the worst-off as high as can be, then the next, and so on.

Levels are fixed from below. At each level every smallest set of sides that can sit exactly there is followed, so
the answer holds every settlement value that is a leximin optimum, however the sides share the same levels out.
Ratios are compared as fractions and every question is one about whole thresholds (solver notes, section 1).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from placet.zone.corners import Corners
from placet.zone.goals import Level
from placet.zone.leximin_tree import leximin_tree
from placet.zone.region import Region
from placet.zone.rows import FREE
from placet.zone.search import Search
from placet.zone.sweep import Sweep
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
    parts = leximin_tree(search, scale, region)
    if parts is not None:
        return parts
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
            passed = self._passing(settled, free, sets, level)
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

    def _passing(
        self, settled: dict[int, Fraction], free: list[int], sets: list[set[int]], level: Fraction
    ) -> list[set[int]]:
        """Return the sets that can sit at the level while the rest lie above it, no worse than what is known."""
        floors = [self._floors_if(settled, free, held, level) for held in sets]
        waiting = [at for at, least in enumerate(floors) if not self._is_known(least)]
        if waiting:
            corners = Corners([_corner(floors[at], free) for at in waiting])
            region = self.region.above(self._floors(settled | dict.fromkeys(free, level)))
            sweep = Sweep(self.search, region, corners, free)
            while (found := sweep.following()) is not None:
                corners.reach(found)
        return [held for held, least in zip(sets, floors, strict=True) if self._is_known(least)]

    def _is_known(self, floors: list[int | None]) -> bool:
        return next(self.search.known_in(self.region.above(floors)), None) is not None

    def _floors_if(
        self, settled: dict[int, Fraction], free: list[int], held: set[int], level: Fraction
    ) -> list[int | None]:
        """Return what each side must have if these sit at the level."""
        floors = self._floors(settled | dict.fromkeys(held, level))
        following = self._known_after(settled, level, len(held))
        for side in free:
            if side not in held:
                floors[side] = self.scale.least(side, level, above=True)
                if following is not None and following > level:
                    floors[side] = self.scale.least(side, following)
        return floors

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


def _corner(floors: list[int | None], sides: list[int]) -> list[int]:
    """Return the floors of these sides, and for the others what every value lies above."""
    return [floor if side in sides and floor is not None else -FREE for side, floor in enumerate(floors)]
