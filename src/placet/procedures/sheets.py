"""Sheets in files: what one party strikes and ranks, and whose file it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from placet.case.spoken import quoted
from placet.errors import CaseError, Fault, QuestionError
from placet.procedures.game import Party
from placet.procedures.sheet_lines import Entry, read_lines
from placet.procedures.table import tidy
from placet.words import Message

__all__ = ["Entry", "Sheet", "party_of", "read_entries", "read_lines", "read_sheets"]

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})
MARKS_OPEN = ("~$", ".~lock.", "._")
"""How the files begin by which Excel and LibreOffice mark a sheet that is open, and those that macOS adds."""


@dataclass(frozen=True)
class Sheet:
    """What one party hands in.

    Parameters
    ----------
    notes : tuple of Message
        What of the file its reader may not have seen, such as hidden lines.
    """

    party: Party
    file: str
    entries: tuple[Entry, ...]
    notes: tuple[Message, ...] = ()

    @property
    def struck(self) -> tuple[str, ...]:
        """The names struck, in the order of the alphabet."""
        return tuple(sorted(entry.name for entry in self.entries if entry.strike is not None))

    @property
    def ranking(self) -> tuple[str, ...]:
        """The names ranked, best first."""
        ranked = [(entry.rank, entry.name) for entry in self.entries if entry.rank is not None]
        return tuple(name for _, name in sorted(ranked))

    @property
    def people(self) -> tuple[str, ...]:
        """Whom the party names for offices, each once."""
        ranked = [entry.person for entry in self.entries if entry.person and entry.rank is not None]
        return tuple(sorted(set(ranked)))

    def person_for(self, office: str) -> str | None:
        """Return whom the party names for an office; None for nobody."""
        return next((entry.person for entry in self.entries if entry.name == office and entry.person), None)

    @property
    def strike_order(self) -> tuple[str, ...]:
        """Whom it strikes by turns: numbered strikes first, then the other strikes and the ranked, worst first."""
        turns = {entry.name: entry.strike for entry in self.entries if entry.strike}
        numbered = sorted(turns, key=lambda name: (turns[name] or 0, name))
        unnumbered = [name for name in self.struck if name not in turns]
        ranks = {name: place for place, name in enumerate(self.ranking)}
        rest = sorted(unnumbered, key=lambda name: (-ranks.get(name, len(ranks)), name))
        ranked = [name for name in reversed(self.ranking) if name not in turns and name not in unnumbered]
        return (*numbered, *rest, *ranked)


def party_of(file: Path) -> Party:
    """Return whose sheet a file is: ``union.csv`` the union's, ``claimants.ash.csv`` that of Ash of the claimants."""
    side, _, party = tidy(file.stem).partition(".")
    return Party(f"{side}.{party}" if party else side, side)


def read_sheets(files: Iterable[Path], worksheet: str | None = None) -> tuple[Sheet, ...]:
    """Read the sheets of several parties.

    Parameters
    ----------
    files : iterable of Path
        A folder stands for every CSV and XLSX file in it. The files by which a spreadsheet marks that it has a sheet
        open are passed over.
    worksheet : str or None
        Which worksheet of a workbook is meant, where one has several.

    Raises
    ------
    CaseError
        If any of them has mistakes; it holds all mistakes of all files.
    """
    sheets, faults = [], []
    seen: dict[str, Path] = {}
    for file in _every_file(files):
        party = party_of(file)
        if party.id in seen:
            found = f"a second sheet of {quoted(party.id)}"
            faults.append(Fault(str(file), 1, 1, found, f"one sheet for each party (the first is {seen[party.id]})"))
            continue
        seen[party.id] = file
        try:
            entries, notes = read_lines(file, worksheet=worksheet)
            sheets.append(Sheet(party, str(file), entries, notes))
        except CaseError as mistakes:
            faults.extend(mistakes.faults)
    if faults:
        raise CaseError(tuple(faults))
    return tuple(sheets)


def _every_file(given: Iterable[Path]) -> list[Path]:
    """Return the files of sheets, each folder's in its place, in the order of their names."""
    files: list[Path] = []
    for path in given:
        files += [file for file in path.iterdir() if file.suffix.casefold() in SUFFIXES] if path.is_dir() else [path]
        if path.is_dir() and not any(file.parent == path for file in files):
            raise QuestionError(f"{path}, a folder without sheets", "a folder with a CSV or XLSX file for each party")
    return sorted((file for file in files if not file.name.startswith(MARKS_OPEN)), key=str)


def read_entries(file: Path, *, marked: bool = True, worksheet: str | None = None) -> tuple[Entry, ...]:
    """Read the lines of a sheet, or those of a plain list of names; see `read_lines`."""
    return read_lines(file, marked=marked, worksheet=worksheet)[0]
