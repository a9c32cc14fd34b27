"""Committees from approval ballots: six rules, on any so many of the names, or inside a zone."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from placet.ballots.profile import Profile
from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.zone.committees_approvals import Approvals
from placet.zone.committees_best import find_best
from placet.zone.committees_body import Body, Committee, body_of_post, plain_body
from placet.zone.committees_elected import Elected
from placet.zone.committees_goals import Distances, Goal, Thiele, harmonic, only_first
from placet.zone.committees_in_turn import InTurn, Turn

if TYPE_CHECKING:
    from placet.zone.zone import Zone

MOST_COMMITTEES = 1000
"""Committees listed, if not told otherwise."""


Found = tuple[tuple[Committee, ...], bool, Catalog[Any]]


@dataclass(frozen=True)
class CommitteeRule:
    """A committee rule as the registry lists it.

    Parameters
    ----------
    name : str
        The field's name, hyphenated.
    summary, source : str
    needs_size : bool
        Whether the number of members must be given.
    find : callable
        From the body, the ballots, the size and how many committees to list: the committees, whether they are all,
        and what decided.
    other_names : tuple of str
        What else it is called.
    options : tuple of str
        Options beside size, case, post and how many are listed.
    """

    name: str
    summary: str
    source: str
    needs_size: bool
    find: Callable[..., Found | None]
    other_names: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def __call__(
        self,
        profile: Profile,
        size: int | None = None,
        *,
        zone: Zone | None = None,
        post: str | None = None,
        limit: int | None = None,
        **options: Any,
    ) -> Elected:
        """Return who is elected.

        Parameters
        ----------
        profile : Profile
            Approval ballots; a veto or no mark is no approval.
        size : int, optional
            How many sit. With a zone it can be left out where the post says it; without one, minisum and minimax
            then choose among committees of every size.
        zone : Zone, optional
            Elect among those whom nobody vetoes and every quota allows.
        post : str, optional
            The post of the case; left out, its only one.
        limit : int, optional
            List all that are level, at most so many; left out, one of them is told.

        Raises
        ------
        QuestionError
            If the ballots have no approvals, a name or post is not in the case, or the size or an option cannot be.

        Notes
        -----
        Ten of 100 names by 1,000 voters who stand in a plane take 3 to 250 ms of CPU by any of the rules, and up to
        0.6 s with 20 vetoes and two quotas. The exact rules are hard where voters agree on nothing: 100 voters and 30
        names take 0.4 s at most, 1,000 such voters and 30 names more than a minute.
        """
        for option in options:
            if option not in self.options:
                raise QuestionError(f"the option {option}", f"an option of {self.name}")
        body = plain_body(profile, size) if zone is None else body_of_post(profile, zone, post, size)
        case = None if zone is None else zone.case
        if body.size is None and self.needs_size:
            raise QuestionError("no size of the committee", f"for {self.name} the number of members, such as 5")
        found = self.find(body, Approvals.of(profile, body.names), limit, **options)
        if found is None:
            return Elected(self.name, (), complete=True, post=body.post, case=case)
        committees, complete, detail = found
        named = tuple(tuple(body.names[place] for place in one) for one in committees)
        return Elected(self.name, named, complete, detail, body.post, body.settlement(committees[0]), case)


def _best(body: Body, goal: Goal, limit: int | None, tell: Callable[[Fraction], Catalog[Any]]) -> Found | None:
    found = find_best(body, goal, limit)
    return None if found is None else (found.committees, found.complete, tell(found.worth))


def _minisum(body: Body, approvals: Approvals, limit: int | None) -> Found | None:
    goal = Distances(approvals, is_largest=False)
    return _best(body, goal, limit, lambda worth: Catalog({"total_distance": int(-worth)}))


def _minimax(body: Body, approvals: Approvals, limit: int | None, *, by_count: bool = False) -> Found | None:
    goal = Distances(approvals, is_largest=True, by_count=by_count)
    key = "largest_weighted_distance" if by_count else "largest_distance"
    return _best(body, goal, limit, lambda worth: Catalog({key: int(-worth)}))


def _pav(body: Body, approvals: Approvals, limit: int | None) -> Found | None:
    goal = Thiele(approvals, harmonic(body.size or len(body.names)))
    return _best(body, goal, limit, lambda worth: Catalog({"score": worth}))


def _chamberlin_courant(body: Body, approvals: Approvals, limit: int | None) -> Found | None:
    goal = Thiele(approvals, only_first())
    total = approvals.total
    return _best(body, goal, limit, lambda worth: Catalog({"represented": int(worth), "voters": total}))


def _in_turn(body: Body, approvals: Approvals, limit: int | None, *, has_shares: bool) -> Found | None:
    filled = InTurn(body, approvals, body.size or 0, has_shares).filled(limit)
    if filled is None:
        return None
    rounds = tuple(_round(body, turn) for turn in filled.turns)
    return filled.committees, filled.complete, Catalog({"rounds": rounds})


def _round(body: Body, turn: Turn) -> Catalog[Any]:
    level = tuple(body.names[who] for who in turn.level if who != turn.taken)
    told = {"taken": body.names[turn.taken], "level": level, "by": turn.by, "number": turn.number}
    return Catalog(told)


def _equal_shares(body: Body, approvals: Approvals, limit: int | None) -> Found | None:
    return _in_turn(body, approvals, limit, has_shares=True)


def _sequential_phragmen(body: Body, approvals: Approvals, limit: int | None) -> Found | None:
    return _in_turn(body, approvals, limit, has_shares=False)


COMMITTEE_RULES: Catalog[CommitteeRule] = Catalog(
    (one.name, one)
    for one in (
        CommitteeRule(
            "minisum",
            "The committee that differs from the ballots in the fewest places, all voters together.",
            "Brams, Kilgour and Sanver, A minimax procedure for electing committees, 2007",
            needs_size=False,
            find=_minisum,
        ),
        CommitteeRule(
            "minimax",
            "The committee that differs from the ballot furthest from it in the fewest places.",
            "Brams, Kilgour and Sanver, A minimax procedure for electing committees, 2007",
            needs_size=False,
            find=_minimax,
            options=("by_count",),
        ),
        CommitteeRule(
            "pav",
            "Proportional approval voting: a voter counts 1 for a first member approved, 1/2 for a second, and so on.",
            "Thiele, Om Flerfoldsvalg, 1895",
            needs_size=True,
            find=_pav,
            other_names=("proportional-approval-voting",),
        ),
        CommitteeRule(
            "chamberlin-courant",
            "As many voters as possible have at least one member whom they approve.",
            "Chamberlin and Courant, 1983; on approvals Thiele, 1895",
            needs_size=True,
            find=_chamberlin_courant,
            other_names=("cc",),
        ),
        CommitteeRule(
            "equal-shares",
            "Voters have equal shares of the seats and buy members together; what stays empty is filled by Phragmén.",
            "Peters and Skowron, Proportionality and the limits of welfarism, 2020",
            needs_size=True,
            find=_equal_shares,
            other_names=("mes", "rule-x"),
        ),
        CommitteeRule(
            "sequential-phragmen",
            "Each member is a load of 1 on its voters; whoever makes the largest load smallest comes next.",
            "Phragmén, 1899; Brill, Freeman, Janson and Lackner, 2024",
            needs_size=True,
            find=_sequential_phragmen,
            other_names=("phragmen", "seqphragmen"),
        ),
    )
)
"""The committee rules in the order in which they are listed."""


def committee_rule(name: str) -> CommitteeRule:
    """Return the committee rule of this name.

    Raises
    ------
    QuestionError
        If there is none, with the nearest name.
    """
    called = {word: one for one in COMMITTEE_RULES.values() for word in (one.name, *one.other_names)}
    if name in called:
        return called[name]
    close = difflib.get_close_matches(name.casefold()[:80], list(called), n=1, cutoff=0.5)
    raise QuestionError(f'the committee rule "{name}"', f"one of {', '.join(COMMITTEE_RULES)}", next(iter(close), None))
