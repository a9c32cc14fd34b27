"""Why nobody can be appointed, and the smallest concessions that would open a way.

For a settlement S that keeps the constraints let V(S) be the binding demands that it breaks. The concessions are
exactly the minimal V(S), and the conflicts are the minimal sets that meet every concession. Demands that forbid the
same columns, or are the same row, are one class: a conflict holds any one of them, a concession all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from placet.case.catalog import Catalog
from placet.case.nouns import Demand
from placet.zone.bits import positions
from placet.zone.check import Inspector
from placet.zone.conflicts import Concession, Concessions, Conflict, Conflicts
from placet.zone.formula import ALWAYS, Formula
from placet.zone.hitting import CheapestHittingSet, MinimalHittingSets, Proposer
from placet.zone.oracle import No, Oracle, Yes
from placet.zone.program import Program
from placet.zone.settlement import Settlement
from placet.zone.shortage import Shortage, find_shortage

LIMIT = 1000
"""How many conflicts and how many concessions are listed unless more are asked for."""
HELD = 4_000
"""How many partial conflicts may be held while they are built from the concessions."""
QUESTIONS = 4_000
"""How many questions may be put to the solver before a list is given as incomplete."""


@dataclass(frozen=True)
class DemandClass:
    """Demands that exactly the same settlements keep; the first in the order of the case stands for all."""

    members: tuple[str, ...]
    formula: Formula
    cost: Fraction


class Deadlock:
    """The conflicts and concessions of a program under the demands that bind.

    Parameters
    ----------
    program : Program
        The case's program.
    binding : sequence of Demand
        The binding demands about settlements, red lines among them, in the order of the case.
    """

    def __init__(self, program: Program, binding: Sequence[Demand]) -> None:
        self.program = program
        self.case = program.columns.case
        self.binding = tuple(binding)
        red_lines = {demand.id: program.demands[demand.id] for demand in self.binding if demand.is_red_line}
        self._hard = [*program.constraints.items(), *red_lines.items()]
        self.classes = self._merge([demand for demand in self.binding if not demand.is_red_line])
        formulas = [formula for _, formula in self._hard] + [one.formula for one in self.classes]
        self._oracle = Oracle(len(program.columns), [program.structure], formulas)
        self._given = (1 << len(self._hard)) - 1
        self._demands = self._oracle.everything & ~self._given
        self._shift = len(self._hard)
        self._minimal: dict[int, None] = {}
        self._known: dict[int, Yes] = {}
        self._all_known, self._listed = False, 0

    def _merge(self, demands: Sequence[Demand]) -> tuple[DemandClass, ...]:
        """Join the demands that forbid the same, whatever the constraints.

        Joining those that differ only where a constraint forbids anyway would give a conflict of one of them wrong
        reasons: the other needs that constraint to take its place.
        """
        members: dict[Formula, list[Demand]] = {}
        for demand in demands:
            members.setdefault(self.program.demands[demand.id], []).append(demand)
        return tuple(
            DemandClass(
                tuple(demand.id for demand in equal),
                formula,
                sum((demand.cost for demand in equal if demand.cost is not None), Fraction(0)),
            )
            for formula, equal in members.items()
            if formula != ALWAYS
        )

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
        return self._names(self._oracle.shrink(answer.core))

    @cached_property
    def shortage(self) -> Shortage | None:
        """The posts that have too few eligible people whatever is demanded, if there are any."""
        return self._shortage(0)

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
        masks, complete = self._conflict_masks(limit)
        order = sorted(masks, key=lambda mask: (mask.bit_count(), list(positions(mask))))
        return Conflicts(tuple(self._conflict(mask) for mask in order[:limit]), complete)

    def concessions(self, limit: int = LIMIT) -> Concessions:
        """Return up to `limit` concessions, the cheapest first."""
        if self.settlement is not None or self.impossible is not None:
            return Concessions((), complete=True)
        known, complete = self._concession_masks(limit)
        return Concessions(self._in_order(known)[:limit], complete)

    def concessions_so_far(self) -> Concessions:
        """Return the concessions found up to now, without looking for more: for when the search was interrupted."""
        return Concessions(self._in_order(self._known), self._all_known)

    def _in_order(self, known: Iterable[int]) -> tuple[Concession, ...]:
        found = [self._concession(mask) for mask in known]
        return tuple(sorted(found, key=lambda one: (one.cost, len(one.give_up), self._ranks(one.give_up))))

    def _concession_masks(self, limit: int) -> tuple[dict[int, Yes], bool]:
        """Find concessions in the order of their cost: test the cheapest set that meets all known clashes."""
        if limit <= self._listed:
            return self._known, self._all_known
        scale = lcm(*(one.cost.denominator for one in self.classes))
        costs = [int(one.cost * scale) for one in self.classes]
        found = self._known = {}
        few = MinimalHittingSets(costs, HELD)
        complete = self._find(few, found, limit)
        if few.is_overfull:
            with CheapestHittingSet(costs) as many:
                for clash in self._minimal:
                    many.hit(clash >> self._shift)
                for broken in found:
                    many.avoid(broken >> self._shift)
                complete = self._find(many, found, limit)
        self._all_known, self._listed = complete and len(found) <= limit, limit
        return self._known, self._all_known

    def _find(self, proposer: Proposer, found: dict[int, Yes], limit: int) -> bool:
        """Test what is proposed until more than `limit` concessions are found; whether none is left."""
        while len(found) <= limit and self._oracle.asked < QUESTIONS and not proposer.is_overfull:
            proposed = proposer.propose()
            if proposed is None:
                return True
            answer = self._test(proposed, proposer)
            if answer is not None:
                found[answer.broken & self._demands] = answer
                proposer.avoid(proposed)
        return False

    def _test(self, proposed: int, proposer: Proposer) -> Yes | None:
        """Return a settlement that breaks just the proposed classes, or tell the proposer why there is none.

        What clashes is set aside and the rest asked again, so that one test may find several clashes.
        """
        asked = self._oracle.everything & ~(proposed << self._shift)
        while isinstance(answer := self._oracle.ask(asked), No):
            clash = self._oracle.shrink(answer.core, self._given)
            self._minimal[clash] = None
            proposer.hit(clash >> self._shift)
            asked &= ~clash
        return answer if answer.broken & self._demands == proposed << self._shift else None

    def _conflict_masks(self, limit: int) -> tuple[list[int], bool]:
        known, all_known = self._concession_masks(max(limit, LIMIT))
        if all_known:
            every_set = MinimalHittingSets([1] * len(self.classes), HELD)
            for broken in sorted(known, key=int.bit_count):
                every_set.hit(broken >> self._shift)
                if every_set.is_overfull:
                    break
            else:
                return [mask << self._shift for mask in every_set.masks()], len(every_set) <= limit
        found = list(self._minimal)
        with CheapestHittingSet([1] * len(self.classes)) as smallest:
            for broken in known:
                smallest.hit(broken >> self._shift)
            for clash in found:
                smallest.avoid(clash >> self._shift)
            while len(found) <= limit + len(self._minimal) and self._oracle.asked < QUESTIONS:
                proposed = smallest.propose()
                if proposed is None:
                    return found, len(found) <= limit
                mask = proposed << self._shift
                answer = No(mask) if all_known else self._oracle.ask(mask | self._given)
                if isinstance(answer, No):
                    found.append(mask)
                    smallest.avoid(proposed)
                else:
                    grown = self._oracle.grow(answer, self._demands)
                    smallest.hit((grown.broken & self._demands) >> self._shift)
        return found, False

    def _conflict(self, mask: int) -> Conflict:
        answer = self._oracle.ask(mask | self._given)
        if not isinstance(answer, No):
            raise AssertionError("a conflict has a settlement")  # noqa: TRY004 -- a fault of ours, not of a type
        given = self._oracle.shrink(answer.core & self._given, mask)
        classes = [self.classes[place - self._shift] for place in positions(mask)]
        return Conflict(
            tuple(one.members[0] for one in classes),
            Catalog((one.members[0], one.members[1:]) for one in classes),
            self._names(given),
            self._shortage(mask | given),
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
            self._checked(self._known[mask], frozenset(given_up)),
        )

    def _checked(self, answer: Yes, given_up: frozenset[str] = frozenset()) -> Settlement:
        """Return the settlement of an answer once the solver-free reading agrees that it breaks just `given_up`."""
        settlement = self.program.settlement(answer.values.tolist())
        inspector = self._inspector
        broken = set(inspector.broken_demands(settlement, self.binding))
        if inspector.misfits(settlement) or inspector.broken_constraints(settlement) or broken != given_up:
            raise AssertionError("a settlement that the solver found does not pass the check")
        return settlement

    @cached_property
    def _inspector(self) -> Inspector:
        return Inspector(self.case)

    def _shortage(self, in_force: int) -> Shortage | None:
        """Return the posts that are short of people once nobody sits whom these formulas forbid."""
        gone = {int(column) for place in positions(in_force) for column in self._oracle.rows.forbidden[place]}
        columns = self.program.columns
        left = {
            post: [columns.pairs[column][0] for column in stretch if column not in gone]
            for post, stretch in columns.of_post.items()
        }
        seats = {post.id: post.seats.at_least for post in self.case.posts.values()}
        return find_shortage(seats, left, one_post_each=self.case.one_post_each)

    def _names(self, mask: int) -> tuple[str, ...]:
        return tuple(self._hard[place][0] for place in positions(mask & self._given))

    def _ranks(self, demands: Sequence[str]) -> list[int]:
        ranks = {demand.id: rank for rank, demand in enumerate(self.binding)}
        return [ranks[demand] for demand in demands]
