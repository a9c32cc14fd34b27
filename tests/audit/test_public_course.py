"""A public bundle is followed by the rules of the whole ledger: an entry that may not stand there is refused."""

from datetime import timedelta

import pytest

from audit.rounds import CLOSES, OPENED, Played, agreement, finished
from placet.audit.course import begin, course_of_log, follow
from placet.audit.entries import Entry, read_entry
from placet.audit.public_course import PublicCourse, begin_public
from placet.ledger.log import Log
from placet.ledger.store import MemoryStore
from placet.seal.faults import SealError
from placet.seal.terms import moment_text

HIDDEN = {"sealed", "release"}
BODIES = list(finished().desk.log.entries())
ENTRIES = [read_entry(body) for body in BODIES]
LATER = CLOSES + timedelta(hours=1)


def place_of(kind: str) -> int:
    return next(place for place, entry in enumerate(ENTRIES) if entry.kind == kind)


def shown(entries: list[Entry]) -> PublicCourse:
    course = begin_public(entries[0])
    for place, entry in enumerate(entries[1:], 1):
        if entry.kind in HIDDEN:
            course.withhold(place)
        else:
            course.follow(place, entry)
    return course


def extended(closes: object, at: object = OPENED) -> Entry:
    return Entry("extended", at, {"closes": moment_text(closes), "reason": "both sides asked"})


def cancelled(at: object = OPENED) -> Entry:
    return Entry("cancelled", at, {"reason": "the list was wrong"})


def declined(at: object) -> Entry:
    return Entry("declined", at, {"name": "Dawud", "reason": "has no time"})


FIRST, CLOSED, LAST = ENTRIES[:1], ENTRIES[: place_of("closed") + 1], ENTRIES
WRONG = {
    "a second opening": [*FIRST, ENTRIES[0]],
    "older than the one before it": [*CLOSED, extended(LATER, OPENED)],
    "a later time, before the closing": [*FIRST, extended(OPENED)],
    "shortens the round, or comes too late": [*FIRST, extended(LATER + timedelta(hours=1), CLOSES)],
    "a closing before its time, or a second one": [*CLOSED, ENTRIES[place_of("closed")]],
    "an outcome before the closing": [*FIRST, Entry("outcome", OPENED, ENTRIES[-1].fields)],
    "or a second one": [*LAST, ENTRIES[-1]],
    "declines before the closing": [*FIRST, declined(OPENED)],
    "or after the outcome": [*LAST, declined(LATER)],
    "a cancelled round": [*FIRST, cancelled(), extended(LATER)],
    "cancelled after its outcome": [*LAST, cancelled(LATER)],
    "no sealed part": [*FIRST, ENTRIES[place_of("sealed")], ENTRIES[place_of("sealed")]],
    "just after its sealed part": [*FIRST, ENTRIES[place_of("envelope")]],
}


def test_a_sound_round_is_followed_to_its_outcome() -> None:
    course = shown(ENTRIES)
    assert course.closing == place_of("closed") + 1
    assert course.outcome == ENTRIES[-1]
    assert sorted(course.heads) == ["north", "south"]


@pytest.mark.parametrize("says", WRONG)
def test_the_public_refuses_an_entry_that_may_not_stand(says: str) -> None:
    with pytest.raises(SealError, match=says):
        shown(WRONG[says])


@pytest.mark.parametrize("says", WRONG)
def test_whoever_has_the_whole_ledger_refuses_it_too(says: str) -> None:
    log = Log(MemoryStore(), "placet/a-case/first")
    log.append(*(entry.to_bytes() for entry in WRONG[says]))
    with pytest.raises(SealError):
        course_of_log(log)


def test_what_is_withheld_may_not_be_shown_in_a_public_bundle() -> None:
    course = begin_public(ENTRIES[0])
    with pytest.raises(SealError, match="its hash alone"):
        course.follow(1, Entry("sealed", OPENED, ENTRIES[place_of("sealed")].fields))


def test_an_extension_moves_the_closing_for_both() -> None:
    longer = extended(LATER)
    assert shown([*FIRST, longer]).closes == LATER
    assert follow(begin(FIRST[0]), longer).closes == LATER
    with pytest.raises(SealError, match="before its time"):
        shown([*FIRST, longer, Entry("closed", CLOSES, {})])


def test_a_nominee_who_declines_between_closing_and_outcome_is_noted() -> None:
    assert shown([*CLOSED, declined(LATER)]).declined == {"Dawud"}


def test_a_name_that_is_not_on_the_list_cannot_decline() -> None:
    with pytest.raises(SealError, match="who is not on the list"):
        shown([*CLOSED, Entry("declined", LATER, {"name": "Nobody", "reason": "x"})])


def test_the_course_of_a_log_is_that_of_its_desk_and_an_empty_log_has_none() -> None:
    played = finished()
    assert course_of_log(played.desk.log) == played.desk.course
    with pytest.raises(SealError, match="an empty ledger"):
        course_of_log(Log(MemoryStore(), "placet/a-case/first"))


def test_an_envelope_of_a_side_out_of_order_is_refused() -> None:
    played = Played(agreement()).begin().hand_in("north")
    entries = [read_entry(body) for body in played.desk.log.entries()]
    with pytest.raises(SealError, match="number 2"):
        shown([*entries, *entries[-2:]])


def test_an_envelope_after_the_closing_is_refused() -> None:
    sealed, head = ENTRIES[place_of("sealed")], ENTRIES[place_of("envelope")]
    late = [Entry(entry.kind, CLOSES, entry.fields) for entry in (sealed, head)]
    with pytest.raises(SealError, match="after the closing"):
        shown([*FIRST, *late])
