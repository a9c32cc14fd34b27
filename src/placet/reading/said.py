"""Said: an attribution, and one sentence with the few places where its words name a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from placet.reading import subjects
from placet.reading.cues import Cue, cues
from placet.reading.drafts import Directness, Span
from placet.reading.marks import Quotation

_JOINT = re.compile(r"[\s,.;:!?—–-]*\Z")
ACCORDING = re.compile(r"according\s+to|selon|laut", re.IGNORECASE)


@dataclass(frozen=True)
class Attribution:
    """Words that the text attributes to somebody.

    Parameters
    ----------
    kind : str
        ``direct``: quoted; ``indirect``: retold; ``mixed``: retold with some words quoted.
    content : tuple of Span
        The words, in the order of the text, without the outer quotation marks.
    source, cue : Span or None
        The words that name the speaker, and those that say that something was said; None when they stand in an
        earlier attribution that this one continues.
    sentence : Span
        The sentence that holds the cue.
    """

    kind: Directness
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    sentence: Span


@dataclass(frozen=True)
class Sentence:
    """One sentence with the quotations that begin in it."""

    text: str
    voice: str
    span: Span
    held: tuple[Quotation, ...]
    lang: str

    @property
    def is_nothing_but_quotation(self) -> bool:
        """Whether the reporter says nothing in it."""
        at = self.span.start
        for one in self.held:
            if not _JOINT.match(self.voice[at : one.whole.start]):
                return False
            at = max(at, one.whole.end)
        return bool(_JOINT.match(self.voice[at : self.span.end]))

    def source(self, cue: Cue, start: int, end: int) -> Span | None:
        """Return who is the subject of a cue that stands before its words."""
        if subjects.is_barred(self.voice, start, cue.span.start):
            return None
        if ACCORDING.match(cue.word):
            return subjects.after(self.voice, cue.span.end, end)
        if cue.word.endswith("ing") or self.voice[start : cue.span.start].rstrip().endswith(" to"):
            own = subjects.before(self.voice, start, cue.span.start) if is_continuous(self.voice, cue) else None
            return own or subjects.leading(self.voice, start, cue.span.start)
        if not self.voice[start : cue.span.start].strip():
            return subjects.after(self.voice, cue.span.end, end)
        return (
            subjects.before(self.voice, start, cue.span.start)
            or subjects.leading(self.voice, start, cue.span.start)
            or (subjects.after(self.voice, cue.span.end, end) if not self.lang.startswith("en") else None)
        )

    def trailing_source(self, cue: Cue, start: int) -> Span | None:
        """Return the subject of a cue that stands after its words: "..., Kerry said", "..., said Kerry"."""
        if ACCORDING.match(cue.word):
            return subjects.after(self.voice, cue.span.end, self.span.end)
        inverted = subjects.after(self.voice, cue.span.end, self.span.end) if self.follows_a_comma(cue) else None
        return inverted or subjects.right_before(self.voice, start, cue.span.start)

    def follows_a_comma(self, cue: Cue) -> bool:
        """Whether nothing but a comma stands before a cue, whose subject then follows it (", said Kerry")."""
        return self.voice[self.span.start : cue.span.start].rstrip().endswith(",")

    def announcement(self) -> Attribution | None:
        """Return what the sentence announces with a colon at its end ("He said:"), as yet without words."""
        if not self.voice[self.span.start : self.span.end].rstrip().endswith(":"):
            return None
        for cue in reversed(cues(self.voice, self.span, self.lang)):
            source = self.source(cue, self.span.start, self.span.end)
            if source is not None:
                return Attribution("direct", (), source, cue.span, self.span)
        return None


def is_continuous(voice: str, cue: Cue) -> bool:
    """Whether a cue in "-ing" has an auxiliary before it ("was saying"), and so a subject of its own."""
    return bool(
        re.search(r"\b(?:is|are|was|were|been)\s+(?:\w+ly\s+)?\Z", voice[max(0, cue.span.start - 20) : cue.span.start])
    )


def before_source(voice: str, at: int) -> int:
    """Return where the words end that stand before a speaker or a cue at `at`."""
    near = max(0, at - 80)
    return near + len(voice[near:at].rstrip(" ,;—–-\n"))


def trimmed(text: str, words: Span) -> Span:
    """Return words without white space around them and without the comma that belongs to the reporter's sentence."""
    start, end = words.start, words.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;،"):
        end -= 1
    if text[end - 1 : end] == "’" and text[end - 2 : end - 1] in {'"', "”"}:
        end -= 1
    return Span(start, end)
