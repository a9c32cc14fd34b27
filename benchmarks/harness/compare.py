"""Whether two answers say the same: one function for each kind of answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from harness.values import Theirs

Work = Callable[[], Any]


def same_reasons(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare all conflicts and concessions; of unfinished work, whether each that was found is among ours.

    Ours joins equal demands to classes. A conflict between demands stands for the conflict between their classes, and
    a concession holds all of a class or none.
    """
    class_of = {one: tuple(equal) for found in ours["conflicts"] for equal in found for one in equal}
    conflicts = {frozenset(map(tuple, found)) for found in ours["conflicts"]}
    concessions = {frozenset(found) for found in ours["concessions"]}
    pieces = theirs.pieces
    if theirs.finished:
        pieces = (*(("MUS", one) for one in theirs.answer["conflicts"]),)
        pieces += (*(("MCS", one) for one in theirs.answer["concessions"]),)
        members = theirs.answer["members"]
    else:
        members = None
    found_conflicts, found_concessions, n_conflicts = set(), set(), 0
    for kind, demands in pieces:
        if kind == "MUS":
            n_conflicts += 1
            found_conflicts.add(frozenset(class_of.get(one, (one,)) for one in demands))
        elif demands:  # MARCO gives up nothing where there is no deadlock; we list no concession then
            found_concessions.add(frozenset(_expanded(demands, members, class_of)))
    unknown = []
    if ours["complete"]["conflicts"]:
        unknown += [f"a conflict that we have not: {_plain(one)}" for one in found_conflicts - conflicts]
    if ours["complete"]["concessions"]:
        unknown += [f"a concession that we have not: {sorted(one)}" for one in found_concessions - concessions]
    if theirs.finished:
        unknown += [f"lacks our conflict {_plain(one)}" for one in conflicts - found_conflicts]
        unknown += [f"lacks our concession {sorted(one)}" for one in concessions - found_concessions]
        due = len(conflicts) if members else sum(math.prod(map(len, one)) for one in conflicts)
        if ours["complete"]["conflicts"] and n_conflicts != due:
            unknown.append(f"{n_conflicts} conflicts, ours stand for {due}")
    return _first(unknown)


def _expanded(demands: Iterable[str], members: Any, class_of: dict[str, tuple[str, ...]]) -> Iterable[str]:
    for one in demands:
        yield from members[one] if members else class_of.get(one, (one,))


def _plain(conflict: frozenset[tuple[str, ...]]) -> list[str]:
    return sorted(equal[0] for equal in conflict)


def same_conflict(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare one conflict that is the only one there is."""
    if not theirs.finished or theirs.answer["conflict"] == ours["conflict"]:
        return None
    return f"{len(theirs.answer['conflict'])} demands, ours {len(ours['conflict'])}"


def same_cost(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare what the cheapest concession costs."""
    return None if not theirs.finished else _unequal(ours["cost"], theirs.answer["cost"])


def same_leximin(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare the scores from the least to the largest; of unfinished stages the sums that were proven.

    An answer of ours that is not proven may be less, but never more.
    """
    mine = sorted(ours["scores"])
    if not theirs.finished:
        known = list(theirs.pieces)
        sums = [sum(mine[: place + 1]) for place in range(len(known))]
        return None if not ours["proven"] and sums <= known else _unequal(sums, known)
    given = sorted(theirs.answer["scores"])
    return None if not ours["proven"] and mine <= given else _unequal(mine, given)


def same_nash(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare the products, in whole numbers; the peer's logarithms are allowed their rounding."""
    if not theirs.finished:
        return None
    mine, given = math.prod(ours["scores"]), math.prod(theirs.answer["scores"])
    if mine == given or (not ours["proven"] and mine < given) or given < mine <= given * (1 + 1e-6):
        return None
    return _unequal(mine, given)


def same_share(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare the least share of its ideal that a side has, with the peer's ideals and its gap."""
    if not theirs.finished:
        return None
    ideals = theirs.answer["ideals"]
    mine = min(score / ideal for score, ideal in zip(ours["scores"], ideals, strict=True))
    given = min(score / ideal for score, ideal in zip(theirs.answer["scores"], ideals, strict=True))
    if abs(mine - given) <= 2e-6 or (not ours["proven"] and mine < given):
        return None
    return _unequal(mine, given)


def same_count(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare how many settlements there are; a count of ours that is not exact is at least not too large."""
    if not theirs.finished:
        return None
    mine, given = int(ours["count"]), int(theirs.answer["count"])
    return None if mine == given or (not ours["exact"] and mine <= given) else _unequal(mine, given)


def same_winners(_: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare who wins."""
    return None if not theirs.finished else _unequal(sorted(ours["winners"]), sorted(theirs.answer["winners"]))


def same_winners_in_their_order(work: Work, ours: Any, theirs: Theirs) -> str | None:
    """Compare who wins plurality veto; a peer that draws the order of the voters tells it, and ours is asked again."""
    if not theirs.finished or "order" not in theirs.answer:
        return same_winners(work, ours, theirs)
    from placet.ballots.profile import Profile  # noqa: PLC0415 -- only here is placet asked to compare
    from placet.voting.plurality_veto import plurality_veto  # noqa: PLC0415

    ranks = work()
    profile = Profile(tuple(f"c{place}" for place in range(ranks.shape[1])), ranks)
    again = plurality_veto(profile, order=theirs.answer["order"])
    return _unequal(list(again.names), theirs.answer["winners"])


def _unequal(ours: Any, theirs: Any) -> str | None:
    return None if ours == theirs else f"{theirs}, ours {ours}"


def _first(unlike: list[str]) -> str | None:
    if not unlike:
        return None
    return min(unlike)[:300] + (f" and {len(unlike) - 1} more" if len(unlike) > 1 else "")
