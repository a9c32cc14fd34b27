"""The whole answer to one question: whom could all sides live with; if nobody, why, and what would it take?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Case
from placet.record.left_open import LeftOpen, left_open
from placet.record.roadmap import Roadmap, roadmap
from placet.record.standing import Day
from placet.record.status import Status
from placet.words import Message
from placet.zone.conflicts import Concession, Concessions, Conflicts
from placet.zone.count import Count
from placet.zone.deadlock import LIMIT
from placet.zone.ranking import Best
from placet.zone.story import tell_solution
from placet.zone.verdicts import Feasibility, Reach
from placet.zone.zone import Zone

COUNTED = 5
"""For so many concessions, the cheapest, the settlements that they open are counted."""
WORK_EACH = 50_000_000
"""What counting the settlements of one concession may cost; see `placet.zone.count`."""


@dataclass(frozen=True, repr=False)
class Solution:
    """What `solve` answers.

    Parameters
    ----------
    reach : Reach
        With everything that binds: what stands, is presumed or is undetermined.
    cast, certain : Reach
        Without what is presumed; without what is undetermined, too.
    if_bound : Catalog of Reach
        For each side without consent: what it would be if that side held it.
    best : tuple of Best
        The best settlement by each criterion; some settlement when nobody stated preferences.
    excluded : Catalog of tuple of str
        Candidates out of every post they could hold, and the demands that alone keep them out.
    unrefuted : int
        How many answers rest on a solver's word that there is no settlement, because a proof would be too long; then
        no list is called complete.
    opens : tuple of Count
        For each of the cheapest concessions the number of settlements that it opens.
    """

    case: Case = field(repr=False)
    on: str | None
    feasibility: Feasibility
    reach: Reach
    best: tuple[Best, ...]
    excluded: Catalog[tuple[str, ...]]
    conflicts: Conflicts
    concessions: Concessions
    opens: tuple[Count, ...]
    cast: Reach
    certain: Reach
    if_bound: Catalog[Reach]
    undetermined: tuple[str, ...]
    roadmap: Roadmap
    left_open: tuple[LeftOpen, ...]
    unrefuted: int = 0

    def __repr__(self) -> str:
        day = f" on {self.on}" if self.on else ""
        if self.feasibility:
            return f"<Solution of {self.case.name}{day}: {self.reach.count} settlements>"
        if self.feasibility.impossible is not None:
            return f"<Solution of {self.case.name}{day}: impossible>"
        found = f"{len(self.conflicts.found)} conflicts, {len(self.concessions.found)} concessions"
        return f"<Solution of {self.case.name}{day}: deadlocked, {found}>"

    def explain(self) -> tuple[Message, ...]:
        """Return the answer as sentences, in the order in which a mediator would read them aloud."""
        return tuple(line.message for line in tell_solution(self.case, self.to_dict()))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        shortage = self.feasibility.shortage
        return {
            "case": self.case.name,
            "on": self.on,
            "feasible": bool(self.feasibility),
            "count": str(self.reach.count),
            "best": [best.to_dict() for best in self.best],
            "excluded": {who: list(by) for who, by in self.excluded.items()},
            "conflicts": [conflict.to_dict() for conflict in self.conflicts.found],
            "concessions": with_opens(self.concessions.found, self.opens),
            "complete": {
                "conflicts": self.conflicts.complete and not self.unrefuted,
                "concessions": self.concessions.complete and not self.unrefuted,
                "count": self.reach.exact,
            },
            "unrefuted": self.unrefuted,
            "impossible": list(self.feasibility.impossible or ()),
            "shortage": None if shortage is None else shortage.to_dict(),
            "cast": self.cast.to_dict(),
            "certain": self.certain.to_dict(),
            "if_bound": {side: reach.to_dict() for side, reach in self.if_bound.items()},
            "undetermined": list(self.undetermined),
            "roadmap": self.roadmap.to_dict(),
            "left_open": [one.to_dict() for one in self.left_open],
        }


def solve(case: Case, on: Day = None, *, limit: int = LIMIT) -> Solution:
    """Answer who could be appointed on a day; if nobody, why, and what would open a way.

    Parameters
    ----------
    on : datetime.date, str or None
        The day; None: the latest possible day of any dated entry of the record.
    limit : int
        How many conflicts and how many concessions are listed at most.

    Raises
    ------
    QuestionError
        If `on` is no day.
    """
    return answer(Zone(case, on), limit=limit)


def answer(zone: Zone, *, limit: int = LIMIT) -> Solution:
    """Answer the same of a zone, which remembers what was found if this is interrupted."""
    case = zone.case
    concessions = zone.concessions(limit)
    reaches = {frozenset(zone.binding): zone.reach()}

    def reach(other: Zone) -> Reach:
        """Zones with the same binding demands are the same."""
        key = frozenset(other.binding)
        if key not in reaches:
            reaches[key] = other.reach()
        return reaches[key]

    return Solution(
        case=case,
        on=zone.on.isoformat() if zone.on else None,
        feasibility=zone.feasible(),
        reach=zone.reach(),
        best=zone.bests(),
        excluded=zone.excluded(),
        conflicts=zone.conflicts(limit),
        concessions=concessions,
        opens=tuple(zone.opens(one, work=WORK_EACH) for one in concessions.found[:COUNTED]),
        cast=reach(zone.cast()),
        certain=reach(zone.certain()),
        if_bound=Catalog((side, reach(zone.if_bound(side))) for side in case.sides if side not in case.holders),
        undetermined=tuple(id_ for id_, standing in zone.standings.items() if standing.standing is Status.UNDETERMINED),
        roadmap=roadmap(case, zone.on),
        left_open=left_open(case, zone.on),
        unrefuted=zone.unrefuted,
    )


def with_opens(concessions: Sequence[Concession], opens: Sequence[Count]) -> list[dict[str, Any]]:
    """Return concessions as the JSON contract has them, the first of them with the number of settlements they open."""
    told = []
    for concession, count in zip_longest(concessions, opens):
        exact = str(count.value) if count is not None and count.exact else None
        at_least = None if count is None else str(count.value)
        told.append(concession.to_dict() | {"opens": exact, "opens_at_least": at_least})
    return told
