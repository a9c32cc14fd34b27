"""Every peer is asked what placet is asked: on small cases its encoding agrees with going through all slates.

The peers are in the environment of `make bench`, which runs these tests before it measures anything.
"""

import importlib

import pytest

import deadlocks
import panels
import rankings
import slates
from benchmarks import every_slate
from peers.written import written

PACKAGE = {
    "cp_sat": "ortools",
    "decision_diagram": "oxidd",
    "highs": "highspy",
    "marco": "cpmpy",
    "pref_voting_rules": "pref_voting",
    "rc2": "pysat",
    "scipy_flow": "scipy",
    "votekit_rules": "votekit",
}
DEADLOCKS = [case for case in (deadlocks.deadlock(seed, 8, 3, 9) for seed in range(1, 9)) if every_slate.slates(case)]
BOARDS = [case for case in (slates.slates(seed, 24, 4, 2, 10) for seed in range(1, 7)) if every_slate.scores(case)]

pytestmark = pytest.mark.filterwarnings("ignore")  # what the peers' own code warns of is theirs to mend


def answer(reference, work):
    module, name = reference.split(":")
    if module in PACKAGE:
        pytest.importorskip(PACKAGE[module], reason=f"{PACKAGE[module]} is in the environment of `make bench`")
    return getattr(importlib.import_module(f"peers.{module}"), name)(work)(lambda _: None)


def by_name(case):
    return case.name


def plain(sets):
    return sorted(sorted(one) for one in sets if one)


def orders_of(ranks):
    return [sorted(range(len(row)), key=row.__getitem__) for row in ranks.tolist()]


def plurality_veto(ranks, order):
    """Apply the rule voter by voter."""
    orders = orders_of(ranks)
    points = {place: sum(one[0] == place for one in orders) for place in orders[0]}
    left = {place for place, has in points.items() if has}
    for voter in order:
        if len(left) == 1:
            break
        last = next(place for place in reversed(orders[voter]) if place in left)
        points[last] -= 1
        left -= {last} if not points[last] else set()
    return [f"c{place}" for place in left]


def proportional_veto_core(ranks):
    """Whom no group of voters, each tried, can keep out together."""
    voters, candidates = ranks.shape
    core = []
    for place in range(candidates):
        for group in range(1, 1 << voters):
            of_group = [row for voter, row in enumerate(ranks) if group >> voter & 1]
            preferred = sum(all(row[other] < row[place] for row in of_group) for other in range(candidates))
            if candidates - preferred <= -(-candidates * len(of_group) // voters) - 1:
                break
        else:
            core.append(f"c{place}")
    return core


def test_the_small_cases_are_of_every_kind():
    assert 2 <= len([case for case in DEADLOCKS if every_slate.conflicts(case)]) < len(DEADLOCKS)
    assert len(BOARDS) == 5


@pytest.mark.parametrize("solver", ["with_ortools", "with_exact"])
@pytest.mark.parametrize("case", DEADLOCKS, ids=by_name)
def test_marco_finds_every_conflict_and_every_concession(case, solver):
    found = answer(f"marco:{solver}", case)
    assert plain(found["conflicts"]) == plain(every_slate.conflicts(case))
    assert plain(found["concessions"]) == plain(every_slate.concessions(case))


@pytest.mark.parametrize("case", DEADLOCKS, ids=by_name)
def test_marco_on_merged_demands_says_whom_each_of_them_stands_for(case):
    found = answer("marco:with_exact_merged", case)
    given_up = [[one for first in some for one in found["members"][first]] for some in found["concessions"]]
    assert plain(given_up) == plain(every_slate.concessions(case))


@pytest.mark.parametrize("reference", ["rc2:one_conflict", "marco:one_with_ortools", "marco:one_with_exact"])
def test_a_peer_asked_for_one_conflict_finds_one(reference):
    for case in DEADLOCKS:
        if conflicts := plain(every_slate.conflicts(case)):
            assert answer(reference, case)["conflict"] in conflicts


@pytest.mark.parametrize("reference", ["rc2:cheapest", "cp_sat:cheapest", "highs:cheapest"])
@pytest.mark.parametrize("case", DEADLOCKS, ids=by_name)
def test_a_peer_gives_up_what_costs_least(case, reference):
    assert answer(reference, case)["cost"] == every_slate.cheapest(case)


@pytest.mark.parametrize("reference", ["highs:leximin", "cp_sat:leximin"])
def test_a_peer_finds_the_leximin_scores(reference):
    for case in BOARDS:
        assert sorted(answer(reference, case)["scores"]) == every_slate.leximin(case)


def test_highs_finds_the_largest_product():
    for case in BOARDS:
        one, other = answer("highs:nash", case)["scores"]
        assert one * other == every_slate.nash(case)


def test_highs_finds_the_largest_least_share():
    for case in BOARDS:
        found = answer("highs:kalai_smorodinsky", case)
        shares = [score / ideal for score, ideal in zip(found["scores"], found["ideals"], strict=True)]
        assert min(shares) == pytest.approx(float(every_slate.least_share(case)))


@pytest.mark.parametrize("seed", range(3))
def test_the_plain_table_counts_every_way_to_fill_the_classes(seed):
    case = panels.classes(seed, 16, 50, 4, 2)
    assert int(answer("plain_table:count", case)["count"]) == len(every_slate.slates(case)) > 0


@pytest.mark.parametrize("seed", range(3))
def test_the_decision_diagram_counts_every_panel(seed):
    case = panels.panel(seed, 16, 4)
    assert int(answer("decision_diagram:count", case)["count"]) == len(every_slate.slates(case)) > 0


@pytest.mark.parametrize("reference", ["pref_voting_rules:plurality_veto", "votekit_rules:plurality_veto"])
def test_plurality_veto_elects_who_keeps_a_point_to_the_end(reference):
    for seed in range(4):
        ranks = rankings.impartial(seed, 11, 4)
        found = answer(reference, ranks)
        assert found["winners"] == plurality_veto(ranks, found.get("order", range(11)))


@pytest.mark.parametrize("reference", ["scipy_flow:edge_by_edge", "scipy_flow:proportional_veto_core"])
def test_flows_find_whom_no_group_of_voters_can_keep_out(reference):
    for seed, (voters, candidates) in enumerate([(5, 4), (6, 4), (7, 5)]):
        ranks = rankings.spatial(seed, voters, candidates)
        assert answer(reference, ranks)["winners"] == proportional_veto_core(ranks)


def test_a_case_is_written_out_with_a_row_for_all_that_it_requires():
    case = DEADLOCKS[0]
    told = written(case)
    assert set(told.soft) == set(case.demands)
    assert len(told.hard) >= len(case.constraints) + len(case.posts)
