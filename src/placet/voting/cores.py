"""The veto cores: whom no coalition of voters can veto with the share that its size gives it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from placet.ballots.profile import Profile, Ranks
from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.voting.bottoms import first_places
from placet.voting.flow import Bottleneck, amounts, bottleneck
from placet.voting.registry import FAIR, Needs, Property, voting_rule
from placet.voting.winners import Winners

Share = int | Fraction


def core(profile: Profile, name: str, power: Sequence[Share], support: Sequence[Share]) -> Winners:
    """Return the core in which ballots have this power and candidates this support.

    A coalition of voters with a share x of the power, all of whom prefer each of a set B of candidates to c, blocks c
    if x is more than 1 minus B's share of the support. The core is who is not blocked; it is never empty. Candidate c
    is in it exactly if the power of every ballot can be spent on candidates that the ballot ranks no higher than c,
    with no candidate taking more than its support.

    Parameters
    ----------
    power : sequence of int or Fraction, length n
    support : sequence of int or Fraction, length m
        Neither negative, both with a positive sum; only the proportions count.

    Returns
    -------
    Winners
        Its `detail` has under ``blocked`` for each candidate outside the core the share of a coalition that blocks it
        and the candidates that all in the coalition prefer.

    Notes
    -----
    One maximum flow for each candidate over distinct ballots, exact: powers and supports are scaled to whole numbers.

    References
    ----------
    Kizilkaya and Kempe, "Plurality veto", IJCAI 2022; Moulin, "The proportional veto principle", 1981.
    """
    levels, weights = _distinct(_levels(profile), power)
    supply, demand = _scaled(weights, support)
    blocked: dict[str, Catalog[Any]] = {}
    for index, candidate in enumerate(profile.candidates):
        found = bottleneck(supply, demand, levels[:, [index]] <= levels)
        if found is not None:
            blocked[candidate] = _told(profile, found, weights)
    names = tuple(one for one in profile.candidates if one not in blocked)
    return Winners(name, names, detail=Catalog({"blocked": Catalog(blocked)}))


@voting_rule(
    "proportional-veto-core",
    Needs.RANKS,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Moulin, The proportional veto principle, 1981; Ianovski and Kondratev, AAAI 2021",
)
def proportional_veto_core(profile: Profile) -> Winners:
    """Whom no coalition can veto with its proportional share.

    A coalition of t of the n voters vetoes ceil(m*t/n) - 1 of the m candidates. The core is never empty, and every
    candidate in it is Pareto-efficient.

    Parameters
    ----------
    profile : Profile
        Rankings, shape (n, m); ties are allowed, and names left out stand tied behind the others.

    Notes
    -----
    One maximum flow for each candidate over distinct ballots.

    References
    ----------
    Moulin, 1981; Ianovski and Kondratev, AAAI 2021 (arXiv 2003.09153).
    """
    return core(profile, "proportional-veto-core", _counts(profile), [1] * len(profile.candidates))


@voting_rule(
    "veto-core",
    Needs.RANKS,
    (*FAIR, Property.EFFICIENT, Property.NEVER_EMPTY),
    source="Kizilkaya and Kempe, IJCAI 2022",
)
def veto_core(
    profile: Profile, *, weights: Mapping[str, Share] | None = None, support: Mapping[str, Share] | None = None
) -> Winners:
    """Whom no coalition can veto, when sides have unequal power or candidates unequal support.

    Parameters
    ----------
    profile : Profile
        Rankings, shape (n, m); ties are allowed, and names left out stand tied behind the others.
    weights : mapping of str to int or Fraction, optional
        The power of each class of voters, shared among its voters; left out, every voter has the same.
    support : mapping of str to int or Fraction, optional
        The support of each candidate, 0 for a candidate not named; left out, all have the same.

    Raises
    ------
    QuestionError
        If the ballots tell no classes, a class or candidate is unknown or not given a weight, or the sum is not
        positive.

    References
    ----------
    Kizilkaya and Kempe, IJCAI 2022 (arXiv 2206.07098).
    """
    power: Sequence[Share] = _counts(profile) if weights is None else _by_class(profile, weights)
    shares = [1] * len(profile.candidates) if support is None else _by_candidate(profile, support)
    return core(profile, "veto-core", power, shares)


@voting_rule(
    "plurality-veto-core", Needs.STRICT, (*FAIR, Property.NEVER_EMPTY), source="Kizilkaya and Kempe, IJCAI 2022"
)
def plurality_veto_core(profile: Profile) -> Winners:
    """Whom no coalition can veto, when the support of a candidate is its number of first places.

    Its members are, among candidates with a first place, exactly those that plurality veto elects for some order of
    the voters; each has metric distortion of at most 3.

    References
    ----------
    Kizilkaya and Kempe, IJCAI 2022 (arXiv 2206.07098) and EC 2023 (arXiv 2305.19632).
    """
    return core(profile, "plurality-veto-core", _counts(profile), first_places(profile))


def _counts(profile: Profile) -> list[int]:
    return [int(one) for one in profile.load]


def _by_class(profile: Profile, weights: Mapping[str, Share]) -> list[Share]:
    if not profile.classes or (profile.seat < 0).any():
        raise QuestionError("weights for sides, and a ballot without a side", "ballots that all tell their side")
    _check("side", weights, profile.classes)
    missing = [name for name in profile.classes if name not in weights]
    if missing:
        raise QuestionError(f"no weight for {', '.join(missing)}", "a weight for every side that has ballots")
    loads = np.bincount(profile.seat, profile.load, len(profile.classes)).astype(np.int64)
    each = [Fraction(weights[name]) / max(int(load), 1) for name, load in zip(profile.classes, loads, strict=True)]
    return [each[side] * int(load) for side, load in zip(profile.seat, profile.load, strict=True)]


def _by_candidate(profile: Profile, support: Mapping[str, Share]) -> list[Share]:
    _check("candidate", support, profile.candidates)
    return [support.get(name, 0) for name in profile.candidates]


def _check(what: str, given: Mapping[str, Share], known: Sequence[str]) -> None:
    for name, weight in given.items():
        if name not in known:
            raise QuestionError(f'the {what} "{name}"', f"one of {', '.join(known[:10])}")
        if weight < 0:
            raise QuestionError(f"{weight} for {name}", "a weight of 0 or more")
    if not sum(given.values()):
        raise QuestionError(f"weights of 0 for every {what}", "at least one weight above 0")


def _levels(profile: Profile) -> Ranks:
    """Return the ranks with names left out tied behind all others."""
    assert profile.ranks is not None  # noqa: S101 -- a rule that needs rankings has them
    behind = np.int16(len(profile.candidates) + 1)
    return np.where(profile.ranks == 0, behind, profile.ranks)


def _distinct(levels: Ranks, power: Sequence[Share]) -> tuple[Ranks, list[Share]]:
    """Return each different ballot once, with the power of all that are alike."""
    rows, which = np.unique(levels, axis=0, return_inverse=True)
    together: list[Share] = [0] * len(rows)
    for row, share in zip(which.ravel().tolist(), power, strict=True):
        together[row] += share
    kept = [index for index, share in enumerate(together) if share]
    return rows[kept], [together[index] for index in kept]


def _scaled(power: Sequence[Share], support: Sequence[Share]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return both as whole numbers with the same sum, in the same proportions."""
    powers, supports = _parts(power), _parts(support)
    scale = math.lcm(*(part.denominator for part in (*powers.values(), *supports.values())))
    # Both sums are the scale, so both arrays get the same type.
    return (
        amounts([int(powers[one] * scale) for one in power]),
        amounts([int(supports[one] * scale) for one in support]),
    )


def _parts(shares: Sequence[Share]) -> dict[Share, Fraction]:
    """Return for each different share the part of the whole that it is."""
    whole = sum(shares)
    return {one: Fraction(one) / whole for one in set(shares)}


def _told(profile: Profile, found: Bottleneck, weights: Sequence[Share]) -> Catalog[Any]:
    """Return who blocks a candidate: the coalition's share, and those whom all in it prefer."""
    in_coalition = [weight for weight, is_in in zip(weights, found.voters.tolist(), strict=True) if is_in]
    preferred = [name for name, is_open in zip(profile.candidates, found.targets.tolist(), strict=True) if not is_open]
    return Catalog({"share": Fraction(sum(in_coalition)) / sum(weights), "prefer": tuple(preferred)})
