"""How little a rule could be changed: the same rule with its number moved by one step, two steps, and so on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor, lcm

from placet.case.forms import Amount, Equal, Excludes, Form, Quota, Share, Total
from placet.case.nouns import Case
from placet.zone.check import numeric

PERCENT = Fraction(1, 100)


@dataclass(frozen=True)
class Ladder:
    """Ever weaker versions of a rule.

    Parameters
    ----------
    n_steps : int
        How many steps there are; the last is as weak as no rule at all.
    at : callable
        The rule after so many steps.
    is_nested : bool
        Whether what one step allows, every further step allows too, so that the first that is enough can be found by
        halving.
    """

    n_steps: int
    at: Callable[[int], Form]
    is_nested: bool = True


def ladder(case: Case, form: Form) -> Ladder | None:
    """Return the ladder of a rule that has a number in it to move; None for a rule that has none.

    A step is one seat; for a share, the next whole percent; for a total, the smallest amount that the values of its
    trait can differ by. A rule that keeps people out is a quota of at most 0. "Exactly" moves to the nearest numbers
    below and above in turn, and of two bounds one moves. An exact total is not moved, nor a rule inside "if ... then".
    """
    match form:
        case Excludes():
            return _quota(case, Quota(form.where, at_most=0, posts=form.posts))
        case Quota():
            return _quota(case, form)
        case Equal():
            seats = _seats(case, form.posts)
            return Ladder(max(seats - form.within, 0), lambda step: replace(form, within=form.within + step))
        case Total():
            return _total(case, form)
        case _:
            return None


def _quota(case: Case, form: Quota) -> Ladder | None:
    seats = _seats(case, form.posts)
    if form.exactly is not None:
        return _nearest(form, form.exactly, seats)
    least, most = form.at_least, form.at_most
    if least is not None and most is not None:
        return _either_bound(form, least, most, seats)
    if least is not None:
        return Ladder(_steps_down(least), lambda step: replace(form, at_least=_lowered(least, step)))
    if most is not None:
        return Ladder(_steps_up(most, seats), lambda step: replace(form, at_most=_raised(most, step)))
    return None


def _either_bound(form: Quota, least: Amount, most: Amount, seats: int) -> Ladder:
    """Move one bound of two: the lower by one step, the upper by one, the lower by two, and so on."""
    moved = [(step, replace(form, at_least=_lowered(least, step))) for step in range(1, _steps_down(least) + 1)]
    moved += [(step, replace(form, at_most=_raised(most, step))) for step in range(1, _steps_up(most, seats) + 1)]
    forms = [one for _, one in sorted(moved, key=lambda pair: pair[0])]
    return Ladder(len(forms), lambda step: forms[step - 1], is_nested=False)


def _nearest(form: Quota, exactly: int, seats: int) -> Ladder:
    numbers = sorted((n for n in range(seats + 1) if n != exactly), key=lambda n: (abs(n - exactly), n))
    return Ladder(len(numbers), lambda step: replace(form, exactly=numbers[step - 1]), is_nested=False)


def _steps_down(amount: Amount) -> int:
    return ceil(amount.of_one / PERCENT) if isinstance(amount, Share) else amount


def _steps_up(amount: Amount, seats: int) -> int:
    return 100 - floor(amount.of_one / PERCENT) if isinstance(amount, Share) else max(seats - amount, 0)


def _lowered(amount: Amount, step: int) -> Amount:
    if isinstance(amount, Share):
        return Share((ceil(amount.of_one / PERCENT) - step) * PERCENT)
    return amount - step


def _raised(amount: Amount, step: int) -> Amount:
    if isinstance(amount, Share):
        return Share((floor(amount.of_one / PERCENT) + step) * PERCENT)
    return amount + step


def _total(case: Case, form: Total) -> Ladder | None:
    bounds = [bound for bound in (form.at_least, form.at_most, form.exactly) if bound is not None]
    if len(bounds) != 1 or form.exactly is not None:
        return None
    values = [numeric(who.traits.get(form.trait)) for who in case.candidates.values()]
    unit = Fraction(1, lcm(*(value.denominator for value in values)))
    seats = _seats(case, form.posts)
    if form.at_least is not None:
        start = ceil(form.at_least / unit)
        lowest = floor(min([Fraction(0), *values]) * seats / unit)
        return Ladder(max(start - lowest, 0), lambda step: replace(form, at_least=(start - step) * unit))
    start = floor(bounds[0] / unit)
    highest = ceil(max([Fraction(0), *values]) * seats / unit)
    return Ladder(max(highest - start, 0), lambda step: replace(form, at_most=(start + step) * unit))


def _seats(case: Case, posts: tuple[str, ...] | None) -> int:
    return sum(case.posts[post].seats.at_most for post in (case.posts if posts is None else dict.fromkeys(posts)))
