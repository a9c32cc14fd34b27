"""Games of one sheet each: every combination of sheets, with whom the lot falls among."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import comb, factorial, prod

import numpy as np
from numpy.typing import NDArray

from placet.errors import QuestionError
from placet.procedures.combine import Aggregate, Tie
from placet.procedures.equilibrium_induction import TooLarge
from placet.procedures.fallback import FallbackState
from placet.procedures.game import State, side
from placet.procedures.moves import Act, Moves, Ranking
from placet.procedures.sheet_outcomes import Bits, Table, left_by_descent, left_by_ranks, left_by_vetoes
from placet.procedures.simultaneous_veto import VetoState
from placet.procedures.strike_and_rank import StrikeAndRankState
from placet.procedures.unstated import Unstated

MOST_SHEETS = 200_000_000
"""Combinations of sheets; those of two sides that strike up to three of seven names and rank the others are 181
million."""

MOST_NAMES = 16
"""Names on a list; a set of them is kept in 16 bits."""

AT_ONCE = 4_000_000
"""Combinations that are worked out together; more would only take more memory."""


@dataclass(frozen=True)
class SheetGame:
    """A game of one sheet each, after which at most a lot falls, on each name of a set alike.

    Parameters
    ----------
    table : Table
        The names, and what each party can hand in.
    left : ndarray of uint8 or uint16, one axis for each party
        For each combination of sheets the set of names among which the lot falls, as bits; 0 if nobody is appointed.
    referred_to : str
        Who appoints when nobody is left; empty if nobody does.
    """

    table: Table
    left: NDArray[np.uint8] | NDArray[np.uint16]
    referred_to: str = ""


def sheet_game(state: State, most: int = MOST_SHEETS) -> SheetGame | None:
    """Return a game of one sheet each; None where it is another kind of game.

    Parameters
    ----------
    most : int
        How many combinations of sheets there may be.

    Raises
    ------
    TooLarge
        If there are more.
    Unstated
        If ranks or ties need a field that the rule does not state.
    """
    match state:
        case VetoState() if not state.procedure.is_gradual and not state.draws and state.outcome is None:
            return _game(state, tuple(party for party, _ in state.caps), state.left, left_by_vetoes, most)
        case FallbackState() if not state.met and state.outcome is None:
            quota, names = state.quota, tuple(sorted(state.paper.candidates))
            parties = tuple(party.id for party in state.paper.parties)
            return _game(state, parties, names, lambda table: left_by_descent(table, quota), most)
        case StrikeAndRankState() if state.sheets is None and _is_simple(state):
            procedure, names = state.procedure, tuple(sorted(state.paper.candidates))
            parties = tuple(party.id for party in state.paper.parties)
            game = _game(state, parties, names, lambda table: left_by_ranks(table, procedure), most)
            return SheetGame(game.table, game.left, procedure.authority or "")
        case _:
            return None


def _is_simple(state: StrikeAndRankState) -> bool:
    """Whether one is appointed from one list by ranks, and at most a lot breaks ties.

    Raises
    ------
    Unstated
        If ranks or ties need a field that the rule does not state.
    """
    procedure, paper = state.procedure, state.paper
    if len(procedure.lists) != 1 or procedure.lists[0].seats != 1 or len(paper.sides) != len(paper.parties):
        return False
    if procedure.aggregate is None:
        raise Unstated("aggregate", (choice.value for choice in Aggregate))
    if procedure.aggregate is Aggregate.INSTITUTION:
        return False
    if not {Tie.LOT, Tie.CASE_NUMBER, Tie.INSTITUTION} & set(procedure.ties):
        raise Unstated("tie", (choice.value for choice in Tie))
    if Tie.CASE_NUMBER in procedure.ties and procedure.case_is_odd is None:
        raise Unstated("case-number", ("the number of the case",))
    if next(tie for tie in procedure.ties if tie is not Tie.LEAST_GAP) is Tie.INSTITUTION:
        raise QuestionError("a tie that somebody who is no side breaks", "a rule for ties such as --set tie=lot")
    return True


def _game(
    state: State, parties: tuple[str, ...], names: tuple[str, ...], left_by: Callable[[Table], Bits], most: int
) -> SheetGame:
    # Counted before they are made: they grow faster than the factorial of the number of names.
    count = prod(_count(state.moves(side(party))) for party in parties)
    if count > most or len(names) > MOST_NAMES:
        found = f"{count} combinations of sheets with {len(names)} names"
        allowed = f"at most {most} combinations and {MOST_NAMES} names"
        raise TooLarge(found, f"{allowed}: fewer names or strikes, such as seven names and three strikes each")
    sheets = tuple(
        (party, tuple(move for move in state.moves(side(party)).every() if move.act is not Act.SILENCE))
        for party in parties
    )
    table = Table(names, sheets)
    left = np.empty(table.shape, dtype=np.uint8 if len(names) <= 8 else np.uint16)
    step = max(1, AT_ONCE // prod(table.shape[1:]))
    for begin in range(0, table.shape[0], step):
        left[begin : begin + step] = left_by(table.part(begin, begin + step))
    return SheetGame(table, left)


def _count(allowed: Moves) -> int:
    """Return how many sheets somebody can hand in, without making them."""
    if Act.MARK not in allowed.acts:
        return sum(comb(len(allowed.names), size) for size in range(allowed.least, allowed.most + 1))
    kinds = []
    for marked in allowed.sheet:
        size = len(marked.names)
        most = size if marked.most_strikes is None else min(marked.most_strikes, size)
        is_ranked = allowed.ranking is not Ranking.NONE
        kinds.append(sum(comb(size, out) * (factorial(size - out) if is_ranked else 1) for out in range(most + 1)))
    return prod(kinds)
