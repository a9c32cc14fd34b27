"""Where an axis of days or of numbers has its ticks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta

from placet.case.dates import parse_when
from placet.record.when import say_date
from placet.words import Message

MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
DAYS = (1, 2, 7, 14)


def ticks(first: date, last: date, most: int) -> Iterator[tuple[date, Message]]:
    """Yield at most about `most` days of a span with what is written at each: days, months or years."""
    days = (last - first).days
    if days <= 14 * most and days < 70:
        step = next((each for each in DAYS if days / each <= most), DAYS[-1])
        for at in range(0, days + 1, step):
            day = first + timedelta(days=at)
            yield day, say_date(day.isoformat())
        return
    months = (last.year - first.year) * 12 + last.month - first.month
    each = next((step for step in MONTHS if months / step <= most), MONTHS[-1])
    start = first.year * 12 + first.month - 1
    for month in range(-(-(start + 1) // each) * each, last.year * 12 + last.month, each):
        year, of_year = divmod(month, 12)
        if 1 <= year <= 9999:
            text = f"{year:04d}" if each >= 12 else f"{year:04d}-{of_year + 1:02d}"
            yield date(year, of_year + 1, 1), say_date(parse_when(text))


def nice(most: float, parts: int = 5) -> list[float]:
    """Return round numbers from 0 to at least `most`, about `parts` of them."""
    if most <= 0:
        return [0.0, 1.0]
    rough = most / parts
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    return [step * at for at in range(math.ceil(most / step) + 1)]
