"""Answers about a zone as values: whether it is open, how far it reaches, what is wrong with a settlement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from placet.record.status import Standing
from placet.zone.settlement import Settlement
from placet.zone.shortage import Shortage


@dataclass(frozen=True)
class Feasibility:
    """Whether anybody can be appointed.

    Parameters
    ----------
    settlement : Settlement or None
        One that nobody vetoes, if there is one.
    impossible : tuple of str or None
        When constraints and red lines alone cannot be kept, a minimal set of them; it is empty when posts, seats
        and eligibility alone cannot be met.
    shortage : Shortage or None
        The posts that have too few eligible people whatever is demanded, if there are any.
    """

    settlement: Settlement | None
    impossible: tuple[str, ...] | None = None
    shortage: Shortage | None = None

    def __bool__(self) -> bool:
        return self.settlement is not None


@dataclass(frozen=True)
class Reach:
    """How far a zone reaches: whether it is open, and how many settlements it holds (at least, if not `exact`)."""

    feasible: bool
    count: int
    exact: bool

    def to_dict(self) -> dict[str, Any]:
        """Return the reach as the JSON contract has it."""
        return {"feasible": self.feasible, "count": str(self.count), "exact": self.exact}


@dataclass(frozen=True)
class Objection:
    """A binding demand that a settlement breaks, and how it stands: since when, on which statements."""

    demand: str
    side: str
    standing: Standing


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a settlement, if anything.

    Parameters
    ----------
    misfits : tuple of (str, str)
        What keeps it from being a settlement at all, as kind and id (see `Inspector.misfits`).
    constraints : tuple of str
        Rules of the body that it breaks.
    objections : tuple of Objection
        Demands of consent holders that it breaks.
    """

    misfits: tuple[tuple[str, str], ...]
    constraints: tuple[str, ...]
    objections: tuple[Objection, ...]

    @property
    def is_acceptable(self) -> bool:
        """Whether it is in the zone."""
        return not (self.misfits or self.constraints or self.objections)

    def __bool__(self) -> bool:
        return self.is_acceptable
