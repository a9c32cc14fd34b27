"""Votes until impasse: ballot after ballot, with a majority that may fall and a quorum that may fail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from placet.errors import QuestionError
from placet.procedures.game import Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.words import Message, message


@dataclass(frozen=True)
class RepeatedBallots:
    """Every party votes for one name, casts a blank paper or stays away; whoever has enough votes is elected.

    Parameters
    ----------
    weights : tuple of (str, int)
        How many votes each party has; one each where it is left out.
    needed : int
        How many votes elect on the first ballot.
    needed_later : int or None
        How many elect on later ballots; None for as many.
    quorum : int
        How many votes must be present, blank papers among them; without them the ballot is not held.
    rounds : int or None
        How many ballots are called at most; None to go on until one repeats the one before.

    Notes
    -----
    A blank paper is neither a yes nor a no. Staying away takes the quorum from the others: a veto without a vote and
    without a reason, as in Lebanon from 2014 to 2016.
    """

    needed: int
    weights: tuple[tuple[str, int], ...] = ()
    needed_later: int | None = None
    quorum: int = 0
    rounds: int | None = None
    name: str = "repeated-ballots"

    def start(self, paper: Paper) -> BallotsState:
        """Return the game before the first ballot."""
        known = dict(self.weights)
        weights = tuple((party.id, known.get(party.id, 1)) for party in paper.parties)
        strangers = sorted(set(known) - {party.id for party in paper.parties})
        if strangers:
            raise QuestionError(f"votes of {strangers[0]}", " or ".join(party.id for party in paper.parties))
        total = sum(held for _, held in weights)
        for what, number in (("votes needed", self.needed), ("votes needed", self.needed_later or self.needed)):
            if not total < 2 * number <= 2 * total:
                raise QuestionError(f"{number} {what} of {total}", f"more than half: {total // 2 + 1} to {total}")
        if not 0 <= self.quorum <= total:
            raise QuestionError(f"a quorum of {self.quorum}", f"0 to {total}")
        if not paper.candidates:
            raise QuestionError("no candidate", "one or more")
        return BallotsState(self, paper, weights, tuple(sorted(paper.candidates)))


@dataclass(frozen=True)
class BallotsState:
    """The game as it stands; `last` are the papers of the ballot before."""

    procedure: RepeatedBallots
    paper: Paper
    weights: tuple[tuple[str, int], ...]
    left: tuple[str, ...]
    held: int = 0
    called: int = 0
    last: tuple[tuple[str, Move], ...] = ()
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Every party."""
        return frozenset() if self.outcome else frozenset(side(party) for party, _ in self.weights)

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do: name one, cast a blank paper (pass), or stay away (say nothing)."""
        return Moves((Act.CHOOSE, Act.PASS, Act.SILENCE), self.left)

    def play(self, moves: Mapping[Actor, Move]) -> BallotsState:
        """Return the state after a ballot."""
        check_moves(self, moves)
        turn, log = next_turn(self.log), self.log
        given = tuple(sorted((actor.id, move) for actor, move in moves.items()))
        votes, weights = dict.fromkeys(self.left, 0), dict(self.weights)
        present = 0
        for party, move in sorted(given, key=lambda pair: pair[0]):
            words = {Act.CHOOSE: "votes", Act.PASS: "blank"}.get(move.act, "absent")
            filled = {"name": move.names[0]} if move.act is Act.CHOOSE else {}
            said = message(f"games.ballot.{words}", party=party, count=weights[party], **filled)
            log = (*log, Event(turn, words, side(party), "ballot", said, move))
            present += 0 if move.act is Act.SILENCE else weights[party]
            if move.act is Act.CHOOSE:
                votes[move.names[0]] += weights[party]
        after = replace(self, log=log, called=self.called + 1, last=given)
        quorum = self.procedure.quorum
        if present < quorum:
            said = message("games.ballot.no-quorum", present=present, quorum=quorum)
            log = same_turn(log, Event(0, "no-quorum", None, f"quorum: {quorum}", said))
            return _go_on(replace(after, log=log), is_same=given == self.last)
        return _count(replace(after, held=self.held + 1), votes, is_same=given == self.last)

    def without(self, name: str, event: Event) -> BallotsState:
        """Return the state without a candidate."""
        left = tuple(other for other in self.left if other != name)
        after = replace(self, log=(*self.log, event), left=left, last=())
        return after if left else _impasse(after, "candidates", message("procedures.nobody-left"))


def _count(state: BallotsState, votes: dict[str, int], *, is_same: bool) -> BallotsState:
    rules, log = state.procedure, state.log
    needed = rules.needed if state.held == 1 else rules.needed_later or rules.needed
    for name in sorted(votes, key=lambda name: (-votes[name], name)):
        said = message("games.ballot.count", name=name, score=Fraction(votes[name]), needed=needed)
        log = same_turn(log, Event(0, "count", None, f"ballot: {state.held}", said))
    elected = [name for name, count in votes.items() if count >= needed]
    if elected:
        said = message("procedures.appointed", names=(elected[0],))
        event = Event(0, "appointed", None, f"needed: {needed}", said)
        return replace(state, log=same_turn(log, event), outcome=Outcome(appointed=(elected[0],)))
    return _go_on(replace(state, log=log), is_same=is_same)


def _go_on(state: BallotsState, *, is_same: bool) -> BallotsState:
    rounds = state.procedure.rounds
    if rounds is not None and state.called >= rounds:
        return _impasse(state, f"rounds: {rounds}", message("games.ballot.over", count=rounds))
    if rounds is None and is_same:
        return _impasse(state, "rounds: nothing changes", message("games.ballot.stale"))
    return state


def _impasse(state: BallotsState, rule: str, says: Message) -> BallotsState:
    event = Event(0, "impasse", None, rule, says)
    return replace(state, log=same_turn(state.log, event), outcome=Outcome(impasse=True))
