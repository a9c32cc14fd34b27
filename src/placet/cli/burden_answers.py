"""The answers about what is asked of each side: the fairest way out, ways out within limits, the frontier."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from typing import Any

from placet.cli.growing import Tell
from placet.cli.zone_answers import about_zone, in_order
from placet.errors import QuestionError
from placet.words import message
from placet.zone.burden_frontier import BurdenFrontier
from placet.zone.burdens import Ceilings
from placet.zone.conflicts import Concession
from placet.zone.fairest import fairest_so_far
from placet.zone.solution import COUNTED, WORK_EACH, with_opens
from placet.zone.within_limits import concessions_within, least_asked
from placet.zone.zone import Zone

Answer = dict[str, Any]


def is_stuck(zone: Zone) -> bool:
    """Whether nobody can be appointed now, though giving demands up could change that."""
    feasible = zone.feasible()
    return not feasible and feasible.impossible is None


def fairest_answer(zone: Zone, limits: Ceilings) -> Answer:
    """Return the fairest concession, another that is as fair, and the cheapest, all within the limits."""
    fairest = zone.fairest(limits) if is_stuck(zone) else None
    cheapest = next(concessions_within(zone.burdens, limits), None) if fairest else None
    told = [] if fairest is None else with_counts(zone, [fairest.concession])
    return {
        **_about(zone, limits, nothing=fairest is None),
        "fairest": told[0] if told else None,
        "as_fair": None if fairest is None or fairest.as_fair is None else fairest.as_fair.to_dict(),
        "cheapest": None if cheapest is None else cheapest.to_dict(),
        "complete": {"fairest": True},
    }


def fairest_known(zone: Zone, limits: Ceilings) -> Answer:
    """Return the same when the search was stopped: the fairest of what it had met, if anything."""
    fairest = fairest_so_far(zone.burdens, limits) if is_stuck(zone) else None
    told = [] if fairest is None else with_opens([fairest.concession], ())
    return {
        **_about(zone, limits, nothing=False),
        "fairest": told[0] if told else None,
        "as_fair": None,
        "cheapest": None,
        "complete": {"fairest": False},
    }


def within_answer(zone: Zone, limits: Ceilings, found: list[Concession], limit: int, by: str) -> Answer:
    """Return the ways out within the limits, and put each into `found` as soon as it is known."""
    complete = True
    if is_stuck(zone):
        search = concessions_within(zone.burdens, limits, fewest_first=by == "number")
        try:
            found.extend(islice(search, limit))
            complete = len(found) < limit or next(search, None) is None
        except QuestionError:
            if not found:
                raise
            complete = False
    return listed(zone, limits, found, by, complete=complete)


def listed(zone: Zone, limits: Ceilings, found: Sequence[Concession], by: str, *, complete: bool) -> Answer:
    """Return ways out that were found within the limits; none of them is counted unless these are all."""
    told = with_counts(zone, found) if complete else with_opens(found, ())
    return {
        **_about(zone, limits, nothing=complete and not found),
        "concessions": in_order(zone, told, by),
        "complete": {"concessions": complete},
    }


def frontier_answer(zone: Zone, limits: Ceilings, frontier: BurdenFrontier | None, limit: int, tell: Tell) -> Answer:
    """Return the frontier of burdens within the limits, up to `limit` points of it."""
    if frontier is not None:
        for _ in islice(frontier.steps(), limit):
            tell(message("burden.found", count=len(frontier.points), open=frontier.n_corners))
    return frontier_so_far(zone, limits, frontier, is_stopped=False)


def frontier_so_far(zone: Zone, limits: Ceilings, frontier: BurdenFrontier | None, *, is_stopped: bool) -> Answer:
    """Return what has been found of the frontier, and where what is missing must lie."""
    points = () if frontier is None else frontier.points
    corners = () if frontier is None else frontier.corners
    return {
        **_about(zone, limits, nothing=not points and not corners),
        "frontier": with_opens(points, ()) if is_stopped else with_counts(zone, points),
        "beyond": [{side: plain(most) for side, most in corner.items()} for corner in corners],
        "complete": {"frontier": not corners},
    }


def _about(zone: Zone, limits: Ceilings, *, nothing: bool) -> Answer:
    least = least_asked(zone.burdens, limits) if nothing and is_stuck(zone) else {}
    return {
        **about_zone(zone),
        "limits": {side: plain(most) for side, most in limits.items()},
        "least": {side: one.to_dict() for side, one in least.items()},
    }


def with_counts(zone: Zone, concessions: Sequence[Concession]) -> list[Answer]:
    """Return concessions as the JSON contract has them, the first few with what they open."""
    return with_opens(concessions, [zone.opens(one, work=WORK_EACH) for one in concessions[:COUNTED]])


def plain(value: Fraction) -> int | float:
    """Return an exact number as JSON has it."""
    return value.numerator if value.denominator == 1 else float(value)
