"""The n best settlements and all ties: the same as by brute force, in the same order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oracles.best import keys, pareto
from placet.case.catalog import Catalog
from placet.case.nouns import Kind, Preferences, Seats
from placet.words.say import say
from placet.zone.best import Bests
from placet.zone.criteria import CRITERIA, rank
from placet.zone.program import Program
from placet.zone.search import WORK_EACH
from zone.best_cases import allotment, bests, random_case, scores, settlements


def ordered(case):
    """Return for each criterion the score vectors of the Pareto set, best first, each with its worth."""
    vectors = sorted({scores(case, settlement) for settlement in settlements(case)})
    without = tuple(stated.disagreement for _, stated in sorted(case.preferences.items()))
    worth = keys(vectors, without) if vectors else {}
    return {
        criterion: sorted(
            ((worth[criterion](vector), rank(vector), vector) for vector in pareto(vectors)), reverse=True
        )
        for criterion in CRITERIA
        if vectors
    }


def with_scores(case, rng, top):
    """Return the case with scores from 0 to `top` for every name and side."""
    return replace(
        case,
        preferences=Catalog(
            (
                side,
                Preferences(
                    side, Kind.SCORES, Catalog((who, Fraction(rng.randint(0, top))) for who in case.candidates)
                ),
            )
            for side in case.sides
        ),
    )


def with_rankings(case, rng):
    """Return the case with a ranking of all names by every side, as scores from m - 1 down to 0."""

    def ranking(side):
        names = list(case.candidates)
        rng.shuffle(names)
        points = (Fraction(len(names) - 1 - place) for place in range(len(names)))
        return Preferences(side, Kind.RANKING, Catalog(zip(names, points, strict=True)))

    return replace(case, preferences=Catalog((side, ranking(side)) for side in case.sides))


def check_against_brute_force(case, n):
    wanted = ordered(case)
    every = settlements(case)
    zone = bests(case)
    for criterion in CRITERIA:
        told = zone.top(criterion, n)
        if not wanted:
            assert told is None
            continue
        first = wanted[criterion]
        assert [tuple(one.scores.values()) for one in told.found] == [vector for *_, vector in first[:n]], criterion
        places = [1 + sum(other > worth for other, *_ in first) for worth, *_ in first[:n]]
        assert list(told.places) == places, criterion
        assert told.complete == (len(first) <= n), criterion
        assert all(one.settlement in every and one.proven for one in told.found)
        tied = {vector for worth, _, vector in first if worth == first[0][0]}
        as_good = [settlement for settlement in every if scores(case, settlement) in tied]
        ties = zone.top(criterion, 500, ties=True)
        assert len(ties.found) == len(as_good), criterion
        assert {repr(one.settlement) for one in ties.found} == set(map(repr, as_good)), criterion
        assert ties.complete
        assert set(ties.places) == {1}


@pytest.mark.parametrize("seed", range(60, 84))
def test_the_n_best_and_all_ties_are_those_of_brute_force(seed):
    check_against_brute_force(random_case(Random(seed)), n=4)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([10, 100, None]))
def test_coarse_scores_fine_scores_and_rankings_agree_with_brute_force(seed, top):
    rng = Random(seed)
    case = random_case(rng)
    check_against_brute_force(with_rankings(case, rng) if top is None else with_scores(case, rng, top), n=5)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_no_settlement_of_a_list_dominates_another(criterion):
    rng = Random(5)
    case = allotment([tuple(rng.randint(0, 20) for _ in range(3)) for _ in range(40)])
    listed = [tuple(one.scores.values()) for one in bests(case).top(criterion, 12).found]

    assert len(listed) == len(set(listed)) > 3
    assert not any(
        one != other and all(a >= b for a, b in zip(one, other, strict=True)) for one in listed for other in listed
    )


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_longer_list_begins_with_the_shorter_one(criterion):
    zone = bests(allotment([(9, 1), (6, 4), (5, 5), (4, 7), (1, 8)]))

    longer = zone.top(criterion, 5).found
    assert zone.top(criterion, 2).found == longer[:2]
    assert longer[0] == zone.best(criterion)


def test_mirror_images_are_ties_and_share_the_first_place():
    told = bests(allotment([(4, 6), (6, 4), (5, 4)])).top("leximin", 5)

    assert [tuple(one.scores.values()) for one in told.found] == [(6, 4), (4, 6)]
    assert told.places == (1, 1)
    assert told.complete


def test_settlements_that_all_sides_score_alike_are_listed_once_unless_ties_are_asked_for():
    zone = bests(allotment([(5, 5), (5, 5), (5, 5)]))

    assert len(zone.top("nash", 9).found) == 1
    assert len(zone.top("nash", 9, ties=True).found) == 3


def test_a_list_that_was_cut_says_so():
    zone = bests(allotment([(5, 5), (5, 5), (5, 5)]))

    told = zone.top("nash", 2, ties=True)
    assert (told.complete, told.more) == (False, True)
    assert any("more" in say(part) for part in zone.top("nash", 2, ties=True).explain())
    assert zone.top("nash", 3, ties=True).complete


def test_without_preferences_every_settlement_is_as_good_as_any():
    case = replace(allotment([(1, 2), (3, 4)]), preferences=Catalog())
    told = bests(case).top("leximin", 5, ties=True)

    assert told.criterion is None
    assert len(told.found) == 2
    assert told.complete


def test_seats_of_one_post_are_a_set_and_every_way_to_seat_is_listed():
    case = allotment([(1, 1)] * 5)
    case = replace(case, posts=Catalog({"seat": replace(case.posts["seat"], seats=Seats(2, 3))}))
    told = bests(case).top("utilitarian", 50, ties=True)

    assert len({repr(one.settlement) for one in told.found}) == len(told.found) == 10


def test_when_the_work_ends_the_list_goes_on_with_what_is_known_and_says_so():
    rng = Random(1)
    case = allotment([tuple(rng.randint(0, 90) for _ in range(3)) for _ in range(8)])
    case = replace(case, posts=Catalog({"seat": replace(case.posts["seat"], seats=Seats(3, 3))}))
    program = Program.of(case, ())
    stated = tuple(case.preferences.values())
    size = Bests(program, (), stated).search.landscape.model.n_columns + WORK_EACH
    every = {scores(case, settlement) for settlement in settlements(case)}
    for programs in (10, 40, 160):
        told = Bests(program, (), stated, work=programs * size).top("leximin", 30)
        listed = [tuple(one.scores.values()) for one in told.found]
        assert set(listed) <= every
        proven = [one.proven for one in told.found]
        assert proven == sorted(proven, reverse=True)
        wanted = [vector for *_, vector in ordered(case)["leximin"]]
        assert listed[: sum(proven)] == wanted[: sum(proven)]
        assert not told.complete
