"""Approvals and vetoes: who is acceptable, and who is ahead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ballots.profile import Profile
from placet.errors import QuestionError
from placet.voting.rules import RULES

BLOCKING, NET = "approval-with-blocking-minority", "net-approval"


def marked(rows, counts=None):
    return Profile(tuple("abc"[: len(rows[0])]), marks=rows, weights=counts)


def test_one_veto_blocks_if_not_told_otherwise():
    profile = marked([[1, 1, 0], [1, 1, 0], [1, -1, 0]])
    assert RULES[BLOCKING](profile).names == ("a",)
    assert RULES[BLOCKING](profile, blocking=2).names == ("a", "b")


def test_enough_is_more_than_half_if_not_told_otherwise():
    profile = marked([[1, 1, 1], [1, 0, 1], [1, 0, 0], [0, 0, 0]])
    assert RULES[BLOCKING](profile).names == ("a",)
    assert RULES[BLOCKING](profile, quota=2).names == ("a", "c")


def test_a_veto_of_many_voters_counts_for_all_of_them():
    profile = marked([[1, 1, 0], [1, -1, 0]], [5, 2])
    assert RULES[BLOCKING](profile, blocking=3).names == ("a", "b")
    assert RULES[BLOCKING](profile, blocking=2).names == ("a",)


def test_net_approval_takes_vetoes_from_approvals():
    found = RULES[NET](marked([[1, 1, 0], [1, -1, 0], [-1, 1, 1]]))
    assert dict(found.detail["net"]) == {"a": 1, "b": 1, "c": 1}
    assert found.names == ("a", "b", "c")
    assert RULES[NET](marked([[1, 1, 0], [1, -1, 0], [-1, 1, 1]], [2, 1, 1])).names == ("a", "b")


@pytest.mark.parametrize("option", [{"quota": 0}, {"quota": 4}, {"blocking": 0}])
def test_a_quota_or_minority_that_cannot_be_is_refused(option):
    with pytest.raises(QuestionError):
        RULES[BLOCKING](marked([[1, 1, 0]] * 3), **option)


marks = st.lists(st.lists(st.integers(-1, 1), min_size=3, max_size=3), min_size=1, max_size=6)


@given(marks, st.data())
def test_dropping_a_veto_never_shrinks_the_acceptable_set(rows, data):
    voter, name = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 2))
    quota, blocking = data.draw(st.integers(1, len(rows))), data.draw(st.integers(1, 3))
    dropped = [
        [0 if (i, j) == (voter, name) and mark < 0 else mark for j, mark in enumerate(row)]
        for i, row in enumerate(rows)
    ]
    before, after = (RULES[BLOCKING](marked(one), quota=quota, blocking=blocking).names for one in (rows, dropped))
    assert set(before) <= set(after)


@given(marks)
def test_who_is_acceptable_has_enough_approvals_and_too_few_vetoes(rows):
    columns = dict(zip("abc", zip(*rows, strict=True), strict=True))
    expected = tuple(name for name, column in columns.items() if 2 * column.count(1) > len(rows) and -1 not in column)
    assert RULES[BLOCKING](marked(rows)).names == expected
    net = {name: sum(column) for name, column in columns.items()}
    assert RULES[NET](marked(rows)).names == tuple(name for name in net if net[name] == max(net.values()))
