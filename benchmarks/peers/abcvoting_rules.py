"""abcvoting's committee rules, by the fastest of its open algorithms for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pulp
from abcvoting import abcrules
from abcvoting.preferences import Profile

from approvals import SEATS
from harness.values import Note

Search = Callable[[Note], Any]


def _elect(rule: str, algorithm: str, marks: Any) -> Search:
    if not hasattr(pulp.LpProblem, "add_variable"):
        pulp.LpProblem.add_variable = _add_variable
    profile = Profile(marks.shape[1])
    profile.add_voters([np.flatnonzero(row).tolist() for row in marks])

    def search(_: Note) -> dict[str, Any]:
        (found,) = abcrules.compute(rule, profile, SEATS, algorithm=algorithm, resolute=True)
        return {"winners": sorted(map(str, found))}

    return search


def _add_variable(problem: Any, name: str, lowBound: Any = None, upBound: Any = None, cat: str = "Continuous") -> Any:  # noqa: N803
    """Add a variable as PuLP 4 does, which abcvoting asks for and which needs a later Python than 3.11."""
    variable = pulp.LpVariable(name, lowBound, upBound, cat)
    problem.addVariable(variable)
    return variable


pav = partial(_elect, "pav", "pulp-highs")
chamberlin_courant = partial(_elect, "cc", "ortools-cp")
minimax = partial(_elect, "minimaxav", "ortools-cp")
equal_shares = partial(_elect, "equal-shares", "float-fractions")
sequential_phragmen = partial(_elect, "seqphragmen", "float-fractions")
