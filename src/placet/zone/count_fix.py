"""What a zone decides at once: columns that no settlement, or every settlement, of the zone uses.

Most demands only strike names. They need no place in a count once the columns that they strike are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from placet.zone.formula import NEVER, Every, Formula, Some, Sum, at_least, at_most, every, some
from placet.zone.lower import Columns


@dataclass(frozen=True)
class Open:
    """Somebody with choices left: a candidate, or a term, that makes at most (or exactly) one of them."""

    columns: tuple[int, ...]
    may_abstain: bool


@dataclass(frozen=True)
class Fixed:
    """What is left open: the rules still to keep, and who still has which choices."""

    rules: tuple[Formula, ...]
    choosers: tuple[Open, ...]


def fix(columns: Columns, formulas: Sequence[Formula]) -> Fixed | None:
    """Return what these formulas leave open; None when they plainly contradict each other.

    Rules about seats are used, not returned: whoever counts keeps them by post.
    """
    choosers = list(_choosers(columns))
    of_column = {column: chooser for chooser in choosers for column in chooser.columns}
    values: dict[int, int] = {}
    seats, rules = list(_parts(_seats(columns))), list(_parts(formulas))
    while True:
        known = len(values)
        for rule in (*seats, *rules):
            if rule == NEVER:
                return None
            for column, value in _forced(rule):
                if not _settle(values, column, value, of_column[column]):
                    return None
        for chooser in choosers:
            left = [column for column in chooser.columns if values.get(column, 1)]
            if not chooser.may_abstain and (not left or not _settle(values, left[0], int(len(left) == 1), None)):
                return None
        if len(values) == known:
            break
        seats = list(_parts(substitute(rule, values) for rule in seats))
        rules = list(_parts(substitute(rule, values) for rule in rules))
    return Fixed(tuple(dict.fromkeys(rules)), tuple(_open(chooser, values) for chooser in choosers))


def substitute(formula: Formula, values: dict[int, int]) -> Formula:
    """Return the formula with these columns at these values."""
    match formula:
        case Sum():
            if not any(column in values for column, _ in formula.weights):
                return formula
            used = sum(weight * values.get(column, 0) for column, weight in formula.weights)
            kept = ((column, weight) for column, weight in formula.weights if column not in values)
            return at_least(kept, formula.at_least - used)
        case Every():
            return every(substitute(part, values) for part in formula.parts)
        case Some():
            return some(substitute(part, values) for part in formula.parts)


def _choosers(columns: Columns) -> Iterator[Open]:
    case = columns.case
    for held in columns.of_candidate.values():
        if case.one_post_each:
            yield Open(held, may_abstain=True)
        else:
            yield from (Open((column,), may_abstain=True) for column in held)
    for term in case.terms.values():
        yield Open(tuple(columns.of_option[term.id, option] for option in term.options), may_abstain=False)


def _seats(columns: Columns) -> Iterator[Formula]:
    for post in columns.case.posts.values():
        ones = [(column, 1) for column in columns.of_post[post.id]]
        yield at_least(ones, post.seats.at_least)
        yield at_most(ones, post.seats.at_most)


def _parts(formulas: Iterable[Formula]) -> Iterator[Formula]:
    """Flatten what must hold anyway."""
    for formula in formulas:
        if isinstance(formula, Every):
            yield from _parts(formula.parts)
        else:
            yield formula


def _forced(rule: Formula) -> Iterator[tuple[int, int]]:
    """Yield the columns that can take one value only while the rule holds, and that value."""
    if isinstance(rule, Sum):
        slack = sum(max(weight, 0) for _, weight in rule.weights) - rule.at_least
        for column, weight in rule.weights:
            if abs(weight) > slack:
                yield column, int(weight > 0)


def _settle(values: dict[int, int], column: int, value: int, chooser: Open | None) -> bool:
    """Note a value; whether it agrees with what was noted before."""
    if chooser is None and not value:
        return True
    if values.setdefault(column, value) != value:
        return False
    others = () if chooser is None or not value else chooser.columns
    return all(values.setdefault(other, 0) == 0 for other in others if other != column)


def _open(chooser: Open, values: dict[int, int]) -> Open:
    used = [column for column in chooser.columns if values.get(column) == 1]
    if used:
        return Open(tuple(used), may_abstain=False)
    return Open(tuple(column for column in chooser.columns if column not in values), chooser.may_abstain)
