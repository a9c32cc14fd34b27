"""The made-up cases by which growth is measured: boards, deadlocks and panels of any number of candidates and posts."""

from __future__ import annotations

from deadlocks import deadlock as a_deadlock
from panels import classes
from placet.case.nouns import Case
from slates import slates


def board(seed: int, candidates: int, posts: int) -> Case:
    """Return a board of five sides with scores from 0 to 10 that can be filled in many ways."""
    return slates(seed, candidates, posts)


def deadlock(seed: int, candidates: int, posts: int) -> Case:
    """Return a body that ten demands for each post keep from being filled."""
    return a_deadlock(seed, candidates, posts, 10 * posts)


def panel(seed: int, candidates: int, posts: int) -> Case:
    """Return a body of five classes of alike seats with a quota of women."""
    return classes(seed, candidates, 50, posts)
