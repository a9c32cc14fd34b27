"""From how many of each kind to who sits where; or, where that cannot be, an inequality that says why.

A flow from kinds to posts: first every post gets as many as it must have, then everybody who is left finds a seat.
Neither step ever takes from a post what it has. Where a step fails, the kinds and posts that it reached are a cut, and
its inequality between numbers of kinds holds for every settlement (Hall's theorem, with more than one seat a post).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Cut:
    """How many of these kinds there are in all: at least, at most, or both; None where there is no bound."""

    kinds: tuple[int, ...]
    least: int | None = None
    most: int | None = None


class Seating:
    """Which columns can be 1 when it is known how many of each kind are.

    Parameters
    ----------
    kinds : sequence of sequence of int
        The columns of each kind.
    posts : sequence of range
        The columns of each post.
    seats : sequence of (int, int)
        The least and the greatest number of seats of each post.
    """

    def __init__(
        self, kinds: Sequence[Sequence[int]], posts: Sequence[range], seats: Sequence[tuple[int, int]]
    ) -> None:
        self._least = [least for least, _ in seats]
        self._most = [most for _, most in seats]
        post_of = {column: post for post, columns in enumerate(posts) for column in columns}
        self._columns: list[dict[int, list[int]]] = []
        for kind in kinds:
            at: dict[int, list[int]] = {}
            for column in kind:
                at.setdefault(post_of[column], []).append(column)
            self._columns.append(at)

    def cuts(self) -> Iterator[Cut]:
        """Yield what holds from the start: of the kinds of each post alone, and of posts that share kinds."""
        of_post: list[list[int]] = [[] for _ in self._least]
        for kind, at in enumerate(self._columns):
            for post in at:
                of_post[post].append(kind)
        for post, kinds in enumerate(of_post):
            own = [kind for kind in kinds if len(self._columns[kind]) == 1]
            if len(own) < len(kinds):
                yield Cut(tuple(kinds), least=self._least[post])
                yield Cut(tuple(own), most=self._most[post])
        for posts in self._joined():
            kinds = sorted({kind for post in posts for kind in of_post[post]})
            yield Cut(tuple(kinds), sum(self._least[post] for post in posts), sum(self._most[post] for post in posts))

    def _joined(self) -> list[list[int]]:
        """Return the posts in groups that share no kind."""
        group = list(range(len(self._least)))

        def first(post: int) -> int:
            while group[post] != post:
                post = group[post]
            return post

        for at in self._columns:
            roots = {first(post) for post in at}
            for root in roots:
                group[root] = min(roots)
        found: dict[int, list[int]] = {}
        for post in range(len(group)):
            found.setdefault(first(post), []).append(post)
        return list(found.values())

    def seat(self, counts: Mapping[int, int]) -> tuple[int, ...] | Cut:
        """Return the columns that are 1 with so many of each kind (those of 0 may be left out), or why none are."""
        flow = _Flow(self._columns, len(self._least))
        for kind, count in counts.items():
            flow.place(kind, count, self._least)
        if any(held < least for held, least in zip(flow.held, self._least, strict=True)):
            return self._too_few(flow, counts)
        for kind, count in counts.items():
            if not flow.place(kind, count - flow.placed(kind), self._most):
                return self._too_many(*flow.reached([kind], self._most))
        return tuple(
            column
            for kind in counts
            for post, number in flow.of_kind[kind].items()
            for column in self._columns[kind][post][:number]
        )

    def every(self, counts: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
        """Yield the columns that are 1 in each way to seat so many of each kind."""
        if self._fits(list(counts.items()), self._least, self._most):
            yield from self._every(list(counts.items()), self._least, self._most)

    def _every(
        self, waiting: Sequence[tuple[int, int]], least: Sequence[int], most: Sequence[int]
    ) -> Iterator[tuple[int, ...]]:
        if not waiting:
            yield ()
            return
        (kind, count), *others = waiting
        at = {column: post for post, columns in self._columns[kind].items() for column in columns}
        for chosen in combinations(sorted(at), count):
            taken = Counter(at[column] for column in chosen)
            left = [max(number - taken[post], 0) for post, number in enumerate(least)]
            room = [number - taken[post] for post, number in enumerate(most)]
            if all(number >= 0 for number in room) and self._fits(others, left, room):
                for rest in self._every(others, left, room):
                    yield (*chosen, *rest)

    def _fits(self, waiting: Sequence[tuple[int, int]], least: Sequence[int], most: Sequence[int]) -> bool:
        flow = _Flow(self._columns, len(least))
        for kind, count in waiting:
            flow.place(kind, count, least)
        is_enough = flow.held == list(least)
        return is_enough and all(flow.place(kind, count - flow.placed(kind), most) for kind, count in waiting)

    def _too_few(self, flow: _Flow, counts: Mapping[int, int]) -> Cut:
        waiting = [kind for kind, count in counts.items() if flow.placed(kind) < count]
        kinds, posts = flow.reached(waiting, self._least)
        short = [post for post in range(len(self._least)) if post not in posts]
        at_most = sum(len(self._columns[kind].get(post, ())) for kind in kinds for post in short)
        needed = sum(self._least[post] for post in short) - at_most
        others = (
            kind for kind, at in enumerate(self._columns) if kind not in kinds and not at.keys().isdisjoint(short)
        )
        return Cut(tuple(others), least=needed)

    def _too_many(self, kinds: set[int], posts: set[int]) -> Cut:
        elsewhere = sum(len(held) for kind in kinds for post, held in self._columns[kind].items() if post not in posts)
        nowhere_else = {kind for kind, at in enumerate(self._columns) if at.keys() <= posts}
        return Cut(tuple(sorted(kinds | nowhere_else)), most=elsewhere + sum(self._most[post] for post in posts))


class _Flow:
    """How many of each kind sit at each post, and room made for more along alternating paths."""

    def __init__(self, columns: Sequence[Mapping[int, Sequence[int]]], n_posts: int) -> None:
        self._columns = columns
        self.held = [0] * n_posts
        self.of_kind: dict[int, dict[int, int]] = {}
        self._at_post: list[dict[int, int]] = [{} for _ in range(n_posts)]

    def placed(self, kind: int) -> int:
        return sum(self.of_kind.get(kind, {}).values())

    def place(self, kind: int, count: int, room: Sequence[int]) -> bool:
        """Seat so many more of a kind, or as many as there is room for; whether it was enough."""
        self.of_kind.setdefault(kind, {})
        return all(self._place_one(kind, room) for _ in range(count))

    def _place_one(self, kind: int, room: Sequence[int]) -> bool:
        came: dict[int, int] = {}  # from which kind a post was reached
        left: dict[int, int] = {kind: -1}  # from which post a kind was reached
        end = next((post for post in self._walk(came, left) if self.held[post] < room[post]), None)
        if end is None:
            return False
        self.held[end] += 1
        post = end
        while post >= 0:
            mover = came[post]
            self._move(mover, post, 1)
            post = left[mover]
            if post >= 0:
                self._move(mover, post, -1)
        return True

    def reached(self, kinds: Sequence[int], room: Sequence[int]) -> tuple[set[int], set[int]]:
        """Return the kinds and the posts, all of them without room, that alternating paths reach from these kinds."""
        came: dict[int, int] = {}
        left = dict.fromkeys(kinds, -1)
        posts = {post for post in self._walk(came, left) if self.held[post] >= room[post]}
        return set(left), posts

    def _walk(self, came: dict[int, int], left: dict[int, int]) -> Iterator[int]:
        """Yield the posts that can take one more of a kind in `left`, then of kinds that sit there, and so on."""
        waiting = deque(left)
        while waiting:
            kind = waiting.popleft()
            sitting = self.of_kind.get(kind, {})
            for post, columns in self._columns[kind].items():
                if post not in came and sitting.get(post, 0) < len(columns):
                    came[post] = kind
                    yield post
                    for other, number in self._at_post[post].items():
                        if number and other not in left:
                            left[other] = post
                            waiting.append(other)

    def _move(self, kind: int, post: int, by: int) -> None:
        for flow, key in ((self.of_kind[kind], post), (self._at_post[post], kind)):
            flow[key] = flow.get(key, 0) + by
