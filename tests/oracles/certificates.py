"""Checks the certificate of a conflict by arithmetic alone, from the text of the case: it finds nothing to solve.

What a form of the case file demands is written as sums here, apart from placet: each is a weight for every
(person, post) or (term, option), and what the weights of an appointment must come to at least.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise, permutations, product
from math import gcd, lcm

from oracles.forms import members
from oracles.settlements import eligible, seats
from oracles.yaml_tree import number

MOST_READINGS = 256


def faults(case, conflict, forms):
    """Return what is wrong with the certificate of a conflict; `forms` are all demands and constraints by id."""
    named = {name: forms[name] for name in (*conflict["demands"], *conflict["given"])}
    return _faults(case, conflict["certificate"], named, ())


def _faults(case, proof, forms, assumed):
    if proof["kind"] == "cut":
        return _cut_faults(case, proof, forms)
    if proof["kind"] == "alone":
        name = proof.get("demand", proof.get("constraint"))
        reached = [sum(weight for weight in row.values() if weight > 0) for row, _ in sums(case, forms[name])]
        needed = [bound for _, bound in sums(case, forms[name])]
        is_out = any(most < bound for most, bound in zip(reached, needed, strict=True))
        return [] if is_out else [f"{name} can be met alone"]
    if proof["kind"] == "cases":
        cells = [tuple(pair) for pair in proof["of"]]
        low, high = proof["at_most"], proof["at_least"]
        if high["number"] != low["number"] + 1:
            return ["the two cases leave a gap"]
        below = (dict.fromkeys(cells, -1), -low["number"])
        above = (dict.fromkeys(cells, 1), high["number"])
        return _faults(case, low, forms, (*assumed, below)) + _faults(case, high, forms, (*assumed, above))
    return _sum_faults(case, proof, forms, assumed)


def _sum_faults(case, proof, forms, assumed):
    """Add the lines up; where a line can be read as several sums of one form, some reading must do."""
    readings = [_readings(case, line, forms, assumed) for line in proof["lines"]]
    if not all(readings):
        return [f"no such line: {line}" for line, found in zip(proof["lines"], readings, strict=True) if not found]
    refused = {cell for name in proof["refused_by"] for cell in _forbidden(case, forms[name])}
    for _, chosen in zip(range(MOST_READINGS), product(*readings), strict=False):
        total, needed = {}, 0
        for line, (row, bound) in zip(proof["lines"], chosen, strict=True):
            needed += line["times"] * bound
            for cell, weight in row.items():
                total[cell] = total.get(cell, 0) + line["times"] * weight
        possible = sum(weight for cell, weight in total.items() if weight > 0 and cell not in refused)
        if (needed, possible) == (proof["needed"], proof["possible"]) and needed > possible:
            return []
    return ["the lines do not add up"]


def _readings(case, line, forms, assumed):
    if line["times"] < 1:
        return []
    if "assumed" in line:
        found = [assumed[int(line["assumed"]) - 1]]
    elif "demand" in line or "constraint" in line:
        found = sums(case, forms[line.get("demand", line.get("constraint"))])
    else:
        found = _structure(case, line)
    return [(row, bound) for row, bound in found if _is_bound(line, row, bound)]


def _is_bound(line, row, bound):
    if any(weight > 0 for weight in row.values()):
        return line.get("at_least") == bound
    return line.get("at_most") == -bound


def _structure(case, line):
    if "post" in line:
        cells = [(name, line["post"]) for name in eligible(case, line["post"])]
        least, most = seats(case, line["post"])
        return [(dict.fromkeys(cells, 1), least), (dict.fromkeys(cells, -1), -most)]
    if "person" in line:
        held = [(line["person"], post) for post in case["posts"] if line["person"] in eligible(case, post)]
        return [(dict.fromkeys(held, -1), -1)] if case.get("one_post_each", True) else []
    chosen = [(line["term"], option) for option in case["terms"][line["term"]]["options"]]
    return [(dict.fromkeys(chosen, 1), 1), (dict.fromkeys(chosen, -1), -1)]


def _cut_faults(case, proof, forms):
    found = []
    refused = {cell for name in proof["refused_by"] for cell in _forbidden(case, forms[name])}
    left = {post: {name for name in eligible(case, post) if (name, post) not in refused} for post in proof["posts"]}
    if {post: set(names) for post, names in proof["left"].items()} != left:
        found.append("others are left than it says")
    people = set().union(*left.values())
    if people != set(proof["people"]) or proof["seats"] != sum(seats(case, post)[0] for post in left):
        found.append("people or seats are miscounted")
    if len(people) >= proof["seats"] or not (case.get("one_post_each", True) or len(left) == 1):
        found.append("there are people enough")
    return found


def _forbidden(case, form):
    """Return the cells that a form keeps empty."""
    rows = sums(case, form)
    return {cell for row, bound in rows if bound == 0 and all(weight < 0 for weight in row.values()) for cell in row}


def sums(case, form):
    """Return the sums that a form comes to, in smallest whole numbers; none for those that hold an either-or."""
    if "if" in form:
        return _settled(case, form)
    if "chooses" in form:
        return [({choice: 1}, 1) for choice in form["chooses"].items()]
    posts = form.get("in", list(case["posts"]))
    cells = [(name, post) for post in posts for name in eligible(case, post)]
    if "apart" in form or "together" in form:
        return _about_people(case, form, cells)
    if "equal" in form:
        parts, within = [members(case, part) for part in form["equal"]], int(number(form.get("within", "0")))
        pairs = permutations(parts, 2)
        return [_whole({cell: (cell[0] in two) - (cell[0] in one) for cell in cells}, -within) for one, two in pairs]
    if "total" in form:
        worth = {cell: number(case["candidates"][cell[0]].get("traits", {}).get(form["total"], "0")) for cell in cells}
        return [row for text, sign in _bounds(form) for row in [_whole(_times(worth, sign), sign * number(text))]]
    quota = {"at_most": "0"} if "excludes" in form else form
    meant = members(case, form["excludes"] if "excludes" in form else form["where"])
    counted = {cell: int(cell[0] in meant) for cell in cells}
    found = []
    for text, sign in _bounds(quota):
        if text.endswith("%"):
            part = number(text[:-1]) / 100
            found.append(_whole({cell: sign * (there - part) for cell, there in counted.items()}, 0))
        else:
            found.append(_whole(_times(counted, sign), sign * number(text)))
    return found


def _settled(case, form):
    """Return the sums of an "if ... then" whose condition is met by everything."""
    is_plain = not any("if" in part for part in (form["if"], form["then"]))
    condition = sums(case, form["if"]) if is_plain else [({}, 1)]
    always = all(sum(weight for weight in row.values() if weight < 0) >= bound for row, bound in condition)
    return sums(case, form["then"]) if always else []


def _about_people(case, form, cells):
    if not case.get("one_post_each", True):
        return []
    people = form.get("apart") or form["together"]
    if "apart" in form:
        return [_whole({cell: -1 for cell in cells if cell[0] in people}, -1)]
    rows = [
        _whole({cell: (cell[0] == one) - (cell[0] == other) for cell in cells}, 0)
        for one, other in [*pairwise(people), (people[-1], people[0])]
    ]
    return rows if len(people) > 1 else []


def _bounds(form):
    signs = {"at_least": [1], "at_most": [-1], "exactly": [1, -1]}
    return [(form[key], sign) for key, both in signs.items() if key in form for sign in both]


def _times(row, sign):
    return {cell: sign * weight for cell, weight in row.items()}


def _whole(row, bound):
    """Return a sum without fractions and common factors; whole numbers that reach the bound reach the next one up."""
    scale = lcm(*(getattr(value, "denominator", 1) for value in (*row.values(), bound)))
    scaled = {cell: int(weight * scale) for cell, weight in row.items() if weight}
    common = reduce(gcd, scaled.values(), 0) or 1
    return {cell: weight // common for cell, weight in scaled.items()}, -(-int(bound * scale) // common)
