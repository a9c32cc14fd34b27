"""Formulas: normal form, negation, and what follows when columns are known to be 0."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from placet.zone.formula import (
    ALWAYS,
    NEVER,
    Sum,
    at_least,
    at_most,
    count_at_least,
    count_at_most,
    every,
    holds,
    negate,
    some,
)

COLUMNS = 4
weights = st.lists(st.tuples(st.integers(0, COLUMNS - 1), st.integers(-3, 3)), max_size=5)
leaves = st.builds(at_least, weights, st.integers(-4, 4)) | st.builds(at_most, weights, st.integers(-4, 4))
formulas = st.recursive(
    leaves, lambda parts: st.builds(every, st.lists(parts, max_size=3)) | st.builds(some, st.lists(parts, max_size=3))
)
POINTS = list(product((0, 1), repeat=COLUMNS))


@given(weights, st.integers(-4, 4))
def test_the_normal_form_means_what_was_written(pairs, bound):
    for point in POINTS:
        assert holds(at_least(pairs, bound), point) == (
            sum(weight * point[column] for column, weight in pairs) >= bound
        )
        assert holds(at_most(pairs, bound), point) == (sum(weight * point[column] for column, weight in pairs) <= bound)


@given(formulas)
def test_a_negation_holds_exactly_where_the_formula_does_not(formula):
    for point in POINTS:
        assert holds(negate(formula), point) is not holds(formula, point)


def test_equal_rules_have_one_normal_form():
    assert at_least([(1, 2), (0, 2)], 3) == at_least([(0, 1), (1, 1)], 2)
    assert at_most([(2, 1), (2, 1)], 1) == at_most([(2, 1)], 0)


def test_what_can_be_decided_is_decided():
    assert at_least([(0, 1)], 0) == ALWAYS
    assert at_least([(0, 1)], 2) == NEVER
    assert some([at_least([(0, 1)], 1), ALWAYS]) == ALWAYS
    assert every([at_least([(0, 1)], 1), NEVER]) == NEVER


def test_an_exclusion_names_the_columns_it_forbids():
    assert at_most([(3, 1), (1, 1)], 0) == Sum(((1, -1), (3, -1)), 0)
    assert at_most([(3, 1), (1, 1)], 0).forbids == (1, 3)
    assert at_least([(3, 1)], 1).forbids is None


@given(st.sets(st.integers(0, COLUMNS - 1)), st.integers(-2, COLUMNS + 1))
def test_a_count_of_columns_is_the_sum_of_ones_over_them(columns, bound):
    held = sorted(columns)
    ones = [(column, 1) for column in held]
    assert count_at_least(held, bound) == at_least(ones, bound)
    assert count_at_most(held, bound) == at_most(ones, bound)
