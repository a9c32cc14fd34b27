"""Cues: the words by which a reporter says that somebody said something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from placet.reading.drafts import Span
from placet.reading.lexicon import languages_of


@dataclass(frozen=True)
class Cue:
    """One cue where it stands.

    Parameters
    ----------
    is_plain : bool
        Whether it takes words without quotation marks too, as "said" does and "called" does not.
    """

    span: Span
    word: str
    is_plain: bool


def cues(text: str, within: Span, lang: str) -> tuple[Cue, ...]:
    """Return the cues in a stretch of text, in its order. Linear in the stretch."""
    found = []
    for match in _pattern(lang).finditer(text, within.start, within.end):
        if text[max(0, match.start() - 1)] in "-‑'’#@/" or text[match.end() : match.end() + 1] in {"-", "‑"}:
            continue
        found.append(Cue(Span(match.start(), match.end()), match[0].lower(), match["plain"] is not None))
    return tuple(found)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = languages_of("speech", lang)
    plain = _alternatives(words["says"])
    marked = _alternatives(words["with_marks"])
    return re.compile(rf"\b(?:(?P<plain>{plain})|(?P<marked>{marked}))\b")


def _alternatives(lines: list[str]) -> str:
    forms = {form for line in lines for form in line.split()}
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
