"""Subjects: the words that name who said something, found beside the cue without a parser.

The rules know the few places where a reporter puts a speaker: right before the verb ("Kerry said"), right after it
("said Kerry"), after "according to", or at the head of the sentence when the verb has no subject of its own ("...,
saying that"). They are English word order; the other languages share the first two.
"""

from __future__ import annotations

import re

from placet.reading.drafts import Span
from placet.reading.lexicon import small_words

_CLAUSE = re.compile(
    r"[;:]|\s[—–-]{1,3}\s|—|\s(?:but|because|when|while|after|although|though|as|that|which|what|where|if|before|since)\s"
    r"|\sand\s(?=(?:he|she|they|it|we|I)\b)|,\sand\s|[\"”»]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,;:()\[\]\"“”«»]+")
_AFTER_STOPS = re.compile(
    r"[,.;:!?\"“”«»()\u2022—]|(?<=\w)\s(?=\d{1,2}\s)|\s(?:on|in|at|during|after|before|to|when|while|as|for|by|that|who|which|from|about|with|"
    r"until|this|last|next|yesterday|today|earlier|later|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|but|"
    r"and\s(?:said|added)|gegenüber|am|auf|в|на|dans|lors|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|في|خلال|أن|إن)\b"
)
_DAY_FIRST = re.compile(
    r"\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|gestern|heute|am\s\w+tag|во?\s\w+|вчера|сегодня)\b"
)


def before(text: str, start: int, verb: int) -> Span | None:
    """Return the subject that stands right before the verb at `verb`, in the stretch from `start`; None if none does.

    A subject keeps its apposition ("Jim Clyburn, the party's whip,") and loses adverbs and auxiliaries.
    """
    start = max([start, *(match.end() for match in _CLAUSE.finditer(text, start, verb))])
    words = list(_WORD.finditer(text, start, verb))
    while words and _is_trailing(words[-1][0]):
        words.pop()
    if not words:
        return None
    words = _without_opening(text, words)
    if not words or not _can_begin(words[0][0]):
        words = _from_last_name(words)
    if not words:
        return None
    last_part = next((n for n in range(len(words) - 1, 0, -1) if text[words[n - 1].end()] in ",،"), 0)
    if words[last_part][0].lower() in small_words("pronouns"):
        words = words[last_part : last_part + 1]
    first, last = words[0].start(), words[-1].end()
    return Span(first, last + _closing(text, last, verb))


def right_before(text: str, start: int, verb: int) -> Span | None:
    """Return the subject between the last comma and the verb ("..., Kerry said")."""
    comma = max(text.rfind(",", start, verb), text.rfind("،", start, verb))
    nearest = before(text, comma + 1 if comma >= 0 else start, verb)
    return nearest or before(text, start, verb)


def after(text: str, verb_end: int, end: int) -> Span | None:
    """Return the subject that stands right after the verb ("said Kerry"); None if what stands there names nobody."""
    dated = _DAY_FIRST.match(text, verb_end, end)
    verb_end = dated.end() if dated else verb_end
    stop = _AFTER_STOPS.search(text, verb_end, end)
    while stop is not None and stop[0] == "." and _is_initial(text, stop.start()):
        stop = _AFTER_STOPS.search(text, stop.end(), end)
    words = list(_WORD.finditer(text, verb_end, stop.start() if stop else end))
    if not words or not (
        words[0][0].lower() in small_words("pronouns") | small_words("determiners")
        or any(_names(word[0]) for word in words)
    ):
        return None
    if words[0][0].lower() in {"that", "this", "these", "those"} or len(words) > 12:
        return None
    return Span(words[0].start(), words[-1].end())


def leading(text: str, start: int, end: int) -> Span | None:
    """Return the subject at the head of a sentence: a pronoun, a name with its titles, or a noun with its article."""
    words = [word for word in _WORD.finditer(text, start, end) if "\u2022" not in word[0]]
    words = _without_opening(text, words)
    if not words:
        return None
    first = words[0][0]
    if first.lower() in small_words("pronouns"):
        return Span(words[0].start(), words[0].end())
    if not (_names(first) or first.lower() in small_words("determiners")):
        return None
    taken = [words[0]]
    for word, following in zip(words[1:8], [*words[2:9], None], strict=False):
        if text[taken[-1].end() : word.start()].strip():
            break
        leads_on = following is not None and _names(following[0])
        joins = word[0] in {"of", "and", "the", "de", "for"} or not (_is_trailing(word[0]) or _is_verb(word[0]))
        if not (
            _names(word[0]) or (first.lower() in small_words("determiners") and len(taken) == 1) or (leads_on and joins)
        ):
            break
        taken.append(word)
    return Span(taken[0].start(), taken[-1].end())


def is_led_in(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins by saying where or when ("In an interview on ..."), before it says who."""
    first = _WORD.search(text, start, end)
    return first is not None and first[0].lower() in small_words("openers")


def is_barred(text: str, start: int, verb: int) -> bool:
    """Whether the words before the verb say that it was not said ("his refusal to say", "did not say")."""
    before_verb = [word[0].lower() for word in _WORD.finditer(text, max(start, verb - 40), verb)][-3:]
    if not before_verb:
        return False
    if before_verb[-1] == "to":
        return bool(small_words("bars").intersection(before_verb))
    return before_verb[-1] in {"not", "n’t", "never"} or before_verb[-1].endswith(("n't", "n’t"))


def _without_opening(text: str, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Drop what introduces a sentence: "In 2012, ...", "But ...", "When asked, ..."."""
    while words and _opens(words[0][0]):
        comma = next((n for n, word in enumerate(words[:-1], 1) if text[word.end() : word.end() + 1] in ",،"), None)
        if words[0][0].lower() in {"but", "and", "so", "yet", "still", "then", "also", "later", "even"}:
            words = words[1:]
        elif comma is None:
            if words[0][0].lower() not in small_words("openers"):
                break
            words = words[1:]
        else:
            words = words[comma:]
    return words


def _opens(word: str) -> bool:
    """Whether a word may introduce a sentence before its subject; a participle does, if a comma follows somewhere."""
    return word.lower() in small_words("openers") or (
        word[:1].isupper() and len(word) > 5 and word.endswith(("ing", "ed"))
    )


def _from_last_name(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words from the last that can begin a subject, where the stretch holds more than the subject."""
    for number in range(len(words) - 1, -1, -1):
        if _can_begin(words[number][0]):
            while number > 0 and (
                _names(words[number - 1][0]) or words[number - 1][0].lower() in small_words("determiners")
            ):
                number -= 1  # noqa: PLW2901 -- the subject's own first word
            return words[number:]
    return []


def _can_begin(word: str) -> bool:
    return (
        _names(word)
        or word.lower() in small_words("pronouns")
        or word.lower() in small_words("determiners")
        or not word.isascii()
    )


def _names(word: str) -> bool:
    has_no_capitals = not (word[:1].isascii() or word[:1].islower())
    return word[:1].isupper() or word.startswith(("al-", "d'", "d’", "@")) or has_no_capitals


def _is_trailing(word: str) -> bool:
    lowered = word.lower()
    return lowered in small_words("auxiliaries") or (lowered.endswith("ly") and word[:1].islower())


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing", "es")) or word in {"who", "in", "on", "at", "with"}


def _is_initial(text: str, dot: int) -> bool:
    return bool(re.search(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Jr)\Z", text[max(0, dot - 4) : dot]))


def _closing(text: str, end: int, limit: int) -> int:
    return 1 if text[end : min(end + 1, limit)] == ")" else 0
