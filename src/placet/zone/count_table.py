"""The table of a count: for every combination of values of the open tallies, in how many ways it was reached.

The numbers pass 10^60, so each is cut into pieces of 48 bits that numpy adds as int64; what a piece gathers above
48 bits is carried to the next one before it can overflow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_plan import Plan, Step
from placet.zone.formula import Every, Formula, Some, Sum

PIECE = 48
ROOM = 1 << (62 - PIECE)
"""How many full pieces an int64 can hold."""

DIGIT = 1 << 12
"""Factors are multiplied in pieces of this size, so that a full piece times one still fits."""

Stretch = tuple[slice, slice]
"""Values of a tally before a choice and, equally many, after it, as places on the axis."""


@dataclass(frozen=True)
class Table:
    """How often each combination of values was reached.

    Parameters
    ----------
    pieces : ndarray of int64, shape (pieces, values of the first open tally, values of the second, ...)
        The numbers, least piece first.
    load : int
        No piece holds more than this many full ones.
    """

    pieces: NDArray[np.int64]
    load: int = 1

    def number(self, cell: Sequence[int]) -> int:
        """Return the number in a cell."""
        at: tuple[slice | int, ...] = (slice(None), *cell)
        pieces: list[int] = self.pieces[at].tolist()
        return sum(piece << (PIECE * place) for place, piece in enumerate(pieces))

    def carried(self) -> Table:
        """Return the same numbers with no piece more than full."""
        if self.load == 1:
            return self
        pieces = self.pieces.copy()
        above = np.zeros(pieces.shape[1:], dtype=np.int64)
        for place in range(len(pieces)):
            pieces[place] += above
            above = pieces[place] >> PIECE
            pieces[place] &= (1 << PIECE) - 1
        return Table(np.concatenate([pieces, above[None]]) if above.any() else pieces)

    def times(self, factor: int) -> Table:
        """Return the table with every number multiplied."""
        if factor * self.load <= ROOM // 2:
            return self if factor == 1 else Table(self.pieces * factor, self.load * max(factor, 1))
        digits = []
        while factor:
            factor, digit = divmod(factor, DIGIT)
            digits.append(digit)
        one = self.carried()
        found = Table(one.pieces * digits.pop(), DIGIT)
        for digit in reversed(digits):
            high = Table(found.pieces, DIGIT).carried().pieces
            high = high * DIGIT
            high[: len(one.pieces)] += one.pieces * digit
            found = Table(high, 2 * DIGIT)
        return found

    def part(self, places: Iterable[slice]) -> Table:
        """Return a stretch of each axis."""
        return Table(self.pieces[(slice(None), *places)], self.load)

    def plus(self, other: Table, places: tuple[Any, ...]) -> Table:
        """Return the table with another added at these places; this one's memory is used again."""
        found = self.carried() if self.load + other.load > ROOM else self
        pieces = found.pieces
        if len(pieces) < len(other.pieces):
            pieces = np.concatenate([pieces, np.zeros((len(other.pieces) - len(pieces), *pieces.shape[1:]), np.int64)])
        pieces[(slice(len(other.pieces)), *places)] += other.pieces
        return Table(pieces, found.load + other.load)

    def summed(self, axis: int) -> Table:
        """Return the table with an axis summed out."""
        table = self
        while (size := table.pieces.shape[axis + 1]) > 1:
            table = table.carried() if table.load * min(size, ROOM) > ROOM else table
            group = min(size, ROOM)
            sums = np.add.reduceat(table.pieces, np.arange(0, size, group), axis=axis + 1)
            table = Table(sums, table.load * group)
        return Table(table.pieces.squeeze(axis + 1), table.load)


START = Table(np.ones(1, dtype=np.int64))
"""Before anybody has chosen: one way, no open tally."""


def advance(table: Table, step: Step) -> Table:
    """Return the table after a chooser's turn; its axes are those of the step that stay open."""
    choices = [(choice.ways, list(product(*stretches(step, dict(choice.moves))))) for choice in step.chooser]
    if table.load * sum(ways * len(moves) for ways, moves in choices) > ROOM:
        table = table.carried()
    source = Table(np.expand_dims(table.pieces, tuple(axis + 1 for axis in step.opened)), table.load)
    shape = tuple(last - first + 1 for first, last in step.after)
    found = _empty(shape, len(source.pieces))
    for ways, moves in choices:
        times = source.times(ways)
        for move in moves:
            found = found.plus(times.part(before for before, _ in move), tuple(after for _, after in move))
    values = {
        tally: _axis(np.arange(first, last + 1), place, len(shape))
        for place, (tally, (first, last)) in enumerate(zip(step.axes, step.after, strict=True))
    }
    for rule in step.rules:
        found = Table(found.pieces * truth(rule, values), found.load)
    for axis in reversed(step.closed):
        found = found.summed(axis)
    return joined(found, step) if step.joins else found


