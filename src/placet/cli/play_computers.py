"""Computer sides: which parties placet plays for, by which strategy, from which preferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from placet.case.spoken import nearest
from placet.errors import QuestionError
from placet.procedures.clever_play import subgame_perfect
from placet.procedures.drive import Strategy
from placet.procedures.game import Paper
from placet.procedures.sheets import Sheet
from placet.procedures.strategies import at_random, sincere

STRATEGIES = ("sincere", "random", "equilibrium")


@dataclass(frozen=True)
class Wish:
    """What a party would like: everybody, best first, of whom the last so many are struck."""

    ranking: tuple[str, ...]
    strikes: int = 0


@dataclass(frozen=True)
class Computers:
    """Who is played by placet.

    Parameters
    ----------
    strategies : tuple of (str, str)
        The strategy of each party that is.
    wishes : tuple of (str, Wish)
        The preferences that are known.
    seed : int or None
        From which lots are drawn; None where people draw them.
    luck : int
        From which the chance of a random side comes.
    """

    strategies: tuple[tuple[str, str], ...] = ()
    wishes: tuple[tuple[str, Wish], ...] = ()
    seed: int | None = None
    luck: int = 0

    def check(self, paper: Paper) -> None:
        """Refuse a party that does not play, a strategy that is unknown, or one without what it needs.

        Raises
        ------
        QuestionError
            If there is one.
        """
        parties, known = [party.id for party in paper.parties], dict(self.wishes)
        for party, strategy in self.strategies:
            if party not in parties:
                raise QuestionError(f"the computer side {party}", " or ".join(parties), nearest(party, parties))
            if strategy not in STRATEGIES:
                raise QuestionError(f"the strategy {strategy}", " or ".join(STRATEGIES), nearest(strategy, STRATEGIES))
            needs = {"sincere": [party], "equilibrium": parties}.get(strategy, [])
            for other in needs:
                if other not in known:
                    raise QuestionError(
                        f"no preferences of {other}, which the strategy {strategy} needs",
                        f"--preferences {other}.csv with the columns name and rank, or --computer {party}=random",
                    )
        for party, wish in self.wishes:
            if party not in parties:
                raise QuestionError(f"preferences of {party}", " or ".join(parties), nearest(party, parties))
            for name in (*wish.ranking, *paper.candidates):
                if name not in paper.candidates:
                    meant = nearest(name, paper.candidates)
                    raise QuestionError(f"{name} in the preferences of {party}", "a name on the list", meant)
                if name not in wish.ranking:
                    raise QuestionError(f"no rank for {name} in the preferences of {party}", "every name on the list")

    def drive(self) -> dict[str, Strategy]:
        """Return the strategy of each party that placet plays for."""
        wishes = dict(self.wishes)
        rankings = {party: wish.ranking for party, wish in wishes.items()}
        made: dict[str, Strategy] = {}
        for party, strategy in self.strategies:
            match strategy:
                case "sincere":
                    made[party] = sincere({party: wishes[party].ranking}, wishes[party].strikes)
                case "equilibrium":
                    made[party] = subgame_perfect(rankings)
                case _:
                    made[party] = at_random(self.luck)
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, for the log."""
        return {
            "computers": dict(self.strategies),
            "preferences": {
                party: {"ranking": list(wish.ranking), "strikes": wish.strikes} for party, wish in self.wishes
            },
            "seed": self.seed,
            "luck": self.luck,
        }


def computers_from(written: Mapping[str, Any]) -> Computers:
    """Return the computer sides that a log holds.

    Raises
    ------
    QuestionError
        If it holds something else.
    """
    try:
        strategies = tuple((str(party), str(strategy)) for party, strategy in written.get("computers", {}).items())
        wishes = tuple(
            (str(party), Wish(tuple(map(str, wish["ranking"])), int(wish["strikes"])))
            for party, wish in written.get("preferences", {}).items()
        )
        seed = written.get("seed")
        return Computers(strategies, wishes, None if seed is None else int(seed), int(written.get("luck", 0)))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise QuestionError("computer sides that cannot be read in the log", "what `placet play --log` wrote") from None


def wish_of(sheet: Sheet) -> Wish:
    """Return the preferences that a sheet tells: the ranked, those without a mark, and last those struck."""
    struck = sheet.struck
    unmarked = sorted(entry.name for entry in sheet.entries if entry.name not in {*sheet.ranking, *struck})
    return Wish((*sheet.ranking, *unmarked, *reversed(sheet.strike_order[: len(struck)])), len(struck))
