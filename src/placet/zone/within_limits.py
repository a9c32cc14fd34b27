"""Ways out that ask no more of each side than its limit, the cheapest or the fewest demands first."""

from __future__ import annotations

from collections.abc import Iterator

from placet.zone.burdens import Burdens, Ceilings
from placet.zone.conflicts import Concession


def concessions_within(burdens: Burdens, ceilings: Ceilings, *, fewest_first: bool = False) -> Iterator[Concession]:
    """Yield every concession within the ceilings, one by one, the cheapest first.

    Parameters
    ----------
    ceilings : mapping of str to Fraction
        The most that each side may be asked for; a side that is not named has no limit.
    fewest_first : bool
        Those of fewest demands first, and of them the cheapest.

    Notes
    -----
    Nothing is filtered from a list that may be incomplete: each is the answer of a 0-1 program in which the others
    are forbidden. Do not ask `burdens` anything else before the last one has been taken.
    """
    order = (burdens.number, burdens.total) if fewest_first else (burdens.total, burdens.number)
    known: list[int] = []
    while True:
        burdens.begin(ceilings)
        for given_up in known:
            burdens.plan.avoid(given_up)
        found = burdens.least(*order)
        if found is None:
            return
        known.append(found)
        yield burdens.concession(found)


def least_asked(burdens: Burdens, ceilings: Ceilings) -> dict[str, Concession]:
    """Return for each side that has a ceiling a way out that asks as little as can be of it, whatever of others."""
    found = {}
    for side in ceilings:
        burdens.begin()
        given_up = burdens.least(burdens.sides.index(side), burdens.total, burdens.number)
        if given_up is not None:
            found[side] = burdens.concession(given_up)
    return found
