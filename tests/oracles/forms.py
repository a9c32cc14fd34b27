"""The truth of every form on one settlement, word for word from the design.

Readings that the tests rely on:

- Quotas, `equal` and `total` count seats; `apart` and `together` count persons.
- A share is of the seats filled in the posts meant, rounded up for at least and down for at most.
"""

from __future__ import annotations

from math import ceil, floor

from oracles.yaml_tree import number, resolved


def members(case, selector):
    """Return the candidates whom a selector means."""
    everybody = set(case["candidates"])
    if isinstance(selector, str):
        return {selector}
    ((kind, value),) = selector.items()
    if kind == "group":
        meant = _within(case, value)
        return {name for name in everybody if meant & set(case["candidates"][name].get("groups", []))}
    if kind == "trait":
        ((key, wanted),) = value.items()
        return {name for name in everybody if _same(case["candidates"][name].get("traits", {}).get(key), wanted)}
    if kind == "any":
        return set().union(*(members(case, part) for part in value))
    if kind == "all":
        return everybody.intersection(*(members(case, part) for part in value))
    return everybody - members(case, value)


def holds(case, form):
    """Return a function from a settlement to whether it keeps the form."""
    if "if" in form:
        when, then = holds(case, form["if"]), holds(case, form["then"])
        return lambda settlement: then(settlement) or not when(settlement)
    if "chooses" in form:
        wanted = form["chooses"].items()
        return lambda settlement: all(settlement.terms[term] == option for term, option in wanted)
    posts = form.get("in", list(case["posts"]))

    def seated(settlement):
        return [name for post in posts for name in settlement.slate[post]]

    if "apart" in form:
        people = set(form["apart"])
        return lambda settlement: len(people & set(seated(settlement))) <= 1
    if "together" in form:
        people = set(form["together"])
        return lambda settlement: len(people & set(seated(settlement))) in {0, len(people)}
    if "equal" in form:
        parts, within = [members(case, part) for part in form["equal"]], number(form.get("within", "0"))

        def is_balanced(settlement):
            seats = seated(settlement)
            counts = [sum(name in part for name in seats) for part in parts]
            return max(counts) - min(counts) <= within

        return is_balanced
    if "total" in form:
        weights = {
            name: number(one.get("traits", {}).get(form["total"], "0")) for name, one in case["candidates"].items()
        }
        return lambda settlement: _is_between(form, sum(weights[name] for name in seated(settlement)))
    quota = {"at_most": "0"} if "excludes" in form else form
    meant = members(case, form["excludes"] if "excludes" in form else form["where"])

    def is_met(settlement):
        seats = seated(settlement)
        return _is_between(quota, sum(name in meant for name in seats), len(seats))

    return is_met


def is_exclusion(form):
    """Whether the form says that nobody selected sits, in whichever words."""
    if "excludes" in form:
        return True
    return "where" in form and (form.get("at_most") in {"0", "0%"} or form.get("exactly") == "0")


def _is_between(form, count, filled=0):
    if "at_least" in form and count < _amount(form["at_least"], filled, ceil):
        return False
    if "at_most" in form and count > _amount(form["at_most"], filled, floor):
        return False
    return "exactly" not in form or count == number(form["exactly"])


def _amount(text, filled, rounded):
    return rounded(number(text[:-1]) / 100 * filled) if text.endswith("%") else number(text)


def _within(case, group):
    """Return the group and all groups within it."""
    found, size = {group}, 0
    while len(found) > size:
        size = len(found)
        found |= {name for name, one in case["groups"].items() if one.get("within") in found}
    return found


def _same(held, wanted):
    held, wanted = resolved(held), resolved(wanted)
    return held is not None and isinstance(held, bool) == isinstance(wanted, bool) and held == wanted
