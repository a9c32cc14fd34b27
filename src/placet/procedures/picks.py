"""Picks by a divisor rule, such as D'Hondt's: parties choose offices in turn, by their seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from placet.errors import QuestionError
from placet.procedures.divisors import Divisor, Series
from placet.procedures.game import (
    CHANCE,
    Actor,
    Event,
    Outcome,
    Paper,
    check_moves,
    next_turn,
    nominee,
    same_turn,
    side,
)
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import Message, message

VOTES, LOT = "votes", "lot"
"""How equal figures are told apart: computed again from first-preference votes, or drawn."""


@dataclass(frozen=True)
class Picks:
    """The party with the highest figure picks one office, until all are filled.

    The figure is S / (1 + M), S its seats and M the offices it holds; Sainte-Lague divides by 1 + 2 M. The paper's
    candidates are the offices. A party that says nothing, or whose nominee does not take up the office, lets its power
    to pick lapse to the next highest figure, for this office.

    Where people are given, a party that picks an office names one of its people for it, who is asked to take it up.

    Parameters
    ----------
    seats : tuple of (str, int)
        The seats of each party.
    votes : tuple of (str, int)
        First-preference votes: equal figures are computed again from them, and the divisor stays.
    people : tuple of (str, tuple of str)
        Whom each party can name; empty where only offices are picked.
    ties : tuple of str
        How equal figures are told apart, one after the other: `VOTES`, `LOT`.

    References
    ----------
    Northern Ireland Act 1998, section 18.
    """

    seats: tuple[tuple[str, int], ...]
    votes: tuple[tuple[str, int], ...] = ()
    divisor: Divisor | Series = Divisor.DHONDT
    name: str = "dhondt"
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ties: tuple[str, ...] = (VOTES,)

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
        known = [name for _, names in self.people for name in names]
        for name in known:
            if known.count(name) > 1:
                raise QuestionError(f"{name} in two parties", "each person in one party")
        return _settle(PicksState(self, paper, tuple(sorted(paper.candidates))))

    def figure(self, party: str, held: int, *, by_votes: bool = False) -> Fraction:
        """Return a party's figure when it holds so many offices."""
        return Fraction(dict(self.votes if by_votes else self.seats)[party], self.divisor.of(held))


@dataclass(frozen=True)
class PicksState:
    """The game as it stands.

    Parameters
    ----------
    picked : tuple of (str, str)
        Each office that is filled, and the party that has it.
    named : tuple of (str, str)
        Each office that is filled, and who holds it, where people are named.
    lapsed : frozenset of str
        The parties that did not pick this office.
    drawn : tuple of str
        The parties among which a lot is to be drawn.
    office, asked : str or None
        The office that the party has picked and not yet filled, and whom it has named for it.
    """

    procedure: Picks
    paper: Paper
    left: tuple[str, ...]
    picked: tuple[tuple[str, str], ...] = ()
    lapsed: frozenset[str] = frozenset()
    due: str | None = None
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None
    named: tuple[tuple[str, str], ...] = ()
    drawn: tuple[str, ...] = ()
    office: str | None = None
    asked: str | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """The party that picks or names, the person who is named, or the lot between equal figures."""
        if self.outcome is not None:
            return frozenset()
        if self.drawn:
            return frozenset({CHANCE})
        if self.asked is not None:
            return frozenset({nominee(self.asked)})
        return frozenset({side(self.due)}) if self.due is not None else frozenset()

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if actor == CHANCE:
            return Moves((Act.DRAW,), self.drawn)
        if self.asked is not None:
            return Moves((Act.ACCEPT, Act.REFUSE, Act.SILENCE))
        if self.office is None:
            return Moves((Act.CHOOSE, Act.PASS, Act.SILENCE), self.left)
        holders = {name for _, name in self.named}
        free = tuple(name for name in dict(self.procedure.people).get(self.due or "", ()) if name not in holders)
        return Moves((Act.CHOOSE, Act.PASS, Act.SILENCE), free)

    def play(self, moves: Mapping[Actor, Move]) -> PicksState:
        """Return the state after a pick, a name, an answer or a lot, or after the power to pick has lapsed."""
        check_moves(self, moves)
        ((actor, move),) = moves.items()
        turn = next_turn(self.log)
        if actor == CHANCE:
            (party,) = move.names
            event = Event(turn, "draw", actor, "tie: lot", message("picks.drawn", party=party), move)
            return replace(self, due=party, drawn=(), log=(*self.log, event))
        if self.asked is not None:
            return _answered(self, actor, move, turn)
        if self.office is not None:
            return _named(self, actor, move, turn)
        if move.act is Act.CHOOSE:
            (office,) = move.names
            said = message("procedures.picks", party=actor.id, office=office)
            event = Event(turn, "pick", actor, f"divisor: {self.procedure.divisor.value}", said, move)
            noted = replace(self, log=(*self.log, event))
            return replace(noted, office=office) if self.procedure.people else _filled(noted, office, actor.id)
        return _lapse(self, actor, move, turn, message("procedures.lapses", party=actor.id))


