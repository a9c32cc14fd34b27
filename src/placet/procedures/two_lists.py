"""Two lists: each side offers names and strikes some of the other's; those left on both lists are mutual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.game import AUTHORITY, Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Marked, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message

ALL, INSTITUTION = "all", "institution-chooses"
"""Who sits when more names are mutual than there are seats."""


@dataclass(frozen=True)
class TwoLists:
    """Each of two sides strikes on the list that the other offers.

    The paper's lists bear the names of the parties that offer them.

    Parameters
    ----------
    seats : int
        How many names must be mutual.
    strikes : int or None
        How many names of the other's list a party may strike; None for any number.
    aggregate : str or None
        `ALL` or `INSTITUTION`; None where the rule does not say who sits when more are mutual.
    silence : Silence or None
        ``accepts-all`` or ``blocks``; None where the rule does not state it.
    """

    name: str
    seats: int
    strikes: int | None
    aggregate: str | None = None
    silence: Silence | None = None
    authority: str | None = None

    def start(self, paper: Paper) -> TwoListsState:
        """Return the game before the lists are returned."""
        offers, parties = sorted(name for name, _ in paper.lists), [party.id for party in paper.parties]
        if len(parties) != 2 or offers != parties:
            raise QuestionError(f"the lists of {', '.join(offers)}", f"one list of each of two parties: {parties}")
        return TwoListsState(self, paper)


@dataclass(frozen=True)
class TwoListsState:
    """The game as it stands; `mutual` are the names among which the institution is to choose."""

    procedure: TwoLists
    paper: Paper
    mutual: tuple[str, ...] = ()
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Both parties, and then perhaps the institution."""
        if self.outcome is not None:
            return frozenset()
        return frozenset({AUTHORITY} if self.mutual else {side(party.id) for party in self.paper.parties})

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if actor == AUTHORITY:
            return Moves((Act.CHOOSE,), self.mutual, self.procedure.seats, self.procedure.seats)
        ((name, names),) = (pair for pair in self.paper.lists if pair[0] != actor.id)
        return Moves((Act.MARK, Act.SILENCE), sheet=(Marked(name, names, self.procedure.strikes),))

    def play(self, moves: Mapping[Actor, Move]) -> TwoListsState:
        """Return the state after the sheets, or after the institution's choice."""
        check_moves(self, moves)
        turn, procedure = next_turn(self.log), self.procedure
        if self.mutual:
            ((actor, move),) = moves.items()
            said = message("clauses.chooses", party=procedure.authority or actor.id, names=move.names)
            log = (*self.log, Event(turn, "chooses", actor, "aggregate: institution-chooses", said, move))
            return _appoint(replace(self, log=log), move.names)
        log = self.log
        for actor, move in sorted(moves.items(), key=lambda pair: pair[0].id):
            if move.act is Act.SILENCE:
                if procedure.silence not in {Silence.ACCEPTS_ALL, Silence.BLOCKS}:
                    raise Unstated("silence", (Silence.ACCEPTS_ALL.value, Silence.BLOCKS.value))
                said = message(f"procedures.silent.{procedure.silence.value}", party=actor.id)
                log = (*log, Event(turn, "silence", actor, f"silence: {procedure.silence.value}", said, move))
            else:
                said = message("clauses.strikes", party=actor.id, names=move.names)
                if not move.names:
                    said = message("clauses.strikes-nobody", party=actor.id)
                log = (*log, Event(turn, "sheet", actor, "marks", said, move))
        if procedure.silence is Silence.BLOCKS and any(move.act is Act.SILENCE for move in moves.values()):
            return replace(self, log=log, outcome=Outcome(impasse=True))
        struck = {name for move in moves.values() for name in move.names}
        return _count(replace(self, log=log), tuple(name for name in self.paper.candidates if name not in struck))


def _count(state: TwoListsState, mutual: tuple[str, ...]) -> TwoListsState:
    """Return the state after the names that are mutual are held against the seats."""
    procedure = state.procedure
    said = message("clauses.mutual", names=mutual) if mutual else message("clauses.none-in-common")
    state = replace(state, log=same_turn(state.log, Event(0, "common", None, "strikes", said)))
    if len(mutual) < procedure.seats:
        authority = procedure.authority
        words = "clauses.too-few" if authority else "procedures.shortfall.impasse"
        short = message(words, who=authority, seats=procedure.seats) if authority else message(words)
        log = same_turn(state.log, Event(0, "referred", None, "shortfall", short))
        outcome = Outcome(mutual or None, impasse=authority is None, referred_to=authority)
        return replace(state, log=log, outcome=outcome)
    if len(mutual) == procedure.seats or procedure.aggregate == ALL:
        return _appoint(state, mutual)
    if procedure.aggregate is None:
        raise Unstated("aggregate", (ALL, INSTITUTION))
    return replace(state, mutual=mutual)


def _appoint(state: TwoListsState, names: tuple[str, ...]) -> TwoListsState:
    event = Event(0, "appointed", None, "seats", message("procedures.appointed", names=names))
    outcome = Outcome(appointed=names)
    return replace(state, mutual=(), log=same_turn(state.log, event), outcome=outcome)
