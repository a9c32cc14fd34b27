"""Endings of a game: what came of it by each fall of the lots, and what that is worth to each party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from placet.procedures.game import Outcome
from placet.procedures.preferences import Preferences


@dataclass(frozen=True, order=True)
class Result:
    """Who is appointed, in the order of the alphabet; who holds what, where parties pick offices; to whom it is handed.

    Nobody appointed and handed to nobody is an impasse.
    """

    appointed: tuple[str, ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    referred_to: str = ""

    @property
    def is_impasse(self) -> bool:
        """Whether nobody is appointed."""
        return not self.appointed


@dataclass(frozen=True, order=True)
class Ending:
    """What comes of a game when everybody has chosen: a result, or several with the chances of each."""

    chances: tuple[tuple[Result, Fraction], ...]

    @property
    def results(self) -> tuple[Result, ...]:
        """Everything that can come of it."""
        return tuple(result for result, _ in self.chances)

    def worth(self, party: str, preferences: Preferences) -> Fraction:
        """Return what it is worth to a party: the mean over the lots, the sum over several seats."""
        return sum((chance * value(result, party, preferences) for result, chance in self.chances), Fraction(0))

    def rank(self, party: str, preferences: Preferences) -> Fraction | None:
        """Return the mean rank for a party of those appointed; None where nobody may be, or where it is no one name."""
        if any(len(result.appointed) != 1 or result.held for result in self.results):
            return None
        ranks = (chance * preferences.rank(party, result.appointed[0]) for result, chance in self.chances)
        return sum(ranks, Fraction(0))

    def to_dict(self) -> list[dict[str, Any]]:
        """Return the chances as plain values."""
        return [
            {
                "appointed": list(result.appointed),
                "chance": str(chance),
                "seats": [{"seat": seat, "appointed": holder} for seat, holder in result.held],
                "referred_to": result.referred_to or None,
            }
            for result, chance in self.chances
        ]


def certain(*names: str) -> Ending:
    """Return the ending in which these are appointed without any lot."""
    return Ending(((Result(tuple(sorted(names))), Fraction(1)),))


def ending_of(outcome: Outcome) -> Ending:
    """Return the ending that an outcome without an open lot is."""
    appointed = outcome.appointed or ()
    held = tuple(sorted(outcome.seats))
    return Ending(((Result(tuple(sorted(appointed)), held, outcome.referred_to or ""), Fraction(1)),))


def mixed(parts: Iterable[tuple[Ending, Fraction]]) -> Ending:
    """Return the ending of a lot that falls on each of several endings with a chance."""
    chances: dict[Result, Fraction] = {}
    for ending, share in parts:
        for result, chance in ending.chances:
            chances[result] = chances.get(result, Fraction(0)) + share * chance
    return Ending(tuple(sorted(chances.items())))


def value(result: Result, party: str, preferences: Preferences) -> Fraction:
    """Return what a result without a lot is worth to a party.

    Where parties pick offices, it is what the party's own are worth to it; otherwise what those appointed are. An
    appointment by somebody who is not at the table counts like nobody at all.
    """
    worth = dict(dict(preferences.worth)[party])
    if any(holder in preferences.parties for _, holder in result.held):
        return sum((worth.get(seat, Fraction(0)) for seat, holder in result.held if holder == party), Fraction(0))
    if not result.appointed:
        return dict(preferences.nobody)[party]
    return sum((worth[name] for name in result.appointed), Fraction(0))
