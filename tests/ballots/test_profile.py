"""A profile: a frozen value over arrays that nobody can change."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ballots.profile import Profile
from placet.errors import QuestionError


def test_rankings_become_ranks_with_names_left_out_as_0():
    profile = Profile.of(["abc", "c"], [60, 40])
    assert profile.candidates == ("a", "b", "c")
    assert profile.ranks.tolist() == [[1, 2, 3], [0, 0, 1]]
    assert profile.ranks.dtype == np.int16
    assert (profile.total, repr(profile)) == (100, "<Profile 2 ballots, 100 voters, 3 candidates, ranks>")


def test_numbers_as_names_stand_by_size():
    assert Profile.of([[10, 9, 2]]).candidates == ("2", "9", "10")


def test_the_arrays_are_copies_that_cannot_be_written():
    ranks = np.array([[1, 2]], np.int16)
    profile = Profile(("a", "b"), ranks)
    ranks[0, 0] = 2
    assert profile.ranks.tolist() == [[1, 2]]
    for array in (profile.ranks, profile.weights, profile.class_of):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_profiles_are_equal_when_they_hold_the_same():
    one, same = (Profile.of(["ab", "ba"], [2, 1]) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != Profile.of(["ab", "ba"], [1, 2])
    assert one != Profile(("a", "b"), marks=[[1, 0], [0, 1]], weights=[2, 1])
    assert one != "ab"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"candidates": ("a",)}, "no ballots"),
        ({"candidates": (), "ranks": [[]]}, "no ballots"),
        ({"candidates": ("a", "a"), "ranks": [[1, 2]]}, "name twice"),
        ({"candidates": ("a", "b"), "ranks": [[1, 3]]}, "a rank out of range"),
        ({"candidates": ("a", "b"), "ranks": [[1, -1]]}, "a rank out of range"),
        ({"candidates": ("a", "b"), "ranks": [[1, 1.5]]}, "not whole"),
        ({"candidates": ("a", "b"), "ranks": [[1, 70000]]}, "not whole or too large"),
        ({"candidates": ("a", "b"), "ranks": [[1]]}, "ranks of shape"),
        ({"candidates": ("a", "b"), "ranks": [[1, 2]], "marks": [[1, 1], [1, 1]]}, "marks of shape"),
        ({"candidates": ("a", "b"), "marks": [[1, 2]]}, "an unknown mark"),
        ({"candidates": ("a",), "ranks": [[1]], "weights": [0]}, "a weight out of range"),
        ({"candidates": ("a",), "ranks": [[1]], "weights": [2**60]}, "a weight out of range"),
        ({"candidates": ("a",), "ranks": [[1]], "weights": [1, 1]}, "weights of shape"),
        ({"candidates": ("a",), "ranks": [[1]], "class_of": [0]}, "a class of voters out of range"),
        ({"candidates": ("a",), "ranks": [[1]], "class_of": [-2]}, "a class of voters out of range"),
    ],
)
def test_what_cannot_be_a_profile_is_refused(arguments, message):
    with pytest.raises(QuestionError, match=message):
        Profile(**arguments)


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=1, max_size=4))
def test_strict_means_every_name_once_on_every_ballot(ranks):
    profile = Profile(("a", "b", "c"), ranks)
    assert profile.is_strict == all(sorted(row) == [1, 2, 3] for row in ranks)
    expected = all(sorted(filter(None, row)) == list(range(1, 1 + sum(map(bool, row)))) for row in ranks)
    assert profile.is_strict_as_far_as_it_goes == expected


def test_strictness_is_seen_beyond_the_first_block_of_ballots():
    ranks = np.tile([1, 2], (5000, 1))
    assert Profile(("a", "b"), ranks).is_strict
    ranks[-1] = [1, 1]
    assert not Profile(("a", "b"), ranks).is_strict
    assert not Profile(("a", "b"), ranks).is_strict_as_far_as_it_goes
    assert not Profile(("a", "b"), marks=np.zeros((1, 2))).is_strict_as_far_as_it_goes
