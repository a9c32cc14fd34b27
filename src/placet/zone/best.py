"""The best settlement of a zone by each of six criteria, proven and exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from operator import itemgetter
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Preferences
from placet.errors import QuestionError
from placet.words.message import Message, message
from placet.zone.best_known import best_known
from placet.zone.check import Inspector
from placet.zone.criteria import CRITERIA, Criterion, rank, worth
from placet.zone.formula import Formula, holds
from placet.zone.landscape import Landscape
from placet.zone.program import Program
from placet.zone.proofs import Proofs
from placet.zone.search import Search, WorkEnded
from placet.zone.settlement import Settlement
from placet.zone.solver import SolverError
from placet.zone.utilities import Utilities, Wholes

WORK, WORK_EACH = 6_000_000, 2_400_000
"""How many columns the linear programs for all criteria together may have, counted each time, and those for one."""


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
            "scores": {side: _number(score) for side, score in self.scores.items()},
        }
        return answer if self.criterion is None else {**answer, "proven": self.proven}

    def explain(self) -> tuple[Message, ...]:
        """Return what the criterion makes large or small, and how ties are broken."""
        if self.criterion is None:
            return ()
        if not self.proven:
            return message(f"best.{self.criterion}"), message("best.unproven")
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
    work : int
        How many columns the linear programs for all criteria together may have, counted each time. What is asked
        first is answered first; `Best.proven` says whether the work sufficed.

    Notes
    -----
    Branch and bound on the zone's linear program, with exact keys; no answer rests on a number of the solver.
    """

    def __init__(
        self, program: Program, formulas: Sequence[Formula], preferences: Sequence[Preferences], work: int = WORK
    ) -> None:
        self.program = program
        self.formulas = tuple(formulas)
        self._preferences = tuple(preferences)
        self._work = work
        self._found: dict[Criterion, Wholes | None] = {}
        self._undominated: dict[Wholes, None] = {}
        self._unproven: set[Criterion | None] = set()

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
            criterion not in self._unproven,
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
    def _proofs(self) -> Proofs:
        return Proofs(self.search, self._undominated)

    @cached_property
    def _ideals(self) -> Wholes | None:
        """What each side can have at most; None when the zone is empty. Unproven ones are the most that is known."""
        self._set_limit()
        found = []
        for side in range(len(self.utilities.sides)):
            try:
                wholes = self._proofs.best_for(side)
            except WorkEnded:
                self._unproven.update(CRITERIA)
                wholes = best_known(self.search, self._undominated, itemgetter(side))
            if wholes is None:
                return None
            found.append(wholes[side])
        return tuple(found)

    def _set_limit(self) -> None:
        """Let the next search take its part of the work, as long as there is some left."""
        size = self.search.landscape.model.n_columns
        self.search.limit = min(self._work // size, self.search.nodes + WORK_EACH // size)

    def _wholes(self, criterion: Criterion) -> Wholes | None:
        if criterion not in self._found:
            self._found[criterion] = self._search(criterion)
        return self._found[criterion]

    def _search(self, criterion: Criterion) -> Wholes | None:
        """Return the best value; the best one known, and note that, when the work has ended."""
        if not self.utilities.sides:
            return self._proofs.any()
        ideals = self._ideals
        if ideals is None:
            return None
        least_regret = self._wholes("minimax-regret") if criterion == "equal-concessions" else None
        if least_regret is not None and "minimax-regret" in self._unproven:
            self._unproven.add(criterion)
        self._set_limit()
        try:
            if criterion not in self._unproven:
                return self._proofs.best(criterion, ideals, least_regret)
        except WorkEnded:
            self._unproven.add(criterion)
        return best_known(self.search, self._undominated, partial(self._key, criterion, ideals))

    def _key(self, criterion: Criterion, ideals: Wholes, wholes: Wholes) -> Any:
        scores, most = self.utilities.scores(wholes), self.utilities.scores(ideals)
        return worth(criterion, scores, most, self.utilities.disagreement), rank(scores)


def best(
    program: Program, formulas: Sequence[Formula], preferences: Sequence[Preferences], criterion: Criterion
) -> Best | None:
    """Return the best settlement by one criterion; see `Bests`, which shares work between several."""
    return Bests(program, formulas, preferences).best(criterion)


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
