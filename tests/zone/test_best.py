"""The best settlements: the same as by brute force, on random small cases and on examples from theory."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from oracles.best import keys, pareto
from placet.case.catalog import Catalog
from placet.case.forms import Excludes
from placet.case.nouns import Constraint
from placet.case.selectors import Named
from placet.errors import QuestionError
from placet.words.say import say
from placet.zone.best import best
from placet.zone.criteria import CRITERIA, rank
from placet.zone.program import Program
from zone.best_cases import allotment, bests, random_case, scores, settlements

THEORY = [(9, 1), (6, 4), (5, 5), (4, 7)]


def found(case, criterion):
    answer = bests(case).best(criterion)
    return None if answer is None else tuple(map(int, answer.scores.values()))


def disagreement(case):
    return tuple(stated.disagreement for _, stated in sorted(case.preferences.items()))


@pytest.mark.parametrize("block", range(8))
def test_every_criterion_finds_what_brute_force_finds(block):
    for seed in range(12 * block, 12 * block + 12):
        case = random_case(Random(seed))
        every = settlements(case)
        vectors = sorted({scores(case, settlement) for settlement in every})
        zone = bests(case)
        if not vectors:
            assert [zone.best(criterion) for criterion in CRITERIA] == [None] * 6, seed
            continue
        worth = keys(vectors, disagreement(case))
        for criterion in CRITERIA:
            answer = zone.best(criterion)
            wanted = max(pareto(vectors), key=lambda vector, of=worth[criterion]: (of(vector), rank(vector)))
            assert tuple(answer.scores.values()) == wanted, (seed, criterion)
            assert answer.settlement in every, (seed, criterion)
            assert scores(case, answer.settlement) == wanted, (seed, criterion)


def test_the_random_cases_have_zones_and_deadlocks():
    sizes = [len(settlements(random_case(Random(seed)))) for seed in range(24)]

    assert sum(size == 0 for size in sizes) >= 4
    assert sum(size > 10 for size in sizes) >= 4


@pytest.mark.parametrize(
    ("criterion", "wanted"),
    [
        ("utilitarian", (4, 7)),
        ("leximin", (5, 5)),
        ("nash", (4, 7)),
        ("kalai-smorodinsky", (6, 4)),
        ("minimax-regret", (6, 4)),
        ("equal-concessions", (6, 4)),
    ],
)
def test_the_worked_example_of_the_theory_notes(criterion, wanted):
    assert found(allotment(THEORY), criterion) == wanted


def test_the_ideals_are_taken_within_the_zone():
    case = allotment(THEORY)
    without_the_first = Constraint("rule", Excludes(Named("name-0")))
    narrower = replace(case, constraints=Catalog({"rule": without_the_first}))

    assert list(bests(case).ideals().values()) == [9, 7]
    assert list(bests(narrower).ideals().values()) == [6, 7]


def test_equal_concessions_leaves_out_an_equal_settlement_that_is_dominated():
    assert found(allotment([(10, 5), (5, 10), (3, 3), (7, 6)]), "equal-concessions") == (7, 6)


def test_equal_concessions_finds_a_settlement_that_no_other_criterion_finds():
    table = [(20, 0, 9), (0, 20, 9), (12, 11, 0), (8, 8, 3), (11, 12, 4), (9, 9, 1)]
    wanted = max(
        pareto(table),
        key=lambda one: (keys(table, (0, 0, 0))["equal-concessions"](one), rank(list(map(Fraction, one)))),
    )

    assert found(allotment(table), "equal-concessions") == wanted
    assert all(found(allotment(table), criterion) != wanted for criterion in CRITERIA[:-1])


def test_nash_counts_the_sides_that_gain_before_it_multiplies():
    case = allotment([(100, 100, 0), (1, 1, 1)])

    assert found(case, "nash") == (1, 1, 1)


def test_nash_multiplies_over_the_most_sides_that_can_gain_together():
    case = allotment([(9, 0, 4), (3, 4, 5), (5, 3, 3)], disagreement=(0, 0, 10))

    assert found(case, "nash") == (5, 3, 3)


def test_nash_tells_products_apart_that_differ_by_one_in_a_million_million():
    case = allotment([(1_000_001, 999_999), (1_000_000, 1_000_000), (999_998, 1_000_002)])

    assert found(case, "nash") == (1_000_000, 1_000_000)


def test_when_nobody_can_gain_nash_takes_the_largest_sum():
    assert found(allotment(THEORY, disagreement=(50, 50)), "nash") == (4, 7)


def test_kalai_smorodinsky_leaves_out_a_side_that_can_gain_nothing():
    assert found(allotment([(9, 0), (1, 5)], disagreement=(0, 5)), "kalai-smorodinsky") == (9, 0)


def test_when_no_side_can_gain_kalai_smorodinsky_takes_the_largest_sum():
    assert found(allotment(THEORY, disagreement=(9, 7)), "kalai-smorodinsky") == (4, 7)


@pytest.mark.parametrize("criterion", ["nash", "kalai-smorodinsky"])
@pytest.mark.parametrize("seed", [3, 6, 9, 12])
def test_the_scale_of_a_side_does_not_matter(criterion, seed):
    rng = Random(seed)
    table = [tuple(rng.randint(0, 30) for _ in range(3)) for _ in range(12)]
    scaled = [(7 * a, b, 3 * c) for a, b, c in table]

    a, b, c = found(allotment(table, disagreement=(2, 3, 1)), criterion)
    assert found(allotment(scaled, disagreement=(14, 3, 3)), criterion) == (7 * a, b, 3 * c)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_the_order_of_the_file_does_not_change_the_scores(criterion):
    for seed in (0, 4, 7, 11):
        case = random_case(Random(seed))
        turned = replace(
            case,
            sides=_reversed(case.sides),
            candidates=_reversed(case.candidates),
            posts=_reversed(case.posts),
            constraints=_reversed(case.constraints),
            preferences=_reversed(case.preferences),
        )
        one, other = bests(case).best(criterion), bests(turned).best(criterion)
        assert (one and one.scores) == (other and other.scores), seed


def test_one_side_alone_gets_its_ideal_by_every_criterion():
    case = allotment([(3,), (8,), (5,)])

    assert {found(case, criterion) for criterion in CRITERIA} == {(8,)}


def test_negative_scores_are_scores_like_any_other():
    case = allotment([(-9, -1), (-5, -4), (-3, -8)])

    assert found(case, "leximin") == (-5, -4)
    assert found(case, "utilitarian") == (-5, -4)


def test_sides_that_agree_get_their_common_ideal():
    case = allotment([(2, 2), (7, 7), (5, 5)])

    assert {found(case, criterion) for criterion in CRITERIA} == {(7, 7)}


def test_equal_sums_go_to_the_settlement_whose_worst_off_has_more():
    assert found(allotment([(9, 1), (4, 6), (7, 3)]), "utilitarian") == (4, 6)


def test_mirror_images_go_to_the_first_side_in_the_alphabet():
    assert found(allotment([(4, 6), (6, 4)]), "leximin") == (6, 4)
    assert found(allotment([(4, 6), (6, 4)]), "utilitarian") == (6, 4)


def test_more_ties_than_are_looked_at_one_by_one_follow_the_same_rule():
    table = [(place, 100 - place) for place in range(101) if place != 50]

    assert found(allotment(table), "utilitarian") == (51, 49)


def test_without_preferences_the_best_is_some_settlement_and_no_criterion():
    answer = bests(replace(allotment(THEORY), preferences=Catalog())).best("leximin")

    assert answer.to_dict()["criterion"] is None
    assert answer.to_dict()["scores"] == {}
    assert len(answer.settlement.slate["seat"]) == 1
    assert answer.explain() == ()


def test_the_json_has_whole_scores_as_integers_and_others_as_decimals():
    case = allotment([(Fraction(5, 2), 3), (1, 1)])
    program = Program.of(case, ())

    assert best(program, (), tuple(case.preferences.values()), "utilitarian").to_dict() == {
        "criterion": "utilitarian",
        "slate": {"seat": ["name-0"]},
        "terms": {},
        "scores": {"side-0": 2.5, "side-1": 3},
        "proven": True,
    }


def test_an_unknown_criterion_is_refused_with_the_names_that_there_are():
    with pytest.raises(QuestionError, match="leximin"):
        bests(allotment(THEORY)).best("maximin")


def test_every_criterion_can_say_what_it_did_and_how_ties_are_broken():
    zone = bests(allotment(THEORY))
    said = [say(part) for criterion in CRITERIA for part in zone.best(criterion).explain()]

    assert len(set(said)) == 7


def _reversed(nouns):
    return Catalog(reversed(list(nouns.items())))


def test_scores_too_fine_to_add_up_exactly_are_refused_with_what_to_write():
    with pytest.raises(QuestionError, match="preferences of side-0 whose numbers take more than 15 digits"):
        found(allotment([(10**12, 1), (Fraction(1, 10**6), 2)]), "utilitarian")


def test_a_disagreement_too_large_to_be_told_from_its_neighbours_is_refused():
    with pytest.raises(QuestionError, match="preferences of side-0 whose numbers take more than 15 digits"):
        found(allotment([(1, 0), (0, 1)], (-(10**18), 0)), "nash")


def test_nash_answers_when_a_side_has_very_little_without_agreement():
    assert found(allotment([(20, 0), (0, 20), (9, 14)], (-(10**15) + 1, -(10**15) + 1)), "nash")
