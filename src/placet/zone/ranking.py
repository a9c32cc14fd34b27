"""What is answered when the best settlements are asked for: one of them, or the first ones in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from placet.case.catalog import Catalog
from placet.words.message import Message, message
from placet.zone.criteria import Criterion
from placet.zone.settlement import Settlement


@dataclass(frozen=True)
class Best:
    """The settlement that one criterion finds best.

    Parameters
    ----------
    criterion : str or None
        None when no side has preferences: then it is some settlement of the zone.
    scores : Catalog of Fraction
        What it is worth to each side, sides in alphabetical order.
    proven : bool
        Whether no settlement is better by the criterion. If False, a limit of work was reached before that was known.
    """

    criterion: Criterion | None
    settlement: Settlement
    scores: Catalog[Fraction]
    proven: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        answer = {
            "criterion": self.criterion,
            **self.settlement.to_dict(),
            "scores": self.told_scores(),
        }
        return answer if self.criterion is None else {**answer, "proven": self.proven}

    def told_scores(self) -> dict[str, int | float]:
        """Return the scores as JSON numbers."""
        return {side: _number(score) for side, score in self.scores.items()}

    def explain(self) -> tuple[Message, ...]:
        """Return what the criterion makes large or small, and how ties are broken."""
        if self.criterion is None:
            return ()
        if not self.proven:
            return message(f"best.{self.criterion}"), message("best.unproven")
        return message(f"best.{self.criterion}"), message("best.ties")


@dataclass(frozen=True)
class Ranking:
    """The settlements that one criterion finds best, in order, all of them in the Pareto set.

    Parameters
    ----------
    criterion : str or None
        None when no side has preferences: then all settlements are equally good.
    found : tuple of Best
        Best first; equally good ones in the order of the rule for ties. Unless ties were asked for, settlements that
        every side scores the same are listed once.
    places : tuple of int
        The place of each: 1 for the best and whatever is as good by the criterion, and so on.
    ties : bool
        Whether it lists what is as good as the best, and nothing else.
    complete : bool
        Whether it is known that there is no other that would belong here.
    more : bool
        Whether it is known that there is another, which the limit left out.
    """

    criterion: Criterion | None
    found: tuple[Best, ...]
    places: tuple[int, ...]
    ties: bool
    complete: bool
    more: bool

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        return {
            "criterion": self.criterion,
            "ties": self.ties,
            "settlements": [
                {"place": place, **one.settlement.to_dict(), "scores": one.told_scores(), "proven": one.proven}
                for place, one in zip(self.places, self.found, strict=True)
            ],
            "complete": self.complete,
            "more": self.more,
        }

    def explain(self) -> tuple[Message, ...]:
        """Return what the criterion makes large or small, and whether the list was cut."""
        told = self.found[0].explain() if self.found else ()
        return told if self.complete else (*told, message("best.more" if self.more else "best.perhaps-more"))


def ranked(criterion: Criterion | None, answers: Iterable[tuple[Any, Best]], n: int, *, ties: bool) -> Ranking:
    """Return the first `n` answers as a ranking.

    Parameters
    ----------
    answers : iterable of (worth, Best)
        Best first, each with what it is worth by the criterion; one more than `n` is looked at.
    ties : bool
        Whether to stop where the worth is no longer that of the first.
    """
    found: list[Best] = []
    places: list[int] = []
    last, is_whole, more = None, True, False
    for number, (worth, one) in enumerate(answers, start=1):
        if ties and found and worth != last:
            is_whole = one.proven
            break
        if number > n:
            is_whole, more = False, one.proven
            break
        places.append(number if not found or worth != last else places[-1])
        found.append(one)
        last = worth
    return Ranking(criterion, tuple(found), tuple(places), ties, is_whole and all(one.proven for one in found), more)


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
