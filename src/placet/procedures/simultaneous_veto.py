"""Vetoes sealed from each other: all at once, or gradually, one in each round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.game import CHANCE, Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message

SILENCES = (Silence.ACCEPTS_ALL, Silence.BLOCKS)
"""What silence can mean where everybody strikes at once and nobody ranks."""


@dataclass(frozen=True)
class SimultaneousVeto:
    """Every party strikes in one sealed round, or one name in each of several; a lot decides among those left.

    Parameters
    ----------
    is_gradual : bool
        Whether each party strikes one name in each round, as long as the parties cannot strike everybody in it.
        Otherwise there is one round, in which each strikes as many as its cap, by default (m - 1) / n of m names.
    silence : Silence or None
        ``accepts-all`` if a party that says nothing strikes nobody, ``blocks`` if it leads to an impasse; None where
        that is not agreed.

    Notes
    -----
    With v1 + v2 = m - 1 strikes the equilibria of one round are the efficient names that stand among nobody's worst
    (Laslier, Nunez and Sanver, JET 2021). The gradual form has no advantage of the first mover, and in experiments was
    as efficient as shortlisting (Bol, Laslier and Nunez, GDN 2022). How its last round ends is ours.
    """

    name: str = "simultaneous-veto"
    is_gradual: bool = False
    silence: Silence | None = None

    def start(self, paper: Paper) -> VetoState:
        """Return the game before the first round."""
        caps = dict(paper.caps)
        share = (len(paper.candidates) - 1) // max(1, len(paper.parties))
        given = {party.id: 1 if self.is_gradual else caps.get(party.id, share) for party in paper.parties}
        for party, cap in given.items():
            if not 0 <= cap <= len(paper.candidates):
                raise QuestionError(f"{cap} strikes for {party}", f"0 to {len(paper.candidates)}")
        state = VetoState(self, paper, tuple(sorted(given.items())), tuple(sorted(paper.candidates)))
        return _settle(state, has_begun=False)


@dataclass(frozen=True)
class VetoState:
    """The game as it stands."""

    procedure: SimultaneousVeto
    paper: Paper
    caps: tuple[tuple[str, int], ...]
    left: tuple[str, ...]
    log: tuple[Event, ...] = ()
    draws: bool = False
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Every party, or chance for the lot."""
        if self.outcome is not None:
            return frozenset()
        return frozenset({CHANCE}) if self.draws else frozenset(side(party) for party, _ in self.caps)

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do; to strike fewer than one could is allowed in a single round."""
        if self.draws:
            return Moves((Act.DRAW,), self.left)
        cap = dict(self.caps)[actor.id]
        return Moves((Act.STRIKE, Act.SILENCE), self.left, least=1 if self.procedure.is_gradual else 0, most=cap)

    def without(self, name: str, event: Event) -> VetoState:
        """Return the state without a name; nobody has a strike more for it."""
        left = tuple(other for other in self.left if other != name)
        after = replace(self, log=(*self.log, event), left=left)
        if len(left) < 2:
            return _settle(replace(after, draws=False), has_begun=True)
        return after if self.draws else _settle(after, has_begun=self.procedure.is_gradual)

    def play(self, moves: Mapping[Actor, Move]) -> VetoState:
        """Return the state after a round or a lot."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if self.draws:
            (move,) = moves.values()
            event = Event(turn, "draw", CHANCE, "lot", message("procedures.drawn", name=move.names[0]), move)
            return _settle(replace(self, log=(*self.log, event), left=move.names, draws=False), has_begun=True)
        silent = tuple(sorted(actor.id for actor, move in moves.items() if move.act is Act.SILENCE))
        if silent and self.procedure.silence not in SILENCES:
            raise Unstated("silence", (choice.value for choice in SILENCES))
        log = self.log
        for actor, move in sorted(moves.items(), key=lambda pair: pair[0].id):
            named = tuple(sorted(move.names))
            said = message("procedures.vetoes" if named else "procedures.vetoes-nobody", party=actor.id, names=named)
            is_silent = move.act is Act.SILENCE
            rule = f"silence: {self.procedure.silence.value}" if is_silent and self.procedure.silence else "strikes"
            log = (*log, Event(turn, "silence" if is_silent else "veto", actor, rule, said, move))
        if silent and self.procedure.silence is Silence.BLOCKS:
            blocked = Event(turn, "impasse", None, "silence: blocks", message("procedures.blocked", parties=silent))
            return replace(self, log=(*log, blocked), outcome=Outcome(impasse=True))
        struck = {name for move in moves.values() for name in move.names}
        left = tuple(name for name in self.left if name not in struck)
        is_stuck = left == self.left
        return _settle(replace(self, log=log, left=left), has_begun=True, is_stuck=is_stuck)


def _settle(state: VetoState, *, has_begun: bool, is_stuck: bool = False) -> VetoState:
    """Return the state with its outcome, if it is known, or with a lot to be drawn when the rounds are over."""
    if not state.left:
        event = Event(0, "impasse", None, "strikes", message("procedures.nobody-left"))
        return replace(state, log=same_turn(state.log, event), outcome=Outcome(impasse=True))
    if len(state.left) == 1:
        event = Event(0, "appointed", None, "last standing", message("procedures.appointed", names=state.left))
        return replace(state, log=same_turn(state.log, event), outcome=Outcome(appointed=state.left))
    goes_on = not has_begun
    if state.procedure.is_gradual:
        goes_on = len(state.left) > len(state.caps) and not is_stuck
    return state if goes_on else replace(state, draws=True)
