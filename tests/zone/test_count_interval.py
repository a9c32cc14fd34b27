"""Where nothing is counted: bounds that always hold, an estimate that says it is one, and draws that stay uniform."""

from collections import Counter
from itertools import permutations
from random import Random

import numpy as np
import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Apart, Quota
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import AnyOf, HasTrait, InGroup, Named
from placet.errors import QuestionError
from placet.zone.count import Method, count_settlements
from placet.zone.count_interval import bounds, estimated
from placet.zone.count_marginals import Marginals
from placet.zone.count_occupancy import matchings_between
from placet.zone.count_rejection import drawn_settlements
from placet.zone.count_urn import Urn
from placet.zone.formula import holds
from placet.zone.lower import Columns, Lowering
from zone.count_cases import every_assignment, made_up_case, plain, random_case, random_form

WOMAN = HasTrait("woman", value=True)


def cabinet(rng, n_people, n_posts, share):
    """Distinct posts, each with a list of names of its own."""
    people = [
        Candidate(f"p{i}", plain("P"), (rng.choice(["reds", "blues"]),), Catalog({"woman": rng.random() < 0.4}))
        for i in range(n_people)
    ]
    posts = []
    for place in range(n_posts):
        names = [Named(person.id) for person in people if rng.random() < share] or [Named("p0")]
        posts.append(Post(f"post{place}", plain("Post"), Seats(1, 1), AnyOf(tuple(names))))
    return Columns.of(made_up_case(people, posts))


@pytest.mark.parametrize("seed", range(6))
def test_the_ways_to_give_each_post_a_person_lie_between_the_bounds(seed):
    rng = np.random.default_rng(seed)
    for _ in range(40):
        n_posts, n_people = int(rng.integers(1, 5)), int(rng.integers(1, 7))
        lists = rng.random((n_posts, n_people)) < rng.choice([0.3, 0.6, 1.0])
        ways = sum(
            all(lists[post, who] for post, who in enumerate(chosen))
            for chosen in permutations(range(n_people), n_posts)
        )
        low, high = matchings_between(lists)
        assert low <= ways <= high


def test_the_bounds_are_tight_where_people_are_many():
    columns = cabinet(Random(2), 1000, 30, 0.25)
    counted = count_settlements(columns, [])
    assert (counted.exact, counted.method) == (False, Method.BOUNDS)
    assert 1 < counted.value <= counted.at_most < counted.value * 1.01


@pytest.mark.parametrize("seed", range(8))
def test_the_truth_lies_between_the_bounds_for_every_form(seed):
    rng = Random(seed)
    seen = 0
    while seen < 4:
        case = random_case(rng)
        columns = Columns.of(case)
        formulas = [Lowering(columns).lower(random_form(rng, case)) for _ in range(2)]
        found = bounds(columns, formulas)
        if found is not None:
            truth = sum(all(holds(each, values) for each in formulas) for values in every_assignment(columns))
            assert found[0] <= truth <= found[1]
            seen += truth > 0


@pytest.mark.parametrize("seed", range(4))
def test_what_a_rule_keeps_and_what_it_breaks_make_up_all_draws(seed):
    rng = Random(seed)
    columns = cabinet(rng, 12, 4, 0.6)
    lower = Lowering(columns).lower
    marginals = Marginals(Urn.of(columns, []))
    for form in (Quota(WOMAN, 2), Quota(InGroup("reds"), at_most=1), Apart(("p1", "p2"))):
        formula = lower(form)
        assert marginals.keep(formula) + marginals.breaking(formula) == marginals.all


def test_an_estimate_is_the_same_each_time_and_its_range_holds_the_truth():
    columns = cabinet(Random(7), 60, 6, 0.4)
    formulas = [Lowering(columns).lower(Quota(WOMAN, 2))]
    truth = count_settlements(columns, formulas)
    assert truth.exact
    found = estimated(columns, formulas)
    assert found == estimated(columns, formulas)
    assert found.low <= truth.value <= found.high
    assert found.high < 1.1 * found.low


def test_where_hardly_a_draw_is_a_settlement_nothing_is_estimated():
    columns = cabinet(Random(8), 40, 8, 0.6)
    assert (
        estimated(
            columns,
            [
                Lowering(columns).lower(Quota(Named("p0"), 1)),
                Lowering(columns).lower(Apart(("p0", "p1"))),
                *(Lowering(columns).lower(Quota(Named(f"p{place}"), 1)) for place in range(2, 9)),
            ],
        )
        is None
    )


def test_settlements_found_by_drawing_are_equally_frequent():
    columns = cabinet(Random(3), 7, 3, 0.6)
    formulas = [Lowering(columns).lower(Quota(WOMAN, at_most=1))]
    zone = [tuple(each) for each in every_assignment(columns) if all(holds(rule, each) for rule in formulas)]
    drawn = Counter(map(tuple, drawn_settlements(columns, formulas, 20 * len(zone), np.random.default_rng(1))))
    assert drawn.keys() <= set(zone)
    chi_square, degrees = sum((drawn[each] - 20) ** 2 / 20 for each in zone), len(zone) - 1
    assert degrees > 10
    assert abs(chi_square - degrees) < 4 * (2 * degrees) ** 0.5


def test_seats_of_one_post_are_drawn_as_a_set():
    people = [Candidate(f"p{i}", plain("P")) for i in range(5)]
    columns = Columns.of(made_up_case(people, [Post("panel", plain("Panel"), Seats(2, 2))]))
    drawn = Counter(map(tuple, drawn_settlements(columns, [], 1000, np.random.default_rng(2))))
    assert len(drawn) == 10
    assert sum((often - 100) ** 2 / 100 for often in drawn.values()) < 9 + 4 * 18**0.5


def test_drawing_that_finds_nothing_says_so():
    columns = cabinet(Random(4), 30, 3, 0.9)
    lower = Lowering(columns).lower
    impossible = [lower(Quota(WOMAN, 2)), lower(Quota(WOMAN, at_most=1))]
    with pytest.raises(QuestionError, match="drawing finds no settlement"):
        drawn_settlements(columns, impossible, 1, np.random.default_rng(0))
