"""Sources that disagree are both kept, and shown as disagreeing."""

import pytest

from placet.case.nouns import Votes
from placet.record.disagreements import disagreements, figures
from placet.words import say
from record.table import council, said, table, tallied


def told(on, source=None, quote=None, event="the-call", **more):
    return said("asserts", on, source=source, quote=quote, event=event, **more)


def found(case):
    return [(one.event, one.kind, one.entries, one.values) for one in disagreements(case)]


def test_two_dates_of_one_event_disagree():
    case = table(told("2011-06-30", "paper"), told("2012-06-30", "radio"))
    (one,) = disagreements(case)
    assert one.to_dict() == {
        "event": "the-call",
        "kind": "date",
        "entries": [
            {"index": 0, "value": "2011-06-30", "source": "paper"},
            {"index": 1, "value": "2012-06-30", "source": "radio"},
        ],
    }


@pytest.mark.parametrize("day", ["2011-08-01", "2011-08-18", "2011-08-31"])
def test_a_month_against_a_day_within_it_is_a_disagreement(day):
    assert found(table(told("2011-08"), told(day))) == [("the-call", "date", (0, 1), ("2011-08", day))]


def test_an_entry_that_names_no_source_disagrees_without_one():
    (one,) = disagreements(table(told("2011-08", "paper"), told("2011-09")))
    assert one.sources == ("paper", "")
    assert [entry["source"] for entry in one.to_dict()["entries"]] == ["paper", None]


def test_the_same_days_written_in_two_ways_agree():
    assert found(table(told("2011-08"), told("[2011-08-01..2011-08-31]"))) == []


def test_an_entry_without_a_date_disagrees_with_none():
    assert found(table(told("2011-08"), told(None))) == []
    assert found(table(told("2011-08"), told(None), told("2011-09")))[0][2] == (0, 2)


def test_entries_of_other_events_or_of_none_do_not_disagree():
    of_none = [told(on, event=None) for on in ("2011-10", "2011-11")]
    assert found(table(told("2011-08"), told("2011-09", event="other"), *of_none)) == []


def test_another_quoted_figure_is_a_disagreement():
    case = table(
        told("2016-07-21", "paper", "9 for and 5 against"),
        told("2016-07-21", "radio", "9 for, 4 against"),
        told("2016-07-21", "leaflet", "nine for"),
    )
    assert found(case) == [("the-call", "figure", (0, 1), ("5, 9", "4, 9"))]
    assert disagreements(case)[0].to_dict()["entries"][1] == {"index": 1, "value": "4, 9", "source": "radio"}


def test_a_quotation_that_only_tells_more_does_not_disagree():
    assert found(table(told("2016-07-21", quote="9 for"), told("2016-07-21", quote="9 for and 5 against"))) == []
    assert found(table(told("2016-07-21", quote="9 for"), told("2016-07-21", quote="a majority"))) == []


def test_one_event_can_disagree_in_date_and_figure():
    case = table(told("2016-07-21", quote="9"), told("2016-07-22", quote="8"))
    assert [kind for _, kind, _, _ in found(case)] == ["date", "figure"]


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ("12 of 15", {"12", "15"}),
        ("10,000 and 10.000 and 10 000".replace(" 000", "\u00a0000"), {"10000"}),
        ("1,234,567.5", {"1234567.5"}),
        ("3.5 or 3,5", {"3.5"}),
        ("0 or 0.5 or 00", {"0", "0.5"}),
        ("١٢ صوتا", {"12"}),
        ("on 2013-05-07", {"2013", "5", "7"}),
        ("in 12345 days", {"12345"}),
        ("no figure", set()),
        (None, set()),
    ],
)
def test_figures_are_read_in_any_digits_with_or_without_marks(quote, read):
    assert figures(quote) == read


def test_tallies_of_one_event_disagree_where_a_count_differs():
    case = council(
        tallied("2016-07-21", {"ada": Votes(9, 4, 1), "ben": 3}, event="poll", source="paper"),
        tallied("2016-07-21", {"ada": Votes(9, 5)}, event="poll"),
        tallied("2016-07-21", {"ada": Votes(9)}, event="poll"),
    )
    assert found(case) == [("poll", "figure", (0, 1), ("ada 9-4-1, ben 3", "ada 9-5"))]


def test_the_sentence_tells_only_the_votes_in_dispute():
    case = council(
        tallied("2016-07-21", {"ada": Votes(9, 4, 1), "ben": 3}, event="poll", source="paper"),
        tallied("2016-07-21", {"ada": Votes(9, 5)}, event="poll", source="radio"),
    )
    (one,) = disagreements(case)
    assert ("ada 9-4-1" in say(one.says), "ada 9-5" in say(one.says), "ben" in say(one.says)) == (True, True, False)


def test_a_count_that_one_tally_leaves_out_is_no_disagreement():
    case = council(*(tallied("2016-07-21", {"ada": Votes(9, against)}, event="poll") for against in (None, 5)))
    assert found(case) == []


def test_tallies_of_other_sides_or_other_candidates_do_not_disagree():
    case = council(
        tallied("2016-07-21", {"ada": 9}, event="poll"),
        tallied("2016-07-21", {"ada": 8}, event="poll", side="north"),
        tallied("2016-07-21", {"ben": 8}, event="poll"),
        said("asserts", "2016-07-21", event="poll"),
    )
    assert found(case) == []


def test_a_disagreement_is_told_with_dates_in_words_and_sources_by_name():
    case = table(
        told("2011-08", "paper"),
        told("2011-08-18", "radio"),
        told("2011-08-18", "leaflet"),
        told("2011-08-19", by="A witness"),
        told("2011-08-20"),
    )
    assert [say(one.says) for one in disagreements(case)] == [
        (
            "Sources disagree about the date of “the call”: August 2011 (The Paper), 18 August 2011 (Radio Made-up and "
            "leaflet), 19 August 2011 (A witness) and 20 August 2011 (a source that is not named)."
        )
    ]


def test_a_disagreement_is_between_sources_where_their_speakers_are_known_too():
    case = table(told("2011-08-18", "paper", by="A witness"), told("2011-08-19", "radio", by="A witness"))
    assert say(disagreements(case)[0].says) == (
        "Sources disagree about the date of “the call”: 18 August 2011 (The Paper) and 19 August 2011 (Radio Made-up)."
    )


def test_figures_that_disagree_are_told():
    case = table(told("2016-07-21", "paper", "9 votes"), told("2016-07-21", "radio", "8 votes"))
    assert say(disagreements(case)[0].says) == (
        "Sources disagree about the figures of “the call”: 9 (The Paper) and 8 (Radio Made-up)."
    )
