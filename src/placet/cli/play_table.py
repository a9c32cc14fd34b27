"""The table: people take turns at one keyboard, and nobody sees what another hands in sealed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

import click

from placet.cli.interview import Unclear
from placet.cli.listening import listen
from placet.cli.page import Page
from placet.cli.play_between import ask_between
from placet.cli.play_computers import Computers
from placet.cli.play_moves import ask_move, names_of
from placet.errors import QuestionError
from placet.procedures.attended import AttendedState
from placet.procedures.drive import Strategy
from placet.procedures.game import CHANCE, Actor, Event, Role
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.strategies import at_random
from placet.procedures.unstated import Unstated
from placet.words import Message, message, say

FORGET_SCREEN = "\x1b[3J"
"""What makes a terminal forget the lines that were scrolled out of sight."""
MANY_LINES = 60


class Between(Exception):  # noqa: N818 -- no error: something comes between the moves
    """The person wrote that something comes between the moves."""


class Table:
    """Who sits at the keyboard, what they have been told, and the game as it stands.

    Parameters
    ----------
    page : Page
        On which everything is shown.
    state : State
        Where the game begins.
    computers : Computers
        The parties that placet plays for, and whether it draws the lots.
    keep : callable
        Called with every state that is reached.
    fill : callable
        Returns the state with one more setting, where the rule turns out to say nothing about something.
    """

    def __init__(
        self,
        page: Page,
        state: AttendedState,
        computers: Computers,
        keep: Callable[[AttendedState], None],
        fill: Callable[[AttendedState, str, str], AttendedState],
    ) -> None:
        self.page, self.state, self._keep, self._fill = page, state, keep, fill
        self._computers = computers.drive()
        self._chance = None if computers.seed is None else at_random(computers.seed)
        people = [party.id for party in state.paper.parties if party.id not in self._computers]
        self._is_shared = len(people) > 1
        self._sits: str | None = people[0] if len(people) == 1 else None
        self._told = 0

    def play(self) -> AttendedState:
        """Play the game to its end.

        Raises
        ------
        EOFError, KeyboardInterrupt
            If the people stop; every turn that is over was kept.
        """
        while self.state.outcome is None:
            try:
                moves = self._moves()
            except Between:
                self._come_between()
                continue
            try:
                self._reach(self._after(moves))
            except QuestionError as mistake:
                if all(self._drives(actor) for actor in moves):
                    raise
                self.page.paragraph(message("play.refused", found=mistake.found, expected=mistake.expected))
        self._clear()
        return self.state

    def _after(self, moves: dict[Actor, Move]) -> AttendedState:
        """Return the state after the moves; what the rule does not state is asked, and the moves stay."""
        while True:
            try:
                return self.state.play(moves)
            except Unstated as gap:
                self._clear()
                self.page.paragraph(message("play.gap", field=gap.field, choices=gap.choices))
                value = self._ask(message("play.ask.gap"), (), ())
                try:
                    self.state = self._fill(self.state, gap.field, value)
                except QuestionError as mistake:
                    self.page.paragraph(message("play.refused", found=mistake.found, expected=mistake.expected))

    def _reach(self, state: AttendedState) -> None:
        self.state = state
        self._keep(state)

    def _moves(self) -> dict[Actor, Move]:
        actors = sorted(self.state.to_move, key=lambda actor: (actor.role is not Role.SIDE, actor.id))
        candidates = [actor for actor in actors if actor.role is Role.NOMINEE]
        if len(candidates) == len(actors) > 1:
            return self._ask_who_withdraws(candidates)
        moves = {}
        for actor in actors:
            moves[actor] = self._move(actor, is_sealed=len(actors) > 1)
        return moves

    def _move(self, actor: Actor, *, is_sealed: bool) -> Move:
        driven = self._drives(actor)
        if driven is not None:
            move = driven(self.state, actor)
            if move is not None:
                return move
        while True:
            self._seat(actor)
            move = ask_move(self.state.moves(actor), self._ask, self.page.paragraph)
            objection = self.state.moves(actor).objection(move)
            if objection is None:
                break
            self.page.paragraph(message("play.refused", found=objection.found, expected=objection.expected))
        if is_sealed and self._is_shared:
            self._clear()
            self.page.paragraph(message("play.sealed", party=actor.id))
            self._sits = None
        return move

    def _drives(self, actor: Actor) -> Strategy | None:
        """Return what plays for an actor; None for people."""
        if actor == CHANCE:
            return self._chance
        return self._computers.get(actor.id) if actor.role is Role.SIDE else None

    def _ask_who_withdraws(self, candidates: Sequence[Actor]) -> dict[Actor, Move]:
        self._tell_news()
        names = [actor.id for actor in candidates]
        while True:
            try:
                gone = names_of(self._ask(message("play.ask.withdraw"), names, ()), names)
            except Unclear as unclear:
                self.page.paragraph(unclear.why)
                continue
            return {actor: Move(Act.REFUSE) if actor.id in gone else SILENCE for actor in candidates}

    def _seat(self, actor: Actor) -> None:
        """Let the one who is to move sit down, alone, and tell what happened since."""
        if actor.role is Role.SIDE and self._is_shared and self._sits != actor.id:
            self._clear()
            self.page.gap()
            if listen(say(message("play.hand-over", party=actor.id), self.page.lang) + " ").casefold() == "stop":
                raise EOFError
            self._clear()
            self._sits, self._told = actor.id, 0
        self._tell_news()
        self.page.gap()
        self.page.paragraph(message(f"play.turn.{actor.role.value}", who=actor.id))

    def _tell_news(self) -> None:
        news: Sequence[Event] = self.state.log[self._told :]
        if news:
            self.page.gap()
            self.page.paragraph(message("play.so-far"))
            for number, event in enumerate(news, self._told + 1):
                self.page.item(event.says, f"{number}.")
        self._told = len(self.state.log)

    def _ask(self, question: Message, names: Sequence[str], words: Sequence[Message]) -> str:
        self.page.paragraph(question)
        for number, name in enumerate(names, 1):
            self.page.item(message("play.name", name=name), f"{number}.")
        for word in words:
            self.page.item(word)
        while True:
            written = listen("> ")
            match written.casefold():
                case "stop":
                    raise EOFError
                case "help":
                    self.page.paragraph(message("play.help"))
                case "more":
                    raise Between
                case _:
                    return written

    def _come_between(self) -> None:
        """Ask what comes between the moves, and let it happen; nothing that was handed in sealed is kept."""
        try:
            made = ask_between(self.state, self._ask, self.page.paragraph)
            if made is not None:
                self._reach(self.state.play(dict([made])))
        except Between:
            return
        except QuestionError as mistake:
            self.page.paragraph(message("play.refused", found=mistake.found, expected=mistake.expected))

    def _clear(self) -> None:
        """Make the screen, what was scrolled out of it, and the lines that arrow keys bring back, forget."""
        with suppress(ImportError):
            import readline  # noqa: PLC0415 -- not on Windows

            readline.clear_history()
        if not self._is_shared or not sys.stdout.isatty():
            return
        if os.environ.get("TERM") == "dumb":
            click.echo("\n" * MANY_LINES)
        else:
            click.clear()
            click.echo(FORGET_SCREEN, nl=False)
