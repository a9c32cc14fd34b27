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
SENTENCE_ENDS = ".!?:“(\u2068"
_ARTICLE = re.compile(r"^(The|A|An)(?= )")
_MARKED_ARTICLE = re.compile(ARTICLE_MARK + "(The|A|An)")
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


def say(what: Message, lang: str = "en") -> str:
    """Return the sentence of a message, in `lang` if it has words for it, else in English.

    Names whose letters run from right to left are set apart with Unicode isolates, so that neither they nor the
    sentence around them are reordered. A name that begins with an article ("The opposition") has it in small letters
    within a sentence.
    """
    return _MARKED_ARTICLE.sub(_settle_article, _compose(what, lang))


def _compose(what: Message, lang: str) -> str:
    """Return the sentence, with a mark before the article of each name."""
    spoken = lang if lang in languages() else "en"
    words = catalog(spoken)[what.id]
    parameters = dict(what.parameters)
    if not isinstance(words, str):
        count = parameters["count"]
        words = words.get("one" if count == 1 else "other", words["other"])
    return words.format_map({name: _render(value, lang) for name, value in parameters.items()})


def _render(value: Value, lang: str) -> str:
    match value:
        case Message():
            return _compose(value, lang)
        case Text():
            return _ARTICLE.sub(ARTICLE_MARK + r"\1", isolate(value.say(lang)))
        case tuple():
            return _series([_render(part, lang) for part in value], lang)
        case Fraction():
            return number(value)
        case str():
            return isolate(value)
        case _:
            return f"{value:,}".replace(",", "\u202f")


def _settle_article(match: re.Match[str]) -> str:
    before = match.string[: match.start()].replace(ARTICLE_MARK, "").rstrip()
    begins = not before or before[-1] in SENTENCE_ENDS
    article = match.group(1)
    return article if begins else article.lower()


def _series(parts: list[str], lang: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    # The parts are set apart already; said as a message they would be so twice.
    last_two = str(catalog(lang if lang in languages() else "en")["series.last"])
    return ", ".join([*parts[:-2], last_two.format(first=parts[-2], second=parts[-1])])


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


def isolate(words: str) -> str:
    """Set words apart if any of their letters runs from right to left."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in words):
        return f"{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}"
    return words
