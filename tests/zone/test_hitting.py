"""Hitting sets and masks, against their definitions."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from placet.zone.bits import Masks, positions, to_mask, to_words
from placet.zone.hitting import CheapestHittingSet, MinimalHittingSets

N = 7
families = st.lists(st.sets(st.integers(0, N - 1), min_size=1), max_size=7)


def bits(elements):
    return sum(1 << element for element in elements)


def by_definition(sets):
    hitting = [
        set(some) for n in range(N + 1) for some in combinations(range(N), n) if all(set(some) & one for one in sets)
    ]
    return {bits(one) for one in hitting if not any(other < one for other in hitting)}


@given(families)
def test_the_minimal_hitting_sets_are_kept_up_to_date_as_sets_are_added(sets):
    kept = MinimalHittingSets([1] * N, 1000)
    for place, one in enumerate(sets):
        kept.hit(bits(one))
        masks = kept.masks()
        assert len(masks) == len(set(masks)) == len(kept)
        assert set(masks) == by_definition(sets[: place + 1])


@given(families, st.lists(st.integers(1, 9), min_size=N, max_size=N))
def test_each_hitting_set_is_proposed_once_and_the_cheapest_first(sets, costs):
    kept = MinimalHittingSets(costs, 1000)
    for one in sets:
        kept.hit(bits(one))
    proposed = []
    while (mask := kept.propose()) is not None:
        proposed.append(mask)
    assert set(proposed) == by_definition(sets)
    assert len(proposed) == len(kept)
    burdens = [sum(costs[place] for place in positions(mask)) for mask in proposed]
    assert burdens == sorted(burdens)


@given(families, st.lists(st.integers(1, 9), min_size=N, max_size=N))
def test_the_cheapest_hitting_sets_come_in_the_order_of_their_cost_until_none_is_left(sets, costs):
    found = []
    with CheapestHittingSet(costs) as cheapest:
        for one in sets:
            cheapest.hit(bits(one))
        while (mask := cheapest.propose()) is not None:
            found.append(mask)
            if not mask:
                break
            cheapest.avoid(mask)
    assert set(found) == by_definition(sets)
    burdens = [sum(costs[place] for place in positions(mask)) for mask in found]
    assert burdens == sorted(burdens)


@given(st.lists(st.sets(st.integers(0, 149)), max_size=20), st.sets(st.integers(0, 149)))
def test_masks_are_found_by_what_they_share(sets, wanted):
    masks = Masks(150)
    for one in sets:
        masks.add(bits(one))
    disjoint, inside = masks.disjoint(bits(wanted)), masks.inside(bits(wanted))
    assert (disjoint is None) == (not any(not one & wanted for one in sets))
    assert (inside is None) == (not any(one <= wanted for one in sets))
    assert disjoint is None or not sets[disjoint] & wanted
    assert inside is None or sets[inside] <= wanted
    assert to_mask(to_words(bits(wanted), 3)) == bits(wanted)
    assert len(masks) == len(sets)


def test_more_sets_than_may_be_held_are_noticed():
    kept = MinimalHittingSets([1] * N, 2)
    kept.hit(0b11)
    assert not kept.is_overfull
    kept.hit(0b11100)
    assert kept.is_overfull
