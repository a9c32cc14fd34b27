"""The fairest concession, ways out within limits and the frontier of burdens: by definition and by brute force."""

from fractions import Fraction
from itertools import islice
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import placet
from placet.errors import QuestionError
from placet.zone.fairest import fairest_so_far
from placet.zone.give_up_program import GiveUpProgram
from placet.zone.within_limits import concessions_within, least_asked
from zone.burden_cases import SIDES, TWO_POSTS, burden, concessions, is_stuck, random_sides
from zone.tables import table

thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
stuck_cases = st.integers(0, 10**6).map(random_sides).filter(is_stuck)


def zone_of(body):
    return placet.Zone(table(body))


def by_size(vector):
    return sorted(vector, reverse=True)


def vector(concession):
    return tuple(concession.by_side[side] for side in SIDES)


def test_the_fairest_can_cost_more_than_the_cheapest():
    zone = zone_of("""
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
demands:
  v1: {side: a, excludes: ada, cost: 5}
  v2: {side: a, excludes: ben, cost: 3}
  v3: {side: b, excludes: ben, cost: 3}
""")
    assert zone.concessions().found[0].give_up == ("v1",)
    assert zone.fairest().concession.give_up == ("v2", "v3")
    assert zone.fairest().as_fair is None


def test_the_next_largest_burden_decides_where_the_largest_is_the_same():
    zone = zone_of("""
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
demands:
  v1: {side: a, excludes: ada, cost: 4}
  v2: {side: b, excludes: ada, cost: 3}
  v3: {side: a, excludes: ben, cost: 2}
  v4: {side: b, excludes: ben, cost: 4}
""")
    assert zone.fairest().concession.give_up == ("v3", "v4")


def test_of_equally_fair_ways_out_the_first_in_the_case_is_chosen_and_another_named():
    zone = zone_of("""
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
demands: {v1: {side: b, excludes: ben}, v2: {side: a, excludes: ada}}
""")
    assert zone.fairest().concession.give_up == ("v1",)
    assert zone.fairest().as_fair.give_up == ("v2",)


@pytest.mark.parametrize("sides", ["abab" * 6, "aabb" * 6, "a" * 12 + "b" * 12, "ab" + "ba" * 11])
def test_of_many_equally_fair_ways_out_the_first_in_the_case_is_chosen(sides):
    # Two of 24 people are needed, each refused by one side: the fairest asks one name of each, and its first two.
    people = ", ".join(f"p{n}: {{name: P{n}}}" for n in range(24))
    demands = ", ".join(f"v{n}: {{side: {side}, excludes: p{n}}}" for n, side in enumerate(sides))
    zone = zone_of(f"""
candidates: {{{people}}}
posts: {{panel: {{title: Panel, seats: 2}}}}
demands: {{{demands}}}
""")
    assert zone.fairest().concession.give_up == (f"v{sides.index('a')}", f"v{sides.index('b')}")


def test_of_equally_fair_ways_out_the_one_of_fewest_demands_is_chosen():
    zone = zone_of("""
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
terms: {date: {title: Date, options: [soon, late]}}
demands:
  v1: {side: a, excludes: ada, cost: 1}
  v2: {side: a, if: {at_least: 1, where: ada}, then: {chooses: {date: soon}}, cost: 1}
  v3: {side: b, chooses: {date: late}, cost: never}
  v4: {side: a, excludes: ben, cost: 2}
""")
    assert zone.fairest().concession.give_up == ("v4",)


def test_an_open_zone_asks_nothing_of_anybody():
    zone = zone_of("candidates: {ada: {name: Ada}}\nposts: {head: {title: Head}}")
    assert zone.fairest() is None


def test_a_side_that_is_to_be_spared_gives_nothing_up():
    zone = zone_of(TWO_POSTS)
    assert [one.give_up for one in concessions_within(zone.burdens, {"b": Fraction(0)})] == [("v1", "v3")]
    assert list(concessions_within(zone.burdens, {"a": Fraction(0)})) == []
    assert zone.fairest({"a": Fraction(0)}) is None
    assert least_asked(zone.burdens, {"a": Fraction(0)})["a"].by_side["a"] == 3


def test_demands_of_two_sides_that_forbid_the_same_burden_both():
    zone = zone_of("""
candidates: {ada: {name: Ada}}
posts: {head: {title: Head}}
demands: {v1: {side: a, excludes: ada, cost: 2}, v2: {side: b, excludes: ada, cost: 0.5}}
""")
    (only,) = concessions_within(zone.burdens, {})
    assert dict(only.by_side) == {"a": 2, "b": Fraction(1, 2)}
    assert list(concessions_within(zone.burdens, {"b": Fraction(0)})) == []


