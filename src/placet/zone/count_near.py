"""A lower bound around one settlement that is known: how many others differ from it in a few posts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from placet.zone.count_model import model
from placet.zone.count_order import ordered
from placet.zone.count_parts import parts
from placet.zone.count_turn import total
from placet.zone.formula import Formula, at_least, at_most
from placet.zone.lower import Columns
from placet.zone.settlement import Settlement


def near(columns: Columns, formulas: Sequence[Formula], known: Settlement, work: int) -> int:
    """Return how many settlements agree with `known` outside as many posts as can be counted; at least 1.

    Posts are freed one by one, those with the fewest people first, until the next one would be too much work.

    Parameters
    ----------
    columns : Columns
        The columns of the case.
    formulas : sequence of Formula
        What must hold, and does for `known`.
    known : Settlement
        A settlement of the zone.
    work : int
        How many cells may be written in all.
    """
    found, free = 1, frozenset[str]()
    share = work // max(1, len(known.slate))
    for post in sorted(known.slate, key=lambda post: len(columns.of_post[post])):
        counted = model(columns, [*formulas, *_as_known(columns, known, free | {post})])
        taken_apart = None if counted is None else parts(counted)
        if counted is None or taken_apart is None:
            break
        plans = [ordered(problem, share) for problem in taken_apart.problems]
        if sum(plan.work for plan in plans) > share:
            break
        free |= {post}
        same = counted.factor * prod(sum(choice.ways for choice in chooser) for chooser in taken_apart.free)
        found = same * prod(total(plan, counted.weights) for plan in plans)
    return found


def _as_known(columns: Columns, known: Settlement, free: frozenset[str]) -> Iterator[Formula]:
    """Yield what keeps the posts that are not free as they are known."""
    for post, people in known.slate.items():
        if post not in free:
            seated = {column for column in columns.of_post[post] if columns.pairs[column][0] in people}
            yield from (at_least([(column, 1)], 1) for column in seated)
            yield at_most(((column, 1) for column in columns.of_post[post] if column not in seated), 0)
