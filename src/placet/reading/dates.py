"""Dates in running words: "Tuesday", "in August 2011", "as early as this month", as EDTF and no more precise."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from placet.case.dates import When, parse_when
from placet.reading.drafts import Span
from placet.reading.lexicon import languages_of
from placet.words import Message, message

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True)
class Dated:
    """A date that stands in a text.

    Parameters
    ----------
    span : Span
        The words.
    when : When
        The date, as precise as the words are.
    reason : Message
        How it was read, in words.
    """

    span: Span
    when: When
    reason: Message


def dates(text: str, within: Span, dated: When | None, lang: str = "en") -> tuple[Dated, ...]:
    """Return the dates in a stretch of text, in its order.

    Parameters
    ----------
    dated : When or None
        The day of the article. "Tuesday" is the last one up to that day, "August" the last one up to its month. Where
        it is not known to the day, words that count from it are passed over.

    Notes
    -----
    A week is the days from Monday to Sunday that it may be, as ``[2013-05-06..2013-05-12]``. A bare year counts only
    after "in" or "since" and the like, for a number may be anything.
    """
    day = dated.latest if dated is not None and dated.is_a_day else None
    year_known = dated.latest if dated is not None else None
    found = []
    for match in _pattern(lang).finditer(text, within.start, within.end):
        edtf = _written_out(match, year_known, lang) or (_counted(match, day, lang) if day else None)
        if edtf is None:
            continue
        try:
            when = parse_when(edtf)
        except ValueError:
            continue
        words = match[0].strip()
        counted = match["month"] is None and match["iso"] is None and match["year_alone"] is None
        if day is not None and (counted or not re.search(r"\d{4}", words.translate(_DIGITS))):
            reason = message("reading.why.date.counted", words=words, day=day.isoformat(), date=edtf)
        else:
            reason = message("reading.why.date.written", words=words)
        found.append(Dated(Span(match.start(), match.end()), when, reason))
    return tuple(found)


def speaks_of_no_one_day(text: str, within: Span, lang: str = "en") -> str | None:
    """Return the word by which a sentence speaks of more than one occasion ("repeatedly"); None if it does not."""
    words = languages_of("dates", lang)["vague"]
    pattern = "|".join(re.escape(word) for word in words)
    match = re.search(rf"\b(?:{pattern})\b", text[within.start : within.end], re.IGNORECASE)
    return match[0] if match else None


def _written_out(match: re.Match[str], known: date | None, lang: str) -> str | None:
    """Read a month with or without day and year, an ISO date, or a year."""
    if match["iso"]:
        return match["iso"]
    if match["year_alone"]:
        return match["year_alone"].translate(_DIGITS)
    if not match["month"]:
        return None
    month = _index(languages_of("dates", lang)["months"], match["month"]) + 1
    number = (match["before"] or match["after"] or "").translate(_DIGITS)
    stated = match["year"] or match["year_2"]
    if stated:
        year = int(stated.translate(_DIGITS))
    elif known is None:
        return None
    else:
        year = known.year if (month, int(number or 1)) <= (known.month, known.day) else known.year - 1
    return f"{year:04d}-{month:02d}-{int(number):02d}" if number else f"{year:04d}-{month:02d}"


def _counted(match: re.Match[str], day: date, lang: str) -> str | None:
    """Read words that count from the article's day."""
    if match["day"]:
        index = _index(languages_of("dates", lang)["days"], match["day"])
        if match["coming"]:
            return (day + timedelta((index - day.weekday() - 1) % 7 + 1)).isoformat()
        return (day - timedelta((day.weekday() - index) % 7)).isoformat()
    relative = match["relative"]
    return _relative(lang)[relative.lower()](day) if relative else None


def _index(names: list[str], word: str) -> int:
    return next(n for n, name in enumerate(names) if word.lower() in name.lower().split("|"))


@cache
def _relative(lang: str) -> dict[str, Callable[[date], str]]:
    """Return what each word that counts from a day means."""
    words: dict[str, Any] = languages_of("dates", lang)
    meant: dict[str, Callable[[date], str]] = {}
    for name, shift in (("today", 0), ("yesterday", -1), ("tomorrow", 1)):
        meant |= {word.lower(): lambda day, shift=shift: (day + timedelta(shift)).isoformat() for word in words[name]}
    for name, shift in (("this", 0), ("last", -1), ("next", 1)):
        meant |= {word.lower(): lambda day, shift=shift: _month(day, shift) for word in words[name]["month"]}
        meant |= {word.lower(): lambda day, shift=shift: f"{day.year + shift:04d}" for word in words[name]["year"]}
        meant |= {word.lower(): lambda day, shift=shift: _week(day, shift) for word in words[name]["week"]}
    return meant


def _month(day: date, shift: int) -> str:
    months = day.year * 12 + day.month - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _week(day: date, shift: int) -> str:
    monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
    return f"[{monday.isoformat()}..{(monday + timedelta(6)).isoformat()}]"


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = languages_of("dates", lang)
    months = _either(name for names in words["months"] for name in names.split("|"))
    days = _either(name for names in words["days"] for name in names.split("|"))
    relative = _either(_relative(lang))
    coming = _either(words["day_after"])
    year = r"[12][0-9]{3}|[\u0660-\u0669]{4}"
    number = r"[0-9\u0660-\u0669]{1,2}"
    return re.compile(
        rf"(?<![\w-])(?:(?P<iso>[12]\d{{3}}-\d\d-\d\d)"
        rf"|(?:(?:the\s)?(?P<before>{number})(?:st|nd|rd|th|er|\.)?\s+(?:of\s)?)?(?P<month>{months})"
        rf"(?:\s+(?:(?P<after>{number})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<year>{year}))?|(?:of\s|года?\s)?(?P<year_2>{year})))?"
        rf"|(?:(?P<coming>{coming})\s)?(?P<day>{days})"
        rf"|(?P<relative>(?i:{relative}))"
        rf"|(?<=\bin\s)(?P<year_alone>(?:{year}))|(?<=\bsince\s)(?:{year}))(?![\w-])"
    )


def _either(words: Any) -> str:
    return "|".join(sorted({re.escape(word) for word in words}, key=lambda word: (-len(word), word)))
