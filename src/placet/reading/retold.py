"""Retold: what an English sentence without quotation marks attributes to somebody, by rules alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placet.reading.cues import Cue, cues
from placet.reading.drafts import Span
from placet.reading.said import ACCORDING, Attribution, Sentence, before_source, trimmed

_BARE = frozenset(
    [
        "said",
        "says",
        "told",
        "tells",
        "called",
        "calls",
        "warned",
        "warns",
        "argued",
        "argues",
        "insisted",
        "insists",
        "claimed",
        "claims",
    ]
)


def retold(sentence: Sentence) -> Iterator[Attribution]:
    """Yield what the sentence retells without any quotation marks."""
    for cue in cues(sentence.voice, sentence.span, sentence.lang):
        if not cue.is_plain:
            continue
        attribution = _after(sentence, cue) or _before(sentence, cue)
        if attribution is not None:
            yield attribution
            return


def _after(sentence: Sentence, cue: Cue) -> Attribution | None:
    follows = re.match(r"(?:\s+[\w’'.-]+){0,5}?\s+that\s+", sentence.voice[cue.span.end : sentence.span.end])
    if follows is None and not (cue.word in _BARE and sentence.voice[cue.span.end : sentence.span.end].strip(" .,:")):
        return None
    source = sentence.source(cue, sentence.span.start, sentence.span.end)
    if source is None or ACCORDING.match(cue.word):
        return None
    start = cue.span.end + (follows.end() if follows else 1)
    content = trimmed(sentence.text, Span(start, sentence.span.end))
    return Attribution("indirect", (content,), source, cue.span, sentence.span) if content.start < content.end else None


def _before(sentence: Sentence, cue: Cue) -> Attribution | None:
    lead = sentence.voice[sentence.span.start : cue.span.start]
    if not re.search(r",[^,]*\Z", lead):
        return None
    source = sentence.trailing_source(cue, sentence.span.start)
    if source is None:
        return None
    end = before_source(sentence.voice, min(source.start, cue.span.start))
    return Attribution("indirect", (Span(sentence.span.start, end),), source, cue.span, sentence.span)
