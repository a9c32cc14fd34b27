"""Parts of a counting problem that have nothing to do with each other: their counts multiply."""

from __future__ import annotations

from dataclasses import dataclass

from placet.zone.count_model import Chooser, Model
from placet.zone.count_problem import Problem
from placet.zone.formula import Formula, holds, sums

FREE = -1
"""Where choosers stand that move no tally."""


@dataclass(frozen=True)
class Parts:
    """A counting problem taken apart.

    Parameters
    ----------
    free : tuple of Chooser
        Those whose choices no rule looks at.
    problems : tuple of Problem
        The rest, in parts that share no chooser, no tally and no rule.
    """

    free: tuple[Chooser, ...]
    problems: tuple[Problem, ...]


def parts(model: Model) -> Parts | None:
    """Take a problem apart; None when a rule about tallies that nobody moves fails."""
    group = list(range(model.n_tallies))

    def root(tally: int) -> int:
        while group[tally] != tally:
            group[tally] = tally = group[group[tally]]
        return tally

    moved = [sorted({tally for choice in chooser for tally, _ in choice.moves}) for chooser in model.choosers]
    read = [sorted({tally for leaf in sums(rule) for tally, _ in leaf.weights}) for rule in model.rules]
    for first, *others in filter(None, (*moved, *read)):
        for tally in others:
            group[root(tally)] = root(first)
    choosers: dict[int, list[Chooser]] = {}
    for chooser, tallies in zip(model.choosers, moved, strict=True):
        choosers.setdefault(root(tallies[0]) if tallies else FREE, []).append(chooser)
    free = tuple(choosers.pop(FREE, ()))
    rules: dict[int, list[Formula]] = {}
    for rule, tallies in zip(model.rules, read, strict=True):
        if root(tallies[0]) in choosers:
            rules.setdefault(root(tallies[0]), []).append(rule)
        elif not holds(rule, [0] * model.n_tallies):
            return None
    kept: dict[int, set[int]] = {}
    for tally in model.weights:
        kept.setdefault(root(tally), set()).add(tally)
    return Parts(
        free,
        tuple(
            Problem(
                tuple(found),
                tuple(rules.get(place, ())),
                frozenset(kept.get(place, ())),
                len(model.classes),
                (0,) * len(found),
            )
            for place, found in choosers.items()
        ),
    )
