"""Deadlines: held against NumPy's business days, and read from rules and files."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.errors import CaseError, QuestionError
from placet.procedures.business_days import Calendar, Counts, deadline, period
from placet.procedures.holiday_calendars import calendar_of

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@settings(max_examples=300, deadline=None)
@given(DAYS, st.integers(0, 60), st.sets(DAYS, max_size=30), st.sampled_from([{5, 6}, {4, 5}, {6}]))
def test_business_days_are_those_numpy_counts(start, days, holidays, weekend):
    calendar = Calendar("", tuple((day, "a day off") for day in sorted(holidays)), frozenset(weekend))
    mask = [day not in weekend for day in range(7)]
    off = np.array(sorted(holidays), dtype="datetime64[D]")
    # From the last business day up to the start on; the start itself is never counted.
    counted = np.busday_offset(start, days, roll="backward", weekmask=mask, holidays=off).item()
    found = deadline(start, days, Counts.BUSINESS, calendar)
    assert found.due == (counted if days else start)
    rolled = np.busday_offset(found.due, 0, roll="forward", weekmask=mask, holidays=off).item()
    assert found.next_business_day == rolled
    assert (found.due_is_off is None) == (found.next_business_day == found.due)


@given(DAYS, st.integers(0, 400))
def test_calendar_days_are_plainly_added(start, days):
    assert deadline(start, days, Counts.CALENDAR, Calendar()).due == start + timedelta(days=days)


def test_finra_twenty_days_over_christmas():
    calendar = calendar_of("US", 2026, 2027)
    found = deadline(date(2026, 12, 5), 20, Counts.CALENDAR, calendar)
    assert (found.due, found.due_is_off) == (date(2026, 12, 25), "Christmas Day")
    assert found.next_business_day == date(2026, 12, 28)
    assert found.off == ((date(2026, 12, 25), "Christmas Day"),)


def test_ten_business_days_of_a_country_whose_weekend_is_friday_and_saturday():
    calendar = calendar_of("BH", 2026, 2026)
    assert calendar.weekend == {4, 5}
    assert calendar.why_off(date(2026, 9, 4)) == "weekend"
    assert calendar.why_off(date(2026, 9, 6)) is None


def test_a_part_of_a_country_has_its_own_days():
    emancipation = date(2026, 4, 16)
    assert calendar_of("US-DC", 2026, 2026).why_off(emancipation) is not None
    assert calendar_of("us", 2026, 2026).why_off(emancipation) is None


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ("20 days", (20, Counts.CALENDAR)),
        ("10 business days", (10, Counts.BUSINESS)),
        ("5 working days", (5, Counts.BUSINESS)),
        ("7 calendar days", (7, Counts.CALENDAR)),
        ("72 hours", (3, Counts.CALENDAR)),
        ("73 hours", (4, Counts.CALENDAR)),
        ("1 day", (1, Counts.CALENDAR)),
        ("soon", None),
        ("20 dayspring", None),
    ],
)
def test_a_period_is_read_from_the_words_of_a_rule(stated, days):
    assert period(stated) == days


def test_a_list_of_holidays_from_a_file(tmp_path):
    file = tmp_path / "closed.csv"
    file.write_text("date,name\n2026-12-24,The office is closed\n2026-12-31,\n", encoding="utf-8")
    calendar = calendar_of(str(file), 2026, 2026)
    assert calendar.name == "closed.csv"
    assert calendar.why_off(date(2026, 12, 24)) == "The office is closed"
    assert calendar.why_off(date(2026, 12, 31)) == "holiday"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("date,name\n24.12.2026,Eve\nnever,\n", 'closed.csv:2:1: found the date "24.12.2026"'),
        ("day\n2026-12-24\n", "a column named date"),
        ("", "an empty file"),
    ],
)
def test_a_file_of_holidays_with_mistakes_tells_them_all(tmp_path, content, says):
    file = tmp_path / "closed.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        calendar_of(str(file), 2026, 2026)
    assert says in str(refused.value)
    assert len(refused.value.faults) == content.count("\n") - 1 or len(refused.value.faults) == 1


@pytest.mark.parametrize(
    ("named", "says"),
    [("XX", 'the holidays of "XX"'), ("US-ZZ", 'the part "ZZ"'), ("nowhere/closed.csv", "cannot be read")],
)
def test_a_calendar_that_is_not_there_is_told(named, says):
    with pytest.raises(QuestionError) as refused:
        calendar_of(named, 2026, 2026)
    assert says in str(refused.value)


def test_a_period_has_an_end():
    for days in (-1, 5000):
        with pytest.raises(QuestionError, match="a period of"):
            deadline(date(2026, 1, 1), days, Counts.CALENDAR, Calendar())
    with pytest.raises(QuestionError, match="before the year 10000"):
        deadline(date(9999, 12, 30), 5, Counts.CALENDAR, Calendar())
    assert deadline(date(2026, 1, 1), 3, Counts.BUSINESS, Calendar()).to_dict() == {
        "starting": "2026-01-01",
        "days": 3,
        "counts": "business",
        "due": "2026-01-06",
        "holidays": {},
        "due_is_off": None,
        "next_business_day": "2026-01-06",
    }


def test_only_holidays_after_the_start_up_to_the_end_are_told():
    days = tuple((date(2026, 5, day), str(day)) for day in (1, 4, 6, 11, 12))
    found = deadline(date(2026, 5, 1), 10, Counts.CALENDAR, Calendar("", days))
    assert (found.due, found.next_business_day) == (date(2026, 5, 11), date(2026, 5, 13))
    assert [name for _, name in found.off] == ["4", "6", "11", "12"]
