"""Strategies: how a computer side plays from a ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placet.procedures.drive import Strategy
from placet.procedures.game import Actor, Role, State
from placet.procedures.moves import Act, Move, Ranking, sheet_move


def sincere(rankings: Mapping[str, Sequence[str]], strikes: int = 0) -> Strategy:
    """Return the strategy by which every party follows its ranking without guile.

    It strikes its worst, lists, offers and chooses its best, and accepts the first offer. Nominees accept; lots and
    the choices of an authority stay open.

    Parameters
    ----------
    rankings : mapping of str to sequence of str
        Each party's ranking, best first, over everybody on the list.
    strikes : int
        How many of its worst a party strikes on a sheet that also ranks.
    """

    def strategy(state: State, actor: Actor) -> Move | None:
        allowed = state.moves(actor)
        if actor.role is Role.NOMINEE:
            return Move(Act.ACCEPT)
        if actor.role is not Role.SIDE:
            return None
        ranking = tuple(rankings[actor.id])
        best_first = [name for name in ranking if name in allowed.names]
        match allowed.acts[0]:
            case Act.MARK:
                keep = len(ranking) - strikes
                return sheet_move(ranking[keep:], () if allowed.ranking is Ranking.NONE else ranking[:keep])
            case Act.STRIKE:
                return Move(Act.STRIKE, tuple(sorted(best_first[max(0, len(best_first) - allowed.most) :])))
            case Act.SHORTLIST:
                return Move(Act.SHORTLIST, tuple(sorted(best_first[: allowed.least])))
            case Act.ACCEPT:
                return Move(Act.ACCEPT)
            case act:
                return Move(act, (best_first[0],))

    return strategy
