"""What each side may be asked for, as a user gives it: ``--without SIDE`` and ``--budget SIDE=N``."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from placet.case.nouns import Case
from placet.case.spoken import nearest, series
from placet.case.tree import read_number
from placet.errors import QuestionError


def ceilings(case: Case, without: Sequence[str], budgets: Sequence[str]) -> dict[str, Fraction]:
    """Return the most that each side named may be asked for.

    Raises
    ------
    QuestionError
        For a side that the case does not have or that holds no consent, and for what is no amount.
    """
    found: dict[str, Fraction] = {}
    if (without or budgets) and not case.holders:
        raise QuestionError("a case in which no side holds consent", "a side that could give something up")
    for word in budgets:
        side, equals, written = word.partition("=")
        amount = read_number(written.strip())
        if not equals or amount is None or amount < 0:
            raise QuestionError(f'"{word}"', f"a side and the most it may be asked for, such as {case.holders[0]}=3")
        _set(found, side_of(case, side.strip()), Fraction(amount))
    for word in without:
        _set(found, side_of(case, word.strip()), Fraction(0))
    return {side: found[side] for side in case.sides if side in found}


def _set(found: dict[str, Fraction], side: str, amount: Fraction) -> None:
    if found.setdefault(side, amount) != amount:
        raise QuestionError(f"two limits for {side}", "one")


def side_of(case: Case, word: str) -> str:
    """Return the id of the side that holds consent and that a word means: its id, or its name in any language."""
    named = {id_: id_ for id_ in case.holders}
    for id_ in case.holders:
        named |= {words.casefold(): id_ for _, words in case.sides[id_].name.entries}
    if word in named or word.casefold() in named:
        return named.get(word) or named[word.casefold()]
    if word in case.sides:
        raise QuestionError(f'"{word}", which only speaks', f"a side that holds consent: {series(case.holders)}")
    meant = nearest(word, named)
    expected = f"a side that holds consent: {series(case.holders)}"
    raise QuestionError(f'"{word}"', expected, None if meant is None else named[meant])
