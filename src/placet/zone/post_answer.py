"""Changes of the rules of the body as the JSON contract has them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import Any

from placet.case.forms import Equal, Excludes, Form, Quota, Share, Total
from placet.case.nouns import Case
from placet.zone.changing_the_post import PostChange, PostChanges, RuleChange
from placet.zone.count import Count

Plain = int | float | str | None


def changes_to_dict(case: Case, found: PostChanges, opens: Sequence[Count]) -> dict[str, Any]:
    """Return changes of rules as plain values, the first of them with the number of settlements they open."""
    return {
        "changes": [_change(case, *pair) for pair in zip_longest(found.found, opens)],
        "clash": None if found.clash is None else list(found.clash),
        "complete": {"changes": found.complete},
    }


def _change(case: Case, change: PostChange, opens: Count | None) -> dict[str, Any]:
    return {
        "rules": [_rule(case, one) for one in change.changes],
        "settlement": change.settlement.to_dict(),
        "opens": str(opens.value) if opens is not None and opens.exact else None,
        "opens_at_least": None if opens is None else str(opens.value),
    }


def _rule(case: Case, change: RuleChange) -> dict[str, Any]:
    kind, id_ = change.rule
    if kind == "eligibility":
        return {"kind": kind, "id": id_, "number": None, "from": None, "to": None, "admits": list(change.admits)}
    before = numbers(case.constraints[id_].form)
    after = {} if change.form is None else numbers(change.form)
    moved = next((name for name in after if before.get(name) != after[name]), None)
    told = {"number": moved, "from": before.get(moved or ""), "to": after.get(moved or "")}
    return {"kind": kind, "id": id_, **told, "admits": []}


def numbers(form: Form) -> dict[str, Plain]:
    """Return the numbers of a rule by the keys that they have in the case file."""
    match form:
        case Excludes():
            return {"at_most": 0}
        case Equal():
            return {"within": form.within}
        case Quota() | Total():
            bounds = {"at_least": form.at_least, "at_most": form.at_most, "exactly": form.exactly}
            return {name: _plain(bound) for name, bound in bounds.items() if bound is not None}
        case _:
            return {}


def _plain(amount: int | Share | Fraction) -> Plain:
    if isinstance(amount, Share):
        percent = amount.of_one * 100
        return f"{percent.numerator if percent.denominator == 1 else float(percent):g}%"
    if isinstance(amount, Fraction):
        return amount.numerator if amount.denominator == 1 else float(amount)
    return amount
