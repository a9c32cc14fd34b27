"""Rules on approvals and vetoes: approval with a blocking minority, and net approval."""

from __future__ import annotations

import numpy as np

from placet.ballots.profile import Profile
from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.voting.descent import checked, majority
from placet.voting.registry import FAIR, Needs, Property, voting_rule
from placet.voting.winners import Winners


@voting_rule(
    "approval-with-blocking-minority", Needs.MARKS, FAIR, source="the definition; one veto blocks if not told otherwise"
)
def approval_with_blocking_minority(
    profile: Profile, *, quota: int | None = None, blocking: int | None = None
) -> Winners:
    """Everybody whom enough voters approve and not too many veto is acceptable.

    All who are acceptable are named, not only those with most approvals. Dropping a veto never makes anybody
    unacceptable.

    Parameters
    ----------
    quota : int, optional
        How many approvals are enough; left out, more than half of the voters.
    blocking : int, optional
        How many vetoes block; left out, one.

    Raises
    ------
    QuestionError
        If the quota cannot be reached, or fewer than one veto is to block.

    Notes
    -----
    One pass over the marks.
    """
    enough = majority(profile) if quota is None else checked(profile, quota)
    block = 1 if blocking is None else blocking
    if block < 1:
        raise QuestionError(f"a blocking minority of {block}", "a blocking minority of at least 1")
    approvals, vetoes = _counts(profile)
    names = tuple(name for name in profile.candidates if approvals[name] >= enough and vetoes[name] < block)
    told = Catalog({"quota": enough, "blocking": block, "approvals": approvals, "vetoes": vetoes})
    return Winners("approval-with-blocking-minority", names, detail=told)


@voting_rule(
    "net-approval",
    Needs.MARKS,
    (*FAIR, Property.NEVER_EMPTY),
    source="Felsenthal, On combining approval with disapproval voting, 1989",
)
def net_approval(profile: Profile) -> Winners:
    """The most approvals less vetoes win.

    Notes
    -----
    One pass over the marks.

    References
    ----------
    Felsenthal, "On combining approval with disapproval voting", Behavioral Science 34, 1989.
    """
    approvals, vetoes = _counts(profile)
    net = Catalog({name: approvals[name] - vetoes[name] for name in profile.candidates})
    names = tuple(name for name, score in net.items() if score == max(net.values()))
    return Winners("net-approval", names, detail=Catalog({"net": net, "approvals": approvals, "vetoes": vetoes}))


def _counts(profile: Profile) -> tuple[Catalog[int], Catalog[int]]:
    """Return by how many voters each candidate is approved, and by how many vetoed."""
    assert profile.marks is not None  # noqa: S101 -- a rule that needs marks has them
    columns = [profile.marks[:, index] for index in range(len(profile.candidates))]
    approvals, vetoes = (
        Catalog(
            {
                name: int(profile.load[column == mark].sum())
                for name, column in zip(profile.candidates, columns, strict=True)
            }
        )
        for mark in (np.int8(1), np.int8(-1))
    )
    return approvals, vetoes
