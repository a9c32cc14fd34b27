"""Who may sit together on a committee: any so many of the names, or whoever nobody vetoes for a post of a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from placet.ballots.profile import Profile
from placet.case.nouns import Case
from placet.case.spoken import nearest, series
from placet.errors import QuestionError
from placet.zone.formula import Formula, at_least, at_most, holds
from placet.zone.rows import encode
from placet.zone.settlement import Settlement
from placet.zone.solver import Model, SolverError

if TYPE_CHECKING:
    from placet.zone.zone import Zone

Committee = tuple[int, ...]
"""Positions of names, ascending."""


@dataclass(frozen=True, eq=False)
class Body:
    """A body whose committees are chosen.

    Parameters
    ----------
    names : tuple of str
        Everybody who could sit, first the candidates of the ballots by the names these have.
    seats : tuple of int or None
        For each name the column that is 1 when it sits, None if it never can.
    formulas : tuple of Formula
        What every committee keeps: seats, and in a case the constraints and the binding demands.
    n_columns : int
        Columns of the formulas.
    size : int or None
        How many sit; None if any number may.
    zone, post : Zone and str, or None
        The zone that the committee is chosen in, and the post that it is.
    """

    names: tuple[str, ...]
    seats: tuple[int | None, ...]
    formulas: tuple[Formula, ...]
    n_columns: int
    size: int | None
    zone: Zone | None = None
    post: str | None = None
    _known: list[frozenset[int]] = field(default_factory=list, repr=False)
    _refused: set[frozenset[int]] = field(default_factory=set, repr=False)

    @cached_property
    def columns(self) -> dict[int, int]:
        """The column of each name that can sit, by the name's position."""
        return {place: column for place, column in enumerate(self.seats) if column is not None}

    def model(self) -> Model:
        """Return a fresh model of the rows, with the columns that are never 1 at 0."""
        rows = encode((), self.formulas, self.n_columns)
        model = Model(rows)
        never = rows.forbidden[-1]
        model.set_columns(never, np.zeros(len(never)), np.zeros(len(never)))
        return model

    @cached_property
    def _seating(self) -> Model:
        """A model that is asked for completions again and again."""
        return self.model()

    @cached_property
    def _open(self) -> frozenset[int]:
        """The columns that may be 1."""
        never = encode((), self.formulas, self.n_columns).forbidden[-1].tolist()
        return frozenset(range(self.n_columns)) - frozenset(never)

    def is_open(self, column: int) -> bool:
        """Whether a column may be 1 at all."""
        return column in self._open

    def complete(self, taken: Iterable[int], *, exactly: bool = False) -> tuple[int, ...] | None:
        """Return the columns that are 1 in a whole settlement that seats those taken; None if there is none.

        Parameters
        ----------
        taken : iterable of int
            Positions of names.
        exactly : bool
            Whether nobody else may sit in the post.
        """
        wanted = frozenset(taken)
        if not wanted <= self.columns.keys():
            return None
        low = np.zeros(self.n_columns)
        high = np.array([1.0 if column in self._open else 0.0 for column in range(self.n_columns)])
        low[[self.columns[place] for place in wanted]] = 1.0
        if exactly:
            high[[column for place, column in self.columns.items() if place not in wanted]] = 0.0
        if (low > high).any():
            return None
        self._seating.set_columns(np.arange(self.n_columns), low, high)
        values = self._seating.solve_integer().values
        if values is None:
            return None
        whole = np.rint(values[: self.n_columns]).astype(np.int64).tolist()
        if not all(holds(formula, whole) for formula in self.formulas):
            raise SolverError("a committee was found that does not keep what binds")
        return tuple(column for column, value in enumerate(whole) if value)

    def can_hold(self, taken: frozenset[int]) -> bool:
        """Whether some acceptable settlement seats all of these, others beside them allowed.

        Notes
        -----
        What was found before answers most questions; the others are one 0-1 program each.
        """
        if self.zone is None:
            return self.size is None or len(taken) <= self.size
        if any(taken <= known for known in self._known):
            return True
        if taken in self._refused:
            return False
        found = self.complete(taken)
        if found is None:
            self._refused.add(taken)
            return False
        ones = set(found)
        self._known.append(frozenset(place for place, column in self.columns.items() if column in ones))
        return True

    def settlement(self, committee: Committee) -> Settlement | None:
        """Return a settlement that seats exactly this committee, checked by the zone; None without a case."""
        if self.zone is None:
            return None
        found = self.complete(committee, exactly=True)
        if found is None:
            raise SolverError("a committee was found that no settlement seats")
        values = np.zeros(self.n_columns, np.int64)
        values[list(found)] = 1
        settlement = self.zone.program.settlement(values)
        if not self.zone.check(settlement):
            raise SolverError("a committee was found that the check refuses")
        return settlement

    def may_be(self, committee: Committee) -> bool:
        """Whether exactly these may sit."""
        if self.zone is None:
            return self.size is None or len(committee) == self.size
        return self.complete(committee, exactly=True) is not None


