"""A procedure as it is administered: conflicts of interest, challenges, latecomers and nominees who are gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from placet.errors import QuestionError
from placet.procedures.game import (
    AUTHORITY,
    CHANCE,
    Actor,
    Event,
    Outcome,
    Paper,
    Party,
    Procedure,
    Role,
    Shrinkable,
    State,
    check_moves,
    next_turn,
    shortfall,
)
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message

BETWEEN = frozenset({Act.REMOVE, Act.ADMIT, Act.CHALLENGE})


@dataclass(frozen=True)
class Attended:
    """Any procedure, with what can come between its moves.

    Before the first move the authority may take a name off for a conflict of interest, and chance draws another from
    the roster while it lasts; it may admit a party that comes late, which gets the same names and moves last. At any
    time a side may challenge a name for a cause, about which the authority decides, and a candidate may withdraw. After
    the first move nobody is drawn: the game goes on with the names that are left.

    Parameters
    ----------
    inner : Procedure
        The procedure itself.
    roster : tuple of str
        From whom chance draws in the place of somebody who is taken off.
    authority : str or None
        Who appoints when the list becomes too short to begin; None if nobody does.
    """

    inner: Procedure
    roster: tuple[str, ...] = ()
    authority: str | None = None

    @property
    def name(self) -> str:
        """By what the procedure is called."""
        return self.inner.name

    def start(self, paper: Paper) -> AttendedState:
        """Return the game before the first move.

        Raises
        ------
        QuestionError
            If somebody of the roster is on the list already.
        """
        for name in self.roster:
            if name in paper.candidates:
                raise QuestionError(f"{name} on the list and on the roster", "each name on one of them")
        return AttendedState(self, paper, self.inner.start(paper), tuple(sorted(set(self.roster))))


@dataclass(frozen=True)
class AttendedState:
    """The game as it stands.

    Parameters
    ----------
    inner : State
        The procedure's own state, whose log holds what came between, too.
    challenge : (str, str) or None
        Who challenges whom, until the authority decides.
    draws_for : str or None
        The list for which chance draws a name.
    has_begun : bool
        Whether anybody has moved in the procedure itself.
    """

    procedure: Attended
    paper: Paper
    inner: State
    roster: tuple[str, ...] = ()
    challenge: tuple[str, str] | None = None
    draws_for: str | None = None
    has_begun: bool = False
    failed: Outcome | None = None

    @property
    def outcome(self) -> Outcome | None:
        """What came of it; None while somebody has to move."""
        return self.failed or self.inner.outcome

    @property
    def log(self) -> tuple[Event, ...]:
        """Every step so far."""
        return self.inner.log

    @property
    def to_move(self) -> frozenset[Actor]:
        """The authority about a challenge, chance for a name; otherwise whoever moves in the procedure."""
        if self.failed is not None:
            return frozenset()
        if self.challenge is not None:
            return frozenset({AUTHORITY})
        return frozenset({CHANCE}) if self.draws_for is not None else self.inner.to_move

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor who is to move may do."""
        if self.challenge is not None:
            return Moves((Act.UPHOLD, Act.DENY))
        if self.draws_for is not None:
            return Moves((Act.DRAW,), self.roster)
        return self.inner.moves(actor)

    def between(self, actor: Actor) -> Moves | None:
        """Return what an actor may do out of turn; None where it can do nothing."""
        if self.outcome is not None or self.challenge is not None or self.draws_for is not None:
            return None
        standing = tuple(getattr(self.inner, "left", self.paper.candidates))
        match actor.role:
            case Role.AUTHORITY:
                acts = (Act.REMOVE,) if self.has_begun else (Act.REMOVE, Act.ADMIT)
                return Moves(acts, standing, needs_reason=(Act.REMOVE.value,))
            case Role.SIDE if actor.id in {party.id for party in self.paper.parties}:
                return Moves((Act.CHALLENGE,), standing, needs_reason=(Act.CHALLENGE.value,))
            case Role.NOMINEE if actor.id in standing and actor not in self.inner.to_move:
                return Moves((Act.REFUSE,))
            case _:
                return None

    def play(self, moves: Mapping[Actor, Move]) -> AttendedState:
        """Return the state after the moves of those to move, or after one that comes between.

        Raises
        ------
        QuestionError
            If somebody moves who may not, or as it may not.
        """
        if len(moves) == 1:
            ((actor, move),) = moves.items()
            if move.act in BETWEEN or (actor.role is Role.NOMINEE and actor not in self.to_move):
                return _come_between(self, actor, move)
        check_moves(self, moves)
        if self.challenge is not None:
            return _decide(self, moves[AUTHORITY])
        if self.draws_for is not None:
            return _draw(self, moves[CHANCE])
        return replace(self, inner=self.inner.play(moves), has_begun=True)


