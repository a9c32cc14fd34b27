"""The criteria as exact numbers: what each one compares."""

from __future__ import annotations

from fractions import Fraction

import pytest

from placet.zone.criteria import rank, worth

IDEALS = (Fraction(9), Fraction(7))
NOTHING = (Fraction(0), Fraction(0))


def of(criterion, *scores, disagreement=NOTHING):
    return worth(criterion, tuple(map(Fraction, scores)), IDEALS, disagreement)


@pytest.mark.parametrize(
    ("criterion", "wanted"),
    [
        ("utilitarian", 10),
        ("leximin", [4, 6]),
        ("nash", (2, 24)),
        ("kalai-smorodinsky", [Fraction(4, 7), Fraction(2, 3)]),
        ("minimax-regret", -3),
        ("equal-concessions", 0),
    ],
)
def test_the_worth_of_six_and_four_in_the_worked_example(criterion, wanted):
    assert of(criterion, 6, 4) == wanted


def test_a_side_that_loses_counts_for_nothing_in_the_product():
    assert of("nash", 6, 4, disagreement=(Fraction(1), Fraction(5))) == (1, 5)


def test_a_side_that_can_gain_nothing_has_no_share():
    assert of("kalai-smorodinsky", 6, 4, disagreement=(Fraction(0), Fraction(7))) == [Fraction(2, 3)]


def test_ties_go_first_to_the_sum_then_to_the_worst_off_then_to_the_first_side():
    assert rank((Fraction(9), Fraction(2))) > rank((Fraction(5), Fraction(5)))
    assert rank((Fraction(5), Fraction(5))) > rank((Fraction(9), Fraction(1)))
    assert rank((Fraction(9), Fraction(1))) > rank((Fraction(1), Fraction(9)))
