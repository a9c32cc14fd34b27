"""Strike and flip: each side names some, strikes all but one of the other's names, and a coin decides between two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.game import CHANCE, Actor, Event, Outcome, Paper, check_moves, next_turn, same_turn, side
from placet.procedures.moves import Act, Move, Moves
from placet.procedures.unstated import Unstated
from placet.words import message

SILENCES = (Silence.ACCEPTS_ALL, Silence.BLOCKS)
SHARED_WINS, SHARED_STANDS = "appointed", "stands"


@dataclass(frozen=True)
class StrikeAndFlip:
    """Two sides name k candidates each, at once; each strikes k - 1 of the other's; a lot decides between those left.

    Where the paper has one list for each side, named like it, the names stand already, and the sides only strike.

    Parameters
    ----------
    k : int or None
        How many each side names from the one list; None where that is not agreed.
    shared : str or None
        What becomes of a name that both sides name: ``appointed`` at once (a lot, if there are several), or it
        ``stands`` on both lists; None where that is not agreed.
    silence : Silence or None
        ``accepts-all`` if a side that says nothing names nobody, or strikes nobody; ``blocks`` if it is an impasse.

    Notes
    -----
    The half chance of the coin rewards naming partisans, for which reinsurance practice blames it: White and Williams,
    "Strike and Rank: an alternative to the strike and flip umpire selection process".
    """

    name: str = "strike-and-flip"
    k: int | None = None
    shared: str | None = None
    silence: Silence | None = None

    def start(self, paper: Paper) -> FlipState:
        """Return the game before the sides name candidates, or before they strike."""
        parties = tuple(party.id for party in paper.parties)
        if len(parties) != 2:
            raise QuestionError(f"{len(parties)} parties", "two")
        named = dict(paper.lists)
        if set(named) == set(parties):
            if not all(named.values()):
                raise QuestionError("a side without names", "one name or more on the list of each side")
            return FlipState(self, paper, tuple(sorted(named.items())))
        if len(named) != 1:
            raise QuestionError(f"the lists {', '.join(named)}", f"one list, or the lists {' and '.join(parties)}")
        if self.k is None:
            raise Unstated("k", ("the number of names that each side gives",))
        if not 1 <= self.k <= len(paper.candidates):
            raise QuestionError(f"{self.k} names to give", f"1 to {len(paper.candidates)}")
        return FlipState(self, paper)


@dataclass(frozen=True)
class FlipState:
    """The game as it stands; `named` holds whom each side has named and nobody struck, `draws` those of the lot."""

    procedure: StrikeAndFlip
    paper: Paper
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    draws: tuple[str, ...] = ()
    log: tuple[Event, ...] = ()
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Both sides, then chance."""
        if self.outcome is not None:
            return frozenset()
        return frozenset({CHANCE}) if self.draws else frozenset(side(party.id) for party in self.paper.parties)

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if self.draws:
            return Moves((Act.DRAW,), self.draws)
        if not self.named:
            k = self.procedure.k or 1
            return Moves((Act.NOMINATE, Act.SILENCE), self.paper.candidates, least=k, most=k)
        theirs = self._of_the_other(actor.id)
        strikes = max(0, len(theirs) - 1)
        return Moves((Act.STRIKE, Act.SILENCE), theirs, least=strikes, most=strikes)

    def _of_the_other(self, party: str) -> tuple[str, ...]:
        return next(names for other, names in self.named if other != party)

    def play(self, moves: Mapping[Actor, Move]) -> FlipState:
        """Return the state after the names, the strikes or the coin."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if self.draws:
            (move,) = moves.values()
            event = Event(turn, "flip", CHANCE, "lot", message("procedures.drawn", name=move.names[0]), move)
            return _end(replace(self, log=(*self.log, event), draws=()), move.names)
        given = sorted(moves.items(), key=lambda pair: pair[0].id)
        silent = tuple(actor.id for actor, move in given if move.act is Act.SILENCE)
        if silent and self.procedure.silence not in SILENCES:
            raise Unstated("silence", (choice.value for choice in SILENCES))
        is_naming, log = not self.named, self.log
        for actor, move in given:
            verb = "names" if is_naming else "strikes"
            words = f"games.flip.{verb}" if move.names else f"games.flip.{verb}-nobody"
            said = message(words, party=actor.id, names=tuple(sorted(move.names)))
            rule = verb if move.act is not Act.SILENCE else f"silence: {(self.procedure.silence or SILENCES[0]).value}"
            log = (*log, Event(turn, verb, actor, rule, said, move))
        after = replace(self, log=log)
        if silent and self.procedure.silence is Silence.BLOCKS:
            blocked = Event(turn, "impasse", None, "silence: blocks", message("procedures.blocked", parties=silent))
            return replace(after, log=(*log, blocked), outcome=Outcome(impasse=True))
        made = {actor.id: set(move.names) for actor, move in given}
        return _after_names(after, made) if is_naming else _after_strikes(after, made)

    def without(self, name: str, event: Event) -> FlipState:
        """Return the state without a name; the side that named it has one less."""
        named = tuple((party, tuple(other for other in names if other != name)) for party, names in self.named)
        draws = tuple(other for other in self.draws if other != name)
        after = replace(self, paper=self.paper.without(name), named=named, draws=draws, log=(*self.log, event))
        if self.draws:
            return after if len(draws) > 1 else _end(replace(after, draws=()), draws)
        return after if after.paper.candidates else _end(after, ())


def _after_names(state: FlipState, made: dict[str, set[str]]) -> FlipState:
    shared = tuple(sorted(set.intersection(*made.values())))
    named = tuple((party, tuple(sorted(names))) for party, names in sorted(made.items()))
    if shared and state.procedure.shared not in {SHARED_WINS, SHARED_STANDS}:
        raise Unstated("shared", (SHARED_WINS, SHARED_STANDS))
    after = replace(state, named=named)
    if not any(made.values()):
        return _end(after, ())
    if not shared:
        return after
    rule = f"shared: {state.procedure.shared}"
    log = same_turn(state.log, Event(0, "shared", None, rule, message("games.flip.shared", names=shared)))
    after = replace(after, log=log)
    return after if state.procedure.shared == SHARED_STANDS else _flip(after, shared)


def _after_strikes(state: FlipState, made: dict[str, set[str]]) -> FlipState:
    by_other = {party: names for other, names in made.items() for party in made if party != other}
    left = {name for party, names in state.named for name in names if name not in by_other[party]}
    return _flip(state, tuple(sorted(left)))


def _flip(state: FlipState, left: tuple[str, ...]) -> FlipState:
    return replace(state, draws=left) if len(left) > 1 else _end(state, left)


def _end(state: FlipState, names: tuple[str, ...]) -> FlipState:
    if not names:
        event = Event(0, "impasse", None, "shortfall", message("procedures.nobody-left"))
        return replace(state, log=same_turn(state.log, event), outcome=Outcome(impasse=True))
    event = Event(0, "appointed", None, "last standing", message("procedures.appointed", names=names))
    return replace(state, log=same_turn(state.log, event), outcome=Outcome(appointed=names))
