"""What the answers about one zone have in common."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from placet.cli.waiting import Sign
from placet.record.left_open import left_open
from placet.record.roadmap import roadmap
from placet.record.status import Status
from placet.words import message
from placet.zone.progress import Progress
from placet.zone.solution import with_opens
from placet.zone.zone import Zone

BETWEEN_SECONDS = 0.1


def about_zone(zone: Zone) -> dict[str, Any]:
    """Return the head of an answer: which case, which day, whether there is a settlement, and what is certain."""
    feasibility = zone.feasible()
    certain = _at_least(zone) if feasibility else zone.certain().reach().to_dict()
    return _head(zone) | {"certain": certain, "unrefuted": zone.unrefuted}


def _head(zone: Zone) -> dict[str, Any]:
    feasibility = zone.feasible()
    shortage = feasibility.shortage
    return {
        "case": zone.case.name,
        "on": zone.on.isoformat() if zone.on else None,
        "feasible": bool(feasibility),
        "impossible": list(feasibility.impossible or ()),
        "shortage": None if shortage is None else shortage.to_dict(),
    }


def first_glance(zone: Zone) -> dict[str, Any]:
    """Return what can be told of a zone at once, in the form of a `solve` answer that is nowhere complete."""
    settlement = zone.feasible().settlement
    best = [] if settlement is None else [{"criterion": None, **settlement.to_dict(), "scores": {}}]
    speakers = [side for side in zone.case.sides if side not in zone.case.holders]
    return {
        **_head(zone),
        **_at_least(zone),
        "best": best,
        "excluded": {who: list(by) for who, by in zone.excluded().items()},
        "conflicts": [conflict.to_dict() for conflict in zone.conflicts_so_far().found],
        "concessions": with_opens(zone.concessions_so_far().found, ()),
        "complete": {"conflicts": settlement is not None, "concessions": settlement is not None, "count": not best},
        "cast": _at_least(zone.cast()),
        "certain": _at_least(zone.certain()),
        "unrefuted": zone.unrefuted,
        "if_bound": {side: _at_least(zone.if_bound(side)) for side in speakers},
        "undetermined": [id_ for id_, one in zone.standings.items() if one.standing is Status.UNDETERMINED],
        "roadmap": roadmap(zone.case, zone.on).to_dict(),
        "left_open": [one.to_dict() for one in left_open(zone.case, zone.on)],
    }


def watch(zone: Zone, seconds: float | None = None) -> Callable[[Sign], None]:
    """Return what has a sign told how far the search of a zone has come, and ends it when its time is over.

    The time counts from when the sign is given.
    """

    def listen(sign: Sign) -> None:
        end = None if seconds is None else time.monotonic() + seconds
        told = [0.0]

        def progress(one: Progress) -> bool:
            now = time.monotonic()
            if now - told[0] > BETWEEN_SECONDS:
                told[0] = now
                found = message("cli.found-so-far", conflicts=one.conflicts, concessions=one.concessions)
                sign.tell(found, one.checked, one.pool)
            return end is None or now < end

        zone.watch(progress)

    return listen


def _at_least(zone: Zone) -> dict[str, Any]:
    is_open = bool(zone.feasible())
    return {"feasible": is_open, "count": "1" if is_open else "0", "exact": not is_open}


def in_order(zone: Zone, concessions: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    """Return concessions, given cheapest first, in another order.

    By number: those of fewest demands first. By side: those in which one side alone gives up first, in the order of
    the sides; then those of two sides, and so on.
    """
    if by == "number":
        return sorted(concessions, key=lambda one: len(one["give_up"]))
    if by == "side":
        rank = {side: place for place, side in enumerate(zone.case.sides)}

        def sides(one: dict[str, Any]) -> tuple[int, list[int]]:
            giving = sorted({rank[zone.demands[demand].side] for demand in one["give_up"]})
            return len(giving), giving

        return sorted(concessions, key=sides)
    return concessions
