"""Saying: the plural, lists, numbers, and names within a sentence."""

from fractions import Fraction

import pytest

from placet.case.text import Text
from placet.words import languages, message, say
from placet.words.say import number

OPPOSITION = Text.plain("The opposition")


def same_if_bound(*sides):
    return message("zone.if-one-bound-same", count=len(sides), sides=sides)


def test_a_list_is_said_with_its_last_two_joined():
    names = message("zone.scores", scores=("Ada 1", "Ben 2", "Cleo 3"))
    assert say(names) == "What it is worth to each side: Ada 1, Ben 2 and Cleo 3."
    assert say(message("zone.scores", scores=("Ada 1",))) == "What it is worth to each side: Ada 1."


def test_the_count_chooses_the_plural():
    assert [say(message("zone.people", count=count)) for count in (0, 1, 2)] == ["0 people", "one person", "2 people"]


def test_a_name_from_right_to_left_is_set_apart_and_kept_as_it_is():
    share = message("zone.give-up-share", side=Text((("ar", "بشار"), ("en", "Bashar"))), cost=3)
    assert say(share, "ar") == "\u2068بشار\u2069 3"
    assert say(share) == "Bashar 3"


def test_a_language_without_words_is_said_in_english():
    assert say(same_if_bound(OPPOSITION), "xx") == say(same_if_bound(OPPOSITION))


def test_the_article_of_a_name_is_small_within_a_sentence_and_large_where_one_begins():
    assert say(message("zone.give-up-share", side=OPPOSITION, cost=3)) == "The opposition 3"
    assert say(same_if_bound(OPPOSITION)) == "If the opposition had to consent too, it would be the same."
    assert say(same_if_bound(Text.plain("An envoy"), Text.plain("A guest"))) == (
        "If any of an envoy and a guest had to consent too, it would be the same."
    )


def test_the_article_of_a_sentence_is_small_within_another_and_large_after_a_colon():
    refuses = message("zone.give-up-share", side=OPPOSITION, cost=3)
    assert say(message("zone.instead", demand=refuses, others=(refuses,))) == (
        "The opposition 3 (or, to the same effect: The opposition 3)"
    )
    assert say(same_if_bound(Text.plain("Ada"), refuses)) == (
        "If any of Ada and the opposition 3 had to consent too, it would be the same."
    )


def test_what_is_no_name_or_only_begins_like_an_article_is_left_alone():
    assert (
        say(same_if_bound("The words of a source"))
        == "If The words of a source had to consent too, it would be the same."
    )
    assert say(same_if_bound(Text.plain("Theodora"))) == "If Theodora had to consent too, it would be the same."
    assert say(same_if_bound(Text.plain("A"))) == "If A had to consent too, it would be the same."


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(3), "3"), (Fraction(5, 2), "2.5"), (Fraction(1, 3), "1/3"), (Fraction(-7, 20), "-0.35")],
)
def test_an_exact_number_takes_as_few_signs_as_it_needs(value, said):
    assert number(value) == said


@pytest.mark.parametrize("said", ["1234567.25", "0.000000001", "-0.0625", "999999.9999"])
def test_a_decimal_number_is_never_rounded(said):
    assert number(Fraction(said)) == said


def test_english_comes_first_among_the_languages():
    assert languages()[0] == "en"
