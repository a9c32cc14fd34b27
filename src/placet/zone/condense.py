"""The same question with fewer columns: one for many people whom nothing tells apart, none for whom another outdoes.

Three things are done, and each keeps which sets of formulas can hold together.

- Posts that are alike become one post with their seats.
- A kind of people is a *crowd* at a post when it has people enough for whatever a slate may need of it: then one column
  counts them, and who of them sits is settled afterwards.
- Whoever has no more weight in any sum than a crowd at the same post is left out there: any settlement stays one, and
  keeps whatever it kept, when somebody of the crowd sits there instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.zone.formula import ALWAYS, NEVER, Every, Formula, Some, Sum, every, some
from placet.zone.lower import Columns
from placet.zone.matching import seat
from placet.zone.telling_apart import Table, table_of

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Condensed:
    """Formulas over fewer columns, and the way back.

    Parameters
    ----------
    is_unconditional : bool
        Whether it serves every question, and not just those in which the formulas that were said to be always in
        force are.
    structure : tuple of Formula
        Seats, one post each and one option for each term, over the new columns.
    formulas : tuple of Formula
        The formulas given, over the new columns.
    limits : ndarray of int64
        The largest value of each new column.
    is_crowd : ndarray of bool
        Which new columns count people of a crowd.
    group : ndarray of int64
        For each new column the post (as merged) whose seats it fills; -1 for options.
    person : ndarray of int64
        For each new column the person it seats; -1 for crowds and options.
    leaves : tuple of Sum
        The sums of `table`, over the new columns.
    seats : ndarray of int64
        How many people each post (as merged) needs at least.
    """

    columns: Columns
    is_unconditional: bool
    structure: tuple[Formula, ...]
    formulas: tuple[Formula, ...]
    limits: Whole
    is_crowd: NDArray[np.bool_]
    group: Whole
    person: Whole
    leaves: tuple[Sum, ...]
    seats: Whole
    table: Table
    _people: tuple[Whole, ...]

    def original(self, column: int) -> Whole:
        """Return the original columns that one new column stands for: its people at each of its posts."""
        if column >= len(self._people):
            return np.array([len(self.table.person) + column - len(self._people)])
        posts = np.flatnonzero(self.table.alike == self.group[column])
        meant = np.isin(self.table.post, posts) & np.isin(self.table.person, self._people[column])
        return np.flatnonzero(meant)

    def full(self, values: Whole) -> Whole:
        """Return the values of the original columns that values of the new ones stand for."""
        table, case = self.table, self.columns.case
        n_groups = int(table.alike.max()) + 1 if len(table.alike) else 0
        seated: list[list[int]] = [[] for _ in range(n_groups)]
        taken = np.zeros(len(table.kind), dtype=bool)
        wanted: dict[int, list[int]] = {}
        for column in np.flatnonzero(values[: len(self._people)]):
            if self.is_crowd[column]:
                wanted.setdefault(int(table.kind[self._people[column][0]]), []).append(int(column))
            else:
                person = int(self._people[column][0])
                seated[self.group[column]].append(person)
                taken[person] = True
        for kind, at in wanted.items():
            members = np.flatnonzero(table.kind == kind)
            if case.one_post_each:
                members = members[~taken[members]]
            groups = self.group[at]
            allowed = np.array([table.eligible[members, np.argmax(table.alike == group)] for group in groups])
            if case.one_post_each:
                post_of = seat(allowed, values[at]).post_of
                for place, group in enumerate(groups):
                    seated[group] += members[post_of == place].tolist()
            else:
                for able, group, number in zip(allowed, groups, values[at], strict=True):
                    seated[group] += members[able & ~np.isin(members, seated[group])][:number].tolist()
        return self._spread(seated, values)

    def _spread(self, seated: Sequence[Sequence[int]], values: Whole) -> Whole:
        """Give the people of merged posts to the posts, each as many as it must have, then as many as it may."""
        table, columns = self.table, self.columns
        column_of = np.full(table.eligible.shape, -1, dtype=np.int64)
        column_of[table.person, table.post] = np.arange(len(table.person))
        full = np.zeros(len(columns), dtype=np.int64)
        ranges = [(post.seats.at_least, post.seats.at_most) for post in columns.case.posts.values()]
        for group, people in enumerate(seated):
            posts = np.flatnonzero(table.alike == group).tolist()
            extra = len(people) - sum(ranges[post][0] for post in posts)
            start = 0
            for post in posts:
                least, most = ranges[post]
                more = max(0, min(extra, most - least))
                extra -= more
                full[column_of[people[start : start + least + more], post]] = 1
                start += least + more
        n_options = len(columns.options)
        if n_options:
            full[-n_options:] = values[len(self._people) : len(self._people) + n_options]
        return full


def condense(columns: Columns, formulas: Sequence[Formula], n_always: int = 0) -> Condensed:
    """Condense the columns of a case as far as these formulas allow.

    Parameters
    ----------
    n_always : int
        How many of the formulas, from the first, are in force in every question. What they say of the most people of
        a kind who can sit makes more kinds a crowd; a question without them could then be answered no where the
        answer is yes.
    """
    return _Condenser(columns, formulas, n_always).condensed()


class _Condenser:
    def __init__(self, columns: Columns, formulas: Sequence[Formula], n_always: int) -> None:
        self.columns, self.formulas = columns, formulas
        self.table = table = table_of(columns, formulas)
        case = columns.case
        n_groups = int(table.alike.max()) + 1 if len(table.alike) else 0
        self.first_post = np.array([int(np.argmax(table.alike == group)) for group in range(n_groups)], dtype=np.int64)
        seats = [post.seats for post in case.posts.values()]
        self.least, self.most = np.zeros(n_groups, dtype=np.int64), np.zeros(n_groups, dtype=np.int64)
        np.add.at(self.least, table.alike, [one.at_least for one in seats])
        np.add.at(self.most, table.alike, [one.at_most for one in seats])
        self.able = table.eligible[:, self.first_post]
        self.scope = table.in_scope[:, self.first_post]
        n_kinds = len(table.weight)
        self.number = np.zeros((n_kinds, n_groups), dtype=np.int64)
        np.add.at(self.number, table.kind, self.able)
        without = self._crowds(np.full(n_kinds, np.iinfo(np.int64).max))
        self.crowd: Flags = self._crowds(self._caps(n_always)) if n_always else without
        self.is_unconditional = bool((self.crowd == without).all())
        self.outdone = self._outdone()

    def _caps(self, n_always: int) -> Whole:
        """Return how many people of each kind can sit at most, by the formulas that always hold."""
        caps = np.full(len(self.table.weight), np.iinfo(np.int64).max)
        place_of = {id(leaf): place for place, leaf in enumerate(self.table.leaves)}
        for formula in self.formulas[:n_always]:
            for part in formula.parts if isinstance(formula, Every) else (formula,):
                if not isinstance(part, Sum) or any(weight > 0 for _, weight in part.weights):
                    continue
                place = place_of[id(part)]
                everywhere = ~((self.number > 0) & ~self.scope[place]).any(axis=1)
                held = (self.table.weight[:, place] < 0) & everywhere
                caps[held] = np.minimum(caps[held], -part.at_least // -self.table.weight[held, place])
        return caps

    def _crowds(self, most_of_kind: Whole) -> NDArray[np.bool_]:
        """Return for each kind and post whether the kind is a crowd there."""
        has: Flags = self.number > 0
        if not self.columns.case.one_post_each:
            alone: Flags = has & (self.number >= self.most) & ~self.table.is_odd[:, None]
            return alone
        needed = np.minimum((has * self.most).sum(axis=1), most_of_kind)
        crowd = has & (self.number >= needed[:, None])
        sizes = np.bincount(self.table.kind, minlength=len(has))
        room = (has * self.most).sum(axis=1)
        for kind in np.flatnonzero(~(crowd | ~has).all(axis=1) & (sizes >= room) & (sizes > 1)):
            groups = np.flatnonzero(has[kind])
            members = np.flatnonzero(self.table.kind == kind)
            if seat(self.able[np.ix_(members, groups)].T, self.most[groups]).short is None:
                crowd[kind, groups] = True
        found: Flags = crowd & ~self.table.is_odd[:, None]
        return found

    def _outdone(self) -> NDArray[np.bool_]:
        """Return for each kind and post whether a crowd outdoes it there; of equals the first stays."""
        weight, scope = self.table.weight, self.scope.astype(np.float32)
        everywhere = self.scope.all(axis=1)
        outdone: Flags = np.zeros(self.crowd.shape, dtype=np.bool_)
        is_crowd = self.crowd.any(axis=1)
        for kind in np.flatnonzero(is_crowd):
            # Most kinds are told apart at every post, as those of another party are; only the others are compared.
            rows = np.flatnonzero(~(weight[:, everywhere] > weight[kind, everywhere]).any(axis=1) & ~self.table.is_odd)
            rows = rows[rows != kind]
            worse = np.equal((weight[rows] > weight[kind]).astype(np.float32) @ scope, 0)
            rivals = np.flatnonzero(np.asarray(is_crowd)[rows] & (rows < kind))
            lighter = np.greater((weight[rows[rivals]] < weight[kind]).astype(np.float32) @ scope, 0)
            worse[rivals] &= lighter | ~self.crowd[rows[rivals]]
            outdone[rows] |= worse & self.crowd[kind] & ~outdone[kind]
        return outdone & (self.number > 0)

    def condensed(self) -> Condensed:
        table, case = self.table, self.columns.case
        kept = ~self.outdone
        people: list[Whole] = []
        groups: list[int] = []
        stands_for: list[int] = []
        crowd: list[bool] = []
        column_of = np.full(table.eligible.shape, -1, dtype=np.int64)
        column_of[table.person, table.post] = np.arange(len(table.person))
        for group, post in enumerate(self.first_post):
            able = np.flatnonzero(self.able[:, group])
            for kind in np.unique(table.kind[able]):
                if not kept[kind, group]:
                    continue
                members = able[table.kind[able] == kind]
                parts = [members] if self.crowd[kind, group] else [members[i : i + 1] for i in range(len(members))]
                people += parts
                crowd += [bool(self.crowd[kind, group])] * len(parts)
                groups += [group] * len(parts)
                stands_for += column_of[[part[0] for part in parts], post].tolist()
        n_seated, n_options = len(people), len(self.columns.options)
        stands_for += range(len(self.columns.pairs), len(self.columns))
        group_of = np.array(groups + [-1] * n_options, dtype=np.int64)
        is_crowd = np.array(crowd + [False] * n_options, dtype=bool)
        limits = np.ones(len(stands_for), dtype=np.int64)
        limits[is_crowd] = self.most[group_of[is_crowd]]
        parts_of_structure: list[Formula] = []
        for group in range(len(self.first_post)):
            ones = [(int(column), 1) for column in np.flatnonzero(group_of == group)]
            parts_of_structure += [
                _sum(ones, int(self.least[group]), limits),
                _sum([(column, -1) for column, _ in ones], -int(self.most[group]), limits),
            ]
        if case.one_post_each:
            seats_of: dict[int, list[int]] = {}
            for column in range(n_seated):
                if not crowd[column]:
                    seats_of.setdefault(int(people[column][0]), []).append(column)
            parts_of_structure += [
                Sum(tuple((column, -1) for column in held), -1) for held in seats_of.values() if len(held) > 1
            ]
        option_column = {option: n_seated + place for place, option in enumerate(self.columns.options)}
        for term in case.terms.values():
            ones = [(option_column[term.id, option], 1) for option in term.options]
            parts_of_structure += [_sum(ones, 1, limits), _sum([(column, -1) for column, _ in ones], -1, limits)]
        leaves = self._rewritten(np.array(stands_for, dtype=np.int64))
        by = {id(old): _decided(new, limits) for old, new in zip(table.leaves, leaves, strict=True)}
        return Condensed(
            self.columns,
            self.is_unconditional,
            tuple(parts_of_structure),
            tuple(_replaced(formula, by) for formula in self.formulas),
            limits,
            is_crowd,
            group_of,
            np.array([-1 if many else int(who[0]) for who, many in zip(people, crowd, strict=True)] + [-1] * n_options),
            leaves,
            self.least,
            table,
            tuple(people),
        )

    def _rewritten(self, stands_for: Whole) -> tuple[Sum, ...]:
        """Return the sums over the new columns."""
        new = np.full(len(self.columns), -1, dtype=np.int64)
        new[stands_for] = np.arange(len(stands_for))
        cells = self.table.cells
        column = new[cells.column]
        there = column >= 0
        leaf, column, weight = cells.leaf[there], column[there], cells.weight[there]
        order = np.lexsort((column, leaf))
        leaf, column, weight = leaf[order], column[order], weight[order]
        bounds = np.searchsorted(leaf, np.arange(len(self.table.leaves) + 1))
        pairs = list(zip(column.tolist(), weight.tolist(), strict=True))
        return tuple(
            Sum(tuple(pairs[bounds[place] : bounds[place + 1]]), old.at_least)
            for place, old in enumerate(self.table.leaves)
        )


def _sum(weights: Sequence[tuple[int, int]], bound: int, limits: Whole) -> Formula:
    return _decided(Sum(tuple(sorted(weights)), bound), limits)


def _decided(what: Sum, limits: Whole) -> Formula:
    """Return a sum over columns from 0 to their limits, or that it always holds, or never for want of columns."""
    if sum(weight * int(limits[column]) for column, weight in what.weights if weight < 0) >= what.at_least:
        return ALWAYS
    return what if what.weights else NEVER


def _replaced(formula: Formula, by: Mapping[int, Formula]) -> Formula:
    match formula:
        case Sum():
            return by[id(formula)]
        case Every():
            return every(_replaced(part, by) for part in formula.parts)
        case Some():
            return some(_replaced(part, by) for part in formula.parts) if formula.parts else formula
    return ALWAYS
