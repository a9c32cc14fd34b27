"""Counting by a plain table: person by person, how many ways there are to have filled so many seats of each class.

No package counts this. The table is what a programmer would write in an afternoon, in Python's own integers, which
never overflow. It serves bodies without demands, with one quota of women as a share of all seats.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from harness.values import Note
from peers.written import written
from placet.case.nouns import Case

Search = Callable[[Note], Any]


def count(case: Case) -> Search:
    """Count the ways to seat people."""
    (women_row,) = (row for row in written(case).hard if len(row.columns) > 0 and row.high >= 10**9)
    posts = {post: place for place, post in enumerate(case.posts)}
    able: dict[str, list[int]] = {who: [] for who in case.candidates}
    for post in case.posts:
        for who in case.eligible(post):
            able[who].append(posts[post])
    needs = [post.seats.at_least for post in case.posts.values()]
    women = {who for who, one in case.candidates.items() if one.traits["gender"] == "woman"}

    def table(people: list[str]) -> np.ndarray[Any, Any]:
        ways = np.zeros([need + 1 for need in needs], dtype=object)
        ways[(0,) * len(needs)] = 1
        for who in people:
            before = ways.copy()
            for place in able[who]:
                there = [slice(None)] * len(needs)
                here = list(there)
                there[place], here[place] = slice(1, None), slice(None, -1)
                ways[tuple(there)] += before[tuple(here)]
        return ways

    def search(_: Note) -> dict[str, Any]:
        of_women = table([who for who in case.candidates if who in women])
        of_men = table([who for who in case.candidates if who not in women])
        total = 0
        for seats, ways in np.ndenumerate(of_women):
            if ways and sum(seats) >= women_row.low:
                total += ways * of_men[tuple(need - seat for need, seat in zip(needs, seats, strict=True))]
        return {"count": str(total), "exact": True}

    return search
