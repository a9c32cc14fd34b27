"""How many settlements keep the constraints and a set of demands: exactly where possible, else a lower bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import prod

from placet.zone.count_bound import lower_bound
from placet.zone.count_course import course
from placet.zone.count_interval import bounds
from placet.zone.count_model import model
from placet.zone.count_near import near
from placet.zone.count_order import one_by_one
from placet.zone.count_parts import parts
from placet.zone.formula import Formula
from placet.zone.lower import Columns
from placet.zone.settlement import Settlement

DEFAULT = 1_000_000_000
"""Cells of tables written, a cell once for each choice that leads to it; about two seconds."""


Known = Settlement | Callable[[], Settlement | None]
"""A settlement, or what finds one."""


class Method(StrEnum):
    """How settlements were counted."""

    KINDS = "kinds"
    """By kinds of people and posts: exact."""
    CAPS = "caps"
    """By kinds of people and posts, with and without those quotas that only few groups can break: exact."""
    BOUNDS = "bounds"
    """Not counted; known to lie between two numbers, or above one."""


@dataclass(frozen=True)
class Count:
    """How many settlements there are.

    Parameters
    ----------
    value : int
        The number of settlements, or a lower bound of it.
    exact : bool
        Whether `value` is the number itself.
    above : int or None
        Where `value` is a lower bound, an upper bound of the number, if one is known.
    method : Method
        How it was counted.
    """

    value: int
    exact: bool
    above: int | None = field(default=None, compare=False)
    method: Method = field(default=Method.KINDS, compare=False)

    @property
    def at_most(self) -> int | None:
        """The number, or an upper bound of it if one is known."""
        return self.value if self.exact else self.above


def count_settlements(
    columns: Columns, formulas: Sequence[Formula], *, work: int = DEFAULT, known: Known | None = None
) -> Count:
    """Return how many settlements keep every formula.

    A settlement is an assignment of the columns that fills the seats of every post, gives each person one post at
    most (unless the case says otherwise) and chooses one option for each term. Posts are distinct, the seats of one
    post are a set.

    Parameters
    ----------
    columns : Columns
        The columns of the case.
    formulas : sequence of Formula
        What must hold: constraints and binding demands.
    work : int
        How many cells of tables may be written; when that is not enough the answer is a lower bound.
    known : Settlement or callable, optional
        A settlement that keeps the formulas, or what finds one; it is asked for only where the count is no exact one.
        A lower bound may be 0 without it.

    Notes
    -----
    Dynamic programming over people and terms. The state holds the seats filled of each class of like posts and the
    value of each sum that a rule still looks at, capped to what the rules can tell apart. People of one kind are asked
    in one go (`count_kinds`); posts that only some people tell apart are counted together once those were asked
    (`count_pool`); a quota needs no counter while only its members, or only the others, are left to ask
    (`count_quota`); quotas that few groups can break at once are taken away and put back (`count_caps`). What each
    form costs is known before it begins, and the cheapest is taken. 200 people for 10 posts of 30 seats with three
    quotas: 0.3 to 3 s, 0.4 s as a rule. Where all cost too much, the answer lies between two bounds (`count_interval`).
    `benchmarks/count.py` measures.
    """
    counted = model(columns, formulas)
    taken_apart = None if counted is None else parts(counted)
    if counted is None or taken_apart is None:
        return Count(0, exact=True)
    same = counted.factor * prod(sum(choice.ways for choice in chooser) for chooser in taken_apart.free)
    courses = [course(problem, work) for problem in taken_apart.problems]
    if sum(each.work for each in courses) <= work:
        method = Method.CAPS if any(len(each.terms) > 1 for each in courses) else Method.KINDS
        return Count(same * prod(each.total(counted.weights) for each in courses), exact=True, method=method)
    low, high = bounds(columns, formulas) or (0, None)
    if not low:
        share = work // len(courses)
        low = same * prod(
            each.total(counted.weights)
            if each.work <= share
            else lower_bound(one_by_one(problem, DEFAULT), counted, share)
            for each, problem in zip(courses, taken_apart.problems, strict=True)
        )
        settlement = known() if callable(known) else known
        if settlement is not None:
            low = max(low, near(columns, formulas, settlement, work))
    return Count(low, exact=low == high, above=high, method=Method.BOUNDS)
