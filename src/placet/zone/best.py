"""The best settlement of a zone by each of six criteria, proven and exact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Preferences
from placet.errors import QuestionError
from placet.words.message import Message, message
from placet.zone.check import Inspector
from placet.zone.criteria import CRITERIA, Criterion, rank
from placet.zone.equal import EqualConcessions
from placet.zone.formula import Formula, holds
from placet.zone.goals import Level, Total
from placet.zone.landscape import Landscape
from placet.zone.leximin import leximin
from placet.zone.nash import nash
from placet.zone.program import Program
from placet.zone.region import Region
from placet.zone.search import Search
from placet.zone.settlement import Settlement
from placet.zone.solver import SolverError
from placet.zone.ties import FirstByRule
from placet.zone.utilities import Utilities, Wholes

PATIENCE = 24
"""How many settlements are looked at one by one for the rule for ties before it is followed step by step."""


@dataclass(frozen=True)
class Best:
    """The settlement that one criterion finds best.

    Parameters
    ----------
    criterion : str or None
        None when no side has preferences: then it is some settlement of the zone.
    scores : Catalog of Fraction
        What it is worth to each side, sides in alphabetical order.
    """

    criterion: Criterion | None
    settlement: Settlement
    scores: Catalog[Fraction]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        return {
            "criterion": self.criterion,
            **self.settlement.to_dict(),
            "scores": {side: _number(score) for side, score in self.scores.items()},
        }

    def explain(self) -> tuple[Message, ...]:
        """Return what the criterion makes large or small, and how ties are broken."""
        if self.criterion is None:
            return ()
        return message(f"best.{self.criterion}"), message("best.ties")


class Bests:
    """The best settlements of one zone; what was found for one criterion helps with the next.

    Ties are broken by the largest sum of scores, then by the scores from the least to the largest, then by the scores
    of the sides in alphabetical order (`criteria.rank`). Settlements that every side scores the same are equal to
    everybody; one of them is returned.

    Parameters
    ----------
    program : Program
    formulas : sequence of Formula
        Everything that binds besides the structure of the body: constraints and demands.
    preferences : sequence of Preferences
        Those of the consent holders.

    Notes
    -----
    Branch and bound on the zone's linear program, with exact keys; no answer rests on a number of the solver.
    """

    def __init__(self, program: Program, formulas: Sequence[Formula], preferences: Sequence[Preferences]) -> None:
        self.program = program
        self.formulas = tuple(formulas)
        self._preferences = tuple(preferences)
        self._found: dict[Criterion, Wholes | None] = {}

    @cached_property
    def utilities(self) -> Utilities:
        """What every settlement is worth to each side."""
        return Utilities.of(self.program.columns, self._preferences)

    @cached_property
    def search(self) -> Search:
        """The search over this zone, with the settlements found so far."""
        return Search(Landscape(self.program, self.formulas, self.utilities))

    def ideals(self) -> Catalog[Fraction] | None:
        """Return what each side can have at most within the zone; None when the zone is empty."""
        if self._ideals is None:
            return None
        return Catalog(zip(self.utilities.sides, self.utilities.scores(self._ideals), strict=True))

    def best(self, criterion: Criterion) -> Best | None:
        """Return the best settlement by a criterion; None when the zone is empty.

        Without preferences it is some settlement of the zone, and its criterion is None.

        Raises
        ------
        QuestionError
            If there is no such criterion.
        """
        if criterion not in CRITERIA:
            raise QuestionError(f"the criterion {criterion!r}", f"one of {', '.join(CRITERIA)}")
        wholes = self._wholes(criterion)
        if wholes is None:
            return None
        return Best(
            criterion if self.utilities.sides else None,
            self._settlement(wholes),
            Catalog(zip(self.utilities.sides, self.utilities.scores(wholes), strict=True)),
        )

    def _settlement(self, wholes: Wholes) -> Settlement:
        chosen = self.search.known[wholes]
        values = [0] * len(self.program.columns)
        for column in chosen:
            values[column] = 1
        settlement = self.program.settlement(values)
        kept = all(holds(formula, values) for formula in (self.program.structure, *self.formulas))
        if not kept or Inspector(self.program.columns.case).misfits(settlement):
            raise SolverError("a settlement was found that does not keep what binds")
        return settlement

    @cached_property
    def _whole(self) -> Region:
        return Region.whole(len(self.utilities.sides))

    @cached_property
    def _ideals(self) -> Wholes | None:
        found = []
        for side in range(len(self.utilities.sides)):
            only = tuple(int(one == side) for one in range(len(self.utilities.sides)))
            wholes = self.search.best(Total(only), self._whole)
            if wholes is None:
                return None
            found.append(wholes[side])
        return tuple(found)

    def _wholes(self, criterion: Criterion) -> Wholes | None:
        if criterion not in self._found:
            self._found[criterion] = self._search(criterion)
        return self._found[criterion]

    def _search(self, criterion: Criterion) -> Wholes | None:
        if not self.utilities.sides:
            return self.search.best(Total(()), self._whole)
        ideals = self._ideals
        if ideals is None:
            return None
        ways: dict[Criterion, Callable[[Wholes], Wholes]] = {
            "utilitarian": lambda _: self._settle((self._whole,)),
            "leximin": lambda _: self._settle(leximin(self.search, self._scores, self._whole)),
            "nash": lambda ideals: self._settle(nash(self.search, ideals, self._whole)),
            "kalai-smorodinsky": self._kalai_smorodinsky,
            "minimax-regret": self._minimax_regret,
            "equal-concessions": self._equal_concessions,
        }
        return ways[criterion](ideals)

    @cached_property
    def _scores(self) -> Level:
        """The scores as they were given, as ratios."""
        n_sides = len(self.utilities.sides)
        return Level(self.utilities.units, (Fraction(0),) * n_sides, (Fraction(1),) * n_sides)

    def _kalai_smorodinsky(self, ideals: Wholes) -> Wholes:
        most = zip(self.utilities.scores(ideals), self.utilities.disagreement, strict=True)
        ranges = tuple(ideal - without if ideal > without else None for ideal, without in most)
        shares = Level(self.utilities.units, self.utilities.disagreement, ranges)
        return self._settle(leximin(self.search, shares, self._whole) if shares.sides else (self._whole,))

    def _minimax_regret(self, ideals: Wholes) -> Wholes:
        regrets = Level(self.utilities.units, self.utilities.scores(ideals), self._scores.ranges)
        wholes = _surely(self.search.best(regrets, self._whole))
        (least,) = regrets.key(wholes)
        return self._settle((self._whole.above([regrets.least(side, least) for side in regrets.sides]),))

    def _equal_concessions(self, ideals: Wholes) -> Wholes:
        least_regret = _surely(self._wholes("minimax-regret"))
        others = [wholes for wholes in self._found.values() if wholes is not None]
        return EqualConcessions(self.search, ideals, least_regret, others).best(self._first_of, self._rank)

    def _settle(self, regions: Sequence[Region]) -> Wholes:
        """Return the value that comes first by the rule for ties, among regions that together are not empty."""
        heads = (self._first_of(region) for region in regions)
        return max((head for head in heads if head is not None), key=self._rank)

    def _first_of(self, region: Region) -> Wholes | None:
        """Return the value in a region that comes first by the rule for ties; None if it is empty."""
        first = self.search.climb(FirstByRule(self.utilities), region, PATIENCE)
        if first is None or first.is_proven:
            return None if first is None else first.wholes
        largest = _surely(self.search.best(Total(self.utilities.sizes), region))
        parts = leximin(self.search, self._scores, region.with_total(self.utilities.total(largest)))
        heads = (next(self.search.known_in(part)) for part in parts)
        return max(heads, key=self._rank)

    def _rank(self, wholes: Wholes) -> Any:
        return rank(self.utilities.scores(wholes))


def best(
    program: Program, formulas: Sequence[Formula], preferences: Sequence[Preferences], criterion: Criterion
) -> Best | None:
    """Return the best settlement by one criterion; see `Bests`, which shares work between several."""
    return Bests(program, formulas, preferences).best(criterion)


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def _surely(wholes: Wholes | None) -> Wholes:
    """Return what a zone that is known not to be empty must have."""
    if wholes is None:
        raise SolverError("no settlement was found where there is one")
    return wholes
