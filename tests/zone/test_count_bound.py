"""Where there is not work enough for an exact count, the answer is a lower bound and says so."""

from random import Random

import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Quota
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import AnyOf, HasTrait, Named
from placet.zone.count import count_settlements
from placet.zone.count_near import near
from placet.zone.formula import ALWAYS, holds
from placet.zone.lower import Columns, Lowering
from placet.zone.program import Program
from zone.count_cases import every_assignment, made_up_case, plain, random_case, random_form


@pytest.mark.parametrize("work", [0, 30, 200])
def test_a_lower_bound_is_never_above_the_truth(work):
    rng = Random(work)
    for _ in range(60):
        case = random_case(rng)
        columns = Columns.of(case)
        formulas = [Lowering(columns).lower(random_form(rng, case)) for _ in range(2)]
        found = count_settlements(columns, formulas, work=work)
        truth = sum(all(holds(formula, values) for formula in formulas) for values in every_assignment(columns))
        assert found.value == truth if found.exact else found.value <= truth


@pytest.mark.parametrize("work", [0, 40, 400])
def test_around_a_known_settlement_at_least_that_one_is_found_and_never_more_than_there_are(work):
    rng = Random(work + 1)
    seen = 0
    for _ in range(40):
        case = random_case(rng)
        columns = Columns.of(case)
        formulas = [Lowering(columns).lower(random_form(rng, case)) for _ in range(2)]
        zone = [values for values in every_assignment(columns) if all(holds(each, values) for each in formulas)]
        if zone:
            known = Program(columns, ALWAYS, Catalog(), Catalog()).settlement(rng.choice(zone))
            assert 1 <= near(columns, formulas, known, work) <= len(zone)
            assert 1 <= count_settlements(columns, formulas, work=work, known=known).value <= len(zone)
            seen += 1
    assert seen > 10


def test_posts_are_freed_from_a_known_settlement_as_far_as_the_work_goes():
    people = [Candidate(f"p{i}", plain("P")) for i in range(9)]
    columns = Columns.of(made_up_case(people, [Post(f"post{i}", plain("Post"), Seats(1, 1)) for i in range(2)]))
    known = Program(columns, ALWAYS, Catalog(), Catalog()).settlement([1] + 9 * [0] + [1] + 7 * [0])
    assert near(columns, [], known, 0) == 1
    assert near(columns, [], known, 10**6) == 9 * 8


def test_a_count_that_is_cut_short_still_finds_settlements():
    rng = Random(4)
    people = [Candidate(f"p{i}", plain("P"), traits=Catalog({"woman": rng.random() < 0.4})) for i in range(120)]
    posts = [
        Post(
            f"post{i}",
            plain("Post"),
            Seats(2, 2),
            AnyOf(tuple(Named(person.id) for person in people if rng.random() < 0.4)),
        )
        for i in range(6)
    ]
    columns = Columns.of(made_up_case(people, posts))
    quota = Lowering(columns).lower(Quota(HasTrait("woman", value=True), 3))
    exact = count_settlements(columns, [quota])
    cut = count_settlements(columns, [quota], work=100_000)
    assert exact.exact
    assert not cut.exact
    assert 0 < cut.value < exact.value
