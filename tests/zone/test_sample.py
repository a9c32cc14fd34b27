"""Settlements drawn at random: all of them settlements, and each as likely as any other."""

from collections import Counter
from fractions import Fraction
from random import Random

import numpy as np
import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Chooses, Conditional, Excludes, Quota, Share
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import AnyOf, HasTrait, InGroup, Named
from placet.errors import QuestionError
from placet.zone.count import count_settlements
from placet.zone.count_model import model
from placet.zone.count_order import arranged
from placet.zone.count_parts import parts
from placet.zone.formula import NEVER, holds
from placet.zone.lower import Columns, Lowering
from placet.zone.sample import sample_settlements
from zone.count_cases import every_assignment, made_up_case, plain, random_case, random_form


def accepted(columns, formulas):
    return {tuple(values) for values in every_assignment(columns) if all(holds(each, values) for each in formulas)}


def council():
    """Seven people, two like posts of one and up to two seats, one of two seats, and two terms."""
    people = [Candidate(f"p{i}", plain(f"P{i}"), traits=Catalog({"woman": i % 2 == 0})) for i in range(6)]
    posts = [
        Post("chair", plain("Chair"), Seats(1, 1)),
        Post("deputy", plain("Deputy"), Seats(1, 2)),
        Post("panel", plain("Panel"), Seats(2, 2), HasTrait("woman", value=True)),
    ]
    terms = {"date": ("soon", "late", "never"), "length": ("one", "two")}
    columns = Columns.of(made_up_case(people, posts, terms=terms))
    lower = Lowering(columns).lower
    forms = [
        Quota(HasTrait("woman", value=False), at_least=Share(Fraction(3, 10))),
        Conditional(Chooses((("date", "soon"),)), Excludes(Named("p1"))),
    ]
    return columns, [lower(form) for form in forms]


def test_every_settlement_is_drawn_equally_often():
    columns, formulas = council()
    zone = accepted(columns, formulas)
    n = 20 * len(zone)
    drawn = Counter(map(tuple, sample_settlements(columns, formulas, n, np.random.default_rng(2013))))
    assert drawn.keys() <= zone
    chi_square = sum((drawn[values] - 20) ** 2 / 20 for values in zone)
    degrees = len(zone) - 1
    # Within four standard deviations of a chi-square variable: one seed in some ten thousand would fail.
    assert abs(chi_square - degrees) < 4 * (2 * degrees) ** 0.5


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_drawn_is_in_the_zone_and_everything_in_a_small_zone_is_drawn(seed):
    rng = Random(seed)
    for _ in range(12):
        case = random_case(rng)
        columns = Columns.of(case)
        formulas = [Lowering(columns).lower(random_form(rng, case)) for _ in range(2)]
        zone = accepted(columns, formulas)
        if not 0 < len(zone) <= 25:
            continue
        drawn = sample_settlements(columns, formulas, 12 * len(zone), np.random.default_rng(seed))
        assert set(map(tuple, drawn)) == zone


def test_the_same_seed_draws_the_same_settlements():
    columns, formulas = council()
    once, again = (sample_settlements(columns, formulas, 5, np.random.default_rng(7)) for _ in range(2))
    assert once == again


def test_an_empty_zone_is_said_to_be_empty():
    columns, formulas = council()
    nobody = Lowering(columns).lower(Excludes(HasTrait("woman", value=True), ("panel",)))
    for impossible in (NEVER, nobody):
        with pytest.raises(QuestionError, match="without any settlement"):
            sample_settlements(columns, [*formulas, impossible], 1, np.random.default_rng(0))


def test_a_zone_that_is_not_counted_exactly_is_not_sampled():
    columns, formulas = council()
    assert not count_settlements(columns, formulas, work=5).exact
    with pytest.raises(QuestionError, match="too large"):
        sample_settlements(columns, formulas, 1, np.random.default_rng(0), work=5)


def test_what_is_drawn_from_a_large_board_keeps_its_quotas():
    rng = Random(3)
    people = [
        Candidate(f"p{i}", plain("P"), (rng.choice(["reds", "blues"]),), Catalog({"woman": rng.random() < 0.5}))
        for i in range(60)
    ]
    lists = [AnyOf(tuple(Named(f"p{i}") for i in range(60) if rng.random() < 0.6)) for _ in range(6)]
    posts = [Post(f"post{i}", plain("Post"), Seats(2, 2), allowed) for i, allowed in enumerate(lists)]
    columns = Columns.of(made_up_case(people, posts))
    lower = Lowering(columns)
    formulas = [lower.lower(Quota(HasTrait("woman", value=True), 8)), lower.lower(Quota(InGroup("reds"), 3, 5))]
    (problem,) = parts(model(columns, formulas)).problems
    assert arranged(problem, pools=False).problem.checks
    for values in sample_settlements(columns, formulas, 20, np.random.default_rng(1)):
        assert all(holds(each, values) for each in [lower.structure(), *formulas])
