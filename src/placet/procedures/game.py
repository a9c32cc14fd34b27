"""The game that a procedure is: who moves, what came of it, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

from placet.errors import QuestionError
from placet.procedures.moves import Move, Moves
from placet.words import Message, message


class Role(Enum):
    """What an actor is in the game."""

    SIDE = "side"
    CHANCE = "chance"
    NOMINEE = "nominee"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class Actor:
    """Somebody, or something, that moves."""

    role: Role
    id: str


CHANCE = Actor(Role.CHANCE, "chance")
"""Coins and lots; each of its moves is equally likely."""

AUTHORITY = Actor(Role.AUTHORITY, "authority")
"""The institution or person that administers the procedure."""


def side(name: str) -> Actor:
    """Return a side, or one of several parties on a side, as an actor."""
    return Actor(Role.SIDE, name)


def nominee(name: str) -> Actor:
    """Return a candidate who is asked to accept, as an actor."""
    return Actor(Role.NOMINEE, name)


@dataclass(frozen=True)
class Party:
    """Somebody who hands in a sheet, and the side it belongs to; often the only one there."""

    id: str
    side: str


@dataclass(frozen=True)
class Paper:
    """What lies before the parties when a procedure starts.

    Parameters
    ----------
    lists : tuple of (str, tuple of str)
        Each list's name and the candidates on it; a procedure of one list names it ``""``.
    parties : tuple of Party
        Everybody who marks, offers or strikes.
    order : tuple of str
        Whose turn it is, one party after the other, where play is by turns.
    caps : tuple of (str, int)
        How many strikes each party has, where they are not the same for all.

    Notes
    -----
    Candidates and parties are kept in alphabetical order: the order of a file never matters.
    """

    lists: tuple[tuple[str, tuple[str, ...]], ...]
    parties: tuple[Party, ...]
    order: tuple[str, ...] = ()
    caps: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        lists = tuple((name, tuple(sorted(names))) for name, names in self.lists)
        object.__setattr__(self, "lists", lists)
        object.__setattr__(self, "parties", tuple(sorted(self.parties, key=lambda party: party.id)))
        if len(set(self.candidates)) != len(self.candidates):
            raise QuestionError("a candidate who stands twice", "each candidate once")

    @property
    def candidates(self) -> tuple[str, ...]:
        """Everybody on any list."""
        return tuple(name for _, names in self.lists for name in names)

    def without(self, name: str) -> Paper:
        """Return the paper without a candidate."""
        lists = tuple((each, tuple(other for other in names if other != name)) for each, names in self.lists)
        return Paper(lists, self.parties, self.order, self.caps)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides to which the parties belong."""
        return tuple(sorted({party.side for party in self.parties}))


def paper_of(
    candidates: Iterable[str],
    sides: Iterable[str],
    order: Iterable[str] = (),
    caps: Mapping[str, int] | None = None,
) -> Paper:
    """Return a paper with one list, and with one party on each side."""
    parties = tuple(Party(name, name) for name in sides)
    return Paper((("", tuple(candidates)),), parties, tuple(order), tuple(sorted((caps or {}).items())))


