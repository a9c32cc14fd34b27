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

import numpy as np
from numpy.typing import NDArray

from placet.zone.condensed import Condensed
from placet.zone.formula import ALWAYS, NEVER, Every, Formula, Some, Sum, every, some
from placet.zone.lower import Columns
from placet.zone.matching import seat
from placet.zone.telling_apart import table_of

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


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
        everywhere = self.scope.all(axis=1)
        common, local = self.table.weight[:, everywhere], np.ascontiguousarray(self.table.weight[:, ~everywhere])
        scope = self.scope[~everywhere].astype(np.float32)
        outdone: Flags = np.zeros(self.crowd.shape, dtype=np.bool_)
        is_crowd = np.asarray(self.crowd.any(axis=1))
        for kind in np.flatnonzero(is_crowd):
            # Most kinds are told apart at every post, as those of another party are; only the others are compared.
            rows = np.flatnonzero(~(common > common[kind]).any(axis=1) & ~self.table.is_odd)
            rows = rows[rows != kind]
            worse = np.equal((local[rows] > local[kind]).astype(np.float32) @ scope, 0)
            rivals = np.flatnonzero(is_crowd[rows] & (rows < kind))
            lighter = np.greater((local[rows[rivals]] < local[kind]).astype(np.float32) @ scope, 0)
            lighter |= (common[rows[rivals]] < common[kind]).any(axis=1)[:, None]
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
            for kind in np.flatnonzero(np.bincount(table.kind[able])):
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
            np.array(
                [-1 if many else int(who[0]) for who, many in zip(people, crowd, strict=True)] + [-1] * n_options,
                dtype=np.int64,
            ),
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
