"""Drafts: statements that a source seems to hold, none of them in the record before a person confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from placet.words import Message

Directness = Literal["direct", "indirect", "mixed"]
"""How words are attributed: between quotation marks, retold, or retold with some of the words quoted."""


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of the archived text, in characters (Unicode code points) from its beginning.

    Parameters
    ----------
    start, end : int
        The first character, and the one after the last.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand there."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Suggestion:
    """What may be meant, and why it is thought so. Never more than a suggestion.

    Parameters
    ----------
    value : str
        What an entry of the record would hold, such as a name, an id, a date in EDTF or a stance.
    reason : Message
        Why, as a sentence to be said.
    """

    value: str
    reason: Message


@dataclass(frozen=True)
class Draft:
    """One statement that a source seems to report.

    Parameters
    ----------
    id : str
        Its name among the drafts of one source.
    kind : str
        ``direct``, ``indirect`` or ``mixed``.
    quote : str
        The words of the content exactly as they stand in the text, pieces joined by `` [...] ``.
    content : tuple of Span
        Where they stand, in the order of the text.
    speaker, side : Suggestion or None
        Who said it, by the full name, and the id of the side that the speaker speaks for.
    speaker_span, cue : Span or None
        The words that name the speaker, and those that say that something was said.
    on : Suggestion or None
        When it was said, as EDTF.
    demand, stance : Suggestion or None
        The id of the demand that it may concern, and what it seems to do to it.
    is_presumption : bool
        Whether somebody only expects this to be said or done.
    event : Suggestion or None
        The id of an event of which the case holds other words or another date.
    lang : str
        The language of the words, such as ``en``.
    """

    id: str
    kind: Directness
    quote: str
    content: tuple[Span, ...]
    speaker: Suggestion | None
    speaker_span: Span | None
    cue: Span | None
    side: Suggestion | None
    on: Suggestion | None
    demand: Suggestion | None
    stance: Suggestion | None
    is_presumption: bool
    event: Suggestion | None
    lang: str
