"""How a result sheet is laid out: each list name by name, then the steps that decided."""

from __future__ import annotations

from collections.abc import Iterator

from placet.procedures.appoint import Appointment
from placet.procedures.result_sheet import STRUCK, ResultLine, ResultSheet, result_sheet
from placet.words import Message, message
from placet.zone.lines import Line, heading, item, row

LONGEST_STEPS = 24
"""So many steps are told one by one; of more, a list procedure tells its lists name by name and what decided."""


def tell_steps(run: Appointment, *, all_steps: bool, post: str = "") -> Iterator[Line]:
    """Return the lines of what happened: step by step, or folded into a result sheet where there are many steps."""
    folded = None if all_steps or len(run.steps) <= LONGEST_STEPS else result_sheet(run)
    if folded is None:
        yield heading(message("sheets.page.how", post=post) if post else message("procedures.page.how"))
        steps = run.steps
    else:
        yield from _lists(folded)
        yield heading(message("sheets.page.decided-for", post=post) if post else message("sheets.page.decided"))
        steps = folded.decisions
    for number, step in enumerate(steps, 1):
        yield item(message("procedures.page.step", says=step.says, rule=step.rule), number=number)
    if run.waits_for is not None:
        yield item(message(f"procedures.page.waits.{run.waits_for}"))
    if folded is not None:
        yield item(message("sheets.page.all-steps", count=len(run.steps)))


def _lists(sheet: ResultSheet) -> Iterator[Line]:
    for name in dict.fromkeys(line.list for line in sheet.lines):
        yield heading(message("sheets.page.list", name=name) if name else message("sheets.page.only-list"))
        for line in sheet.lines:
            if line.list == name:
                yield row(message("zone.row", name=line.name, entries=(_told(line, sheet),)))


def _told(line: ResultLine, sheet: ResultSheet) -> Message:
    marks = tuple(
        message("sheets.page.mark", who=party, mark=mark) for party, mark in line.marks if mark and mark != STRUCK
    )
    if not marks:
        return line.came
    if line.combined is None:
        return message("sheets.page.uncombined", came=line.came, marks=marks)
    sums = message("procedures.nothing")
    if len(sheet.parties) > len(sheet.sides):
        totals = tuple(message("sheets.page.mark", who=side, mark=score) for side, score in line.sides)
        sums = message("sheets.page.sums", sides=totals)
    return message("sheets.page.combined", combined=line.combined, came=line.came, marks=marks, sums=sums)