def _filled(state: PicksState, office: str, party: str) -> PicksState:
    """Return the state after an office is filled, with the next party to pick."""
    left = tuple(name for name in state.left if name != office)
    picked = (*state.picked, (office, party))
    return _settle(replace(state, left=left, picked=picked, lapsed=frozenset(), office=None, asked=None))


def _lapse(state: PicksState, actor: Actor, move: Move, turn: int, said: Message) -> PicksState:
    """Return the state after the power of the party that was due went to the next highest figure."""
    kind = {Act.PASS: "pass", Act.REFUSE: "declines"}.get(move.act, "silence")
    event = Event(turn, kind, actor, "lapse", said, move)
    lapsed = state.lapsed | {state.due or ""}
    return _settle(replace(state, lapsed=lapsed, office=None, asked=None, log=(*state.log, event)))


def _named(state: PicksState, actor: Actor, move: Move, turn: int) -> PicksState:
    office = state.office or ""
    if move.act is not Act.CHOOSE:
        return _lapse(state, actor, move, turn, message("picks.names-nobody", party=actor.id, office=office))
    (name,) = move.names
    said = message("picks.names", party=actor.id, name=name, office=office)
    return replace(state, asked=name, log=(*state.log, Event(turn, "names", actor, "nomination", said, move)))


def _answered(state: PicksState, actor: Actor, move: Move, turn: int) -> PicksState:
    office, party = state.office or "", state.due or ""
    if move.act is Act.REFUSE:
        said = message("picks.not-taken-up", name=actor.id, office=office, party=party)
        return _lapse(state, actor, move, turn, said)
    kind = "takes-up" if move.act is Act.ACCEPT else "not-declined"
    event = Event(turn, kind, actor, "acceptance", message(f"picks.{kind}", name=actor.id, office=office), move)
    return _filled(replace(state, named=(*state.named, (office, actor.id)), log=(*state.log, event)), office, party)


def _settle(state: PicksState) -> PicksState:
    """Return the state with the party whose figure is highest to move, or with the outcome."""
    procedure = state.procedure
    held = {party: [holder for _, holder in state.picked].count(party) for party, _ in procedure.seats}
    figures = {
        party: procedure.figure(party, held[party])
        for party, seats in procedure.seats
        if seats > 0 and state.left and party not in state.lapsed
    }
    if not state.left or not figures:
        said = message("procedures.all-picked")
        if state.left:
            said = message("procedures.picks-over", names=state.left, count=len(state.left))
        log = same_turn(state.log, Event(0, "picks-over", None, "seats", said))
        seats = state.named if procedure.people else state.picked
        outcome = Outcome(appointed=tuple(who for _, who in seats) or None, seats=seats, impasse=bool(state.left))
        return replace(state, due=None, log=log, outcome=outcome)
    highest = max(figures.values())
    tied = tuple(sorted(party for party, figure in figures.items() if figure == highest))
    if len(tied) == 1:
        said = message("procedures.figure", party=tied[0], figure=highest)
        event = Event(0, "figure", None, f"divisor: {procedure.divisor.value}", said)
        return replace(state, due=tied[0], log=same_turn(state.log, event))
    return _break_tie(state, tied, held)


def _break_tie(state: PicksState, tied: tuple[str, ...], held: Mapping[str, int]) -> PicksState:
    procedure, known = state.procedure, dict(state.procedure.votes)
    names = " and ".join(tied)
    for tie in procedure.ties:
        if tie == LOT:
            event = Event(0, "tie", None, "tie: lot", message("picks.lot", names=tied))
            return replace(state, due=None, drawn=tied, log=same_turn(state.log, event))
        if any(party not in known for party in tied):
            raise Unstated("votes", (f"the first-preference votes of {names}, whose figures are equal",))
        by_votes = {party: procedure.figure(party, held[party], by_votes=True) for party in tied}
        highest = max(by_votes.values())
        best = tuple(party for party in tied if by_votes[party] == highest)
        if len(best) == 1:
            said = message("procedures.tie.votes", names=tied, figure=highest, party=best[0])
            event = Event(0, "tie-broken", None, "tie: votes", said)
            return replace(state, due=best[0], log=same_turn(state.log, event))
        tied = best
    raise Unstated("tie", (f"votes, lot: figures and votes of {names} are equal, and a lot can decide",))
