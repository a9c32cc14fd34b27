"""Events: where a text tells of an event of the case, and where it gives it another day than the record does."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from placet.case.dates import When
from placet.case.nouns import Case, Entry
from placet.reading.archive import Archived
from placet.reading.dates import dates
from placet.reading.drafts import Span, Suggestion
from placet.record.disagreements import figures
from placet.record.saying import say_source
from placet.record.when import say_date
from placet.words import Message, Value, message

_NEAR = 25
"""Characters between the words of an event and a date that is its own."""

_WORD = re.compile(r"[^\W_]+")

Told = dict[str, list[Entry]]
"""For each event, what the record tells of it."""


@dataclass(frozen=True)
class DatedEvent:
    """An event to which a text gives another day than the record does.

    Parameters
    ----------
    words : Span
        The words that name the event and its day.
    on : Suggestion
        The day by the text.
    event : Suggestion
        The event's id, and which other day the record has.
    """

    words: Span
    on: Suggestion
    event: Suggestion


def events(
    case: Case, archived: Archived, sentence: Span, *, told: Told, dated: When | None, lang: str = "en"
) -> tuple[DatedEvent, ...]:
    """Return each event that a sentence dates to days on which nothing in the record has it, and another source none.

    Parameters
    ----------
    case : Case
        Its sources have names.
    archived : Archived
        The source.
    sentence : Span
        A sentence of its text.
    told : dict
        What the record tells of each event.
    dated : When or None
        The day of the source.
    """
    found = []
    text = archived.text
    for event, entries in told.items():
        mention = mentioned(text, sentence, keys_of(event))
        known = [entry for entry in entries if entry.on is not None]
        others = [entry for entry in known if entry.source != archived.source.id]
        if mention is None or not others:
            continue
        for stated in dates(text, sentence, dated, lang):
            if not _is_near(mention, stated.span) or any(_may_agree(entry.on, stated.when) for entry in known):
                continue
            words = Span(min(mention.start, stated.span.start), max(mention.end, stated.span.end))
            why = say_disagreement(case, "date", words.of(text), others)
            on = Suggestion(str(stated.when), stated.reason)
            found.append(DatedEvent(words, on, Suggestion(event, why)))
    return tuple(found)


def events_told(case: Case, but_not_by: str | None = None) -> Told:
    """Return the entries of each event in the record, without those that come from one source."""
    told: Told = {}
    for entry in case.record:
        if entry.event is not None and (but_not_by is None or entry.source != but_not_by):
            told.setdefault(entry.event, []).append(entry)
    return told


def say_disagreement(case: Case, kind: str, words: Value, entries: list[Entry]) -> Message:
    """Say what the record has instead of some words; `kind` is ``date`` or ``figure``."""
    known: tuple[Value, ...]
    if kind == "date":
        known = tuple(dict.fromkeys(say_date(entry.on) for entry in entries if entry.on is not None))
    else:
        known = tuple(dict.fromkeys(number for entry in entries for number in sorted(figures(entry.quote))))
    return message(f"read.event.{kind}", words=words, sources=say_sources(case, entries), known=known)


def say_sources(case: Case, entries: list[Entry]) -> tuple[Value, ...]:
    """Return the sources of some entries by their names, each once."""
    named = (case.sources.get(entry.source or "") for entry in entries)
    told = tuple(dict.fromkeys(say_source(source) for source in named if source is not None))
    return told or (message("record.unnamed-source"),)


@cache
def keys_of(event: str) -> tuple[str, ...]:
    """Return the words of an event's id, such as ``geneva`` and ``communique``."""
    return tuple(folded(word) for word in _WORD.findall(event))


def folded(word: str) -> str:
    """Return a word in small letters without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))


def mentions(text: str, within: Span, keys: tuple[str, ...]) -> bool:
    """Whether for each key a word begins with it in a stretch of text."""
    words = _WORD.findall(folded(within.of(text)))
    return bool(keys) and all(any(word.startswith(key) for word in words) for key in keys)


def mentioned(text: str, within: Span, keys: tuple[str, ...]) -> Span | None:
    """Return the shortest stretch from the first to the last of an event's words, of which there are two or more."""
    if len(keys) < 2 or not mentions(text, within, keys):
        return None
    found = [match for match in _WORD.finditer(within.of(text)) if folded(match[0]).startswith(keys)]
    best: Span | None = None
    for at, first in enumerate(found):
        missing = set(keys)
        for last in found[at:]:
            missing -= {key for key in keys if folded(last[0]).startswith(key)}
            if not missing:
                span = Span(within.start + first.start(), within.start + last.end())
                if best is None or span.end - span.start < best.end - best.start:
                    best = span
                break
    return best


def _is_near(mention: Span, date: Span) -> bool:
    return date.start - mention.end <= _NEAR and mention.start - date.end <= _NEAR


def days(when: When) -> tuple[object, object]:
    """Return the first and the last day that a date can be."""
    return when.earliest, when.latest


def _may_agree(one: When | None, other: When) -> bool:
    """Whether two dates can be the same day."""
    if one is None:
        return False
    starts_in_time = one.earliest is None or other.latest is None or one.earliest <= other.latest
    ends_in_time = one.latest is None or other.earliest is None or other.earliest <= one.latest
    return starts_in_time and ends_in_time