def _come_between(state: AttendedState, actor: Actor, move: Move) -> AttendedState:
    allowed = state.between(actor)
    if allowed is None:
        raise QuestionError(f"a move of {actor.id} out of turn", "a move of those whose turn it is")
    if move.act is Act.ADMIT and Act.ADMIT in allowed.acts:
        return _admit(state, move)
    objection = allowed.objection(move)
    if objection is not None:
        raise QuestionError(f"{objection.found} (a move of {actor.id})", objection.expected)
    turn, reason = next_turn(state.log), next((words for _, words in move.reasons), "")
    if move.act is Act.CHALLENGE:
        (name,) = move.names
        said = message("games.attended.challenged", party=actor.id, name=name, reason=reason)
        event = Event(turn, "challenge", actor, "challenge", said, move)
        return replace(_logged(state, event), challenge=(actor.id, name))
    if move.act is Act.REMOVE:
        (name,) = move.names
        said = message("games.attended.removed", name=name, reason=reason)
        return _take_out(state, name, Event(turn, "removed", actor, "conflict of interest", said, move))
    said = message("games.attended.withdraws", name=actor.id)
    return _take_out(state, actor.id, Event(turn, "withdraws", actor, "acceptance", said, move))


def _admit(state: AttendedState, move: Move) -> AttendedState:
    known = {party.id for party in state.paper.parties}
    if len(move.names) != 1 or not move.names[0].strip() or move.names[0] in known:
        raise QuestionError(f"the party {', '.join(move.names) or 'without a name'}", "one new party, by its name")
    (name,) = move.names
    order = (*state.paper.order, name) if state.paper.order else ()
    party = Party(name, name.partition(".")[0])
    paper = Paper(state.paper.lists, (*state.paper.parties, party), order, state.paper.caps)
    said = message("games.attended.joins", party=name)
    event = Event(next_turn(state.log), "joins", AUTHORITY, "latecomer", said, move)
    return _begin_again(state, paper, event)


def _decide(state: AttendedState, move: Move) -> AttendedState:
    assert state.challenge is not None  # noqa: S101 -- the authority was to move
    _, name = state.challenge
    turn, free = next_turn(state.log), replace(state, challenge=None)
    if move.act is Act.DENY:
        said = message("games.attended.denied", name=name)
        return _logged(free, Event(turn, "denied", AUTHORITY, "challenge", said, move))
    said = message("games.attended.upheld", name=name)
    return _take_out(free, name, Event(turn, "upheld", AUTHORITY, "challenge", said, move))


def _take_out(state: AttendedState, name: str, event: Event) -> AttendedState:
    if state.has_begun:
        if not isinstance(state.inner, Shrinkable):
            raise QuestionError(
                f"{name} gone in the middle of {state.procedure.name}", "a game from which a name can go"
            )
        return replace(state, inner=state.inner.without(name, event), paper=state.paper.without(name))
    wanted = next(list_name for list_name, names in state.paper.lists if name in names)
    paper = state.paper.without(name)
    if state.roster:
        return replace(_logged(state, event), paper=paper, draws_for=wanted)
    return _begin_again(state, paper, event)


def _draw(state: AttendedState, move: Move) -> AttendedState:
    (name,) = move.names
    wanted = state.draws_for
    lists = tuple((each, (*names, name) if each == wanted else names) for each, names in state.paper.lists)
    paper = Paper(lists, state.paper.parties, state.paper.order, state.paper.caps)
    said = message("games.attended.drawn", name=name)
    event = Event(next_turn(state.log), "drawn", CHANCE, "replacement: lot", said, move)
    left = tuple(other for other in state.roster if other != name)
    return _begin_again(replace(state, draws_for=None, roster=left), paper, event)


def _begin_again(state: AttendedState, paper: Paper, event: Event) -> AttendedState:
    """Return the state in which nobody has moved yet, with another paper; the log is kept."""
    before = (*state.log, event)
    try:
        inner = state.procedure.inner.start(paper)
    except Unstated:
        raise
    except QuestionError:
        if event.kind == "joins":
            raise
        log, outcome = shortfall(before, paper.candidates, state.procedure.authority)
        return replace(state, inner=_with_log(state.inner, log), paper=paper, failed=outcome)
    opened = tuple(replace(step, turn=event.turn) for step in inner.log)
    return replace(state, inner=_with_log(inner, (*before, *opened)), paper=paper)


def _logged(state: AttendedState, event: Event) -> AttendedState:
    return replace(state, inner=_with_log(state.inner, (*state.log, event)))


def _with_log(inner: State, log: tuple[Event, ...]) -> State:
    """Return a state with another log; every state is a dataclass that has one."""
    return cast("State", replace(cast("Any", inner), log=log))
