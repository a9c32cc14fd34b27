"""Fallback bargaining and its kin: all voters descend their rankings together until enough of them meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import BLOCK, Profile
from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.voting.bottoms import totals
from placet.voting.registry import FAIR, Needs, Property, voting_rule
from placet.voting.winners import Winners


@dataclass(frozen=True)
class Descent:
    """How far the voters descended, and whom they met there.

    Parameters
    ----------
    depth : int
        How many places of each ranking were looked at.
    support : ndarray of int64, shape (m,)
        The voters who rank each candidate within that depth and do not refuse it.
    is_met : bool
        Whether some support reached the quota.
    """

    depth: int
    support: NDArray[np.int64]
    is_met: bool


def descend(profile: Profile, quota: int) -> Descent:
    """Descend all rankings in lockstep to the smallest depth at which some candidate has `quota` voters.

    A voter never descends to a name that the ballot leaves out or vetoes; if no candidate ever has enough, that is
    the impasse of Brams and Kilgour.

    Notes
    -----
    One pass over the ranks.
    """
    ranks = profile.ranks
    assert ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    if profile.marks is not None:
        ranks = np.where(profile.marks < 0, np.int16(0), ranks)
    size = len(profile.candidates)
    at = np.zeros((size, size + 1), np.int64)
    for start in range(0, len(ranks), BLOCK):
        weights = profile.load[start : start + BLOCK]
        for index, column in enumerate(np.ascontiguousarray(ranks[start : start + BLOCK].T)):
            at[index] += totals(column, weights, size + 1)
    within = np.cumsum(at[:, 1:], axis=1)
    enough = np.flatnonzero(within.max(axis=0) >= quota)
    depth = int(enough[0]) + 1 if len(enough) else int(max(ranks.max(), 1))
    return Descent(depth, within[:, depth - 1], bool(len(enough)))


@voting_rule(
    "fallback",
    Needs.TRUNCATED,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Brams and Kilgour, Fallback bargaining, 2001",
)
def fallback(profile: Profile) -> Winners:
    """All descend together from their best until there is a name that everybody has come to.

    The same as the smallest worst rank: everyone's least happy voter is as happy as can be. A name that a ballot
    leaves out or vetoes is never come to; then there can be an impasse, and nobody wins.

    Notes
    -----
    One pass over the ranks. The outcome is Pareto-efficient; with two voters it is the Unanimity Compromise.

    References
    ----------
    Brams and Kilgour, "Fallback bargaining", Group Decision and Negotiation 10, 2001.
    """
    return _met("fallback", profile, profile.total)


@voting_rule(
    "q-approval-fallback",
    Needs.TRUNCATED,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Brams and Kilgour, Fallback bargaining, 2001",
)
def q_approval_fallback(profile: Profile, *, quota: int | None = None) -> Winners:
    """All descend together from their best until a quota of the voters has come to the same name.

    If several names have the quota at that depth, the one with most voters wins. Nobody wins at an impasse.

    Parameters
    ----------
    quota : int, optional
        How many voters are enough; left out, more than half.

    Raises
    ------
    QuestionError
        If the quota is not between 1 and the number of voters.

    References
    ----------
    Brams and Kilgour, "Fallback bargaining", Group Decision and Negotiation 10, 2001.
    """
    return _met("q-approval-fallback", profile, majority(profile) if quota is None else checked(profile, quota))


@voting_rule(
    "majoritarian-compromise",
    Needs.TRUNCATED,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Sertel and Yilmaz, 1999",
)
def majoritarian_compromise(profile: Profile) -> Winners:
    """All descend together from their best until more than half have come to the same name; most voters win.

    The same as q-approval fallback with a majority for its quota, impasse included.

    References
    ----------
    Sertel and Yilmaz, "The majoritarian compromise is majoritarian-optimal and subgame-perfect implementable",
    Social Choice and Welfare 16, 1999.
    """
    return _met("majoritarian-compromise", profile, majority(profile))


@voting_rule(
    "bucklin",
    Needs.TRUNCATED,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Hoag and Hallett, Proportional representation, 1926",
)
def bucklin(profile: Profile) -> Winners:
    """First choices count, then second choices too, and so on until somebody has more than half; most voters win.

    If nobody comes to more than half when all ranked names count, whoever has most voters wins: unlike the
    majoritarian compromise it knows no impasse, unless every name of every ballot is vetoed.

    References
    ----------
    Hoag and Hallett, "Proportional representation", 1926, on the Grand Junction system of James W. Bucklin.
    """
    found = descend(profile, majority(profile))
    return _told("bucklin", profile, found, majority(profile), is_won=bool(found.support.max() > 0))


def majority(profile: Profile) -> int:
    """Return the least number of voters that is more than half."""
    return profile.total // 2 + 1


def checked(profile: Profile, quota: int) -> int:
    """Return a quota that can be reached.

    Raises
    ------
    QuestionError
        If it is not between 1 and the number of voters.
    """
    if not 1 <= quota <= profile.total:
        raise QuestionError(f"a quota of {quota}", f"a quota from 1 to {profile.total}, the number of voters")
    return quota


def _met(rule: str, profile: Profile, quota: int) -> Winners:
    found = descend(profile, quota)
    return _told(rule, profile, found, quota, is_won=found.is_met)


def _told(rule: str, profile: Profile, found: Descent, quota: int, *, is_won: bool) -> Winners:
    support = Catalog({name: int(one) for name, one in zip(profile.candidates, found.support, strict=True)})
    most = max(support.values())
    names = tuple(name for name, one in support.items() if is_won and one == most)
    depth = found.depth if is_won else None
    return Winners(rule, names, detail=Catalog({"depth": depth, "quota": quota, "support": support}))
