"""Which final values of a tally are worth telling apart.

Values from which a rule can no longer be kept are dropped; values that no rule can tell apart become one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placet.zone.formula import Formula, Sum, sums

Range = tuple[int, int]


@dataclass(frozen=True)
class Span:
    """The final values of a tally: beyond an edge a value is dropped (`drops`), or reads like the edge."""

    least: int
    most: int
    drops_below: bool
    drops_above: bool


def spans(
    reach: Mapping[int, Range],
    rules: Sequence[Formula],
    checks: Sequence[Sum],
    seats: Mapping[int, int],
    exact: frozenset[int],
) -> tuple[Span, ...]:
    """Return the span of each tally; `least` is above `most` where no final value is allowed.

    Parameters
    ----------
    reach : mapping of int to (int, int)
        The least and the greatest value that each tally can reach.
    rules : sequence of Formula
        What must hold in the end.
    checks : sequence of Sum
        What must hold on the way, while the posts in it are filling.
    seats : mapping of int to int
        The posts with a fixed number of seats, and that number.
    exact : frozenset of int
        The tallies of which each value must be told apart.
    """
    alive = dict(reach)
    drops = dict.fromkeys(reach, (False, False))
    told: dict[int, Range] = {}
    for _ in range(2):  # what one rule drops narrows what another can tell apart
        before, told = dict(alive), {}
        filling = before | {post: (0, number) for post, number in seats.items()}
        looks = [(leaf, rule is leaf, before, leaf.weights) for rule in rules for leaf in sums(rule)]
        looks += [
            (check, True, filling, tuple(pair for pair in check.weights if pair[0] not in seats)) for check in checks
        ]
        for leaf, must_hold, others, weights in looks:
            for tally, weight in weights:
                fails, passes = _edges(leaf, tally, weight, others)
                first, last = told.get(tally, (fails, passes))
                told[tally] = min(first, fails, passes), max(last, fails, passes)
                if must_hold:
                    low, high = alive[tally]
                    alive[tally] = (max(low, fails + 1), high) if weight > 0 else (low, min(high, fails - 1))
                    below, above = drops[tally]
                    drops[tally] = below or weight > 0, above or weight < 0
    return tuple(
        _span((low, high), (low, high) if tally in exact else told.get(tally, (low, low)), drops[tally])
        for tally, (low, high) in alive.items()
    )


def _span(alive: Range, told: Range, drops: tuple[bool, bool]) -> Span:
    low, high = alive
    if low > high:
        return Span(low, high, *drops)
    return Span(max(low, min(told[0], high)), min(high, max(told[1], low)), *drops)


def _edges(leaf: Sum, tally: int, weight: int, reach: dict[int, Range]) -> Range:
    """Return the value up to which (from which) the leaf surely fails and the one where it begins to surely hold."""
    least = sum(min(w * value for value in reach[other]) for other, w in leaf.weights if other != tally)
    most = sum(max(w * value for value in reach[other]) for other, w in leaf.weights if other != tally)
    if weight > 0:
        return -((most - leaf.at_least) // weight) - 1, -((least - leaf.at_least) // weight)
    return (most - leaf.at_least) // -weight + 1, (least - leaf.at_least) // -weight
