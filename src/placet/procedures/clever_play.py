"""Clever play at the table: the strategy that looks ahead in a small game by turns, move by move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from placet.errors import QuestionError
from placet.procedures.attended import AttendedState
from placet.procedures.drive import Strategy
from placet.procedures.game import CHANCE, Actor, Role, State
from placet.procedures.moves import SILENCE, Act, Move

LARGEST = 20_000
"""States that are looked at before a game is called too large; strikes on 14 names have 16,000 and take 3 s."""

Value = tuple[Fraction, ...]


def subgame_perfect(rankings: Mapping[str, Sequence[str]], largest: int = LARGEST) -> Strategy:
    """Return the strategy of a party that looks ahead to every end, and expects the others to do the same.

    An end is worth to a party how many names stand below whom it gets, added up over the seats; lots are worth their
    mean, and nobody at all is worse than the last. Nobody lets a turn go. Of moves that are worth the same it takes the
    first of the alphabet.

    Parameters
    ----------
    rankings : mapping of str to sequence of str
        Everybody's ranking, best first.
    largest : int
        How many states are looked at before the game is called too large.

    Notes
    -----
    States that differ only in their log are looked at once: strikes on m names have at most 2^m of them.
    """
    parties = tuple(sorted(rankings))
    worth = {
        (party, name): Fraction(len(ranking) - place)
        for party, ranking in rankings.items()
        for place, name in enumerate(ranking)
    }
    known: dict[Any, Value] = {}

    def value(state: State) -> Value:
        if state.outcome is not None:
            names = state.outcome.appointed or ()
            if any(holder in parties for _, holder in state.outcome.seats):  # offices that parties have picked
                held = state.outcome.seats
                return tuple(
                    sum((worth[party, office] for office, holder in held if holder == party), Fraction(0))
                    for party in parties
                )
            return tuple(
                sum((worth.get((party, name), Fraction(0)) for name in names), Fraction(0)) for party in parties
            )
        key = replace(cast("Any", state), log=())
        if key not in known:
            if len(known) >= largest:
                raise QuestionError(
                    f"a game with more than {largest} states",
                    "a smaller one for the strategy equilibrium, or the strategy sincere",
                )
            known[key] = best(state)[0]
        return known[key]

    def best(state: State) -> tuple[Value, Move]:
        if len(state.to_move) != 1:
            raise QuestionError(
                "a game in which several move at once", "a procedure by turns for the strategy equilibrium"
            )
        (actor,) = state.to_move
        if actor.role is Role.NOMINEE:
            return value(state.play({actor: SILENCE})), SILENCE
        ends = [(value(state.play({actor: move})), move) for move in _moves(state, actor)]
        if actor == CHANCE:
            means = tuple(
                sum((end[place] for end, _ in ends), Fraction(0)) / len(ends) for place in range(len(parties))
            )
            return means, ends[0][1]
        if actor.id not in parties:
            raise QuestionError(f"a choice of {actor.id}", "a procedure that the parties decide, for equilibrium")
        place = parties.index(actor.id)
        return max(ends, key=lambda end: end[0][place])

    def strategy(state: State, actor: Actor) -> Move | None:
        if actor.role is not Role.SIDE:
            return None
        return best(state.inner if isinstance(state, AttendedState) else state)[1]

    return strategy


def _moves(state: State, actor: Actor) -> list[Move]:
    """Return what clever play considers; to let a turn go only where nothing else can be done."""
    made = list(state.moves(actor).every())
    return [move for move in made if move.act not in {Act.SILENCE, Act.PASS}] or made
