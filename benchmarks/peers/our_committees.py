"""placet's committee rules, asked as anybody asks them in Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from approvals import SEATS
from harness.values import Note
from placet.ballots.profile import Profile
from placet.zone.committees import COMMITTEE_RULES

Search = Callable[[Note], Any]


def _elect(rule: str, marks: Any) -> Search:
    profile = Profile(tuple(map(str, range(marks.shape[1]))), marks=marks)

    def search(_: Note) -> dict[str, Any]:
        return {"winners": list(COMMITTEE_RULES[rule](profile, SEATS).names)}

    return search


pav = partial(_elect, "pav")
chamberlin_courant = partial(_elect, "chamberlin-courant")
minimax = partial(_elect, "minimax")
equal_shares = partial(_elect, "equal-shares")
sequential_phragmen = partial(_elect, "sequential-phragmen")
