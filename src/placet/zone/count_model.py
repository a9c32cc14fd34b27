"""The counting problem: people and terms that choose, and tallies that add up what they chose.

A case has thousands of columns but few numbers that matter: how many seats of each post are filled, and the value of
each sum that a rule looks at. Those are the tallies. Everybody (a candidate, a term) makes one choice, a choice moves
some tallies, and the rules are formulas over the tallies alone. Posts that nothing tells apart share one tally.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb

from placet.case.nouns import Seats
from placet.zone.count_fix import Fixed, fix
from placet.zone.count_tallies import Tallies
from placet.zone.formula import NEVER, Every, Formula, Some, Sum, every, some, sums
from placet.zone.lower import Columns


@dataclass(frozen=True)
class Choice:
    """One thing that somebody can do.

    Parameters
    ----------
    columns : tuple of int
        The columns that amount to it, any one of them; empty: to sit nowhere.
    moves : tuple of (int, int)
        The tallies that it moves, in ascending order, and by how much.
    sign : int
        1, or -1 for what must be taken away again (see `placet.zone.count_pool`).
    """

    columns: tuple[int, ...]
    moves: tuple[tuple[int, int], ...]
    sign: int = 1

    @property
    def ways(self) -> int:
        """In how many ways it can be done."""
        return max(1, len(self.columns))


Chooser = tuple[Choice, ...]
"""Somebody who makes exactly one of these choices."""


@dataclass(frozen=True)
class Model:
    """What must be counted: the ways to choose so that every rule over the tallies holds.

    Parameters
    ----------
    n_tallies : int
        The tallies all begin at 0.
    choosers : tuple of Chooser
        Each makes one choice.
    rules : tuple of Formula
        Formulas whose columns are tallies.
    classes : tuple of tuple of str
        The posts that share a tally; class k has tally k.
    factor : int
        How many settlements each solution stands for, as far as that is the same for all.
    weights : dict of int to dict of int to int
        For a tally whose final value tells how many settlements a solution stands for: how many, by value.
    """

    n_tallies: int
    choosers: tuple[Chooser, ...]
    rules: tuple[Formula, ...]
    classes: tuple[tuple[str, ...], ...]
    factor: int
    weights: dict[int, dict[int, int]]


def model(columns: Columns, formulas: Sequence[Formula]) -> Model | None:
    """Return the counting problem of these formulas; None when it is plain that no settlement keeps them."""
    fixed = fix(columns, formulas)
    if fixed is None:
        return None
    tallies = Tallies.of(columns, fixed)
    classes = _classes(columns, fixed, tallies)
    tally_of = {post: place for place, group in enumerate(classes) for post in group}
    first = {list(columns.case.posts).index(group[0]): place for place, group in enumerate(classes)}
    n_posts = len(columns.case.posts)
    renamed = first | {n_posts + place: len(classes) + place for place in range(tallies.n_counters)}
    rules = [_rename(rule, renamed) for rule in tallies.rules]
    factor, weights = 1, {}
    for place, group in enumerate(classes):
        seats = [columns.case.posts[post].seats for post in group]
        rules.append(Sum(((place, 1),), sum(each.at_least for each in seats)))
        rules.append(Sum(((place, -1),), -sum(each.at_most for each in seats)))
        shares = splits(seats)
        if len(shares) == 1:
            factor *= next(iter(shares.values()))
        elif len(group) > 1:
            weights[place] = shares
    joined = every(rules)
    if joined == NEVER:
        return None
    choosers = []
    for chooser in fixed.choosers:
        found: dict[tuple[tuple[int, int], ...], list[int]] = {}
        for column in chooser.columns:
            is_seat = column < len(columns.pairs)
            seat = [(tally_of[columns.pairs[column][1]], 1)] if is_seat else []
            counted = [(renamed[n_posts + counter], amount) for counter, amount in tallies.moved.get(column, ())]
            held = found.setdefault(tuple(sorted(seat + counted)), [])
            # Who gets which post of a class is decided when the class is full, so one column stands for all.
            if not (held and is_seat):
                held.append(column)
        choices = [Choice(tuple(held), moves) for moves, held in found.items()]
        choosers.append((*([Choice((), ())] if chooser.may_abstain else []), *choices))
    return Model(
        len(classes) + tallies.n_counters,
        tuple(choosers),
        joined.parts if isinstance(joined, Every) else (joined,),
        classes,
        factor,
        weights,
    )


def splits(seats: Iterable[Seats]) -> dict[int, int]:
    """Return, for each number of people, the ways to share them out among posts with these seats."""
    found = {0: 1}
    for each in seats:
        more: Counter[int] = Counter()
        for taken, ways in found.items():
            for added in range(each.at_least, each.at_most + 1):
                more[taken + added] += ways * comb(taken + added, added)
        found = dict(more)
    return found


def _classes(columns: Columns, fixed: Fixed, tallies: Tallies) -> tuple[tuple[str, ...], ...]:
    """Return the posts, those together that the same people may hold and that enter every rule alike."""
    posts = list(columns.case.posts)
    if not columns.case.one_post_each:
        return tuple((post,) for post in posts)
    leaves = sums(Every(tallies.rules))
    people: dict[str, list[object]] = {post: [] for post in posts}
    for place, chooser in enumerate(fixed.choosers):
        for column in chooser.columns:
            if column < len(columns.pairs):
                people[columns.pairs[column][1]].append((place, chooser.may_abstain, tallies.moved.get(column)))
    alike: dict[object, list[str]] = {}
    for place, post in enumerate(posts):
        entered = tuple(dict(leaf.weights).get(place, 0) for leaf in leaves)
        alike.setdefault((tuple(people[post]), entered), []).append(post)
    return tuple(tuple(group) for group in alike.values())


def _rename(formula: Formula, names: dict[int, int]) -> Formula:
    match formula:
        case Sum():
            kept = ((names[column], weight) for column, weight in formula.weights if column in names)
            return Sum(tuple(sorted(kept)), formula.at_least)
        case Every():
            return every(_rename(part, names) for part in formula.parts)
        case Some():
            return some(_rename(part, names) for part in formula.parts)
