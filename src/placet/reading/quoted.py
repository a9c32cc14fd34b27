"""Quoted: the attributions of a sentence that holds quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placet.reading import subjects
from placet.reading.cues import Cue, cues
from placet.reading.drafts import Span
from placet.reading.marks import Quotation
from placet.reading.said import ACCORDING, Attribution, Sentence, before_source, is_continuous, trimmed

_THAT = re.compile(r"[\s,]*(?:(?:[\w’'-]+\s+){0,8}?(?:that|que|dass|что|أن|إن)\s|[\s,:]*)", re.IGNORECASE)

NAME_AND_COLON = re.compile(r"\s*([A-Z][\w.’'-]*(?:\s+[A-Z(][\w.’')-]*){0,4})\s*:\s+(?=\S)")
"""A speaker's name before a colon, as a transcript has it."""

_NAMING = re.compile(r"(?:call|dub|label|brand|tag|nam|nann|bezeichn|qualif|назва)")

_TURNS = re.compile(
    r".(?:(?<=,)[\"”»]|[\"”»],?\s(?:[—–-]|--|but\b|and\s(?:said|says|also|\w+ed)\b|(?:while|despite)\b))", re.DOTALL
)
"""How the reporter's own sentence goes on after the last quotation of a retelling."""

_BREAK = re.compile(r"[,;—]|\b(?:and|but|while|when|as|et|und|aber|и|но)\b|\sو")
"""What must stand between two quotations of a sentence for the second to have a verb of its own."""

_AUXILIARIES = frozenset({"a", "ont", "avait", "avaient", "hat", "haben", "hatte"})
"""What stands between a quotation and the participle of a verb of speech ("», a déclaré Obama")."""


def quoted(sentence: Sentence) -> Iterator[Attribution]:
    """Yield the attributions of the quotations, several quotations under one cue taken together."""
    groups: list[tuple[Cue | None, Span | None, list[Quotation], bool]] = []
    for number, one in enumerate(sentence.held):
        start = sentence.held[number - 1].whole.end if number else sentence.span.start
        cue, source, is_after = _cue_of(sentence, one, number, start, groups[-1][1] if groups else None)
        if (cue is None and groups and groups[-1][0] is not None) or (
            groups and cue is not None and groups[-1][0] == cue
        ):
            groups[-1][2].append(one)
        elif cue is not None or not groups:
            groups.append((cue, source, [one], is_after))
    for number, (cue, source, ones, is_after) in enumerate(groups):
        if cue is None or source is None or _is_title_only(sentence.text, cue, ones):
            continue
        limit = groups[number + 1][0] if number + 1 < len(groups) else None
        yield _attribution(sentence, cue, source, ones, is_after=is_after, limit=limit)


def _cue_of(
    sentence: Sentence, one: Quotation, number: int, start: int, earlier: Span | None
) -> tuple[Cue | None, Span | None, bool]:
    """Return the cue of a quotation, its source, and whether they stand after the quotation."""
    end = sentence.held[number + 1].whole.start if number + 1 < len(sentence.held) else sentence.span.end
    opening = not sentence.voice[sentence.span.start : one.whole.start].strip(" \t\n,—–-…([") if number == 0 else False
    following = _after(sentence, one, end)
    led = subjects.is_led_in(sentence.voice, sentence.span.start, one.whole.start)
    if not opening and led and following[0] is not None and not _is_at_the_end(sentence, following[0], following[1]):
        following = None, None
    if opening or (following[0] is not None and sentence.text[one.words.end - 1 : one.words.end] in ",?!،"):
        return (*following, True)
    named = NAME_AND_COLON.match(sentence.voice, start, one.whole.start)
    if named and number == 0 and named[1].isupper():
        return Cue(Span(named.end(1), named.end(1) + 1), ":", is_plain=True), Span(*named.span(1)), False
    before = cues(sentence.voice, Span(start, one.whole.start), sentence.lang)
    for cue in sorted(before, key=lambda cue: (not cue.is_plain, -cue.span.start)):
        is_carried = cue.word.endswith("ing") and earlier is not None and not is_continuous(sentence.voice, cue)
        source = earlier if is_carried else sentence.source(cue, sentence.span.start, one.whole.start)
        if source is None or _holds_a_cue(sentence, source, cue):
            continue
        if earlier is not None and not _BREAK.search(
            sentence.text, sentence.held[number - 1].words.end - 1, cue.span.start
        ):
            continue
        return cue, source, False
    if number == 0 and following[0] is None:
        following = _after_anywhere(sentence, one)
    return (*following, True)


