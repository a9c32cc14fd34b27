"""placet itself, asked as anybody asks it in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from harness.values import Note
from placet.ballots.profile import Profile
from placet.case.nouns import Case
from placet.voting.rules import RULES
from placet.zone.criteria import Criterion
from placet.zone.solution import solve
from placet.zone.zone import Zone

Search = Callable[[Note], Any]


def _zone(case: Case) -> Zone:
    zone = Zone(case)
    _ = zone.program
    return zone


def reasons(case: Case) -> Search:
    """Ask for all conflicts and all concessions."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        concessions, conflicts = zone.concessions(), zone.conflicts()
        return {
            "conflicts": [[sorted([one, *found.instead[one]]) for one in found.demands] for found in conflicts.found],
            "concessions": [sorted(found.give_up) for found in concessions.found],
            "complete": {"conflicts": conflicts.complete, "concessions": concessions.complete},
        }

    return search


def conflicts(case: Case) -> Search:
    """Ask for the conflicts, smallest first."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        answer = zone.conflicts()
        return {"conflicts": len(answer.found), "complete": answer.complete}

    return search


def concessions(case: Case) -> Search:
    """Ask for the concessions, cheapest first."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        answer = zone.concessions()
        return {"concessions": len(answer.found), "complete": answer.complete}

    return search


def why(case: Case) -> Search:
    """Ask for one reason: the first conflict, with its shortage if it is one."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        (found,) = zone.conflicts(1).found[:1]
        shortage = None if found.shortage is None else found.shortage.to_dict()
        return {"conflict": sorted(found.demands), "shortage": shortage}

    return search


def cheapest(case: Case) -> Search:
    """Ask for the cheapest concession."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        (found,) = zone.concessions(1).found[:1]
        return {"cost": int(found.cost), "give_up": sorted(found.give_up)}

    return search


def best(criterion: Criterion, case: Case) -> Search:
    """Ask for the best settlement by a criterion."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        answer = zone.best(criterion)
        if answer is None:
            return {"scores": None, "proven": True}
        return {"scores": [int(score) for score in answer.scores.values()], "proven": answer.proven}

    return search


def leximin(case: Case) -> Search:
    """Ask for the leximin settlement."""
    return best("leximin", case)


def nash(case: Case) -> Search:
    """Ask for the Nash settlement."""
    return best("nash", case)


def kalai_smorodinsky(case: Case) -> Search:
    """Ask for the Kalai-Smorodinsky settlement."""
    return best("kalai-smorodinsky", case)


def all_six(case: Case) -> Search:
    """Ask for the best settlement by each of the six criteria."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        found = zone.bests()
        return {"criteria": len(found), "proven": sum(one.proven for one in found)}

    return search


def count(case: Case) -> Search:
    """Ask for the number of settlements."""
    zone = _zone(case)

    def search(_: Note) -> dict[str, Any]:
        answer = zone.count()
        return {"count": str(answer.value), "exact": answer.exact}

    return search


def whole_answer(case: Case) -> Search:
    """Ask for all that `placet solve` answers."""

    def search(_: Note) -> dict[str, Any]:
        answer = solve(case).to_dict()
        return {
            "feasible": answer["feasible"],
            "conflicts": len(answer["conflicts"]),
            "concessions": len(answer["concessions"]),
            "complete": answer["complete"],
            "proven": sum(bool(one.get("proven", True)) for one in answer["best"]),
        }

    return search


def _vote(rule: str, ranks: np.ndarray[Any, Any]) -> Search:
    profile = Profile(tuple(f"c{place}" for place in range(ranks.shape[1])), ranks)
    _ = profile.is_strict

    def search(_: Note) -> dict[str, Any]:
        return {"winners": list(RULES[rule](profile).names)}

    return search


def plurality_veto(ranks: np.ndarray[Any, Any]) -> Search:
    """Apply plurality veto, voters in the order of their ballots; that they are strict is seen while building."""
    return _vote("plurality-veto", ranks)


def proportional_veto_core(ranks: np.ndarray[Any, Any]) -> Search:
    """Find the proportional veto core."""
    return _vote("proportional-veto-core", ranks)
