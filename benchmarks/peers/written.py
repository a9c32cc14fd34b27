"""A case written out as a person would give it to a solver: 0-1 variables and linear rows, apart from placet's own.

Only the forms that the made-up cases use: exclusions, quotas, pairs apart; every post has a fixed number of seats and
nobody sits twice. It shares no code with `placet.zone`, so that equal answers mean something.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from placet.case.forms import Apart, Excludes, Form, Posts, Quota, Share
from placet.case.nouns import Case
from placet.case.selectors import Selector

ANY = 10**9
"""No bound."""


@dataclass(frozen=True)
class LinearRow:
    """``low <= sum of columns <= high``; each column counts once."""

    columns: tuple[int, ...]
    low: int = 0
    high: int = ANY


@dataclass(frozen=True)
class Written:
    """A case over the columns (person, post), numbered in their order.

    Parameters
    ----------
    hard : tuple of LinearRow
        What always holds.
    soft : dict of tuple of LinearRow
        For each demand what it requires.
    costs : dict of int
        What each demand costs to give up, in whole units.
    scores : dict of list of int
        For each side that has preferences what each column is worth.
    """

    pairs: tuple[tuple[str, str], ...]
    hard: tuple[LinearRow, ...]
    soft: dict[str, tuple[LinearRow, ...]]
    costs: dict[str, int]
    scores: dict[str, list[int]]

    def merged(self) -> tuple[Written, dict[str, tuple[str, ...]]]:
        """Return the same with equal demands made one, and whom each stands for."""
        classes: dict[tuple[LinearRow, ...], list[str]] = defaultdict(list)
        for demand, rows in self.soft.items():
            classes[rows].append(demand)
        members = {equal[0]: tuple(equal) for equal in classes.values()}
        costs = {first: sum(self.costs[one] for one in equal) for first, equal in members.items()}
        soft = {first: self.soft[first] for first in members}
        return Written(self.pairs, self.hard, soft, costs, self.scores), members


def written(case: Case) -> Written:
    """Return a case written out; every demand binds."""
    pairs = tuple((who, post) for post in case.posts for who in case.eligible(post))
    hard = [row for rule in case.constraints.values() for row in rows_of(case, pairs, rule.form)]
    by_post, by_person = defaultdict(list), defaultdict(list)
    for column, (who, post) in enumerate(pairs):
        by_post[post].append(column)
        by_person[who].append(column)
    hard += [LinearRow(tuple(by_post[one.id]), one.seats.at_least, one.seats.at_most) for one in case.posts.values()]
    hard += [LinearRow(tuple(columns), 0, 1) for columns in by_person.values() if len(columns) > 1]
    soft = {one.id: rows_of(case, pairs, one.what) for one in case.demands.values() if isinstance(one.what, Form)}
    scale = math.lcm(1, *(one.cost.denominator for one in case.demands.values() if one.cost is not None))
    return Written(
        pairs,
        tuple(hard),
        soft,
        {one: int((case.demands[one].cost or Fraction(0)) * scale) for one in soft},
        {side: [int(told.score(who, post)) for who, post in pairs] for side, told in sorted(case.preferences.items())},
    )


def rows_of(case: Case, pairs: Iterable[tuple[str, str]], form: Form) -> tuple[LinearRow, ...]:
    """Return what a form requires."""

    def seats(where: Selector, posts: Posts) -> tuple[int, ...]:
        meant = case.meant(where)
        return tuple(
            column for column, (who, post) in enumerate(pairs) if who in meant and (posts is None or post in posts)
        )

    match form:
        case Excludes():
            return (LinearRow(seats(form.where, form.posts), 0, 0),)
        case Apart():
            people = tuple(
                column
                for column, (who, post) in enumerate(pairs)
                if who in form.people and (form.posts is None or post in form.posts)
            )
            return (LinearRow(people, 0, 1),)
        case Quota():
            filled = sum(
                post.seats.at_least for post in case.posts.values() if form.posts is None or post.id in form.posts
            )
            low, high = form.at_least or 0, ANY if form.at_most is None else form.at_most
            if isinstance(low, Share):
                low = math.ceil(low.of_one * filled)
            if isinstance(high, Share):
                high = math.floor(high.of_one * filled)
            if form.exactly is not None:
                low = high = form.exactly
            return (LinearRow(seats(form.where, form.posts), low, high),)
    raise TypeError(f"found {type(form).__name__}, expected an exclusion, a quota or people apart")
