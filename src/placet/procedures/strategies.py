"""Strategies: how a computer side plays, from a ranking or by chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from placet.procedures.drive import Strategy
from placet.procedures.game import Actor, Role, State
from placet.procedures.moves import Act, Marked, Move, Moves, Ranking, sheet_move

GENERIC_REASON = "it is among those whom we want least"
"""The reason that a computer side gives; it has no other."""


def sincere(rankings: Mapping[str, Sequence[str]], strikes: int = 0) -> Strategy:
    """Return the strategy by which every party follows its ranking without guile.

    It strikes its worst, lists, offers and chooses its best, and accepts the first offer. In polls and votes it is
    against its `strikes` worst, for the better half of the others, and has no opinion of the rest; it objects to its
    `strikes` worst. Nominees accept; lots and the choices of an authority stay open.

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
            return Move(allowed.acts[0])
        if actor.role is not Role.SIDE:
            return None
        ranking = tuple(rankings[actor.id])
        best_first = [name for name in ranking if name in allowed.names]
        worst = ranking[len(ranking) - strikes :] if strikes else ()
        match allowed.acts[0]:
            case Act.MARK:
                return _marks(ranking, allowed, strikes)
            case Act.STRIKE:
                return Move(Act.STRIKE, tuple(sorted(best_first[max(0, len(best_first) - allowed.most) :])))
            case Act.SHORTLIST | Act.NOMINATE as act:
                return Move(act, tuple(sorted(best_first[: allowed.least])))
            case Act.ACCEPT:
                return Move(Act.ACCEPT)
            case Act.GRADE:
                return _paper(best_first, frozenset(worst), allowed)
            case Act.CONSENT:
                if offered(state) in worst:
                    return Move(Act.OBJECT, reasons=(("", GENERIC_REASON),))
                return Move(Act.CONSENT)
            case act:
                return Move(act, (best_first[0],))

    return strategy


def offered(state: State) -> str | None:
    """Return the name that was offered or proposed last."""
    return next(
        (event.move.names[0] for event in reversed(state.log) if event.move and event.move.act is Act.OFFER), None
    )


def _marks(ranking: Sequence[str], allowed: Moves, strikes: int) -> Move:
    """Return a sheet that strikes the last of each list, as far as it may, and ranks the others within the list."""
    struck: list[str] = []
    ranks: list[tuple[str, int]] = []
    for marked in allowed.sheet:
        best_first = [name for name in ranking if name in marked.names]
        cap = strikes if marked.most_strikes is None else min(strikes, marked.most_strikes)
        keep = max(0, len(best_first) - cap)
        struck.extend(best_first[keep:])
        if allowed.ranking is not Ranking.NONE:
            ranks.extend((name, place) for place, name in enumerate(best_first[:keep], 1))
    return Move(Act.MARK, sheet_move(set(struck)).names, tuple(ranks))


def _paper(best_first: Sequence[str], worst: frozenset[str], allowed: Moves) -> Move:
    """Return a poll's paper; the grades are, in this order, for a name, against it, and neither."""
    for_it, against, neither = allowed.grades
    others = [name for name in best_first if name not in worst]
    liked = set(others[: (len(others) + 1) // 2])
    given = {name: against if name in worst else for_it if name in liked else neither for name in allowed.names}
    reasons = tuple((name, GENERIC_REASON) for name, grade in sorted(given.items()) if grade in allowed.needs_reason)
    return Move(Act.GRADE, grades=tuple(sorted(given.items())), reasons=reasons)


def at_random(seed: int) -> Strategy:
    """Return the strategy that makes any allowed move, each as likely as the others of its kind.

    What it does depends on the seed, the turn and the actor only, so that a game that is taken up again goes on in the
    same way.

    Parameters
    ----------
    seed : int
        From which all chance comes.
    """

    def strategy(state: State, actor: Actor) -> Move:
        turn = state.log[-1].turn if state.log else 0
        rng = np.random.default_rng([seed, turn, *f"{actor.role.value} {actor.id}".encode()])
        return _any_move(state.moves(actor), rng)

    return strategy


def _any_move(allowed: Moves, rng: np.random.Generator) -> Move:
    acts: list[Act] = [act for act in allowed.acts if act not in {Act.SILENCE, Act.CLOSE}]
    acts = acts or list(allowed.acts)
    act = acts[int(rng.integers(len(acts)))]
    if act is Act.MARK:
        parts = [_any_marks(marked, allowed.ranking, rng) for marked in allowed.sheet]
        struck = {name for names, _ in parts for name in names}
        return Move(act, sheet_move(struck).names, tuple(pair for _, ranks in parts for pair in ranks))
    if act is Act.GRADE:
        grades = tuple((name, allowed.grades[int(rng.integers(len(allowed.grades)))]) for name in allowed.names)
        reasons = tuple((name, GENERIC_REASON) for name, grade in grades if grade in allowed.needs_reason)
        return Move(act, grades=grades, reasons=reasons)
    reasons = (("", GENERIC_REASON),) if act.value in allowed.needs_reason else ()
    if not allowed.names or act in {Act.PASS, Act.ACCEPT, Act.REFUSE, Act.CONSENT, Act.OBJECT, Act.AMEND}:
        return Move(act, reasons=reasons)
    size = int(rng.integers(allowed.least, min(allowed.most, len(allowed.names)) + 1))
    drawn = rng.permutation(len(allowed.names))[:size]
    return Move(act, tuple(sorted(allowed.names[int(place)] for place in drawn)), reasons=reasons)


def _any_marks(marked: Marked, ranking: Ranking, rng: np.random.Generator) -> tuple[list[str], list[tuple[str, int]]]:
    most = len(marked.names) if marked.most_strikes is None else min(marked.most_strikes, len(marked.names))
    shuffled = [marked.names[int(place)] for place in rng.permutation(len(marked.names))]
    strikes = int(rng.integers(most + 1))
    kept = [] if ranking is Ranking.NONE else shuffled[strikes:]
    return shuffled[:strikes], [(name, place) for place, name in enumerate(kept, 1)]
