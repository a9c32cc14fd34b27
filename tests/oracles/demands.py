"""Random demands, records with every kind of date, tallies and road maps."""

from __future__ import annotations

from datetime import date, timedelta

from oracles.shapes import random_form

STEPS = ("truce", "talks", "body")
MOSTLY_VETOES = {"excludes": 6, "at_least": 3, "if": 0.7, "exactly": 1.2}
STANCES = ["asserts", "asserts", "asserts", "reaffirms", "softens", "withdraws", "presumes"]
FIRST_DAY = date(2012, 1, 1)


def demands(rng, names, steps):
    """Return some demands of every side, vetoes more than others; some block a step."""
    found = {}
    for i in range(rng.choice([1, 2, 3, 4, 5, 6, 7, 9])):
        demand = {"side": rng.choice(names.sides[:2] if rng.random() < 0.6 else names.sides)}
        if len(steps) > 1 and rng.random() < 0.3:
            step, until = rng.sample(steps, 2)
            found[f"block-{i}"] = demand | {"blocks": step, "until": until} | _presumed(rng)
            continue
        demand |= random_form(rng, names, MOSTLY_VETOES)
        if rng.random() < 0.4:
            demand["cost"] = rng.choice([1, 2, 3, 2.5, 0.5, 10, "never"])
        found[f"want-{i}"] = demand | _presumed(rng)
    return found


def record(rng, found):
    """Return statements for some of the demands; none at all in two cases of five."""
    if rng.random() < 0.4:
        return []
    entries = []
    for demand in found:
        if rng.random() < 0.55:
            moving = 0
            for _ in range(rng.choice([1, 1, 2, 2, 3])):
                entry = _statement(rng, demand, may_move=moving < 2)
                moving += sum(_is_imprecise(entry.get(key)) for key in ("on", "held_since"))
                entries.append(entry)
    return entries


def tallies(rng, case):
    """Return one or two dated tallies for each side that decides by votes."""
    entries = []
    for side, one in case["sides"].items():
        if isinstance(one["consent"], dict):
            for on in rng.sample(range(40), rng.choice([1, 2])):
                some = rng.sample(list(case["candidates"]), rng.randint(1, len(case["candidates"])))
                votes = {name: {"for": rng.randint(1, 5), "against": 0, "silent": 0} for name in some}
                entries.append({"on": _day(on), "side": side, "tally": votes} | _words())
    return entries


def roadmap(rng):
    """Return a road map of two or three steps, or none."""
    if rng.random() < 0.6:
        return {}
    steps = {}
    for name in STEPS[: rng.choice([2, 3])]:
        step = {"title": {"en": name.title()}}
        if steps and rng.random() < 0.5:
            step["needs"] = rng.sample(list(steps), 1)
        if rng.random() < 0.35:
            step["done"] = _day(rng.randrange(40))
        steps[name] = step
    return steps


def _presumed(rng):
    return {"presumed": rng.choice([0.2, 0.5, 0.8])} if rng.random() < 0.15 else {}


def _statement(rng, demand, may_move):
    entry = {"on": _when(rng, may_move), "demand": demand, "stance": rng.choice(STANCES)}
    if rng.random() < 0.06:
        del entry["on"]
    if entry["stance"] in {"asserts", "reaffirms"} and rng.random() < 0.25 and "on" in entry:
        entry["held_since"] = rng.choice(
            ["..", _day(rng.randrange(-60, 1)), "2011-11"] if may_move else ["..", _day(-30)]
        )
    return entry | _words()


def _when(rng, may_move):
    start = rng.randrange(6) if rng.random() < 0.5 else rng.randrange(40)
    if not may_move or rng.random() < 0.65:
        return _day(start)
    return rng.choice(
        ["2012-01", "2012-02", "2012", f"[..{_day(start)}]", f"[{_day(start)}..{_day(start + rng.randrange(1, 9))}]"]
    )


def _day(number):
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def _is_imprecise(text):
    return text not in {None, ".."} and (text.startswith("[") or len(text) < 10)


def _words():
    return {"by": "A speaker", "quote": "Made-up words."}
