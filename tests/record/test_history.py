"""The direct reasoning about imprecise dates agrees with trying every placement."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.case.dates import parse_when
from placet.case.nouns import Stance
from placet.record.history import AFTER_ALL, BEFORE_ALL, Event, History, bounds, possible
from record.worlds import ASSERTS, SOFTENS, WITHDRAWS, possible_standings

LONG_BEFORE, LONG_AFTER = -8, 16


def as_history(spans):
    def unbounded(day):
        return BEFORE_ALL if day == LONG_BEFORE else AFTER_ALL if day == LONG_AFTER else day

    events = {
        kind: tuple(
            Event(Stance(kind), unbounded(first), unbounded(last), back)
            for first, last, said, back in spans
            if said == kind
        )
        for kind in (ASSERTS, WITHDRAWS, SOFTENS)
    }
    return History(events[ASSERTS], events[WITHDRAWS], events[SOFTENS])


def found(spans, day):
    return {status.value for status in possible(as_history(spans), day)}


def random_spans(rng):
    spans = []
    for _ in range(rng.randint(1, 4)):
        kind = rng.choice([ASSERTS, ASSERTS, WITHDRAWS, WITHDRAWS, SOFTENS])
        first, last = sorted((rng.randint(1, 6), rng.randint(1, 6)))
        if rng.random() < 0.5:
            last = first
        elif rng.random() < 0.1:
            first = LONG_BEFORE
        elif rng.random() < 0.1:
            last = LONG_AFTER
        spans.append((first, last, kind, kind == ASSERTS and rng.random() < 0.3))
    return spans


def test_what_has_no_end_or_no_date_reaches_beyond_the_calendar():
    day = date(2013, 5, 9).toordinal()
    assert date.min.toordinal() > BEFORE_ALL
    assert date.max.toordinal() < AFTER_ALL
    assert bounds(parse_when("[..2013-05-09]")) == (BEFORE_ALL, day)
    assert bounds(parse_when("[2013-05-09..]")) == (day, AFTER_ALL)
    assert bounds(None) == (BEFORE_ALL, AFTER_ALL)


@pytest.mark.parametrize("seed", range(20))
def test_possible_standings_are_those_of_some_placement(seed):
    rng = random.Random(seed)
    for _ in range(150):
        spans = random_spans(rng)
        calendar = range(LONG_BEFORE, LONG_AFTER + 1)
        if len(spans) == 4:
            calendar = [LONG_BEFORE, LONG_BEFORE + 1, 0, *range(1, 8), 9, 10, LONG_AFTER]
        for day in rng.sample(range(9), 3):
            assert found(spans, day) == possible_standings(spans, day, calendar), (spans, day)


@pytest.mark.parametrize(
    ("spans", "day"),
    [
        # The first of two reports reaches back; the withdrawal comes only after it.
        ([(7, 7, ASSERTS, True), (8, 8, WITHDRAWS, False), (9, 9, ASSERTS, True)], 5),
        # One withdrawal cannot meet an assertion and stop a report later on as well.
        ([(3, 3, ASSERTS, False), (1, 9, WITHDRAWS, False), (5, 9, ASSERTS, True)], 4),
        # A withdrawal whose last day has come stops no report to come.
        ([(3, 3, ASSERTS, False), (3, 3, WITHDRAWS, False), (1, 5, WITHDRAWS, False), (6, 9, ASSERTS, True)], 5),
        # The first words can meet early enough for the report to come after them.
        ([(3, 5, ASSERTS, False), (3, 9, WITHDRAWS, False), (3, 5, ASSERTS, True)], 2),
        # A report of the very day on which the first words meet reaches back over them.
        ([(3, 3, ASSERTS, False), (2, 3, WITHDRAWS, False), (1, 3, ASSERTS, True)], 1),
    ],
)
def test_reports_that_a_withdrawal_may_or_may_not_stop_are_read_as_every_placement_has_them(spans, day):
    assert found(spans, day) == possible_standings(spans, day, range(11))


act = st.tuples(
    st.integers(1, 6), st.integers(0, 3), st.sampled_from([ASSERTS, WITHDRAWS, SOFTENS]), st.booleans()
).map(lambda given: (given[0], given[0] + given[1], given[2], given[2] == ASSERTS and given[3]))


@given(st.lists(act, min_size=1, max_size=5), st.integers(0, 9))
@settings(max_examples=300, deadline=None)
def test_every_placement_is_heard_for_five_statements_too(spans, day):
    assert found(spans, day) == possible_standings(spans, day, range(11))


@given(st.lists(act, min_size=1, max_size=5), st.integers(0, 9))
@settings(max_examples=200, deadline=None)
def test_exact_dates_leave_exactly_one_standing(spans, day):
    exact = [(first, first, kind, back) for first, _, kind, back in spans]
    assert len(found(exact, day)) == 1
