"""A demand's history in time: how it can stand on a day, over every order that imprecise dates leave open.

A statement lies on one unknown day of its interval. A *placement* puts every statement on one such day. In a
placement, on day d:

- of the assertions and withdrawals up to d the latest day decides; if it holds both, standing is undetermined;
- if there is none up to d, the demand stood before all speech when the first day of speech holds a withdrawal or a
  softening alone, it is unvoiced when that day holds assertions alone, and undetermined when they meet there;
- an assertion that reaches back (``held_since: ".."``) makes it stand on every day before it and after the last
  withdrawal before it; on the day of that withdrawal the rule above decides.

`possible` returns every standing that some placement gives, without enumerating placements: for each standing it
puts the statement that would decide as late (or, in the future, as early) as it can lie, and asks whether all others
can keep out of its way. Linear in the statements but for ties, which are quadratic at worst.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from placet.case.dates import When
from placet.case.nouns import ALWAYS, Entry, Stance
from placet.record.status import Status

BEFORE_ALL = date.min.toordinal() - 9
AFTER_ALL = date.max.toordinal() + 9


@dataclass(frozen=True)
class Event:
    """One act on a demand: it asserts, softens or withdraws (`stance`) on a day from `first` to `last`.

    Days are proleptic Gregorian ordinals. `reaches_back`: an assertion with ``held_since: ".."``. `text` is the date
    as it was written.
    """

    stance: Stance
    first: int
    last: int
    reaches_back: bool = False
    text: str = ""


@dataclass(frozen=True)
class History:
    """The dated acts on one demand, by what they do to it."""

    asserted: tuple[Event, ...] = ()
    withdrawn: tuple[Event, ...] = ()
    softened: tuple[Event, ...] = ()


def bounds(when: When | None) -> tuple[int, int]:
    """Return the first and the last day of a date as ordinals; an unbounded end lies outside the calendar."""
    if when is None:
        return BEFORE_ALL, AFTER_ALL
    first = BEFORE_ALL if when.earliest is None else when.earliest.toordinal()
    last = AFTER_ALL if when.latest is None else when.latest.toordinal()
    return first, last


def history(entries: tuple[Entry, ...]) -> History:
    """Return the acts that dated statements on one demand are; ``held_since`` a date is one more assertion then."""
    asserted, withdrawn, softened = [], [], []
    for entry in entries:
        if entry.on is None:
            continue
        first, last = bounds(entry.on)
        match entry.stance:
            case Stance.ASSERTS | Stance.REAFFIRMS:
                back = entry.held_since == ALWAYS
                asserted.append(Event(Stance.ASSERTS, first, last, back, entry.on.text))
                if isinstance(entry.held_since, When):
                    asserted.append(Event(Stance.ASSERTS, *bounds(entry.held_since), text=entry.held_since.text))
            case Stance.WITHDRAWS:
                withdrawn.append(Event(Stance.WITHDRAWS, first, last, text=entry.on.text))
            case Stance.SOFTENS:
                softened.append(Event(Stance.SOFTENS, first, last, text=entry.on.text))
            case Stance.PRESUMES | None:
                pass
    return History(tuple(asserted), tuple(withdrawn), tuple(softened))


def possible(spoken: History, day: int) -> frozenset[Status]:
    """Return every standing that some placement of the statements gives on `day`."""
    answers = {
        Status.STANDS: _can_stand,
        Status.FALLEN: _can_have_fallen,
        Status.UNVOICED: _can_be_unvoiced,
        Status.UNDETERMINED: _can_be_contrary,
    }
    return frozenset(status for status, can_be in answers.items() if can_be(spoken, day))


def _can_stand(spoken: History, day: int) -> bool:
    asserted, withdrawn, softened = spoken.asserted, spoken.withdrawn, spoken.softened
    latest = max((min(event.last, day) for event in asserted if event.first <= day), default=None)
    if latest is not None and all(event.first < latest or event.last > day for event in withdrawn):
        return True
    reaching = [event for event in asserted if event.reaches_back and event.last > day]
    back = min((max(event.first, day + 1) for event in reaching), default=None)
    if back is not None and all(event.first < day or event.last >= back for event in withdrawn):
        return True
    if not _nothing_decided(spoken, day):
        return False
    if any(event.first <= day for event in softened):
        return True
    first = min((max(event.first, day + 1) for event in (*withdrawn, *softened)), default=None)
    return first is not None and all(event.last > first for event in asserted)


def _can_have_fallen(spoken: History, day: int) -> bool:
    latest = max((min(event.last, day) for event in spoken.withdrawn if event.first <= day), default=None)
    if latest is None or any(event.first >= latest and event.last <= day for event in spoken.asserted):
        return False
    late = [event for event in spoken.asserted if event.first >= latest]
    # With a withdrawal on the day itself nothing reaches back over it. Otherwise one to come must stand in between.
    between = day if latest == day else _next(spoken.withdrawn, day)
    return _none_reaches_over(late, between)


def _can_be_unvoiced(spoken: History, day: int) -> bool:
    if not _nothing_decided(spoken, day):
        return False
    first = min((max(event.first, day + 1) for event in spoken.asserted if not event.reaches_back), default=None)
    if first is None or any(event.last <= first for event in (*spoken.withdrawn, *spoken.softened)):
        return False
    return _none_reaches_over(spoken.asserted, _next(spoken.withdrawn, first))


def _can_be_contrary(spoken: History, day: int) -> bool:
    return _can_tie_last(spoken, day) or _can_tie_first(spoken, day)


def _can_tie_last(spoken: History, day: int) -> bool:
    """Whether an assertion and a withdrawal can meet on the latest decisive day."""
    decisive = (*spoken.asserted, *spoken.withdrawn)
    earliest = max((event.first for event in decisive if event.last <= day), default=BEFORE_ALL)
    for tie in {min(event.last, day) for event in decisive}:
        if tie < earliest or not any(event.first <= tie <= event.last for event in spoken.asserted):
            continue
        late = [event for event in spoken.asserted if event.first > tie]
        for meeting in spoken.withdrawn:
            if meeting.first <= tie <= meeting.last:
                others = [event for event in spoken.withdrawn if event is not meeting]
                if _none_reaches_over(late, day if tie == day else _next(others, day)):
                    return True
    return False


def _can_tie_first(spoken: History, day: int) -> bool:
    """Whether an assertion can meet a withdrawal or a softening on the first day of speech, after `day`."""
    everything = (*spoken.asserted, *spoken.withdrawn, *spoken.softened)
    latest = min((event.last for event in everything), default=AFTER_ALL)
    for tie in {max(event.first, day + 1) for event in everything}:
        if tie > latest or not any(event.first <= tie for event in spoken.asserted if not event.reaches_back):
            continue
        if not any(event.first <= tie for event in (*spoken.withdrawn, *spoken.softened)):
            continue
        if _none_reaches_over(spoken.asserted, _next(spoken.withdrawn, tie - 1)):
            return True
    return False


def _nothing_decided(spoken: History, day: int) -> bool:
    return all(event.last > day for event in (*spoken.asserted, *spoken.withdrawn))


def _next(events: tuple[Event, ...] | list[Event], day: int) -> int:
    """Return the first day after `day` on which one of the events can lie."""
    return min((max(event.first, day + 1) for event in events if event.last > day), default=AFTER_ALL)


def _none_reaches_over(asserted: tuple[Event, ...] | list[Event], withdrawal: int) -> bool:
    """Whether every assertion that reaches back can lie after that withdrawal, which then stops it."""
    return all(event.last > withdrawal for event in asserted if event.reaches_back)
