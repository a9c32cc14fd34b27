"""Speakers and sides: who is meant, and for whom they speak."""

import pytest

from placet.case.dates import parse_when
from placet.reading.drafts import Span
from placet.reading.names import people, plain, split_title
from placet.reading.sides import Sides
from placet.reading.speakers import cast
from reading.made_talks import made_talks


@pytest.fixture
def case(tmp_path):
    return made_talks(tmp_path)


def speaker_in(case, text: str, words: str) -> str:
    """Return who is meant by the last occurrence of `words`."""
    at = text.rindex(words)
    return cast(case, text).resolve(Span(at, at + len(words)), ()).value


@pytest.mark.parametrize(
    ("words", "title", "name"),
    [
        ("Secretary of State Mina Vane", "Secretary of State", "Mina Vane"),
        ("Russian Foreign Minister Ivo Lem", "Russian Foreign Minister", "Ivo Lem"),
        ("former President Ada Bell", "former President", "Ada Bell"),
        ("Sen. Ada Bell", "Sen.", "Ada Bell"),
        ("the Secretary of State", "the Secretary of State", ""),
        ("Ada Bell", "", "Ada Bell"),
    ],
)
def test_titles_are_parted_from_names(words, title, name):
    assert split_title(words) == (title, name)


def test_people_are_named_in_full_with_their_titles():
    text = "Secretary of State Mina Vane met Bashar al-Khan in the White House on Monday."
    assert [(who.name, who.titles) for who in people(text)] == [
        ("Mina Vane", ("Secretary of State",)),
        ("Bashar al-Khan", ()),
    ]


def test_names_are_compared_without_accents_marks_and_articles():
    assert plain("The communiqué’s") == plain("communique")


def test_a_surname_stands_for_the_full_name_in_the_text(case):
    assert speaker_in(case, "Secretary Mina Vane came. Vane said so.", "Vane") == "Mina Vane"


def test_the_person_named_last_before_counts(case):
    assert speaker_in(case, "Mina Vane and Ivo Vane came. Vane said so.", "Vane") == "Ivo Vane"


def test_a_title_alone_stands_for_whoever_holds_it(case):
    text = "Secretary of State Mina Vane came with Ivo Lem. The Secretary of State said so."
    assert speaker_in(case, text, "The Secretary of State") == "Mina Vane"


def test_a_pronoun_stands_for_the_subject_before_it(case):
    text = "Mina Vane met Mr. Ivo Lem. She said so."
    assert speaker_in(case, text, "She") == "Mina Vane"
    assert speaker_in(case, "Ms. Mina Vane came. Mr. Ivo Lem came. She said so.", "She") == "Mina Vane"


def test_a_name_that_only_the_case_has_in_full_is_taken_from_there(case):
    assert speaker_in(case, "Orr said so.", "Orr") == "Balthazar Orr"


def test_whoever_has_no_name_is_called_as_the_text_does(case):
    assert speaker_in(case, "It failed, the two envoys said.", "the two envoys") == "The two envoys"


def side_of(case, text: str, words: str, dated: str = "2013-05-08") -> str | None:
    found = cast(case, text)
    at = text.rindex(words)
    speaker = found.resolve(Span(at, at + len(words)), ())
    side = Sides(case, parse_when(dated), found.people).of(speaker, words)
    return side.value if side else None


def test_a_known_speaker_speaks_for_the_side_of_the_record(case):
    assert side_of(case, "Ada Bell said so.", "Ada Bell") == "opposition"


def test_who_only_presumed_a_demand_does_not_speak_for_its_side(case):
    assert side_of(case, "Mina Vane said so.", "Mina Vane") is None


def test_a_candidate_speaks_for_the_side_of_its_group(case):
    assert side_of(case, "Orr said so.", "Orr") == "government"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the opposition", "opposition"),
        ("the rebels", "opposition"),
        ("the Syrian opposition", "opposition"),
        ("the regime", "government"),
        ("the present government", "government"),
    ],
)
def test_a_side_is_known_by_its_name_and_its_synonyms(case, words, side):
    assert side_of(case, f"It failed, {words} said.", words) == side


@pytest.mark.parametrize("words", ["French President Jules Roc", "Paris", "the French ambassador"])
def test_a_country_is_known_by_its_offices_and_its_capital(case, words):
    assert side_of(case, f"It failed, {words} said.", words) == "france"


def test_an_office_counts_only_in_the_years_in_which_it_was_held(case):
    text = "François Hollande said so."
    assert side_of(case, text, "François Hollande") == "france"
    assert side_of(case, text, "François Hollande", dated="2020-01-01") is None


def test_whoever_belongs_to_no_side_has_none(case):
    assert side_of(case, "Ivo Lem said so.", "Ivo Lem") is None
