"""The smallest part of a case file that still fails: a value and a predicate, one removal at a time."""

from __future__ import annotations

from copy import deepcopy

from oracles.emit import emit
from oracles.yaml_tree import read


def shrunk(text, fails):
    """Return a case from which nothing more can be left out without `fails(text)` becoming false.

    `fails` must answer false for a text that is no case at all, as it is after a removal that others refer to.
    """
    case, has_changed = read(text), True
    while has_changed:
        has_changed = False
        for path in _paths(case):
            smaller = _without(case, path)
            if smaller is not None and fails(emit(smaller)):
                case, has_changed = smaller, True
                break
    return emit(case)


def _paths(value, path=()):
    """Yield the way to every part, the large ones first."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    yield from ((*path, key) for key in keys)
    for key in keys:
        yield from _paths(value[key], (*path, key))


def _without(case, path):
    if path[0] in {"placet", "title"}:
        return None
    smaller = deepcopy(case)
    at = smaller
    for key in path[:-1]:
        at = at[key]
    del at[path[-1]]
    return smaller
