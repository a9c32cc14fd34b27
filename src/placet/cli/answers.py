"""How the answers of an interview are understood: names, yes and no, numbers, picks from a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import TypeVar

from placet.case.forms import Amount, Share
from placet.case.leaves import is_balanced, is_control
from placet.case.nouns import Seats
from placet.case.spoken import nearest
from placet.cli.interview import Unclear
from placet.words import message

Picked = TypeVar("Picked")
MOST_SEATS = 10_000


def name(taken: Collection[str] = ()) -> Callable[[str], str]:
    """Return a reader of one name that is not among those taken."""

    def read(written: str) -> str:
        if not written:
            raise Unclear(message("new.unclear.empty"))
        if any(map(is_control, written)) or not is_balanced(written):
            raise Unclear(message("new.unclear.control"))
        if written.casefold() in {other.casefold() for other in taken}:
            raise Unclear(message("new.unclear.taken", name=written))
        return written

    return read


def or_end(read: Callable[[str], Picked]) -> Callable[[str], Picked | None]:
    """Return a reader for which an empty answer means that there are no more."""
    return lambda written: read(written) if written else None


def yes_or_no(written: str) -> bool:
    """Understand yes or no."""
    match written.casefold():
        case "y" | "yes":
            return True
        case "n" | "no":
            return False
    raise Unclear(message("new.unclear.yes-or-no", found=written))


def pick(options: Mapping[str, Picked]) -> Callable[[str], Picked]:
    """Return a reader of one of these names: the name, its number in the list, or a part that only one name has."""

    def read(written: str) -> Picked:
        wanted = written.casefold()
        for shown, picked in options.items():
            if shown.casefold() == wanted:
                return picked
        if wanted.isdecimal() and len(wanted) < 10 and 1 <= int(wanted) <= len(options):
            return list(options.values())[int(wanted) - 1]
        alike = [shown for shown in options if wanted and wanted in shown.casefold()]
        if len(alike) == 1:
            return options[alike[0]]
        if alike:
            raise Unclear(message("new.unclear.several", found=written, names=tuple(alike[:5])))
        meant = nearest(written, options)
        if meant is not None:
            raise Unclear(message("new.unclear.nearest", found=written, name=meant))
        raise Unclear(message("new.unclear.unknown", found=written))

    return read


def picks(options: Mapping[str, Picked]) -> Callable[[str], tuple[Picked, ...]]:
    """Return a reader of several of these names, separated by commas; an empty answer is none of them."""
    one = pick(options)

    def read(written: str) -> tuple[Picked, ...]:
        parts = [part.strip() for part in re.split("[,;،؛]", written) if part.strip()]
        return tuple(dict.fromkeys(one(part) for part in parts))

    return read


def seats(written: str) -> Seats:
    """Understand a number of seats, ``3``, or a range, ``1-10`` or ``1 to 10``."""
    found = re.fullmatch(r"(\d{1,5})(?:\s*(?:-|–|to)\s*(\d{1,5}))?", written)
    if found is not None:
        fewest, most = int(found[1]), int(found[2] or found[1])
        if fewest <= most and 1 <= most <= MOST_SEATS:
            return Seats(fewest, most)
    raise Unclear(message("new.unclear.seats", found=written))


def bound(written: str) -> tuple[Amount | None, Amount | None]:
    """Understand ``at least 3``, ``at most 2`` or ``at least 30%`` as a pair of the least and the most."""
    found = re.fullmatch(r"at\s+(least|most)\s+(\d{1,5})\s*(%?)", written.casefold())
    if found is None or (found[3] and int(found[2]) > 100):
        raise Unclear(message("new.unclear.bound", found=written))
    amount: Amount = Share(Fraction(int(found[2]), 100)) if found[3] else int(found[2])
    return (amount, None) if found[1] == "least" else (None, amount)


def percent(written: str) -> Fraction:
    """Understand a number from 0 to 100, with or without the sign, as a probability."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,6})?)\s*%?", written)
    if found is None or Fraction(found[1]) > 100:
        raise Unclear(message("new.unclear.percent", found=written))
    return Fraction(found[1]) / 100
