"""Quotas checked by the seats that are still free when only members, or only others, are left to ask."""

from math import comb, prod
from random import Random

import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Excludes, Quota
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import Except, HasTrait, InGroup, Named
from placet.zone.count_model import model
from placet.zone.count_order import ordered
from placet.zone.count_parts import parts
from placet.zone.count_pool import Pooling
from placet.zone.count_quota import counters, without_counter
from placet.zone.count_turn import total
from placet.zone.formula import holds
from placet.zone.lower import Columns, Lowering
from zone.count_cases import every_assignment, made_up_case, plain

SEATS = [(1, 1, 1), (2, 1, 1), (2, 2), (1, 2), (1, 1, 1, 1), (2, 1, 1, 1), (1, 1, 1, 1, 1)]
WOMAN = HasTrait("woman", value=True)


def made_up_board(rng):
    """Seven people for two to five posts, with quotas and a veto on a name and a group."""
    people = [
        Candidate(f"p{i}", plain("P"), (rng.choice(["reds", "blues"]),), Catalog({"woman": rng.random() < 0.5}))
        for i in range(7)
    ]
    posts = [
        Post(f"post{i}", plain("Post"), Seats(seats, seats), rng.choice([None, None, WOMAN, Except(InGroup("reds"))]))
        for i, seats in enumerate(rng.choice(SEATS))
    ]
    columns = Columns.of(made_up_case(people, posts))
    forms = [
        Quota(WOMAN, *rng.choice([(1, None), (2, 2), (None, 1), (1, 2)])),
        Quota(InGroup("reds"), *rng.choice([(1, None), (None, 1)]), posts=rng.choice([None, ("post0",)])),
        Excludes(Named(f"p{rng.randrange(7)}"), (f"post{rng.randrange(len(posts))}",)),
        Excludes(Named(f"p{rng.randrange(7)}"), ("post1",)),
        Excludes(InGroup("blues"), ("post1",)),
    ]
    return columns, [Lowering(columns).lower(form) for form in forms[: rng.randint(1, 5)]]


def nested(problem):
    """The problem with fewer and fewer counters, in every way."""
    for other in without_counter(problem):
        yield other
        yield from nested(other)


def poolings(pooling, groups=()):
    """Some ways to pool more and more posts."""
    for further in pooling.further(groups)[:2]:
        yield further
        yield from poolings(pooling, further)


@pytest.mark.parametrize("seed", range(6))
def test_a_quota_without_a_counter_counts_the_same(seed):
    rng = Random(seed)
    compared = 0
    for _ in range(15):
        columns, formulas = made_up_board(rng)
        truth = sum(all(holds(each, values) for each in formulas) for values in every_assignment(columns))
        counted = model(columns, formulas)
        taken_apart = counted and parts(counted)
        if not taken_apart:
            assert truth == 0
            continue
        found = counted.factor * prod(sum(choice.ways for choice in chooser) for chooser in taken_apart.free)
        for problem in taken_apart.problems:
            pooling = Pooling(problem)
            forms = [problem, *(pooling.pooled(groups) for groups in poolings(pooling))]
            forms += [other for form in forms for other in nested(form)]
            numbers = {total(ordered(form), counted.weights) for form in forms}
            assert len(numbers) == 1
            found *= numbers.pop()
            compared += len(forms) - 1
        assert found == truth
    assert compared > 10


def test_only_quotas_about_people_in_posts_are_counters():
    people = [Candidate(f"p{i}", plain("P"), traits=Catalog({"woman": i < 4})) for i in range(9)]
    columns = Columns.of(made_up_case(people, [Post("panel", plain("Panel"), Seats(3, 3))]))
    (problem,) = parts(model(columns, [Lowering(columns).lower(Quota(WOMAN, 2))])).problems
    (counter,) = counters(problem)
    assert counter.seats == {0: 3}
    for other in without_counter(problem):
        assert ordered(other).work < ordered(problem).work
        assert total(ordered(other), {}) == comb(4, 2) * 5 + comb(4, 3)
