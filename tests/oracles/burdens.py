"""What ways out ask of each side, and what changes of rules open, from the definitions and by trying all.

Readings that the tests rely on:

- The burden of a side is the sum of the costs of its demands that are given up; sides without consent bear none.
- The fairest concession has the lexicographically smallest burdens, sorted from the largest down; of equals the one of
  fewest demands, then the one whose demands come first.
- A rule is a constraint or the `eligible` of a post; every binding demand stays in force, red lines too.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from oracles.binding import holders
from oracles.settlements import settlements
from oracles.zone import Field, Table, common


def burdens(case, table, given_up):
    """Return what giving these demands up asks of each consent holder."""
    costs = {one.name: (one.side, one.cost) for one in table.demands}
    asked = dict.fromkeys(holders(case), Fraction(0))
    for name in given_up:
        side, cost = costs[name]
        asked[side] += cost
    return asked


def fairest(case, table):
    """Return the demands that the fairest concession gives up; None if there is no concession."""
    order = [one.name for one in table.demands]
    return min(
        table.concessions(),
        key=lambda one: (
            sorted(burdens(case, table, one).values(), reverse=True),
            len(one),
            sorted(map(order.index, one)),
        ),
        default=None,
    )


def frontier(case, table):
    """Return the burdens that no other concession's burdens undercut, as tuples in the order of the sides."""
    found = {tuple(burdens(case, table, one).values()) for one in table.concessions()}
    return {
        point
        for point in found
        if not any(other != point and all(map(Fraction.__le__, other, point)) for other in found)
    }


def rule_sets(case, table, limit=None):
    """Return the smallest sets of rules, as (kind, id), without which a settlement keeps every binding demand.

    None if there are more than `limit` settlements once every post is open to all.
    """
    rules = [("constraint", name) for name in case.get("constraints", {})]
    rules += [("eligibility", post) for post, one in case["posts"].items() if "eligible" in one]
    if settlements(_without(case, rules), limit) is None:
        return None
    found = []
    for size in range(len(rules) + 1):
        for dropped in map(frozenset, combinations(rules, size)):
            if not any(one <= dropped for one in found) and _is_open(_without(case, dropped), table):
                found.append(dropped)
    return found


def _is_open(case, table):
    field = Field(case, settlements(case))
    changed = Table(field, table.demands)
    return bool(common(changed.hard, changed.soft.values()))


def _without(case, dropped):
    posts = {
        post: {key: value for key, value in one.items() if (key != "eligible" or ("eligibility", post) not in dropped)}
        for post, one in case["posts"].items()
    }
    kept = {name: rule for name, rule in case.get("constraints", {}).items() if ("constraint", name) not in dropped}
    return case | {"posts": posts, "constraints": kept}
