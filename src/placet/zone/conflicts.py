"""The answers to a deadlock as values: conflicts, concessions, and lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from placet.case.catalog import Catalog
from placet.zone.certificate import Proof
from placet.zone.settlement import Settlement
from placet.zone.shortage import CapShortage, QuotaShortage, Shortage


@dataclass(frozen=True)
class Conflict:
    """A minimal set of demands that cannot all hold beside the constraints and red lines it is given.

    Parameters
    ----------
    demands : tuple of str
        One demand of each class.
    instead : Catalog of tuple of str
        For each of these demands the equal ones that can take its place.
    given : tuple of str
        A minimal set of constraints and red lines without which they could all hold.
    shortage : Shortage or None
        Posts that are left with too few people, when that is the reason.
    quota_shortage : QuotaShortage or None
        Posts to which a quota must bring more people than are left, when that is the reason.
    cap_shortage : CapShortage or None
        Posts that need more people than caps let sit there, when that is the reason.
    certificate : Proof or None
        A proof to add up by hand; None where the reason rests on an either-or, or falls into too many cases.
    """

    demands: tuple[str, ...]
    instead: Catalog[tuple[str, ...]]
    given: tuple[str, ...]
    shortage: Shortage | None
    quota_shortage: QuotaShortage | None = None
    cap_shortage: CapShortage | None = None
    certificate: Proof | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the conflict as the JSON contract has it."""
        return {
            "demands": list(self.demands),
            "instead": {demand: list(equal) for demand, equal in self.instead.items()},
            "given": list(self.given),
            "shortage": self.shortage.to_dict() if self.shortage else None,
            "quota_shortage": self.quota_shortage.to_dict() if self.quota_shortage else None,
            "cap_shortage": self.cap_shortage.to_dict() if self.cap_shortage else None,
            "certificate": self.certificate.to_dict() if self.certificate else None,
        }


@dataclass(frozen=True)
class Concession:
    """A minimal set of demands whose giving up opens the zone, and a settlement that it opens.

    `by_side` gives every consent holder's part of the cost.
    """

    give_up: tuple[str, ...]
    cost: Fraction
    by_side: Catalog[Fraction]
    settlement: Settlement

    def to_dict(self) -> dict[str, Any]:
        """Return the concession as the JSON contract has it, but for what it opens."""
        return {
            "give_up": list(self.give_up),
            "cost": _plain(self.cost),
            "by_side": {side: _plain(cost) for side, cost in self.by_side.items()},
        }


@dataclass(frozen=True)
class Conflicts:
    """Conflicts, smallest first, and whether these are all."""

    found: tuple[Conflict, ...]
    complete: bool


@dataclass(frozen=True)
class Concessions:
    """Concessions, cheapest first, and whether these are all."""

    found: tuple[Concession, ...]
    complete: bool


def _plain(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
