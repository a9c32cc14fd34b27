"""An interview: questions asked one at a time, whose answers can be taken back and replayed.

A script is a generator that yields questions and receives what was understood. What was answered is a plain list, so
going back is to forget the last answer, and resuming is to give all of them again.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from placet.words import Message

Result = TypeVar("Result")


class Unclear(Exception):  # noqa: N818 -- it is no error: the question is asked again
    """An answer that cannot be understood; `why` tells the person what to write instead."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(why.id)


@dataclass(frozen=True)
class Question:
    """One question.

    Parameters
    ----------
    key : str
        Which question of the script this is; the same answers lead to the same keys.
    ask, help : Message
        What is asked, and what is said to a person who does not know what to answer.
    read : callable
        Understands an answer; raises `Unclear`.
    default : str or None
        What an empty answer means; None when there must be an answer.
    shown_default : str or None
        How the default is shown to the person; None when it is not.
    preface : tuple of Message
        What is said before the question.
    """

    key: str
    ask: Message
    help: Message
    read: Callable[[str], Any]
    default: str | None = None
    shown_default: str | None = None
    preface: tuple[Message, ...] = ()


Script = Generator[Question, Any, Result]
Answers = tuple[tuple[str, str], ...]
"""Pairs of a question's key and what was written."""


class Interview(Generic[Result]):
    """Where an interview stands.

    Parameters
    ----------
    script : callable
        Returns a new generator of the questions.
    answers : tuple of (str, str)
        What was answered before. Answers from the first one that no longer fits its question on are left out and
        kept in `unused`.
    """

    def __init__(self, script: Callable[[], Script[Result]], answers: Answers = ()) -> None:
        self._script = script
        self.question: Question | None = None
        self.result: Result | None = None
        self.answers: Answers = ()
        self.unused: Answers = ()
        self._replay(answers)

    def answer(self, written: str) -> None:
        """Take an answer and go on to the next question.

        Raises
        ------
        Unclear
            The answer is not understood; the same question stays.
        """
        question = self.question
        if question is None:
            raise ValueError("every question has been answered")
        understood = question.read(written)
        self.answers = (*self.answers, (question.key, written))
        self._advance(understood)

    def back(self) -> bool:
        """Take the last answer back; False when there is none."""
        if not self.answers:
            return False
        self._replay(self.answers[:-1])
        return True

    def _replay(self, answers: Answers) -> None:
        self._asking = self._script()
        self.answers, self.result = (), None
        self._advance(None)
        for place, (key, written) in enumerate(answers):
            if not self._accepts(key, written):
                self.unused = answers[place:]
                return

    def _accepts(self, key: str, written: str) -> bool:
        if self.question is None or self.question.key != key:
            return False
        try:
            self.answer(written)
        except Unclear:
            return False
        return True

    def _advance(self, understood: Any) -> None:
        try:
            self.question = self._asking.send(understood)
        except StopIteration as end:
            self.question, self.result = None, end.value
