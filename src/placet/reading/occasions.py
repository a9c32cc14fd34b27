"""Occasions: on which day something was said, by what the text says around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from placet.case.dates import When
from placet.reading.attributions import Attribution
from placet.reading.dates import Dated, dates, speaks_of_no_one_day
from placet.reading.drafts import Span, Suggestion
from placet.reading.names import plain
from placet.words import message


@dataclass(frozen=True)
class Calendar:
    """A text, its day, and its sentences in order."""

    text: str
    dated: When | None
    lang: str
    sentences: tuple[Span, ...]

    def day_of(self, attribution: Attribution, speaker: Suggestion | None) -> Suggestion | None:
        """Return when the words were said, as EDTF; None if the text speaks of no one day or has no day itself.

        The date beside the verb of speech counts first. A date inside the words says when something else happens; it
        counts only if it is a stretch of time in which the article's day lies ("as early as this month"). Without
        either, the day goes on that the text last gave for the same speaker; failing that, it was said by the day
        of the article.
        """
        own = dates(self.text, attribution.sentence, self.dated, self.lang)
        beside = [one for one in own if not _lies_in(one.span, attribution.content)]
        if beside:
            at = attribution.cue.start if attribution.cue else attribution.sentence.start
            nearest = min(beside, key=lambda one: abs(one.span.start - at))
            return Suggestion(str(nearest.when), nearest.reason)
        vague = speaks_of_no_one_day(self.text, attribution.sentence, self.lang)
        if vague is not None:
            return None
        around = [one for one in own if self._covers_the_article(one)]
        if around:
            return Suggestion(str(around[0].when), around[0].reason)
        return self._carried_on(attribution, speaker) or self.by_the_article()

    def by_the_article(self) -> Suggestion | None:
        """Return "on the day of the article or before"."""
        if self.dated is None or self.dated.latest is None:
            return None
        latest = self.dated.latest.isoformat()
        return Suggestion(f"[..{latest}]", message("reading.why.date.by-article", day=latest))

    def of_the_article(self) -> Suggestion | None:
        """Return the article's own date, for what the text says in its own voice."""
        if self.dated is None:
            return None
        return Suggestion(str(self.dated), message("reading.why.date.article"))

    def _covers_the_article(self, one: Dated) -> bool:
        day = self.dated.latest if self.dated is not None and self.dated.is_a_day else None
        first, last = one.when.earliest, one.when.latest
        return day is not None and first is not None and last is not None and first <= day <= last and first != last

    def _carried_on(self, attribution: Attribution, speaker: Suggestion | None) -> Suggestion | None:
        """Return the day last given before, in a sentence that names the same speaker, or in the sentence before."""
        if speaker is None:
            return None
        surname = plain(speaker.value).split()[-1:]
        at = bisect_left(self.sentences, attribution.sentence.start, key=lambda one: one.start)
        for distance, sentence in enumerate(reversed(self.sentences[max(0, at - 12) : at]), 1):
            named = bool(surname) and surname[0] in plain(sentence.of(self.text)).split()
            found = [one for one in dates(self.text, sentence, self.dated, self.lang) if one.when.is_a_day]
            if found and (named or distance == 1):
                reason = message("reading.why.date.carried", words=found[0].span.of(self.text), date=str(found[0].when))
                return Suggestion(str(found[0].when), reason)
        return None


def _lies_in(span: Span, pieces: Sequence[Span]) -> bool:
    return any(piece.start <= span.start < piece.end for piece in pieces)
