"""Picks by a divisor rule, such as D'Hondt's: parties choose offices in turn, by their seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from placet.errors import QuestionError
from placet.procedures.game import Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message


class Divisor(Enum):
    """By what a party's seats are divided when it holds M offices already."""

    DHONDT = "dhondt"
    SAINTE_LAGUE = "sainte-lague"

    def of(self, held: int) -> int:
        """Return the divisor for a party that holds so many offices."""
        return 1 + held if self is Divisor.DHONDT else 1 + 2 * held


@dataclass(frozen=True)
class Picks:
    """The party with the highest figure picks one office, until all are filled.

    The figure is S / (1 + M), S its seats and M the offices it holds; Sainte-Lague divides by 1 + 2 M. The paper's
    candidates are the offices. A party that says nothing, or whose nominee does not take up the office, lets its power
    to pick lapse to the next highest figure, for this office.

    Parameters
    ----------
    seats : tuple of (str, int)
        The seats of each party.
    votes : tuple of (str, int)
        First-preference votes: equal figures are computed again from them, and the divisor stays.

    References
    ----------
    Northern Ireland Act 1998, section 18.
    """

    seats: tuple[tuple[str, int], ...]
    votes: tuple[tuple[str, int], ...] = ()
    divisor: Divisor = Divisor.DHONDT
    name: str = "dhondt"

    def start(self, paper: Paper) -> PicksState:
        """Return the game before the first pick."""
        parties = {party.id for party in paper.parties}
        for party, seats in self.seats:
            if seats < 0:
                raise QuestionError(f"{seats} seats of {party}", "0 or more")
        if {party for party, _ in self.seats} != parties:
            raise QuestionError(
                f"seats of {', '.join(sorted(party for party, _ in self.seats)) or 'nobody'}",
                f"seats of {', '.join(sorted(parties))}",
            )
        return _settle(PicksState(self, paper, tuple(sorted(paper.candidates))))

    def figure(self, party: str, held: int, *, by_votes: bool = False) -> Fraction:
        """Return a party's figure when it holds so many offices."""
        return Fraction(dict(self.votes if by_votes else self.seats)[party], self.divisor.of(held))


@dataclass(frozen=True)
class PicksState:
    """The game as it stands; `lapsed` are the parties that did not pick this office."""

    procedure: Picks
    paper: Paper
    left: tuple[str, ...]
    picked: tuple[tuple[str, str], ...] = ()
    lapsed: frozenset[str] = frozenset()
    due: str | None = None
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """The party that picks."""
        return frozenset({side(self.due)}) if self.due is not None and self.outcome is None else frozenset()

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do."""
        return Moves((Act.CHOOSE, Act.PASS, Act.SILENCE), self.left)

    def play(self, moves: Mapping[Actor, Move]) -> PicksState:
        """Return the state after a pick, or after the power to pick has lapsed."""
        check_moves(self, moves)
        ((actor, move),) = moves.items()
        turn = next_turn(self.log)
        if move.act is Act.CHOOSE:
            (office,) = move.names
            said = message("procedures.picks", party=actor.id, office=office)
            event = Event(turn, "pick", actor, f"divisor: {self.procedure.divisor.value}", said, move)
            left = tuple(name for name in self.left if name != office)
            picked = (*self.picked, (office, actor.id))
            return _settle(replace(self, left=left, picked=picked, lapsed=frozenset(), log=(*self.log, event)))
        kind = "pass" if move.act is Act.PASS else "silence"
        event = Event(turn, kind, actor, "lapse", message("procedures.lapses", party=actor.id), move)
        return _settle(replace(self, lapsed=self.lapsed | {actor.id}, log=(*self.log, event)))


def _settle(state: PicksState) -> PicksState:
    """Return the state with the party whose figure is highest to move, or with the outcome."""
    procedure = state.procedure
    held = {party: [holder for _, holder in state.picked].count(party) for party, _ in procedure.seats}
    figures = {
        party: procedure.figure(party, held[party])
        for party, seats in procedure.seats
        if seats > 0 and party not in state.lapsed
    }
    if not state.left or not figures:
        said = message("procedures.all-picked")
        if state.left:
            said = message("procedures.picks-over", names=state.left, count=len(state.left))
        log = same_turn(state.log, Event(0, "picks-over", None, "seats", said))
        appointed = tuple(party for _, party in state.picked)
        outcome = Outcome(appointed=appointed or None, seats=state.picked, impasse=bool(state.left))
        return replace(state, due=None, log=log, outcome=outcome)
    highest = max(figures.values())
    tied = tuple(sorted(party for party, figure in figures.items() if figure == highest))
    if len(tied) == 1:
        said = message("procedures.figure", party=tied[0], figure=highest)
        event = Event(0, "figure", None, f"divisor: {procedure.divisor.value}", said)
        return replace(state, due=tied[0], log=same_turn(state.log, event))
    known = dict(procedure.votes)
    if any(party not in known for party in tied):
        raise Unstated("votes", (f"the first-preference votes of {' and '.join(tied)}, whose figures are equal",))
    by_votes = {party: procedure.figure(party, held[party], by_votes=True) for party in tied}
    best = sorted(tied, key=lambda party: -by_votes[party])
    if by_votes[best[0]] == by_votes[best[1]]:
        raise Unstated("tie", (f"another rule for {' and '.join(tied)}: their votes are equal too",))
    said = message("procedures.tie.votes", names=tied, figure=by_votes[best[0]], party=best[0])
    return replace(state, due=best[0], log=same_turn(state.log, Event(0, "tie-broken", None, "tie: votes", said)))
