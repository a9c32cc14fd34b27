"""A ranking in one line, ``60: a > b = c | d``: who comes before whom, who is level, and where refusal begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from placet.ballots.assemble import APPROVED, VETOED, Ballot
from placet.ballots.faults import Faults, nearest, quoted

SIGNS = ">≻|=~"
COUNT = re.compile(r"\s*(\d{1,15})\s*:")
_PART = re.compile(r"[^>|=~]*[>|=~]?")
EXPECTED = "names with > between them, = for a tie, and at most one | before those refused"

Fail = Callable[[int, str, str, str | None], None]
"""Tells a mistake: its place in the text from 0, what was found, what was expected, what was probably meant."""


def read_order(text: str, known: Collection[str] | None, fail: Fail) -> Ballot | None:
    """Return the ballot that a text gives, or None after telling what is wrong with it.

    Parameters
    ----------
    text : str
        Names from the best to the worst. A number and a colon before them is how many voters cast it. Names after
        ``|`` are refused, and so is every name left out; names before it are approved.
    known : collection of str, or None
        The candidates, where the file lists them.
    fail : callable
    """
    text = text.replace("≻", ">")
    found = COUNT.match(text)
    count, at = (int(found[1]), found.end()) if found else (1, 0)
    ranks: dict[str, int] = {}
    marks: dict[str, int] = {}
    level, mark, is_right = 1, APPROVED, count > 0
    if not is_right:
        fail(0, "a count of 0", "a count of at least 1", None)
    while at < len(text):
        part = _PART.match(text, at)
        assert part is not None  # noqa: S101 -- the pattern matches anywhere
        sign = part[0][-1:] if part[0][-1:] in ">|=~" else ""
        words = part[0][:-1] if sign else part[0]
        name = words.strip()
        begin = at + len(words) - len(words.lstrip())
        at = part.end()
        if name:
            is_right &= _is_new(name, begin, ranks, known, fail)
            ranks[name], marks[name] = level, mark
        elif sign != "|" and not (at >= len(text) and not sign and mark == VETOED):
            fail(begin, f'nothing before "{sign}"' if sign else "nothing after the last sign", EXPECTED, None)
            is_right = False
        if sign in {">", "|"} and name:
            level += 1
        if sign == "|":
            if mark == VETOED:
                fail(at - 1, 'a second "|"', EXPECTED, None)
                is_right = False
            mark = VETOED
        if at >= len(text) and sign and sign != "|":
            fail(at - 1, f'nothing after "{sign}"', EXPECTED, None)
            is_right = False
    if not is_right:
        return None
    has_bar = mark == VETOED
    return Ballot(ranks, marks if has_bar else {}, VETOED if has_bar else 0, count)


def _is_new(name: str, at: int, ranks: Collection[str], known: Collection[str] | None, fail: Fail) -> bool:
    if name in ranks:
        fail(at, f"{quoted(name)} a second time", "every name once", None)
        return False
    if known is not None and name not in known:
        fail(at, quoted(name), "one of the candidates", nearest(name, known))
        return False
    return True


def failing(faults: Faults, line: int, column: int) -> Fail:
    """Return what tells the mistakes in a text that begins at this line and column."""

    def fail(at: int, found: str, expected: str, suggestion: str | None) -> None:
        faults.add(line, column + at, found, expected, suggestion)

    return fail
