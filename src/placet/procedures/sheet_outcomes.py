"""What comes of sheets handed in at once, for every combination of them in numbers, without playing each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.procedures.combine import Tie, by_last_name
from placet.procedures.moves import Move
from placet.procedures.strike_and_rank import StrikeAndRank

Bits = NDArray[np.int64]
Ranks = NDArray[np.int16]


@dataclass(frozen=True)
class Table:
    """Names, and the sheets that each party can hand in; every function here has one axis for each party.

    A set of names is a number whose bits stand for the names, in their order; 0 is nobody.
    """

    names: tuple[str, ...]
    sheets: tuple[tuple[str, tuple[Move, ...]], ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """How many sheets each party has to choose from."""
        return tuple(len(made) for _, made in self.sheets)

    def part(self, begin: int, end: int) -> Table:
        """Return the table with some of the first party's sheets only."""
        (party, made), *others = self.sheets
        return Table(self.names, ((party, made[begin:end]), *others))


def left_by_vetoes(table: Table) -> Bits:
    """Return whom nobody struck."""
    struck = np.zeros(table.shape, dtype=np.int64)
    for axis, (_, made) in enumerate(table.sheets):
        struck |= _along(axis, table, [_bits(move.names, table.names) for move in made])
    return ((1 << len(table.names)) - 1) & ~struck


def _along(axis: int, table: Table, values: list[int]) -> Bits:
    shape = [1] * len(table.sheets)
    shape[axis] = len(values)
    return np.array(values, dtype=np.int64).reshape(shape)


def _bits(inside: tuple[str, ...], names: tuple[str, ...]) -> int:
    return sum(1 << names.index(name) for name in inside)


def _ranks(table: Table, axis: int, missing: int) -> list[Ranks]:
    """Return for each name the ranks that a party's sheets give it, along the party's axis."""
    shape = [1] * len(table.sheets)
    shape[axis] = len(table.sheets[axis][1])
    given = [dict(move.ranks) for move in table.sheets[axis][1]]
    return [np.array([one.get(name, missing) for one in given], dtype=np.int16).reshape(shape) for name in table.names]


def left_by_descent(table: Table, quota: int) -> Bits:
    """Return whom the parties meet on as they descend: at the first depth where enough do, those with most support."""
    found = np.zeros(table.shape, dtype=np.int64)
    size = len(table.names)
    ranks = [_ranks(table, axis, size + 1) for axis in range(len(table.sheets))]
    for depth in range(1, size + 1):
        support = [sum((by_party[place] <= depth).astype(np.int16) for by_party in ranks) for place in range(size)]
        most = np.maximum.reduce([np.broadcast_to(one, table.shape) for one in support])
        here = np.zeros(table.shape, dtype=np.int64)
        for place, one in enumerate(support):
            here |= np.where(one == most, np.int64(1 << place), np.int64(0))
        found = np.where((found == 0) & (most >= quota), here, found)
    return found


def left_by_ranks(table: Table, procedure: StrikeAndRank) -> Bits:
    """Return who has the lowest combined rank of those whom nobody struck, after the rules for ties."""
    far = np.int16(10_000)
    ranks = [_ranks(table, axis, 0) for axis in range(len(table.sheets))]
    struck = [[_struck(table, axis, name) for axis in range(len(table.sheets))] for name in table.names]
    out = [np.broadcast_to(np.logical_or.reduce(np.broadcast_arrays(*one)), table.shape) for one in struck]
    sums = [np.where(out[place], far, sum(by_party[place] for by_party in ranks)) for place in range(len(table.names))]
    lowest = np.minimum.reduce(sums)
    tied = [(one == lowest) & ~gone for one, gone in zip(sums, out, strict=True)]
    for tie in procedure.ties:
        if tie is Tie.LEAST_GAP:
            gaps = [
                np.where(tied[place], _gap([by_party[place] for by_party in ranks]), far)
                for place in range(len(table.names))
            ]
            least = np.minimum.reduce(gaps)
            tied = [here & (gap == least) for here, gap in zip(tied, gaps, strict=True)]
        elif tie is Tie.CASE_NUMBER:
            return _first_of(tied, table.names, is_odd=bool(procedure.case_is_odd))
        else:
            break
    return np.asarray(sum(here.astype(np.int64) << place for place, here in enumerate(tied)), dtype=np.int64)


def _struck(table: Table, axis: int, name: str) -> NDArray[np.bool_]:
    return _along(axis, table, [int(name in move.names) for move in table.sheets[axis][1]]) > 0


def _gap(ranks: list[Ranks]) -> Ranks:
    spread = np.broadcast_arrays(*ranks)
    gap: Ranks = np.maximum.reduce(spread) - np.minimum.reduce(spread)
    return gap


def _first_of(tied: list[NDArray[np.bool_]], names: tuple[str, ...], *, is_odd: bool) -> Bits:
    found = np.zeros(tied[0].shape, dtype=np.int64)
    for name in by_last_name(names, is_odd=is_odd):
        place = names.index(name)
        found = np.where((found == 0) & tied[place], np.int64(1 << place), found)
    return found