def joined(table: Table, step: Step) -> Table:
    """Return the table with the posts of each join counted together.

    Whoever comes later takes a seat of the join; how its free seats are then shared out is counted here.
    """
    axes = [axis for place, axis in enumerate(step.axes) if place not in step.closed]
    first = {tally: least for tally, (least, _) in zip(step.axes, step.after, strict=True)}
    for join in step.joins:
        (tally, seats), *others = join.parts
        at, least = axes.index(tally), first[tally]
        for other, more in others:
            there = axes.index(other)
            table, at = _pair(table, (at, least, seats), (there, first[other], more)), len(axes) - 2
            axes = [axis for axis in axes if axis not in {tally, other}] + [join.tally]
            tally, seats, least = join.tally, seats + more, least + first[other]
        first[join.tally] = least
    return table


def _pair(table: Table, one: tuple[int, int, int], other: tuple[int, int, int]) -> Table:
    """Join two axes, each given by its place, its first value and its seats, into a new last one."""
    (axis, least, seats), (axis_2, least_2, seats_2) = one, other
    table = Table(np.moveaxis(table.pieces, (axis + 1, axis_2 + 1), (-2, -1)), table.load).carried()
    *shape, size, size_2 = table.pieces.shape
    found = _empty((*shape[1:], size + size_2 - 1), len(table.pieces))
    for place, place_2 in product(range(size), range(size_2)):
        free, free_2 = seats - least - place, seats_2 - least_2 - place_2
        ways = Table(table.pieces[..., place, place_2], table.load).times(comb(free + free_2, free))
        found = found.plus(ways, (..., place + place_2))
    return found


def _empty(shape: tuple[int, ...], n_pieces: int) -> Table:
    return Table(np.zeros((n_pieces, *shape), dtype=np.int64))


def stretches(step: Step, moves: dict[int, int]) -> list[list[Stretch]]:
    """Return, for each axis, the stretches of values that these moves take from before the turn to after it."""
    return [
        _stretches(before, after, drops, moves.get(tally, 0))
        for tally, before, after, drops in zip(step.axes, step.before, step.after, step.drops, strict=True)
    ]


def _stretches(before: tuple[int, int], after: tuple[int, int], drops: tuple[bool, bool], moved: int) -> list[Stretch]:
    (first, last), (least, most) = before, after
    found = []
    low, high = max(first, least - moved), min(last, most - moved)
    if low <= high:
        found.append((slice(low - first, high - first + 1), slice(low + moved - least, high + moved - least + 1)))
    if not drops[0]:
        found += [(_one(value - first), _one(0)) for value in range(first, min(last + 1, least - moved))]
    if not drops[1]:
        found += [(_one(value - first), _one(most - least)) for value in range(max(first, most - moved + 1), last + 1)]
    return found


def truth(formula: Formula, values: dict[int, NDArray[np.int64]]) -> NDArray[np.bool_]:
    """Return where on the table a rule holds."""
    match formula:
        case Sum():
            found = sum(
                (weight * values[tally] for tally, weight in formula.weights), start=np.zeros((), dtype=np.int64)
            )
            return found >= formula.at_least
        case Every():
            return reduce(np.logical_and, (truth(part, values) for part in formula.parts))
        case Some():
            return reduce(np.logical_or, (truth(part, values) for part in formula.parts))


def _one(place: int) -> slice:
    return slice(place, place + 1)


def _axis(values: NDArray[np.int64], place: int, n_axes: int) -> NDArray[np.int64]:
    return values.reshape([-1 if axis == place else 1 for axis in range(n_axes)])


def total(plan: Plan, weights: Mapping[int, Mapping[int, int]]) -> int:
    """Return the number of ways in which a problem can be solved.

    Parameters
    ----------
    plan : Plan
        The problem and an order.
    weights : mapping of int to mapping of int to int
        For each tally that stays open to the end, what each final value counts.
    """
    if plan.problem.is_plainly_impossible:
        return 0
    table = START
    for step in plan.steps():
        table = advance(table, step)
    return sum(number for _, number in finals(table, plan, weights))


def finals(table: Table, plan: Plan, weights: Mapping[int, Mapping[int, int]]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield the cells of the last table, and how many ways each stands for."""
    *_, last = plan.steps()
    kept = [(tally, least) for tally, (least, _) in zip(last.axes, last.after, strict=True) if tally in weights]
    for cell in product(*(range(size) for size in table.pieces.shape[1:])):
        shares = (weights[tally].get(least + place, 0) for (tally, least), place in zip(kept, cell, strict=True))
        yield cell, table.number(cell) * prod(shares)
