"""How many settlements keep the constraints and a set of demands: exactly where possible, else a lower bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from placet.zone.count_bound import lower_bound
from placet.zone.count_model import model
from placet.zone.count_near import near
from placet.zone.count_order import arranged
from placet.zone.count_parts import parts
from placet.zone.count_table import total
from placet.zone.formula import Formula
from placet.zone.lower import Columns
from placet.zone.settlement import Settlement

DEFAULT = 200_000_000
"""Cells of tables written, a cell once for each choice that leads to it; about half a second."""


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
    value of each sum that a rule still looks at, capped to what the rules can tell apart.
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
        total(plan, counted.weights) if plan.work <= share else lower_bound(plan, counted, share) for plan in plans
    ]
    found = same * prod(bounds)
    if not found and known is not None:
        found = near(columns, formulas, known, work)
    return Count(found, exact=False)
