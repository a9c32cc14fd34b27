"""Paragraphs and sentences of a text, as stretches of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placet.reading.drafts import Span
from placet.reading.lexicon import small_words

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*(?![^\W\d_A-ZÀ-ÞА-Я])")
"""A line end, unless the next line begins with a small letter: then the line was only wrapped."""

_SENTENCE_END = re.compile(r"([.!?…؟。۔]+[\"”“’»«)\]]*)(?=\s+[\"“‘«»„(\[]*(?:[^\Wa-zß-öø-ÿа-я_]|\u2022)|\s*\Z)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Maj|Sgt|Adm|Hon|Rev|St|Jr|Sr|vs|v|No|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mme|Mlle|Ph\.D|Del|Calif|Mass|Pa|Va|Fla|Ariz|Ill|Ky|Mich|Minn)"
    r"|\b[A-ZÀ-ÞА-Я]|\d)\.\Z"
)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text without the white space around them.

    Where a text has blank lines they alone part paragraphs, so that the wrapped lines of a page do not; where it has
    none, every line end does that is not followed by a small letter.
    """
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    found = []
    start = 0
    for gap in [*parting.finditer(text), None]:
        end = gap.start() if gap else len(text)
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            found.append(Span(first, start + len(words.rstrip())))
        start = gap.end() if gap else end
    return tuple(found)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph; a full stop after a title, an initial or a number ends none.

    `text` may be masked (see `placet.reading.marks.mask`) so that a quotation is never cut.
    """
    start = within.start
    for match in _SENTENCE_END.finditer(text, within.start, within.end):
        end = match.end(1)
        before = text[max(start, match.start() - 12) : match.start() + 1]
        if match[1] == "." and end < within.end and _ABBREVIATED.search(before) and not _ends_anyway(text, end, before):
            continue
        yield Span(start, end)
        start = end + len(text[end : within.end]) - len(text[end : within.end].lstrip())
    if start < within.end:
        yield Span(start, within.end)


def _ends_anyway(text: str, end: int, before: str) -> bool:
    """Whether a full stop after a number or an initial ends a sentence all the same, by the word that follows."""
    following = text[end : end + 40].split()
    if before[-2:-1].isdigit():
        return bool(following) and not following[0][0].isdigit()
    return bool(following) and before[-2:-1].isupper() and following[0] in small_words("starters")