@dataclass(frozen=True)
class Event:
    """One step: a move of somebody, or what the rule made of the moves.

    Parameters
    ----------
    turn : int
        Moves of the same turn were made at once, sealed from each other.
    kind : str
        What happened, in one word: ``strikes``, ``tie``, ``survives``.
    by : Actor or None
        Who did it; None where the rule itself did.
    rule : str
        The field of the rules that decided it, and the value where that tells more.
    says : Message
        The step as a sentence.
    """

    turn: int
    kind: str
    by: Actor | None
    rule: str
    says: Message
    move: Move | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the step as the JSON contract has it: whom it is about, the ranks of a sheet, and the move itself."""
        told = dict(self.says.parameters)
        about = told.get("names", (told["name"],) if "name" in told else ())
        names = self.move.names if self.move else about
        ranks = dict(self.move.ranks) if self.move else {}
        value = next((told[key] for key in ("score", "gap", "figure") if key in told), None)
        return {
            "event": self.kind,
            "by": self.by.id if self.by else "rule",
            "rule": self.rule,
            "turn": self.turn,
            "names": list(names) if isinstance(names, tuple) else [names],
            "ranks": ranks,
            "value": None if value is None else str(value),
            "move": None if self.move is None or self.by is None else move_to_dict(self.by, self.move),
        }


def move_to_dict(by: Actor, move: Move) -> dict[str, Any]:
    """Return a move with who made it, so that a log can be played again from its JSON."""
    return {
        "role": by.role.value,
        "act": move.act.name.lower(),
        "names": list(move.names),
        "ranks": dict(move.ranks),
        "grades": dict(move.grades),
        "reasons": dict(move.reasons),
    }


@dataclass(frozen=True)
class Outcome:
    """What came of a procedure.

    Parameters
    ----------
    appointed : tuple of str or None
        Who is appointed; None if nobody is, or if a lot that has not been drawn decides.
    lottery : tuple of (str, Fraction)
        Where a lot decides, the probability that each is appointed.
    impasse : bool
        Whether the procedure ends without an appointment and without anybody to whom it is handed.
    referred_to : str or None
        Who appoints, or fills what is left, when the procedure could not.
    seats : tuple of (str, str)
        Which list, office or post each appointed person has, where there are several.
    """

    appointed: tuple[str, ...] | None = None
    lottery: tuple[tuple[str, Fraction], ...] = ()
    impasse: bool = False
    referred_to: str | None = None
    seats: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the outcome as the JSON contract has it."""
        return {
            "appointed": None if self.appointed is None else list(self.appointed),
            "lottery": {name: str(chance) for name, chance in self.lottery},
            "impasse": self.impasse,
            "referred_to": self.referred_to,
            "seats": [{"seat": seat, "appointed": name} for seat, name in self.seats],
        }


class State(Protocol):
    """A game as it stands; frozen, so that every state that was reached can be looked at again."""

    @property
    def to_move(self) -> frozenset[Actor]:
        """Who moves now; several at once move sealed from each other."""

    @property
    def outcome(self) -> Outcome | None:
        """What came of it; None while somebody has to move."""

    @property
    def log(self) -> tuple[Event, ...]:
        """Every step so far, with the rule that decided it."""

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor who is to move may do."""

    def play(self, moves: Mapping[Actor, Move]) -> State:
        """Return the state after everybody who is to move has moved.

        Raises
        ------
        QuestionError
            If somebody else moves, somebody is missing, or a move is not allowed.
        """


@runtime_checkable
class Shrinkable(Protocol):
    """A game that goes on when a name is taken out in the middle: somebody withdrew, fell ill, had a conflict."""

    def without(self, name: str, event: Event) -> State:
        """Return the state without the name, with the event that tells of it and all that follows by itself."""


class Procedure(Protocol):
    """A fixed way to appoint."""

    @property
    def name(self) -> str:
        """By what the procedure is called."""

    def start(self, paper: Paper) -> State:
        """Return the game before the first move."""


def check_moves(state: State, moves: Mapping[Actor, Move]) -> None:
    """Refuse moves that the state does not allow.

    Raises
    ------
    QuestionError
        If somebody else moves, somebody is missing, or a move is not allowed.
    """
    due = sorted(actor.id for actor in state.to_move)
    given = sorted(actor.id for actor in moves)
    if state.to_move != frozenset(moves):
        raise QuestionError(f"moves of {', '.join(given) or 'nobody'}", f"moves of {', '.join(due) or 'nobody'}")
    for actor, move in moves.items():
        objection = state.moves(actor).objection(move)
        if objection is not None:
            raise QuestionError(f"{objection.found} (a move of {actor.id})", objection.expected)


def next_turn(log: tuple[Event, ...]) -> int:
    """Return the number of the turn that comes after a log; turns only grow."""
    return log[-1].turn + 1 if log else 1


def shortfall(
    log: tuple[Event, ...], left: tuple[str, ...], authority: str | None
) -> tuple[tuple[Event, ...], Outcome]:
    """Return the log and the outcome when fewer are left than there are seats: the authority fills up, if any."""
    said = message("procedures.shortfall.impasse")
    if authority is not None:
        said = message("procedures.shortfall", who=authority)
    event = Event(0, "referred", None, "shortfall", said)
    return same_turn(log, event), Outcome(left or None, impasse=authority is None, referred_to=authority)


def same_turn(log: tuple[Event, ...], *events: Event) -> tuple[Event, ...]:
    """Return the log with events added that follow from its last turn."""
    turn = log[-1].turn if log else 0
    return (*log, *(Event(turn, event.kind, event.by, event.rule, event.says, event.move) for event in events))
