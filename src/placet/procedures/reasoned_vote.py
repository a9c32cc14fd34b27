"""A vote with reasoned vetoes: a veto needs a reason, and it stands until the one who cast it withdraws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.game import CHANCE, Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import Message, message

FOR, AGAINST, ABSTAINS = "for", "veto", "abstain"
GRADES = (FOR, AGAINST, ABSTAINS)
ASSENT, ABSTENTION = "assent", "abstain"
SILENCES = (ASSENT, ABSTENTION)
"""What silence in the first round can mean; in later rounds it leaves a vote as it was."""

Votes = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class ReasonedVote:
    """All vote at once on every name; whoever has enough votes for, and no veto that stands, is appointed.

    In later rounds everybody may vote again, and only so is a veto withdrawn: who says nothing leaves its votes as they
    were. When a round changes nothing there is an impasse.

    Parameters
    ----------
    needed : int
        How many votes for a name are needed.
    rounds : int or None
        How many rounds are held at most; None to go on until nothing changes.
    silence : str or None
        ``assent`` (lazy consensus) or ``abstain``; None where that is not agreed.

    References
    ----------
    Apache Software Foundation, voting: a veto without a technical justification is invalid, nobody can override it, and
    it stands until withdrawn.
    """

    name: str = "reasoned-vote"
    needed: int = 3
    rounds: int | None = None
    silence: str | None = None

    def start(self, paper: Paper) -> ReasonedVoteState:
        """Return the game before the first vote."""
        if not 1 <= self.needed <= len(paper.parties):
            found = f"{self.needed} votes needed of {len(paper.parties)} voters"
            raise QuestionError(found, f"1 to {len(paper.parties)}")
        if not paper.candidates:
            raise QuestionError("no candidate", "one or more")
        return ReasonedVoteState(self, paper, tuple(sorted(paper.candidates)))


@dataclass(frozen=True)
class ReasonedVoteState:
    """The game as it stands; `votes` are those that count now, `tied` the names among which a lot is drawn."""

    procedure: ReasonedVote
    paper: Paper
    left: tuple[str, ...]
    votes: Votes = ()
    held: int = 0
    tied: tuple[str, ...] = ()
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Every voter, or chance for the lot."""
        if self.outcome is not None:
            return frozenset()
        return frozenset({CHANCE}) if self.tied else frozenset(side(party.id) for party in self.paper.parties)

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do."""
        if self.tied:
            return Moves((Act.DRAW,), self.tied)
        return Moves((Act.GRADE, Act.SILENCE), self.left, grades=GRADES, needs_reason=(AGAINST,))

    def play(self, moves: Mapping[Actor, Move]) -> ReasonedVoteState:
        """Return the state after a round of votes, or after the lot."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if self.tied:
            (move,) = moves.values()
            event = Event(turn, "draw", CHANCE, "tie: lot", message("procedures.drawn", name=move.names[0]), move)
            return _appoint(replace(self, log=(*self.log, event), tied=()), move.names[0])
        before = {party: dict(given) for party, given in self.votes}
        log, votes = self.log, dict(before)
        for actor, move in sorted(moves.items(), key=lambda pair: pair[0].id):
            told, given = self._take(actor, move, before.get(actor.id), turn)
            log, votes[actor.id] = (*log, *told), given
        after = replace(
            self,
            log=log,
            held=self.held + 1,
            votes=tuple((party, tuple(sorted(given.items()))) for party, given in sorted(votes.items())),
        )
        return _decide(after, has_changed=votes != before)

    def _take(
        self, actor: Actor, move: Move, before: dict[str, str] | None, turn: int
    ) -> tuple[list[Event], dict[str, str]]:
        """Return what a voter does in sentences, and its votes as they count from now on."""
        if move.act is Act.SILENCE:
            if before is not None:
                event = Event(turn, "silence", actor, "votes", message("games.vote.stays", party=actor.id), move)
                return [event], before
            if self.procedure.silence not in SILENCES:
                raise Unstated("silence", SILENCES)
            given = dict.fromkeys(self.left, FOR if self.procedure.silence == ASSENT else ABSTAINS)
            said = message(f"games.vote.silent.{self.procedure.silence}", party=actor.id)
            return [Event(turn, "silence", actor, f"silence: {self.procedure.silence}", said, move)], given
        grades, reasons = dict(move.grades), dict(move.reasons)
        given = {name: grades.get(name, ABSTAINS) for name in self.left}
        liked = tuple(name for name in self.left if given[name] == FOR)
        said = message("games.vote.for" if liked else "games.vote.for-nobody", party=actor.id, names=liked)
        told = [Event(turn, "vote", actor, "votes", said, move)]
        for name in self.left:
            if given[name] == AGAINST:
                said = message("games.vote.veto", party=actor.id, name=name, reason=reasons[name].strip())
                told.append(Event(turn, "veto", None, "reason", said))
            elif (before or {}).get(name) == AGAINST:
                said = message("games.vote.withdraws", party=actor.id, name=name)
                told.append(Event(turn, "veto-withdrawn", None, "stands until withdrawn", said))
        return told, given

    def without(self, name: str, event: Event) -> ReasonedVoteState:
        """Return the state without a candidate; votes on the others stay."""
        left = tuple(other for other in self.left if other != name)
        votes = tuple((party, tuple(pair for pair in given if pair[0] != name)) for party, given in self.votes)
        tied = tuple(other for other in self.tied if other != name)
        after = replace(self, log=(*self.log, event), left=left, votes=votes, tied=tied)
        if len(tied) == 1:
            return _appoint(replace(after, tied=()), tied[0])
        return after if left else _impasse(after, "candidates", message("procedures.nobody-left"))


def _decide(state: ReasonedVoteState, *, has_changed: bool) -> ReasonedVoteState:
    support = {name: sum(dict(given)[name] == FOR for _, given in state.votes) for name in state.left}
    vetoes = {name: tuple(party for party, given in state.votes if dict(given)[name] == AGAINST) for name in state.left}
    log = state.log
    for name in sorted(state.left, key=lambda name: (-support[name], name)):
        words = "games.vote.count.vetoed" if vetoes[name] else "games.vote.count"
        filled = {"parties": vetoes[name]} if vetoes[name] else {}
        said = message(words, name=name, count=support[name], **filled)
        log = same_turn(log, Event(0, "count", None, f"round: {state.held}", said))
    counted = replace(state, log=log)
    passing = [name for name in state.left if not vetoes[name] and support[name] >= state.procedure.needed]
    best = tuple(name for name in passing if support[name] == max(support[each] for each in passing))
    if len(best) == 1:
        return _appoint(counted, best[0])
    if best:
        return replace(counted, tied=best)
    rounds = state.procedure.rounds
    if rounds is not None and state.held >= rounds:
        return _impasse(counted, f"rounds: {rounds}", message("games.vote.over", count=rounds))
    if not has_changed:
        return _impasse(counted, "rounds: nothing changes", message("games.vote.unchanged"))
    return counted


def _appoint(state: ReasonedVoteState, name: str) -> ReasonedVoteState:
    said = message("procedures.appointed", names=(name,))
    event = Event(0, "appointed", None, f"needed: {state.procedure.needed}, and no veto", said)
    return replace(state, log=same_turn(state.log, event), outcome=Outcome(appointed=(name,)))


def _impasse(state: ReasonedVoteState, rule: str, says: Message) -> ReasonedVoteState:
    event = Event(0, "impasse", None, rule, says)
    return replace(state, log=same_turn(state.log, event), outcome=Outcome(impasse=True))
