"""What a settlement is worth to each side, in whole numbers of that side's own unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm

from placet.case.nouns import Preferences
from placet.errors import QuestionError
from placet.zone.lower import LARGEST_SUM, Columns

Wholes = tuple[int, ...]
"""The value of one settlement to every side, in whole units, in the order of the sides."""


@dataclass(frozen=True)
class Utilities:
    """The sides' scores of every column, exact.

    The value of a settlement to side s is ``units[s]`` times the sum of ``weights[s]`` over the columns that are 1.

    Parameters
    ----------
    sides : tuple of str
        The sides in alphabetical order, so that no answer depends on the order of a file.
    weights : tuple of tuple of int
        For each side a whole number for each column.
    units : tuple of Fraction
        The largest unit in which every score of the side is whole.
    disagreement : tuple of Fraction
        What each side has without agreement, as a score.
    """

    sides: tuple[str, ...]
    weights: tuple[Wholes, ...]
    units: tuple[Fraction, ...]
    disagreement: tuple[Fraction, ...]

    @classmethod
    def of(cls, columns: Columns, preferences: Iterable[Preferences]) -> Utilities:
        """Return the utilities of the sides with these preferences.

        Raises
        ------
        QuestionError
            If their numbers are too large or too fine to be added up exactly.
        """
        by_side = sorted(preferences, key=lambda stated: stated.side)
        scaled = [
            _whole(
                [
                    *(stated.score(candidate, post) for candidate, post in columns.pairs),
                    *(stated.score_option(term, option) for term, option in columns.options),
                ]
            )
            for stated in by_side
        ]
        made = cls(
            tuple(stated.side for stated in by_side),
            tuple(weights for weights, _ in scaled),
            tuple(unit for _, unit in scaled),
            tuple(stated.disagreement for stated in by_side),
        )
        without = [abs(alone) / made.common for alone in made.disagreement]
        for side, weights, size, alone in zip(made.sides, made.weights, made.sizes, without, strict=True):
            if size * sum(map(abs, weights)) > LARGEST_SUM or alone > LARGEST_SUM:
                raise QuestionError(
                    f"preferences of {side} whose numbers take more than 15 digits to add up exactly",
                    "scores that are smaller, or have fewer digits after the point",
                )
        return made

    def wholes(self, columns: Iterable[int]) -> Wholes:
        """Return the value of the settlement in which exactly these columns are 1."""
        chosen = list(columns)
        return tuple(sum(weights[column] for column in chosen) for weights in self.weights)

    def scores(self, wholes: Sequence[int]) -> tuple[Fraction, ...]:
        """Return whole units as scores."""
        return tuple(unit * whole for unit, whole in zip(self.units, wholes, strict=True))

    @cached_property
    def common(self) -> Fraction:
        """The largest unit in which the values of all sides are whole."""
        scale = lcm(*(unit.denominator for unit in self.units))
        return Fraction(gcd(*(int(unit * scale) for unit in self.units)), scale)

    @cached_property
    def sizes(self) -> Wholes:
        """Each side's unit, in common units."""
        return tuple(int(unit / self.common) for unit in self.units)

    def total(self, wholes: Sequence[int]) -> int:
        """Return the sum over the sides, in common units."""
        return sum(size * whole for size, whole in zip(self.sizes, wholes, strict=True))

    def spread(self, wholes: Sequence[int], ideals: Sequence[int]) -> int:
        """Return the largest regret less the smallest, in common units."""
        regrets = [size * (most - one) for size, most, one in zip(self.sizes, ideals, wholes, strict=True)]
        return max(regrets) - min(regrets)


def _whole(scores: list[Fraction]) -> tuple[Wholes, Fraction]:
    scale = lcm(*(score.denominator for score in scores))
    numbers = [int(score * scale) for score in scores]
    step = gcd(*numbers) or 1
    return tuple(number // step for number in numbers), Fraction(step, scale)
