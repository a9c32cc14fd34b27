"""The values of a zone one after the other, best first by a criterion, all of them in the Pareto set.

The best value of a region is followed by the best of what is left of it: the parts in which some side has more. A part
may hold values that a value of another part dominates; where its best one is such a value, it is split once more. What
comes first among all parts is then dominated by nothing, because whatever dominates a value comes before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from placet.zone.criteria import Criterion
from placet.zone.proofs import Proofs
from placet.zone.region import Region
from placet.zone.utilities import Wholes

Order = Callable[[Wholes], Any]


def in_order(proofs: Proofs, criterion: Criterion, ideals: Wholes, first: Wholes, order: Order) -> Iterator[Wholes]:
    """Yield the values of the Pareto set in the order of a criterion, from the best one, which is known, on.

    Parameters
    ----------
    first : Wholes
        The best value.
    order : callable
        The worth by the criterion, then the rule for ties; what is better for some side and worse for none is larger,
        except for equal-concessions.

    Raises
    ------
    WorkEnded
        When the limit of the search is reached.
    """
    if criterion == "equal-concessions":
        return _equal_concessions(proofs, ideals, first)
    return _monotone(proofs, criterion, ideals, first, order)


def _equal_concessions(proofs: Proofs, ideals: Wholes, first: Wholes) -> Iterator[Wholes]:
    listed = {first: None}
    yield first
    least_regret = proofs.best("minimax-regret", ideals)
    while (found := proofs.equal_concessions(ideals, least_regret, listed)) is not None:
        listed[found] = None
        yield found


def _monotone(proofs: Proofs, criterion: Criterion, ideals: Wholes, first: Wholes, order: Order) -> Iterator[Wholes]:
    sides = range(len(first))
    listed: list[Wholes] = []
    waiting: list[tuple[Wholes, Region]] = [(first, proofs.whole)]
    while waiting:
        best = max(waiting, key=lambda one: order(one[0]))
        waiting.remove(best)
        value, region = best
        above = next((one for one in listed if all(a >= b for a, b in zip(one, value, strict=True))), None)
        if above is None:
            listed.append(value)
            proofs.undominated[value] = None
            yield value
        for part in region.beyond(value if above is None else above, sides):
            head = proofs.best_in(part, criterion, ideals)
            if head is not None:
                waiting.append((head, part))
