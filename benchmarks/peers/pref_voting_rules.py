"""pref_voting's plurality veto."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pref_voting.iterative_methods import plurality_veto as their_plurality_veto
from pref_voting.profiles import Profile

from harness.values import Note

Search = Callable[[Note], Any]


def plurality_veto(ranks: Any) -> Search:
    """Apply plurality veto, voters in the order of their ballots."""
    profile = Profile((ranks.argsort(axis=1)).tolist())

    def search(_: Note) -> dict[str, Any]:
        return {"winners": [f"c{place}" for place in their_plurality_veto(profile)]}

    return search
