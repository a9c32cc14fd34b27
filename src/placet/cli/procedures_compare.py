"""``placet procedures --compare``: what would each procedure make of these preferences?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from placet.cli.opening import emit
from placet.cli.page import Page
from placet.cli.preferences_input import preferences_from
from placet.cli.waiting import waiting
from placet.procedures.comparison import (
    Compared,
    Comparison,
    can_fail,
    compare_procedures,
    is_efficient,
    rank_range,
)
from placet.procedures.endings import Ending
from placet.procedures.equilibrium_answer import say_ending
from placet.procedures.preferences import Preferences
from placet.procedures.shelf import rules_of
from placet.words import Message, message
from placet.zone.lines import Line, heading, item, row, sentence, title

NOTHING = message("equilibrium.compare.nothing")


def show_comparison(paths: tuple[Path, ...], post: str | None, names: str | None, *, as_json: bool, lang: str) -> None:
    """Read the preferences and print what each procedure, or those named, makes of them."""
    preferences = preferences_from(paths, post)
    wanted = None if names is None else tuple(rules_of(name.strip()) for name in names.split(",") if name.strip())
    with waiting(message("cli.waiting"), lang):
        found = compare_procedures(preferences, wanted)
    if as_json:
        emit(found.to_dict())
    else:
        Page(lang).show(tell_comparison(found))


def tell_comparison(found: Comparison) -> Iterator[Line]:
    """Return the lines of a comparison: one row for each procedure, and what was filled in."""
    yield title(message("equilibrium.compare"))
    yield sentence(message("equilibrium.compare.intro", sides=found.preferences.parties))
    for one in found.rows:
        entries = (_sincere(one, found.preferences), _clever(one, found.preferences))
        yield row(message("equilibrium.compare.row", name=_name(one), entries=entries))
    filled = [one for one in found.rows if _filled(one)]
    if filled:
        yield heading(message("equilibrium.compare.settings"))
        for name, settings in dict.fromkeys((one.terms.rules.id, _filled(one)) for one in filled):
            told = tuple(message("equilibrium.compare.setting", field=field, value=value) for field, value in settings)
            yield item(message("equilibrium.compare.set", name=name, settings=told))
    if found.left_out:
        yield sentence(message("equilibrium.compare.left-out", names=found.left_out, count=len(found.left_out)))


def _filled(one: Compared) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in one.terms.settings if pair[0] != "first")


def _name(one: Compared) -> Message:
    first = dict(one.terms.settings).get("first")
    if first is None:
        return message("equilibrium.compare.name", name=one.terms.rules.id)
    return message("equilibrium.compare.name.first", name=one.terms.rules.id, first=first)


def _sincere(one: Compared, preferences: Preferences) -> Message:
    what = _short(one.sincere)
    return message("equilibrium.compare.sincere", what=what, **_beside((one.sincere,), preferences))


def _clever(one: Compared, preferences: Preferences) -> Message:
    if one.clever is None:
        return message("equilibrium.compare.unsolved", why=message(f"equilibrium.compare.why.{one.why_not}"))
    endings = one.clever.endings
    names = {result.appointed[0] for ending in endings for result in ending.results if len(result.appointed) == 1}
    if not endings:
        what = message("equilibrium.compare.no-equilibrium")
    elif len(endings) > 2 and names == set(preferences.names):
        what = message("equilibrium.compare.anything")
    elif len(endings) == 1:
        what = _short(endings[0])
    else:
        what = message("equilibrium.compare.any", parts=tuple(map(_short, endings)))
    return message("equilibrium.compare.clever", what=what, **_beside(endings, preferences))


def _short(ending: Ending) -> Message:
    """Return who is appointed in as few words as can be."""
    if len(ending.chances) == 1:
        return say_ending(ending)
    shares = {chance for _, chance in ending.chances}
    names = tuple(say_ending(Ending(((result, Fraction(1)),))) for result in ending.results)
    if len(shares) == 1:
        return message("equilibrium.compare.even-lot", parts=names)
    parts = (
        message("equilibrium.compare.share", what=what, chance=chance)
        for what, (_, chance) in zip(names, ending.chances, strict=True)
    )
    return message("equilibrium.compare.lot", parts=tuple(parts))


def _beside(endings: Sequence[Ending], preferences: Preferences) -> dict[str, Message]:
    """Return what stands after who is appointed: the ranks for each side, and what is wrong with it."""
    told = []
    for party in preferences.parties:
        found = rank_range(endings, party, preferences)
        if found is not None:
            best, worst = found
            filled = {"rank": best} if best == worst else {"best": best, "worst": worst}
            words = "rank" if best == worst else "range"
            told.append(message(f"equilibrium.compare.{words}", **filled))
    ranks = message("equilibrium.compare.ranks", parts=tuple(told)) if told else NOTHING
    marks = NOTHING
    if can_fail(endings):
        marks = message("equilibrium.compare.impasse")
    elif is_efficient(endings, preferences) is False:
        marks = message("equilibrium.compare.inefficient")
    return {"ranks": ranks, "marks": marks}
