"""Standing: which demands hold on a date, since when, and on what evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from placet.case.catalog import Catalog
from placet.case.nouns import ALWAYS, Case, Demand, Entry, Stance
from placet.errors import QuestionError
from placet.record.history import BEFORE_ALL, Event, History, history, possible
from placet.record.status import BINDING, Standing, Status
from placet.record.tallies import tally_demands, tally_standings

__all__ = ["BINDING", "Day", "Standing", "Status", "day_of", "default_day", "demands", "parse_day", "standings"]

Day = date | str | None
"""A day as a question has it: a date, an ISO day such as ``2013-05-08``, or None for the record's own day."""

VOICES = frozenset({Stance.ASSERTS, Stance.REAFFIRMS})


def parse_day(on: Day) -> date | None:
    """Return the day meant by a date or an ISO day such as ``2013-05-08``; None stays None.

    Raises
    ------
    QuestionError
        If the words are no day of the calendar.
    """
    if on is None:
        return None
    if isinstance(on, datetime):
        return on.date()
    if isinstance(on, date):
        return on
    try:
        day = date.fromisoformat(on)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != on:
        raise QuestionError(f'"{on}"', "a day of the calendar such as 2013-05-08")
    return day


def default_day(case: Case) -> date | None:
    """Return the latest possible day of any entry of the record whose date has a last day; None if there is none."""
    return max((entry.on.latest for entry in case.record if entry.on and entry.on.latest), default=None)


def day_of(case: Case, on: Day) -> date | None:
    """Return the day that a question about `case` means: `on`, or the record's own default day."""
    day = parse_day(on)
    return default_day(case) if day is None else day


def demands(case: Case, on: Day = None) -> Catalog[Demand]:
    """Return the declared demands, and after them those that tallies make on that day.

    The ids are exactly those of `standings`. A tally's demand ``SIDE:CANDIDATE`` excludes its candidate at the cost
    of the votes missing; a candidate who has the votes makes no demand.
    """
    return Catalog([*case.demands.items(), *tally_demands(case, day_of(case, on)).items()])


def standings(case: Case, on: Day = None) -> Catalog[Standing]:
    """Return how every demand stands on a day: the declared ones first, then those that tallies make.

    Parameters
    ----------
    on : datetime.date, str or None
        The day asked about; None: `default_day`.

    Raises
    ------
    QuestionError
        If `on` is no day.

    Notes
    -----
    Where the design can be read in two ways, this is the reading:

    - A demand with `presumed` is presumed on every date until the record holds a statement, of any date or none,
      that asserts or reaffirms it; with one, the ordinary rules apply on every date.
    - A statement without a date, unless it only presumes, makes its demand undetermined on every day.
    - With no day at all (no entry's date has a last day, and none was asked) a demand with `presumed` is presumed
      and every other stands.
    - ``held_since: D`` is one more assertion at D. ``held_since: ".."`` makes it hold from the day after the last
      withdrawal before the statement; on that withdrawal's own day it has fallen.
    - Softening is contrary to nothing; it opens a demand to discussion until it is asserted on a later day. As the
      first word spoken it tells, like a withdrawal, that the demand stood before. If an assertion falls on that first
      day too, what held before is undetermined.
    - An assertion and a withdrawal of one day leave it undetermined from that day until a later one of either kind.
    - A statement with an imprecise date lies on one unknown day of it. What all such days agree on is the standing.

    The cost is linear in the record, but for demands with many imprecise dates (see `placet.record.history`).
    """
    day = day_of(case, on)
    spoken = _statements(case.record)
    declared = [(id_, _standing(demand, spoken[id_], day)) for id_, demand in case.demands.items()]
    return Catalog([*declared, *tally_standings(case, day).items()])


def _statements(record: Iterable[Entry]) -> defaultdict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in record:
        if entry.demand is not None:
            found[entry.demand].append(entry)
    return defaultdict(tuple, {demand: tuple(entries) for demand, entries in found.items()})


def _standing(demand: Demand, entries: tuple[Entry, ...], day: date | None) -> Standing:
    evidence = tuple(entry.index for entry in entries)
    voiced = any(entry.stance in VOICES for entry in entries)
    spoken = [entry for entry in entries if entry.stance is not Stance.PRESUMES]
    if demand.presumed is not None and (day is None or not voiced):
        return Standing(demand.id, demand.side, Status.PRESUMED, None, evidence)
    if day is None or not spoken:
        return Standing(demand.id, demand.side, Status.STANDS, None, evidence)
    if any(entry.on is None for entry in spoken):
        return Standing(demand.id, demand.side, Status.UNDETERMINED, None, evidence)
    told = history(entries)
    statuses = possible(told, day.toordinal())
    status = next(iter(statuses)) if len(statuses) == 1 else Status.UNDETERMINED
    since = _since(told, status, day.toordinal())
    softened = status is Status.STANDS and _is_softened(told, day.toordinal())
    return Standing(demand.id, demand.side, status, since, evidence, softened)


def _is_softened(told: History, day: int) -> bool:
    """Whether some softening can lie up to `day`, with no assertion or revival certainly after it."""
    asserted = (event.first for event in told.asserted if event.last <= day)
    revived = (event.first + 1 for event in told.withdrawn if event.last <= day)
    renewed = max((*asserted, *revived), default=BEFORE_ALL)
    return any(event.first <= day and min(event.last, day) >= renewed for event in told.softened)


def _since(told: History, status: Status, day: int) -> str | None:
    """Return the date that began the present run of assertions or of withdrawals, as it was written.

    The run is read in the order of the last day on which each statement can lie.
    """
    if status is Status.FALLEN:
        run, _ = _run(told.withdrawn, told.asserted, day)
        return run[0].text
    if status is not Status.STANDS:
        return None
    run, ended_by = _run(told.asserted, told.withdrawn, day)
    if ended_by is None and _was_softened_first(told):
        return ALWAYS
    if run and not any(event.reaches_back for event in run) and not _is_reported_later(told, day):
        return run[0].text
    return ALWAYS if ended_by is None else _day_after(ended_by)


def _was_softened_first(told: History) -> bool:
    """Whether a softening comes before every assertion, so that the demand stood before all speech."""
    first = min((event.last for event in told.asserted), default=BEFORE_ALL)
    return any(event.last < first for event in told.softened)


def _is_reported_later(told: History, day: int) -> bool:
    """Whether a later assertion reaches back over `day`, with no withdrawal between them."""
    return any(
        event.reaches_back
        and event.first > day
        and all(contrary.last < day or contrary.first >= event.last for contrary in told.withdrawn)
        for event in told.asserted
    )


def _run(same: tuple[Event, ...], contrary: tuple[Event, ...], day: int) -> tuple[list[Event], Event | None]:
    """Return the events of one kind after the last contrary one up to `day`, and that contrary one."""
    ended_by = max((event for event in contrary if event.first <= day), key=_in_time, default=None)
    after = [
        event for event in same if event.first <= day and (ended_by is None or _in_time(event) > _in_time(ended_by))
    ]
    return sorted(after, key=lambda event: (_in_time(event), event.text)), ended_by


def _in_time(event: Event) -> tuple[int, int]:
    return event.last, event.first


def _day_after(event: Event) -> str:
    """Return the day after an event that certainly lies before some day of the calendar."""
    first = "" if event.first == BEFORE_ALL else date.fromordinal(event.first + 1).isoformat()
    last = date.fromordinal(event.last + 1).isoformat()
    return first if first == last else f"[{first}..{last}]"
