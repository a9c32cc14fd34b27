"""A solver-free reading of a case: what a settlement keeps and what it breaks.

Everything the zone returns has passed here. It follows the words of the case file form by form, shares no code with
the program that solvers see, and is written to be read beside the design.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from placet.case.forms import (
    Amount,
    Apart,
    Chooses,
    Conditional,
    Equal,
    Excludes,
    Form,
    Posts,
    Quota,
    Share,
    Together,
    Total,
)
from placet.case.nouns import Case, Demand
from placet.case.selectors import Selector
from placet.zone.settlement import Settlement


@dataclass(frozen=True)
class Inspector:
    """Reads settlements of one case; remembers whom each selector means.

    `misfits` says what is wrong with the shape of a settlement, `holds` whether a form is kept,
    `broken_constraints` and `broken_demands` which of them are not.
    """

    case: Case
    _meant: dict[int, tuple[Selector, frozenset[str]]] = field(default_factory=dict, repr=False, compare=False)
    _numbers: dict[str, dict[str, Fraction]] = field(default_factory=dict, repr=False, compare=False)
    _looked_at: dict[Posts, tuple[Settlement, list[str], frozenset[str]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def _eligible(self) -> dict[str, frozenset[str]]:
        return {post: frozenset(self.case.eligible(post)) for post in self.case.posts}

    def misfits(self, settlement: Settlement) -> tuple[tuple[str, str], ...]:
        """Return what keeps this from being a settlement at all, as pairs of kind and id.

        Kinds: ``post`` (unknown, or a number of people that the post does not have seats for), ``person`` (unknown,
        not eligible there, or seated twice), ``term`` (unknown, or no option of it is chosen).
        """
        case, found = self.case, []
        seen: set[str] = set()
        for post, people in settlement.slate.items():
            if post not in case.posts or not self._fits(post, people):
                found.append(("post", post))
                continue
            eligible = self._eligible[post]
            found += [
                ("person", person)
                for person in people
                if person not in eligible or (person in seen and case.one_post_each)
            ]
            seen.update(people)
        found += [("post", post) for post in case.posts if post not in settlement.slate]
        found += [("term", term) for term in settlement.terms if term not in case.terms]
        found += [
            ("term", term.id) for term in case.terms.values() if settlement.terms.get(term.id) not in term.options
        ]
        return tuple(found)

    def _fits(self, post: str, people: tuple[str, ...]) -> bool:
        seats = self.case.posts[post].seats
        return len(set(people)) == len(people) and seats.at_least <= len(people) <= seats.at_most

    def holds(self, form: Form, settlement: Settlement) -> bool:
        """Whether the settlement keeps this form."""
        match form:
            case Excludes():
                return self._count(form.where, form.posts, settlement) == 0
            case Quota():
                held = self._count(form.where, form.posts, settlement)
                filled = len(self._seated(form.posts, settlement))
                if form.exactly is not None and held != form.exactly:
                    return False
                if form.at_least is not None and held < _seats(form.at_least, filled, math.ceil):
                    return False
                return form.at_most is None or held <= _seats(form.at_most, filled, math.floor)
            case Apart():
                return len(set(form.people) & set(self._seated(form.posts, settlement))) <= 1
            case Together():
                sitting = set(form.people) & set(self._seated(form.posts, settlement))
                return sitting in (set(), set(form.people))
            case Equal():
                counts = [self._count(part, form.posts, settlement) for part in form.parts]
                return max(counts) - min(counts) <= form.within
            case Total():
                total = sum(
                    map(self._numeric(form.trait).__getitem__, self._seated(form.posts, settlement)), Fraction(0)
                )
                if form.exactly is not None and total != form.exactly:
                    return False
                if form.at_least is not None and total < form.at_least:
                    return False
                return form.at_most is None or total <= form.at_most
            case Chooses():
                return all(settlement.terms[term] == option for term, option in form.options)
            case Conditional():
                return not self.holds(form.when, settlement) or self.holds(form.then, settlement)

    def broken_constraints(self, settlement: Settlement) -> tuple[str, ...]:
        """Return the rules of the body that the settlement breaks, in the order of the case."""
        return tuple(rule.id for rule in self.case.constraints.values() if not self.holds(rule.form, settlement))

    def broken_demands(self, settlement: Settlement, demands: Iterable[Demand]) -> tuple[str, ...]:
        """Return which of these demands the settlement breaks; those that block a step are about no settlement."""
        return tuple(
            demand.id for demand in demands if isinstance(demand.what, Form) and not self.holds(demand.what, settlement)
        )

    def _seated(self, posts: Posts, settlement: Settlement) -> list[str]:
        """Return one name for each seat filled; somebody who holds two posts is named twice."""
        return self._sitting(posts, settlement)[0]

    def _sitting(self, posts: Posts, settlement: Settlement) -> tuple[list[str], frozenset[str]]:
        """Return who sits in these posts, as often as they sit and each once; remembered for the last settlement."""
        looked_at = self._looked_at.get(posts)
        if looked_at is None or looked_at[0] is not settlement:
            meant = self.case.posts if posts is None else posts
            seated = [person for post in meant for person in settlement.slate.get(post, ())]
            looked_at = self._looked_at[posts] = (settlement, seated, frozenset(seated))
        return looked_at[1:]

    def _count(self, selector: Selector, posts: Posts, settlement: Settlement) -> int:
        # A long list of names is slow to compare, so a selector is remembered by its identity and kept alive.
        known = self._meant.get(id(selector))
        if known is None:
            known = self._meant[id(selector)] = (selector, self.case.meant(selector))
        seated, people = self._sitting(posts, settlement)
        if len(seated) == len(people):
            return len(people & known[1])
        return sum(person in known[1] for person in seated)

    def _numeric(self, trait: str) -> dict[str, Fraction]:
        if trait not in self._numbers:
            self._numbers[trait] = {who.id: numeric(who.traits.get(trait)) for who in self.case.candidates.values()}
        return self._numbers[trait]


def numeric(value: object) -> Fraction:
    """Return a trait as a number; a missing one counts 0."""
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(0)


def _seats(amount: Amount, filled: int, rounded: Callable[[Fraction], int]) -> int:
    return rounded(amount.of_one * filled) if isinstance(amount, Share) else amount
