"""The best settlement of a zone by each of six criteria, proven and exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, partial
from operator import itemgetter
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Preferences
from placet.errors import QuestionError
from placet.zone.alike import settlements_worth
from placet.zone.best_known import best_known, others_known
from placet.zone.check import Inspector
from placet.zone.criteria import CRITERIA, Criterion, rank, worth
from placet.zone.formula import Formula, holds
from placet.zone.in_order import in_order
from placet.zone.landscape import Landscape
from placet.zone.program import Program
from placet.zone.proofs import Proofs
from placet.zone.ranking import Best, Ranking, ranked
from placet.zone.search import Search, WorkEnded
from placet.zone.settlement import Settlement
from placet.zone.solver import SolverError
from placet.zone.utilities import Utilities, Wholes

WORK, WORK_EACH = 12_000_000, 4_000_000
"""How much work (see `Search.work`) all criteria together may take, and one of them."""
GLANCE, GLANCE_EACH = 1_200_000, 400_000
"""The same where all six are asked for at once, and somebody waits: two to three seconds."""
EASY: tuple[Criterion, ...] = ("nash", "kalai-smorodinsky", "utilitarian")
"""Those that are mostly proven at once, and come first where work is scarce."""


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
        How much work (see `Search.work`) all criteria together may take. What is asked first is answered first;
        `Best.proven` says whether the work sufficed.
    known : Settlement, optional
        One that keeps all formulas, so that there is an answer however little work is allowed.

    Notes
    -----
    Branch and bound on the zone's linear program, with exact keys; no answer rests on a number of the solver.
    """

    def __init__(
        self,
        program: Program,
        formulas: Sequence[Formula],
        preferences: Sequence[Preferences],
        *,
        work: int = WORK,
        known: Settlement | None = None,
    ) -> None:
        self.program = program
        self.formulas = tuple(formulas)
        self._preferences = tuple(preferences)
        self._work, self._work_each = work, WORK_EACH
        self._known = known
        self._found: dict[Criterion, Wholes | None] = {}
        self._undominated: dict[Wholes, None] = {}
        self._unproven: set[Criterion | None] = set()
        self._is_out_of_work = False

    @cached_property
    def utilities(self) -> Utilities:
        """What every settlement is worth to each side."""
        return Utilities.of(self.program.columns, self._preferences)

    @cached_property
    def search(self) -> Search:
        """The search over this zone, with the settlements found so far."""
        search = Search(Landscape(self.program, self.formulas, self.utilities))
        if self._known is not None:
            chosen = self.program.columns.chosen(self._known)
            search.known[self.utilities.wholes(chosen)] = chosen
        return search

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
        return self._answer(criterion, wholes, self.search.known[wholes], proven=criterion not in self._unproven)

    def all(self, *, work: int = GLANCE, work_each: int = GLANCE_EACH) -> tuple[Best, ...]:
        """Return the best settlement by each criterion, with little work; none when the zone is empty.

        What is not proven with so little is sought again, with all the work allowed, when `best` asks for it alone.
        """
        before, whole = set(self._unproven), (self._work, self._work_each)
        self._work, self._work_each = min(self._work, self.search.work + work), min(self._work_each, work_each)
        try:
            for criterion in (*EASY, *CRITERIA):
                self.best(criterion)
            return tuple(found for found in map(self.best, CRITERIA) if found is not None)
        finally:
            self._work, self._work_each = whole
            self._forget(self._unproven - before)

    def _forget(self, criteria: set[Criterion | None]) -> None:
        """Let these be sought again; what each side can have at most, too, if that is not proven."""
        for criterion in criteria:
            self._found = {other: wholes for other, wholes in self._found.items() if other != criterion}
        self._unproven -= criteria
        if criteria and not self._unproven:
            self.__dict__.pop("_ideals", None)

    def top(self, criterion: Criterion, n: int, *, ties: bool = False) -> Ranking | None:
        """Return the `n` best settlements by a criterion in order; None when the zone is empty.

        Parameters
        ----------
        n : int
            How many are listed at most.
        ties : bool
            List what is as good as the best by the criterion instead, settlements that all sides score the same too.

        Raises
        ------
        QuestionError
            If there is no such criterion.
        """
        if (best := self.best(criterion)) is None:
            return None
        first = self._wholes(criterion) or ()
        answers = (
            (self._worth(criterion, wholes), self._answer(criterion, wholes, chosen, proven=proven))
            for wholes, chosen, proven in self._in_order(criterion, first, ties=ties)
        )
        ranking = ranked(best.criterion, answers, n, ties=ties)
        return replace(ranking, complete=False) if self._is_out_of_work else ranking

    def _in_order(
        self, criterion: Criterion, first: Wholes, *, ties: bool
    ) -> Iterator[tuple[Wholes, tuple[int, ...], bool]]:
        """Yield values best first, the columns of a settlement that has them, and whether their order is proven."""
        self._is_out_of_work = False
        for wholes, proven in self._values(criterion, first):
            if not ties:
                yield wholes, self.search.known[wholes], proven
                continue
            self._set_limit()
            known = self.search.known[wholes]
            yield wholes, known, proven
            try:
                for chosen in settlements_worth(self.search, wholes):
                    if chosen != known:
                        yield wholes, chosen, proven
            except WorkEnded:
                self._is_out_of_work = True
                return

    def _values(self, criterion: Criterion, first: Wholes) -> Iterator[tuple[Wholes, bool]]:
        ideals = self._ideals if self.utilities.sides else None
        proven = criterion not in self._unproven
        yield first, proven
        if ideals is None:
            return
        listed = {first}
        order = partial(self._key, criterion, ideals)
        self._set_limit()
        try:
            for wholes in in_order(self._proofs, criterion, ideals, first, order) if proven else ():
                if wholes != first:
                    listed.add(wholes)
                    yield wholes, True
                self._set_limit()
        except WorkEnded:
            proven = False
        if not proven:
            self._is_out_of_work = True
            yield from ((wholes, False) for wholes in others_known(self.search, listed, order))

    def _answer(self, criterion: Criterion, wholes: Wholes, chosen: tuple[int, ...], *, proven: bool) -> Best:
        return Best(
            criterion if self.utilities.sides else None,
            self._settlement(chosen),
            Catalog(zip(self.utilities.sides, self.utilities.scores(wholes), strict=True)),
            proven,
        )

    def _settlement(self, chosen: tuple[int, ...]) -> Settlement:
        values = [0] * len(self.program.columns)
        for column in chosen:
            values[column] = 1
        settlement = self.program.settlement(values)
        kept = all(holds(formula, values) for formula in (self.program.structure, *self.formulas))
        if not kept or self._inspector.misfits(settlement):
            raise SolverError("a settlement was found that does not keep what binds")
        return settlement

    @cached_property
    def _inspector(self) -> Inspector:
        return Inspector(self.program.columns.case)

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
        self.search.limit = min(self._work, self.search.work + self._work_each)

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

    def _worth(self, criterion: Criterion, wholes: Wholes) -> Any:
        ideals = self._ideals if self.utilities.sides else None
        return () if ideals is None else self._key(criterion, ideals, wholes)[0]


def best(
    program: Program, formulas: Sequence[Formula], preferences: Sequence[Preferences], criterion: Criterion
) -> Best | None:
    """Return the best settlement by one criterion; see `Bests`, which shares work between several."""
    return Bests(program, formulas, preferences).best(criterion)
