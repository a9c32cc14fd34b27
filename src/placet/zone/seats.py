"""The seats of a condensed case: filling them with whoever is allowed, or showing which posts are short."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from placet.zone.condensed import Condensed
from placet.zone.matching import seat
from placet.zone.rows import ALWAYS_IN_FORCE, FREE, Rows
from placet.zone.solver import Floats, Whole


@dataclass(frozen=True)
class Cut:
    """Posts that together need more people than are allowed in any of them.

    Parameters
    ----------
    columns : ndarray of bool
        The columns that fill seats of these posts.
    person : ndarray of int64
        The person each column seats, or -1.
    group : ndarray of int64
        The post each column fills, or -1.
    allowed : ndarray of bool
        The columns of people who are allowed.
    """

    columns: NDArray[np.bool_]
    person: Whole
    group: Whole
    allowed: NDArray[np.bool_]

    def multipliers(self, rows: Rows) -> Floats:
        """Return the sum that shows it: each of the posts' rows once, less each row of a person who is left once."""
        people = set(self.person[self.columns & self.allowed].tolist())
        found = np.zeros(len(rows))
        used: set[tuple[str, int]] = set()
        for row in np.flatnonzero(rows.owner == ALWAYS_IN_FORCE).tolist():
            index = rows.index[rows.start[row] : rows.start[row + 1]]
            if not len(index) or index[-1] >= len(self.person):
                continue
            who, where = int(self.person[index[0]]), int(self.group[index[0]])
            is_post = self.columns[index[0]] and rows.lower[row] > 0
            if is_post and ("post", where) not in used:
                found[row] = 1
                used.add(("post", where))
                continue
            is_person = rows.lower[row] < 0 and rows.upper[row] >= FREE and np.all(self.person[index] == who)
            if is_person and who in people and ("person", who) not in used:
                found[row] = 1  # written as: minus the seats of this person is at least minus one
                used.add(("person", who))
        return found


@dataclass
class Seats:
    """Fills the seats of a condensed case, from the last filling on.

    Parameters
    ----------
    case : Condensed
    """

    case: Condensed
    _before: Whole | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        case = self.case
        self._one_by_one = np.flatnonzero((case.group >= 0) & ~case.is_crowd)
        self._crowds = np.flatnonzero(case.is_crowd)
        people = np.flatnonzero(np.bincount(case.person[self._one_by_one]))
        self._place = np.searchsorted(people, case.person[self._one_by_one])
        self._shape = (len(case.seats), len(people))
        self._column = np.full(self._shape, -1, dtype=np.int64)
        self._column[case.group[self._one_by_one], self._place] = self._one_by_one
        self._terms = [list(term.options) for term in case.columns.case.terms.values()]

    def fill(self, allowed: NDArray[np.bool_]) -> Whole | Cut | None:
        """Return the values of columns that fill the least seats of every post and choose an option for each term.

        None if a term has no option that is allowed, or if people may hold several posts.
        """
        case = self.case
        if not case.columns.case.one_post_each:
            return None
        values = np.zeros(len(case.group), dtype=np.int64)
        needed = case.seats.copy()
        for column in self._crowds[allowed[self._crowds]]:
            values[column], needed[case.group[column]] = needed[case.group[column]], 0
        able = np.zeros(self._shape, dtype=bool)
        kept = allowed[self._one_by_one]
        able[case.group[self._one_by_one][kept], self._place[kept]] = True
        found = seat(able, needed, self._before)
        if found.short is not None:
            return Cut(np.isin(case.group, found.short), case.person, case.group, allowed)
        self._before = found.post_of.copy()
        people = np.flatnonzero(found.post_of >= 0)
        values[self._column[found.post_of[people], people]] = 1
        start = len(case.group) - len(case.columns.options)
        for options in self._terms:
            free = np.flatnonzero(allowed[start : start + len(options)])
            if not len(free):
                return None
            values[start + free[0]] = 1
            start += len(options)
        return values
