"""Stance: what words seem to do to a demand, by a lexicon of cues that a reader can open (``data/stance.yaml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from placet.case.nouns import Stance
from placet.reading.drafts import Span
from placet.reading.lexicon import languages_of

_ORDER = (Stance.WITHDRAWS, Stance.SOFTENS, Stance.REAFFIRMS, Stance.ASSERTS)


@dataclass(frozen=True)
class Leaning:
    """What a stretch of text seems to do to a demand, and the words that show it."""

    stance: Stance
    words: str
    span: Span


def leaning(text: str, *stretches: Span, lang: str = "en") -> Leaning | None:
    """Return the stance whose cue stands in one of the stretches; the first stretch that has one decides.

    Within a stretch a withdrawal counts before a softening, that before a reaffirmation, and that before an
    assertion: "no longer insists" holds "insists". Presumption is not looked for here (see `presumption`).
    """
    for stretch in stretches:
        for stance in _ORDER:
            match = _pattern(stance, lang).search(text, stretch.start, stretch.end)
            if match is not None:
                return Leaning(stance, match[0], Span(match.start(), match.end()))
    return None


def presumption(text: str, within: Span, lang: str = "en") -> Leaning | None:
    """Return the words by which somebody only expects a refusal ("presumably", "would veto")."""
    match = _pattern(Stance.PRESUMES, lang).search(text, within.start, within.end)
    return Leaning(Stance.PRESUMES, match[0], Span(match.start(), match.end())) if match else None


@cache
def _pattern(stance: Stance, lang: str) -> re.Pattern[str]:
    lines = languages_of("stance", lang)[stance.value]
    alternatives = "|".join(f"(?:{line})" for line in sorted(lines, key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)
