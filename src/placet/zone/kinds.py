"""Columns that are alike: what a search for the best settlement has to decide, and what it may leave to the end.

Two columns are alike when every side scores them alike and they enter the same rows except those that count the
seats of one post. A search decides only how many columns of each kind are 1. Which of them is then a transportation
problem, whose corners are whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placet.zone.rows import Rows

Key = tuple[object, ...]


def kinds(rows: Rows, posts: Iterable[range], weights: Iterable[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Return the kinds among the columns of posts, in the order of their first members.

    Parameters
    ----------
    rows : Rows
        Everything that binds.
    posts : iterable of range
        The columns of each post.
    weights : iterable of tuple of int
        What each side scores for each column.
    """
    stretches = list(posts)
    entered = _entered(rows, {(stretch.start, stretch.stop) for stretch in stretches})
    scales = list(weights)
    never = set(rows.forbidden[-1].tolist())
    found: dict[Key, list[int]] = {}
    for stretch in stretches:
        for column in stretch:
            if column not in never:
                found.setdefault((tuple(scale[column] for scale in scales), tuple(entered.get(column, ()))), []).append(
                    column
                )
    return tuple(tuple(columns) for columns in found.values())


def counted_seats(rows: Rows, posts: Sequence[range]) -> Iterator[tuple[int, int]]:
    """Yield the rows that count the seats of one post, each with the place of that post."""
    place = {(stretch.start, stretch.stop): at for at, stretch in enumerate(posts)}
    stretches = set(place)
    start, index, value = rows.start.tolist(), rows.index, rows.value
    for row in range(len(rows)):
        columns = index[start[row] : start[row + 1]]
        if len(columns) and (int(columns[0]), int(columns[-1]) + 1) in place:
            cells = value[start[row] : start[row + 1]].tolist()
            if _counts_seats(columns.tolist(), cells, stretches):
                yield row, place[int(columns[0]), int(columns[-1]) + 1]


def _entered(rows: Rows, stretches: set[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    """For each column the rows that it enters, with its coefficient, but not those that count a post's seats."""
    found: dict[int, list[tuple[int, int]]] = {}
    start, index, value = rows.start.tolist(), rows.index.tolist(), rows.value.tolist()
    for row in range(len(rows)):
        columns, coefficients = index[start[row] : start[row + 1]], value[start[row] : start[row + 1]]
        if columns and _counts_seats(columns, coefficients, stretches):
            continue
        for column, coefficient in zip(columns, coefficients, strict=True):
            found.setdefault(column, []).append((row, coefficient))
    return found


def _counts_seats(columns: list[int], coefficients: list[int], stretches: set[tuple[int, int]]) -> bool:
    # Columns of a row are in order, each once, so their number tells whether there is a gap.
    whole_stretch = (columns[0], columns[-1] + 1) in stretches and len(columns) == columns[-1] + 1 - columns[0]
    return whole_stretch and abs(coefficients[0]) == 1 and len(set(coefficients)) == 1
