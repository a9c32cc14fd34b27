"""From the forms of the case file to formulas over the columns of the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from math import lcm
from operator import itemgetter

from placet.case.forms import Apart, Chooses, Conditional, Equal, Excludes, Form, Posts, Quota, Share, Together, Total
from placet.case.nouns import Case
from placet.case.selectors import Selector
from placet.errors import QuestionError
from placet.zone.check import numeric
from placet.zone.formula import (
    Formula,
    at_least,
    at_most,
    count_at_least,
    count_at_most,
    every,
    negate,
    some,
    sums,
)
from placet.zone.settlement import Settlement

Weights = list[tuple[int, int]]
LARGEST_SUM = 10**15
"""Solvers count in floating point, where whole numbers beyond 2**53 are no longer told apart."""


@dataclass(frozen=True)
class Columns:
    """The columns of a case: one for each allowed (candidate, post) pair, one for each option of a term.

    Pairs come first, post by post in the order of the case, then options as (term, option).
    """

    case: Case
    pairs: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, case: Case) -> Columns:
        """Return the columns of `case`."""
        eligible: dict[int, tuple[str, ...]] = {}  # posts that share a selector share its answer
        for post in case.posts.values():
            if id(post.eligible) not in eligible:
                eligible[id(post.eligible)] = case.eligible(post.id)
        return cls(
            case,
            tuple((candidate, post.id) for post in case.posts.values() for candidate in eligible[id(post.eligible)]),
            tuple((term.id, option) for term in case.terms.values() for option in term.options),
        )

    def __len__(self) -> int:
        return len(self.pairs) + len(self.options)

    @cached_property
    def of_post(self) -> dict[str, range]:
        """The columns of each post, a stretch each."""
        number = Counter(post for _, post in self.pairs)
        found, start = {}, 0
        for post in self.case.posts:
            stop = start + number[post]
            found[post] = range(start, stop)
            start = stop
        return found

    @cached_property
    def of_candidate(self) -> dict[str, tuple[int, ...]]:
        """The columns in which each candidate sits."""
        found: dict[str, list[int]] = {candidate: [] for candidate in self.case.candidates}
        for column, (candidate, _) in enumerate(self.pairs):
            found[candidate].append(column)
        return {candidate: tuple(columns) for candidate, columns in found.items()}

    @cached_property
    def of_option(self) -> dict[tuple[str, str], int]:
        """The column of each (term, option)."""
        return {option: len(self.pairs) + place for place, option in enumerate(self.options)}

    def chosen(self, settlement: Settlement) -> tuple[int, ...]:
        """Return the columns that are 1 in a settlement."""
        seated = {(who, post) for post, people in settlement.slate.items() for who in people}
        pairs = (column for column, pair in enumerate(self.pairs) if pair in seated)
        return (*pairs, *(self.of_option[choice] for choice in settlement.terms.items()))

    def in_posts(self, posts: Posts) -> list[int]:
        """Return the columns of these posts; of all posts for None."""
        meant = self.case.posts if posts is None else dict.fromkeys(posts)
        return [column for post in meant for column in self.of_post[post]]


@dataclass(frozen=True)
class Lowering:
    """Turns forms into formulas; `structure` is what posts, seats, people and terms require by themselves."""

    columns: Columns

    def structure(self) -> Formula:
        """Return the rows that every settlement keeps: seats of posts, one post each, one option for each term."""
        case, columns = self.columns.case, self.columns
        parts = []
        for post in case.posts.values():
            held = columns.of_post[post.id]
            parts += [count_at_least(held, post.seats.at_least), count_at_most(held, post.seats.at_most)]
        if case.one_post_each:
            parts += [count_at_most(sits, 1) for sits in columns.of_candidate.values()]
        for term in case.terms.values():
            ones = _ones(columns.of_option[term.id, option] for option in term.options)
            parts += [at_least(ones, 1), at_most(ones, 1)]
        return every(parts)

    def lower(self, form: Form) -> Formula:
        """Return the formula that holds exactly for the settlements that keep `form`.

        Raises
        ------
        QuestionError
            If its numbers are too large or too fine to be added up exactly.
        """
        formula = self._lower(form)
        for leaf in sums(formula):
            if sum(map(abs, map(itemgetter(1), leaf.weights))) > LARGEST_SUM:
                raise QuestionError(
                    "a share or a total whose numbers take more than 15 digits to add up exactly",
                    "numbers that are smaller, or have fewer digits after the point",
                )
        return formula

    def _lower(self, form: Form) -> Formula:
        match form:
            case Excludes():
                return count_at_most(self._seated(form.where, form.posts), 0)
            case Quota():
                return self._quota(form)
            case Apart():
                return self._apart(form)
            case Together():
                return self._together(form)
            case Equal():
                counts = [self._seats(part, form.posts) for part in form.parts]
                return every(
                    at_most([*one, *_times(other, -1)], form.within)
                    for one in counts
                    for other in counts
                    if one is not other
                )
            case Total():
                return self._total(form)
            case Chooses():
                return every(at_least([(self.columns.of_option[choice], 1)], 1) for choice in form.options)
            case Conditional():
                return some([negate(self._lower(form.when)), self._lower(form.then)])

    def _seats(self, where: Selector, posts: Posts) -> Weights:
        return _ones(self._seated(where, posts))

    def _seated(self, where: Selector, posts: Posts) -> list[int]:
        """Return the columns of these people in these posts, in order."""
        of_candidate = self.columns.of_candidate
        columns = sorted(chain.from_iterable(of_candidate[who] for who in self.columns.case.members(where)))
        if posts is None:
            return columns
        stretches = [self.columns.of_post[post] for post in dict.fromkeys(posts)]
        return [column for column in columns if any(column in stretch for stretch in stretches)]

    def _quota(self, form: Quota) -> Formula:
        held = self._seated(form.where, form.posts)
        parts = []
        if form.exactly is not None:
            parts += [count_at_least(held, form.exactly), count_at_most(held, form.exactly)]
        for amount, count, bound in (
            (form.at_least, count_at_least, at_least),
            (form.at_most, count_at_most, at_most),
        ):
            if isinstance(amount, Share):
                # A whole number is at least ceil(share * filled) exactly when it is at least share * filled.
                part, whole = amount.of_one.numerator, amount.of_one.denominator
                filled = _ones(self.columns.in_posts(form.posts))
                parts.append(bound([*_times(_ones(held), whole), *_times(filled, -part)], 0))
            elif amount is not None:
                parts.append(count(held, amount))
        return every(parts)

    def _apart(self, form: Apart) -> Formula:
        seats = self._people(form.people, form.posts)
        if self.columns.case.one_post_each:
            return at_most([weight for held in seats for weight in held], 1)
        # With several posts a person may fill several of these seats, so count people: no two of them sit.
        sits = [at_least(held, 1) for held in seats]
        return every(
            some([negate(one), negate(other)]) for place, one in enumerate(sits) for other in sits[place + 1 :]
        )

    def _together(self, form: Together) -> Formula:
        seats = self._people(form.people, form.posts)
        if self.columns.case.one_post_each:
            circle = pairwise([*seats, seats[0]])
            return every(at_least([*one, *_times(other, -1)], 0) for one, other in circle)
        sits = [at_least(held, 1) for held in seats]
        return some([every(sits), every(negate(one) for one in sits)])

    def _people(self, people: tuple[str, ...], posts: Posts) -> list[Weights]:
        meant = set(self.columns.in_posts(posts))
        return [_ones(column for column in self.columns.of_candidate[who] if column in meant) for who in people]

    def _total(self, form: Total) -> Formula:
        case = self.columns.case
        values = {who.id: numeric(who.traits.get(form.trait)) for who in case.candidates.values()}
        bounds = [bound for bound in (form.at_least, form.at_most, form.exactly) if bound is not None]
        scale = lcm(*(number.denominator for number in [*values.values(), *bounds]))
        weights = [
            (column, int(values[self.columns.pairs[column][0]] * scale)) for column in self.columns.in_posts(form.posts)
        ]
        parts = []
        for bound, compare in (
            (form.at_least, at_least),
            (form.exactly, at_least),
            (form.at_most, at_most),
            (form.exactly, at_most),
        ):
            if bound is not None:
                parts.append(compare(weights, int(bound * scale)))
        return every(parts)


def _ones(columns: Iterable[int]) -> Weights:
    return [(column, 1) for column in columns]


def _times(weights: Weights, factor: int) -> Weights:
    return [(column, weight * factor) for column, weight in weights]
