"""Each picture of a case, from the case and a day alone."""

from __future__ import annotations

from placet.case.nouns import Case
from placet.errors import QuestionError
from placet.pictures.consent_grid import consent_grid
from placet.pictures.deadlock_graph import deadlock_graph
from placet.pictures.drawing import Size
from placet.pictures.frontier_chart import NamedPoint, Point, frontier_chart
from placet.pictures.picture import Picture
from placet.pictures.slate_board import slate_board
from placet.pictures.timeline import timeline
from placet.record.account import account
from placet.record.standing import Day
from placet.zone.solution import Solution, solve
from placet.zone.zone import Zone

MOST_CLASHES = 100
"""So many clashes and ways out are looked for; a picture shows fewer."""
MOST_POINTS = 60
"""So many settlements of the frontier are looked for."""


def grid(case: Case, on: Day = None, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw who is refused by whom."""
    return consent_grid(case, on, lang=lang, size=size)


def board(case: Case, on: Day = None, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw the best settlements, or what the cheapest concessions would open."""
    return slate_board(Zone(case, on), lang=lang, size=size)


def deadlock(case: Case, on: Day = None, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw what clashes, and the cheapest way out."""
    return deadlock_graph(solve(case, on, limit=MOST_CLASHES), lang=lang, size=size)


def timeline_of(case: Case, on: Day = None, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw who demanded what, and when."""
    return timeline(account(case, on), lang=lang, size=size)


def frontier(case: Case, on: Day = None, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw the worth of the settlements that criteria choose, for the two sides that stated preferences.

    Raises
    ------
    QuestionError
        If it is not two sides that hold consent and stated preferences, or nothing is accepted by all.
    """
    zone = Zone(case, on)
    stated = [told.side for told in zone.preferences]
    if len(stated) != 2:
        raise QuestionError(f"{len(stated)} sides with preferences", "two of them: a frontier is drawn for two sides")
    bests = zone.bests()
    if not bests:
        raise QuestionError(
            "no settlement that all accept", "a case with one; `placet picture CASE deadlock` shows why"
        )
    first, second = stated
    ranking = zone.best("utilitarian", MOST_POINTS)
    listed = () if ranking is None else ranking.found
    named_at: dict[Point, list[str]] = {}
    for best in bests:
        named_at.setdefault((best.scores[first], best.scores[second]), []).append(str(best.criterion))
    named = [NamedPoint(tuple(names), at) for at, names in named_at.items()]
    points = dict.fromkeys([*named_at, *((best.scores[first], best.scores[second]) for best in listed)])
    disagreement = (case.preferences[first].disagreement, case.preferences[second].disagreement)
    sides = (case.sides[first].name, case.sides[second].name)
    return frontier_chart(
        sides,
        tuple(points),
        named,
        disagreement,
        is_whole=ranking is not None and ranking.complete,
        lang=lang,
        size=size,
    )


def of_solution(zone: Zone, solution: Solution, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw an answer: the settlements if there are any, else why there are none."""
    if solution.feasibility:
        return slate_board(zone, solution.best, lang=lang, size=size)
    return deadlock_graph(solution, lang=lang, size=size)
