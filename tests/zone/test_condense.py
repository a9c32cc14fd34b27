"""Fewer columns, the same answers: which formulas can hold together, and settlements of the whole case that show it."""

from random import Random

import pytest

from placet.zone.branching import No, Yes
from placet.zone.condense import condense
from placet.zone.formula import holds
from placet.zone.oracle import Oracle
from placet.zone.program import Program
from placet.zone.seats import Seats
from zone.tables import random_table, table


def condensed_oracle(case, n_always=0):
    program = Program.of(case, case.demands.values())
    formulas = [*program.constraints.values(), *program.demands.values()]
    small = condense(program.columns, formulas, n_always)
    return (
        program,
        formulas,
        small,
        Oracle(len(small.limits), small.structure, small.formulas, small.limits, Seats(small)),
    )


@pytest.mark.parametrize("seed", range(80))
def test_the_same_formulas_can_hold_together_and_a_settlement_of_the_case_shows_it(seed):
    rng = Random(seed)
    for _ in range(5):
        case = random_table(rng)
        n_always = rng.choice([0, len(case.constraints)])
        program, formulas, small, oracle = condensed_oracle(case, n_always)
        whole = Oracle(len(program.columns), [program.structure], formulas)
        for _ in range(12):
            asked = rng.getrandbits(len(formulas)) | (1 << n_always) - 1
            answer, expected = oracle.ask(asked), whole.ask(asked)
            assert isinstance(answer, Yes) == isinstance(expected, Yes)
            if isinstance(answer, Yes):
                values = small.full(answer.values).tolist()
                assert holds(program.structure, values)
                assert answer.broken == sum((not holds(one, values)) << place for place, one in enumerate(formulas))
            else:
                assert isinstance(whole.ask(answer.core | (1 << n_always) - 1), No)


def many_people(demands):
    people = "".join(f"  p{i}: {{name: P{i}, groups: [{'red' if i % 2 else 'blue'}]}}\n" for i in range(80))
    posts = "".join(f"  q{i}: {{title: Q{i}}}\n" for i in range(5))
    groups = "groups: {red: {name: Red}, blue: {name: Blue}}\n"
    return table(f"{groups}candidates:\n{people}posts:\n{posts}demands:\n{demands}")


def test_people_whom_nothing_tells_apart_and_posts_that_are_alike_are_one_column():
    *_, small, _ = condensed_oracle(many_people("  d: {side: a, excludes: {group: red}}"))
    assert small.is_crowd.tolist() == [True]
    assert small.limits.tolist() == [5]


def test_whoever_is_refused_by_name_is_left_out_where_a_crowd_can_sit_instead():
    *_, small, _ = condensed_oracle(many_people("  d: {side: a, excludes: p1}\n  e: {side: a, at_least: 1, where: p2}"))
    assert (~small.is_crowd).sum() == 1  # p2, who is wanted; p1 is outdone
    assert small.person[~small.is_crowd].tolist() == [2]


def test_what_a_rule_lets_sit_makes_a_crowd_only_for_questions_with_that_rule():
    case = table("""
groups: {red: {name: Red}}
candidates: {a1: {name: A1, groups: [red]}, a2: {name: A2, groups: [red]}, b1: {name: B1}, b2: {name: B2}}
posts: {x: {title: X, eligible: {any: [a1, a2, b1]}}, y: {title: Y, eligible: {any: [a1, b1, b2]}}, z: {title: Z}}
constraints: {cap: {at_most: 1, where: {group: red}}}
demands: {d: {side: a, excludes: b1}}
""")
    program = Program.of(case, case.demands.values())
    formulas = [*program.constraints.values(), *program.demands.values()]
    assert condense(program.columns, formulas).is_unconditional
    assert not condense(program.columns, formulas, 1).is_unconditional
