"""What must be true of a settlement, as sums of 0-1 columns joined by and, or.

`Sum` is the only leaf: whole coefficients on columns, at least a bound. Every form of the case file becomes a formula
(`placet.zone.lower`), the negation of a formula is again one, and one small pass turns formulas into rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import gcd


@dataclass(frozen=True)
class Sum:
    """``sum(coefficient * column) >= at_least``; `weights` are (column, coefficient), by column, none of them 0."""

    weights: tuple[tuple[int, int], ...]
    at_least: int

    @property
    def forbids(self) -> tuple[int, ...] | None:
        """The columns that must be 0, if that is all this says."""
        if self.at_least == 0 and all(weight < 0 for _, weight in self.weights):
            return tuple(column for column, _ in self.weights)
        return None


@dataclass(frozen=True)
class Every:
    """All parts hold; holds when there are none."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Some:
    """At least one part holds; fails when there are none."""

    parts: tuple[Formula, ...]


Formula = Sum | Every | Some
ALWAYS: Formula = Every(())
NEVER: Formula = Some(())


def at_least(weights: Iterable[tuple[int, int]], bound: int) -> Formula:
    """Return ``sum >= bound`` in normal form: columns added up, common factors gone, decided where it can be."""
    total: dict[int, int] = {}
    for column, weight in weights:
        total[column] = total.get(column, 0) + weight
    kept = tuple(sorted((column, weight) for column, weight in total.items() if weight))
    coefficients = [weight for _, weight in kept]
    least = sum(weight for weight in coefficients if weight < 0)
    if least >= bound:
        return ALWAYS
    if sum(coefficients) - least < bound:
        return NEVER
    common = gcd(*coefficients)
    if common == 1:
        return Sum(kept, bound)
    return Sum(tuple((column, weight // common) for column, weight in kept), -(-bound // common))


def at_most(weights: Iterable[tuple[int, int]], bound: int) -> Formula:
    """Return ``sum <= bound``."""
    return at_least(((column, -weight) for column, weight in weights), -bound)


def count_at_least(columns: Sequence[int], bound: int) -> Formula:
    """Return that at least `bound` of these columns, distinct and in order, are 1; `at_least` of ones, but faster."""
    if bound <= 0:
        return ALWAYS
    return NEVER if len(columns) < bound else Sum(tuple(zip(columns, repeat(1))), bound)


def count_at_most(columns: Sequence[int], bound: int) -> Formula:
    """Return that at most `bound` of these columns, distinct and in order, are 1; `at_most` of ones, but faster."""
    if len(columns) <= bound:
        return ALWAYS
    return NEVER if bound < 0 else Sum(tuple(zip(columns, repeat(-1))), -bound)


def every(parts: Iterable[Formula]) -> Formula:
    """Return the conjunction, flattened."""
    flat: list[Formula] = []
    for part in parts:
        if part == NEVER:
            return NEVER
        flat.extend(part.parts if isinstance(part, Every) else (part,))
    unique = tuple(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else Every(unique)


def some(parts: Iterable[Formula]) -> Formula:
    """Return the disjunction, flattened."""
    flat: list[Formula] = []
    for part in parts:
        if part == ALWAYS:
            return ALWAYS
        flat.extend(part.parts if isinstance(part, Some) else (part,))
    unique = tuple(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else Some(unique)


def negate(formula: Formula) -> Formula:
    """Return the formula that holds exactly when this one does not."""
    match formula:
        case Sum():
            return at_most(formula.weights, formula.at_least - 1)
        case Every():
            return some(negate(part) for part in formula.parts)
        case Some():
            return every(negate(part) for part in formula.parts)


def holds(formula: Formula, values: Sequence[int]) -> bool:
    """Whether the formula holds for these values of the columns."""
    match formula:
        case Sum():
            return sum(weight * int(values[column]) for column, weight in formula.weights) >= formula.at_least
        case Every():
            return all(holds(part, values) for part in formula.parts)
        case Some():
            return any(holds(part, values) for part in formula.parts)


def sums(formula: Formula) -> tuple[Sum, ...]:
    """Return the distinct leaves, in the order in which they appear."""
    match formula:
        case Sum():
            return (formula,)
        case Every() | Some():
            return tuple(dict.fromkeys(leaf for part in formula.parts for leaf in sums(part)))
