"""Conflicts of sources: drafts that tell of what the case has from another source, with another date or other words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from placet.case.dates import When, parse_when
from placet.case.ids import free_id
from placet.case.nouns import Case, Entry
from placet.reading.archive import Archived
from placet.reading.drafts import Draft, Span, Suggestion
from placet.reading.events import (
    DatedEvent,
    Told,
    days,
    events,
    events_told,
    folded,
    keys_of,
    mentions,
    say_disagreement,
    say_sources,
)
from placet.reading.paragraphs import paragraphs, sentences
from placet.record.disagreements import figures
from placet.record.when import say_date
from placet.record.wording import same_words
from placet.words import message

_ALIKE = 0.5
"""Share of words in common from which two quotations of one day are held for two tellings of the same words."""


def mark_events(
    case: Case, archived: Archived, drafts: tuple[Draft, ...], *, dated: When | None, lang: str
) -> tuple[Draft, ...]:
    """Return the drafts with the events to which they seem to belong, and a draft for each event dated otherwise.

    An event is recognised by the words of its id: all of them in one sentence, in any form that begins alike. If the
    id is one word the speaker must be one whom the event's entries quote. Failing that, words of the same speaker on
    the same day that another source gives otherwise are one event.

    Parameters
    ----------
    case : Case
        The case; the entries that come from this very source do not count.
    archived : Archived
        The source.
    drafts : tuple of Draft
        What it seems to report.
    dated : When or None
        The day of the source.
    lang : str
        The language of its text.
    """
    text = archived.text
    whole = [sentence for paragraph in paragraphs(text) for sentence in sentences(text, paragraph)]
    others = _Others(case, events_told(case, archived.source.id), _said_elsewhere(case, archived.source.id))
    marked = [_marked(others, draft, text, _around(whole, draft.content[0])) for draft in drafts]
    known = {(draft.event.value, draft.on.value) for draft in marked if draft.event and draft.on}
    told = events_told(case)
    apart = [one for part in whole for one in events(case, archived, part, told=told, dated=dated, lang=lang)]
    new = [one for one in apart if (one.event.value, one.on.value) not in known]
    added = [_event_draft(f"e{number}", text, one, lang) for number, one in enumerate(new, 1)]
    return tuple(sorted([*marked, *added], key=lambda draft: draft.content[0]))


def _event_draft(id_: str, text: str, one: DatedEvent, lang: str) -> Draft:
    return Draft(
        id=id_,
        kind="indirect",
        quote=one.words.of(text),
        content=(one.words,),
        speaker=Suggestion("The article", message("reading.why.the-text")),
        speaker_span=None,
        cue=None,
        side=None,
        on=one.on,
        demand=None,
        stance=None,
        is_presumption=False,
        event=one.event,
        lang=lang,
    )


@dataclass(frozen=True)
class _Others:
    """What other sources tell: of each event, and with which words on each day."""

    case: Case
    told: Told
    said: dict[tuple[object, object], list[tuple[Entry, str]]]


def _said_elsewhere(case: Case, source: str) -> dict[tuple[object, object], list[tuple[Entry, str]]]:
    said: dict[tuple[object, object], list[tuple[Entry, str]]] = {}
    for entry in case.record:
        if entry.quote is not None and entry.on is not None and entry.source != source:
            said.setdefault(days(entry.on), []).append((entry, same_words(entry.quote)))
    return said


def _marked(others: _Others, draft: Draft, text: str, sentence: Span) -> Draft:
    if draft.event is not None or draft.is_presumption:
        return draft
    for event, entries in others.told.items():
        keys = keys_of(event)
        if not mentions(text, sentence, keys):
            continue
        if len(keys) > 1 or any(_is_same_speaker(entry, draft) for entry in entries):
            return replace(draft, event=_suggested(others.case, event, entries, draft))
    return _with_other_words(others, draft)


def _suggested(case: Case, event: str, entries: list[Entry], draft: Draft) -> Suggestion:
    when = None if draft.on is None else parse_when(draft.on.value)
    differing = [entry for entry in entries if when and entry.on and days(entry.on) != days(when)]
    if when is not None and differing:
        return Suggestion(event, say_disagreement(case, "date", say_date(when), differing))
    numbers = figures(draft.quote)
    other = [entry for entry in entries if figures(entry.quote) - numbers and numbers - figures(entry.quote)]
    if other:
        return Suggestion(event, say_disagreement(case, "figure", draft.quote, other))
    return Suggestion(event, message("read.event.same", event=event, sources=say_sources(case, entries)))


def _with_other_words(others: _Others, draft: Draft) -> Draft:
    """Mark a draft whose words another source gives otherwise, as said by the same speaker on the same day."""
    if draft.on is None or draft.speaker is None:
        return draft
    when, mine = parse_when(draft.on.value), same_words(draft.quote)
    for entry, theirs in others.said.get(days(when), ()):
        if not _is_same_speaker(entry, draft) or mine in theirs or theirs in mine:
            continue
        if SequenceMatcher(None, mine.lower().split(), theirs.lower().split(), autojunk=False).ratio() < _ALIKE:
            continue
        event = entry.event or free_id(f"{draft.speaker.value} {entry.on}", ())
        said = message(
            "read.event.words" if entry.event else "read.event.words.unnamed",
            sources=say_sources(others.case, [entry]),
            quote=entry.quote or "",
            number=entry.index + 1,
        )
        return replace(draft, event=Suggestion(event, said))
    return draft


def _around(whole: list[Span], span: Span) -> Span:
    """Return the sentence in which a stretch begins, of all sentences in order."""
    at = bisect_right(whole, span.start, key=lambda sentence: sentence.start) - 1
    return whole[at] if at >= 0 else span


def _is_same_speaker(entry: Entry, draft: Draft) -> bool:
    if entry.by is None or draft.speaker is None:
        return False
    one, other = folded(entry.by), folded(draft.speaker.value)
    return one == other or one.startswith(f"{other} (") or other.startswith(f"{one} (")
