"""How a deadline is told: its last day, the holidays on the way, and what the rule leaves open about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from placet.errors import QuestionError
from placet.procedures.business_days import LONGEST, Calendar, Deadline, deadline, period
from placet.procedures.holiday_calendars import calendar_of
from placet.procedures.rules import Rules
from placet.record.when import say_day
from placet.words import Message, message
from placet.zone.lines import Line, heading, item

REACH_YEARS = 1 + LONGEST // 365


def deadline_of(rules: Rules, starting: date | None, holidays: str | None) -> Deadline | None:
    """Return when the deadline of a procedure ends that begins to run on a day; None where no day is given.

    Raises
    ------
    CaseError, QuestionError
        If the rule states no number of days, or the holidays cannot be had.
    """
    if starting is None:
        return None
    stated = rules.fields["deadline"].value
    given = None if stated is None else period(stated)
    if given is None:
        raise QuestionError(f"{rules.id}, whose rule states no number of days", "a procedure that has a deadline")
    start, (days, counts) = starting, given
    # A period of business days is at most about twice as many days, and some holidays.
    last_year = min(9999, start.year + min(REACH_YEARS, 1 + days // 150))
    calendar = Calendar() if holidays is None else calendar_of(holidays, start.year, last_year)
    return deadline(start, days, counts, calendar)


def tell_deadline(due: Deadline | None) -> Iterator[Line]:
    """Return the lines about a deadline; none where there is none."""
    if due is None:
        return
    yield heading(message("games.deadline"))
    days = message(f"games.deadline.days.{due.counts.value}", count=due.days)
    yield item(message("games.deadline.due", days=days, start=_weekday(due.start), due=_weekday(due.due)))
    for day, name in due.off:
        yield item(message("games.deadline.holiday", day=_weekday(day), name=name), depth=2)
    if due.due_is_off is not None:
        why = message("games.deadline.weekend") if due.due_is_off == "weekend" else due.due_is_off
        yield item(message("games.deadline.off", why=why, day=_weekday(due.next_business_day)))


def _weekday(day: date) -> Message:
    return message(f"games.weekday.{day.weekday()}", day=say_day(day))
