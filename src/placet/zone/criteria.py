"""What makes one settlement better than another: the six criteria and the rule for ties, as exact numbers.

Everything ranges over the sides that hold consent and have preferences, in alphabetical order, and over the Pareto
set of the zone: what is worse for some side and better for none is never an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod
from typing import Any, Literal, get_args

Criterion = Literal["utilitarian", "leximin", "nash", "kalai-smorodinsky", "minimax-regret", "equal-concessions"]
CRITERIA: tuple[Criterion, ...] = get_args(Criterion)
"""The names of the criteria, as the command line and the JSON have them."""

Scores = Sequence[Fraction]


def worth(criterion: Criterion, scores: Scores, ideals: Scores, disagreement: Scores) -> Any:
    """Return how good a settlement is by one criterion; the larger is the better.

    Parameters
    ----------
    criterion : str
        utilitarian: the sum of the scores. leximin: the scores from the least to the largest. nash: how many sides
        gain over disagreement, then the product of their gains. kalai-smorodinsky: each side's gain as a share of
        what it could gain at most, from the least to the largest, without sides that can gain nothing.
        minimax-regret: the largest regret, made small; the regret of a side is its ideal less its score.
        equal-concessions: the largest regret less the smallest, made small.
    scores : sequence of Fraction
        What each side has.
    ideals : sequence of Fraction
        What each side can have at most within the zone.
    disagreement : sequence of Fraction
        What each side has without agreement.
    """
    return _WORTH[criterion](scores, ideals, disagreement)


def rank(scores: Scores) -> Any:
    """Return what decides between settlements that are equally good by a criterion; the larger is the better.

    First the sum of the scores, then the scores from the least to the largest, then the scores of the sides in
    alphabetical order. Settlements that every side scores the same are equal to everybody, and one of them is taken.
    """
    return sum(scores), sorted(scores), list(scores)


def _less(one: Scores, other: Scores) -> list[Fraction]:
    return [first - second for first, second in zip(one, other, strict=True)]


def _nash(scores: Scores, _: Scores, disagreement: Scores) -> Any:
    gains = [gain for gain in _less(scores, disagreement) if gain > 0]
    return len(gains), prod(gains, start=Fraction(1))


def _kalai_smorodinsky(scores: Scores, ideals: Scores, disagreement: Scores) -> Any:
    gains, most = _less(scores, disagreement), _less(ideals, disagreement)
    return sorted(gain / ideal for gain, ideal in zip(gains, most, strict=True) if ideal > 0)


def _equal_concessions(scores: Scores, ideals: Scores, _: Scores) -> Any:
    regrets = _less(ideals, scores)
    return min(regrets) - max(regrets)


_WORTH: dict[Criterion, Callable[[Scores, Scores, Scores], Any]] = {
    "utilitarian": lambda scores, _, __: sum(scores),
    "leximin": lambda scores, _, __: sorted(scores),
    "nash": _nash,
    "kalai-smorodinsky": _kalai_smorodinsky,
    "minimax-regret": lambda scores, ideals, _: -max(_less(ideals, scores)),
    "equal-concessions": _equal_concessions,
}
