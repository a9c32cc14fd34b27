"""Which of the ways out of a `solve` answer is the fairest, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from placet.words import Value, message
from placet.zone.lines import Lines, sentence


def fairest_of(concessions: Sequence[Mapping[str, Any]]) -> int:
    """Return the position of the fairest concession of a complete list, the first of those that are equally fair.

    The same as `placet.zone.fairest` finds without the list, but for the order in which ties are broken.
    """
    return min(range(len(concessions)), key=lambda at: sorted(concessions[at]["by_side"].values(), reverse=True))


def tell_which_is_fairest(answer: Mapping[str, Any]) -> Lines:
    """Say which concession asks less of whichever side it asks most of than the cheapest does.

    Nothing is said where none does, or where the list is not whole.
    """
    concessions = answer["concessions"]
    if len(concessions) < 2 or not answer["complete"]["concessions"]:
        return ()
    place = fairest_of(concessions)
    first, most = (max(concessions[at]["by_side"].values(), default=0) for at in (0, place))
    if first <= most:
        return ()
    return (sentence(message("burden.fairest-is", number=place + 1, most=amount(most), first=amount(first))),)


def amount(value: Any) -> Value:
    """Return a cost as it came through JSON as an exact number."""
    return value if isinstance(value, int | Fraction) else Fraction(str(value)).limit_denominator(10**6)
