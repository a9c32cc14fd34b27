"""The road map on a day: which steps are done, which are open, and which demands block them.

Readings that the tests rely on:

- A step with `done: D` is done from the start of D (always, where there is no day).
- What stands, is presumed or undetermined blocks, whoever demands it: consent is over names, not over steps.
- A step that is done is neither open nor blocked.
"""

from __future__ import annotations

from oracles.binding import TOP
from oracles.dates import day
from oracles.standing import standings


def roadmap(case, on):
    """Return for each step whether it is done and open, and the set of demands that block it."""
    steps, now = case.get("roadmap", {}), standings(case, on)
    done = {
        name for name, step in steps.items() if step.get("done") is not None and (on is None or day(step["done"]) <= on)
    }
    found = {}
    for name, step in steps.items():
        blocked_by = {
            demand
            for demand, one in case.get("demands", {}).items()
            if one.get("blocks") == name and one["until"] not in done and now[demand] in TOP and name not in done
        }
        is_open = name not in done and not blocked_by and set(step.get("needs", [])) <= done
        found[name] = {"done": name in done, "open": is_open, "blocked_by": blocked_by}
    return found
