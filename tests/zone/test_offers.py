"""Conditional offers: the least and the greatest that they lift, the joint moves between, and what that opens."""

from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

import placet
from placet.zone.offers import Offer, agree, lifted_by
from placet.zone.offers_answer import weigh_offers
from zone.tables import table

thorough = settings(max_examples=200, deadline=None, derandomize=True)


def some_demands(least):
    return st.lists(st.sampled_from("uvwxyz"), min_size=least, max_size=2, unique=True).map(tuple)


made = st.builds(Offer, st.just("a"), some_demands(1), some_demands(0))
lists = st.lists(made, max_size=6).map(tuple)


def all_fixed_points(offers, start):
    """Every set of demands that the offers neither add to nor take from, by trying all sets."""
    every = sorted(start.union(*(offer.lifts for offer in offers)))
    sets = chain.from_iterable(combinations(every, size) for size in range(len(every) + 1))
    return [lifted for one in sets if lifted_by(offers, lifted := frozenset(one), start) == lifted]


def test_an_offer_without_a_condition_moves_first_and_others_follow():
    found = agree([Offer("a", ("x",)), Offer("b", ("y",), ("x",))])
    assert found.least == found.greatest == {"x", "y"}
    assert found.circles == ()


def test_two_offers_that_wait_for_each_other_move_only_together():
    found = agree([Offer("a", ("x",), ("y",)), Offer("b", ("y",), ("x",))])
    assert found.least == frozenset()
    assert found.greatest == {"x", "y"}
    assert [(one.offers, one.lifts) for one in found.circles] == [((0, 1), ("x", "y"))]


def test_a_circle_of_three_is_one_joint_move():
    found = agree([Offer("a", ("x",), ("z",)), Offer("b", ("y",), ("x",)), Offer("c", ("z",), ("y",))])
    assert [one.offers for one in found.circles] == [(0, 1, 2)]


def test_two_circles_are_two_moves_and_what_follows_from_one_is_in_none():
    found = agree(
        [
            Offer("a", ("u",), ("v",)),
            Offer("b", ("v",), ("u",)),
            Offer("a", ("w",), ("u",)),
            Offer("a", ("x",), ("y",)),
            Offer("b", ("y",), ("x",)),
        ]
    )
    assert sorted(one.offers for one in found.circles) == [(0, 1), (3, 4)]
    assert found.greatest == set("uvwxy")


def test_an_offer_whose_condition_nobody_meets_is_void():
    found = agree([Offer("a", ("x",), ("y",)), Offer("b", ("z",))])
    assert (found.least, found.void) == ({"z"}, (0,))


def test_what_counts_as_lifted_already_sets_offers_off():
    assert agree([Offer("a", ("x",), ("y",))], ["y"]).least == {"x", "y"}


@thorough
@given(lists, st.sets(st.sampled_from("uvwxyz"), max_size=1))
def test_least_and_greatest_are_the_first_and_the_last_of_all_fixed_points(offers, already):
    found = agree(offers, already)
    points = all_fixed_points(offers, frozenset(already))
    assert found.least in points
    assert found.greatest in points
    assert all(found.least <= one <= found.greatest for one in points)


@thorough
@given(lists)
def test_the_joint_moves_lead_from_the_least_to_the_greatest_and_none_is_larger_than_needed(offers):
    found = agree(offers)
    lifted = found.least
    for circle in found.circles:
        members = [offers[at] for at in circle.offers]
        assert all(lifted.union(circle.lifts).issuperset(offer.condition) for offer in members)
        for left_out in range(len(members)):
            fewer = members[:left_out] + members[left_out + 1 :]
            assert agree(fewer, lifted).greatest == lifted
        lifted = agree(offers, lifted.union(circle.lifts)).least
    assert lifted == found.greatest


@thorough
@given(lists, made)
def test_one_more_offer_never_lifts_less(offers, more):
    before, after = agree(offers), agree([*offers, more])
    assert before.least <= after.least
    assert before.greatest <= after.greatest


STUCK = """
candidates: {ada: {name: Ada}, ben: {name: Ben}, cyd: {name: Cyd}}
posts: {head: {title: Head}, clerk: {title: Clerk}}
demands:
  no-ada: {side: a, excludes: ada}
  no-ben: {side: b, excludes: ben}
  no-cyd: {side: b, excludes: cyd}
  old: {side: b, chooses: {date: soon}}
terms: {date: {title: Date, options: [soon, late]}}
record:
  - {on: 2020-01-01, demand: old, stance: asserts}
  - {on: 2020-01-02, demand: old, stance: withdraws}
"""


def test_a_joint_move_is_told_with_what_it_opens():
    zone = placet.Zone(table(STUCK))
    found = weigh_offers(zone, [Offer("a", ("no-ada",), ("no-ben",)), Offer("b", ("no-ben",), ("no-ada",))])
    assert not found.least.reach.feasible
    assert found.greatest.reach.feasible
    assert found.greatest.lifted == ("no-ada", "no-ben")
    assert found.greatest.reach == zone.without(["no-ada", "no-ben"]).reach()
    assert found.after == (found.greatest,)


def test_offers_that_are_not_enough_are_told_with_what_is_missing():
    found = weigh_offers(placet.Zone(table(STUCK)), [Offer("a", ("no-ada",))])
    assert not found.least.reach.feasible
    assert len(found.least.missing.give_up) == 1
    assert found.least.missing.give_up[0] in {"no-ben", "no-cyd"}


def test_a_demand_that_has_fallen_counts_as_lifted_and_is_said_to():
    found = weigh_offers(placet.Zone(table(STUCK)), [Offer("a", ("no-ada",), ("old",))])
    assert found.already == ("old",)
    assert found.least.lifted == ("no-ada",)
