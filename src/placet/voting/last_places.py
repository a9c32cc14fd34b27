"""Rules that count last places: anti-plurality, and Coombs, who strikes the name with most of them again and again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import Profile
from placet.case.catalog import Catalog
from placet.voting.bottoms import last_standing, totals
from placet.voting.registry import FAIR, Needs, Property, voting_rule
from placet.voting.winners import Winners


@voting_rule(
    "anti-plurality",
    Needs.STRICT,
    (*FAIR, Property.NEVER_EMPTY),
    source="Brams and Fishburn, Voting procedures, 2002 (as the veto rule)",
)
def anti_plurality(profile: Profile) -> Winners:
    """The fewest last places win; also called the veto rule.

    Notes
    -----
    One pass over the ranks.

    References
    ----------
    Brams and Fishburn, "Voting procedures", Handbook of Social Choice and Welfare 1, 2002.
    """
    everybody = np.ones(len(profile.candidates), np.bool_)
    assert profile.ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    last = totals(last_standing(profile.ranks, everybody), profile.load, len(everybody))
    names = tuple(name for name, count in zip(profile.candidates, last, strict=True) if count == last.min())
    shown = Catalog({name: int(count) for name, count in zip(profile.candidates, last, strict=True)})
    return Winners("anti-plurality", names, detail=Catalog({"last_places": shown}))


@voting_rule(
    "coombs", Needs.STRICT, (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY), source="Coombs, A theory of data, 1964"
)
def coombs(profile: Profile) -> Winners:
    """Whoever has most last places is struck, again and again, until somebody is first for more than half the voters.

    Names that tie for most last places are struck together; if that were all who are left, all of them win.

    Notes
    -----
    At most m rounds; each looks again only at ballots whose first or last name has been struck.

    References
    ----------
    Coombs, "A theory of data", 1964.
    """
    assert profile.ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    size = len(profile.candidates)
    standing = np.ones(size, np.bool_)
    # The first on a ballot is the last on the ballot turned round.
    turned = (size + 1 - profile.ranks).astype(np.int16)
    first, last = last_standing(turned, standing), last_standing(profile.ranks, standing)
    rounds: list[tuple[str, ...]] = []
    while True:
        led = totals(first, profile.load, size)
        if 2 * led.max() > profile.total:
            return _won(profile, [int(led.argmax())], rounds, led)
        hated = totals(last, profile.load, size)
        struck = standing & (hated == hated.max())
        if (struck == standing).all():
            return _won(profile, np.flatnonzero(standing).tolist(), rounds, led)
        rounds.append(tuple(profile.candidates[index] for index in np.flatnonzero(struck)))
        standing &= ~struck
        for ranks, named in ((turned, first), (profile.ranks, last)):
            moving = np.flatnonzero(~standing[named])
            named[moving] = last_standing(ranks, standing, moving)


def _won(profile: Profile, winners: list[int], rounds: list[tuple[str, ...]], led: NDArray[np.int64]) -> Winners:
    first = Catalog({profile.candidates[index]: int(led[index]) for index in winners})
    detail = Catalog({"struck": tuple(rounds), "first": first, "voters": profile.total})
    return Winners("coombs", tuple(first), detail=detail)
