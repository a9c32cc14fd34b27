"""Say a message in a language: choose the words, the plural, and keep each name's own direction."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

import placet.words
from placet.case.text import Text
from placet.words.message import Message, Value

ARTICLE_MARK = "\ue000"
"""A private letter, gone again when a sentence is said."""
SENTENCE_ENDS = ".!?:“«(\u2068"
_ENGLISH_ARTICLE = re.compile(r"^(The|A|An)(?= )")
_ARTICLES = {"fr": re.compile(r"^(The|A|An|Le|La|Les|Un|Une)(?= )|^L(?=['’])")}
_MARKED_ARTICLE = re.compile(ARTICLE_MARK + "(The|An|A|Les|Le|La|L|Une|Un)")
SOURCE = "en"
"""The language in which every message has words; another language may have none for some of them."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
BORROWED = "[{lang}] {words}"
"""How a sentence is shown that its language has no words for: said in another one, and marked as such."""
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

Words = str | Mapping[str, str]
"""One sentence, or one for each plural category of the language (CLDR's names: one, other, ...)."""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages for which there is a folder of words, English first."""
    found = sorted(entry.name for entry in pkgutil.iter_modules(placet.words.__path__) if entry.ispkg)
    return tuple(sorted(found, key=lambda lang: lang != "en"))


@cache
def catalog(lang: str) -> dict[str, Words]:
    """Return every message of a language; each room's words are one module in the language's folder."""
    package = importlib.import_module(f"placet.words.{lang}")
    words: dict[str, Words] = {}
    for entry in pkgutil.iter_modules(package.__path__):
        words.update(importlib.import_module(f"placet.words.{lang}.{entry.name}").WORDS)
    return words


def spoken_in(lang: str) -> str:
    """Return the language in which messages are said to whoever asks for `lang`: fr for fr-CA, English for xx."""
    known = (tag for tag in (lang, lang.split("-", maxsplit=1)[0]) if tag in languages())
    return next(known, SOURCE)


def say(what: Message, lang: str = SOURCE) -> str:
    """Return the sentence of a message, in `lang` if it has words for it, else in English.

    A language that has words for other messages, but not for this one, says it in English and marks it: ``[en] ...``.
    Names whose letters run against the sentence are set apart with Unicode isolates, so that neither they nor the
    sentence around them are reordered. A name that begins with an article ("The opposition") has it in small letters
    within a sentence.
    """
    return _MARKED_ARTICLE.sub(_settle_article, _compose(what, lang, spoken_in(lang)))


def _compose(what: Message, lang: str, spoken: str) -> str:
    """Return the sentence, with a mark before the article of each name."""
    words = catalog(spoken).get(what.id)
    if words is None and spoken != SOURCE:
        borrowed = _compose(what, lang, SOURCE)
        return isolate(BORROWED.format(lang=SOURCE, words=borrowed), spoken) if borrowed else ""
    if words is None:
        raise KeyError(what.id)
    parameters = dict(what.parameters)
    if not isinstance(words, str):
        words = words.get(plural(parameters["count"], spoken), words["other"])
    return words.format_map({name: _render(value, lang, spoken) for name, value in parameters.items()})


def plural(count: object, lang: str) -> str:
    """Return the plural category of a number in a language, as CLDR names them."""
    if not isinstance(count, int | Fraction) or count != int(count):
        return "other"
    match lang:
        case "fr":
            return "one" if count in {0, 1} else "other"
        case "ar":
            if count in {0, 1, 2}:
                return ("zero", "one", "two")[int(count)]
            last = count % 100
            return "few" if 3 <= last <= 10 else "many" if last > 10 else "other"
        case _:
            return "one" if count == 1 else "other"


def _render(value: Value, lang: str, spoken: str) -> str:
    match value:
        case Message():
            return _compose(value, lang, spoken)
        case Text():
            article = _ARTICLES.get(spoken, _ENGLISH_ARTICLE)
            return article.sub(lambda found: ARTICLE_MARK + found[0], isolate(value.say(lang), spoken))
        case tuple():
            return _series([_render(part, lang, spoken) for part in value], spoken)
        case Fraction():
            return number(value)
        case str():
            return isolate(value, spoken)
        case _:
            return f"{value:,}".replace(",", "\u202f")


def _settle_article(match: re.Match[str]) -> str:
    before = match.string[: match.start()].replace(ARTICLE_MARK, "").rstrip()
    begins = not before or before[-1] in SENTENCE_ENDS
    article = match.group(1)
    return article if begins else article.lower()


def _series(parts: list[str], spoken: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    # The parts are set apart already; said as a message they would be so twice.
    words = catalog(SOURCE) | catalog(spoken)
    last_two = str(words["series.last"]).format(first=parts[-2], second=parts[-1])
    return str(words["series.comma"]).join([*parts[:-2], last_two])


def number(value: Fraction) -> str:
    """Return an exact number in as few signs as it needs, such as ``3``, ``2.5`` or ``1/3``."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return _decimal(value) if rest == 1 else f"{value.numerator}/{value.denominator}"


def _decimal(value: Fraction) -> str:
    places = next(places for places in itertools.count(1) if 10**places % value.denominator == 0)
    whole, part = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{part:0{places}}"


def isolate(words: str, spoken: str = SOURCE) -> str:
    """Set words apart if any of their letters runs from right to left, or the sentence around them does."""
    directions = {unicodedata.bidirectional(letter) for letter in words}
    if directions & ({"R", "AL", "L"} if spoken in RIGHT_TO_LEFT else {"R", "AL"}):
        return f"{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}"
    return words
