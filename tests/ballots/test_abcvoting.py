"""abcvoting's YAML files: approvals by number, and every mistake with its place."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ballots import BallotError, Profile
from placet.ballots.abcvoting import read_abcvoting

TEXT = "description: made up\nprofile: [[0, 2], [1], []]\nnum_cand: 4\ncommitteesize: 2\ncompute: []\n"


@pytest.mark.parametrize("name", ["x.abc.yaml", "x.yml"])
def test_candidates_are_called_by_their_numbers(read, name):
    profile = read(TEXT, name)
    assert profile.candidates == ("0", "1", "2", "3")
    assert profile.marks.tolist() == [[1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]


def test_without_a_number_of_candidates_the_largest_that_is_approved_is_the_last(read):
    assert read("profile: [[0], [2]]\n", "x.yaml").candidates == ("0", "1", "2")


def test_weights_are_whole_voters(read):
    assert read("profile: [[0], [1]]\nvoter_weights: [3, 1]\n", "x.yaml") == Profile(
        ("0", "1"), marks=[[1, 0], [0, 1]], weights=[3, 1]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profile: [[0, x], [1, 1], 2, [[0]]]\n", [(1, 15), (1, 23), (1, 27), (1, 31)]),
        ("profile: [[0, 5]]\nnum_cand: 3\n", [(1, 15)]),
        ("profile: [[0]]\nnum_cand: 0\n", [(1, 12), (2, 11)]),
        ("profile: [[0]]\nvoter_weights: [1, 2]\n", [(2, 16)]),
        ("profile: [[0]]\nvoter_weights: [0]\n", [(2, 16)]),
        ("profile: [[0]]\nvoter_weights: [half]\n", [(2, 17)]),
        ("profile: [[0]]\nprofil: []\nprofile: [[1]]\n", [(2, 1), (3, 1)]),
        ("profile: []\n", [(1, 10)]),
        ("num_cand: 3\n", [(1, 1)]),
        ("- 1\n", [(1, 1)]),
        ("profile: [[0\n", [(2, 1)]),
        ("a: \0\n", [(1, 1)]),
    ],
)
def test_mistakes_are_told_with_their_places(faults, text, expected):
    assert [(line, column) for line, column, _ in faults(text, "x.yaml")] == expected


@given(st.text() | st.text("[]{}:,-0123 \nprofile&*!").map(lambda words: "profile: [[0]]\n" + words))
def test_any_text_is_a_profile_or_told_to_be_none(text):
    with suppress(BallotError):
        assert isinstance(read_abcvoting(text, "x.yaml"), Profile)
