"""Every voting rule, by name: the registry."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.voting import approvals, cores, descent, eating, last_places, plurality_veto
from placet.voting.registry import Rule

RULES: Catalog[Rule] = Catalog(
    (one.name, one)
    for one in (
        cores.proportional_veto_core,
        cores.veto_core,
        cores.plurality_veto_core,
        plurality_veto.plurality_veto,
        eating.simultaneous_veto,
        eating.veto_by_consumption,
        last_places.anti_plurality,
        last_places.coombs,
        descent.fallback,
        descent.q_approval_fallback,
        descent.majoritarian_compromise,
        descent.bucklin,
        approvals.approval_with_blocking_minority,
        approvals.net_approval,
    )
)
"""The rules in the order in which they are listed: those of vetoes first."""


def rule(name: str, others: Sequence[str] = ()) -> Rule:
    """Return the rule of this name.

    Parameters
    ----------
    name : str
    others : sequence of str
        Names of rules of another kind, which may have been meant.

    Raises
    ------
    QuestionError
        If there is none, with the nearest name.
    """
    if name in RULES:
        return RULES[name]
    known = [*RULES, *others]
    close = difflib.get_close_matches(name.casefold()[:80], known, n=1, cutoff=0.5)
    raise QuestionError(f'the rule "{name}"', f"one of {', '.join(known)}", close[0] if close else None)