def test_rules_that_no_concession_helps_leave_nothing_to_ask():
    zone = zone_of("""
candidates: {ada: {name: Ada}}
posts: {head: {title: Head}}
constraints: {nobody: {excludes: ada}}
demands: {v1: {side: a, excludes: ada}}
""")
    assert zone.fairest() is None
    assert list(concessions_within(zone.burdens, {})) == []
    assert list(zone.burden_frontier().steps()) == []


def test_where_only_red_lines_clash_there_is_no_fairest():
    zone = zone_of("""
candidates: {ada: {name: Ada}}
posts: {head: {title: Head}}
demands: {v1: {side: a, excludes: ada, cost: never}}
""")
    assert zone.fairest() is None
    assert list(zone.burden_frontier().steps()) == []


def test_costs_that_the_solver_cannot_tell_apart_are_refused():
    with pytest.raises(QuestionError, match="7 digits"):
        GiveUpProgram([[10**8, 1]], 1)


@thorough
@given(stuck_cases)
def test_the_fairest_is_the_leximin_of_all_concessions(case):
    every = concessions(case)
    found = placet.Zone(case).fairest()
    order = list(case.demands)
    key = {one: (by_size(burden(case, one)), len(one), sorted(map(order.index, one))) for one in every}
    assert frozenset(found.concession.give_up) == min(every, key=key.__getitem__)
    assert vector(found.concession) == burden(case, found.concession.give_up)
    as_fair = {one for one in every if key[one][0] == key[frozenset(found.concession.give_up)][0]}
    assert (found.as_fair is None) == (len(as_fair) == 1)
    assert found.as_fair is None or frozenset(found.as_fair.give_up) in as_fair


@thorough
@given(stuck_cases, st.randoms(use_true_random=False))
def test_ways_out_within_limits_are_all_that_keep_them_cheapest_or_fewest_first(case, rng):
    limits = {side: Fraction(rng.randint(0, 12), 2) for side in SIDES if rng.random() < 0.5}
    zone = placet.Zone(case)
    wanted = {
        one
        for one in concessions(case)
        if all(burden(case, one)[SIDES.index(side)] <= most for side, most in limits.items())
    }
    cheapest = list(concessions_within(zone.burdens, limits))
    fewest = list(concessions_within(zone.burdens, limits, fewest_first=True))
    assert {frozenset(one.give_up) for one in cheapest} == wanted
    assert {frozenset(one.give_up) for one in fewest} == wanted
    assert len(cheapest) == len(fewest) == len(wanted)
    assert [one.cost for one in cheapest] == sorted(one.cost for one in cheapest)
    assert [len(one.give_up) for one in fewest] == sorted(len(one.give_up) for one in fewest)
    fairest = zone.fairest(limits)
    assert (fairest is None) == (not wanted)
    if fairest is not None:
        assert by_size(vector(fairest.concession)) == min(by_size(burden(case, one)) for one in wanted)


@thorough
@given(stuck_cases)
def test_the_fairest_and_the_cheapest_lie_on_the_frontier(case):
    zone = placet.Zone(case)
    points = {vector(one) for one in zone.burden_frontier().steps()}
    assert vector(zone.fairest().concession) in points
    assert min(map(sum, points)) == zone.concessions().found[0].cost


@thorough
@given(stuck_cases, st.randoms(use_true_random=False))
def test_questions_asked_one_after_the_other_do_not_disturb_each_other(case, rng):
    used = placet.Zone(case)
    next(used.burden_frontier().steps())
    used.fairest({"north": Fraction(rng.randint(0, 3))})
    list(islice(concessions_within(used.burdens, {"south": Fraction(1)}), 2))
    assert used.fairest().concession.give_up == placet.Zone(case).fairest().concession.give_up


def test_the_random_cases_are_often_stuck_with_several_ways_out():
    cases = [random_sides(Random(n).randrange(10**6)) for n in range(150)]
    stuck = [case for case in cases if is_stuck(case)]
    assert len(stuck) > 30
    assert sum(len(concessions(case)) > 2 for case in stuck) > 5


@thorough
@given(stuck_cases)
def test_giving_up_what_the_fairest_asks_opens_the_zone(case):
    zone = placet.Zone(case)
    assume(zone.fairest())
    given_up = zone.fairest().concession.give_up
    assert zone.without(given_up).feasible()
    assert not any(zone.without(set(given_up) - {kept}).feasible() for kept in given_up)


@thorough
@given(stuck_cases, st.integers(0, 3))
def test_what_a_stopped_search_had_met_is_a_concession_within_the_limits(case, n_steps):
    zone = placet.Zone(case)
    assert fairest_so_far(zone.burdens) is None
    list(islice(zone.burden_frontier().steps(), n_steps))
    known = fairest_so_far(zone.burdens)
    assert known is None or frozenset(known.concession.give_up) in concessions(case)
    assert (known is None) == (n_steps == 0)
    assert known is None or not known.proven
    limit = {"north": Fraction(0)}
    spared = fairest_so_far(zone.burdens, limit)
    assert spared is None or spared.concession.by_side["north"] == 0
