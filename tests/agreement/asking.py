"""Asking placet about the text of a case: written to a folder, read, answered, and passed through JSON."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import placet
from oracles.emit import emit
from oracles.yaml_tree import read


def read_text(folder, text):
    """Return the case that `text` describes, as placet reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return placet.read_case(folder)


def solve(folder, text, on=None):
    """Return the answer of `solve` as JSON gives it."""
    return through_json(placet.solve(read_text(folder, text), on).to_dict())


def through_json(answer):
    """Return the answer as a program that reads the JSON sees it."""
    return json.loads(json.dumps(answer))


def iso(on):
    """Return the day as it is asked for."""
    return None if on is None else date.fromordinal(on).isoformat()


def edited(text, **sections):
    """Return the case with sections replaced: ``demands={...}``; None takes a section out."""
    case = read(text) | sections
    return emit({key: value for key, value in case.items() if value is not None})


def outline(answer):
    """Return what must not depend on the order in which a file lists things."""
    return {
        "feasible": answer["feasible"],
        "count": answer["count"],
        "cast": answer["cast"],
        "certain": answer["certain"],
        "if_bound": answer["if_bound"],
        "undetermined": sorted(answer["undetermined"]),
        "excluded": {name: sorted(demands) for name, demands in answer["excluded"].items()},
        "roadmap": {
            name: step | {"blocked_by": sorted(step["blocked_by"])} for name, step in answer["roadmap"].items()
        },
        "conflicts": Counter(_classes(conflict) for conflict in answer["conflicts"]),
        "concessions": {tuple(sorted(one["give_up"])): (one["cost"], one["opens"]) for one in answer["concessions"]},
        "criteria": sorted(str(one["criterion"]) for one in answer["best"]),
    }


def _classes(conflict):
    """Return the classes of a conflict, whichever demand speaks for each."""
    return frozenset(frozenset({name, *conflict["instead"].get(name, [])}) for name in conflict["demands"])
