"""PrefLib files: every kind, the old head and the new, and every mistake at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ballots import BallotError, Profile
from placet.ballots.preflib import SUFFIXES, read_preflib

HEAD = """\
# FILE NAME: made-up.soc
# TITLE: A made-up election
# DATA TYPE: soc
# NUMBER ALTERNATIVES: 3
# ALTERNATIVE NAME 1: Ann
# ALTERNATIVE NAME 2: Bob
# ALTERNATIVE NAME 3: Cat
"""
NAMES = ("Ann", "Bob", "Cat")


def test_complete_strict_orders(read):
    profile = read(HEAD + "60: 1,2,3\n40: 2,3,1\n", "x.soc")
    assert profile == Profile(NAMES, [[1, 2, 3], [3, 1, 2]], weights=[60, 40])


def test_the_head_of_before_2022(read):
    old = "3\n1,Ann\n2,Bob\n3,Cat\n100,100,2\n60,1,2,3\n40,2,3,1\n"
    assert read(old, "x.soc") == read(HEAD + "60: 1,2,3\n40: 2,3,1\n", "x.soc")


@pytest.mark.parametrize(
    ("suffix", "order", "ranks"),
    [
        (".soi", "3,1", [2, 0, 1]),
        (".toc", "{1,3},2", [1, 2, 1]),
        (".toi", "2,{1}", [2, 1, 0]),
        (".toi", " { 1 , 2 } ", [1, 1, 0]),
    ],
)
def test_ties_and_names_left_out(read, suffix, order, ranks):
    profile = read(f"{HEAD}1: {order}\n", f"x{suffix}")
    assert profile.ranks.tolist() == [ranks]


def test_categories_are_levels_and_marks_by_their_names(read):
    head = HEAD + "# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: Maybe\n# CATEGORY NAME 3: No\n"
    profile = read(head + "5: {1,2},{},3\n1: {},2,{}\n", "x.cat")
    assert profile.marks.tolist() == [[1, 1, -1], [0, 0, 0]]
    assert profile.ranks.tolist() == [[1, 1, 2], [0, 1, 0]]


def test_the_first_category_approves_where_none_is_called_so(read):
    head = HEAD + "# CATEGORY NAME 1: Wanted\n# CATEGORY NAME 2: Others\n"
    assert read(head + "5: 1,{2,3}\n", "x.cat").marks.tolist() == [[1, 0, 0]]


def test_every_mistake_is_told_with_its_place(faults):
    text = HEAD + "1: 1,2,4\n1: 1,{2,3}\nmany: 1\n0: 1,2,3\n1: 1,2\n1: 1,{2,3\n1: 1,1,x\n"
    assert faults(text, "x.soc") == [
        (8, 1, "2 of 3 alternatives"),
        (8, 8, '"4"'),
        (9, 7, "a tie"),
        (10, 1, '"many: 1"'),
        (11, 1, '"0: 1,2,3"'),
        (12, 1, "2 of 3 alternatives"),
        (13, 6, '"{2,3"'),
        (14, 1, "1 of 3 alternatives"),
        (14, 6, "alternative 1 a second time"),
        (14, 8, '"x"'),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "no ALTERNATIVE NAME"),
        (HEAD, "no ballots"),
        (HEAD.replace("Cat", "Bob") + "1: 1,2,3\n", 'two alternatives called "Bob"'),
        (f"# ALTERNATIVE NAME {'9' * 5000}: Ann\n1: 1\n", "no ALTERNATIVE NAME"),
    ],
)
def test_what_is_no_preflib_file_is_told(faults, text, found):
    assert (1, 1, found) in faults(text, "x.soi")


@pytest.mark.parametrize("text", [f"{HEAD}1: {'9' * 5000}\n", f"{'9' * 5000}\n1,Ann\n1,1,1\n1: 1\n"])
def test_a_number_of_thousands_of_digits_is_a_mistake_of_the_file(faults, text):
    assert faults(text, "x.soi")


@given(st.sampled_from(SUFFIXES), st.text(alphabet="123,{}: #\nx", max_size=60), st.booleans())
def test_any_text_is_a_profile_or_a_list_of_mistakes(suffix, text, has_head):
    try:
        assert read_preflib((HEAD if has_head else "") + text, "any", suffix).total >= 1
    except BallotError as mistake:
        assert all(fault.line >= 1 <= fault.column for fault in mistake.faults)  # noqa: PT017 -- either is right
