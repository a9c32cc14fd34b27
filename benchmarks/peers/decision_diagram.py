"""Counting by a decision diagram (oxidd): one post, its size and every quota as diagrams, joined and counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from oxidd.bdd import BDDManager

from harness.values import Note
from peers.written import ANY, LinearRow, written
from placet.case.nouns import Case

Search = Callable[[Note], Any]
NODES, CACHE = 50_000_000, 16_000_000


def count(case: Case) -> Search:
    """Count the panels; people stand in the order of their region, then their party, which keeps the diagram small."""
    told = written(case)
    if len(case.posts) != 1:
        raise TypeError("found several posts, expected one")
    order = sorted(range(len(told.pairs)), key=lambda column: _place(case, told.pairs[column][0]))
    level = {column: place for place, column in enumerate(order)}
    rows = [(sorted(level[column] for column in row.columns), row) for row in told.hard]
    # The size of the panel first, then what lies close together: of five orders tried, the only one that was fast.
    joined = sorted(rows, key=lambda one: (len(one[0]) < len(order), max(one[0], default=0) - min(one[0], default=0)))

    def search(_: Note) -> dict[str, Any]:
        manager = BDDManager(NODES, CACHE, 1)
        manager.add_vars(len(order))
        whole = manager.true()
        for levels, row in joined:
            whole &= _row(manager, levels, row)
        return {"count": str(whole.sat_count(len(order))), "exact": True}

    return search


def _place(case: Case, who: str) -> tuple[Any, ...]:
    person = case.candidates[who]
    return person.traits["region"], person.groups, person.traits["gender"]


def _row(manager: BDDManager, levels: list[int], row: LinearRow) -> Any:
    """Return the diagram of ``low <= sum <= high``, built from the last variable to the first."""
    is_open = row.high >= ANY
    most = row.low if is_open else min(row.high, len(levels))
    # after[k]: the rest of the row, when k of those before are chosen; in an open row the last k stands for k or more.
    after = [manager.true() if k >= row.low else manager.false() for k in range(most + 1)]
    for level in reversed(levels):
        chosen = manager.var(level)
        beyond = after[most] if is_open else manager.false()
        after = [chosen.ite(after[k + 1] if k < most else beyond, after[k]) for k in range(most + 1)]
    return after[0]
