"""Mistakes in a ballot file: gathered while it is read, and raised all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from placet.errors import CaseError, Fault

MOST_FAULTS = 100
"""Mistakes told of one file; a file of a million ballots can have as many."""


class BallotError(CaseError):
    """A ballot file has mistakes; `faults` holds them (at most `MOST_FAULTS`), in the order of the file."""


@dataclass
class Faults:
    """The mistakes found so far in one file."""

    file: str
    found: list[Fault] = field(default_factory=list)

    def add(self, line: int, column: int, found: str, expected: str, suggestion: str | None = None) -> None:
        """Note one mistake."""
        self.found.append(Fault(self.file, line, column, found, expected, suggestion))

    def raise_any(self) -> None:
        """Raise the mistakes, if there are any.

        Raises
        ------
        BallotError
            With the first `MOST_FAULTS` of them, by line and column.
        """
        if self.found:
            raise BallotError(tuple(sorted(self.found, key=lambda one: (one.line, one.column))[:MOST_FAULTS]))


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name closest to `word`, or None when none is close."""
    by_folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(word.casefold()[:80], by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def quoted(words: str) -> str:
    """Return what stands in the file in quotation marks, shortened, with what cannot be seen spelled out."""
    shown = words if len(words) <= 60 else words[:57] + "..."
    return '"' + "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in shown) + '"'
