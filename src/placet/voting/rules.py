"""Every voting rule, by name: the registry."""

from __future__ import annotations

import difflib

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


def rule(name: str) -> Rule:
    """Return the rule of this name.

    Raises
    ------
    QuestionError
        If there is none, with the nearest name.
    """
    if name in RULES:
        return RULES[name]
    close = difflib.get_close_matches(name.casefold()[:80], list(RULES), n=1, cutoff=0.5)
    raise QuestionError(f'the rule "{name}"', f"one of {', '.join(RULES)}", close[0] if close else None)
