"""Names in common: each party strikes any names of a list at once; as many in common as there are seats sit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.game import Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Marked, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message

LISTS = ("first", "second", "third")
"""The lists that are sent out one after the other; on the third, parties strike by turns at once."""
NEXT_LIST, INSTITUTION = "next-list", "institution"
"""What may be done when fewer names are in common than there are seats, but some."""


@dataclass(frozen=True)
class CommonNames:
    """Strikes at once on one list after the other, and by turns where too many names are in common.

    With as many names in common as there are seats, those sit. With more, the parties strike by turns, first the one
    that did not start the case. With none, the next list is sent out; on the last they strike by turns, first the one
    that started the case.

    Parameters
    ----------
    seats : int
        How many are appointed.
    started : str
        The party that started the case.
    silence : Silence or None
        What it means to hand in nothing; only ``other-side-decides`` is known here: the other party chooses from the
        list.
    some : str or None
        What is done when fewer names are in common than there are seats, but some: `NEXT_LIST` or `INSTITUTION`; None
        where the rule does not say it.
    """

    name: str
    seats: int
    started: str
    silence: Silence | None = None
    some: str | None = None
    authority: str | None = None

    def start(self, paper: Paper) -> CommonNamesState:
        """Return the game before the first list is returned."""
        if len(paper.parties) != 2:
            raise QuestionError(f"{len(paper.parties)} parties", "two")
        if self.started not in {party.id for party in paper.parties}:
            raise QuestionError(f"started “{self.started}”", " or ".join(party.id for party in paper.parties))
        given = tuple(name for name, _ in paper.lists)
        if given != LISTS[: len(given)]:
            raise QuestionError(f"the lists {', '.join(given)}", f"the lists {', '.join(LISTS)}, one after the other")
        return CommonNamesState(self, paper)


@dataclass(frozen=True)
class CommonNamesState:
    """The game as it stands.

    Parameters
    ----------
    at : int
        The list that is out, counted from 0.
    left : tuple of str
        The names among which the parties strike by turns; empty while sheets are awaited.
    order : tuple of str
        Whose turn it is, one after the other.
    chooser : str or None
        The party that chooses, because the other said nothing.
    """

    procedure: CommonNames
    paper: Paper
    at: int = 0
    left: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    turns: int = 0
    chooser: str | None = None
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Both parties with their sheets; then the one whose turn it is, or the one that chooses."""
        if self.outcome is not None:
            return frozenset()
        if self.chooser is not None:
            return frozenset({side(self.chooser)})
        if self.left:
            return frozenset({side(self.order[self.turns % 2])})
        return frozenset(side(party.id) for party in self.paper.parties)

    def moves(self, actor: Actor) -> Moves:  # noqa: ARG002 -- the protocol's
        """Return what an actor may do."""
        name, names = self.paper.lists[self.at]
        if self.chooser is not None:
            return Moves((Act.CHOOSE,), names, self.procedure.seats, self.procedure.seats)
        if self.left:
            return Moves((Act.STRIKE, Act.SILENCE), self.left)
        return Moves((Act.MARK, Act.SILENCE), sheet=(Marked(name, names, None),))

    def play(self, moves: Mapping[Actor, Move]) -> CommonNamesState:
        """Return the state after the sheets, a strike, or a choice."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if self.chooser is None and not self.left:
            return _sheets(self, moves, turn)
        ((actor, move),) = moves.items()
        if move.act is Act.SILENCE:
            raise Unstated("turns", ("a strike: the clause does not say what it means to miss a turn",))
        if move.act is Act.CHOOSE:
            said = message("clauses.chooses", party=actor.id, names=move.names)
            event = Event(turn, "chooses", actor, "silence: other-side-decides", said, move)
            return _appoint(replace(self, log=(*self.log, event)), move.names)
        (name,) = move.names
        said = message("procedures.strikes", party=actor.id, name=name)
        left = tuple(other for other in self.left if other != name)
        log = (*self.log, Event(turn, "strike", actor, "order", said, move))
        after = replace(self, left=left, turns=self.turns + 1, log=log)
        return _appoint(after, left) if len(left) == self.procedure.seats else after


def _sheets(state: CommonNamesState, moves: Mapping[Actor, Move], turn: int) -> CommonNamesState:
    """Return the state after both sheets came in for a list."""
    procedure, names = state.procedure, state.paper.lists[state.at][1]
    silent = sorted(actor.id for actor, move in moves.items() if move.act is Act.SILENCE)
    if silent and procedure.silence is not Silence.OTHER_SIDE:
        raise Unstated("silence", (Silence.OTHER_SIDE.value,))
    log = state.log
    for actor, move in sorted(moves.items(), key=lambda pair: pair[0].id):
        if move.act is Act.SILENCE:
            said = message("clauses.silent", party=actor.id)
            log = (*log, Event(turn, "silence", actor, "silence: other-side-decides", said, move))
            continue
        said = message("clauses.strikes", party=actor.id, names=move.names)
        if not move.names:
            said = message("clauses.strikes-nobody", party=actor.id)
        log = (*log, Event(turn, "sheet", actor, "marks", said, move))
    told = replace(state, log=log)
    if len(silent) == len(moves):
        return _refer(told, "silence")
    if silent:
        chooser = next(actor.id for actor, move in moves.items() if move.act is Act.MARK)
        return replace(told, chooser=chooser)
    struck = {name for move in moves.values() for name in move.names}
    common = tuple(name for name in names if name not in struck)
    said = message("clauses.common", names=common) if common else message("clauses.none-in-common")
    told = replace(told, log=same_turn(log, Event(0, "common", None, "aggregate", said)))
    if len(common) == procedure.seats:
        return _appoint(told, common)
    if len(common) > procedure.seats:
        other = next(party.id for party in state.paper.parties if party.id != procedure.started)
        return replace(told, left=common, order=(other, procedure.started))
    if common and procedure.some is None:
        raise Unstated("shortfall", (NEXT_LIST, INSTITUTION))
    return _refer(told, "shortfall") if common and procedure.some == INSTITUTION else _next_list(told)


def _next_list(state: CommonNamesState) -> CommonNamesState:
    at = state.at + 1
    if at == len(state.paper.lists):
        return _refer(state, "shortfall")
    event = Event(0, "next-list", None, "shortfall", message("clauses.next-list", which=LISTS[at]))
    after = replace(state, at=at, log=same_turn(state.log, event))
    if at < len(LISTS) - 1:
        return after
    started = state.procedure.started
    order = (started, next(party.id for party in state.paper.parties if party.id != started))
    return replace(after, left=state.paper.lists[at][1], order=order)


def _appoint(state: CommonNamesState, names: tuple[str, ...]) -> CommonNamesState:
    event = Event(0, "appointed", None, "seats", message("procedures.appointed", names=names))
    return replace(state, log=same_turn(state.log, event), outcome=Outcome(appointed=names))


def _refer(state: CommonNamesState, rule: str) -> CommonNamesState:
    """Return the state in which whoever sends out the lists is to go on."""
    authority = state.procedure.authority
    said = message("clauses.referred", who=authority) if authority else message("procedures.shortfall.impasse")
    log = same_turn(state.log, Event(0, "referred", None, rule, said))
    return replace(state, log=log, outcome=Outcome(impasse=authority is None, referred_to=authority))
