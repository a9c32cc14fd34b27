"""Arabic and French: plurals, names set apart, words that are missing, and the gaps of every sentence."""

import string

import pytest

from placet.case.text import Text
from placet.words import languages, message, say
from placet.words.say import catalog, plural, spoken_in

OTHERS = ("ar", "fr")
ROOMS = ("record.", "zone.", "report.", "best.")
"""What a report and the answers of the zone are made of."""


def forms(words):
    return [words] if isinstance(words, str) else list(words.values())


def gaps(words):
    return {name for form in forms(words) for _, name, _, _ in string.Formatter().parse(form) if name}


def test_there_are_words_in_three_languages():
    assert {"en", "ar", "fr"} <= set(languages())


@pytest.mark.parametrize("lang", OTHERS)
def test_a_translation_fills_only_the_gaps_that_the_sentence_has(lang):
    english = catalog("en")
    for id_, words in catalog(lang).items():
        assert id_ in english, id_
        assert gaps(words) <= gaps(english[id_]) | {"count"}, id_
        assert isinstance(words, str) or "other" in words, id_
        assert isinstance(words, str) or not isinstance(english[id_], str), id_


@pytest.mark.parametrize("lang", OTHERS)
def test_no_gap_of_a_name_is_lost_in_translation(lang):
    counted = {"count", "number"}
    for id_, words in catalog(lang).items():
        if id_.startswith(ROOMS):
            assert gaps(catalog("en")[id_]) - counted <= gaps(words), id_


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("room", ["report.", "record."])
def test_every_sentence_of_a_report_is_translated(lang, room):
    assert {id_ for id_ in catalog("en") if id_.startswith(room)} <= set(catalog(lang))


@pytest.mark.parametrize(
    ("count", "category"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"),
     (102, "other"), (103, "few"), (111, "many")],
)  # fmt: skip
def test_arabic_has_six_plurals(count, category):
    assert plural(count, "ar") == category


def test_french_says_none_in_the_singular():
    assert [plural(count, "fr") for count in (0, 1, 2)] == ["one", "one", "other"]


def test_arabic_numbers_take_their_own_plural():
    said = [say(message("report.size.sides", count=count), "ar") for count in (1, 2, 3, 11)]
    assert said == ["طرف واحد", "طرفان", "3 أطراف", "11 طرفًا"]


def test_a_latin_name_is_set_apart_in_an_arabic_sentence():
    assert say(message("report.expected", side=Text.plain("The north")), "ar") == "\u2068The north\u2069 (متوقع فقط)"


def test_what_has_no_words_in_a_language_is_said_in_english_and_marked():
    assert "certificate.cases" not in catalog("fr")
    assert say(message("certificate.cases"), "fr") == "[en] There are two cases."
    assert say(message("certificate.cases"), "ar") == "\u2068[en] There are two cases.\u2069"


def test_what_is_borrowed_within_a_sentence_is_marked_once():
    within = message("certificate.pair", who=message("certificate.cases"), where="here")
    assert say(within, "fr").count("[en]") == 1


def test_a_language_of_a_country_is_said_in_the_language():
    assert spoken_in("fr-CA") == "fr"
    assert say(message("zone.nobody"), "fr-CA") == "personne"
    assert spoken_in("xx") == "en"
