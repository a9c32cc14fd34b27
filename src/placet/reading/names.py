"""Names: the people a text names in full, and what a shorter name stands for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from placet.reading.lexicon import lexicon, small_words

_PARTICLES = r"(?:al|el|bin|ibn|von|van|de|da|di|der|du|la|le)"
_PART = rf"(?:(?:{_PARTICLES}[- ])?[^\W\d_a-zß-öø-ÿа-я][\w’'-]*(?:\.(?=\s[A-Z]))?|{_PARTICLES}-[A-Z][\w’'-]*)"
_NAME = re.compile(rf"(?<![\w’'])(?:[A-Z]\.\s?)*{_PART}(?:[ \u00a0](?:of[ \u00a0])?{_PART})*")
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True)
class Person:
    """Somebody whom the text names in full.

    Parameters
    ----------
    name : str
        The full name without titles.
    titles : tuple of str
        What stands before the name anywhere in the text, such as "Russian Foreign Minister".
    at : int
        Where the name stands first.
    """

    name: str
    titles: tuple[str, ...]
    at: int

    @property
    def surname(self) -> str:
        """The last part of the name."""
        return self.name.split()[-1]


def people(text: str) -> tuple[Person, ...]:
    """Return the people named in full, in the order in which they first are. Linear in the text."""
    found: dict[str, Person] = {}
    for match in _NAME.finditer(text):
        title, name = split_title(_POSSESSIVE.sub("", match[0]))
        if len(name.split()) < 2 or not _looks_like_a_person(title, name):
            continue
        known = found.get(name)
        titles = tuple(dict.fromkeys([*(known.titles if known else ()), *([title] if title else [])]))
        found[name] = Person(name, titles, known.at if known else match.start())
    return tuple(found.values())


def split_title(words: str) -> tuple[str, str]:
    """Part titles from a name: ``("Secretary of State", "John Kerry")``; ("", words) where there are none."""
    title = _titled().match(words)
    if title is None:
        return "", words.strip()
    return title[0].strip(), words[title.end() :].strip()


def plain(words: str) -> str:
    """Return words in small letters without accents, marks and articles, for comparing names."""
    bare = unicodedata.normalize("NFKD", words.replace("’", "'"))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold()
    bare = re.sub(r"'s\b|[.,'\"“”()]", "", bare)
    return re.sub(r"\A(?:the|a|an|le|la|les|der|die|das)\s+", "", re.sub(r"[\s_]+", " ", bare).strip())


@cache
def _titled() -> re.Pattern[str]:
    offices = lexicon("offices")
    adjectives = [word for words in offices["adjectives"].values() for word in words]
    titles = sorted({*offices["titles"], *adjectives}, key=lambda word: (-len(word), word))
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in titles)
    lowered = r"(?:(?:the|former|then|acting|deputy|presidential|spokesman|spokeswoman|nominee|candidate)\s)*"
    return re.compile(rf"(?:(?:[Tt]he\s)?(?:{lowered}(?:{alternatives}|Republican|Democratic|GOP)(?=\s|\Z)\s*)+)")


def _looks_like_a_person(title: str, name: str) -> bool:
    parts = name.split()
    if len(parts) > 4 or any(part.isupper() and len(part) > 3 for part in parts):
        return False
    return bool(title) or not set(parts) & small_words("not_people")
