"""Straw polls: graded papers, poll after poll, in which a veto shows itself and not whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.game import Actor, Event, Outcome, Paper, Role, check_moves, next_turn, nominee, same_turn, side
from placet.procedures.moves import SILENCE, Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import Message, message

ENCOURAGE, DISCOURAGE, NO_OPINION = "encourage", "discourage", "no-opinion"
GRADES = (ENCOURAGE, DISCOURAGE, NO_OPINION)

Papers = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""What each member said of each candidate."""


@dataclass(frozen=True)
class StrawPolls:
    """Members encourage, discourage or have no opinion of each candidate; between polls candidates can withdraw.

    In the first polls all papers look alike. In the later ones those of the permanent members have a colour, which
    shows whether one of them discourages a candidate, and not which. The candidate with the most encouragements is
    recommended when they are enough and no permanent member discourages, in a poll with colours.

    Parameters
    ----------
    needed : int
        How many must encourage.
    permanent : tuple of str
        The members whose discouragement is a veto.
    open_polls : int
        How many polls are held before the papers have colours.
    polls : int or None
        How many polls are held at most; None to go on until a poll with colours repeats the one before.
    silence : str or None
        ``no-opinion`` if a member that hands in nothing has no opinion of anybody; None where that is not agreed.

    Notes
    -----
    The polls only indicate: a formal vote follows them. That equal papers twice in a row are an impasse is ours.

    References
    ----------
    Security Council Report, What's in Blue, 4 October 2016.
    """

    name: str = "straw-polls"
    needed: int = 1
    permanent: tuple[str, ...] = ()
    open_polls: int = 0
    polls: int | None = None
    silence: str | None = None

    def start(self, paper: Paper) -> StrawPollsState:
        """Return the game before the first poll."""
        members = {party.id for party in paper.parties}
        for name in self.permanent:
            if name not in members:
                raise QuestionError(f"the permanent member {name}", " or ".join(sorted(members)))
        if not 1 <= self.needed <= len(members):
            raise QuestionError(
                f"{self.needed} encouragements needed of {len(members)} members", f"1 to {len(members)}"
            )
        if not paper.candidates:
            raise QuestionError("no candidate", "one or more")
        return StrawPollsState(self, paper, tuple(sorted(paper.candidates)))


@dataclass(frozen=True)
class StrawPollsState:
    """The game as it stands.

    Parameters
    ----------
    left : tuple of str
        The candidates who have not withdrawn.
    held : int
        How many polls were held.
    last : Papers
        The papers of the last poll.
    asks_candidates : bool
        Whether the candidates are asked now whether they withdraw.
    """

    procedure: StrawPolls
    paper: Paper
    left: tuple[str, ...]
    held: int = 0
    last: Papers = ()
    asks_candidates: bool = False
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Every member; after a poll every candidate who is left."""
        if self.outcome is not None:
            return frozenset()
        if self.asks_candidates:
            return frozenset(nominee(name) for name in self.left)
        return frozenset(side(party.id) for party in self.paper.parties)

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if actor.role is Role.NOMINEE:
            return Moves((Act.SILENCE, Act.REFUSE))
        return Moves((Act.GRADE, Act.SILENCE), self.left, grades=GRADES)

    def play(self, moves: Mapping[Actor, Move]) -> StrawPollsState:
        """Return the state after a poll, or after the candidates have stayed or withdrawn."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        given = sorted(moves.items(), key=lambda pair: pair[0].id)
        if self.asks_candidates:
            return _after_candidates(self, given, turn)
        log, papers = self.log, []
        for actor, move in given:
            grades = dict(move.grades)
            if move.act is Act.SILENCE:
                if self.procedure.silence is None:
                    raise Unstated("silence", (NO_OPINION,))
                said, rule = message("games.poll.silent", party=actor.id), f"silence: {self.procedure.silence}"
            else:
                said, rule = message("games.poll.paper", party=actor.id), "papers"
            log = (*log, Event(turn, "paper", actor, rule, said, move))
            papers.append((actor.id, tuple((name, grades.get(name, NO_OPINION)) for name in self.left)))
        return _count(replace(self, log=log, held=self.held + 1), tuple(papers))

    def without(self, name: str, event: Event) -> StrawPollsState:
        """Return the state without a candidate."""
        left = tuple(other for other in self.left if other != name)
        after = replace(self, log=(*self.log, event), left=left)
        return after if left else _impasse(after, "candidates", message("procedures.nobody-left"))


def _count(state: StrawPollsState, papers: Papers) -> StrawPollsState:
    """Return the state after the papers of a poll were counted; `state.last` are still those of the poll before."""
    rules = state.procedure
    has_colours = state.held > rules.open_polls
    log, passing = state.log, {}
    counts = {name: Counter(dict(paper)[name] for _, paper in papers) for name in state.left}
    for name in sorted(state.left, key=lambda name: (-counts[name][ENCOURAGE], counts[name][DISCOURAGE], name)):
        found = counts[name]
        vetoes = sum(dict(paper)[name] == DISCOURAGE for party, paper in papers if party in rules.permanent)
        words = "games.poll.count"
        if has_colours and rules.permanent:
            words = "games.poll.count.veto" if vetoes else "games.poll.count.no-veto"
        filled = {"count": vetoes} if words.endswith(".veto") else {}
        said = message(
            words,
            name=name,
            encourage=found[ENCOURAGE],
            discourage=found[DISCOURAGE],
            none=found[NO_OPINION],
            **filled,
        )
        log = same_turn(log, Event(0, "count", None, f"poll: {state.held}", said))
        if has_colours and not vetoes and found[ENCOURAGE] >= rules.needed:
            passing[name] = found[ENCOURAGE]
    counted = replace(state, log=log, last=papers)
    best = [name for name, encouraged in passing.items() if encouraged == max(passing.values())]
    if len(best) == 1:
        said = message("games.poll.recommended", name=best[0], needed=rules.needed)
        event = Event(0, "appointed", None, f"needed: {rules.needed}", said)
        return replace(counted, log=same_turn(log, event), outcome=Outcome(appointed=(best[0],)))
    if rules.polls is not None and state.held >= rules.polls:
        return _impasse(counted, f"rounds: {rules.polls}", message("games.poll.over", count=rules.polls))
    if rules.polls is None and state.held - 1 > rules.open_polls and papers == state.last:
        return _impasse(counted, "rounds: nothing changes", message("games.poll.stale"))
    return replace(counted, asks_candidates=True)


def _after_candidates(state: StrawPollsState, given: list[tuple[Actor, Move]], turn: int) -> StrawPollsState:
    log, left = state.log, state.left
    for actor, move in given:
        stays = move == SILENCE
        said = message("games.stays" if stays else "games.withdraws", name=actor.id)
        log = (*log, Event(turn, "stays" if stays else "withdraws", actor, "candidates", said, move))
        left = left if stays else tuple(name for name in left if name != actor.id)
    after = replace(state, log=log, left=left, asks_candidates=False)
    return after if left else _impasse(after, "candidates", message("procedures.nobody-left"))


def _impasse(state: StrawPollsState, rule: str, says: Message) -> StrawPollsState:
    log = same_turn(state.log, Event(0, "impasse", None, rule, says))
    return replace(state, log=log, asks_candidates=False, outcome=Outcome(impasse=True))
