"""Shortages: posts that together need more people than are left."""

from random import Random

import pytest

from placet.zone.shortage import Shortage, find_shortage


def test_two_posts_and_one_person_are_a_shortage_of_those_two():
    seats = {"defence": 1, "finance": 1, "culture": 1}
    left = {"defence": ["ada"], "finance": ["ada"], "culture": ["ben", "cleo"]}
    assert find_shortage(seats, left) == Shortage(("defence", "finance"), ("ada",), 2)


def test_a_person_who_may_hold_several_posts_is_enough_for_them():
    assert find_shortage({"head": 1, "clerk": 1}, {"head": ["ada"], "clerk": ["ada"]}, one_post_each=False) is None
    assert find_shortage({"panel": 2}, {"panel": ["ada"]}, one_post_each=False) == Shortage(("panel",), ("ada",), 2)


@pytest.mark.parametrize("seed", range(20))
def test_there_is_a_shortage_exactly_when_no_way_to_fill_the_seats_exists(seed):
    rng = Random(seed)
    for _ in range(40):
        posts, people = "pqrs"[: rng.randint(1, 4)], "abcdef"[: rng.randint(1, 6)]
        seats = {post: rng.randint(0, 2) for post in posts}
        left = {post: [who for who in people if rng.random() < 0.5] for post in posts}
        shortage = find_shortage(seats, left)
        assert (shortage is None) is _can_fill([post for post in posts for _ in range(seats[post])], left, frozenset())
        if shortage is not None:
            assert set(shortage.people) == {who for post in shortage.posts for who in left[post]}
            assert len(shortage.people) < shortage.seats == sum(seats[post] for post in shortage.posts)


def _can_fill(seats, left, used):
    return not seats or any(_can_fill(seats[1:], left, used | {who}) for who in left[seats[0]] if who not in used)
