"""Consent rounds: a name is proposed, objections need a reason, and changing the post can resolve them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.game import (
    AUTHORITY,
    Actor,
    Event,
    Outcome,
    Paper,
    Role,
    check_moves,
    next_turn,
    nominee,
    same_turn,
    side,
)
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import Message, message

ASSENT = "assent"


@dataclass(frozen=True)
class ConsentRounds:
    """The facilitator proposes; everybody, the nominee too, consents or objects at once; objections are resolved.

    After objections the facilitator changes the post (its powers, its length), and everybody is asked again about the
    same name; or proposes another name; or ends it. Nobody is outvoted: one objection with a reason is enough.

    Parameters
    ----------
    rounds : int or None
        How often everybody is asked at most; None for as often as the facilitator proposes.
    silence : str or None
        ``assent`` if one that says nothing consents; None where that is not agreed.

    References
    ----------
    Sociocracy 3.0, Role Selection: objections are resolved by amending the role description or by another name.
    """

    name: str = "consent-rounds"
    rounds: int | None = None
    silence: str | None = None

    def start(self, paper: Paper) -> ConsentState:
        """Return the game before the first proposal."""
        if not paper.candidates:
            raise QuestionError("no candidate", "one or more")
        return ConsentState(self, paper, tuple(sorted(paper.candidates)))


@dataclass(frozen=True)
class ConsentState:
    """The game as it stands.

    Parameters
    ----------
    proposed : str or None
        The name about which everybody is asked, or about which objections stand.
    objections : tuple of (str, str)
        Who objects and why, those that are to be resolved now.
    changes : tuple of str
        How the post was changed so far.
    """

    procedure: ConsentRounds
    paper: Paper
    left: tuple[str, ...]
    proposed: str | None = None
    objections: tuple[tuple[str, str], ...] = ()
    changes: tuple[str, ...] = ()
    held: int = 0
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """The facilitator; then every party and the nominee, at once."""
        if self.outcome is not None:
            return frozenset()
        if self.proposed is None or self.objections:
            return frozenset({AUTHORITY})
        return frozenset({nominee(self.proposed), *(side(party.id) for party in self.paper.parties)})

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if actor.role is not Role.AUTHORITY:
            return Moves((Act.CONSENT, Act.OBJECT, Act.SILENCE), needs_reason=(Act.OBJECT.value,))
        if not self.objections:
            return Moves((Act.OFFER,), self.left)
        others = tuple(name for name in self.left if name != self.proposed)
        acts = (Act.AMEND, *((Act.OFFER,) if others else ()), Act.CLOSE)
        return Moves(acts, others, needs_reason=(Act.AMEND.value,))

    def play(self, moves: Mapping[Actor, Move]) -> ConsentState:
        """Return the state after a proposal, a change of the post, or a round of consent."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if AUTHORITY in moves:
            return _facilitated(self, moves[AUTHORITY], turn)
        assert self.proposed is not None  # noqa: S101 -- everybody is asked about somebody
        log, objections = self.log, []
        # The nominee's objection is heard, and resolved, first.
        for actor, move in sorted(moves.items(), key=lambda pair: (pair[0].role is Role.SIDE, pair[0].id)):
            rule, kind = "consent", move.act.name.lower()
            if move.act is Act.OBJECT:
                reason = next(words for _, words in move.reasons).strip()
                objections.append((actor.id, reason))
                said = message("games.consent.objects", party=actor.id, reason=reason)
            elif move.act is Act.CONSENT:
                said = message("games.consent.consents", party=actor.id)
            else:
                if self.procedure.silence is None:
                    raise Unstated("silence", (ASSENT,))
                said, rule = message("games.consent.silent", party=actor.id), f"silence: {self.procedure.silence}"
            log = (*log, Event(turn, kind, actor, rule, said, move))
        after = replace(self, log=log, held=self.held + 1, objections=tuple(objections))
        if not objections:
            said = message("games.consent.appointed", name=self.proposed)
            event = Event(0, "appointed", None, "nobody objects", said)
            return replace(after, log=same_turn(log, event), outcome=Outcome(appointed=(self.proposed,)))
        rounds = self.procedure.rounds
        if rounds is not None and after.held >= rounds:
            return _impasse(after, f"rounds: {rounds}", message("games.consent.over", count=rounds))
        return after

    def without(self, name: str, event: Event) -> ConsentState:
        """Return the state without a candidate; if it was the one proposed, another is."""
        left = tuple(other for other in self.left if other != name)
        after = replace(self, log=(*self.log, event), left=left)
        if not left:
            return _impasse(after, "candidates", message("procedures.nobody-left"))
        return replace(after, proposed=None, objections=()) if self.proposed == name else after


def _facilitated(state: ConsentState, move: Move, turn: int) -> ConsentState:
    if move.act is Act.OFFER:
        said = message("games.consent.proposes", name=move.names[0])
        event = Event(turn, "proposes", AUTHORITY, "proposal", said, move)
        return replace(state, log=(*state.log, event), proposed=move.names[0], objections=())
    if move.act is Act.AMEND:
        change = next(words for _, words in move.reasons).strip()
        event = Event(turn, "amends", AUTHORITY, "objections", message("games.consent.amends", change=change), move)
        return replace(state, log=(*state.log, event), changes=(*state.changes, change), objections=())
    event = Event(turn, "closes", AUTHORITY, "objections", message("games.consent.closes"), move)
    return _impasse(replace(state, log=(*state.log, event)), "objections", message("games.consent.unresolved"))


def _impasse(state: ConsentState, rule: str, says: Message) -> ConsentState:
    event = Event(0, "impasse", None, rule, says)
    return replace(state, log=same_turn(state.log, event), outcome=Outcome(impasse=True))
