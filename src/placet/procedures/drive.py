"""What drives a game: strategies that move for the actors, all branches of chance, and the replay of a log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from placet.errors import QuestionError
from placet.procedures.game import CHANCE, Actor, Event, Outcome, Paper, Procedure, State
from placet.procedures.moves import Move

Strategy = Callable[[State, Actor], Move | None]
"""What an actor does in a state; None when it leaves the move open, as chance does before a lot is drawn."""


@dataclass(frozen=True)
class Branch:
    """One way in which the draws of a game can fall, and how likely it is."""

    state: State
    probability: Fraction


def play_out(state: State, strategy: Strategy) -> tuple[Branch, ...]:
    """Play a game to its end; draws that the strategy leaves open fall in every way they can.

    Parameters
    ----------
    state : State
        Where to begin.
    strategy : callable
        Moves for every actor. For chance it may return None.

    Returns
    -------
    tuple of Branch
        Every ending; a game that an actor other than chance leaves open is returned as it stands.

    Notes
    -----
    The number of branches is the product of the sizes of all open draws on a path.
    """
    waiting, ended = [Branch(state, Fraction(1))], []
    while waiting:
        branch = waiting.pop()
        here = branch.state
        if here.outcome is not None:
            ended.append(branch)
            continue
        moves = {actor: strategy(here, actor) for actor in here.to_move}
        if all(move is not None for move in moves.values()):
            made = {actor: move for actor, move in moves.items() if move is not None}
            waiting.append(Branch(here.play(made), branch.probability))
        elif here.to_move == {CHANCE}:
            draws = list(here.moves(CHANCE).every())
            share = branch.probability / len(draws)
            waiting.extend(Branch(here.play({CHANCE: draw}), share) for draw in reversed(draws))
        else:
            ended.append(branch)
    return tuple(ended)


def outcome_of(branches: tuple[Branch, ...], authority: str | None) -> Outcome:
    """Return what came of all branches together: an outcome, or the lottery over those appointed.

    Parameters
    ----------
    branches : tuple of Branch
        As `play_out` returns them.
    authority : str or None
        To whom a game is referred that an actor left open; None if to nobody.
    """
    left_open = Outcome(referred_to=authority, impasse=authority is None)
    ended = [branch.state.outcome or left_open for branch in branches]
    if all(outcome == ended[0] for outcome in ended):
        return ended[0]
    first = ended[0].appointed
    if first and all(set(outcome.appointed or ()) == set(first) for outcome in ended) and len(set(first)) == len(first):
        # The same people in every branch: the draw decides at most who has which seat.
        shared = tuple(seat for seat in ended[0].seats if all(seat in outcome.seats for outcome in ended))
        return Outcome(appointed=tuple(sorted(first)), seats=shared, referred_to=ended[0].referred_to)
    chances: dict[str, Fraction] = {}
    for branch, outcome in zip(branches, ended, strict=True):
        for name in outcome.appointed or ():
            chances[name] = chances.get(name, Fraction(0)) + branch.probability
    if not chances:
        return ended[0]
    return Outcome(lottery=tuple(sorted(chances.items())))


def common_log(branches: tuple[Branch, ...]) -> tuple[Event, ...]:
    """Return the steps that all branches share: all of them, or those before the first draw that is open."""
    logs = [branch.state.log for branch in branches]
    shared = 0
    while all(len(log) > shared and log[shared] == logs[0][shared] for log in logs):
        shared += 1
    return logs[0][:shared]


def replay(procedure: Procedure, paper: Paper, log: Iterable[Event]) -> State:
    """Play the moves of a log again, and hold every step against it.

    Raises
    ------
    QuestionError
        If a move is not allowed, or if a step of the log is not what the rule makes of the moves.
    """
    told = tuple(log)
    state = procedure.start(paper)
    made = [event for event in told if event.move is not None]
    for _, events in groupby(made, key=lambda event: event.turn):
        moves = {event.by: event.move for event in events}
        state = state.play({actor: move for actor, move in moves.items() if actor is not None and move is not None})
    for place, (said, found) in enumerate(zip(told, state.log, strict=False), 1):
        if said != found:
            raise QuestionError(f"step {place}, “{said.kind}”", f"“{found.kind}”, which is what the rule makes of it")
    if len(told) != len(state.log):
        raise QuestionError(f"{len(told)} steps", f"{len(state.log)}, which is what the rule makes of the moves")
    return state


def scripted(moves: Mapping[str, Iterable[Move]]) -> Strategy:
    """Return a strategy that makes each actor's moves one after the other, and leaves open what comes after.

    An actor's place in its script is read from the log, so that the strategy itself keeps no state.
    """
    scripts = {name: tuple(script) for name, script in moves.items()}

    def strategy(state: State, actor: Actor) -> Move | None:
        made = sum(event.move is not None and event.by == actor for event in state.log)
        script = scripts.get(actor.id, ())
        return script[made] if made < len(script) else None

    return strategy
