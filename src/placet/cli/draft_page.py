"""How a draft is shown: the words in their place, what would enter the record, and why it is thought so."""

from __future__ import annotations

from dataclasses import replace

from placet.case.nouns import Case, Entry
from placet.cli.page import Page
from placet.reading.archive import Archived
from placet.reading.drafts import Draft, Suggestion
from placet.record.saying import say_demand
from placet.record.when import say_date
from placet.record.wording import Comparison, same_words
from placet.words import Message, Value, message, say

LONGEST_CONTEXT = 700
"""Characters of the source that are shown around a quotation."""


def show_draft(
    page: Page, case: Case, archived: Archived, draft: Draft, entry: Entry, *, number: int, count: int
) -> None:
    """Show one draft and the entry that accepting it would make."""
    page.gap()
    page.heading(message("read.draft", number=number, all=count))
    page.paragraph(message("read.context", words=context(archived.text, draft)))
    page.gap()
    page.table(
        [
            (say(message(name), page.lang), tuple(say(line, page.lang) for line in lines))
            for name, lines in _rows(case, draft, entry)
        ]
    )
    for place in alike(case, entry):
        page.paragraph(message("read.alike", number=place + 1))


def _rows(case: Case, draft: Draft, entry: Entry) -> list[tuple[str, tuple[Message, ...]]]:
    rows: list[tuple[str, tuple[Message, ...]]] = [
        ("read.row.quote", (message("read.words", words=entry.quote or ""),))
    ]
    rows.append(("read.row.by", _told(entry.by, entry.by, draft.speaker)))
    if draft.side is not None and draft.side.value in case.sides:
        rows.append(("read.row.side", _told(draft.side.value, case.sides[draft.side.value].name, draft.side)))
    day = None if entry.on is None else entry.on.text
    rows.append(("read.row.on", _told(day, None if entry.on is None else say_date(entry.on), draft.on)))
    rows.append(("read.row.demand", _demand(case, draft, entry)))
    if entry.stance is not None:
        told = message(f"read.stance.{entry.stance.value}")
        rows.append(("read.row.stance", _told(entry.stance.value, told, draft.stance)))
    if entry.event is not None:
        rows.append(("read.row.event", _told(entry.event, entry.event, draft.event)))
    if entry.note is not None:
        rows.append(("read.row.note", (message("read.value", value=entry.note),)))
    return rows


def _told(value: str | None, shown: Value | None, suggestion: Suggestion | None) -> tuple[Message, ...]:
    """Return what would be entered, and the reason if it is what was suggested."""
    if value is None or shown is None:
        return (message("read.unknown"),)
    told = message("read.value", value=shown)
    return (told, suggestion.reason) if suggestion is not None and suggestion.value == value else (told,)


def _demand(case: Case, draft: Draft, entry: Entry) -> tuple[Message, ...]:
    if entry.demand is not None:
        demand = case.demands.get(entry.demand)
        shown = entry.demand if demand is None else message("read.demand", id=demand.id, says=say_demand(case, demand))
        return _told(entry.demand, shown, draft.demand)
    if draft.demand is not None:
        return message("read.demand-without-stance", id=draft.demand.value), draft.demand.reason
    return (message("read.no-demand"),)


def context(text: str, draft: Draft) -> str:
    """Return the paragraphs in which a draft's words stand, cut to what one reads at a glance."""
    first, last = draft.content[0].start, draft.content[-1].end
    start = max(text.rfind("\n", 0, first) + 1, first - LONGEST_CONTEXT // 2)
    end = text.find("\n", last)
    end = min(len(text) if end < 0 else end, max(last, start + LONGEST_CONTEXT))
    before = "" if start == 0 or text[start - 1] == "\n" else "… "
    after = "" if end == len(text) or text[end] == "\n" else " …"
    return f"{before}{' '.join(text[start:end].split())}{after}"


def alike(case: Case, entry: Entry) -> tuple[int, ...]:
    """Return the places of the record's entries that quote these words from this source already."""
    words = same_words(entry.quote or "")
    return tuple(
        other.index
        for other in case.record
        if other.source == entry.source
        and other.quote is not None
        and replace(other, index=entry.index) != entry
        and (same_words(other.quote) in words or words in same_words(other.quote))
    )


def show_mismatch(page: Page, mismatch: Comparison) -> None:
    """Say where the words of a quotation part from the source's."""
    if mismatch.found:
        page.paragraph(message("read.stops", found=mismatch.found, missing=mismatch.missing, instead=mismatch.instead))
    else:
        page.paragraph(message("read.not-there", missing=mismatch.missing))
