"""What pictures of a case say above themselves: what it is, of which case, on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from placet.case.nouns import Case
from placet.case.text import Text
from placet.pictures.text import shown
from placet.record.when import say_date, say_day
from placet.words import Value, message, say

MOST_NAMES = 8


def heading(id_: str, case: Case, on: date | str | None, lang: str) -> str:
    """Return the title of a picture of a case."""
    what = message("pictures.named", what=message(id_), title=Text.plain(shown(case.title.say(lang), case.name)))
    if on is None:
        return say(what, lang)
    day = say_date(on) if isinstance(on, str) else say_day(on)
    return say(message("pictures.on-day", what=what, day=day), lang)


def names_of(case: Case, ids: Iterable[str]) -> tuple[Value, ...]:
    """Return the names of candidates, and how many more there are beyond the first few."""
    names: list[Value] = [case.candidates[id_].name for id_ in ids]
    if len(names) <= MOST_NAMES + 1:
        return tuple(names)
    return (*names[:MOST_NAMES], message("zone.others", count=len(names) - MOST_NAMES))
