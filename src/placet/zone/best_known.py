"""What stands for a best settlement that could not be proven: the best one known, undominated if that shows."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from placet.errors import QuestionError
from placet.zone.equal import raised
from placet.zone.search import Search, WorkEnded
from placet.zone.utilities import Wholes

TRIES, WORK_EACH = 3, 200_000
"""How many settlements are raised to one that nothing dominates, and how much work each may take."""


def best_known(search: Search, undominated: dict[Wholes, None], order: Callable[[Wholes], Any]) -> Wholes:
    """Return the first by `order` of the values in the Pareto set that are known; some are looked for.

    Where nothing is known to be in the Pareto set it is one that no known value dominates.

    Raises
    ------
    QuestionError
        If no settlement is known at all.
    """
    ranked = sorted(search.known, key=order, reverse=True)
    if not ranked:
        raise QuestionError(
            "rules so tightly bound together that neither a settlement nor its absence was found",
            "fewer exact totals or equal shares, or some room in them",
        )
    leading = [one for one in ranked if not any(_dominates(other, one) for other in ranked)]
    for wholes in leading[:TRIES]:
        search.limit = search.work + WORK_EACH
        try:
            raised(search, undominated, wholes, lambda _: True)
        except WorkEnded:
            continue
    return max(undominated or leading[:1], key=order)


def others_known(search: Search, listed: Collection[Wholes], order: Callable[[Wholes], Any]) -> list[Wholes]:
    """Return the values known that are not listed and that no known value dominates, in this order."""
    known = [one for one in search.known if not any(_dominates(other, one) for other in search.known)]
    return sorted((one for one in known if one not in listed), key=order, reverse=True)


def _dominates(one: Wholes, other: Wholes) -> bool:
    return one != other and all(first >= second for first, second in zip(one, other, strict=True))
