"""Seating people: every seat is filled when it can be, and where not the posts named are short."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from placet.zone.matching import seat
from placet.zone.shortage import find_quota_shortage, find_shortage


@st.composite
def questions(draw):
    n_posts, n_people = draw(st.integers(1, 5)), draw(st.integers(1, 8))
    cells = draw(st.lists(st.booleans(), min_size=n_posts * n_people, max_size=n_posts * n_people))
    seats = draw(st.lists(st.integers(0, 3), min_size=n_posts, max_size=n_posts))
    before = draw(st.lists(st.integers(-1, n_posts - 1), min_size=n_people, max_size=n_people))
    return np.array(cells).reshape(n_posts, n_people), np.array(seats), np.array(before)


@given(questions())
def test_seats_are_filled_exactly_when_no_posts_are_short_of_people(question):
    allowed, seats, before = question
    found = seat(allowed, seats, before)
    people = np.flatnonzero(found.post_of >= 0)
    assert allowed[found.post_of[people], people].all()
    filled = np.bincount(found.post_of[people], minlength=len(seats))
    left = {str(post): [str(who) for who in np.flatnonzero(row)] for post, row in enumerate(allowed)}
    shortage = find_shortage({str(post): int(number) for post, number in enumerate(seats)}, left)
    assert (found.short is None) == (shortage is None)
    if found.short is None:
        assert (filled == seats).all()
    else:
        assert allowed[found.short].any(axis=0).sum() < seats[found.short].sum()


@given(questions(), st.integers(0, 8))
def test_a_quota_is_short_exactly_when_its_people_cannot_take_as_many_seats(question, needed):
    allowed, seats, _ = question
    left = {str(post): [str(who) for who in np.flatnonzero(row)] for post, row in enumerate(allowed)}
    most = {str(post): int(number) for post, number in enumerate(seats)}
    found = find_quota_shortage("q", needed, most, left)
    assert (found is None) == (_most_seated(allowed, seats) >= needed or needed > seats.sum())
    if found is not None:
        assert len(found.people) < found.needed
        assert set(found.people) >= {who for post in found.posts for who in left[post]}


def _most_seated(allowed, seats):
    best = 0
    owners = [post for post, number in enumerate(seats) for _ in range(number)]
    reached = {0: {frozenset()}}
    for post in owners:
        free = set(np.flatnonzero(allowed[post]).tolist())
        grown = {used | {who} for group in reached.values() for used in group for who in free - used}
        for used in grown:
            reached.setdefault(len(used), set()).add(frozenset(used))
        best = max(reached)
    return best