def _after(sentence: Sentence, one: Quotation, end: int) -> tuple[Cue | None, Span | None]:
    """Find ", he said" or ", said Kerry" right after a quotation."""
    near = cues(sentence.voice, Span(one.whole.end, end), sentence.lang)
    if not near:
        return None, None
    cue = near[0]
    if re.search(r"[;:]\s", sentence.voice[one.whole.end : cue.span.start]):
        return None, None
    gap = sentence.voice[one.whole.end : cue.span.start].strip(" ,—–-")
    gap = "" if gap in _AUXILIARIES else gap
    if ACCORDING.match(cue.word) or not gap or sentence.follows_a_comma(cue):
        source = subjects.after(sentence.voice, cue.span.end, end)
        if source is not None or ACCORDING.match(cue.word) or not gap:
            return (cue, source) if source else (None, None)
    source = subjects.before(sentence.voice, one.whole.end, cue.span.start)
    return (cue, source) if source else (None, None)


def _after_anywhere(sentence: Sentence, one: Quotation) -> tuple[Cue | None, Span | None]:
    """Find ", Kerry said." at the end of a sentence that quotes a few words before it."""
    for cue in reversed(cues(sentence.voice, Span(one.whole.end, sentence.span.end), sentence.lang)):
        if (
            not cue.is_plain
            or not _is_at_the_end(sentence, cue, None)
            or not re.search(r",[^,]*\Z", sentence.voice[one.whole.end : cue.span.start])
        ):
            continue
        source = sentence.trailing_source(cue, one.whole.end)
        if source is not None:
            return cue, source
    return None, None


def _is_at_the_end(sentence: Sentence, cue: Cue, source: Span | None) -> bool:
    """Whether hardly anything follows a cue and its source: then the words it goes with stand before it."""
    rest = sentence.voice[max(cue.span.end, source.end if source else 0) : sentence.span.end]
    return len(rest.split()) <= 8 and not re.search(r"\b(?:that|to)\b|[\"“«:]", rest)


def _holds_a_cue(sentence: Sentence, source: Span, cue: Cue) -> bool:
    """Whether a source is no name but a clause that says who said something else."""
    return any(other.is_plain and other.span != cue.span for other in cues(sentence.voice, source, sentence.lang))


def _attribution(
    sentence: Sentence, cue: Cue, source: Span, ones: list[Quotation], *, is_after: bool, limit: Cue | None
) -> Attribution:
    pieces = tuple(trimmed(sentence.text, one.words) for one in ones)
    between = sentence.voice[cue.span.end : ones[0].whole.start]
    begins = sentence.voice[sentence.span.start : ones[0].whole.start].strip(" \t\n—–-…([")
    speaker_at = min(source.start, cue.span.start)
    ends = sentence.voice[ones[0].whole.end : speaker_at].strip(" ,—–-") if len(ones) == 1 else ""
    if is_after and (begins or (ends and ends not in _AUXILIARIES)):
        content = (Span(sentence.span.start, before_source(sentence.voice, speaker_at)),)
        return Attribution("mixed", content, source, cue.span, sentence.span)
    is_own_sentence = not sentence.text[ones[0].words.start].islower() and not re.search(r"\bthat\b", between)
    ends_there = not sentence.voice[ones[-1].whole.end : sentence.span.end].strip(" .,;")
    announces = is_own_sentence and between.rstrip().endswith((":", ","))
    is_bare = re.fullmatch(r"[\s,:—–-]*", between) is not None
    if is_after or announces or (is_bare and (is_own_sentence or ends_there)):
        return Attribution("direct", pieces, source, cue.span, sentence.span)
    that = _THAT.match(sentence.voice, cue.span.end, ones[0].whole.start)
    start = that.end() if that else cue.span.end
    end = before_source(sentence.voice, limit.span.start) if limit else sentence.span.end
    end = max(end, ones[-1].whole.end)
    if limit is None and _TURNS.match(sentence.voice, ones[-1].words.end - 1, sentence.span.end):
        end = ones[-1].whole.end
    return Attribution("mixed", (trimmed(sentence.text, Span(start, end)),), source, cue.span, sentence.span)


def _is_title_only(text: str, cue: Cue, ones: list[Quotation]) -> bool:
    """Whether the marks hold nothing but a name or a title in capitals ("Fox News Sunday"), and nobody calls it so."""
    return not cue.is_plain and not _NAMING.match(cue.word) and all(_is_a_title(one.words.of(text)) for one in ones)


def _is_a_title(quoted: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", quoted) if len(word) > 3]
    return 0 < len(words) <= 5 and all(word[0].isupper() for word in words) and quoted[-1:] not in ".!?"
