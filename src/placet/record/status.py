"""The value that says how one demand stands on a date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Status(Enum):
    """How a demand can stand on a date."""

    STANDS = "stands"
    FALLEN = "fallen"
    UNVOICED = "unvoiced"
    PRESUMED = "presumed"
    UNDETERMINED = "undetermined"


BINDING = frozenset({Status.STANDS, Status.PRESUMED, Status.UNDETERMINED})
"""What the top of an answer binds; of sides that hold consent, or for the steps that a demand blocks, of any side."""


@dataclass(frozen=True)
class Standing:
    """How one demand stands on a date.

    Parameters
    ----------
    since : str or None
        For a demand that stands or has fallen, the date from which it does, as the source writes it (EDTF); ``..``
        when it stood before all speech. None where no statement tells.
    statements : tuple of int
        Indexes of the record's entries that bear on it, in the order of the file: all its statements, or for a
        tally's demand the tallies that can be the latest.
    is_open_to_discussion : bool
        Whether it stands, and its side has softened it and not asserted it again on a later day.
    """

    demand: str
    side: str
    standing: Status
    since: str | None = None
    statements: tuple[int, ...] = ()
    is_open_to_discussion: bool = False
