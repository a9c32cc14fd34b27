"""Since when a demand stands or has fallen, and whether it is open to discussion, against the naive twin."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from placet.case.dates import parse_when
from placet.record.standing import standings
from record.table import said, table
from record.worlds import (
    ASSERTS,
    SOFTENS,
    WITHDRAWS,
    is_softened_in_world,
    placements,
    since_in_world,
    standing_in_world,
)

ZERO = date(2013, 5, 10).toordinal()

kinds = st.sampled_from([ASSERTS, ASSERTS, WITHDRAWS, SOFTENS])
exact = st.tuples(st.integers(1, 7), st.just(0), kinds, st.booleans())
imprecise = st.tuples(st.integers(1, 7), st.integers(0, 3), kinds, st.booleans())


def spans(told):
    return [(first, first + more, kind, back and kind == ASSERTS) for first, more, kind, back in told]


def written(number):
    return date.fromordinal(ZERO + number).isoformat()


def standing(told, day):
    entries = [
        said(
            kind,
            written(first) if first == last else f"[{written(first)}..{written(last)}]",
            held=".." if back else None,
        )
        for first, last, kind, back in told
    ]
    return standings(table(*entries), written(day))["no-ada"]


@given(st.lists(exact, min_size=1, max_size=6), st.integers(0, 9))
@settings(max_examples=800, deadline=None)
def test_since_is_the_first_day_of_the_unbroken_run(told, day):
    told = spans(told)
    world = [(first, kind, back) for first, _, kind, back in told]
    found = standing(told, day)
    assert found.standing.value == standing_in_world(world, day)
    if found.standing.value in {"stands", "fallen"}:
        first = since_in_world(world, day)
        assert found.since == (".." if first is None else written(first))


@given(st.lists(imprecise, min_size=1, max_size=4), st.integers(0, 11))
@settings(max_examples=300, deadline=None)
def test_since_with_imprecise_dates_is_what_some_order_of_them_gives(told, day):
    told = spans(told)
    found = standing(told, day)
    if found.since is None:
        return
    firsts = {since_in_world(world, day) for world in placements(told, range(12))}
    if found.since == "..":
        assert None in firsts
    else:
        when = parse_when(found.since)
        assert any(
            first is not None and when.earliest.toordinal() <= ZERO + first <= when.latest.toordinal()
            for first in firsts
        )


@given(st.lists(imprecise, min_size=1, max_size=4), st.integers(0, 11))
@settings(max_examples=300, deadline=None)
def test_a_demand_is_open_to_discussion_when_some_order_leaves_it_softened(told, day):
    told = spans(told)
    found = standing(told, day)
    if found.standing.value == "stands":
        assert found.is_open_to_discussion == any(
            is_softened_in_world(world, day) for world in placements(told, range(12))
        )
    else:
        assert not found.is_open_to_discussion
