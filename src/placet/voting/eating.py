"""Veto by consumption and its kin: all voters eat at once at the name they like least, until nothing is left."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import Profile
from placet.case.catalog import Catalog
from placet.voting.bottoms import first_places, last_standing, totals
from placet.voting.registry import FAIR, Needs, Property, voting_rule
from placet.voting.winners import Winners


@dataclass(frozen=True)
class Meal:
    """How the names were eaten up.

    Parameters
    ----------
    rounds : tuple of tuple of int
        The candidates eaten up together, in the order of time; the last are the winners.
    eaters : ndarray of int64, shape (m,)
        The weight of the voters at each candidate when the last ones were eaten up.
    """

    rounds: tuple[tuple[int, ...], ...]
    eaters: NDArray[np.int64]


def eat(profile: Profile, portions: list[int]) -> Meal:
    """Let all voters eat with equal speed at their least preferred name that is still there.

    Parameters
    ----------
    portions : list of int, length m
        How much there is of each candidate; one with nothing is away from the beginning.

    Notes
    -----
    Exact: time runs in whole numbers over a common denominator. At most m events, each of which looks again only at
    ballots whose name is gone: one pass over the ranks, and at worst m.
    """
    assert profile.ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    left = list(portions)
    standing = np.array([portion > 0 for portion in left])
    at = last_standing(profile.ranks, standing)
    rounds: list[tuple[int, ...]] = []
    while True:
        eaters = totals(at, profile.load, len(left))
        rate = [int(one) for one in eaters]
        eaten = [index for index in np.flatnonzero(standing).tolist() if rate[index]]
        first = min(eaten, key=lambda index: Fraction(left[index], rate[index]))
        portion, speed = left[first], rate[first]
        # Multiplied by the speed, all portions stay whole when the time portion/speed has passed.
        left = [one * speed - portion * rate[index] for index, one in enumerate(left)]
        divisor = math.gcd(*left) or 1
        left = [one // divisor for one in left]
        gone = [index for index in eaten if left[index] == 0]
        rounds.append(tuple(gone))
        standing[gone] = False
        if not standing.any():
            return Meal(tuple(rounds), eaters)
        hungry = np.flatnonzero(~standing[at])
        at[hungry] = last_standing(profile.ranks, standing, hungry)


@voting_rule(
    "veto-by-consumption",
    Needs.STRICT,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Ianovski and Kondratev, AAAI 2021",
)
def veto_by_consumption(profile: Profile) -> Winners:
    """All eat at once at the name they like least; the last to be eaten up win, by lot.

    Every candidate is there in the same amount. The lottery gives each winner the share of the voters who eat at it
    at the end. Anonymous and neutral; the winners are in the proportional veto core.

    Notes
    -----
    Exact. At most m events, each a pass over the ballots whose name is gone.

    References
    ----------
    Ianovski and Kondratev, "Computing the proportional veto core", AAAI 2021 (arXiv 2003.09153).
    """
    meal = eat(profile, [1] * len(profile.candidates))
    last = sorted(meal.rounds[-1])
    lottery = Catalog({profile.candidates[i]: Fraction(int(meal.eaters[i]), profile.total) for i in last})
    return Winners("veto-by-consumption", tuple(lottery), lottery, _told(profile, meal))


@voting_rule(
    "simultaneous-veto",
    Needs.STRICT,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Kizilkaya and Kempe, EC 2023",
)
def simultaneous_veto(profile: Profile) -> Winners:
    """All eat at once at the name they like least; there is as much of each as it has first places.

    Plurality veto without an order of the voters: anonymous and neutral. The winners, the last to be eaten up, are in
    the plurality veto core.

    Notes
    -----
    Exact. At most m events, each a pass over the ballots whose name is gone.

    References
    ----------
    Kizilkaya and Kempe, "Generalized veto core and a practical voting rule with optimal metric distortion", EC 2023
    (arXiv 2305.19632).
    """
    meal = eat(profile, first_places(profile))
    names = tuple(profile.candidates[index] for index in sorted(meal.rounds[-1]))
    return Winners("simultaneous-veto", names, detail=_told(profile, meal))


def _told(profile: Profile, meal: Meal) -> Catalog[tuple[tuple[str, ...], ...]]:
    return Catalog({"rounds": tuple(tuple(profile.candidates[i] for i in sorted(gone)) for gone in meal.rounds)})
