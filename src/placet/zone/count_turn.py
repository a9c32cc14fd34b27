"""The turns of a count: how a table becomes the next one when somebody has chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from placet.zone.count_model import Choice
from placet.zone.count_plan import Plan, Step
from placet.zone.count_table import ROOM, START, Table
from placet.zone.count_takeover import taken_over
from placet.zone.formula import Every, Formula, Some, Sum

STRETCH = 16
"""How many cells next to each other in memory should move together; shorter stretches are slow."""

BLOCK = 1 << 16
"""How many cells of a table are written at a time."""

Stretch = tuple[slice, slice]
"""Values of a tally before a choice and, equally many, after it, as places on the axis."""


def advance(table: Table, step: Step) -> Table:
    """Return the table after a chooser's turn; its axes are those of the step that stay open."""
    chosen = [
        (choice, tuple(before for before, _ in move), tuple(after for _, after in move))
        for choice in step.chooser
        for move in product(*stretches(step, dict(choice.moves)))
    ]
    chosen.sort(key=lambda move: move[0].ways)
    if table.load * sum(choice.ways for choice, _, _ in chosen) > ROOM:
        table = table.carried()
    pieces = np.expand_dims(table.pieces, tuple(axis + 1 for axis in step.opened))
    layout = _layout(pieces, {axis for _, one, other in chosen for axis in range(len(one)) if one[axis] != other[axis]})
    source = Table(np.ascontiguousarray(pieces.transpose(0, *(axis + 1 for axis in layout))), table.load)
    shape = tuple(last - first + 1 for first, last in step.after)
    found = Table.empty(tuple(shape[axis] for axis in layout), len(source.pieces))
    moves = [
        Move(choice, tuple(before[axis] for axis in layout), tuple(after[axis] for axis in layout))
        for choice, before, after in chosen
    ]
    loads = accumulate((move.choice.ways * source.load for move in moves), initial=0)
    n_direct = sum(load <= ROOM for load in loads) - 1
    direct, indirect = moves[:n_direct], moves[n_direct:]
    for place, piece in enumerate(source.pieces):
        # With the dots a piece of a table without axes is written to as well, where an iteration would give a copy.
        _gather(found.pieces[place, ...], [(piece, move) for move in direct])
    found = Table(found.pieces, max(1, sum(move.choice.ways * source.load for move in direct)))
    for move in indirect:
        found = found.plus(source.part(move.before).times(move.choice.ways), move.after, move.choice.sign)
    found = Table(found.pieces.transpose(0, *(layout.index(axis) + 1 for axis in range(len(layout)))), found.load)
    values = {
        tally: _axis(np.arange(first, last + 1), place, len(shape))
        for place, (tally, (first, last)) in enumerate(zip(step.axes, step.after, strict=True))
    }
    for rule in step.rules:
        found = Table(found.pieces * truth(rule, values), found.load)
    for axis in reversed(step.closed):
        found = found.summed(axis)
    return taken_over(found, step) if step.takeovers else found


def _layout(pieces: NDArray[np.int64], moved: set[int]) -> list[int]:
    """Return the axes in the order in which they should lie in memory: a long stretch that is not moved comes last."""
    strides = pieces.strides[1:]
    layout = sorted(range(len(strides)), key=lambda axis: (pieces.shape[axis + 1] > 1, -strides[axis]))
    stretch = 1
    for axis in reversed(layout):
        if axis in moved or stretch >= STRETCH:
            break
        stretch *= pieces.shape[axis + 1]
    return layout if stretch >= STRETCH else sorted(layout, key=lambda axis: axis not in moved)


@dataclass(frozen=True)
class Move:
    """A choice, and the cells of an earlier table that it takes to equally many of a new one."""

    choice: Choice
    before: tuple[slice, ...]
    after: tuple[slice, ...]

    def at(self, place: int) -> int | None:
        """Return which place of the first axis it takes to this one, if any."""
        before, after = self.before[0], self.after[0]
        return before.start + place - after.start if after.start <= place < after.stop else None

    @property
    def inner(self) -> Move:
        """The same for the other axes."""
        return Move(self.choice, self.before[1:], self.after[1:])


def _gather(into: NDArray[np.int64], moves: Sequence[tuple[NDArray[np.int64], Move]]) -> None:
    """Write what the moves bring from their tables to a fresh one, which holds 0.

    It is written block by block, so that a block stays in the cache of the processor.
    """
    if into.size > BLOCK and into.ndim > 1:
        inner = [(source, move, move.inner) for source, move in moves]
        for place, block in enumerate(into):
            origins = [(source, move.at(place), rest) for source, move, rest in inner]
            _gather(block, [(source[at], rest) for source, at, rest in origins if at is not None])
        return
    for turn, (source, move) in enumerate(moves):
        after: tuple[Any, ...] = (*move.after, ...)  # the dots keep a table without axes a table
        before: tuple[Any, ...] = (*move.before, ...)
        target, cells = into[after], source[before]
        if move.choice.ways > 1:
            cells = cells * move.choice.ways
        if move.choice.sign < 0:
            target -= cells
        elif turn:
            target += cells
        else:
            target[...] = cells


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
    return sum(number for _, number in finals(table, plan, weights)) // plan.problem.divisor


def finals(table: Table, plan: Plan, weights: Mapping[int, Mapping[int, int]]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield the cells of the last table, and how many ways each stands for."""
    *_, last = plan.steps()
    kept = [(tally, least) for tally, (least, _) in zip(last.axes, last.after, strict=True) if tally in weights]
    for cell in product(*(range(size) for size in table.pieces.shape[1:])):
        shares = (weights[tally].get(least + place, 0) for (tally, least), place in zip(kept, cell, strict=True))
        yield cell, table.number(cell) * prod(shares)
