"""Alternating offers and vetoes: one side offers a name, the other accepts or vetoes it, and offers in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.game import Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message


@dataclass(frozen=True)
class AlternatingOffers:
    """Two sides offer names in turn that have not been offered; when all are vetoed there is an impasse.

    Notes
    -----
    The equilibrium lies in the unanimity compromise (Anbarci, JET 1993 and Theory and Decision 2006).
    """

    name: str = "alternating-offers"

    def start(self, paper: Paper) -> OffersState:
        """Return the game before the first offer."""
        if not paper.order:
            raise Unstated("order", ("the side that offers first, then the other",))
        if len(paper.order) != 2 or set(paper.order) != {party.id for party in paper.parties}:
            raise QuestionError(f"the order {', '.join(paper.order)}", "the two sides, the first to offer first")
        return OffersState(self, paper, tuple(sorted(paper.candidates)))


@dataclass(frozen=True)
class OffersState:
    """The game as it stands."""

    procedure: AlternatingOffers
    paper: Paper
    left: tuple[str, ...]
    offered: str | None = None
    offers: int = 0
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """The side that offers, then the side that answers."""
        if self.outcome is not None:
            return frozenset()
        place = self.offers if self.offered is None else self.offers + 1
        return frozenset({side(self.paper.order[place % 2])})

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do."""
        return Moves((Act.OFFER,), self.left) if self.offered is None else Moves((Act.ACCEPT, Act.REFUSE))

    def without(self, name: str, event: Event) -> OffersState:
        """Return the state without a name; if it was on offer, the same side offers another."""
        left = tuple(other for other in self.left if other != name)
        offered = None if self.offered == name else self.offered
        after = replace(self, log=(*self.log, event), left=left, offered=offered)
        return after if left else _nobody_left(after)

    def play(self, moves: Mapping[Actor, Move]) -> OffersState:
        """Return the state after an offer or its answer."""
        check_moves(self, moves)
        ((actor, move),) = moves.items()
        turn = next_turn(self.log)
        if self.offered is None:
            said = message("procedures.offers", party=actor.id, name=move.names[0])
            event = Event(turn, "offer", actor, "order", said, move)
            return replace(self, log=(*self.log, event), offered=move.names[0])
        offered = self.offered
        if move.act is Act.ACCEPT:
            event = Event(turn, "accepts", actor, "order", message("procedures.takes", party=actor.id), move)
            ended = Event(turn, "appointed", None, "accepted", message("procedures.appointed", names=(offered,)))
            return replace(self, log=same_turn((*self.log, event), ended), outcome=Outcome(appointed=(offered,)))
        said = message("procedures.vetoes", party=actor.id, names=(offered,))
        log = (*self.log, Event(turn, "veto", actor, "order", said, move))
        left = tuple(name for name in self.left if name != offered)
        after = replace(self, log=log, left=left, offered=None, offers=self.offers + 1)
        return after if left else _nobody_left(replace(self, log=log, left=left))


def _nobody_left(state: OffersState) -> OffersState:
    ended = Event(0, "impasse", None, "all vetoed", message("procedures.nobody-left"))
    return replace(state, log=same_turn(state.log, ended), outcome=Outcome(impasse=True))
