"""How demands and steps stand through time: stretches of days in which nothing changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from placet.case.nouns import Case
from placet.record.roadmap import StepState, roadmap
from placet.record.standing import standings
from placet.record.status import Status

MOST_DAYS = 400
"""So many days are looked at at most; of a longer record the days are thinned out evenly."""


@dataclass(frozen=True)
class Era:
    """From `first` until before `until` something is so; `state` is a word of the pictures."""

    first: date
    until: date
    state: str


@dataclass(frozen=True)
class Eras:
    """For each demand and each step its stretches, within the span that the record covers."""

    first: date
    last: date
    demands: dict[str, tuple[Era, ...]]
    steps: dict[str, tuple[Era, ...]]

    def place(self, day: date) -> float:
        """Return where a day lies in the span, from 0 to 1; days outside lie at its ends."""
        span = max(1, (self.last - self.first).days)
        return min(1.0, max(0.0, (day - self.first).days / span))


def eras(case: Case, on: date | None = None) -> Eras | None:
    """Return how everything stood when; None if the record and the road map hold no date.

    Notes
    -----
    Asks for the standings on each day on which one can change: at most `MOST_DAYS` times the record's length.
    """
    turns = set(_turns(case))
    if on is not None:
        turns.add(on)
    if not turns:
        return None
    first, last = min(turns), max(turns)
    room = max(10, (last - first).days // 25)
    first, last = _shift(first, -room), _shift(last, room)
    days = [first, *sorted(day for day in turns if first < day < last)]
    if len(days) > MOST_DAYS:
        days = [days[at * len(days) // MOST_DAYS] for at in range(MOST_DAYS)]
    until = [*days[1:], last]
    demands: dict[str, list[Era]] = {id_: [] for id_ in case.demands}
    steps: dict[str, list[Era]] = {id_: [] for id_ in case.roadmap}
    for day, end in zip(days, until, strict=True):
        held = standings(case, day)
        for id_ in case.demands:
            state = held[id_].standing.value
            is_open = held[id_].standing is Status.STANDS and held[id_].is_open_to_discussion
            _extend(demands[id_], Era(day, end, "open" if is_open else state))
        if steps:
            for id_, one in roadmap(case, day).steps.items():
                _extend(steps[id_], Era(day, end, _step_state(one)))
    return Eras(first, last, _whole(demands), _whole(steps))


def _turns(case: Case) -> Iterable[date]:
    """Yield each day on which a standing can change: the first and last days of dates, and the days after them."""
    for entry in case.record:
        for when in (entry.on, entry.held_since if not isinstance(entry.held_since, str) else None):
            for day in (when.earliest, when.latest) if when else ():
                if day is not None:
                    yield day
                    yield _shift(day, 1)
    yield from (step.done for step in case.roadmap.values() if step.done)


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _step_state(state: StepState) -> str:
    if state.is_done:
        return "step-done"
    if state.is_open:
        return "step-open"
    return "step-blocked" if state.blocked_by else "step-waits"


def _extend(so_far: list[Era], era: Era) -> None:
    if so_far and so_far[-1].state == era.state:
        so_far[-1] = Era(so_far[-1].first, era.until, era.state)
    else:
        so_far.append(era)


def _whole(found: dict[str, list[Era]]) -> dict[str, tuple[Era, ...]]:
    return {id_: tuple(stretches) for id_, stretches in found.items()}
