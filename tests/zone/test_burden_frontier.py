"""The frontier of burdens: what is found, in what order, and where what is missing must lie."""

from itertools import islice, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import placet
from placet.zone.boxes import Boxes
from zone.burden_cases import SIDES, TWO_POSTS, burden, concessions, is_stuck, random_sides
from zone.tables import table

thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
stuck_cases = st.integers(0, 10**6).map(random_sides).filter(is_stuck)


def vector(concession):
    return tuple(concession.by_side[side] for side in SIDES)


def least_vectors(vectors):
    return {
        one
        for one in vectors
        if not any(other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in vectors)
    }


def test_the_hand_example_shares_what_is_given_up_in_two_ways():
    # Side by side (a, b) the ways out ask (3, 2), (4, 2) and (7, 0); the second is worse than the first for a.
    frontier = placet.Zone(table(TWO_POSTS)).burden_frontier()
    assert {tuple(one.by_side.values()) for one in frontier.steps()} == {(3, 2), (7, 0)}
    assert frontier.is_complete
    assert frontier.corners == ()


@thorough
@given(stuck_cases)
def test_the_frontier_holds_every_least_burden_once(case):
    every = concessions(case)
    frontier = placet.Zone(case).burden_frontier()
    found = [vector(one) for one in frontier.steps()]
    assert sorted(found) == sorted(least_vectors({burden(case, one) for one in every}))
    assert {frozenset(one.give_up) for one in frontier.points} <= every
    assert [one.cost for one in frontier.points] == sorted(one.cost for one in frontier.points)


@thorough
@given(stuck_cases, st.integers(0, 3))
def test_what_a_stopped_search_has_not_found_lies_under_an_open_corner(case, n_steps):
    frontier = placet.Zone(case).burden_frontier()
    found = {vector(one) for one in islice(frontier.steps(), n_steps)}
    missing = least_vectors({burden(case, one) for one in concessions(case)}) - found
    assert {vector(one) for one in frontier.points} == found
    assert all(
        any(all(one <= corner[side] for one, side in zip(point, SIDES, strict=True)) for corner in frontier.corners)
        for point in missing
    )
    assert not (frontier.is_complete and missing)


corners = st.tuples(*[st.integers(0, 4)] * 3)


@thorough
@given(st.lists(st.tuples(st.booleans(), corners), max_size=8))
def test_boxes_hold_exactly_what_was_neither_closed_nor_found_undercutting(steps):
    """Beside the naive reading: every point of the grid, struck out one by one."""
    boxes, left = Boxes((4, 4, 4)), set(product(range(5), repeat=3))
    for is_point, corner in steps:
        if is_point:
            boxes.split(corner)
            left = {one for one in left if not all(a >= b for a, b in zip(one, corner, strict=True))}
        else:
            boxes.close(corner)
            left = {one for one in left if not all(a <= b for a, b in zip(one, corner, strict=True))}
    under = {
        one
        for one in product(range(5), repeat=3)
        if any(all(a <= b for a, b in zip(one, box, strict=True)) for box in boxes.open.tolist())
    }
    assert left <= under
    assert len(boxes) == 0 or boxes.largest() in left
    assert not left or len(boxes)
