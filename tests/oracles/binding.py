"""Which demands bind on a day: the declared ones that hold, and those that tallies make.

Readings that the tests rely on:

- The top of an answer binds what stands, is presumed or undetermined, of the sides that hold consent; `cast` leaves
  out the presumed; `certain` leaves out the undetermined too; `if_bound` is the top with one more side bound.
- A side with tallies has a demand `SIDE:CANDIDATE` for each candidate without the votes needed, at the cost of the
  votes missing; a candidate that the latest tally leaves out is undetermined, at the cost of all the votes needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from oracles.dates import interval
from oracles.standing import standings
from oracles.yaml_tree import number

TOP = frozenset({"stands", "presumed", "undetermined"})
CAST = frozenset({"stands", "undetermined"})
CERTAIN = frozenset({"stands"})


@dataclass(frozen=True)
class Held:
    """A demand with its standing on the day. `cost` is None for a red line."""

    name: str
    side: str
    form: dict
    cost: Fraction | None
    standing: str


def held(case, on):
    """Return every demand on the composition of the body, with its standing, tallies' demands last."""
    found = [
        Held(name, demand["side"], demand, _cost(demand), standing)
        for (name, demand), standing in zip(case.get("demands", {}).items(), standings(case, on).values(), strict=True)
        if "blocks" not in demand
    ]
    for side in case["sides"]:
        found += from_tally(case, side, on)
    return found


def from_tally(case, side, on):
    """Return the demands that the latest tally of `side` on or before the day makes. Tallies have exact days."""
    consent = case["sides"][side].get("consent")
    if not isinstance(consent, dict):
        return []
    needs = number(consent["needs"])
    past = [
        (interval(entry["on"])[1], entry["tally"])
        for entry in case.get("record", [])
        if entry.get("side") == side and "tally" in entry and on is not None and interval(entry["on"])[1] <= on
    ]
    votes = max(past, key=lambda dated: dated[0])[1] if past else {}
    found = []
    for candidate in case["candidates"]:
        in_favour = number(votes[candidate]["for"]) if candidate in votes else Fraction(0)
        standing = "stands" if candidate in votes else "undetermined"
        if in_favour < needs:
            found.append(Held(f"{side}:{candidate}", side, {"excludes": candidate}, needs - in_favour, standing))
    return found


def holders(case):
    """Return the sides that hold consent."""
    return [name for name, side in case["sides"].items() if side.get("consent", False) is not False]


def binding(demands, sides, standings_meant):
    """Return the demands of these sides that have one of these standings."""
    return [one for one in demands if one.side in sides and one.standing in standings_meant]


def _cost(demand):
    return None if demand.get("cost") == "never" else number(demand.get("cost", "1"))
