"""Fallback bargaining: all descend their rankings in step, until enough of them meet on a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.game import CHANCE, Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Marked, Move, Moves, Ranking
from placet.procedures.unstated import Unstated
from placet.words import message


@dataclass(frozen=True)
class Fallback:
    """Every party ranks whom it could live with and strikes the others; nobody descends below that line.

    Parameters
    ----------
    quota : int or None
        How many parties must meet; None for all of them. Among names met at the same depth those with most support
        stay, and a lot decides between them.
    silence : Silence or None
        ``blocks`` if a party that says nothing leads to an impasse; None where that is not agreed.

    Notes
    -----
    With all parties it makes the largest rank as small as can be, and is efficient (Brams and Kilgour, GDN 2001). It
    can be manipulated.
    """

    name: str = "fallback"
    quota: int | None = None
    silence: Silence | None = None

    def start(self, paper: Paper) -> FallbackState:
        """Return the game before the rankings."""
        quota = len(paper.parties) if self.quota is None else self.quota
        if not 1 <= quota <= len(paper.parties):
            raise QuestionError(f"a quota of {quota}", f"1 to {len(paper.parties)}")
        return FallbackState(self, paper, quota)


@dataclass(frozen=True)
class FallbackState:
    """The game as it stands; `met` holds the names among which a lot is drawn."""

    procedure: Fallback
    paper: Paper
    quota: int
    met: tuple[str, ...] = ()
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Every party, then chance if several names are met."""
        if self.outcome is not None:
            return frozenset()
        return frozenset({CHANCE}) if self.met else frozenset(side(party.id) for party in self.paper.parties)

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do."""
        if self.met:
            return Moves((Act.DRAW,), self.met)
        whole = Marked("", self.paper.candidates, None)
        return Moves((Act.MARK, Act.SILENCE), sheet=(whole,), ranking=Ranking.SURVIVORS)

    def without(self, name: str, event: Event) -> FallbackState:
        """Return the state without a name: it cannot be ranked any more, or the lot cannot fall on it."""
        log = (*self.log, event)
        met = tuple(other for other in self.met if other != name)
        after = replace(self, paper=self.paper.without(name), log=log, met=met)
        if len(met) == 1:
            return _appoint(after, log, met)
        if after.paper.candidates:
            return after
        ended = Event(0, "impasse", None, "shortfall", message("procedures.nobody-left"))
        return replace(after, log=same_turn(log, ended), outcome=Outcome(impasse=True))

    def play(self, moves: Mapping[Actor, Move]) -> FallbackState:
        """Return the state after the rankings or the lot."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if self.met:
            (move,) = moves.values()
            event = Event(turn, "draw", CHANCE, "lot", message("procedures.drawn", name=move.names[0]), move)
            return _appoint(self, (*self.log, event), move.names)
        silent = tuple(sorted(actor.id for actor, move in moves.items() if move.act is Act.SILENCE))
        if silent and self.procedure.silence is not Silence.BLOCKS:
            raise Unstated("silence", (Silence.BLOCKS.value,))
        log = self.log
        for actor, move in sorted(moves.items(), key=lambda pair: pair[0].id):
            if move.act is Act.SILENCE:
                said = message("procedures.silent.blocks", party=actor.id)
                log = (*log, Event(turn, "silence", actor, "silence: blocks", said, move))
                continue
            ranked = tuple(name for name, _ in sorted(move.ranks, key=lambda pair: pair[1]))
            said = message("procedures.accepts-in-order", party=actor.id, names=ranked)
            if not ranked:
                said = message("procedures.accepts-nobody", party=actor.id)
            log = (*log, Event(turn, "ranking", actor, "marks", said, move))
        if silent:
            blocked = Event(turn, "impasse", None, "silence: blocks", message("procedures.blocked", parties=silent))
            return replace(self, log=(*log, blocked), outcome=Outcome(impasse=True))
        return _descend(self, log, [dict(move.ranks) for move in moves.values()])


def _descend(state: FallbackState, log: tuple[Event, ...], rankings: list[dict[str, int]]) -> FallbackState:
    for depth in range(1, len(state.paper.candidates) + 1):
        support = {
            name: sum(ranks.get(name, depth + 1) <= depth for ranks in rankings) for name in state.paper.candidates
        }
        most = max(support.values())
        if most >= state.quota:
            met = tuple(name for name in state.paper.candidates if support[name] == most)
            said = message("procedures.met", depth=depth, names=met, count=most)
            log = same_turn(log, Event(0, "met", None, f"quota: {state.quota}", said))
            return _appoint(state, log, met) if len(met) == 1 else replace(state, log=log, met=met)
    event = Event(0, "impasse", None, f"quota: {state.quota}", message("procedures.never-met", quota=state.quota))
    return replace(state, log=same_turn(log, event), outcome=Outcome(impasse=True))


def _appoint(state: FallbackState, log: tuple[Event, ...], names: tuple[str, ...]) -> FallbackState:
    event = Event(0, "appointed", None, "fallback", message("procedures.appointed", names=names))
    return replace(state, log=same_turn(log, event), outcome=Outcome(appointed=names))
