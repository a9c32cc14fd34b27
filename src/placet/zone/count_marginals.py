"""How many draws of an urn keep one rule, or break it: what a zone loses at most by a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import comb, prod

from placet.zone.count_urn import Urn
from placet.zone.formula import Every, Formula, Some, Sum, negate

MOST_VALUES = 2_000
"""A sum that takes more values than that is not followed; any of them is taken to be possible."""


class Marginals:
    """Upper bounds of how many draws keep, or break, a rule; a post takes as many different columns as it has seats.

    Each bound is exact for a rule that is one sum, with a moderate number of values.
    """

    def __init__(self, urn: Urn) -> None:
        self.parts = [*urn.seats, *((options, 1) for options in urn.terms)]
        self.part_of = {column: place for place, (allowed, _) in enumerate(self.parts) for column in allowed}
        self.all = prod(comb(len(allowed), number) for allowed, number in self.parts)

    def keep(self, formula: Formula) -> int:
        """Return a number that at most so many draws that keep the rule exceed."""
        match formula:
            case Sum():
                return self._sum(formula)
            case Every():
                return min((self.keep(part) for part in formula.parts), default=self.all)
            case Some():
                return min(self.all, sum(self.keep(part) for part in formula.parts))

    def breaking(self, formula: Formula) -> int:
        """Return the same for the draws that break the rule."""
        return self.keep(negate(formula))

    def _sum(self, formula: Sum) -> int:
        by_part: dict[int, list[int]] = {}
        for column, weight in formula.weights:
            if column in self.part_of:
                by_part.setdefault(self.part_of[column], []).append(weight)
        found: Counter[int] = Counter({0: 1})
        rest = self.all
        for part, weights in by_part.items():
            allowed, number = self.parts[part]
            rest //= comb(len(allowed), number)
            here = Counter(weights) + Counter({0: len(allowed) - len(weights)})
            found = _added(found, _values(here, number))
            if len(found) > MOST_VALUES:
                return self.all
        return rest * sum(ways for value, ways in found.items() if value >= formula.at_least)


def _values(of_weight: Mapping[int, int], number: int) -> Counter[int]:
    """Return the ways to take so many columns, by the sum of their weights; `of_weight` counts the columns."""
    found: Counter[tuple[int, int]] = Counter({(0, 0): 1})
    for weight, size in of_weight.items():
        more: Counter[tuple[int, int]] = Counter()
        for (taken, value), ways in found.items():
            for here in range(min(size, number - taken) + 1):
                more[taken + here, value + here * weight] += ways * comb(size, here)
        found = more
    return Counter({value: ways for (taken, value), ways in found.items() if taken == number})


def _added(one: Mapping[int, int], other: Mapping[int, int]) -> Counter[int]:
    found: Counter[int] = Counter()
    for value, ways in one.items():
        for more, times in other.items():
            found[value + more] += ways * times
    return found
