"""Entering: a draft that a person accepted becomes an entry of the record, and can be taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from placet.case.catalog import Catalog
from placet.case.dates import When, parse_when
from placet.case.nouns import Case, Entry, Source, Stance
from placet.case.read import find_case_file, read_case
from placet.errors import PlacetError, QuestionError
from placet.reading.case_text import rewrite_case
from placet.reading.drafts import Draft
from placet.reading.drafts_file import Decision
from placet.record.wording import Comparison, compare_words

_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Entered:
    """The case after an entry went in, and what was decided so."""

    case: Case
    decision: Decision


def as_entry(draft: Draft, source: str) -> Entry:
    """Return the entry that a draft suggests, at the place 0.

    A demand and a stance go in together or not at all; what is only expected to be said *presumes*, whatever its
    words would do if they were said. Line ends in the words become spaces, as the rule for quotations has it.
    """
    stance = Stance.PRESUMES if draft.is_presumption else None if draft.stance is None else Stance(draft.stance.value)
    is_whole = draft.demand is not None and stance is not None
    return Entry(
        0,
        None if draft.on is None else parse_when(draft.on.value),
        by=None if draft.speaker is None else draft.speaker.value,
        demand=draft.demand.value if is_whole and draft.demand is not None else None,
        stance=stance if is_whole else None,
        event=None if draft.event is None else draft.event.value,
        quote=_LINE_END.sub(" ", draft.quote),
        lang=draft.lang,
        source=source,
    )


def check_words(entry: Entry, text: str) -> Comparison:
    """Return whether the quotation of an entry stands word for word in the archived text, by the record's own rule."""
    return compare_words(entry.quote or "", text)


def enter(case_path: str | Path, draft: Draft, entry: Entry, source: Source, text: str) -> Entered:
    """Put one entry at the end of the record, and its source among the sources unless it is there.

    The case is read anew, so that what somebody else changed meanwhile stays. An entry that the record holds already
    is not put in twice.

    Parameters
    ----------
    case_path : str or path
        The case folder, or the case file in it.
    draft : Draft
        The draft that was accepted.
    entry : Entry
        What a person accepted: as the draft suggests it, or edited.
    source : Source
        The archived source.
    text : str
        Its archived text.

    Raises
    ------
    CaseError, QuestionError
        If the case cannot be read or written, or has another source of the same id.
    PlacetError
        If the words of the entry do not stand in the text.
    """
    if not check_words(entry, text).agrees:
        raise PlacetError(f"These words do not stand in the copy of the source {source.id}: {entry.quote}")
    case = read_case(case_path)
    entry = replace(entry, source=source.id)
    known = case.sources.get(source.id)
    if known is not None and known.sha256 != source.sha256:
        raise QuestionError(f"another source with the id {source.id}", "a case whose sources did not change meanwhile")
    if entry in (replace(other, index=entry.index) for other in case.record):
        return Entered(case, Decision(draft.id, entry, was_there=True))
    sources = case.sources if known is not None else Catalog([*case.sources.items(), (source.id, source)])
    after = replace(case, record=_numbered([*case.record, entry]), sources=sources)
    rewrite_case(find_case_file(case_path), case, after)
    return Entered(after, Decision(draft.id, entry, added_source=known is None))


def take_back(case_path: str | Path, decision: Decision) -> Case:
    """Take out of the record what a decision put in, and its source if the case did not have it before.

    Raises
    ------
    PlacetError
        If the record no longer holds the entry as it went in.
    """
    case = read_case(case_path)
    entry = decision.entry
    if entry is None or decision.was_there:
        return case
    places = [other.index for other in case.record if replace(other, index=entry.index) == entry]
    if not places:
        raise PlacetError(
            f"The record no longer holds the entry as it went in ({entry.quote}). Change it in the case file instead."
        )
    kept = _numbered(other for other in case.record if other.index != places[-1])
    sources = case.sources
    if decision.added_source and entry.source is not None and not _is_cited(entry.source, case, kept):
        sources = Catalog((id_, source) for id_, source in sources.items() if id_ != entry.source)
    after = replace(case, record=kept, sources=sources)
    rewrite_case(find_case_file(case_path), case, after)
    return after


def read_day(words: str) -> When | None:
    """Understand a date as a person writes it in EDTF; nothing is no date.

    Raises
    ------
    ValueError
        With a sentence that says what to write instead.
    """
    return parse_when(words) if words else None


def _numbered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(replace(entry, index=index) for index, entry in enumerate(entries))


def _is_cited(source: str, case: Case, record: tuple[Entry, ...]) -> bool:
    return any(entry.source == source for entry in record) or any(
        demand.source == source for demand in case.demands.values()
    )
