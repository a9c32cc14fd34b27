"""Demands: which demand of the case some words may concern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from placet.case.forms import Blocks, Chooses, Conditional, Equal, Excludes, Form, Quota, Total
from placet.case.nouns import Case, Demand, Stance
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named, Selector
from placet.case.text import Text
from placet.reading.drafts import Suggestion
from placet.reading.lexicon import small_words
from placet.reading.names import plain
from placet.words import message

_CONDITION = re.compile(
    r"\b(?:pre-?conditions?|conditions?|insist\w*|before any|until|unless|first step|commitment|bedingung\w*|"
    r"condition préalable|условие|условия)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Fit:
    demand: Demand
    score: Fraction
    shown: str


def demand_meant(case: Case, side: str, words: str, context: str, stance: Stance) -> Suggestion | None:
    """Return the demand of `side` that `words` may concern, or None if they name nothing that one is about.

    Parameters
    ----------
    words : str
        The statement and its sentence.
    context : str
        What the text says before it; a name counts there too ("I'm not going to decide *that*"), for half as much.
    stance : Stance
        What the words seem to do to the demand.

    Notes
    -----
    A demand is about the names in it. Between a demand that excludes somebody and one that blocks a step until that
    person leaves, words of condition speak for the second, and so does giving something up: what a side takes back is
    more often the condition than the wish. A plain call speaks for the first.
    """
    fits = [
        fit for demand in case.demands.values() if demand.side == side and (fit := _fit(case, demand, words, context))
    ]
    if not fits:
        return None
    gives_up = stance in {Stance.WITHDRAWS, Stance.SOFTENS}
    conditional = _CONDITION.search(words) is not None or (gives_up and _CONDITION.search(context) is not None)
    weighed = [
        (fit.score + (2 if isinstance(fit.demand.what, Blocks) == (gives_up or conditional) else 0), fit)
        for fit in fits
    ]
    best = max(weighed, key=lambda pair: pair[0])[1]
    rivals = [fit for fit in fits if fit is not best]
    if rivals and gives_up and isinstance(best.demand.what, Blocks):
        return Suggestion(best.demand.id, message("reading.why.demand.condition", words=best.shown))
    return Suggestion(best.demand.id, message("reading.why.demand.names", words=best.shown))


def names_in(case: Case, what: Form | Blocks) -> Iterator[str]:
    """Yield the names of people, groups, traits, terms and steps that a demand is about."""
    match what:
        case Blocks():
            yield from (_words(case.roadmap[step].title) for step in (what.until, what.step))
        case Excludes() | Quota():
            yield from _names_of(case, what.where)
        case Equal():
            for part in what.parts:
                yield from _names_of(case, part)
        case Chooses():
            for term, option in what.options:
                yield _words(case.terms[term].title)
                yield _words(case.terms[term].options[option]) or option.replace("-", " ")
        case Conditional():
            yield from names_in(case, what.when)
            yield from names_in(case, what.then)
        case Total():
            yield what.trait
        case _:
            yield from (_words(case.candidates[who].name) for who in what.people)


def _names_of(case: Case, where: Selector) -> Iterator[str]:
    match where:
        case Named():
            yield _words(case.candidates[where.candidate].name)
        case InGroup():
            yield _words(case.groups[where.group].name)
            yield from (_words(group.name) for group in case.groups.values() if group.within == where.group)
        case HasTrait():
            yield str(where.value)
        case AnyOf() | AllOf():
            for part in where.parts:
                yield from _names_of(case, part)
        case Except():
            yield from _names_of(case, where.part)


def _fit(case: Case, demand: Demand, words: str, context: str) -> _Fit | None:
    said, around = _stems(words), _stems(context)
    best = Fraction(0)
    shown = ""
    for name in names_in(case, demand.what):
        for variant in name.split("\n"):
            wanted = _stems(variant)
            held, near = wanted & said, wanted & around
            if not wanted or not _is_meant(variant, held | near):
                continue
            score = Fraction(3 * len(held), len(wanted)) + Fraction(3 * len(near - held), 2 * len(wanted))
            if score > best:
                best, shown = score, variant
    return _Fit(demand, best, shown) if best else None


def _is_meant(name: str, held: set[str]) -> bool:
    """Whether enough of a name stands there: its last part for a person, or half of its words."""
    wanted = [part for part in plain(name).split() if part not in small_words("little_words")]
    if not wanted:
        return False
    proper = {_stem(plain(part)) for part in re.findall(r"[A-ZÀ-Þ]\w*-?\w*|al-[A-Z]\w+", name)[1:]}
    last = _stem(wanted[-1])
    return bool(proper & held) or last in held or 2 * len(held) >= len(wanted)


def _words(text: Text | None) -> str:
    """Return a name in each of its languages, a line for each."""
    return "\n".join(words for _, words in text.entries) if text is not None else ""


def _stems(words: str) -> set[str]:
    return {
        _stem(word)
        for word in re.findall(r"\w+(?:-\w+)*", plain(words))
        if word not in small_words("little_words") and len(word) > 1
    }


def _stem(word: str) -> str:
    """Return a word without the article of an Arabic name and without a plural's ending."""
    bare = re.sub(r"\A(?:al|el)-", "", word)
    bare = bare.removeprefix("ال") if len(bare) > 4 else bare
    return bare[:-1] if len(bare) > 4 and bare.endswith("s") else bare
