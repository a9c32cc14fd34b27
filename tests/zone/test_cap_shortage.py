"""Caps that let too few sit are said as a shortage, and only where it is one."""

from itertools import combinations
from random import Random

import pytest

from placet.words.say import say
from placet.zone.shortage import CapShortage, find_cap_shortage, find_shortage
from placet.zone.solution import answer
from placet.zone.zone import Zone
from zone.tables import table

PARTIES = """
groups: {left: {name: Left}, middle: {name: Middle}, right: {name: Right}}
candidates: {CANDIDATES}
posts: {board: {title: Board, seats: 4}}
demands:
  no-left: {side: a, at_most: 1, where: {group: left}}
  no-middle: {side: a, at_most: 1, where: {group: middle}}
  no-right: {side: b, at_most: 1, where: {group: right}}
"""


def test_caps_that_leave_too_few_for_the_seats_are_said_as_a_shortage():
    people = ", ".join(
        f"{party}{place}: {{name: {party}{place}, groups: [{party}]}}"
        for party in ("left", "middle", "right")
        for place in range(3)
    )
    zone = Zone(table(PARTIES.replace("CANDIDATES", people)))
    (conflict,) = zone.conflicts().found
    assert conflict.demands == ("no-left", "no-middle", "no-right")
    assert (conflict.shortage, conflict.quota_shortage) == (None, None)
    assert conflict.cap_shortage == CapShortage(("no-left", "no-middle", "no-right"), ("board",), 4, 3)
    told = [say(line) for line in answer(zone).explain()]
    assert any(line.startswith("Board needs 4 people, but of those who are left no more than 3 may") for line in told)


def test_caps_on_groups_that_share_people_are_not_added_up():
    both = {"one": (1, {"ada", "ben"}), "other": (1, {"ben", "cleo"})}
    assert find_cap_shortage(both, {"board": 3}, {"board": ["ada", "ben", "cleo"]}) is None


@pytest.mark.parametrize("seed", range(40))
def test_caps_are_short_exactly_where_no_choice_of_people_fills_the_seats(seed):
    rng = Random(seed)
    groups = [[f"{group}{place}" for place in range(rng.randint(0, 3))] for group in range(3)]
    people = [one for group in groups for one in group]
    left = {post: [one for one in people if rng.random() < 0.6] for post in ("head", "board")}
    seats = {"head": rng.randint(0, 2), "board": rng.randint(0, 3)}
    caps = {f"cap{place}": (rng.randint(0, 3), group) for place, group in enumerate(groups[:2])}
    found = find_cap_shortage(caps, seats, left)
    fits = any(
        not set(head) & set(board) and all(len({*head, *board} & set(group)) <= most for most, group in caps.values())
        for head in combinations(left["head"], seats["head"])
        for board in combinations(left["board"], seats["board"])
    )
    if found is None:
        assert fits or find_shortage(seats, left) is not None
    else:
        assert not fits
        assert found.at_most < found.seats == sum(seats[post] for post in found.posts)
