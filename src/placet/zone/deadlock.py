"""Why nobody can be appointed, and the smallest concessions that would open a way.

For a settlement S that keeps the constraints let V(S) be the binding demands that it breaks. The concessions are
exactly the minimal V(S), and the conflicts are the minimal sets that meet every concession. Demands that forbid the
same columns, or are the same row, are one class: a conflict holds any one of them, a concession all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, lcm

from placet.case.catalog import Catalog
from placet.case.forms import Quota, Share
from placet.case.nouns import Demand
from placet.zone.bits import positions
from placet.zone.check import Inspector
from placet.zone.condense import Condensed, condense
from placet.zone.conflicts import Concession, Concessions, Conflict, Conflicts
from placet.zone.formula import ALWAYS, Every, Formula, Sum
from placet.zone.hitting import CheapestHittingSet, MinimalHittingSets, Proposer
from placet.zone.oracle import No, Oracle, Yes
from placet.zone.program import Program
from placet.zone.proving import Prover
from placet.zone.seats import Seats
from placet.zone.settlement import Settlement
from placet.zone.shortage import QuotaShortage, Shortage, find_quota_shortage, find_shortage

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


@dataclass(frozen=True)
class Progress:
    """How far a search has come.

    Parameters
    ----------
    conflicts, concessions : int
        How many of each have been found.
    checked, pool : int
        Of `pool` sets of demands that could still be a way out, so many are settled. The pool changes as conflicts
        are found, so this is an estimate; both are 0 where none can be had.
    """

    conflicts: int
    concessions: int
    checked: int = 0
    pool: int = 0


Watch = Callable[[Progress], bool]
"""Is told how far a search has come, and answers whether it may go on."""


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
        self._condensed = condense(program.columns, formulas, len(self._hard))
        self._oracle = _oracle_of(self._condensed)
        self._given = (1 << len(self._hard)) - 1
        self._demands = self._oracle.everything & ~self._given
        self._shift = len(self._hard)
        self._minimal: dict[int, None] = {}
        self._known: dict[int, Yes] = {}
        self._all_known, self._listed = False, 0
        self._formulas = formulas
        self.watch: Watch | None = None
        self._found: dict[int, Conflict] = {}

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
    def _any_rules(self) -> Oracle:
        """The oracle for questions in which some constraints or red lines are left out."""
        condensed = self._without_caps
        return self._oracle if condensed is self._condensed else _oracle_of(condensed)

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
        with CheapestHittingSet([1] * len(self.classes)) as smallest:
            while (proposed := smallest.propose()) is not None:
                answer = self._oracle.ask(proposed << self._shift | self._given)
                if isinstance(answer, No):
                    smallest.avoid(proposed)
                    yield self._conflict(proposed << self._shift)
                else:
                    grown = self._oracle.grow(answer, self._demands)
                    smallest.hit((grown.broken & self._demands) >> self._shift)

    def conflicts_so_far(self) -> Conflicts:
        """Return the conflicts found up to now, and at least one: for when the search was interrupted."""
        if self.settlement is not None or self.impossible is not None:
            return Conflicts((), complete=True)
        if not self._minimal:
            answer = self._oracle.ask(self._oracle.everything)
            if isinstance(answer, No):
                self._minimal[self._oracle.shrink(answer.core, self._given)] = None
        if not self._found:
            self._conflict(next(iter(self._minimal)))
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
        found = max(len(self._minimal), len(self._found))
        return self.watch(Progress(found, len(self._known), checked, pool))

    def concessions(self, limit: int = LIMIT) -> Concessions:
        """Return up to `limit` concessions, the cheapest first."""
        if self.settlement is not None or self.impossible is not None:
            return Concessions((), complete=True)
        known, complete = self._concession_masks(limit)
        if not known:
            self._add_first()
        return Concessions(self._in_order(self._known)[:limit], complete)

    def concessions_so_far(self) -> Concessions:
        """Return the concessions found up to now, and at least one: for when the search was interrupted."""
        if self.settlement is not None or self.impossible is not None:
            return Concessions((), complete=True)
        if not self._known:
            self._add_first()
        return Concessions(self._in_order(self._known), self._all_known)

    def _add_first(self) -> None:
        """Find one concession, which need not be the cheapest."""
        answer = self._oracle.ask(self._given)
        if isinstance(answer, Yes):
            grown = self._oracle.grow(answer, self._demands)
            self._known[grown.broken & self._demands] = grown

    def _in_order(self, known: Iterable[int]) -> tuple[Concession, ...]:
        found = [self._concession(mask) for mask in known]
        return tuple(sorted(found, key=lambda one: (one.cost, len(one.give_up), self._ranks(one.give_up))))

    def _concession_masks(self, limit: int) -> tuple[dict[int, Yes], bool]:
        """Find concessions in the order of their cost: test the cheapest set that meets all known clashes."""
        if limit <= self._listed:
            return self._known, self._all_known
        scale = lcm(*(one.cost.denominator for one in self.classes))
        costs = [int(one.cost * scale) for one in self.classes]
        found: dict[int, Yes] = {}
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
            if not self._may_go_on(*proposer.progress):
                return False
            proposed = proposer.propose()
            if proposed is None:
                return True
            answer = self._test(proposed, proposer)
            if answer is not None:
                found[answer.broken & self._demands] = self._known[answer.broken & self._demands] = answer
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
            while len(found) <= limit + len(self._minimal) and self._oracle.asked < QUESTIONS and self._may_go_on():
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
        shortage = self._shortage(mask | given)
        clash = mask | given
        proof = self._prover.prove(clash) if shortage is None else self._prover.cut(shortage, clash)
        return Conflict(
            tuple(one.members[0] for one in classes),
            Catalog((one.members[0], one.members[1:]) for one in classes),
            self._names(given),
            shortage,
            None if shortage is not None else self._quota_shortage(clash),
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
            self._checked(self._known[mask], frozenset(given_up)),
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

    def _shortage(self, in_force: int) -> Shortage | None:
        """Return the posts that are short of people once nobody sits whom these formulas forbid."""
        gone = {column for place in positions(in_force) for column in self._forbidden(place)}
        columns = self.program.columns
        left = {
            post: [columns.pairs[column][0] for column in stretch if column not in gone]
            for post, stretch in columns.of_post.items()
        }
        seats = {post.id: post.seats.at_least for post in self.case.posts.values()}
        return find_shortage(seats, left, one_post_each=self.case.one_post_each)

    def _quota_shortage(self, in_force: int) -> QuotaShortage | None:
        """Return a quota among these formulas for which too few are left of those whom it means."""
        if not self.case.one_post_each:
            return None
        columns, posts = self.program.columns, self.case.posts
        gone = {column for place in positions(in_force) for column in self._forbidden(place)}
        for id_, quota in self._quotas(in_force):
            about = [post for post in posts if quota.posts is None or post in quota.posts]
            meant = self.case.meant(quota.where)
            least = sum(posts[post].seats.at_least for post in about)
            wanted = quota.exactly if quota.at_least is None else quota.at_least
            needed = ceil(wanted.of_one * least) if isinstance(wanted, Share) else wanted or 0
            left = {
                post: [
                    who
                    for column in columns.of_post[post]
                    if column not in gone and (who := columns.pairs[column][0]) in meant
                ]
                for post in about
            }
            found = find_quota_shortage(id_, needed, {post: posts[post].seats.at_most for post in about}, left)
            if found is not None:
                return found
        return None

    def _quotas(self, in_force: int) -> Iterator[tuple[str, Quota]]:
        demands = {demand.id: demand for demand in self.binding}
        for place in positions(in_force):
            id_ = self._hard[place][0] if place < self._shift else self.classes[place - self._shift].members[0]
            rule = self.case.constraints.get(id_) if place < self._shift else None
            form = demands[id_].what if rule is None else rule.form
            if isinstance(form, Quota):
                yield id_, form

    def _forbidden(self, place: int) -> tuple[int, ...]:
        formula = self._formulas[place]
        parts = formula.parts if isinstance(formula, Every) else (formula,)
        return tuple(column for part in parts if isinstance(part, Sum) for column in part.forbids or ())

    def _names(self, mask: int) -> tuple[str, ...]:
        return tuple(self._hard[place][0] for place in positions(mask & self._given))

    def _ranks(self, demands: Sequence[str]) -> list[int]:
        ranks = {demand.id: rank for rank, demand in enumerate(self.binding)}
        return [ranks[demand] for demand in demands]


def _fewest(mask: int) -> tuple[int, list[int]]:
    return mask.bit_count(), list(positions(mask))


def _oracle_of(case: Condensed) -> Oracle:
    return Oracle(len(case.limits), case.structure, case.formulas, case.limits, Seats(case))
