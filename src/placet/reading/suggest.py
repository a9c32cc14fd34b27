"""Suggest: the statements that a text seems to report, each with what it may mean for the case and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from placet.case.dates import When, parse_when
from placet.case.nouns import Case, Stance
from placet.reading.attributions import LONGEST_SENTENCE, Attribution, attributions
from placet.reading.demands import demand_meant
from placet.reading.drafts import Directness, Draft, Span, Suggestion
from placet.reading.english import Grammar, checked
from placet.reading.marks import mask, quotations
from placet.reading.occasions import Calendar
from placet.reading.paragraphs import paragraphs, sentences
from placet.reading.presumptions import presumptions
from placet.reading.sides import Sides
from placet.reading.speakers import Cast, cast
from placet.reading.stance import leaning, presumption
from placet.words import message

_CONTEXT = 1500
"""How many characters before a statement tell what "that" may mean."""

_VOICED = frozenset({Stance.ASSERTS, Stance.REAFFIRMS})


def draft_statements(
    case: Case, text: str, *, dated: When | None, lang: str = "en", pipeline: str | None = None
) -> tuple[Draft, ...]:
    """Return a draft of every statement that the text seems to report, in the order of the text.

    Parameters
    ----------
    text : str
        The archived text; every span of a draft is a stretch of it.
    dated : When or None
        The day of the source, from which "Tuesday" is counted.
    lang : str
        The language of the text. In English what is retold counts too; elsewhere quotations only.
    pipeline : str or None
        The name of a spaCy pipeline that reads what English sentences retell (see `placet.reading.english`); None:
        rules alone, ten times as fast and a little less sure.

    Raises
    ------
    QuestionError
        If the pipeline is not installed.

    Notes
    -----
    Nothing here is more than a suggestion. A demand is suggested only together with a stance and a day, for a statement
    without a day would leave the demand undetermined. What the text expects in its own voice is a draft of its own,
    marked as a presumption. Events are looked for afterwards (`placet.reading.events`). Linear in the text for a given
    case.
    """
    voice = mask(text, quotations(text))
    whole = tuple(sentence for paragraph in paragraphs(text) for sentence in sentences(voice, paragraph))
    named = cast(case, text)
    sides = Sides(case, dated, named.people)
    reader = _Reader(case, text, lang, named, sides, Calendar(text, dated, lang, whole))
    grammar = Grammar(checked(pipeline)) if pipeline is not None and lang.startswith("en") else None
    told = attributions(text, lang, grammar)
    drafts: list[Draft] = []
    heard: list[Suggestion] = []
    for attribution in told:
        draft = reader.statement(attribution, tuple(heard))
        drafts.append(draft)
        if draft.speaker is not None:
            heard.append(draft.speaker)
    taken = {attribution.sentence for attribution in told}
    for sentence in whole:
        if sentence not in taken and sentence.end - sentence.start <= LONGEST_SENTENCE:
            drafts.extend(reader.presumed(sentence))
    ordered = sorted(drafts, key=lambda draft: (draft.content[0], draft.id))
    numbered = [replace(draft, id=f"d{number}") for number, draft in enumerate(ordered, 1)]
    first_said = _first_said(case, numbered)
    return tuple(_again(first_said, draft) for draft in numbered)


@dataclass(frozen=True)
class _Reader:
    case: Case
    text: str
    lang: str
    cast: Cast
    sides: Sides
    calendar: Calendar

    def statement(self, attribution: Attribution, heard: tuple[Suggestion, ...]) -> Draft:
        """Return the draft of one attribution."""
        source = attribution.source
        speaker = self.cast.resolve(source, heard) if source is not None else None
        side = self.sides.of(speaker, source.of(self.text)) if speaker is not None and source is not None else None
        on = self.calendar.day_of(attribution, speaker)
        draft = self._draft(attribution.kind, attribution.content, speaker, side, on)
        draft = replace(draft, speaker_span=source, cue=attribution.cue)
        expected = self._expects(attribution, side)
        if expected is not None:
            side, demand, stance = expected
            return replace(draft, side=side, demand=demand, stance=stance, is_presumption=True)
        if side is None or on is None:
            return draft
        return self._with_stance(draft, attribution, side)

    def _with_stance(self, draft: Draft, attribution: Attribution, side: Suggestion) -> Draft:
        """Add the demand and the stance that the words suggest, both or neither."""
        found = leaning(self.text, *attribution.content, attribution.sentence, lang=self.lang)
        if found is None:
            return draft
        start = max(0, attribution.sentence.start - _CONTEXT)
        words = f"{draft.quote}\n{attribution.sentence.of(self.text)}"
        context = self.text[start : attribution.sentence.start]
        demand = demand_meant(self.case, side.value, words, context, found.stance)
        if demand is None:
            return draft
        stance = Suggestion(found.stance.value, message("reading.why.stance.cue", words=found.words))
        return replace(draft, demand=demand, stance=stance)

    def _expects(
        self, attribution: Attribution, side: Suggestion | None
    ) -> tuple[Suggestion, Suggestion, Suggestion] | None:
        """Return side, demand and stance if a speaker's words say what another side is expected to refuse."""
        for piece in attribution.content:
            if presumption(self.text, piece, self.lang) is None:
                continue
            for one in presumptions(self.text, self.sides, piece, self.lang):
                if one.demand is not None and (side is None or one.side.value != side.value):
                    return one.side, one.demand, one.stance
        return None

    def presumed(self, sentence: Span) -> list[Draft]:
        """Return what the text itself expects in one sentence."""
        found = []
        for one in presumptions(self.text, self.sides, sentence, self.lang):
            draft = self._draft("indirect", (one.words,), self._itself(), one.side, self.calendar.of_the_article())
            stance = one.stance if one.demand is not None else None
            found.append(replace(draft, cue=one.cue, demand=one.demand, stance=stance, is_presumption=True))
        return found

    def _itself(self) -> Suggestion:
        return Suggestion("The article", message("reading.why.the-text"))

    def _draft(
        self,
        kind: Directness,
        content: tuple[Span, ...],
        speaker: Suggestion | None,
        side: Suggestion | None,
        on: Suggestion | None,
    ) -> Draft:
        return Draft(
            id="",
            kind=kind,
            quote=" [...] ".join(piece.of(self.text) for piece in content),
            content=content,
            speaker=speaker,
            speaker_span=None,
            cue=None,
            side=side,
            on=on,
            demand=None,
            stance=None,
            is_presumption=False,
            event=None,
            lang=self.lang,
        )


def _first_said(case: Case, drafts: list[Draft]) -> dict[str, date]:
    """Return for each demand the first day by which it had been voiced, in the record or in the drafts."""
    voiced = [(entry.demand, entry.on) for entry in case.record if entry.stance in _VOICED]
    voiced += [
        (draft.demand.value, parse_when(draft.on.value))
        for draft in drafts
        if draft.demand and draft.on and draft.stance and Stance(draft.stance.value) in _VOICED
    ]
    first: dict[str, date] = {}
    for demand, on in voiced:
        if demand is not None and on is not None and on.latest is not None:
            first[demand] = min(on.latest, first.get(demand, on.latest))
    return first


def _again(first_said: dict[str, date], draft: Draft) -> Draft:
    """Return a draft that asserts what its side had said before as one that reaffirms it."""
    if draft.stance is None or draft.stance.value != Stance.ASSERTS.value or draft.demand is None or draft.on is None:
        return draft
    day = parse_when(draft.on.value).earliest
    if day is None or first_said.get(draft.demand.value, day) >= day:
        return draft
    words = dict(draft.stance.reason.parameters)["words"]
    return replace(draft, stance=Suggestion(Stance.REAFFIRMS.value, message("reading.why.stance.again", words=words)))
