"""Scalars follow the core schema of YAML 1.2: exact numbers, and no surprises."""

from fractions import Fraction

import pytest

from case.samples import changed, read
from placet.case.compose import compose
from placet.case.tree import Mapping, Scalar, Sequence, read_number


def value(text):
    return Scalar(text, is_plain=True, line=1, column=1).value


WORDS = (
    "no yes on off y n No 2013-05-07 2011-08 1_000 0o7 0x1F 12:30:45 .inf .nan 1e e3 + - . 1.2.3 ٣ = tRUE nULL "
    "1e61 1e-999 1e99999"
)


@pytest.mark.parametrize("word", [*WORDS.split(), "9" * 61])
def test_a_word_stays_a_word(word):
    assert value(word) == word


NUMBERS = {
    "7": 7,
    "-7": -7,
    "+7": 7,
    "007": 7,
    "0.1": Fraction(1, 10),
    ".5": Fraction(1, 2),
    "2.": 2,
    "3.0": 3,
    "1e3": 1000,
    "1.5E-1": Fraction(3, 20),
    "-0.25": Fraction(-1, 4),
    "2.e1": 20,
}


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_a_number_is_exact(text, number):
    assert value(text) == number
    assert type(value(text)) is type(number)


@pytest.mark.parametrize(
    ("text", "meaning"), [("true", True), ("FALSE", False), ("null", None), ("~", None), ("", None)]
)
def test_truth_and_nothing_have_their_words(text, meaning):
    assert value(text) is meaning


def test_quotation_marks_make_a_word_of_everything():
    assert Scalar("true", is_plain=False, line=1, column=1).value == "true"
    assert not Scalar("", is_plain=False, line=1, column=1).is_nothing
    assert Scalar("null", is_plain=True, line=1, column=1).is_nothing
    assert not Scalar("true", is_plain=True, line=1, column=1).is_nothing


def test_no_number_is_read_in_words():
    assert read_number("ten") is None


def test_every_node_knows_its_place():
    tree, repeated = compose("a: 1\nb: [x,\n  {c: d}]\n", "case.yaml")
    assert repeated == []
    assert tree == Mapping(
        [
            (Scalar("a", True, 1, 1), Scalar("1", True, 1, 4)),
            (
                Scalar("b", True, 2, 1),
                Sequence(
                    [Scalar("x", True, 2, 5), Mapping([(Scalar("c", True, 3, 4), Scalar("d", True, 3, 7))], 3, 3)], 2, 4
                ),
            ),
        ],
        1,
        1,
    )
    assert tree.get("b").items[0].text == "x"
    assert tree.get("z") is None


def test_a_trait_called_no_is_a_word():
    case = read(
        changed("traits: {gender: man}", "traits: {gender: man, speaks: no, armed: false, age: 40, share: 0.5}")
    )
    assert dict(case.candidates["saleh"].traits) == {
        "gender": "man",
        "speaks": "no",
        "armed": False,
        "age": 40,
        "share": Fraction(1, 2),
    }


def test_json_is_read_with_its_halved_characters():
    tree, _ = compose('{"a": "\\ud83d\\ude00", "b": "\\\\ud83d\\\\ude00"}', "case.json")
    assert [node.text for _, node in tree.pairs] == ["\U0001f600", "\\ud83d\\ude00"]
