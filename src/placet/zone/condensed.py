"""Formulas over fewer columns, and the way back: who sits where once it is known how many of a crowd do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.zone.formula import Formula, Sum
from placet.zone.lower import Columns
from placet.zone.matching import seat
from placet.zone.telling_apart import Table

Whole = NDArray[np.int64]


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
