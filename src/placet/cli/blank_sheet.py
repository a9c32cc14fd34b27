"""A blank sheet to send to the parties: everybody on the list, with the columns that the rule asks for."""

from __future__ import annotations

from pathlib import Path

from placet.cli.result_file import Table, check_result_file, write_tables
from placet.procedures.build_clauses import TWO_LISTS
from placet.procedures.rules import Rules
from placet.procedures.sheets import read_lines

ONLY_STRIKES, ONLY_RANKS = frozenset({"none"}), frozenset({"all"})


def write_blank_sheet(rules: Rules, file: Path, roster: Path | None) -> int:
    """Write a blank sheet, and return how many names are on it.

    Parameters
    ----------
    roster : Path or None
        The list of names; left out, the sheet has its columns and one line for each list.

    Raises
    ------
    QuestionError
        If the file is of no kind that can be written, or is the list itself.
    CaseError
        If the list has mistakes.
    """
    check_result_file(file, (roster,) if roster is not None else ())
    entries = read_lines(roster, marked=False)[0] if roster is not None else ()
    has_lists = bool(rules.lists) or rules.mechanism == TWO_LISTS
    marks = _columns(rules)
    lists = [entry.list for entry in entries] if entries else [each.id for each in rules.lists]
    names = [entry.name for entry in entries] or [""] * len(lists)
    rows = tuple(
        (*((where,) if has_lists else ()), name, *("" for _ in marks)) for where, name in zip(lists, names, strict=True)
    )
    write_tables((Table("Sheet", (*(("list",) if has_lists else ()), "name", *marks), rows),), file)
    return len(entries)


def _columns(rules: Rules) -> tuple[str, ...]:
    """Return the columns for marks; a rule that leaves open whether names are ranked has both."""
    if rules.mechanism == "picks":
        return ("rank", "person")
    ranks = rules.fields["ranks"].value
    if rules.mechanism == "strike-and-rank" and ranks in ONLY_STRIKES:
        return ("strike",)
    return ("rank",) if rules.mechanism == "strike-and-rank" and ranks in ONLY_RANKS else ("rank", "strike")
