"""People of one kind asked in one go, and quotas taken away and put back: the same counts as one by one."""

from fractions import Fraction
from math import comb
from random import Random

import numpy as np
import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Quota, Total
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import HasTrait, InGroup
from placet.zone.count import Count, Method, count_settlements
from placet.zone.count_caps import without_caps
from placet.zone.count_course import course
from placet.zone.count_kinds import Crowd, by_kinds
from placet.zone.count_model import model
from placet.zone.count_order import ordered
from placet.zone.count_parts import parts
from placet.zone.count_plan import Plan
from placet.zone.count_turn import total
from placet.zone.formula import holds
from placet.zone.lower import Columns, Lowering
from placet.zone.sample import sample_settlements
from zone.count_cases import every_assignment, made_up_case, plain, random_case, random_form

WOMAN = HasTrait("woman", value=True)
PARTIES = ("reds", "blues", "greens")


def one_by_one(problem):
    """The naive twin: everybody asked for themselves, in the order of the case."""
    return total(Plan(problem, tuple(range(len(problem.choosers)))), {})


def panel(rng, n_people, seats, *quotas):
    """One post, and people of six kinds."""
    people = [
        Candidate(f"p{i}", plain("P"), (rng.choice(PARTIES),), Catalog({"woman": rng.random() < 0.4}))
        for i in range(n_people)
    ]
    columns = Columns.of(made_up_case(people, [Post("panel", plain("Panel"), Seats(seats, seats))], groups=PARTIES))
    return columns, [Lowering(columns).lower(quota) for quota in quotas]


def caps(at_most):
    return [Quota(InGroup(party), at_most=at_most) for party in PARTIES]


@pytest.mark.parametrize("seed", range(5))
def test_people_asked_by_kinds_are_counted_like_people_asked_one_by_one(seed):
    rng = Random(seed)
    columns, formulas = panel(rng, 40, 5, Quota(WOMAN, 2), *caps(3))
    (problem,) = parts(model(columns, formulas)).problems
    joined = by_kinds(problem)
    assert len(joined.choosers) < 40
    assert total(ordered(joined), {}) == one_by_one(problem)


@pytest.mark.parametrize("seed", range(5))
def test_quotas_taken_away_and_put_back_leave_the_same_count(seed):
    rng = Random(seed)
    columns, formulas = panel(rng, 30, rng.choice([4, 5, 6]), Quota(WOMAN, 1), *caps(rng.choice([2, 3])))
    (problem,) = parts(model(columns, formulas)).problems
    ways = list(without_caps(problem))
    assert ways
    for way in ways:
        assert sum(sign * total(ordered(term), {}) for sign, term in way.terms()) == one_by_one(problem)


def test_only_so_many_quotas_are_broken_together_as_there_are_seats():
    columns, formulas = panel(Random(1), 30, 5, *caps(2))
    (problem,) = parts(model(columns, formulas)).problems
    (way,) = without_caps(problem)
    assert sorted(map(len, way.broken)) == [0, 1, 1, 1]


def test_a_panel_of_thousands_with_quotas_for_every_party_and_region_is_counted_exactly():
    rng = Random(4)
    parties, regions = [f"party{i}" for i in range(6)], [f"region{i}" for i in range(5)]
    people = [
        Candidate(
            f"p{i}",
            plain("P"),
            (rng.choice(parties),),
            Catalog({"woman": rng.random() < 0.4, "region": rng.choice(regions)}),
        )
        for i in range(2000)
    ]
    columns = Columns.of(made_up_case(people, [Post("panel", plain("Panel"), Seats(8, 8))], groups=parties))
    quotas = [Quota(InGroup(party), at_most=3) for party in parties]
    quotas += [Quota(HasTrait("region", region), at_most=3) for region in regions]
    lower = Lowering(columns).lower
    formulas = [lower(quota) for quota in quotas]
    few, many = Quota(WOMAN, at_most=2), Quota(WOMAN, at_least=3)
    counted = [count_settlements(columns, [*formulas, *map(lower, more)]) for more in ([], [few], [many])]
    assert all(count.exact for count in counted)
    assert Method.CAPS in {count.method for count in counted}
    assert 10**18 < counted[0].value == counted[1].value + counted[2].value < comb(2000, 8)


def test_a_course_says_what_it_will_cost_before_it_begins():
    columns, formulas = panel(Random(2), 60, 6, *caps(3))
    (problem,) = parts(model(columns, formulas)).problems
    found = course(problem)
    assert found.work > 0
    assert found.total({}) == one_by_one(problem)
    assert count_settlements(columns, formulas, work=int(found.work) + 1) == Count(found.total({}), exact=True)
    assert not count_settlements(columns, formulas, work=int(found.work) - 1).exact


@pytest.mark.parametrize("seed", range(4))
def test_every_form_counts_the_same_by_kinds(seed):
    rng = Random(seed + 50)
    compared = 0
    while compared < 8:
        case = random_case(rng)
        columns = Columns.of(case)
        formulas = [Lowering(columns).lower(random_form(rng, case)) for _ in range(2)]
        truth = sum(all(holds(each, values) for each in formulas) for values in every_assignment(columns))
        assert count_settlements(columns, formulas) == Count(truth, exact=True)
        compared += truth > 0


def test_who_of_a_kind_sits_is_drawn_uniformly():
    columns, formulas = panel(Random(3), 90, 3, Quota(WOMAN, at_most=1))
    (problem,) = parts(model(columns, formulas)).problems
    assert any(isinstance(choice, Crowd) for chooser in by_kinds(problem).choosers for choice in chooser)
    drawn = np.array(sample_settlements(columns, formulas, 6000, np.random.default_rng(5)))
    men = [i for i, (who, _) in enumerate(columns.pairs) if not columns.case.candidates[who].traits["woman"]]
    often = drawn.sum(axis=0)[men]
    expected = often.sum() / len(men)
    chi_square, degrees = ((often - expected) ** 2 / expected).sum(), len(men) - 1
    assert abs(chi_square - degrees) < 4 * (2 * degrees) ** 0.5


def test_a_crowd_none_of_whom_can_sit_leaves_the_count_as_it_is():
    votes = {"no": -1, "on": -1, "ada": 2, "ben": Fraction(7, 2), "cleo": Fraction(7, 2)}
    people = [Candidate(name, plain(name), (), Catalog({"votes": number})) for name, number in votes.items()]
    posts = [Post("chair", plain("Chair"), Seats(2, 2)), Post("clerk", plain("Clerk"), Seats(1, 1))]
    columns = Columns.of(made_up_case(people, posts))
    formulas = [Lowering(columns).lower(Total("votes", at_least=0, at_most=0))]
    assert count_settlements(columns, formulas) == Count(3, exact=True)  # no, on and ada, one of them as clerk
