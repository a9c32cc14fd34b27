"""Too few people for the posts: Hall's theorem, said with names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Shortage:
    """Posts that together need more people than are left for them.

    Parameters
    ----------
    posts : tuple of str
        The posts, in the order of the case.
    people : tuple of str
        Everybody who is left for any of them.
    seats : int
        How many seats those posts must fill at least; more than there are people.
    """

    posts: tuple[str, ...]
    people: tuple[str, ...]
    seats: int

    def to_dict(self) -> dict[str, Any]:
        """Return the shortage as the JSON contract has it."""
        return {"posts": list(self.posts), "people": list(self.people), "seats": self.seats}


def find_shortage(
    seats: Mapping[str, int], left: Mapping[str, Sequence[str]], *, one_post_each: bool = True
) -> Shortage | None:
    """Return posts that are short of people, or None when everybody needed can be found.

    Parameters
    ----------
    seats : mapping of str to int
        The fewest seats that each post must fill.
    left : mapping of str to sequence of str
        Who may still sit in each post.

    Notes
    -----
    Maximum bipartite matching by augmenting paths; when a seat stays empty, the posts and people reached from it by
    alternating paths are the shortage (Hall 1935). O(seats * pairs).
    """
    if not one_post_each:
        short = next((post for post in seats if len(left[post]) < seats[post]), None)
        return None if short is None else Shortage((short,), tuple(left[short]), seats[short])
    holds: dict[str, str] = {}
    for post, needed in seats.items():
        for _ in range(needed):
            reached = _augment(post, left, holds)
            if reached is not None:
                posts = tuple(one for one in seats if one in reached)
                people = dict.fromkeys(person for one in posts for person in left[one])
                return Shortage(posts, tuple(people), sum(seats[one] for one in posts))
    return None


def _augment(start: str, left: Mapping[str, Sequence[str]], holds: dict[str, str]) -> set[str] | None:
    """Seat one more person in `start`, moving others if need be; failing that return every post reached."""
    came_by: dict[str, tuple[str, str]] = {}
    reached = {start}
    queue = [start]
    seen: set[str] = set()
    for post in queue:
        for person in left[post]:
            if person in seen:
                continue
            seen.add(person)
            held = holds.get(person)
            if held is None:
                while True:
                    holds[person] = post
                    if post == start:
                        return None
                    post, person = came_by[post]  # noqa: PLW2901 -- walking the path back to its start
            if held not in reached:
                reached.add(held)
                came_by[held] = (post, person)
                queue.append(held)
    return reached
