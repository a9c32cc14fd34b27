"""Read a ballot file: CSV in any of the documented forms, PrefLib, abcvoting's YAML, or Parquet."""

from __future__ import annotations

from pathlib import Path

from placet.ballots import abcvoting
from placet.ballots.csv_file import read_csv, read_numbers
from placet.ballots.duck import PARQUET
from placet.ballots.faults import BallotError
from placet.ballots.preflib import SUFFIXES, read_preflib
from placet.ballots.profile import Profile
from placet.ballots.tables import LARGE, read_large_csv, read_parquet
from placet.errors import Fault, QuestionError

LARGEST_FILE = 2 * 10**9
"""Bytes."""


def read_ballots(path: str | Path) -> Profile:
    """Return the profile in a file.

    A name that ends in .soc, .soi, .toc, .toi or .cat is a PrefLib file, one in .yaml or .yml is abcvoting's, one in
    .parquet or .pq a Parquet file; any other is a table. `docs/voting.md` shows the forms that a table can have.

    Raises
    ------
    QuestionError
        If there is no such file, or it is too large.
    BallotError
        If it has mistakes: all of them, with line and column.
    """
    file = Path(path)
    if not file.is_file():
        raise QuestionError(f"no file {path}", "a file of ballots: CSV, PrefLib, abcvoting's .yaml, or .parquet")
    if file.stat().st_size > LARGEST_FILE:
        raise QuestionError(f"a file of more than {LARGEST_FILE:,} bytes", "a smaller file")
    suffix = file.suffix.casefold()
    if suffix in PARQUET:
        return read_parquet(str(path))
    held = file.read_bytes()
    if len(held) >= LARGE and suffix not in {*SUFFIXES, *abcvoting.SUFFIXES}:
        found = read_numbers(decoded(held, str(path))) or read_large_csv(str(path))
        if found is not None:
            return found
    return parse_ballots(held, str(path))


def parse_ballots(held: bytes, name: str) -> Profile:
    """Return the profile in what a file of this name holds.

    Raises
    ------
    BallotError
        If it has mistakes: all of them, with line and column.
    """
    text = decoded(held, name)
    suffix = Path(name).suffix.casefold()
    if suffix in SUFFIXES:
        return read_preflib(text, name, suffix)
    return abcvoting.read_abcvoting(text, name) if suffix in abcvoting.SUFFIXES else read_csv(text, name)


def decoded(held: bytes, file: str) -> str:
    """Return the text that the bytes of a file are.

    Raises
    ------
    BallotError
        If they are not UTF-8, with the place of the first that is not.
    """
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as mistake:
        before = held[: mistake.start]
        line, column = before.count(b"\n") + 1, mistake.start - before.rfind(b"\n")
        found = Fault(file, line, column, f"the byte {held[mistake.start]:#04x}", "text in UTF-8")
        raise BallotError((found,)) from None
