"""Speakers: who is meant by the words that name a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from placet.case.nouns import Case
from placet.reading.drafts import Span, Suggestion
from placet.reading.names import Person, people, plain, split_title
from placet.words import message

_MASCULINE = frozenset({"he", "il", "er", "он", "هو"})
_FEMININE = frozenset({"she", "elle", "она", "هي"})
_PRONOUNS = _MASCULINE | _FEMININE | {"they", "it", "who", "i", "we", "sie"}
_FEMININE_TITLES = re.compile(r"\b(?:Mrs|Ms|Mme|Frau|Congresswoman|Chairwoman|Spokeswoman|Queen|Lady)\b")
_MASCULINE_TITLES = re.compile(r"\b(?:Mr|Herr|Congressman|Chairman|Spokesman|King|Prince|Sir|Lord)\b")


@dataclass(frozen=True)
class Cast:
    """Everybody whom one text names in full, and the names that the case knows."""

    text: str
    people: tuple[Person, ...]
    known: tuple[str, ...]

    @cached_property
    def _by_last_part(self) -> dict[str, list[tuple[str, Person]]]:
        """The people of the text by the last part of their names, so that a long text costs no more for each."""
        found: dict[str, list[tuple[str, Person]]] = {}
        for who in self.people:
            full = plain(who.name)
            found.setdefault(_last_part(full), []).append((full, who))
        return found

    @cached_property
    def _known_by_last_part(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for who in self.known:
            full = plain(who)
            found.setdefault(_last_part(full), []).append((full, who))
        return found

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {who.name: " ".join(who.titles) for who in self.people}

    def resolve(self, source: Span, before: tuple[Suggestion, ...]) -> Suggestion | None:
        """Return who is meant by the words at `source`, by the full name.

        Parameters
        ----------
        before : tuple of Suggestion
            The speakers of the statements before this one, the last one last; a pronoun means one of them, or
            whoever the text names last.
        """
        words = source.of(self.text)
        if words.lower() in _PRONOUNS:
            return self._by_pronoun(source, words, before)
        words = words.split(",")[0]
        title, named = split_title(words)
        name = re.sub(r"\s*\(.*\Z", "", re.sub(r"[’']s?\Z", "", named)).strip()
        full = self._full(name, source.start)
        if full is not None and full != name:
            return Suggestion(full, message("reading.why.full-name", words=words, name=full))
        if full is not None:
            return Suggestion(full, message("reading.why.named", words=words))
        if title and not name:
            holder = self._by_title(title, source.start)
            if holder is not None:
                return Suggestion(holder, message("reading.why.title", words=words, name=holder))
        shown = words[:1].upper() + words[1:]
        return Suggestion(shown, message("reading.why.as-it-stands", words=words))

    def _full(self, name: str, at: int) -> str | None:
        """Return the full name that `name` is short for: the text's own, nearest before, else one of the case."""
        wanted = plain(name)
        if not wanted:
            return None
        last = _last_part(wanted)
        matching = [who for full, who in self._by_last_part.get(last, ()) if _is_short_for(wanted, full)]
        known = [who for full, who in self._known_by_last_part.get(last, ()) if _is_short_for(wanted, full)]
        if matching:
            earlier = [who for who in matching if who.at <= at]
            full_name = earlier[-1].name if earlier else matching[0].name
            return next((who for who in known if plain(who) == plain(full_name)), full_name)
        return known[0] if len(set(known)) == 1 else None

    def _by_title(self, title: str, at: int) -> str | None:
        wanted = plain(title)
        held = [who for who in self.people if any(wanted in plain(one) for one in who.titles)]
        earlier = [who for who in held if who.at <= at]
        return max(earlier, key=lambda who: who.at).name if earlier else (held[0].name if held else None)

    def _by_pronoun(self, source: Span, words: str, before: tuple[Suggestion, ...]) -> Suggestion | None:
        """Return the person that a pronoun means: the subject before it, else the last speaker, else the last named."""
        named = self._subjects_before(source.start)
        lowered = words.lower()
        said = [one.value for one in before[-1:]]
        for name in [*named, *said]:
            if _agrees(lowered, self._gender(name)):
                return Suggestion(name, message("reading.why.pronoun", words=words, name=name))
        return None

    def _subjects_before(self, at: int) -> list[str]:
        """Return the people at the heads of the sentences before `at`, the nearest first."""
        found = []
        stretch = self.text[max(0, at - 600) : at]
        for head in reversed(list(_HEAD.finditer(stretch))):
            _, name = split_title(head[1])
            full = self._full(re.sub(r"[’']s\b.*", "", name), at)
            if full is not None and full not in found:
                found.append(full)
        return found

    def _gender(self, name: str) -> str:
        """Return "he", "she" or "" by the titles that the text gives a person."""
        titles = self._titles.get(name, "")
        if _FEMININE_TITLES.search(titles):
            return "she"
        return "he" if _MASCULINE_TITLES.search(titles) else ""


_HEAD = re.compile(
    r"(?:\A|[.!?][\"”’»]*\s+|\n|[\"”]\s|,\s)((?:[A-Z][\w.’'-]*|former|of|and|the|al-[A-Z]\w+)(?:\s(?:[A-Z][\w.’'-]*|of|al-[A-Z]\w+))*)"
)


def cast(case: Case, text: str) -> Cast:
    """Return everybody whom the text and the case name in full."""
    known = [entry.by for entry in case.record if entry.by]
    known += [words for candidate in case.candidates.values() for _, words in candidate.name.entries]
    bare = tuple(dict.fromkeys(re.sub(r"\s*\(.*\Z", "", name) for name in known))
    return Cast(text, people(text), bare)


def _last_part(name: str) -> str:
    return re.split(r"[ -]", name)[-1]


def _is_short_for(short: str, full: str) -> bool:
    if short == full or full.endswith((f" {short}", f"-{short}")):
        return True
    parts = short.split()
    return len(parts) > 1 and full.split(maxsplit=1)[0] == parts[0] and full.rsplit(maxsplit=1)[-1] == parts[-1]


def _agrees(pronoun: str, gender: str) -> bool:
    if pronoun in _MASCULINE:
        return gender != "she"
    return gender != "he" if pronoun in _FEMININE else pronoun not in {"it", "they"} or not gender
