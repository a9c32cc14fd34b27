"""Where an answer of placet differs from the oracles': sentences, none if they agree.

Ways in which two right answers can differ are allowed for: the order of lists; which of several equal demands speaks
for its class (conflicts are compared after expanding `instead`); which minimal `given` or `impossible` is named; which
of several best settlements is returned; and what a concession opens may be left uncounted (null).
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

from oracles.settlements import Settlement, seats
from oracles.zone import bits, common, is_minimal_clash, left_for


def solve_differences(oracle, answer, on):
    """Compare `solve` on the day `on`, an ordinal or None."""
    table = oracle.table(on)
    expected = {
        "on": None if on is None else date.fromordinal(on).isoformat(),
        "feasible": table.zone != 0,
        "count": str(table.zone.bit_count()),
        "excluded": table.excluded(),
        "undetermined": oracle.undetermined(on),
        "cast": _zone_of(oracle.cast(on)),
        "certain": _zone_of(oracle.certain(on)),
        "if_bound": {side: _zone_of(one) for side, one in oracle.if_bound(on).items()},
        "roadmap": oracle.roadmap(on),
        "complete": {"conflicts": True, "concessions": True, "count": True},
        "conflicts": table.conflicts(),
        "concessions": _concessions(table),
    }
    found = {key: answer[key] for key in ("on", "feasible", "count", "complete")}
    found |= {key: _reach(answer[key]) for key in ("cast", "certain")}
    found["if_bound"] = {side: _reach(one) for side, one in answer["if_bound"].items()}
    found["excluded"] = {name: set(demands) for name, demands in answer["excluded"].items()}
    found["undetermined"] = set(answer["undetermined"])
    found["roadmap"] = {step: _step(one) for step, one in answer["roadmap"].items()}
    found["conflicts"] = {one for conflict in answer["conflicts"] for one in expanded(conflict)}
    found["concessions"] = {frozenset(one["give_up"]): _price(one) for one in answer["concessions"]}
    for names, (*price, opens) in found["concessions"].items():
        if opens is None and names in expected["concessions"]:
            found["concessions"][names] = (*price, expected["concessions"][names][-1])
    differ = [
        f"{key}: the oracle has {_said(expected[key])}, placet {_said(found[key])}"
        for key in expected
        if expected[key] != found[key]
    ]
    return differ + _given(table, answer) + _impossible(table, answer) + best_differences(oracle, answer, on)


def compare_differences(oracle, answer, start, end):
    """Compare `compare` between two days."""
    before, after = oracle.standings(start), oracle.standings(end)
    changed = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    found = {one["demand"]: (one["from"], one["to"]) for one in answer["changed"] if ":" not in one["demand"]}
    differ = [] if changed == found else [f"changed: the oracle has {_said(changed)}, placet {_said(found)}"]
    record = oracle.case.get("record", [])
    differ += [
        f"changed: statement {index} is not about {one['demand']}"
        for one in answer["changed"]
        for index in one["statements"]
        if ":" not in one["demand"] and record[index].get("demand") != one["demand"]
    ]
    for end_name, on in (("from", start), ("to", end)):
        zone = _zone_of(oracle.table(on))
        if _reach(answer["zone"][end_name]) != zone:
            differ.append(f"zone {end_name}: the oracle has {zone}, placet {answer['zone'][end_name]}")
        steps = oracle.roadmap(on)
        for name, step in answer["steps"].items():
            one = (step[end_name]["open"], set(step[end_name]["blocked_by"]))
            if one != (steps[name]["open"], steps[name]["blocked_by"]):
                differ.append(f"step {name} {end_name}: the oracle has {steps[name]}, placet {one}")
    return differ


def record_differences(oracle, answer, on):
    """Compare `record` on a day: side, standing and statements of each declared demand."""
    entries = oracle.case.get("record", [])
    expected = {
        name: (
            oracle.case["demands"][name]["side"],
            standing,
            sorted(entry["stance"] for entry in entries if entry.get("demand") == name),
        )
        for name, standing in oracle.standings(on).items()
    }
    found = {
        name: (one["side"], one["standing"], sorted(entry["stance"] for entry in one["statements"]))
        for name, one in answer["demands"].items()
        if ":" not in name
    }
    return [] if expected == found else [f"record: the oracle has {_said(expected)}, placet {_said(found)}"]


def best_differences(oracle, answer, on):
    """Compare the best settlements: each in the zone, undominated, of the best value by its criterion."""
    places = {_key(one): i for i, one in enumerate(oracle.field.settlements)}
    zone = set(bits(oracle.table(on).zone))
    frontier, best = oracle.best(on)
    differ = []
    for one in answer["best"]:
        settlement = Settlement({post: frozenset(names) for post, names in one["slate"].items()}, one["terms"])
        if places.get(_key(settlement)) not in zone:
            differ.append(f"best by {one['criterion']}: {one['slate']} {one['terms']} is not in the zone")
            continue
        vector = oracle.vector(settlement)
        scores = tuple(Fraction(one["scores"][side]) for side in oracle.judges)
        if scores != vector:
            differ.append(f"best by {one['criterion']}: the oracle scores {vector}, placet {scores}")
        if not oracle.judges:
            continue
        if vector not in frontier:
            differ.append(f"best by {one['criterion']}: {vector} is dominated")
        key, value = best[one["criterion"]]
        if key(vector) != value:
            differ.append(f"best by {one['criterion']}: the oracle reaches {value}, placet {key(vector)}")
    wanted = set() if not zone else set(best) if oracle.judges else {None}
    named = {one["criterion"] for one in answer["best"]}
    return differ if named == wanted else [*differ, f"best: the criteria should be {wanted}, placet has {named}"]


def expanded(conflict):
    """Return every conflict that one stands for: any demand of a class in the place of another."""
    choices = [{name, *conflict["instead"].get(name, [])} for name in conflict["demands"]]
    return {frozenset(one) for one in product(*choices)}


def _zone_of(table):
    return {"feasible": table.zone != 0, "count": str(table.zone.bit_count())}


def _reach(answer):
    return {key: answer[key] for key in ("feasible", "count")}


def _step(answer):
    return {"done": answer["done"], "open": answer["open"], "blocked_by": set(answer["blocked_by"])}


def _concessions(table):
    demands = {one.name: one for one in table.demands}
    found = {}
    for names, opens in table.concessions().items():
        by_side = {}
        for name in names:
            by_side[demands[name].side] = by_side.get(demands[name].side, 0) + demands[name].cost
        found[names] = (sum(by_side.values()), by_side, str(opens))
    return found


def _price(concession):
    by_side = {side: Fraction(cost) for side, cost in concession["by_side"].items() if cost}
    return (Fraction(concession["cost"]), by_side, concession["opens"])


def _given(table, answer):
    """Each conflict, with what is given, must be a minimal clash."""
    differ, everything = [], table.field.everything
    for conflict in answer["conflicts"]:
        unknown = [name for name in conflict["given"] if name not in table.given]
        sets = [table.soft.get(name, everything) for name in conflict["demands"]]
        sets += [table.given.get(name, everything) for name in conflict["given"]]
        if unknown or not is_minimal_clash(everything, sets):
            differ.append(f"the conflict {conflict['demands']} given {conflict['given']} is no minimal clash")
        forced = [table.given.get(name, everything) for name in conflict["given"]]
        differ += [
            f"{sorted(one)} given {conflict['given']} does not clash, though it may stand for {conflict['demands']}"
            for one in expanded(conflict)
            if common(everything, [*forced, *(table.soft.get(name, everything) for name in one)])
        ]
        if conflict["shortage"] is not None:
            differ += _shortage(table, conflict)
    return differ


def _shortage(table, conflict):
    """Nobody who can still sit may be left out, nobody excluded counted in, and the seats must be more."""
    case, posts, people = table.field.case, conflict["shortage"]["posts"], set(conflict["shortage"]["people"])
    asked = {**case.get("constraints", {}), **{one.name: one.form for one in table.demands}}
    forms = [asked[name] for name in [*conflict["demands"], *conflict["given"]]]
    kept = [table.field.keeping(form) for form in forms]
    left = {
        name
        for post in posts
        for name in left_for(case, post, forms)
        if all(table.field.seating(name, post) & keeping for keeping in kept)
    }
    named = {name for post in posts for name in left_for(case, post, forms)}
    needed = sum(seats(case, post)[0] for post in posts)
    is_one_body = case.get("one_post_each", True) or len(posts) == 1
    if left <= people <= named and len(people) < needed and is_one_body:
        return []
    return [f"shortage: for {posts} ({needed} seats) the oracle leaves {sorted(left)}, placet {sorted(people)}"]


def _impossible(table, answer):
    named = answer["impossible"]
    if table.hard or not table.field.everything:
        return [f"impossible: nothing should be named, placet names {named}"] if named else []
    if set(named) <= set(table.given) and is_minimal_clash(table.field.everything, [table.given[one] for one in named]):
        return []
    return [f"impossible: {named} is no minimal clash"]


def _key(settlement):
    return (frozenset(settlement.slate.items()), frozenset(settlement.terms.items()))


def _said(value):
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(f"{_said(key)}: {_said(one)}" for key, one in value.items())) + "}"
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(map(_said, value))) + "}"
    if isinstance(value, tuple | list):
        return "(" + ", ".join(map(_said, value)) + ")"
    return str(value)
