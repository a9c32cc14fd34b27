"""The peer of the committee rows is asked what placet is asked: on small ballots both elect as good a committee."""

import importlib

import pytest

import approvals
from harness.values import Theirs
from rows.committees import ROWS

pytestmark = pytest.mark.filterwarnings("ignore")  # what the peer's own code warns of is its to mend


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_elect_as_good_a_committee(row, seed):
    pytest.importorskip("abcvoting", reason="abcvoting is in the environment of `make bench`")

    def work():
        return getattr(approvals, row.work.partition(":")[2])(seed, 20, 14)

    def answer(contender):
        module, name = contender.start.split(":")
        return getattr(importlib.import_module(module), name)(work())(lambda _: None)

    compare = getattr(approvals, row.compare.partition(":")[2])
    ours, theirs = answer(row.ours), answer(row.peers[0])
    assert len(ours["winners"]) == approvals.SEATS
    assert compare(work, ours, Theirs(finished=True, answer=theirs)) is None


def test_a_worse_committee_is_told():
    marks = approvals.impartial(1, 20, 14)
    ours, other = ({"winners": [str(place) for place in range(start, start + 10)]} for start in (0, 4))
    theirs = Theirs(finished=True, answer=other)
    told = [compare(lambda: marks, ours, theirs) for compare in (approvals.same_score, approvals.same_committee)]
    assert all(told)
