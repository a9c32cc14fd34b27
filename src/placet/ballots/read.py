"""Read a ballot file: CSV in any of the documented forms, or PrefLib."""

from __future__ import annotations

from pathlib import Path

from placet.ballots.csv_file import read_csv
from placet.ballots.faults import BallotError
from placet.ballots.preflib import SUFFIXES, read_preflib
from placet.ballots.profile import Profile
from placet.errors import Fault, QuestionError

LARGEST_FILE = 2 * 10**9
"""Bytes."""


def read_ballots(path: str | Path) -> Profile:
    """Return the profile in a file.

    A name that ends in .soc, .soi, .toc, .toi or .cat is a PrefLib file; any other is a table. `docs/voting.md` shows
    the forms that a table can have.

    Raises
    ------
    QuestionError
        If there is no such file, or it is too large.
    BallotError
        If it has mistakes: all of them, with line and column.
    """
    file = Path(path)
    if not file.is_file():
        raise QuestionError(f"no file {path}", "a file of ballots: CSV, or PrefLib's .soc, .soi, .toc, .toi or .cat")
    if file.stat().st_size > LARGEST_FILE:
        raise QuestionError(f"a file of more than {LARGEST_FILE:,} bytes", "a smaller file")
    return parse_ballots(file.read_bytes(), str(path))


def parse_ballots(held: bytes, name: str) -> Profile:
    """Return the profile in what a file of this name holds.

    Raises
    ------
    BallotError
        If it has mistakes: all of them, with line and column.
    """
    text = _decoded(held, name)
    suffix = Path(name).suffix.casefold()
    return read_preflib(text, name, suffix) if suffix in SUFFIXES else read_csv(text, name)


def _decoded(held: bytes, file: str) -> str:
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as mistake:
        before = held[: mistake.start]
        line, column = before.count(b"\n") + 1, mistake.start - before.rfind(b"\n")
        found = Fault(file, line, column, f"the byte {held[mistake.start]:#04x}", "text in UTF-8")
        raise BallotError((found,)) from None
