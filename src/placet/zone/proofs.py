"""How the best value by each criterion is found and proven, and by the rule for ties among equally good ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from placet.zone.criteria import Criterion, rank
from placet.zone.equal import EqualConcessions
from placet.zone.goals import Level, Total
from placet.zone.leximin import leximin
from placet.zone.nash import Gains, nash
from placet.zone.region import Region
from placet.zone.search import Search
from placet.zone.solver import SolverError
from placet.zone.ties import FirstByRule
from placet.zone.utilities import Wholes

PATIENCE = 24
"""How many settlements are looked at one by one for the rule for ties before it is followed step by step."""


class Proofs:
    """Proofs of what is best in one zone, which share a search.

    Parameters
    ----------
    search : Search
    undominated : dict of Wholes to None
        Values that are known to be in the Pareto set; those found on the way are added.
    """

    def __init__(self, search: Search, undominated: dict[Wholes, None]) -> None:
        self.search = search
        self.utilities = search.utilities
        self.undominated = undominated
        self._gains: dict[tuple[int, ...], Gains] = {}
        self.whole = Region.whole(len(self.utilities.sides))

    def any(self) -> Wholes | None:
        """Return some value; None when the zone is empty."""
        return self.search.best(Total((0,) * len(self.utilities.sides)), self.whole)

    def best_for(self, side: int) -> Wholes | None:
        """Return a value that is best for one side; None when the zone is empty."""
        weights = tuple(int(one == side) for one in range(len(self.utilities.sides)))
        return self.search.best(Total(weights), self.whole)

    def best(self, criterion: Criterion, ideals: Wholes, least_regret: Wholes | None = None) -> Wholes:
        """Return the best value by a criterion.

        Parameters
        ----------
        criterion : str
        ideals : Wholes
            What each side can have at most.
        least_regret : Wholes, optional
            The best value by minimax-regret, of which equal-concessions makes use.

        Raises
        ------
        WorkEnded
            When the limit of the search is reached.
        """
        if criterion == "equal-concessions":
            found = _surely(self.equal_concessions(ideals, least_regret))
        else:
            found = _surely(self.best_in(self.whole, criterion, ideals))
        self.undominated[found] = None
        return found

    def best_in(self, region: Region, criterion: Criterion, ideals: Wholes) -> Wholes | None:
        """Return the best value in a region by any criterion but equal-concessions; None if it is empty.

        It may be dominated by a value outside the region.

        Raises
        ------
        WorkEnded
            When the limit of the search is reached.
        """
        ways: dict[Criterion, Callable[[], Sequence[Region]]] = {
            "utilitarian": lambda: (region,),
            "leximin": lambda: leximin(self.search, self._scores, region),
            "nash": lambda: nash(self.search, ideals, region, self._gains),
            "kalai-smorodinsky": lambda: self._kalai_smorodinsky(region, ideals),
            "minimax-regret": lambda: self._minimax_regret(region, ideals),
        }
        return self._settle(ways[criterion]())

    def equal_concessions(
        self, ideals: Wholes, least_regret: Wholes | None = None, listed: Collection[Wholes] = ()
    ) -> Wholes | None:
        """Return the best value by equal-concessions that is not listed already; None if there is none.

        Raises
        ------
        WorkEnded
            When the limit of the search is reached.
        """
        least_regret = least_regret or self.best("minimax-regret", ideals)
        return EqualConcessions(self.search, ideals, least_regret, self.undominated).best(self.rank, listed)

    @cached_property
    def _scores(self) -> Level:
        """The scores as they were given, as ratios."""
        n_sides = len(self.utilities.sides)
        return Level(self.utilities.units, (Fraction(0),) * n_sides, (Fraction(1),) * n_sides)

    def _kalai_smorodinsky(self, region: Region, ideals: Wholes) -> tuple[Region, ...]:
        most = zip(self.utilities.scores(ideals), self.utilities.disagreement, strict=True)
        ranges = tuple(ideal - without if ideal > without else None for ideal, without in most)
        shares = Level(self.utilities.units, self.utilities.disagreement, ranges)
        return leximin(self.search, shares, region) if shares.sides else (region,)

    def _minimax_regret(self, region: Region, ideals: Wholes) -> tuple[Region, ...]:
        regrets = Level(self.utilities.units, self.utilities.scores(ideals), self._scores.ranges)
        wholes = self.search.best(regrets, region)
        if wholes is None:
            return ()
        (least,) = regrets.key(wholes)
        return (region.above([regrets.least(side, least) for side in regrets.sides]),)

    def _settle(self, regions: Sequence[Region]) -> Wholes | None:
        """Return the value that comes first by the rule for ties, if the regions are not all empty."""
        heads = (self._first_of(region) for region in regions)
        return max((head for head in heads if head is not None), key=self.rank, default=None)

    def _first_of(self, region: Region) -> Wholes | None:
        """Return the value in a region that comes first by the rule for ties; None if it is empty."""
        if region.is_point and (only := next(self.search.known_in(region), None)) is not None:
            return only
        first = self.search.climb(FirstByRule(self.utilities), region, PATIENCE)
        if first is None or first.is_proven:
            return None if first is None else first.wholes
        largest = _surely(self.search.best(Total(self.utilities.sizes), region))
        parts = leximin(self.search, self._scores, region.with_total(self.utilities.total(largest)))
        heads = (next(self.search.known_in(part)) for part in parts)
        return max(heads, key=self.rank)

    def rank(self, wholes: Wholes) -> Any:
        """Return what decides between values that are equally good by a criterion."""
        return rank(self.utilities.scores(wholes))


def _surely(wholes: Wholes | None) -> Wholes:
    """Return what a zone that is known not to be empty must have."""
    if wholes is None:
        raise SolverError("no settlement was found where there is one")
    return wholes
