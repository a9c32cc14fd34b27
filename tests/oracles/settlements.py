"""Every settlement that keeps the structure of the body, and what each is worth to a side.

The structure is posts, seats (also ranges), eligibility, one post for each person unless the case says otherwise,
and one option for each term. The seats of one post are a set; posts and terms are distinct.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from oracles.forms import members
from oracles.yaml_tree import number


@dataclass(frozen=True)
class Settlement:
    """Who sits where (a set of people for each post), and the option chosen for each term."""

    slate: dict
    terms: dict


def settlements(case, limit=None):
    """Return all settlements that keep the structure; None if there are more than `limit`."""
    found = []
    options = [list(term["options"]) for term in case.get("terms", {}).values()]
    for slate in _slates(case, list(case["posts"]), {}):
        for chosen in product(*options):
            found.append(Settlement(slate, dict(zip(case.get("terms", {}), chosen, strict=True))))
            if limit is not None and len(found) > limit:
                return None
    return found


def eligible(case, post):
    """Return the candidates who may hold the post."""
    if "eligible" not in case["posts"][post]:
        return set(case["candidates"])
    return members(case, case["posts"][post]["eligible"])


def seats(case, post):
    """Return the least and the greatest number of seats of a post."""
    written = case["posts"][post]["seats"]
    if isinstance(written, dict):
        return int(written["at_least"]), int(written["at_most"])
    return int(written), int(written)


def score(preference, settlement):
    """Return what a settlement is worth to a side with this preference."""
    total = Fraction(0)
    for post, people in settlement.slate.items():
        replaced = preference.get("posts", {}).get(post, {})
        for name in people:
            total += number(replaced[name]) if name in replaced else _by_name(preference, name)
    for term, option in settlement.terms.items():
        total += number(preference.get("terms", {}).get(term, {}).get(option, "0"))
    return total


def _slates(case, posts, taken):
    if not posts:
        yield dict(taken)
        return
    post, *rest = posts
    free = eligible(case, post)
    if case.get("one_post_each", True):
        free = free - set().union(*taken.values())
    least, most = seats(case, post)
    for size in range(least, most + 1):
        for people in combinations(sorted(free), size):
            yield from _slates(case, rest, taken | {post: frozenset(people)})


def _by_name(preference, name):
    if "approves" in preference:
        return Fraction(name in preference["approves"])
    if "ranking" in preference and name in preference["ranking"]:
        return Fraction(len(preference["ranking"]) - 1 - preference["ranking"].index(name))
    if name in preference.get("scores", {}):
        return number(preference["scores"][name])
    return number(preference["unscored"])
