"""How many settlements keep the constraints and a set of demands: exactly where possible, else a lower bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from placet.zone.count_bound import lower_bound
from placet.zone.count_model import model
from placet.zone.count_near import near
from placet.zone.count_order import arranged, ordered
from placet.zone.count_parts import parts
from placet.zone.count_turn import total
from placet.zone.formula import Formula
from placet.zone.lower import Columns
from placet.zone.settlement import Settlement

DEFAULT = 400_000_000
"""Cells of tables written, a cell once for each choice that leads to it; about a second."""


@dataclass(frozen=True)
class Count:
    """How many settlements there are.

    Parameters
    ----------
    value : int
        The number of settlements, or a lower bound of it.
    exact : bool
        Whether `value` is the number itself.
    """

    value: int
    exact: bool


def count_settlements(
    columns: Columns, formulas: Sequence[Formula], *, work: int = DEFAULT, known: Settlement | None = None
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
    known : Settlement or None
        A settlement that keeps the formulas; a lower bound may be 0 without one.

    Notes
    -----
    Dynamic programming over people and terms. The state holds the seats filled of each class of like posts and the
    value of each sum that a rule still looks at, capped to what the rules can tell apart. Posts that only some people
    tell apart are counted together once those were asked (`count_pool`); a quota needs no counter while only its
    members, or only the others, are left to ask (`count_quota`). 200 people for 10 posts of 30 seats with three quotas:
    0.1 to 1.1 s, 0.3 s as a rule, of which finding the order takes 0.2 s; 9 in 10 made-up boards are counted exactly
    (`benchmarks/count.py`).
    """
    counted = model(columns, formulas)
    taken_apart = None if counted is None else parts(counted)
    if counted is None or taken_apart is None:
        return Count(0, exact=True)
    same = counted.factor * prod(sum(choice.ways for choice in chooser) for chooser in taken_apart.free)
    plans = [arranged(problem, work) for problem in taken_apart.problems]
    if sum(plan.work for plan in plans) <= work:
        return Count(same * prod(total(plan, counted.weights) for plan in plans), exact=True)
    share = work // len(plans)
    bounds = [
        total(plan, counted.weights) if plan.work <= share else lower_bound(ordered(problem), counted, share)
        for plan, problem in zip(plans, taken_apart.problems, strict=True)
    ]
    found = same * prod(bounds)
    if not found and known is not None:
        found = near(columns, formulas, known, work)
    return Count(found, exact=False)
