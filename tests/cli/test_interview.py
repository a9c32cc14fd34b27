"""How answers are understood, and how an interview is taken back and replayed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.case.ids import free_id, is_id
from placet.case.nouns import Seats
from placet.cli import answers
from placet.cli.interview import Interview, Question, Unclear
from placet.words import message, say


def script():
    found = []
    while True:
        word = yield Question(f"word.{len(found)}", message("new.title"), message("new.title.help"), str.upper)
        if word == "END":
            return found
        found.append(word)


@given(st.lists(st.sampled_from(["a", "b", "back"])))
def test_going_back_is_as_if_the_answer_had_never_been_given(typed):
    interview, left = Interview(script), []
    for word in typed:
        if word == "back":
            assert interview.back() is bool(left)
            left = left[:-1]
        else:
            interview.answer(word)
            left.append(word)
    assert [written for _, written in interview.answers] == left
    assert Interview(script, interview.answers).question == interview.question
    interview.answer("end")
    assert interview.result == [word.upper() for word in left]


def test_answers_after_one_that_does_not_fit_are_not_used():
    interview = Interview(script, (("word.0", "a"), ("other", "b"), ("word.1", "c")))
    assert interview.answers == (("word.0", "a"),)
    assert interview.unused == (("other", "b"), ("word.1", "c"))


def test_an_unclear_answer_leaves_the_question_as_it_was():
    interview = Interview(lambda: iter_one(answers.seats))
    with pytest.raises(Unclear):
        interview.answer("many")
    assert interview.question is not None
    assert interview.answers == ()


def iter_one(read):
    return (yield Question("one", message("new.title"), message("new.title.help"), read))


@pytest.mark.parametrize(
    ("written", "meant"), [("3", Seats(3, 3)), ("1-10", Seats(1, 10)), ("0 to 2", Seats(0, 2)), ("1–4", Seats(1, 4))]
)
def test_seats_are_a_number_or_a_range(written, meant):
    assert answers.seats(written) == meant


@pytest.mark.parametrize("written", ["", "0", "-1", "3-1", "1.5", "many", "99999999"])
def test_what_is_no_number_of_seats_is_asked_again(written):
    with pytest.raises(Unclear):
        answers.seats(written)


NAMES = {"Ada Ampel": "ada", "Ben Borg": "ben", "Ben Brill": "brill"}


@pytest.mark.parametrize(
    ("written", "meant"), [("ada ampel", "ada"), ("ampel", "ada"), ("3", "brill"), ("borg", "ben")]
)
def test_a_name_is_picked_by_itself_its_number_or_a_part_that_only_it_has(written, meant):
    assert answers.pick(NAMES)(written) == meant


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("ben", "“ben” could be Ben Borg and Ben Brill. Write a little more of the name."),
        ("Adda Ampl", "There is no “Adda Ampl” in the list. Did you mean Ada Ampel?"),
        ("zzz", "There is no “zzz” in the list. Write help to see it."),
        ("4", "There is no “4” in the list. Write help to see it."),
    ],
)
def test_a_name_that_is_not_clear_is_asked_again_with_what_was_near(written, told):
    with pytest.raises(Unclear) as unclear:
        answers.pick(NAMES)(written)
    assert say(unclear.value.why) == told


def test_several_names_are_picked_once_each():
    assert answers.picks(NAMES)("borg, ada; 2") == ("ben", "ada")
    assert answers.picks(NAMES)("") == ()


@pytest.mark.parametrize("written", ["a\x07b", "a\u202eb", ""])
def test_a_name_that_could_mislead_is_asked_again(written):
    with pytest.raises(Unclear):
        answers.name()(written)


@pytest.mark.parametrize("written", ["at least 120%", "least 3", "3", "at least -1"])
def test_a_rule_that_is_not_clear_is_asked_again(written):
    with pytest.raises(Unclear):
        answers.bound(written)


@pytest.mark.parametrize("written", ["101", "-1", "half", "1/2"])
def test_odds_outside_of_a_hundred_are_asked_again(written):
    with pytest.raises(Unclear):
        answers.percent(written)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("The Opposition", "opposition"),
        ("A. Haddad", "a-haddad"),
        ("Élodie Müller-Ñandú", "elodie-muller-nandu"),
        ("أحمد معاذ", "أحمد-معاذ"),
        ("The", "the"),
        ("???", "unnamed"),
    ],
)
def test_ids_are_made_from_names(name, id_):
    assert free_id(name, ()) == id_


@given(st.lists(st.text(min_size=1), max_size=6))
def test_ids_made_from_any_names_are_right_and_differ(names):
    made = {}
    for name in names:
        made[free_id(name, made)] = name
    assert len(made) == len(names)
    assert all(is_id(id_) for id_ in made)


def test_a_number_of_thousands_of_digits_is_no_place_in_a_list():
    with pytest.raises(Unclear):
        answers.pick(NAMES)("9" * 5000)
