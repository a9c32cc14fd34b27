"""Attributions: who is reported to have said which words, as stretches of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from placet.reading import subjects
from placet.reading.cues import cues
from placet.reading.drafts import Span
from placet.reading.english import Grammar
from placet.reading.marks import Quotation, mask, quotations
from placet.reading.paragraphs import paragraphs, sentences
from placet.reading.quoted import NAME_AND_COLON, quoted
from placet.reading.retold import retold
from placet.reading.said import ACCORDING, Attribution, Sentence, trimmed

__all__ = ["LONGEST_SENTENCE", "Attribution", "attributions"]


LONGEST_SENTENCE = 4000
"""Characters beyond which what has no full stop, quotations apart, is a table or a list, and is passed over."""


def attributions(text: str, lang: str = "en", grammar: Grammar | None = None) -> tuple[Attribution, ...]:
    """Return the attributions that a text shows, in its order.

    Parameters
    ----------
    grammar : Grammar or None
        Reads what English sentences retell; without it, the rules for "X said that" and ", X said." do.

    Notes
    -----
    Quotation marks around a title or a word held at arm's length are no attribution: marks count only beside a cue,
    or in a paragraph that carries on a speech. Linear in the text. Measured on PolNeAR (see ``benchmarks/polnear.py``).
    """
    marked = quotations(text)
    voice = mask(text, marked)
    whole = paragraphs(text)
    found: list[Attribution] = []
    plain: list[Span] = []
    announced: Attribution | None = None
    is_transcript = sum(_spoken_line(text, voice, one) is not None for one in whole) > 1
    for paragraph in whole:
        line = _spoken_line(text, voice, paragraph) if is_transcript else None
        if line is not None:
            found.append(line)
            announced = None
            continue
        first = bisect_left(marked, paragraph.start, key=lambda one: one.whole.start)
        inside = marked[first : bisect_left(marked, paragraph.end, key=lambda one: one.whole.start)]
        for sentence in _whole_sentences(voice, paragraph, inside, lang):
            held = tuple(one for one in inside if sentence.start <= one.whole.start < sentence.end)
            quoted_in_it = sum(one.words.end - one.words.start for one in held)
            if sentence.end - sentence.start - quoted_in_it > LONGEST_SENTENCE:
                continue
            reader = Sentence(text, voice, sentence, held, lang)
            told = tuple(quoted(reader) if held else ())
            if held and not told and reader.is_nothing_but_quotation:
                if announced is not None:
                    told = (replace(announced, content=tuple(trimmed(text, one.words) for one in held)),)
                elif found and _carries_on(text, found[-1], held[0], paragraph):
                    found[-1] = _joined(found[-1], held)
            elif not held and lang.startswith("en"):
                told = tuple(retold(reader)) if grammar is None else ()
                plain.append(sentence)
            found.extend(told)
            announced = reader.announcement()
    if grammar is not None:
        found.extend(_by_grammar(text, voice, plain, grammar))
    return tuple(sorted(found, key=lambda one: one.content[0]))


def _by_grammar(text: str, voice: str, plain: list[Span], grammar: Grammar) -> Iterator[Attribution]:
    """Yield what sentences without quotation marks retell; the rules are asked where the grammar shows nothing."""
    speaking = [sentence for sentence in plain if any(cue.is_plain for cue in cues(voice, sentence, "en"))]
    for sentence, told in grammar.retold(voice, speaking):
        for one in told:
            if not subjects.is_barred(voice, sentence.start, one.cue.start):
                content = _without_that(text, one.content)
                yield Attribution("indirect", (content,), one.source, one.cue, sentence)
        if not told:
            yield from (
                one
                for one in retold(Sentence(text, voice, sentence, (), "en"))
                if one.cue and ACCORDING.match(one.cue.of(voice))
            )


def _without_that(text: str, words: Span) -> Span:
    return Span(words.start + 5, words.end) if words.of(text)[:5].lower() == "that " else words


def _spoken_line(text: str, voice: str, paragraph: Span) -> Attribution | None:
    """Return the speech of a transcript's line, "PENCE: Well, look ..."; its speaker stands in capitals."""
    named = NAME_AND_COLON.match(voice, paragraph.start, paragraph.end)
    if named is None or not named[1].isupper() or len(named[1]) < 3 or text[named.end()] in '"“«„':
        return None
    cue = Span(named.end(1), named.end(1) + 1)
    return Attribution("direct", (Span(named.end(), paragraph.end),), Span(*named.span(1)), cue, paragraph)


def _whole_sentences(voice: str, paragraph: Span, inside: tuple[Quotation, ...], lang: str) -> Iterator[Span]:
    """Yield the sentences; a question or a cry in marks is one with the "Graham said" that follows it."""
    held: Span | None = None
    for sentence in sentences(voice, paragraph):
        whole = Span(held.start, sentence.end) if held else sentence
        is_cry = any(one.whole.end == sentence.end and voice[one.words.end - 1] in "?!" for one in inside)
        following = cues(voice, Span(sentence.end, min(sentence.end + 60, paragraph.end)), lang) if is_cry else ()
        if following and not re.search(r"[.!?,;:•\"“”]\s", voice[sentence.end : following[0].span.start]):
            held = whole
            continue
        held = None
        yield whole
    if held:
        yield held


def _joined(last: Attribution, held: tuple[Quotation, ...]) -> Attribution:
    return replace(last, content=(*last.content, *(one.words for one in held)))


def _carries_on(text: str, last: Attribution, one: Quotation, paragraph: Span) -> bool:
    """Whether a quotation with no cue goes on from the last attribution: in its paragraph, or right after it."""
    if last.kind == "indirect":
        return False
    if last.sentence.start >= paragraph.start:
        return True
    reached = max(last.content[-1].end, last.sentence.end)
    return not text[reached : one.whole.start].strip(' \t\n"“”’«»')
