"""Induction from the ends of a game: every outcome of subgame-perfect play in pure strategies, round by round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Any, cast

from placet.errors import QuestionError
from placet.procedures.alternate_strikes import StrikesState
from placet.procedures.endings import Ending, ending_of, mixed
from placet.procedures.game import CHANCE, Actor, Role, State
from placet.procedures.moves import Act, Move
from placet.procedures.preferences import Preferences

LARGEST = 60_000
"""Combinations of moves before a game is called too large; strikes by turns on 13 names have 53,000, and take 2.3 s."""

DEEPEST = 150
"""Moves one after the other, up to the end of a game, before it is called too large."""

MOST_ENDINGS = 2_000
"""Different endings of the lots, taken together, that are kept apart before a game is called too large."""


class TooLarge(QuestionError):  # noqa: N818 -- it says what is wrong, as Unstated does
    """A game with more to look at than can be."""


@dataclass(frozen=True)
class Induced:
    """What induction finds: every ending, and whether parties move more than once or one after the other."""

    endings: frozenset[Ending]
    is_staged: bool


def endings_by_induction(state: State, preferences: Preferences, largest: int = LARGEST) -> Induced:
    """Return every ending of subgame-perfect equilibria in pure strategies; empty where there is none.

    Where several move at once it is a Nash equilibrium of that round, given what comes after. Silence is never chosen;
    a turn is let go only where strikes may be. Nominees accept.

    Parameters
    ----------
    largest : int
        How many combinations of moves are looked at before the game is called too large.

    Raises
    ------
    TooLarge
        If it is.
    QuestionError
        If somebody who is no party decides.

    Notes
    -----
    An ending x of moves s is one of equilibrium if for every move to which a party could go over there is an
    equilibrium afterwards that is no better for it than x: what follows different moves is chosen independently. States
    that differ only in their log are looked at once.
    """
    induction = _Induction(preferences, largest)
    endings = induction.of(state)
    return Induced(endings, is_staged=induction.stages > 1)


class _Induction:
    """What is known of the states so far."""

    def __init__(self, preferences: Preferences, largest: int) -> None:
        self.preferences, self.largest = preferences, largest
        self.known: dict[Any, frozenset[Ending]] = {}
        self.worths: dict[tuple[str, Ending], Fraction] = {}
        self.seen = 0
        self.stages = 0
        self.depth = 0

    def of(self, state: State) -> frozenset[Ending]:
        if state.outcome is not None:
            return frozenset({ending_of(state.outcome)})
        key = replace(cast("Any", state), log=())
        if key not in self.known:
            if self.depth >= DEEPEST:
                raise TooLarge(f"a game of more than {DEEPEST} moves one after the other", "fewer names, or rounds")
            self.depth += 1
            self.known[key] = self._of_chance(state) if state.to_move == {CHANCE} else self._of_parties(state)
            self.depth -= 1
        return self.known[key]

    def _after(self, state: State, moves: dict[Actor, Move]) -> frozenset[Ending]:
        self.seen += 1
        if self.seen > self.largest:
            raise TooLarge(f"a game with more than {self.largest} combinations of moves", "fewer names or parties")
        return self.of(state.play(moves))

    def _of_chance(self, state: State) -> frozenset[Ending]:
        after = [self._after(state, {CHANCE: draw}) for draw in state.moves(CHANCE).every()]
        kinds = 1
        for endings in after:
            kinds *= len(endings)
        if kinds > MOST_ENDINGS:
            raise TooLarge(f"more than {MOST_ENDINGS} ways in which lots and play go together", "fewer names")
        share = Fraction(1, len(after))
        return frozenset(mixed((ending, share) for ending in one) for one in product(*after))

    def _of_parties(self, state: State) -> frozenset[Ending]:
        actors = sorted(state.to_move, key=lambda actor: (actor.role.value, actor.id))
        for actor in actors:
            if actor.role is Role.SIDE and actor.id not in self.preferences.parties:
                raise QuestionError(f"no preferences of {actor.id}", "those of every party that moves")
            if actor.role is Role.AUTHORITY:
                found = "a choice of somebody who is no party"
                raise QuestionError(found, "rules by which the parties, and lots, decide (such as --set tie=lot)")
        self.stages += any(actor.role is Role.SIDE for actor in actors)
        choices = [_moves(state, actor) for actor in actors]
        count = 1
        for moves in choices:
            count *= len(moves)
        if self.seen + count > self.largest:
            raise TooLarge(f"a game with more than {self.largest} combinations of moves", "fewer names or parties")
        after = {}
        for places in product(*(range(len(moves)) for moves in choices)):
            made = {actor: moves[place] for actor, moves, place in zip(actors, choices, places, strict=True)}
            after[places] = self._after(state, made)
        if not all(after.values()):
            return frozenset()  # a round without an equilibrium: none of the whole game has one in pure strategies
        players = [at for at, actor in enumerate(actors) if actor.role is Role.SIDE]
        least = [self._best_sure(after, at, actors[at].id) for at in players]
        return frozenset(
            ending
            for places, endings in after.items()
            for ending in endings
            if all(
                self._worth(actors[at].id, ending) >= sure[places[:at] + places[at + 1 :]]
                for at, sure in zip(players, least, strict=True)
            )
        )

    def _best_sure(
        self, after: dict[tuple[int, ...], frozenset[Ending]], at: int, party: str
    ) -> dict[tuple[int, ...], Fraction]:
        """Return, for each choice of the others, what a party can be sure of by its best move."""
        sure: dict[tuple[int, ...], Fraction] = {}
        for places, endings in after.items():
            others = places[:at] + places[at + 1 :]
            worst = min(self._worth(party, ending) for ending in endings)
            if others not in sure or worst > sure[others]:
                sure[others] = worst
        return sure

    def _worth(self, party: str, ending: Ending) -> Fraction:
        key = (party, ending)
        if key not in self.worths:
            self.worths[key] = ending.worth(party, self.preferences)
        return self.worths[key]


def _moves(state: State, actor: Actor) -> list[Move]:
    """Return what an actor considers; a nominee accepts."""
    allowed = state.moves(actor)
    if actor.role is Role.NOMINEE:
        return [Move(allowed.acts[0])]
    passed = {Act.SILENCE} if isinstance(state, StrikesState) else {Act.SILENCE, Act.PASS}
    return [move for move in _bounded(state, actor) if move.act not in passed] or list(allowed.every())


def _bounded(state: State, actor: Actor) -> list[Move]:
    """Return every move, as long as they can be listed."""
    made = []
    for move in state.moves(actor).every():
        made.append(move)
        if len(made) > LARGEST:
            raise TooLarge(f"more than {LARGEST} sheets that {actor.id} could hand in", "fewer names")
    return made
