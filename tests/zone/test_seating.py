"""Seating numbers of kinds: a way is found exactly when there is one, and a refusal has a true reason."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from placet.zone.seating import Cut, Seating


@st.composite
def halls(draw):
    """Return posts, seats of each, and kinds: disjoint sets of columns, some of them of one post."""
    posts, start = [], 0
    for size in draw(st.lists(st.integers(0, 4), min_size=1, max_size=3)):
        posts.append(range(start, start + size))
        start += size
    seats = [tuple(sorted(draw(st.tuples(st.integers(0, 3), st.integers(0, 4))))) for _ in posts]
    kind_of = draw(st.lists(st.integers(0, 3), min_size=start, max_size=start))
    kinds = [tuple(column for column in range(start) if kind_of[column] == kind) for kind in range(4)]
    return posts, seats, [kind for kind in kinds if kind]


def all_seatings(posts, seats, kinds):
    """Return for each possible list of numbers of kinds all ways to seat them."""
    found = {}
    for counts in product(*(range(len(kind) + 1) for kind in kinds)):
        found[counts] = {
            tuple(sorted(column for part in parts for column in part))
            for parts in product(*(combinations(kind, count) for kind, count in zip(kinds, counts, strict=True)))
            if all(
                least <= sum(column in post for part in parts for column in part) <= most
                for post, (least, most) in zip(posts, seats, strict=True)
            )
        }
    return found


def keeps(cut, counts):
    total = sum(counts[kind] for kind in cut.kinds)
    return (cut.least is None or total >= cut.least) and (cut.most is None or total <= cut.most)


@settings(max_examples=150, deadline=None)
@given(halls())
def test_numbers_are_seated_exactly_when_there_is_a_way(hall):
    posts, seats, kinds = hall
    seating = Seating(kinds, posts, seats)
    for counts, ways in all_seatings(posts, seats, kinds).items():
        told = seating.seat(dict(enumerate(counts)))
        assert isinstance(told, Cut) == (not ways)
        if ways:
            assert tuple(sorted(told)) in ways


@settings(max_examples=150, deadline=None)
@given(halls())
def test_the_reason_why_numbers_cannot_be_seated_rules_them_out_and_nothing_that_can(hall):
    posts, seats, kinds = hall
    seating = Seating(kinds, posts, seats)
    every = all_seatings(posts, seats, kinds)
    cuts = list(seating.cuts())
    for counts, ways in every.items():
        told = seating.seat({kind: count for kind, count in enumerate(counts) if count})
        if not ways:
            assert not keeps(told, counts)
            cuts.append(told)
    assert all(keeps(cut, counts) for cut in cuts for counts, ways in every.items() if ways)


@settings(max_examples=100, deadline=None)
@given(halls())
def test_every_way_to_seat_is_listed_once(hall):
    posts, seats, kinds = hall
    seating = Seating(kinds, posts, seats)
    for counts, ways in all_seatings(posts, seats, kinds).items():
        listed = [tuple(sorted(way)) for way in seating.every(dict(enumerate(counts)))]
        assert len(listed) == len(set(listed))
        assert set(listed) == ways


def test_a_post_for_which_nobody_is_left_is_refused():
    # Columns 0 and 1: one person, two posts; columns 2 and 3: another, for the second post and a third.
    seating = Seating([(0, 1), (2, 3)], [range(1), range(1, 3), range(3, 4)], [(1, 1), (1, 1), (1, 1)])

    assert isinstance(seating.seat({0: 1, 1: 1}), Cut)
    seated = seating.seat({0: 1, 1: 2})
    assert not isinstance(seated, Cut)
    assert sorted(seated) == [0, 2, 3]
