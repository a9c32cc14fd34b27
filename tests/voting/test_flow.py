"""The maximum flow: everything can be spent, or a group is named that has too much."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.voting.flow import amounts, bottleneck


@st.composite
def problems(draw):
    k, m = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    edges = draw(st.lists(st.lists(st.booleans(), min_size=m, max_size=m), min_size=k, max_size=k))
    supply = draw(st.lists(st.integers(0, 6), min_size=k, max_size=k))
    cuts = sorted(draw(st.lists(st.integers(0, sum(supply)), min_size=m - 1, max_size=m - 1)))
    demand = [after - before for before, after in zip([0, *cuts], [*cuts, sum(supply)], strict=True)]
    return supply, demand, np.array(edges)


@pytest.mark.parametrize("scale", [1, 10**20])
@given(problem=problems())
def test_either_all_is_spent_or_a_group_has_more_than_its_targets_take(scale, problem):
    supply, demand, edges = problem
    found = bottleneck(amounts([one * scale for one in supply]), amounts([one * scale for one in demand]), edges)
    voters = range(len(supply))
    groups = chain.from_iterable(combinations(voters, size) for size in range(1, len(supply) + 1))

    def excess(group):
        return sum(supply[i] for i in group) - sum(np.array(demand)[edges[list(group)].any(axis=0)])

    assert (found is not None) == any(excess(group) > 0 for group in groups)
    if found is not None:
        assert excess(np.flatnonzero(found.voters).tolist()) > 0
        assert (found.targets == edges[found.voters].any(axis=0)).all()


def test_sums_beyond_64_bits_are_kept_exact():
    assert amounts([2**61, 2**61, 1]).dtype == object
    assert amounts([2**61, 1]).dtype == np.int64
