"""The zone, its conflicts and its concessions, as sets of settlements written as the bits of one integer.

Readings that the tests rely on:

- A red line (`cost: never`) of a consent holder that binds at the top counts as a constraint.
- If the structure alone is impossible, `impossible` is empty and the zone is too.
- `excluded` lists, for a candidate, the binding demands (red lines too) that say nobody selected sits, select the
  candidate and mean every post for which the candidate is eligible (every post, if eligible for none).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import combinations

from oracles.forms import holds, is_exclusion, members
from oracles.settlements import eligible


@dataclass(frozen=True)
class Field:
    """All settlements of a case that keep the structure, and which of them keep each rule."""

    case: dict
    settlements: list
    """Every settlement, in a fixed order: settlement i is bit i."""
    known: dict = field(default_factory=dict)
    """The answers of `keeping` so far, by the form as it is written."""

    def seating(self, candidate, post):
        """Return the set of settlements in which the candidate sits in the post."""
        return sum(1 << i for i, one in enumerate(self.settlements) if candidate in one.slate[post])

    @property
    def everything(self):
        """The set of all settlements."""
        return (1 << len(self.settlements)) - 1

    def keeping(self, form):
        """Return the set of settlements that keep a form."""
        if str(form) not in self.known:
            keeps = holds(self.case, form)
            self.known[str(form)] = sum(1 << i for i, one in enumerate(self.settlements) if keeps(one))
        return self.known[str(form)]

    @cached_property
    def constraints(self):
        """For each constraint the settlements that keep it."""
        return {name: self.keeping(form) for name, form in self.case.get("constraints", {}).items()}


@dataclass(frozen=True)
class Table:
    """One question asked of a field: these demands bind."""

    field: Field
    demands: tuple

    @cached_property
    def soft(self):
        """For each demand that could be given up the settlements that keep it."""
        return {one.name: self.field.keeping(one.form) for one in self.demands if one.cost is not None}

    @cached_property
    def given(self):
        """For each constraint and red line the settlements that keep it."""
        red = {one.name: self.field.keeping(one.form) for one in self.demands if one.cost is None}
        return self.field.constraints | red

    @cached_property
    def hard(self):
        """The settlements that keep every constraint and red line."""
        return common(self.field.everything, self.given.values())

    @cached_property
    def zone(self):
        """The settlements that keep everything."""
        return common(self.hard, self.soft.values())

    def broken(self):
        """For each settlement that keeps constraints and red lines, the set of demands it breaks: V(S)."""
        return [frozenset(name for name, keeping in self.soft.items() if not keeping >> i & 1) for i in bits(self.hard)]

    def concessions(self):
        """Return the inclusion-minimal V(S), each with the number of settlements it opens; none if the zone is open."""
        if self.zone:
            return {}
        broken = self.broken()
        return {
            given_up: sum(one <= given_up for one in broken)
            for given_up in set(broken)
            if not any(other < given_up for other in broken)
        }

    def conflicts(self):
        """Return the minimal sets of demands that no settlement keeps together, by trying all sets.

        Sets of demands are tried by size: 2**n intersections for n demands that some settlement breaks.
        """
        if self.zone or not self.hard:
            return set()
        able = {name: self.hard & keeping for name, keeping in self.soft.items() if self.hard & ~keeping}
        found = []
        for size in range(1, len(able) + 1):
            for names in combinations(able, size):
                meant = frozenset(names)
                if not any(other <= meant for other in found) and not common(self.hard, map(able.get, names)):
                    found.append(meant)
        return set(found)

    def excluded(self):
        """Return for each candidate the demands that alone keep it from every post."""
        case, found = self.field.case, {}
        for candidate in case["candidates"]:
            posts = [post for post in case["posts"] if candidate in eligible(case, post)] or list(case["posts"])
            for one in self.demands:
                if is_exclusion(one.form) and set(posts) <= set(one.form.get("in", posts)):
                    selector = one.form["excludes"] if "excludes" in one.form else one.form["where"]
                    if candidate in members(case, selector):
                        found.setdefault(candidate, set()).add(one.name)
        return found


def left_for(case, post, forms):
    """Return the people eligible for a post whom none of the forms excludes from it."""
    left = set(eligible(case, post))
    for form in forms:
        if is_exclusion(form) and post in form.get("in", case["posts"]):
            left -= members(case, form["excludes"] if "excludes" in form else form["where"])
    return left


def common(start, sets):
    """Return the intersection of sets of settlements."""
    return reduce(int.__and__, sets, start)


def bits(settlement_set):
    """Yield the numbers of the settlements in a set."""
    while settlement_set:
        lowest = settlement_set & -settlement_set
        yield lowest.bit_length() - 1
        settlement_set ^= lowest


def is_minimal_clash(everything, sets):
    """Whether no settlement is in all the sets, and each set is needed for that."""
    return not common(everything, sets) and all(common(everything, sets[:i] + sets[i + 1 :]) for i in range(len(sets)))
