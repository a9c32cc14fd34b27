"""Dates as precisely as a source gives them, in the Extended Date/Time Format (EDTF, ISO 8601-2)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_BRACKETS = re.compile(r"\[\s*([0-9-]*)\s*\.\.\s*([0-9-]*)\s*\]\Z", re.ASCII)


@dataclass(frozen=True)
class When:
    """A date with the precision of its source: one day, or an interval in which the day lies.

    Parameters
    ----------
    text : str
        The date as it was written.
    earliest, latest : datetime.date or None
        The first and the last day it can be; None where it is unbounded.
    """

    text: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.text

    @property
    def is_a_day(self) -> bool:
        """Whether the day is known exactly."""
        return self.earliest is not None and self.earliest == self.latest


def parse_when(text: str) -> When:
    """Read ``2011``, ``2011-08``, ``2011-08-18``, ``[..2013-05-09]`` or ``[2012-06-30..2012-07-01]``.

    Raises
    ------
    ValueError
        With a sentence that says what is wrong and what to write instead.
    """
    if "/" in text:
        ends = [end.strip() for end in text.split("/", 1)]
        raise ValueError(
            f"an interval with '/' means the whole stretch of time; for a day between two dates write "
            f'"[{ends[0]}..{ends[1]}]"'
        )
    bracketed = _BRACKETS.match(text)
    if bracketed is None:
        first, last = _span(text)
        return When(text, first, last)
    left, right = bracketed.groups()
    if not left and not right:
        raise ValueError("a date in brackets needs at least one end, such as [..2013-05-09]")
    earliest = _span(left)[0] if left else None
    latest = _span(right)[1] if right else None
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"the first date, {left}, is later than the second, {right}")
    return When(text, earliest, latest)


def _span(text: str) -> tuple[date, date]:
    match = _DAY.match(text)
    if match is None:
        raise ValueError("write a date as 2011, 2011-08, 2011-08-18, [..2013-05-09] or [2012-06-30..2012-07-01]")
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.groups()[1:])
    if not 1 <= year <= 9999:
        raise ValueError("the year must lie between 0001 and 9999")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02d}")
    first_month, last_month = (month, month) if month else (1, 12)
    days = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= days:
        raise ValueError(f"there is no day {day:02d} in {year:04d}-{last_month:02d}")
    return date(year, first_month, day or 1), date(year, last_month, day or days)
