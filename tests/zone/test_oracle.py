"""The oracle: a yes is a settlement that keeps what was asked, a no is a clash that nothing can keep."""

from random import Random

import numpy as np
import pytest

from placet.zone.branching import No, Yes
from placet.zone.formula import NEVER, at_least, at_most, holds, some
from placet.zone.oracle import Oracle
from placet.zone.program import Program
from zone.tables import columns_of, random_table, settlements


@pytest.mark.parametrize("seed", range(30))
def test_every_answer_is_what_brute_force_finds(seed):
    rng = Random(seed)
    case = random_table(rng)
    program = Program.of(case, case.demands.values())
    formulas = [*program.constraints.values(), *program.demands.values()]
    points = [columns_of(program, settlement) for settlement in settlements(case)]
    broken = {sum((not holds(formula, point)) << n for n, formula in enumerate(formulas)) for point in points}
    oracle = Oracle(len(program.columns), [program.structure], formulas)
    for _ in range(30):
        asked = rng.getrandbits(len(formulas)) if formulas else 0
        answer = oracle.ask(asked)
        assert isinstance(answer, Yes) == any(not mask & asked for mask in broken)
        if isinstance(answer, Yes):
            assert answer.values.tolist() in points
            assert answer.broken == sum(
                (not holds(formula, answer.values.tolist())) << n for n, formula in enumerate(formulas)
            )
            assert not answer.broken & asked
        else:
            assert not answer.core & ~asked
            assert all(mask & answer.core for mask in broken)


def test_a_clash_shrinks_to_a_minimal_one_while_the_kept_stay_in_force():
    one_of = [at_least([(0, 1), (1, 1)], 1), at_most([(0, 1)], 0), at_most([(1, 1)], 0), at_most([(2, 1)], 0)]
    oracle = Oracle(3, [], one_of)
    assert oracle.shrink(0b1111) == 0b0111
    assert oracle.shrink(0b1110, keep=0b0001) == 0b0110


def test_a_settlement_grows_until_what_it_breaks_is_minimal():
    oracle = Oracle(2, [at_least([(0, 1), (1, 1)], 1)], [at_most([(0, 1)], 0), at_most([(1, 1)], 0)])
    both = Yes(np.array([1, 1]), 0b11)
    assert oracle.grow(both, 0b11).broken in {0b01, 0b10}


def test_a_question_asked_again_is_not_solved_again():
    oracle = Oracle(2, [], [at_least([(0, 1)], 1), at_most([(0, 1)], 0)])
    first, again = oracle.ask(0b11), oracle.ask(0b11)
    assert isinstance(first, No)
    assert first == again
    assert oracle.asked == 1


def test_what_no_fraction_can_keep_and_what_only_whole_numbers_cannot_are_both_refuted():
    thirds = [at_least([(0, 2), (1, 2), (2, 2)], 3), at_most([(0, 2), (1, 2), (2, 2)], 3)]
    assert isinstance(Oracle(3, [], thirds).ask(0b11), No)
    cycle = [at_least([(0, 1), (1, 1)], 1), at_least([(1, 1), (2, 1)], 1), at_least([(0, 1), (2, 1)], 1)]
    answer = Oracle(3, [], [*cycle, at_most([(0, 1), (1, 1), (2, 1)], 1)]).ask(0b1111)
    assert answer == No(0b1111)


def test_a_disjunction_without_alternatives_clashes_by_itself():
    assert Oracle(1, [], [NEVER]).ask(1) == No(1)


def test_without_columns_the_empty_settlement_is_an_answer():
    answer = Oracle(0, [], []).ask(0)
    assert isinstance(answer, Yes)
    assert answer.values.tolist() == []


def test_an_alternative_is_taken_when_the_other_is_forbidden():
    either = some([at_least([(0, 1)], 1), at_least([(1, 1)], 1)])
    answer = Oracle(2, [], [either, at_most([(0, 1)], 0)]).ask(0b11)
    assert isinstance(answer, Yes)
    assert answer.values.tolist() == [0, 1]
