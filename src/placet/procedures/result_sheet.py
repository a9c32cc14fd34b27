"""The result sheet of a list procedure: for each name its strikes, ranks and sums, and every step that decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from placet.procedures.appoint import Appointment
from placet.procedures.combine import Aggregate, side_scores
from placet.procedures.game import Event, Outcome, Paper
from placet.procedures.moves import Act, Move
from placet.procedures.strike_and_rank import StrikeAndRank
from placet.words import Message, message

BY_THE_SHEETS = frozenset({"sheet", "sheet-of-list", "struck", "combined-rank"})
"""Steps that say only what the lines of a result sheet say."""

STRUCK = "x"
"""The mark of a strike."""


@dataclass(frozen=True)
class ResultLine:
    """What came of one name.

    Parameters
    ----------
    marks : tuple of (str, str)
        What each party wrote: its rank, `STRUCK`, or nothing where it handed in no sheet.
    sides : tuple of (str, Fraction)
        What each side gives to it: the sum or the mean of its parties' ranks. Empty if it was struck, or where ranks
        are not combined.
    combined : Fraction or None
        The combined rank.
    came : Message
        Whether it is appointed, struck, declined or left.
    """

    list: str
    name: str
    marks: tuple[tuple[str, str], ...]
    sides: tuple[tuple[str, Fraction], ...]
    combined: Fraction | None
    came: Message
    is_struck: bool


@dataclass(frozen=True)
class ResultSheet:
    """What both sides can check line by line.

    Parameters
    ----------
    lines : tuple of ResultLine
        Every name: list by list, the best combined rank first, those struck last.
    decisions : tuple of Event
        The steps that the lines do not tell: ties and what broke them, draws, invitations, seats filled from others.
    """

    parties: tuple[str, ...]
    sides: tuple[str, ...]
    lines: tuple[ResultLine, ...]
    decisions: tuple[Event, ...]


def result_sheet(run: Appointment) -> ResultSheet | None:
    """Return the result sheet of a run; None where the procedure is no list procedure, or nobody handed in a sheet."""
    procedure = run.procedure
    if not isinstance(procedure, StrikeAndRank):
        return None
    sheets = _sheets(run.steps)
    if not sheets:
        return None
    lines = [line for name, _ in run.paper.lists for line in _lines_of(run, procedure, sheets, name)]
    decisions = tuple(event for event in run.steps if event.kind not in BY_THE_SHEETS)
    return ResultSheet(tuple(party.id for party in run.paper.parties), run.paper.sides, tuple(lines), decisions)


def _sheets(steps: Sequence[Event]) -> dict[str, Move]:
    return {step.by.id: step.move for step in steps if step.by and step.move and step.move.act is Act.MARK}


def _lines_of(
    run: Appointment, procedure: StrikeAndRank, sheets: Mapping[str, Move], wanted: str
) -> Iterator[ResultLine]:
    aggregate = procedure.aggregate if procedure.aggregate is not Aggregate.INSTITUTION else None
    # Parties on strikes only have no ranks to combine.
    is_combined = aggregate is not None and all(sheet.ranks for sheet in sheets.values())
    lines = []
    for name in dict(run.paper.lists)[wanted]:
        struck_by = tuple(party for party, sheet in sorted(sheets.items()) if name in sheet.names)
        sides: tuple[tuple[str, Fraction], ...] = ()
        if is_combined and aggregate is not None and not struck_by:
            ranking = _sides_that_ranked(run.paper, sheets)
            sides = tuple(zip(ranking, side_scores(name, sheets, run.paper, aggregate), strict=True))
        combined = sum((score for _, score in sides), Fraction(0)) if sides else None
        marks = tuple((party.id, _mark(sheets.get(party.id), name)) for party in run.paper.parties)
        came = _came(name, struck_by, run.outcome, run.steps)
        lines.append(ResultLine(wanted, name, marks, sides, combined, came, bool(struck_by)))
    yield from sorted(lines, key=lambda line: (line.is_struck, line.combined or Fraction(0), line.name))


def _sides_that_ranked(paper: Paper, sheets: Mapping[str, Move]) -> tuple[str, ...]:
    return tuple(sorted({party.side for party in paper.parties if party.id in sheets}))


def _mark(sheet: Move | None, name: str) -> str:
    if sheet is None:
        return ""
    return STRUCK if name in sheet.names else str(dict(sheet.ranks).get(name, ""))


def _came(name: str, struck_by: tuple[str, ...], outcome: Outcome, steps: Sequence[Event]) -> Message:
    if struck_by:
        return message("sheets.came.struck", parties=struck_by)
    seat = next((seat for seat, holder in outcome.seats if holder == name), None)
    if seat is not None:
        return message("sheets.came.seated", seat=seat)
    if name in (outcome.appointed or ()):
        return message("sheets.came.appointed")
    if any(step.kind == "declines" and step.by is not None and step.by.id == name for step in steps):
        return message("sheets.came.declined")
    chance = dict(outcome.lottery).get(name)
    if chance is not None and chance < 1:
        return message("sheets.came.draw", chance=chance)
    return message("sheets.came.appointed") if chance == 1 else message("sheets.came.left")
