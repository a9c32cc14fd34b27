"""Dates in words, as precise as they were written and no more."""

from __future__ import annotations

from datetime import date

from placet.case.dates import When, parse_when
from placet.words import Message, message


def say_day(day: date) -> Message:
    """Return a day in words, such as "9 May 2013"."""
    return message("record.date.day", day=str(day.day), month=_month(day), year=str(day.year))


def say_date(when: When | str) -> Message:
    """Return a date in words, such as "9 May 2013", "May 2013", "9 May 2013 or earlier"; ``..`` is "always".

    Raises
    ------
    ValueError
        If `when` is a string and no date.
    """
    if when == "..":
        return message("record.date.always")
    when = parse_when(when) if isinstance(when, str) else when
    first, last = when.earliest, when.latest
    if first is None or last is None:
        if last is not None:
            return message("record.date.or-earlier", date=say_day(last))
        return message("record.date.or-later", date=say_day(first or date.min))
    if first == last:
        return say_day(first)
    if when.text == f"{first.year:04d}":
        return message("record.date.year", year=str(first.year))
    if when.text == f"{first.year:04d}-{first.month:02d}":
        return message("record.date.month", month=_month(first), year=str(first.year))
    return message("record.date.between", first=say_day(first), last=say_day(last))


def _month(day: date) -> Message:
    return message(f"record.month.{day.month}")
