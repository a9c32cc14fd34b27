"""VoteKit's plurality veto."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from votekit.ballot import RankBallot
from votekit.elections import PluralityVeto
from votekit.pref_profile import RankProfile

from harness.values import Note

Search = Callable[[Note], Any]


def plurality_veto(ranks: Any) -> Search:
    """Apply plurality veto; VoteKit draws the order of the voters, and we tell which it drew."""
    names = [f"c{place}" for place in range(ranks.shape[1])]
    orders = [tuple(names[place] for place in row) for row in ranks.argsort(axis=1).tolist()]
    ballots = tuple(RankBallot(ranking=tuple(frozenset({name}) for name in order)) for order in orders)
    profile = RankProfile(ballots=ballots, candidates=tuple(names))

    def search(_: Note) -> dict[str, Any]:
        election = PluralityVeto(profile, n_seats=1, rng_seed=0)
        (winner,) = election.get_elected()[0]
        return {"winners": [winner], "order": _order(election, orders)}

    return search


def _order(election: Any, orders: list[tuple[str, ...]]) -> list[int]:
    """Return our ballots in the order in which it let them veto; equal ballots may stand for each other."""
    ours: dict[tuple[str, ...], list[int]] = {}
    for place, order in enumerate(orders):
        ours.setdefault(order, []).append(place)
    grouped = [tuple(next(iter(cell)) for cell in row) for row in election._rankings]  # noqa: SLF001 -- its order is told nowhere else
    return [ours[grouped[election._get_ballot_idx(voter)]].pop() for voter in election._voter_order]  # noqa: SLF001
