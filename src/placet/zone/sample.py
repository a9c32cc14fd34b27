"""Settlements drawn at random, each as likely as any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from math import comb, isqrt

import numpy as np

from placet.errors import QuestionError
from placet.zone.count import DEFAULT
from placet.zone.count_kinds import Crowd, apart
from placet.zone.count_model import Choice, Model, model, splits
from placet.zone.count_order import arranged
from placet.zone.count_parts import parts
from placet.zone.count_plan import Plan, Step
from placet.zone.count_rejection import drawn_settlements
from placet.zone.count_table import START, Table
from placet.zone.count_turn import Stretch, advance, finals, stretches, truth
from placet.zone.formula import Formula
from placet.zone.lower import Columns

Cell = tuple[int, ...]


def sample_settlements(
    columns: Columns, formulas: Sequence[Formula], n: int, rng: np.random.Generator, *, work: int = DEFAULT
) -> list[list[int]]:
    """Return `n` settlements, independent and uniform among all that keep every formula.

    Parameters
    ----------
    columns : Columns
        The columns of the case.
    formulas : sequence of Formula
        What must hold: constraints and binding demands.
    n : int
        How many are wanted.
    rng : numpy.random.Generator
        Where chance comes from.
    work : int
        How many cells of tables a count may write; drawing takes about twice that.

    Returns
    -------
    list of list of int
        For each settlement the values of the columns, 0 or 1.

    Raises
    ------
    QuestionError
        When no settlement keeps the formulas; or when there are too many to count, and too few of those that the posts
        alone would allow keep every rule to be found by drawing.

    Notes
    -----
    The tables of the exact count are walked from the last to the first, and every step back is taken in proportion to
    the ways that lead there. One table in about sqrt(people) is kept, and those between are counted again. Where the
    tables would be too large, every post draws for itself, and what does not keep every rule is thrown away: what is
    left is as uniform (`count_rejection`).
    """
    counted = model(columns, formulas)
    taken_apart = None if counted is None else parts(counted)
    if counted is None or taken_apart is None:
        raise _nothing()
    plans = [arranged(problem, work, pools=False) for problem in taken_apart.problems]
    if sum(plan.work for plan in plans) > work:
        return drawn_settlements(columns, formulas, n, rng)
    drawn: list[list[Choice]] = [[] for _ in range(n)]
    for chooser in taken_apart.free:
        for choices in drawn:
            choices.append(chooser[_pick([choice.ways for choice in chooser], rng)])
    for plan in plans:
        for choices, more in zip(drawn, _solutions(plan, counted.weights, n, rng), strict=True):
            choices.extend(more)
    return [_values(columns, counted, choices, rng) for choices in drawn]


def _solutions(
    plan: Plan, weights: Mapping[int, Mapping[int, int]], n: int, rng: np.random.Generator
) -> list[list[Choice]]:
    """Return what the choosers choose in each of `n` ways to solve the problem."""
    if plan.problem.is_plainly_impossible:
        raise _nothing()
    steps = list(plan.steps())
    size = isqrt(len(steps)) + 1
    stretch = [steps[first : first + size] for first in range(0, len(steps), size)]
    kept = [START]
    for some in stretch:
        kept.append(list(_tables(kept[-1], some))[-1])
    ends = list(finals(kept.pop(), plan, weights))
    if not any(number for _, number in ends):
        raise _nothing()
    cells = [ends[_pick([number for _, number in ends], rng)][0] for _ in range(n)]
    found: list[list[Choice]] = [[] for _ in range(n)]
    for some, table in zip(reversed(stretch), reversed(kept), strict=True):
        before = [table, *islice(_tables(table, some), len(some) - 1)]
        for step, source in zip(reversed(some), reversed(before), strict=True):
            backward = _Backward(step, source)
            for walk in range(n):
                choice, cells[walk] = backward.draw(cells[walk], rng)
                order = rng.permutation(len(choice.people)).tolist() if isinstance(choice, Crowd) else []
                found[walk].extend(apart(choice, order))
    return found


def _tables(table: Table, steps: Sequence[Step]) -> Iterator[Table]:
    for step in steps:
        table = advance(table, step)
        yield table


class _Backward:
    """One turn walked backwards: from a cell after it to the choice made and the cell before it."""

    def __init__(self, step: Step, source: Table) -> None:
        self.step, self.source = step, source
        self.moves = [(choice, stretches(step, dict(choice.moves))) for choice in step.chooser]
        self.known: dict[Cell, tuple[list[tuple[Choice, Cell]], list[int]]] = {}

    def draw(self, cell: Cell, rng: np.random.Generator) -> tuple[Choice, Cell]:
        if cell not in self.known:
            origins = [
                (choice, before)
                for after in self.cells_after(cell)
                for choice, moves in self.moves
                for before in self.origins(after, moves)
            ]
            self.known[cell] = origins, [choice.ways * self.source.number(before) for choice, before in origins]
        origins, numbers = self.known[cell]
        return origins[_pick(numbers, rng)]

    def cells_after(self, cell: Cell) -> Iterator[Cell]:
        """Yield the cells that become this one when axes are closed and rules are checked."""
        left = iter(cell)
        ranges = [
            range(last - first + 1) if axis in self.step.closed else (next(left),)
            for axis, (first, last) in enumerate(self.step.after)
        ]
        for full in product(*ranges):
            values = {
                tally: np.array(first + place)
                for tally, (first, _), place in zip(self.step.axes, self.step.after, full, strict=True)
            }
            if all(truth(rule, values) for rule in self.step.rules):
                yield full

    def origins(self, after: Cell, moves: list[list[Stretch]]) -> Iterator[Cell]:
        """Yield the cells of the table before the turn that these moves take to `after`."""
        places = [
            [before.start + place - reached.start for before, reached in axis if reached.start <= place < reached.stop]
            for axis, place in zip(moves, after, strict=True)
        ]
        for cell in product(*places):
            yield tuple(place for axis, place in enumerate(cell) if axis not in self.step.opened)


def _values(columns: Columns, counted: Model, choices: list[Choice], rng: np.random.Generator) -> list[int]:
    """Return the columns of a settlement; who sits in a class of posts is dealt out to its posts."""
    values = [0] * len(columns)
    classes = {post: group for group in counted.classes if len(group) > 1 for post in group}
    people: dict[tuple[str, ...], list[str]] = {}
    for choice in choices:
        if not choice.columns:
            continue
        column = choice.columns[int(rng.integers(len(choice.columns)))]
        if column < len(columns.pairs) and columns.pairs[column][1] in classes:
            candidate, post = columns.pairs[column]
            people.setdefault(classes[post], []).append(candidate)
        else:
            values[column] = 1
    of_pair = {pair: column for column, pair in enumerate(columns.pairs)} if people else {}
    for group, seated in people.items():
        order = [seated[place] for place in rng.permutation(len(seated))]
        for place, post in enumerate(group):
            seats = [columns.case.posts[other].seats for other in group[place:]]
            rest, here = splits(seats[1:]), range(seats[0].at_least, min(seats[0].at_most, len(order)) + 1)
            size = here[_pick([comb(len(order), taken) * rest.get(len(order) - taken, 0) for taken in here], rng)]
            for candidate in order[:size]:
                values[of_pair[candidate, post]] = 1
            del order[:size]
    return values


def _pick(weights: Sequence[int], rng: np.random.Generator) -> int:
    """Return a place with probability exactly in proportion to its weight, however large the weights are."""
    total = sum(weights)
    n_bytes = total.bit_length() // 8 + 1
    excess = 8 * n_bytes - total.bit_length()
    while (drawn := int.from_bytes(rng.bytes(n_bytes), "big") >> excess) >= total:
        pass
    place = 0
    while drawn >= weights[place]:
        drawn -= weights[place]
        place += 1
    return place


def _nothing() -> QuestionError:
    return QuestionError("a zone without any settlement", "a zone in which somebody can be appointed")
