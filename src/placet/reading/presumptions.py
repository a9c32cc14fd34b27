"""Presumptions: what the text itself expects a side to refuse, which nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from placet.case.nouns import Stance
from placet.reading.demands import demand_meant
from placet.reading.drafts import Span, Suggestion
from placet.reading.names import plain
from placet.reading.sides import Sides
from placet.reading.stance import presumption
from placet.words import message

_JOINTS = re.compile(r",?\s(?:while|whereas|tandis que|während|в то время как|بينما)\s|;\s|,\s(?:and|but)\s(?=the\s)")
_REFUSAL = re.compile(
    r"\b(?:(?:veto|reject|block|accept|consent)(?:s|es|ed|ing)?|(?:refus|oppos|exclud|agre)(?:e|es|ed|ing)|ablehn\w*|rejet\w*"
    r"|отверг\w*|вето|رفض\w*|يرفض\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Presumed:
    """A demand that the text expects of a side."""

    words: Span
    cue: Span
    side: Suggestion
    demand: Suggestion | None
    stance: Suggestion


def presumptions(text: str, sides: Sides, within: Span, lang: str = "en") -> Iterator[Presumed]:
    """Yield what one sentence expects a side to refuse, clause by clause.

    A word of presumption at the head of the sentence ("Presumably, ...") holds for each of its clauses. A clause
    counts only where it names a side of the case as the one who would refuse.
    """
    whole = presumption(text, within, lang)
    if whole is None or not _REFUSAL.search(text, within.start, within.end):
        return
    for clause in _clauses(text, within):
        cue = presumption(text, clause, lang) or whole
        refusal = _REFUSAL.search(text, clause.start, clause.end)
        if refusal is None:
            continue
        side = _side_in(text, sides, Span(clause.start, refusal.start()))
        if side is None:
            continue
        words = clause.of(text)
        demand = demand_meant(sides.case, side.value, words, "", Stance.PRESUMES)
        stance = Suggestion(Stance.PRESUMES.value, message("reading.why.stance.presumes", words=cue.words))
        yield Presumed(clause, cue.span, side, demand, stance)


def _clauses(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for joint in [*_JOINTS.finditer(text, within.start, within.end), None]:
        end = joint.start() if joint else within.end
        yield Span(start, start + len(text[start:end].rstrip(" .")))
        start = joint.end() if joint else end


def _side_in(text: str, sides: Sides, subject: Span) -> Suggestion | None:
    """Return the side that the words before the refusal name last."""
    words = re.findall(r"[\w’'.-]+", subject.of(text))
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 4), end):
            name = " ".join(words[start:end])
            side = sides.named(name) if plain(name) else None
            if side is not None:
                return Suggestion(side, message("reading.why.side.clause", words=name))
    return None
