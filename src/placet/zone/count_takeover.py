"""Tallies that take over what others counted, when nobody is left who tells the posts of a pool apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from placet.zone.count_plan import Step
from placet.zone.count_table import Table


def taken_over(table: Table, step: Step) -> Table:
    """Return the table after tallies took over from others."""
    axes = [axis for place, axis in enumerate(step.axes) if place not in step.closed]
    first = {tally: least for tally, (least, _) in zip(step.axes, step.after, strict=True)}
    for takeover in step.takeovers:
        source, target = takeover.source, takeover.target
        ways = takeover.ways[first[source] :]
        if target not in axes:
            table = _into(table, axes.index(source), None, ways)
            axes = [*(axis for axis in axes if axis != source), target]
            first[target] = first[source]
        else:
            table = _into(table, axes.index(source), axes.index(target), ways)
            axes = [*(axis for axis in axes if axis not in {source, target}), target]
            first[target] += first[source]
    axis_of = {tally: axis for axis, tally in enumerate(axes)}
    order = [axis_of[tally] + 1 for tally in step.order if tally in axis_of]
    return Table(table.pieces.transpose(0, *order), table.load)


def _into(table: Table, source: int, target: int | None, ways: Sequence[int]) -> Table:
    """Add an axis, its values counted so many ways each, to another, or to a new one, which comes last."""
    pieces = np.moveaxis(table.pieces, source + 1, -1)
    pieces = pieces[..., None, :] if target is None else np.moveaxis(pieces, target + 1 - (source < target), -2)
    *shape, size, more = pieces.shape
    source_table = Table(pieces, table.load).carried()
    found = Table.empty((*shape[1:], size + more - 1), len(source_table.pieces))
    for value in range(more):
        part = Table(source_table.pieces[..., value]).times(ways[value])
        found = found.plus(part, (..., slice(value, value + size)))
    return found
