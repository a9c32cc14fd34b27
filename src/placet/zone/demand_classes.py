"""Demands that exactly the same settlements keep, joined into classes before anything is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from placet.case.nouns import Demand
from placet.zone.formula import ALWAYS, Formula
from placet.zone.program import Program


@dataclass(frozen=True)
class DemandClass:
    """Demands that exactly the same settlements keep; the first in the order of the case stands for all."""

    members: tuple[str, ...]
    formula: Formula
    cost: Fraction


def demand_classes(program: Program, demands: Iterable[Demand]) -> tuple[DemandClass, ...]:
    """Return the demands, joined where they forbid the same, whatever the constraints.

    Joining those that differ only where a constraint forbids anyway would give a conflict of one of them wrong
    reasons: the other needs that constraint to take its place.
    """
    members: dict[Formula, list[Demand]] = {}
    for demand in demands:
        members.setdefault(program.demands[demand.id], []).append(demand)
    return tuple(
        DemandClass(
            tuple(demand.id for demand in equal),
            formula,
            sum((demand.cost for demand in equal if demand.cost is not None), Fraction(0)),
        )
        for formula, equal in members.items()
        if formula != ALWAYS
    )
