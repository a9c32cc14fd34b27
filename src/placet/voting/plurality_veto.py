"""Plurality veto: one after the other, voters take a point from the name they like least."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import Profile
from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.voting.bottoms import first_places, last_standing, totals
from placet.voting.registry import Needs, Property, voting_rule
from placet.voting.winners import Winners

Turns = NDArray[np.int64]


@voting_rule(
    "plurality-veto",
    Needs.STRICT,
    (Property.NEUTRAL, Property.EFFICIENT, Property.NEVER_EMPTY, Property.RESOLUTE),
    source="Kizilkaya and Kempe, IJCAI 2022",
)
def plurality_veto(profile: Profile, *, order: Sequence[int] | None = None) -> Winners:
    """Each name has a point for each first place; voters in turn take a point from the name they like least.

    A name without points is gone; the last to have any wins. The winner is in the plurality veto core, whatever the
    order, and its metric distortion is at most 3.

    Parameters
    ----------
    profile : Profile
        Strict rankings, shape (n, m). A ballot of weight w is w voters in a row.
    order : sequence of int, optional
        The order in which the ballots come, each index once; left out, that of the profile.

    Raises
    ------
    QuestionError
        If `order` is not an order of the ballots.

    Notes
    -----
    No loop over the voters: two passes over the ranks, then one step for each name that goes, which sorts the turns
    still to come and looks again only at the ballots among them whose name is gone.

    References
    ----------
    Kizilkaya and Kempe, "Plurality veto: a simple voting rule achieving optimal metric distortion", IJCAI 2022
    (arXiv 2206.07098).
    """
    gone = _goings(profile, _order(profile, order))
    return Winners(
        "plurality-veto",
        (profile.candidates[gone[-1]],),
        detail=Catalog({"rounds": tuple((profile.candidates[index],) for index in gone)}),
    )


def _order(profile: Profile, order: Sequence[int] | None) -> Turns | None:
    if order is None:
        return None
    given = np.asarray(order)
    if not np.array_equal(np.sort(given), np.arange(len(profile.load))):
        raise QuestionError("an order that is not one of the ballots", "the index of every ballot once")
    return given.astype(np.int64)


def _goings(profile: Profile, order: Turns | None) -> list[int]:
    """Return the candidates that had points in the order in which they lost their last."""
    ranks = profile.ranks
    assert ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    points = np.array(first_places(profile), np.int64)
    standing = points > 0
    turns = np.arange(len(ranks)) if order is None else order
    left = profile.load[turns]
    names = last_standing(ranks, standing, order).astype(np.int16)
    gone: list[int] = []
    while len(turns):
        first, rest = _next_to_go(names, left, points, standing)
        index = int(names[first])
        points -= totals(names[:first], left[:first], len(points))
        points[index] = 0
        standing[index] = False
        gone.append(index)
        left[first] = rest
        begin = first if rest else first + 1
        turns, left, names = turns[begin:], left[begin:], names[begin:]
        moving = np.flatnonzero(names == index)
        if standing.any():
            names[moving] = last_standing(ranks, standing, turns[moving])
    return gone


def _next_to_go(
    names: NDArray[np.int16], left: NDArray[np.int64], points: NDArray[np.int64], standing: NDArray[np.bool_]
) -> tuple[int, int]:
    """Return the turn in which the next name loses its last point, and how many points that turn has still to take.

    With the turns sorted by the name that they take from, the turn that takes a name's last point is where the sum of
    points taken reaches those that it has.
    """
    by_name = np.argsort(names, kind="stable")
    taken = np.concatenate([np.zeros(1, np.int64), np.cumsum(left[by_name])])
    begins, ends = (np.searchsorted(names[by_name], np.arange(len(points)), side) for side in ("left", "right"))
    needed = taken[begins] + points
    last = np.searchsorted(taken, needed) - 1
    going = np.flatnonzero(standing & (last < ends) & (ends > begins))
    soonest = going[by_name[last[going]].argmin()]
    return int(by_name[last[soonest]]), int(taken[last[soonest] + 1] - needed[soonest])
