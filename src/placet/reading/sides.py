"""Sides: for which side of the case a speaker stands, and which side some words name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from placet.case.dates import When
from placet.case.nouns import Case, Stance
from placet.reading.drafts import Suggestion
from placet.reading.lexicon import lexicon
from placet.reading.names import Person, plain
from placet.words import Message, message


@dataclass(frozen=True)
class Sides:
    """The sides of a case, as one text of a certain day may speak of them."""

    case: Case
    dated: When | None
    people: tuple[Person, ...]

    def of(self, speaker: Suggestion, words: str) -> Suggestion | None:
        """Return the side for which a speaker speaks, by what the case or the text says of them.

        Parameters
        ----------
        words : str
            How the text names the speaker here, with titles.

        Notes
        -----
        What somebody expects of a side, or reports of it, is no word of that side: entries that presume, and those by
        somebody marked "(reporter)", do not count.
        """
        name = speaker.value
        for entry in self.case.record:
            voices = entry.demand is not None and entry.stance is not Stance.PRESUMES
            if entry.by is not None and entry.demand is not None and voices and _is_same_person(entry.by, name):
                spoken_for = self.case.demands[entry.demand].side
                return Suggestion(spoken_for, message("reading.why.side.record", name=name))
        named = self.named(name)
        if named is not None:
            return Suggestion(named, message("reading.why.side.name", name=name))
        for candidate in self.case.candidates.values():
            if any(plain(words) == plain(name) for _, words in candidate.name.entries):
                for group in candidate.groups:
                    side = self._of_group(group)
                    if side is not None:
                        return Suggestion(side, message("reading.why.side.group", name=name))
        return self._by_office(name, words)

    def named(self, words: str) -> str | None:
        """Return the side that is called by these words, an alias or a synonym of its name."""
        return self._called.get(plain(words))

    @cached_property
    def _called(self) -> dict[str, str]:
        """Every plain name, alias and synonym of a side; a name that stands in the case goes before an alias."""
        names: dict[str, str] = {}
        for side in self.case.sides.values():
            for name in (*(words for _, words in side.name.entries), side.id.replace("-", " ")):
                names.setdefault(plain(name), side.id)
        return {alias: side for name, side in names.items() for alias in _aliases(name)} | names

    @cached_property
    def _titles(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for who in self.people:
            found.setdefault(plain(who.name), []).extend(who.titles)
        return found

    def _of_group(self, group: str) -> str | None:
        if group in self.case.sides:
            return group
        return next((found for _, name in self.case.groups[group].name.entries if (found := self.named(name))), None)

    def _by_office(self, name: str, words: str) -> Suggestion | None:
        titles = [*self._titles.get(plain(name), ()), words, name]
        for country, offices in _countries():
            side = self.named(country)
            if side is None:
                continue
            for title in titles:
                found = next((word for word in offices if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", title)), None)
                if found is not None:
                    return Suggestion(
                        side, message("reading.why.side.office", name=name, office=found, country=country)
                    )
        year = self.dated.latest.year if self.dated and self.dated.latest else None
        for holder in lexicon("offices")["holders"]:
            held = year is None or holder["from"] <= year <= holder["to"]
            if plain(holder["name"]) == plain(name) and held:
                side = self.named(holder["country"])
                if side is not None:
                    return Suggestion(side, _held(holder))
        return None


def _countries() -> list[tuple[str, list[str]]]:
    offices = lexicon("offices")
    names = dict.fromkeys([*offices["institutions"], *offices["adjectives"]])
    return [(name, [*offices["institutions"].get(name, []), *offices["adjectives"].get(name, [])]) for name in names]


def _aliases(name: str) -> set[str]:
    """Return other words for a side's name: a country's capital, or "the regime" for "the present government"."""
    offices = lexicon("offices")
    found = {plain(alias) for country, words in offices["aliases"].items() if plain(country) == name for alias in words}
    for group in offices["synonyms"]:
        if any(word in name.split() for word in group):
            others = {*group, *(f"{adjective} {word}" for adjective in _adjectives() for word in group)}
            found |= {plain(word) for word in others}
    return found


def _adjectives() -> list[str]:
    return [word for words in lexicon("offices")["adjectives"].values() for word in words]


def _held(holder: dict[str, str]) -> Message:
    return message(
        "reading.why.side.held",
        name=str(holder["name"]),
        office=str(holder["office"]),
        country=str(holder["country"]),
        first=str(holder["from"]),
        last=str(holder["to"]),
    )


def _is_same_person(by: str, name: str) -> bool:
    return not by.endswith("(reporter)") and plain(re.sub(r"\s*\(.*\Z", "", by)) == plain(name)
