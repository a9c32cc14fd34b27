"""Standing of a demand on a day, by trying every way in which its statements could be dated.

Readings that the tests rely on:

- A statement without a date makes its demand undetermined whatever else is said (where there is a day).
- A demand with `presumed` is presumed on every date unless the record holds a statement with stance asserts or
  reaffirms for it; if it holds one, the ordinary rules apply on every date.
- Without a day (no dated entry in the record) a demand with `presumed` is presumed, every other stands.
- `held_since: D` is one more assertion on D. `held_since: ".."` is one more on the day after the last withdrawal
  before the statement (long before everything, if there is none).
- `softens` keeps what was; when the first statements are softens or withdraws, the demand stood before them. With
  an assertion and one of them on that same first day, what held before is undetermined.
- On one day asserts and reaffirms contradict withdraws; softens contradicts nothing.
"""

from __future__ import annotations

from itertools import product

from oracles.dates import interval, representatives

ASSERTION, SOFTENING, WITHDRAWAL = "assertion", "softening", "withdrawal"
KINDS = {
    "asserts": ASSERTION,
    "reaffirms": ASSERTION,
    "softens": SOFTENING,
    "withdraws": WITHDRAWAL,
}
ALWAYS = -1


def standings(case, on):
    """Return the standing of each demand on the day `on` (an ordinal, or None)."""
    said = {}
    for entry in case.get("record", []):
        if entry.get("stance") in KINDS:
            said.setdefault(entry["demand"], []).append(entry)
    return {name: standing(demand, said.get(name, []), on) for name, demand in case.get("demands", {}).items()}


def standing(demand, statements, on):
    """Return stands, fallen, unvoiced, presumed or undetermined."""
    is_asserted = any(KINDS[entry["stance"]] == ASSERTION for entry in statements)
    if "presumed" in demand and (on is None or not is_asserted):
        return "presumed"
    if on is None or not statements:
        return "stands"
    if any(entry.get("on") is None for entry in statements):
        return "undetermined"
    found = {_in_world(world, on) for world in _worlds(statements, on)}
    return found.pop() if len(found) == 1 else "undetermined"


def _worlds(statements, on):
    """Yield every way to date the statements: lists of (day, kind, whether held as far back as can be)."""
    moments = []
    for entry in statements:
        held = entry.get("held_since")
        moments.append((interval(entry["on"]), KINDS[entry["stance"]], held == ".."))
        if held not in {None, ".."}:
            moments.append((interval(held), ASSERTION, False))
    moving = sum(first != last for (first, last), _, _ in moments)
    anchors = {on} | {end for span, _, _ in moments for end in span if end is not None}
    reach = moving + any(back for _, _, back in moments)
    choices = [representatives(span, anchors, reach) for span, _, _ in moments]
    for days in product(*choices):
        yield [(one, kind, back) for one, (_, kind, back) in zip(days, moments, strict=True)]


def _in_world(world, on):
    """Return the standing on the day when every statement has its day."""
    events = [(one, kind) for one, kind, _ in world]
    for said_on, _, back in world:
        if back:
            earlier = [one for one, kind, _ in world if kind == WITHDRAWAL and one < said_on]
            events.append((max(earlier) + 1 if earlier else ALWAYS, ASSERTION))
    by_day = {}
    for one, kind in events:
        by_day.setdefault(one, set()).add(kind)
    first = by_day[min(by_day)]
    state = "unvoiced" if first == {ASSERTION} else "undetermined" if ASSERTION in first else "stands"
    for one in sorted(by_day):
        if one > on:
            break
        kinds = by_day[one]
        if {ASSERTION, WITHDRAWAL} <= kinds:
            state = "undetermined"
        elif ASSERTION in kinds:
            state = "stands"
        elif WITHDRAWAL in kinds:
            state = "fallen"
    return state
