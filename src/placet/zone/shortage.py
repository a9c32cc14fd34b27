"""Too few people for the posts: Hall's theorem, said with names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from placet.zone.matching import seat


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


@dataclass(frozen=True)
class QuotaShortage:
    """Posts to which a quota must bring more of its people than are left for them.

    Parameters
    ----------
    quota : str
        The constraint or demand that holds the quota.
    posts : tuple of str
        The posts, in the order of the case.
    people : tuple of str
        Everybody whom the quota means and who is left for any of them.
    needed : int
        How many of them these posts must have at least, even if the quota's other posts take as many as they can.
    """

    quota: str
    posts: tuple[str, ...]
    people: tuple[str, ...]
    needed: int

    def to_dict(self) -> dict[str, Any]:
        """Return the shortage as the JSON contract has it."""
        return {"quota": self.quota, "posts": list(self.posts), "people": list(self.people), "needed": self.needed}


@dataclass(frozen=True)
class CapShortage:
    """Posts that need more people than caps on groups let sit there.

    Parameters
    ----------
    caps : tuple of str
        The constraints or demands that hold the caps.
    posts : tuple of str
        The posts, in the order of the case.
    seats : int
        How many seats those posts must fill at least.
    at_most : int
        How many of those who are left may sit there together; fewer than `seats`.
    """

    caps: tuple[str, ...]
    posts: tuple[str, ...]
    seats: int
    at_most: int

    def to_dict(self) -> dict[str, Any]:
        """Return the shortage as the JSON contract has it."""
        return {"caps": list(self.caps), "posts": list(self.posts), "seats": self.seats, "at_most": self.at_most}


def find_cap_shortage(
    caps: Mapping[str, tuple[int, Collection[str]]], seats: Mapping[str, int], left: Mapping[str, Sequence[str]]
) -> CapShortage | None:
    """Return posts for which caps let too few sit; None when the seats can be filled, or caps share people.

    Parameters
    ----------
    caps : mapping of str to (int, collection of str)
        For each cap how many of which people it lets sit in these posts.
    seats : mapping of str to int
        The fewest seats that each post must fill.
    left : mapping of str to sequence of str
        Who may still sit in each post; each can hold one.

    Notes
    -----
    Those whom a cap keeps from sitting fill a post made up for them; then it is a question of matching (Hall 1935).
    """
    names = list(dict.fromkeys(chain.from_iterable(left.values())))
    capped = {id_: [place for place, name in enumerate(names) if name in who] for id_, (_, who) in caps.items()}
    if len(set(chain.from_iterable(capped.values()))) < sum(map(len, capped.values())):
        return None
    idle = {id_: len(group) - caps[id_][0] for id_, group in capped.items() if len(group) > caps[id_][0]}
    allowed = np.zeros((len(seats) + len(idle), len(names)), dtype=bool)
    place = {name: index for index, name in enumerate(names)}
    for row, post in enumerate(seats):
        allowed[row, [place[name] for name in left[post]]] = True
    for row, id_ in enumerate(idle, start=len(seats)):
        allowed[row, capped[id_]] = True
    short = seat(allowed, np.array([*seats.values(), *idle.values()], dtype=np.int64)).short
    if short is None:
        return None
    posts = tuple(post for row, post in enumerate(seats) if row in short)
    used = tuple(id_ for row, id_ in enumerate(idle, start=len(seats)) if row in short)
    there = int(allowed[short].any(axis=0).sum()) - sum(idle[id_] for id_ in used)
    return CapShortage(used, posts, sum(seats[post] for post in posts), there) if posts and used else None


def find_quota_shortage(
    quota: str, needed: int, seats: Mapping[str, int], left: Mapping[str, Sequence[str]]
) -> QuotaShortage | None:
    """Return posts to which a quota must bring more people than are left; None when it can be met by people alone.

    Parameters
    ----------
    needed : int
        How many seats the quota wants at least.
    seats : mapping of str to int
        The most seats of each post that the quota is about.
    left : mapping of str to sequence of str
        Whom of those that the quota means may still sit in each post; each can hold one.

    Notes
    -----
    The seats that others may have are given to people made up for it; then it is a question of matching (Hall 1935).
    """
    spare = sum(seats.values()) - needed
    if spare < 0:
        return None  # it wants more than there are seats, however many people are left
    names = list(dict.fromkeys(chain.from_iterable(left.values())))
    place = {name: index for index, name in enumerate(names)}
    allowed = np.zeros((len(seats), len(names) + spare), dtype=bool)
    allowed[:, len(names) :] = True
    for row, post in enumerate(seats):
        allowed[row, [place[name] for name in left[post]]] = True
    short = seat(allowed, np.array(list(seats.values()), dtype=np.int64)).short
    if short is None:
        return None
    posts = tuple(list(seats)[row] for row in short)
    people = tuple(name for name in names if any(name in left[post] for post in posts))
    others = sum(number for post, number in seats.items() if post not in posts)
    return QuotaShortage(quota, posts, people, needed - others)


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
