"""What a cell of a ballot table means: a rank, an approval, a veto, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from placet.ballots.assemble import APPROVED, VETOED
from placet.ballots.csv_layout import APPROVING, NEITHER, REFUSING, is_number
from placet.ballots.profile import MOST_CANDIDATES

MARK_EXPECTED = "a rank such as 1, yes, no (a veto), or nothing"
_MARKS = {**dict.fromkeys(NEITHER, 0), **dict.fromkeys(APPROVING, APPROVED), **dict.fromkeys(REFUSING, VETOED)}


@dataclass(frozen=True)
class Meaning:
    """A rank (0 for none) and a mark (1 approves, -1 vetoes, 0 neither); at most one of them is not 0."""

    rank: int = 0
    mark: int = 0


def meaning_of(words: str) -> Meaning | None:
    """Return what a cell means, or None if that cannot be told."""
    word = words.strip().casefold()
    if is_number(word) and 1 <= int(word) <= MOST_CANDIDATES:
        return Meaning(rank=int(word))
    return Meaning(mark=_MARKS[word]) if word in _MARKS else None


def meaning_of_value(value: object) -> Meaning | None:
    """Return what a value of a typed table means: true approves, false is nothing, a text is read as a cell is."""
    match value:
        case None | False:
            return Meaning()
        case True:
            return Meaning(mark=APPROVED)
        case int():
            return meaning_of(str(value))
        case float() | Decimal():
            is_whole = isfinite(value) and value == int(value)
            return meaning_of(str(int(value))) if is_whole else None
        case str():
            return meaning_of(value)
        case _:
            return None
