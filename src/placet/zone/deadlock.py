"""Why nobody can be appointed, and the smallest concessions that would open a way.

For a settlement S that keeps the constraints let V(S) be the binding demands that it breaks. The concessions are
exactly the minimal V(S), and the conflicts are the minimal sets that meet every concession. Demands that forbid the
same columns, or are the same row, are one class: a conflict holds any one of them, a concession all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from placet.case.catalog import Catalog
from placet.case.forms import Form
from placet.case.nouns import Demand
from placet.zone.bits import positions
from placet.zone.branching import No, Yes
from placet.zone.check import Inspector
from placet.zone.clash_search import ClashSearch
from placet.zone.condense import condense
from placet.zone.condensed import Condensed
from placet.zone.conflicts import Concession, Concessions, Conflict, Conflicts
from placet.zone.demand_classes import demand_classes
from placet.zone.oracle import MOST_NODES, Oracle
from placet.zone.program import Program
from placet.zone.progress import Progress, Watch
from placet.zone.proving import Prover
from placet.zone.reasons import Reasons, Rule
from placet.zone.seats import Seats
from placet.zone.settlement import Settlement
from placet.zone.shortage import Shortage

LIMIT = 1000
"""How many conflicts and how many concessions are listed unless more are asked for."""


class Deadlock:
    """The conflicts and concessions of a program under the demands that bind.

    Parameters
    ----------
    program : Program
        The case's program.
    binding : sequence of Demand
        The binding demands about settlements, red lines among them, in the order of the case.
    most_branches : int
        How many branches of one question are refuted, before a solver's no is taken at its word; see `Oracle`.
    """

    def __init__(self, program: Program, binding: Sequence[Demand], *, most_branches: int = MOST_NODES) -> None:
        self.program = program
        self.case = program.columns.case
        self.binding = tuple(binding)
        red_lines = {demand.id: program.demands[demand.id] for demand in self.binding if demand.is_red_line}
        self._hard = [*program.constraints.items(), *red_lines.items()]
        self.classes = demand_classes(program, (demand for demand in self.binding if not demand.is_red_line))
        formulas = [formula for _, formula in self._hard] + [one.formula for one in self.classes]
        self._condensed = condense(program.columns, formulas, len(self._hard))
        self._most_branches = most_branches
        self._oracle = self._oracle_of(self._condensed)
        self._given = (1 << len(self._hard)) - 1
        self._shift = len(self._hard)
        self._search = ClashSearch(self._oracle, self._shift, self.classes, self._may_go_on)
        self._formulas = formulas
        self.watch: Watch | None = None
        self._found: dict[int, Conflict] = {}

    def _oracle_of(self, case: Condensed) -> Oracle:
        seats, most = Seats(case), self._most_branches
        return Oracle(len(case.limits), case.structure, case.formulas, case.limits, seats, most_branches=most)

    @cached_property
    def _any_rules(self) -> Oracle:
        """The oracle for questions in which some constraints or red lines are left out."""
        condensed = self._without_caps
        return self._oracle if condensed is self._condensed else self._oracle_of(condensed)

    @cached_property
    def _without_caps(self) -> Condensed:
        if self._condensed.is_unconditional:
            return self._condensed
        return condense(self.program.columns, self._formulas)

    @cached_property
    def _prover(self) -> Prover:
        names = [("constraint" if id_ in self.program.constraints else "demand", id_) for id_, _ in self._hard]
        names += [("demand", one.members[0]) for one in self.classes]
        return Prover(self._without_caps, self._any_rules, self._formulas, names)

    @property
    def unrefuted(self) -> int:
        """How many answers rest on a solver's word that there is no settlement: its proof would have been too long."""
        asked = {self._oracle, self.__dict__.get("_any_rules", self._oracle)}
        return sum(oracle.unrefuted for oracle in asked)

    @cached_property
    def settlement(self) -> Settlement | None:
        """A settlement that everybody accepts, if there is one."""
        answer = self._oracle.ask(self._oracle.everything)
        return self._checked(answer) if isinstance(answer, Yes) else None

    @cached_property
    def impossible(self) -> tuple[str, ...] | None:
        """A minimal set of constraints and red lines that cannot all be kept; None when they can.

        It is empty when posts, seats and eligibility alone cannot be met.
        """
        answer = self._oracle.ask(self._given)
        if isinstance(answer, Yes):
            return None
        return self._names(self._any_rules.shrink(self._given))

    @cached_property
    def shortage(self) -> Shortage | None:
        """The posts that have too few eligible people whatever is demanded, if there are any."""
        return self._reasons(0).shortage()

    def conflicts(self, limit: int = LIMIT) -> Conflicts:
        """Return up to `limit` conflicts, those of fewest demands first.

        Notes
        -----
        When all concessions are known the conflicts are their minimal hitting sets and no question is asked.
        Otherwise the smallest set that meets all known concessions is put to the oracle: it is a conflict, or the
        answer yields one more concession.
        """
        if self.settlement is not None or self.impossible is not None:
            return Conflicts((), complete=True)
        masks, complete = self._search.clashes(limit)
        return self._told(masks, limit, complete) if masks else self.conflicts_so_far()

    def each_conflict(self) -> Iterator[Conflict]:
        """Yield the conflicts one by one, those of fewest demands first; whoever listens may stop at any time.

        Notes
        -----
        The smallest set that meets all known concessions is put to the oracle: it is a conflict, or the answer yields
        one more concession. Nothing is looked for beyond what the next conflict needs.
        """
        if self.settlement is not None or self.impossible is not None:
            return
        yield from map(self._conflict, self._search.each_clash())

    def conflicts_so_far(self) -> Conflicts:
        """Return the conflicts found up to now, and at least one: for when the search was interrupted."""
        if self.settlement is not None or self.impossible is not None:
            return Conflicts((), complete=True)
        if not self._found:
            self._conflict(self._search.any_clash())
        masks = sorted(self._found, key=_fewest)
        return Conflicts(tuple(self._found[mask] for mask in masks), complete=False)

    def _told(self, masks: Iterable[int], limit: int, complete: bool) -> Conflicts:
        """Return conflicts with their reasons, smallest first, as many as are wanted or time allows."""
        told: list[Conflict] = []
        for mask in sorted(masks, key=_fewest)[:limit]:
            if told and not self._may_go_on():
                return Conflicts(tuple(told), complete=False)
            told.append(self._conflict(mask))
        return Conflicts(tuple(told), complete)

    def _may_go_on(self, checked: int = 0, pool: int = 0) -> bool:
        if self.watch is None:
            return True
        found = max(len(self._search.minimal), len(self._found))
        return self.watch(Progress(found, len(self._search.known), checked, pool))

    def concessions(self, limit: int = LIMIT) -> Concessions:
        """Return up to `limit` concessions, the cheapest first."""
        if self.settlement is not None or self.impossible is not None:
            return Concessions((), complete=True)
        known, complete = self._search.openings(limit)
        if not known:
            self._search.add_any_opening()
        return Concessions(self._in_order(self._search.known)[:limit], complete)

    def concessions_so_far(self) -> Concessions:
        """Return the concessions found up to now, and at least one: for when the search was interrupted."""
        if self.settlement is not None or self.impossible is not None:
            return Concessions((), complete=True)
        if not self._search.known:
            self._search.add_any_opening()
        return Concessions(self._in_order(self._search.known), self._search.all_known)

    def _in_order(self, known: Iterable[int]) -> tuple[Concession, ...]:
        found = [self._concession(mask) for mask in known]
        return tuple(sorted(found, key=lambda one: (one.cost, len(one.give_up), self._ranks(one.give_up))))

    def _conflict(self, mask: int) -> Conflict:
        if mask not in self._found:
            self._found[mask] = self._explained(mask)
        return self._found[mask]

    def _explained(self, mask: int) -> Conflict:
        # What the other oracle says rests on all the rules, whichever it names.
        answer = self._any_rules.ask(mask | self._given)
        if not isinstance(answer, No):
            raise AssertionError("a conflict has a settlement")  # noqa: TRY004 -- a fault of ours, not of a type
        given = self._any_rules.shrink(answer.core & self._given, mask)
        classes = [self.classes[place - self._shift] for place in positions(mask)]
        clash = mask | given
        reasons = self._reasons(clash)
        shortage = reasons.shortage()
        quota_shortage = None if shortage is not None else reasons.quota_shortage()
        proof = self._prover.prove(clash) if shortage is None else self._prover.cut(shortage, clash)
        return Conflict(
            tuple(one.members[0] for one in classes),
            Catalog((one.members[0], one.members[1:]) for one in classes),
            self._names(given),
            shortage,
            quota_shortage,
            None if shortage is not None or quota_shortage is not None else reasons.cap_shortage(),
            proof,
        )

    def _concession(self, mask: int) -> Concession:
        classes = [self.classes[place - self._shift] for place in positions(mask)]
        given_up = {member for one in classes for member in one.members}
        members = [demand for demand in self.binding if demand.id in given_up]
        burden = {side: Fraction(0) for side in self.case.holders}
        for demand in members:
            burden[demand.side] = burden.get(demand.side, Fraction(0)) + (demand.cost or 0)
        return Concession(
            tuple(demand.id for demand in members),
            sum((one.cost for one in classes), Fraction(0)),
            Catalog(burden),
            self._checked(self._search.known[mask], frozenset(given_up)),
        )

    def _checked(self, answer: Yes, given_up: frozenset[str] = frozenset()) -> Settlement:
        """Return the settlement of an answer once the solver-free reading agrees that it breaks just `given_up`."""
        settlement = self.program.settlement(self._condensed.full(answer.values))
        inspector = self._inspector
        broken = set(inspector.broken_demands(settlement, self.binding))
        if inspector.misfits(settlement) or inspector.broken_constraints(settlement) or broken != given_up:
            raise AssertionError("a settlement that the solver found does not pass the check")
        return settlement

    @cached_property
    def _inspector(self) -> Inspector:
        return Inspector(self.case)

    def _reasons(self, in_force: int) -> Reasons:
        return Reasons(self.program.columns, self._rules(in_force))

    def _rules(self, in_force: int) -> Iterator[Rule]:
        demands = {demand.id: demand for demand in self.binding}
        for place in positions(in_force):
            id_ = self._hard[place][0] if place < self._shift else self.classes[place - self._shift].members[0]
            rule = self.case.constraints.get(id_) if place < self._shift else None
            form = demands[id_].what if rule is None else rule.form
            if isinstance(form, Form):
                yield Rule(id_, form, self._formulas[place])

    def _names(self, mask: int) -> tuple[str, ...]:
        return tuple(self._hard[place][0] for place in positions(mask & self._given))

    def _ranks(self, demands: Sequence[str]) -> list[int]:
        ranks = {demand.id: rank for rank, demand in enumerate(self.binding)}
        return [ranks[demand] for demand in demands]


def _fewest(mask: int) -> tuple[int, list[int]]:
    return mask.bit_count(), list(positions(mask))
