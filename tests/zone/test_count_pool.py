"""Posts counted together once those who tell them apart were asked."""

from math import comb, prod
from random import Random

import pytest

from placet.case.forms import Excludes
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import Named
from placet.zone.count import count_settlements
from placet.zone.count_model import model
from placet.zone.count_order import arranged, ordered
from placet.zone.count_parts import parts
from placet.zone.count_pool import Pooling
from placet.zone.count_turn import BLOCK, total
from placet.zone.formula import holds
from placet.zone.lower import Columns, Lowering
from zone.count_cases import every_assignment, made_up_case, plain, random_case, random_form


def board():
    """Forty people for six posts of three seats; one name is vetoed at each of five posts."""
    people = [Candidate(f"p{i}", plain("P")) for i in range(40)]
    posts = [Post(f"post{i}", plain("Post"), Seats(3, 3)) for i in range(6)]
    columns = Columns.of(made_up_case(people, posts))
    return columns, [Lowering(columns).lower(Excludes(Named(f"p{i}"), (f"post{i}",))) for i in range(5)]


def pooled_forms(problem, groups=()):
    """The problem with more and more posts pooled, in every way."""
    pooling = Pooling(problem)
    for further in pooling.further(groups):
        yield pooling.pooled(further)
        yield from pooled_forms(problem, further)


@pytest.mark.parametrize("seed", range(4))
def test_pooling_posts_changes_no_count(seed):
    rng = Random(seed)
    for _ in range(60):
        case = random_case(rng)
        columns = Columns.of(case)
        lower = Lowering(columns).lower
        veto = Excludes(Named(rng.choice(list(case.candidates))), (rng.choice(list(case.posts)),))
        formulas = [lower(veto), *(lower(random_form(rng, case)) for _ in range(rng.choice([0, 1, 2])))]
        counted = model(columns, formulas)
        taken_apart = counted and parts(counted)
        if not taken_apart:
            continue
        found = counted.factor * prod(sum(choice.ways for choice in chooser) for chooser in taken_apart.free)
        for problem in taken_apart.problems:
            numbers = {total(ordered(other), counted.weights) for other in (problem, *pooled_forms(problem))}
            assert len(numbers) == 1
            found *= numbers.pop()
        assert found == sum(all(holds(each, values) for each in formulas) for values in every_assignment(columns))


def test_only_those_who_tell_the_posts_apart_are_asked_before_they_are_pooled():
    columns, vetoes = board()
    (problem,) = parts(model(columns, vetoes)).problems
    assert sorted(problem.fixed_seats.values()) == [3] * 6
    last = Pooling(problem).pooled((tuple(problem.fixed_seats),))
    assert last.n_early == 5
    assert ordered(last).work < ordered(problem).work / 5


def test_who_holds_all_posts_but_one_takes_any_seat_less_the_one():
    columns, vetoes = board()
    (problem,) = parts(model(columns, vetoes)).problems
    pooled = Pooling(problem).pooled((tuple(problem.fixed_seats),))
    for place, layer in enumerate(pooled.layers):
        signs = [choice.sign for choice in pooled.choosers[place]]
        assert signs == ([1, 1] if layer else [1, 1, -1])


def test_a_table_of_many_blocks_is_counted_like_a_small_one():
    people = [Candidate(f"p{i}", plain("P")) for i in range(30)]
    posts = [Post(f"post{i}", plain("Post"), Seats(3, 3)) for i in range(8)]
    posts.append(Post("chair", plain("Chair"), Seats(1, 1)))
    columns = Columns.of(made_up_case(people, posts))
    vetoes = [Lowering(columns).lower(Excludes(Named(f"p{i}"), (f"post{i}",))) for i in range(8)]
    (problem,) = parts(model(columns, vetoes)).problems
    plainly = ordered(problem)
    assert plainly.cells.max() > BLOCK
    pooled = arranged(problem)
    assert pooled.cells.max() < BLOCK
    assert total(plainly, {}) == total(pooled, {})


def test_a_board_of_almost_like_posts_is_counted_by_inclusion_and_exclusion():
    """The vetoes fall on different people and posts, so k of them are broken together in a known number of ways."""
    columns, vetoes = board()

    def seatings(n_people, seats):
        found, left = 1, n_people
        for number in seats:
            for place in range(number):
                found = found * (left - place) // (place + 1)
            left -= number
        return found

    expected = sum((-1) ** k * comb(5, k) * seatings(40 - k, [2] * k + [3] * (6 - k)) for k in range(6))
    assert count_settlements(columns, vetoes).value == expected
    counted = model(columns, vetoes)
    (problem,) = parts(counted).problems
    pooled = Pooling(problem).pooled((tuple(problem.fixed_seats),))
    assert counted.factor * total(ordered(pooled), counted.weights) == expected
