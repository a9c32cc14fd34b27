"""Dates in running words, counted from the day of the source and no more precise than the words."""

from datetime import date

import pytest

from placet.case.dates import parse_when
from placet.reading.dates import dates, speaks_of_no_one_day
from placet.reading.drafts import Span

WEDNESDAY = parse_when("2013-05-08")


def read(text: str, lang: str = "en", dated=WEDNESDAY) -> list[str]:
    return [str(one.when) for one in dates(text, Span(0, len(text)), dated, lang)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Tuesday", "2013-05-07"),
        ("on Wednesday", "2013-05-08"),
        ("Thursday", "2013-05-02"),
        ("next Friday", "2013-05-10"),
        ("yesterday", "2013-05-07"),
        ("today", "2013-05-08"),
        ("in August 2011", "2011-08"),
        ("in August", "2012-08"),
        ("on May 3", "2013-05-03"),
        ("on May 30", "2012-05-30"),
        ("June 30, 2012", "2012-06-30"),
        ("30 June 2012", "2012-06-30"),
        ("the 30th of June 2012", "2012-06-30"),
        ("Sept. 11", "2012-09-11"),
        ("as early as this month", "2013-05"),
        ("last month", "2013-04"),
        ("last year", "2012"),
        ("this week", "[2013-05-06..2013-05-12]"),
        ("in 2011", "2011"),
        ("2012-06-30", "2012-06-30"),
    ],
)
def test_words_become_a_date_as_precise_as_they_are(words, edtf):
    assert read(f"He said so {words}.") == [edtf]


@pytest.mark.parametrize(
    ("lang", "words", "edtf"),
    [
        ("fr", "mardi", "2013-05-07"),
        ("fr", "le 30 juin 2012", "2012-06-30"),
        ("de", "am Dienstag", "2013-05-07"),
        ("de", "am 30. Juni 2012", "2012-06-30"),
        ("ru", "30 июня 2012 года", "2012-06-30"),
        ("ar", "الثلاثاء", "2013-05-07"),
        ("ar", "٣٠ يونيو ٢٠١٢", "2012-06-30"),
    ],
)
def test_other_languages_have_their_own_words(lang, words, edtf):
    assert read(words, lang) == [edtf]


def test_last_month_in_january_is_december():
    assert read("last month", dated=parse_when("2013-01-31")) == ["2012-12"]


def test_without_the_sources_day_only_what_is_written_out_is_a_date():
    assert read("Tuesday, yesterday, May 3, this month, in August 2011", dated=None) == ["2011-08"]
    assert read("on Tuesday", dated=parse_when("2013-05")) == []


@pytest.mark.parametrize("words", ["He may go.", "a 2011 model", "room 2012-7", "February 30, 2012", "Mondays"])
def test_what_only_looks_like_a_date_is_none(words):
    assert read(words) == []


def test_the_span_is_the_words_themselves():
    text = "He left Tuesday."
    (one,) = dates(text, Span(0, len(text)), WEDNESDAY)
    assert one.span.of(text) == "Tuesday"
    assert one.when.earliest == date(2013, 5, 7)


def test_repeatedly_is_no_one_day():
    text = "He has repeatedly said so."
    assert speaks_of_no_one_day(text, Span(0, len(text))) == "repeatedly"
    assert speaks_of_no_one_day("He said so.", Span(0, 11)) is None
