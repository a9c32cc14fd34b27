"""Changing the post instead of the person: which rules of the body, changed how little, would open the zone.

The table is turned round. What the sides insist on, red lines too, becomes what must be kept; who is eligible for
each post and the constraints become what could be given up. The concessions of that table are the smallest sets of
rules that would have to go; each is then put back as far as it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from placet.case.catalog import Catalog
from placet.case.forms import Form, Quota
from placet.case.nouns import Case, Constraint, Demand, Side
from placet.case.selectors import AnyOf, Except, Named
from placet.case.text import Text
from placet.zone.branching import Yes
from placet.zone.check import Inspector
from placet.zone.count import DEFAULT, Count, count_settlements
from placet.zone.lower import Lowering
from placet.zone.oracle import Oracle
from placet.zone.program import Program
from placet.zone.relaxing import ladder
from placet.zone.settlement import Settlement
from placet.zone.zone import Zone

BODY = "body"
Rule = tuple[Literal["constraint", "eligibility"], str]
"""A rule that could be changed: a constraint by its id, or who is eligible for the post with this id."""


@dataclass(frozen=True)
class RuleChange:
    """How one rule would be changed.

    Parameters
    ----------
    rule : Rule
    form : Form or None
        For a constraint: what it would say instead; None: it would have to go.
    admits : tuple of str
        For eligibility: the fewest people who would have to be let in, one such set of them.
    """

    rule: Rule
    form: Form | None = None
    admits: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostChange:
    """A smallest set of rules that would open the zone if changed, and a settlement that it opens."""

    changes: tuple[RuleChange, ...]
    settlement: Settlement


@dataclass(frozen=True)
class PostChanges:
    """The smallest sets of rules whose change would open the zone, those of fewest rules first.

    Parameters
    ----------
    complete : bool
        Whether these are all.
    clash : tuple of str
        Where no change of rules helps: a minimal set of demands that cannot all be met whatever the rules are; it is
        empty when there are too few people for the seats. None where there is a way.
    """

    found: tuple[PostChange, ...]
    complete: bool
    clash: tuple[str, ...] | None = None


def changes_of_post(zone: Zone, limit: int, known: list[PostChange] | None = None) -> PostChanges:
    """Return up to `limit` smallest sets of rules that would open the zone, each rule changed as little as can be.

    Of several rules the first is changed as little as can be while the others are out of force, then the next. Every
    set is checked again on a case in which the rules are changed so.

    Parameters
    ----------
    known : list of PostChange, optional
        Each change is put here as soon as it is found, for when the search is interrupted.

    Notes
    -----
    The sets cost what concessions cost. Each number in them takes one more question for each halving of its range.
    """
    if zone.feasible():
        return PostChanges((), complete=True)
    table = _Turned(zone)
    whole = table.whole
    if whole.feasible().impossible is not None:
        clash = tuple(table.demand_of[id_] for id_ in whole.feasible().impossible or ())
        return PostChanges((), complete=True, clash=clash)
    found = whole.concessions(limit)
    changes = [] if known is None else known
    for one in found.found:
        changes.append(table.change([table.rule_of[id_] for id_ in one.give_up]))
    return PostChanges(tuple(changes), found.complete)


def count_changed(zone: Zone, change: PostChange, *, work: int = DEFAULT) -> Count:
    """Return how many settlements there would be, exact or a lower bound."""
    changed = changed_case(zone.case, change.changes)
    program = Program.of(changed, zone.demands.values())
    formulas = [*program.constraints.values(), *(program.demands[id_] for id_ in zone.binding)]
    return count_settlements(program.columns, formulas, work=work, known=change.settlement)


def changed_case(case: Case, changes: Iterable[RuleChange]) -> Case:
    """Return the case with its rules changed."""
    constraints, posts = dict(case.constraints), dict(case.posts)
    for change in changes:
        kind, id_ = change.rule
        if kind == "eligibility":
            eligible = posts[id_].eligible
            if eligible is not None:
                admitted = AnyOf((eligible, *(Named(who) for who in change.admits)))
                posts[id_] = replace(posts[id_], eligible=admitted)
        elif change.form is None:
            del constraints[id_]
        else:
            constraints[id_] = replace(constraints[id_], form=change.form)
    return replace(case, constraints=Catalog(constraints), posts=Catalog(posts))


class _Turned:
    """The table turned round: rules as demands of the body, the binding demands as constraints."""

    def __init__(self, zone: Zone) -> None:
        self.original = zone
        case = zone.case
        self.rules: dict[Rule, Form] = {("constraint", rule.id): rule.form for rule in case.constraints.values()}
        for post in case.posts.values():
            if post.eligible is not None:
                self.rules["eligibility", post.id] = Quota(Except(post.eligible), at_most=0, posts=(post.id,))
        self.rule_of = {f"{kind} {id_}": (kind, id_) for kind, id_ in self.rules}
        self.demand_of = {f"demand {id_}": id_ for id_ in zone.binding}
        kept = Catalog(
            (name, Constraint(name, demand.what))
            for name, id_ in self.demand_of.items()
            if isinstance((demand := zone.binding[id_]).what, Form)
        )
        rules = (Demand(name, BODY, self.rules[rule], Fraction(1)) for name, rule in self.rule_of.items())
        self._case = replace(
            case,
            sides=Catalog({BODY: Side(BODY, Text.plain(BODY), consent=True)}),
            posts=Catalog((post.id, replace(post, eligible=None)) for post in case.posts.values()),
            constraints=kept,
            demands=Catalog((rule.id, rule) for rule in rules),
            preferences=Catalog(),
            roadmap=Catalog(),
            record=(),
        )
        self.whole = Zone(self._case)

    def change(self, rules: list[Rule]) -> PostChange:
        """Return how little these rules would have to be changed, one after the other."""
        changed: dict[Rule, Form] = {}
        for place, rule in enumerate(rules):
            form = self._least(
                rule, rules[place + 1 :], changed, dropped=[one for one in rules[:place] if one not in changed]
            )
            if form is not None:
                changed[rule] = form
        settlement = self._settlement([one for one in rules if one not in changed], changed)
        if settlement is None:
            raise AssertionError("a change of rules that opens the zone does not")
        changes = tuple(self._told(rule, changed.get(rule), settlement) for rule in rules)
        self._recheck(changes, settlement)
        return PostChange(changes, settlement)

    def _least(self, rule: Rule, waiting: list[Rule], changed: Mapping[Rule, Form], dropped: list[Rule]) -> Form | None:
        """Return the rule with its number moved as little as can be; None if it has to go."""
        steps = ladder(self._case, self.rules[rule])
        if steps is None:
            return None

        def is_enough(step: int) -> bool:
            return self._settlement([*waiting, *dropped], {**changed, rule: steps.at(step)}) is not None

        if not steps.is_nested:
            step = next((step for step in range(1, steps.n_steps + 1) if is_enough(step)), None)
            return None if step is None else steps.at(step)
        # The last step is as good as no rule; who is let in to a post is counted all the same.
        low, high = 0, steps.n_steps if rule[0] == "eligibility" else steps.n_steps - 1
        if high < 1 or not is_enough(high):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if is_enough(middle) else (middle, high)
        return steps.at(high)

    def _settlement(self, dropped: list[Rule], changed: Mapping[Rule, Form]) -> Settlement | None:
        """Return a settlement that keeps every demand, the rules that are changed and all others but those dropped."""
        program = self.whole.program
        lowering = Lowering(program.columns)
        kept = [
            program.demands[name] for name, rule in self.rule_of.items() if rule not in changed and rule not in dropped
        ]
        moved = [lowering.lower(form) for form in changed.values()]
        held = [program.structure, *program.constraints.values(), *kept, *moved]
        answer = Oracle(len(program.columns), held, []).ask(0)
        return program.settlement(answer.values.tolist()) if isinstance(answer, Yes) else None

    def _told(self, rule: Rule, form: Form | None, settlement: Settlement) -> RuleChange:
        kind, id_ = rule
        if kind == "constraint":
            return RuleChange(rule, form)
        eligible = set(self.original.case.eligible(id_))
        return RuleChange(rule, None, tuple(who for who in settlement.slate[id_] if who not in eligible))

    def _recheck(self, changes: tuple[RuleChange, ...], settlement: Settlement) -> None:
        """Hold the settlement against the case with its rules changed, by the solver-free reading."""
        inspector = Inspector(changed_case(self.original.case, changes))
        if (
            inspector.misfits(settlement)
            or inspector.broken_constraints(settlement)
            or inspector.broken_demands(settlement, self.original.binding.values())
        ):
            raise AssertionError("a changed rule does not open the zone")
