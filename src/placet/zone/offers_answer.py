"""What conditional offers would open: the zone after each of their fixed points, and what would still be missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from placet.record.status import BINDING
from placet.zone.conflicts import Concession
from placet.zone.offers import Agreement, Offer, agree
from placet.zone.settlement import Settlement
from placet.zone.verdicts import Reach
from placet.zone.zone import Zone


@dataclass(frozen=True)
class Outcome:
    """What lifting some demands comes to.

    Parameters
    ----------
    lifted : tuple of str
        The demands, in the order of the case; those that do not stand anyway are left out.
    reach : Reach
        Whether the zone is open then, and how many settlements it holds.
    settlement : Settlement or None
        One of them.
    missing : Concession or None
        The cheapest that would have to be given up besides, when it is not open and something would open it.
    """

    lifted: tuple[str, ...]
    reach: Reach
    settlement: Settlement | None
    missing: Concession | None

    def to_dict(self) -> dict[str, Any]:
        """Return the outcome as the JSON contract has it."""
        return {
            "lifted": list(self.lifted),
            **self.reach.to_dict(),
            "settlement": None if self.settlement is None else self.settlement.to_dict(),
            "missing": None if self.missing is None else self.missing.to_dict(),
        }


@dataclass(frozen=True)
class OffersAnswer:
    """What a list of offers comes to.

    Parameters
    ----------
    already : tuple of str
        Demands that the offers name and that do not stand on the day: they count as lifted.
    least, greatest : Outcome
        When nobody moves before what it asks for is lifted; when all offers that can hold together are acted on.
    after : tuple of Outcome
        After each circle of the agreement, in their order: the zone with the joint move and what follows from it.
    """

    offers: tuple[Offer, ...]
    agreement: Agreement
    already: tuple[str, ...]
    least: Outcome
    greatest: Outcome
    after: tuple[Outcome, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        return {
            "offers": [
                {"side": offer.side, "lifts": list(offer.lifts), "if": list(offer.condition)} for offer in self.offers
            ],
            "already": list(self.already),
            "least": self.least.to_dict(),
            "greatest": self.greatest.to_dict(),
            "circles": [
                {
                    "offers": list(circle.offers),
                    "sides": list(dict.fromkeys(self.offers[at].side for at in circle.offers)),
                    "lifts": list(circle.lifts),
                    "after": outcome.to_dict(),
                }
                for circle, outcome in zip(self.agreement.circles, self.after, strict=True)
            ],
            "void": list(self.agreement.void),
        }


def weigh_offers(zone: Zone, offers: Sequence[Offer]) -> OffersAnswer:
    """Return what the offers lift on the day of the zone, alone and together, and what that opens.

    The offers are taken at their word: whether they are meant is for those at the table to judge.
    """
    named = {demand for offer in offers for demand in (*offer.lifts, *offer.condition)}
    already = tuple(id_ for id_ in zone.demands if id_ in named and zone.standings[id_].standing not in BINDING)
    agreement = agree(offers, already)
    known: dict[frozenset[str], Outcome] = {}

    def outcome(lifted: frozenset[str]) -> Outcome:
        if lifted not in known:
            known[lifted] = _outcome(zone, lifted.difference(already))
        return known[lifted]

    after, lifted = [], agreement.least
    for circle in agreement.circles:
        lifted = agree(offers, lifted.union(circle.lifts)).least
        after.append(outcome(lifted))
    return OffersAnswer(
        tuple(offers), agreement, already, outcome(agreement.least), outcome(agreement.greatest), tuple(after)
    )


def _outcome(zone: Zone, lifted: frozenset[str]) -> Outcome:
    left = zone.without(lifted)
    settlement = left.feasible().settlement
    missing = None if settlement is not None else next(iter(left.concessions(1).found), None)
    return Outcome(tuple(id_ for id_ in zone.demands if id_ in lifted), left.reach(), settlement, missing)
