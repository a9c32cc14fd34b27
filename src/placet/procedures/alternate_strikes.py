"""Strikes by turns: alternate strikes, sequential veto, peremptory challenges; what is left is appointed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.game import (
    CHANCE,
    Actor,
    Event,
    Outcome,
    Paper,
    check_moves,
    next_turn,
    same_turn,
    side,
)
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message

SKIPPED = "skipped"
"""A party that says nothing loses this turn, and the next one strikes."""


@dataclass(frozen=True)
class AlternateStrikes:
    """Parties strike one name at a time, until as many are left as there are seats.

    The order of the paper repeats itself; without one the parties alternate, and a coin says who is first.

    Parameters
    ----------
    survivors : int
        How many are left at the end.
    may_pass : bool
        Whether a party may let its turn go.
    passes_to_end : int or None
        How many turns let go one after the other end the strikes; None for as many as the order has turns. Lots then
        choose among those left.
    rounds : int or None
        How often the order is gone through at most; None for as often as it takes.
    silence : str or None
        ``skipped``, or None where the rule does not state what silence means.

    Notes
    -----
    Nobody with k strikes gets one of its k worst names, if it strikes its worst. With full information the outcome of
    clever play is found by running the order backwards (Mueller 1978, Moulin 1981).
    """

    name: str = "alternate-strikes"
    survivors: int = 1
    may_pass: bool = False
    silence: str | None = None
    passes_to_end: int | None = None
    rounds: int | None = None

    def start(self, paper: Paper) -> StrikesState:
        """Return the game before the coin is tossed, or before the first strike."""
        if len(paper.candidates) < self.survivors:
            raise QuestionError(f"{len(paper.candidates)} names", f"at least {self.survivors}")
        parties = {party.id for party in paper.parties}
        strangers = sorted(set(paper.order) - parties)
        if strangers:
            raise QuestionError(f"{strangers[0]} in the order of strikes", " or ".join(sorted(parties)))
        return _settle(StrikesState(self, paper, order=paper.order, left=tuple(sorted(paper.candidates))))


@dataclass(frozen=True)
class StrikesState:
    """A game of strikes as it stands; `turns` counts the turns of the order that are over."""

    procedure: AlternateStrikes
    paper: Paper
    order: tuple[str, ...]
    left: tuple[str, ...]
    log: tuple[Event, ...] = ()
    turns: int = 0
    passes: int = 0
    used: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    is_over: bool = False
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """The party whose turn it is; chance for the coin and the lots."""
        if self.outcome is not None:
            return frozenset()
        if not self.order or self.is_over:
            return frozenset({CHANCE})
        return frozenset({side(self.order[self.turns % len(self.order)])})

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if actor == CHANCE:
            if not self.order:
                return Moves((Act.DRAW,), tuple(party.id for party in self.paper.parties))
            return Moves((Act.DRAW,), tuple(name for name in self.left if name not in self.drawn))
        return Moves((Act.STRIKE, *((Act.PASS,) if self.procedure.may_pass else ()), Act.SILENCE), self.left)

    def play(self, moves: Mapping[Actor, Move]) -> StrikesState:
        """Return the state after a coin, a lot, a strike, a pass or silence."""
        check_moves(self, moves)
        ((actor, move),) = moves.items()
        turn = next_turn(self.log)
        match move.act:
            case Act.DRAW if not self.order:
                return _settle(self._toss(actor, move, turn))
            case Act.DRAW:
                said = message("procedures.drawn", name=move.names[0])
                event = Event(turn, "draw", actor, "left over: lot", said, move)
                return _settle(replace(self, log=(*self.log, event), drawn=(*self.drawn, move.names[0])))
            case Act.STRIKE:
                (name,) = move.names
                said = message("procedures.strikes", party=actor.id, name=name)
                event = Event(turn, "strike", actor, "order", said, move)
                left = tuple(other for other in self.left if other != name)
                used = (*self.used, actor.id)
                return _settle(
                    replace(self, log=(*self.log, event), left=left, used=used, turns=self.turns + 1, passes=0)
                )
            case Act.PASS:
                event = Event(turn, "pass", actor, "order", message("procedures.passes", party=actor.id), move)
            case _:
                if self.procedure.silence is None:
                    raise Unstated("silence", (SKIPPED,))
                said = message("procedures.skipped", party=actor.id)
                event = Event(turn, "silence", actor, f"silence: {SKIPPED}", said, move)
        return _settle(replace(self, log=(*self.log, event), turns=self.turns + 1, passes=self.passes + 1))

    def without(self, name: str, event: Event) -> StrikesState:
        """Return the state without a name that was taken out; no turn is used up by it."""
        left = tuple(other for other in self.left if other != name)
        drawn = tuple(other for other in self.drawn if other != name)
        return _settle(replace(self, log=(*self.log, event), left=left, drawn=drawn))

    def _toss(self, actor: Actor, move: Move, turn: int) -> StrikesState:
        first = move.names[0]
        others = tuple(party.id for party in self.paper.parties if party.id != first)
        said = message("procedures.coin", party=first)
        event = Event(turn, "coin", actor, "first: coin", said, move)
        return replace(self, log=(*self.log, event), order=(first, *others))


def _settle(state: StrikesState) -> StrikesState:
    """Return the state with turns of those who have no strikes left gone by, and with the outcome if it is known."""
    wanted = state.procedure.survivors
    kept = state.left if len(state.left) <= wanted else state.drawn
    if len(kept) >= wanted:
        event = Event(0, "appointed", None, "last standing", message("procedures.appointed", names=kept))
        return replace(state, log=same_turn(state.log, event), outcome=Outcome(appointed=kept))
    if not state.order or state.is_over:
        return state
    caps, passes, turns = dict(state.paper.caps), state.passes, state.turns
    to_end = state.procedure.passes_to_end or len(state.order)
    last = None if state.procedure.rounds is None else state.procedure.rounds * len(state.order)
    # A party without strikes left is passed over as if it had passed.
    while passes < to_end and (last is None or turns < last):
        party = state.order[turns % len(state.order)]
        if party not in caps or state.used.count(party) < caps[party]:
            return replace(state, passes=passes, turns=turns)
        passes, turns = passes + 1, turns + 1
    said = message("procedures.strikes-over", names=state.left)
    event = Event(0, "strikes-over", None, "order", said)
    return replace(state, log=same_turn(state.log, event), is_over=True)
