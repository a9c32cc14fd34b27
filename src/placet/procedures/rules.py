"""The rules of a named procedure: each field with what its source states, and unstated where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from placet.case.catalog import Catalog
from placet.errors import QuestionError

FIELDS = (
    "list",
    "seats",
    "actor-unit",
    "strikes",
    "ranks",
    "reason",
    "order",
    "first",
    "deadline",
    "silence",
    "aggregate",
    "tie",
    "acceptance",
    "shortfall",
    "challenge",
    "disclosure",
)
"""Every field of a record; one that a source does not state is marked unstated."""


@dataclass(frozen=True)
class Source:
    """Where a rule was read.

    Parameters
    ----------
    read : str
        ``text`` if the rule itself was read, ``excerpt`` if an excerpt or a second-hand account, ``memory`` if it was
        not read at all and is to be checked.
    by : date
        The day by which it had been read.
    """

    id: str
    title: str
    url: str | None
    read: str
    by: date

    def to_dict(self) -> dict[str, Any]:
        """Return the source as plain values."""
        return {"title": self.title, "url": self.url, "read": self.read, "by": self.by.isoformat()}


@dataclass(frozen=True)
class Field:
    """One field of a rule.

    Parameters
    ----------
    value : str or None
        What the run uses; None where the source states nothing that could be run.
    says : str or None
        What the source says, in plain words.
    """

    value: str | None
    says: str | None
    source: str | None

    @property
    def is_stated(self) -> bool:
        """Whether the source states it."""
        return self.value is not None or self.says is not None


@dataclass(frozen=True)
class ListField:
    """One of several lists: its name, size, seats, strikes (None: any number) and what fills its seats.

    Where the rule does not state the strikes on it, `are_strikes_stated` is False, and they are asked for.
    """

    id: str
    size: int
    seats: int
    strikes: int | None
    fill_from: tuple[str, ...]
    are_strikes_stated: bool = True


@dataclass(frozen=True)
class Rules:
    """A named procedure: how it runs, and where it is written.

    Parameters
    ----------
    shelf : str
        ``institutions`` or ``theory``.
    authority : str or None
        Who appoints when the procedure cannot; None if nobody does.
    """

    id: str
    shelf: str
    title: str
    mechanism: str
    citation: str
    authority: str | None
    fields: Catalog[Field]
    lists: tuple[ListField, ...]
    sources: Catalog[Source]
    weaknesses: tuple[str, ...]
    notes: tuple[str, ...]

    def is_from_memory(self, field: str) -> bool:
        """Whether a field was written from memory and not read."""
        source = self.fields[field].source
        return source is not None and self.sources[source].read == "memory"

    def to_dict(self) -> dict[str, Any]:
        """Return the rules as plain values; a field that is not stated is null."""
        return {
            "procedure": self.id,
            "title": self.title,
            "mechanism": self.mechanism,
            "citation": self.citation,
            "authority": self.authority,
            "fields": {
                name: {"value": field.value, "says": field.says, "source": field.source} if field.is_stated else None
                for name, field in self.fields.items()
            },
            "lists": [
                {
                    "list": entry.id,
                    "size": entry.size,
                    "seats": entry.seats,
                    "strikes": entry.strikes,
                    "fill_from": list(entry.fill_from),
                }
                for entry in self.lists
            ],
            "sources": {name: source.to_dict() for name, source in self.sources.items()},
            "weaknesses": list(self.weaknesses),
            "notes": list(self.notes),
        }


def guaranteed_survivors(size: int, strikes: int | None, parties: int) -> int:
    """Return how many names are left on a list at least, whatever the parties strike.

    Parameters
    ----------
    size : int
        How many names are on the list.
    strikes : int or None
        How many each party may strike; None for any number.
    parties : int
        How many parties strike.
    """
    return 0 if strikes is None else max(0, size - strikes * parties)


def survivors_with_caps(size: int, caps: Iterable[int]) -> int:
    """Return how many names are left on a list at least, when each party has its own number of strikes."""
    return max(0, size - sum(caps))


def list_size(value: str) -> tuple[int, int | None]:
    """Return the least and the most names that a list has, from ``10``, ``3+`` or ``7-9``.

    Raises
    ------
    QuestionError
        If it is no such number.
    """
    match = re.fullmatch(r"(\d{1,4})(?:(\+)|-(\d{1,4}))?", value)
    if match is None:
        raise QuestionError(f"“{value}”", "a size such as 10, 3+ or 7-9")
    least = int(match[1])
    return least, None if match[2] else int(match[3] or least)
