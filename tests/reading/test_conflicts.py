"""Where a source tells of what the case has from another source, with another date or other words."""

from dataclasses import replace

import pytest

from placet.case.catalog import Catalog
from placet.case.dates import parse_when
from placet.case.nouns import Case, Entry, Source
from placet.case.text import Text
from placet.reading.archive import Archived
from placet.reading.conflicts import mark_events
from placet.reading.drafts import Draft, Span, Suggestion
from placet.reading.events import events, events_told
from placet.words import message, say

DAY = parse_when("2013-05-08")
TREATY = Entry(
    0, parse_when("2012-06-30"), by="The conference", event="harbour-treaty", quote="It has 12 parts.", source="treaty"
)
LETTER = Entry(
    1,
    parse_when("2013-05-07"),
    by="Ada Ampel (mayor)",
    quote="We shall never sit at a table with that man",
    source="letter",
)


def case_with(*entries):
    sources = (Source("treaty", Text.plain("The treaty")), Source("letter", Text.plain("A letter")))
    return Case(
        "tiny",
        Text.plain("A body"),
        Catalog(),
        Catalog(),
        Catalog(),
        record=entries,
        sources=Catalog((source.id, source) for source in sources),
    )


def draft(text, quote, on="2013-05-07", by="Ada Ampel"):
    start = text.index(quote)
    return Draft(
        id="d1",
        kind="direct",
        quote=quote,
        content=(Span(start, start + len(quote)),),
        speaker=Suggestion(by, message("why")),
        speaker_span=None,
        cue=None,
        side=None,
        on=Suggestion(on, message("why")),
        demand=None,
        stance=None,
        is_presumption=False,
        event=None,
        lang="en",
    )


def marked(text, *entries, **parts):
    archived = Archived(Source("article"), text)
    (one,) = mark_events(case_with(*entries), archived, (draft(text, **parts),), dated=DAY, lang="en")
    return one.event


def dated_apart(text, *entries):
    case, archived = case_with(*entries), Archived(Source("article"), text)
    return events(case, archived, Span(0, len(text)), told=events_told(case), dated=DAY)


def test_an_event_that_the_text_gives_another_day_is_offered_as_a_disagreement():
    text = "All of it follows from the June 2011 treaty of the Harbour, she thinks."
    (found,) = dated_apart(text, TREATY)
    assert (found.words.of(text), found.on.value, found.event.value) == (
        "June 2011 treaty of the Harbour",
        "2011-06",
        "harbour-treaty",
    )
    assert say(found.event.reason) == (
        "“June 2011 treaty of the Harbour” is another date than the treaty gives: 30 June 2012."
    )


@pytest.mark.parametrize(
    "text",
    [
        "All of it follows from the June 2012 treaty of the harbour.",
        "All of it follows from the treaty of the harbour.",
        "The harbour closed in June 2011.",
        "The harbour treaty was long discussed by everybody who came to the hall, but not before June 2011.",
    ],
)
def test_nothing_is_offered_where_the_text_may_agree_or_speaks_of_something_else(text):
    assert dated_apart(text, TREATY) == ()


def test_accents_and_endings_do_not_hide_an_event():
    text = "the June 2011 Hârbour Treaties"
    (found,) = dated_apart(text, replace(TREATY, event="harbour-treat"))
    assert found.words.of(text) == "June 2011 Hârbour Treaties"


def test_an_event_dated_otherwise_is_a_draft_of_its_own_in_its_place():
    text = "It follows from the June 2011 harbour treaty. “No part is secret,” she said."
    archived = Archived(Source("article"), text)
    first, second = mark_events(case_with(TREATY), archived, (draft(text, "No part is secret,"),), dated=DAY, lang="en")
    assert (first.quote, first.on.value, first.event.value) == ("June 2011 harbour treaty", "2011-06", "harbour-treaty")
    assert second.event is None


def test_a_draft_that_gives_an_event_another_day_says_which_day_the_record_has():
    text = "In the harbour treaty of June 2011 they wrote “No part is secret.”"
    event = marked(text, TREATY, quote="No part is secret.", on="2011-06")
    assert event.value == "harbour-treaty"
    assert say(event.reason) == "“June 2011” is another date than the treaty gives: 30 June 2012."


def test_a_draft_with_other_figures_says_which_the_record_has():
    text = "The harbour treaty “has 11 parts” they wrote."
    event = marked(text, TREATY, quote="has 11 parts", on="2012-06-30")
    assert say(event.reason) == "“has 11 parts” has other figures than the treaty: 12."


def test_an_event_of_one_word_needs_a_speaker_of_the_event():
    text = "In the harbour she said “No part is secret.”"
    entry = replace(TREATY, event="harbour")
    assert marked(text, entry, quote="No part is secret.") is None
    assert marked(text, entry, quote="No part is secret.", by="The conference").value == "harbour"


def test_other_words_of_the_same_speaker_on_the_same_day_are_one_event():
    text = "“We will never sit at one table with that man,” she said."
    event = marked(text, LETTER, quote="We will never sit at one table with that man,")
    assert event.value == "ada-ampel-2013-05-07"
    assert "Other words of the same speaker on the same day stand in a letter" in say(event.reason)
    assert "entry 2 of the record" in say(event.reason)


@pytest.mark.parametrize(
    ("quote", "on", "by"),
    [
        ("We will never sit at one table with that man,", "2013-05-06", "Ada Ampel"),
        ("We will never sit at one table with that man,", "2013-05-07", "Ben Borg"),
        ("The weather was fine in the harbour", "2013-05-07", "Ada Ampel"),
        ("never sit at a table", "2013-05-07", "Ada Ampel"),
    ],
)
def test_another_day_another_speaker_or_the_same_words_are_no_disagreement(quote, on, by):
    assert marked(f"“{quote}” it was said.", LETTER, quote=quote, on=on, by=by) is None


def test_what_the_record_has_from_this_very_source_is_no_other_source():
    text = "In the harbour treaty of June 2011 they wrote “No part is secret.”"
    own = replace(TREATY, source="article")
    assert marked(text, own, quote="No part is secret.", on="2011-06") is None


def test_a_date_that_the_record_has_from_this_source_already_is_not_offered_again():
    text = "All of it follows from the June 2011 treaty of the Harbour, she thinks."
    assert dated_apart(text, TREATY, replace(TREATY, index=1, on=parse_when("2011-06"), source="article")) == ()
