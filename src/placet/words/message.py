"""A message: what is to be said, before anybody chose a language for it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from placet.case.text import Text


@dataclass(frozen=True)
class Message:
    """A sentence to be said: the id of its words and what fills their gaps.

    `parameters` are pairs of name and value, sorted by name. A tuple is said as a list ("a, b and c"), a `Text` in
    the language of the sentence, a message as a part of the sentence. The parameter `count` chooses the plural.
    """

    id: str
    parameters: tuple[tuple[str, Value], ...] = ()


Value = str | int | Fraction | Text | Message | tuple["Value", ...]


def message(id: str, /, **parameters: Value) -> Message:  # noqa: A002 -- the field's own word
    """Return the message `id` with these parameters."""
    return Message(id, tuple(sorted(parameters.items())))
