"""The rule of k names: one side proposes a list, the other chooses from it; shortlisting is the case of half."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.game import Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message


@dataclass(frozen=True)
class RuleOfKNames:
    """The first side of the order names k of the m candidates, and the second appoints one of them.

    Parameters
    ----------
    k : int or None
        How many names are proposed; None for more than half of them by the least that is possible, as in
        shortlisting: (m + 1) / 2 for odd m.

    Notes
    -----
    In equilibrium the proposer gets his best among the chooser's m - k + 1 best (Barbera and Coelho, GEB 2010; for
    shortlisting de Clippel, Eliaz and Knight, AER 2014).
    """

    name: str = "rule-of-k-names"
    k: int | None = None

    def start(self, paper: Paper) -> KNamesState:
        """Return the game before the list is proposed."""
        if not paper.order:
            raise Unstated("order", ("the side that proposes, then the side that chooses",))
        if len(paper.order) != 2 or set(paper.order) != {party.id for party in paper.parties}:
            raise QuestionError(f"the order {', '.join(paper.order)}", "the two sides, the proposer first")
        count = len(paper.candidates)
        k = count // 2 + 1 if self.k is None else self.k
        if not 1 <= k <= count:
            raise QuestionError(f"{k} names to propose", f"1 to {count}")
        return KNamesState(self, paper, k)


@dataclass(frozen=True)
class KNamesState:
    """The game as it stands; `listed` is empty until the list is proposed."""

    procedure: RuleOfKNames
    paper: Paper
    k: int
    listed: tuple[str, ...] = ()
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """The proposer, then the chooser."""
        if self.outcome is not None:
            return frozenset()
        return frozenset({side(self.paper.order[1 if self.listed else 0])})

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do."""
        if self.listed:
            return Moves((Act.CHOOSE,), self.listed)
        return Moves((Act.SHORTLIST,), self.paper.candidates, least=self.k, most=self.k)

    def without(self, name: str, event: Event) -> KNamesState:
        """Return the state without a name; the list of those proposed is not made longer."""
        log, paper = (*self.log, event), self.paper.without(name)
        listed = tuple(other for other in self.listed if other != name)
        if not paper.candidates or (self.listed and not listed):
            ended = Event(0, "impasse", None, "shortfall", message("procedures.nobody-left"))
            return replace(self, listed=listed, log=same_turn(log, ended), outcome=Outcome(impasse=True))
        return replace(self, paper=paper, k=min(self.k, len(paper.candidates)), listed=listed, log=log)

    def play(self, moves: Mapping[Actor, Move]) -> KNamesState:
        """Return the state after the list or the choice."""
        check_moves(self, moves)
        ((actor, move),) = moves.items()
        turn = next_turn(self.log)
        if not self.listed:
            listed = tuple(sorted(move.names))
            said = message("procedures.shortlists", party=actor.id, names=listed)
            event = Event(turn, "shortlist", actor, f"k: {self.k}", said, move)
            return replace(self, listed=listed, log=(*self.log, event))
        said = message("procedures.party-chooses", party=actor.id, name=move.names[0])
        event = Event(turn, "choice", actor, "order", said, move)
        ended = Event(turn, "appointed", None, "choice", message("procedures.appointed", names=move.names))
        return replace(self, log=same_turn((*self.log, event), ended), outcome=Outcome(appointed=move.names))
