"""Dates in EDTF as intervals of days, and the days of an interval that can make a difference.

A day is its proleptic ordinal; None is an end that is not bounded.
"""

from __future__ import annotations

import calendar
from datetime import date


def day(text):
    """Return the ordinal of one whole date, such as 2013-05-07."""
    return date.fromisoformat(text).toordinal()


def interval(text):
    """Return the first and the last day that a date can be."""
    if not text.startswith("["):
        return _first(text), _last(text)
    left, right = text.strip("[]").split("..")
    return (_first(left.strip()) if left.strip() else None), (_last(right.strip()) if right.strip() else None)


def representatives(span, anchors, reach):
    """Return days of `span` that show every order it can have with the anchors.

    Parameters
    ----------
    span : (int or None, int or None)
        The interval the day lies in.
    anchors : iterable of int
        The days at which something else begins or ends.
    reach : int
        How many days beside each anchor are needed: as many as there are things that move.
    """
    earliest, latest = span
    return [
        one
        for one in sorted({anchor + step for anchor in anchors for step in range(-reach, reach + 1)})
        if (earliest is None or one >= earliest) and (latest is None or one <= latest)
    ]


def latest_day(case):
    """Return the latest possible day of any date in the record that has one, else None."""
    lasts = [
        interval(entry[key])[1]
        for entry in case.get("record", [])
        for key in ("on", "held_since")
        if entry.get(key) not in {None, ".."}
    ]
    return max((last for last in lasts if last is not None), default=None)


def _first(text):
    year, month, one = _parts(text)
    return date(year, month or 1, one or 1).toordinal()


def _last(text):
    year, month, one = _parts(text)
    month = month or 12
    return date(year, month, one or calendar.monthrange(year, month)[1]).toordinal()


def _parts(text):
    pieces = [int(piece) for piece in text.split("-")]
    return pieces + [None] * (3 - len(pieces))
