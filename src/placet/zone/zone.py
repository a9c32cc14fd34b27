"""The zone of possible agreement: every question about who could be appointed on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import overload

import numpy as np

from placet.case.catalog import Catalog
from placet.case.forms import Form
from placet.case.nouns import Case, Demand, Preferences
from placet.record.exclusion import excluded_by
from placet.record.standing import Day, day_of, demands, standings
from placet.record.status import BINDING, Standing, Status
from placet.zone.best import Bests
from placet.zone.burden_frontier import BurdenFrontier
from placet.zone.burdens import Burdens, Ceilings
from placet.zone.check import Inspector
from placet.zone.conflicts import Concession, Concessions, Conflict, Conflicts
from placet.zone.count import DEFAULT, Count, count_settlements
from placet.zone.count_interval import Estimate, estimated
from placet.zone.criteria import Criterion
from placet.zone.deadlock import LIMIT, Deadlock
from placet.zone.fairest import Fairest, find_fairest
from placet.zone.formula import Formula
from placet.zone.oracle import MOST_NODES
from placet.zone.program import Program
from placet.zone.progress import Watch
from placet.zone.ranking import Best, Ranking
from placet.zone.sample import sample_settlements
from placet.zone.settlement import Settlement
from placet.zone.verdicts import Feasibility, Objection, Reach, Verdict


class Zone:
    """Who could be appointed on a day.

    Binding are the demands of consent holders that stand, are presumed or are undetermined. A zone never changes;
    what it works out is remembered.

    Parameters
    ----------
    case : Case
    on : datetime.date, str or None
        The day; None: the latest possible day of any dated entry of the record.
    most_branches : int
        How many branches of one question are refuted, before a solver's no is taken at its word (`unrefuted`).

    Raises
    ------
    QuestionError
        If `on` is no day.

    Examples
    --------
    >>> import placet
    >>> zone = placet.Zone(placet.read_case("cases/arbitration-panel"))
    >>> bool(zone.feasible())
    True
    """

    def __init__(self, case: Case, on: Day = None, *, most_branches: int = MOST_NODES) -> None:
        self.case = case
        self.on = day_of(case, on)
        self._bound_sides = frozenset(case.holders)
        self._bound_by = BINDING
        self._lifted = frozenset[str]()
        self._most_branches = most_branches
        self._others: dict[tuple[frozenset[str], frozenset[Status], frozenset[str]], Zone] = {}

    def __repr__(self) -> str:
        day = f" on {self.on}" if self.on else ""
        return f"<Zone of {self.case.name}{day}: {len(self.binding)} binding demands>"

    @cached_property
    def demands(self) -> Catalog[Demand]:
        """Every demand of that day, those that tallies make among them."""
        return demands(self.case, self.on)

    @cached_property
    def standings(self) -> Catalog[Standing]:
        """How every demand stands that day."""
        return standings(self.case, self.on)

    @cached_property
    def binding(self) -> Catalog[Demand]:
        """The binding demands about settlements."""
        return Catalog(
            (demand.id, demand)
            for demand in self.demands.values()
            if isinstance(demand.what, Form)
            and demand.side in self._bound_sides
            and self.standings[demand.id].standing in self._bound_by
            and demand.id not in self._lifted
        )

    @cached_property
    def program(self) -> Program:
        """The 0-1 program of the case, with every demand lowered, whoever holds it."""
        return Program.of(self.case, self.demands.values())

    @property
    def preferences(self) -> tuple[Preferences, ...]:
        """The preferences of the consent holders that stated any."""
        return tuple(told for side, told in self.case.preferences.items() if side in self.case.holders)

    def cast(self) -> Zone:
        """Return the zone without what is only presumed: what was said, and what is undetermined."""
        return self._bound(self._bound_sides, frozenset({Status.STANDS, Status.UNDETERMINED}))

    def certain(self) -> Zone:
        """Return the zone of what certainly stands: without what is presumed or undetermined."""
        return self._bound(self._bound_sides, frozenset({Status.STANDS}))

    def if_bound(self, side: str) -> Zone:
        """Return the zone as it would be if `side`, which holds no consent, held it."""
        return self._bound(self._bound_sides | {side}, self._bound_by)

    def without(self, demands: Iterable[str]) -> Zone:
        """Return the zone as it would be if these demands were given up, red lines too."""
        return self._bound(self._bound_sides, self._bound_by, frozenset(demands))

    def _bound(self, sides: frozenset[str], by: frozenset[Status], lifted: frozenset[str] = frozenset()) -> Zone:
        key = sides, by, self._lifted | lifted
        if key not in self._others:
            other = Zone(self.case, self.on, most_branches=self._most_branches)
            other._bound_sides, other._bound_by, other._lifted = key
            other.program = self.program
            self._others[key] = other
        return self._others[key]

    def feasible(self) -> Feasibility:
        """Return a settlement that nobody vetoes; or, if constraints and red lines forbid all, why."""
        settlement = self._deadlock.settlement
        if settlement is not None:
            return Feasibility(settlement)
        impossible = self._deadlock.impossible
        return Feasibility(None, impossible, self._deadlock.shortage if impossible == () else None)

    def count(self, *, work: int = DEFAULT) -> Count:
        """Return the number of acceptable settlements, exact or a lower bound.

        Posts are distinct, the seats of one post are a set. `work` bounds the cells of the tables that are filled.
        """
        settlement = self._deadlock.settlement
        if settlement is None:
            return Count(0, exact=True)
        return count_settlements(self.program.columns, self._formulas, work=work, known=settlement)

    def estimate(self) -> Estimate | None:
        """Return how many settlements a sample suggests, the same each time; None where it says nothing.

        It is meant for a zone that is not counted exactly.
        """
        return estimated(self.program.columns, self._formulas) if self._deadlock.settlement is not None else None

    def reach(self) -> Reach:
        """Return whether the zone is open and how many settlements it holds."""
        counted = self.counted
        return Reach(counted.value > 0, counted.value, counted.exact)

    @cached_property
    def counted(self) -> Count:
        """The number of acceptable settlements, as `count` has it within the usual work."""
        return self.count()

    def sample(self, n: int, rng: np.random.Generator) -> tuple[Settlement, ...]:
        """Return `n` acceptable settlements, each drawn uniformly, with replacement.

        Raises
        ------
        QuestionError
            If the zone is empty, or neither counted exactly nor met by drawing.
        """
        drawn = sample_settlements(self.program.columns, self._formulas, n, rng)
        return tuple(self.program.settlement(values) for values in drawn)

    @overload
    def best(self, criterion: Criterion = ...) -> Best | None: ...

    @overload
    def best(self, criterion: Criterion, n: int, *, ties: bool = ...) -> Ranking | None: ...

    def best(
        self, criterion: Criterion = "leximin", n: int | None = None, *, ties: bool = False
    ) -> Best | Ranking | None:
        """Return the best settlement by a criterion, or with `n` the n best in order; None when there is none.

        Where no consent holder states preferences it is some settlement, and its criterion is None. See
        `placet.zone.best.Bests` for the criteria and how ties are broken.

        Parameters
        ----------
        n : int, optional
            How many are listed at most; then the answer is a `placet.zone.ranking.Ranking`.
        ties : bool
            With `n`: list all that are as good as the best by the criterion, and nothing else.

        Raises
        ------
        QuestionError
            If there is no such criterion.
        """
        settlement = self._deadlock.settlement
        if settlement is None:
            return None
        if n is not None:
            return self._bests.top(criterion, n, ties=ties)
        return self._bests.best(criterion) if self.preferences else Best(None, settlement, Catalog())

    def bests(self) -> tuple[Best, ...]:
        """Return the best settlement by each criterion, or just some settlement when no preferences are stated.

        All six are sought with the work of two seconds; `best` by one criterion is given more, and may prove what is
        unproven here.
        """
        settlement = self._deadlock.settlement
        if settlement is None:
            return ()
        return self._bests.all() if self.preferences else (Best(None, settlement, Catalog()),)

    def conflicts(self, limit: int = LIMIT) -> Conflicts:
        """Return which minimal sets of demands cannot all hold, smallest first, and whether these are all."""
        return self._deadlock.conflicts(limit)

    def concessions(self, limit: int = LIMIT) -> Concessions:
        """Return which minimal sets of demands would, given up, open the zone, cheapest first."""
        return self._deadlock.concessions(limit)

    def conflicts_so_far(self) -> Conflicts:
        """Return what `conflicts` had found when it was interrupted, and at least one if there is any."""
        return self._deadlock.conflicts_so_far()

    def each_conflict(self) -> Iterator[Conflict]:
        """Yield the conflicts one by one, those of fewest demands first, looking no further than is asked for."""
        return self._deadlock.each_conflict()

    def watch(self, watch: Watch | None) -> None:
        """Have somebody told how far the search for conflicts and concessions has come, who may end it early."""
        self._deadlock.watch = watch

    def concessions_so_far(self) -> Concessions:
        """Return what `concessions` had found when it was interrupted."""
        return self._deadlock.concessions_so_far()

    @property
    def unrefuted(self) -> int:
        """How many answers so far rest on a solver's word that there is no settlement, for want of a short proof."""
        weighed = self.burdens.unrefuted if "burdens" in self.__dict__ else 0
        return self._deadlock.unrefuted + weighed

    @cached_property
    def burdens(self) -> Burdens:
        """Measures ways out by what they ask of each side that holds consent."""
        asked = [side for side in self.case.sides if side in self._bound_sides]
        return Burdens(self.program, list(self.binding.values()), asked, most_branches=self._most_branches)

    def fairest(self, ceilings: Ceilings | None = None) -> Fairest | None:
        """Return the concession that asks least of whichever side it asks most of, then of the next, and so on.

        None when the zone is open, or when no way out asks of each side at most what `ceilings` says.
        """
        return None if self._deadlock.settlement is not None else find_fairest(self.burdens, ceilings)

    def burden_frontier(self, ceilings: Ceilings | None = None) -> BurdenFrontier:
        """Return the search for every way to share out what is given up in which no side could be spared alone."""
        return BurdenFrontier(self.burdens, ceilings)

    def opens(self, concession: Concession, *, work: int = DEFAULT) -> Count:
        """Return how many settlements a concession opens, exact or a lower bound, whichever settlement it shows."""
        kept = [self.program.demands[id_] for id_ in self.binding if id_ not in concession.give_up]
        formulas = [*self.program.constraints.values(), *kept]
        opened = self.without(concession.give_up)
        return count_settlements(self.program.columns, formulas, work=work, known=lambda: opened.feasible().settlement)

    def check(self, settlement: Settlement) -> Verdict:
        """Return what is wrong with a settlement, by a solver-free reading of the case."""
        misfits = self._inspector.misfits(settlement)
        if misfits:
            return Verdict(misfits, (), ())
        return Verdict((), self._inspector.broken_constraints(settlement), self.objections(settlement))

    def objections(self, settlement: Settlement) -> tuple[Objection, ...]:
        """Return who objects to a settlement, by which demand, since when and on what evidence."""
        return tuple(
            Objection(id_, self.binding[id_].side, self.standings[id_])
            for id_ in self._inspector.broken_demands(settlement, self.binding.values())
        )

    def excluded(self) -> Catalog[tuple[str, ...]]:
        """Return the candidates whom single binding demands keep out of every post they could hold, and which."""
        could_hold = {who: set[str]() for who in self.case.candidates}
        for who, post in self.program.columns.pairs:
            could_hold[who].add(post)
        found: dict[str, list[str]] = {who: [] for who in self.case.candidates}
        for demand in self.binding.values():
            excluded = excluded_by(demand.what)
            if excluded is None:
                continue
            selector, posts = excluded
            meant = set(self.case.posts if posts is None else posts)
            for who in self.case.members(selector):
                if (could_hold[who] or set(self.case.posts)) <= meant:
                    found[who].append(demand.id)
        return Catalog((who, tuple(by)) for who, by in found.items() if by)

    @property
    def _formulas(self) -> list[Formula]:
        return [*self.program.constraints.values(), *(self.program.demands[id_] for id_ in self.binding)]

    @cached_property
    def _deadlock(self) -> Deadlock:
        return Deadlock(self.program, list(self.binding.values()), most_branches=self._most_branches)

    @cached_property
    def _bests(self) -> Bests:
        return Bests(self.program, self._formulas, self.preferences, known=self._deadlock.settlement)

    @cached_property
    def _inspector(self) -> Inspector:
        return Inspector(self.case)