def plain_body(profile: Profile, size: int | None) -> Body:
    """Return the body of any `size` candidates of the ballots, or of any number of them.

    Raises
    ------
    QuestionError
        If the size cannot be.
    """
    count = len(profile.candidates)
    if size is not None and not 1 <= size <= count:
        raise QuestionError(f"a committee of {size}", f"a size from 1 to {count}, the number of candidates")
    every = [(column, 1) for column in range(count)]
    formulas = () if size is None else (at_least(every, size), at_most(every, size))
    return Body(profile.candidates, tuple(range(count)), formulas, count, size)


def body_of_post(profile: Profile, zone: Zone, post: str | None = None, size: int | None = None) -> Body:
    """Return the body that a post of a zone is: whoever nobody vetoes and every quota allows.

    Candidates of the ballots are those of the case, by id or name; people of the case who are on no ballot may sit
    too, approved by nobody.

    Raises
    ------
    QuestionError
        If a candidate or the post is not in the case, or the size is none that the post can have.
    """
    case = zone.case
    chosen = _post(case, post)
    ids = _ids(case, profile.candidates)
    others = [who for who in case.candidates if who not in set(ids)]
    program = zone.program
    stretch = program.columns.of_post[chosen]
    column_of = {program.columns.pairs[column][0]: column for column in stretch}
    seats = case.posts[chosen].seats
    if size is None and seats.at_least == seats.at_most:
        size = seats.at_least
    if size is not None and not max(seats.at_least, 1) <= size <= seats.at_most:
        raise QuestionError(
            f"a committee of {size}", f"a size that {chosen} can have: from {seats.at_least} to {seats.at_most}"
        )
    formulas = [program.structure, *program.constraints.values(), *(program.demands[id_] for id_ in zone.binding)]
    if size is not None:
        ones = [(column, 1) for column in stretch]
        formulas += [at_least(ones, size), at_most(ones, size)]
    return Body(
        (*profile.candidates, *others),
        tuple(column_of.get(who) for who in (*ids, *others)),
        tuple(formulas),
        len(program.columns),
        size,
        zone,
        chosen,
    )


def _post(case: Case, post: str | None) -> str:
    if post is None:
        if len(case.posts) > 1:
            raise QuestionError("a case with several posts", f"--post with one of {', '.join(case.posts)}")
        return next(iter(case.posts))
    if post not in case.posts:
        raise QuestionError(f'the post "{post}"', f"one of {', '.join(case.posts)}", nearest(post, case.posts))
    return post


def _ids(case: Case, names: tuple[str, ...]) -> list[str]:
    """Return whom of the case each name on the ballots means."""
    called: dict[str, set[str]] = {}
    for who in case.candidates.values():
        for word in {who.id, *(said for _, said in who.name.entries)}:
            called.setdefault(word.casefold(), set()).add(who.id)
    found: list[str] = []
    for name in names:
        meant = {name} if name in case.candidates else called.get(name.casefold(), set())
        if not meant:
            close = nearest(name, [*case.candidates, *called])
            raise QuestionError(f'"{name}" on the ballots', "a candidate of the case, by id or name", close)
        if len(meant) > 1:
            raise QuestionError(f'"{name}" on the ballots', f"the id of whom you mean: {series(sorted(meant))}")
        one = next(iter(meant))
        if one in found:
            raise QuestionError(f'"{name}" on the ballots beside another name of {one}', "every candidate once")
        found.append(one)
    return found
