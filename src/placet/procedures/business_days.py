"""Deadlines: the day that a rule's number of days after a start falls on, with weekends and holidays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from placet.errors import QuestionError

SATURDAY, SUNDAY = 5, 6
LONGEST = 3660
"""Days; ten years, beyond which no calendar of holidays is told."""


class Counts(Enum):
    """Which days a rule counts."""

    CALENDAR = "calendar"
    BUSINESS = "business"


@dataclass(frozen=True)
class Calendar:
    """Which days are no business days.

    Parameters
    ----------
    name : str
        Whose calendar it is, such as ``US``; ``""`` where only weekends are known.
    holidays : tuple of (date, str)
        Each holiday with its name.
    weekend : frozenset of int
        The days of the week on which nobody works, 0 for Monday.
    """

    name: str = ""
    holidays: tuple[tuple[date, str], ...] = ()
    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})

    def why_off(self, day: date) -> str | None:
        """Return why a day is no business day: a holiday's name, ``weekend``; None for a business day."""
        named = dict(self.holidays).get(day)
        if named is not None:
            return named
        return "weekend" if day.weekday() in self.weekend else None


@dataclass(frozen=True)
class Deadline:
    """The last day of a period.

    Parameters
    ----------
    start : date
        The day of the event; it is not counted.
    days : int
        How many days the rule gives.
    due : date
        The last of them.
    off : tuple of (date, str)
        Holidays within the period, with their names; weekends are not listed.
    due_is_off : str or None
        Why the last day is no business day, if it is none.
    next_business_day : date
        The first business day from the last day on: the last day itself unless it is off.
    """

    start: date
    days: int
    counts: Counts
    due: date
    off: tuple[tuple[date, str], ...]
    due_is_off: str | None
    next_business_day: date

    def to_dict(self) -> dict[str, Any]:
        """Return the deadline as the JSON contract has it."""
        return {
            "starting": self.start.isoformat(),
            "days": self.days,
            "counts": self.counts.value,
            "due": self.due.isoformat(),
            "holidays": {day.isoformat(): name for day, name in self.off},
            "due_is_off": self.due_is_off,
            "next_business_day": self.next_business_day.isoformat(),
        }


def deadline(start: date, days: int, counts: Counts, calendar: Calendar) -> Deadline:
    """Return the last day of a period.

    The day of the event is not counted. Business days leave out weekends and holidays; calendar days do not. Whether a
    last day that is off moves on to the next business day is for the rule to say, so both are told.

    Raises
    ------
    QuestionError
        If the period is negative or longer than ten years.
    """
    if not 0 <= days <= LONGEST:
        raise QuestionError(f"a period of {days} days", f"0 to {LONGEST} days")
    due, left = start, days
    try:
        while left:
            due += timedelta(days=1)
            left -= counts is Counts.CALENDAR or calendar.why_off(due) is None
        moved = due
        while calendar.why_off(moved) is not None:
            moved += timedelta(days=1)
    except OverflowError:
        raise QuestionError(f"a period from {start.isoformat()}", "one that ends before the year 10000") from None
    off = tuple((day, name) for day, name in sorted(calendar.holidays) if start < day <= moved)
    return Deadline(start, days, counts, due, off, calendar.why_off(due), moved)


def period(stated: str) -> tuple[int, Counts] | None:
    """Return the days that a rule's deadline gives, from ``20 days``, ``10 business days`` or ``72 hours``.

    Hours become the days they fill; None where the words hold no number of days.
    """
    found = re.match(r"(\d{1,4}) (?:(calendar|business|working) )?(days?|hours?)\b", stated)
    if found is None:
        return None
    number = int(found[1])
    if found[3].startswith("hour"):
        return -(-number // 24), Counts.CALENDAR
    return number, Counts.BUSINESS if found[2] in {"business", "working"} else Counts.CALENDAR
