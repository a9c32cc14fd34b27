"""The round sheet: strikes and ranks by party, what is left, sums, ties, and who is appointed."""

from __future__ import annotations

from collections.abc import Sequence

from placet.pictures.drawing import Drawing, Size
from placet.pictures.legend import legend
from placet.pictures.palette import BAND, GLOW, GREEN, GROUND, INK, SOFT_INK, VERMILLION, Look, Pattern, Sign
from placet.pictures.picture import Picture, Row
from placet.pictures.text import cut, shown
from placet.procedures.appoint import Appointment
from placet.procedures.game import Event
from placet.procedures.result_sheet import STRUCK, ResultLine, ResultSheet, result_sheet
from placet.words import message, say
from placet.words.say import number

MOST_LINES, MOST_STEPS = 120, 60
STRIKE = Look(VERMILLION, Pattern.HATCH, Sign.CROSS)
APPOINTED = Look(GREEN, Pattern.PLAIN, Sign.STAR)


def round_sheet(appointment: Appointment, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw how the name came out.

    Parameters
    ----------
    appointment : Appointment
        What `placet.procedures.appoint.appoint` answers.
    size : str
        ``screen``, ``page`` or ``phone``.

    Notes
    -----
    A list procedure is drawn as its result sheet; of every other the steps are drawn in their order.
    """
    drawing = Drawing(lang, size)
    sheet = result_sheet(appointment)
    title = say(message("pictures.round", procedure=appointment.terms.rules.id), lang)
    says = [say(what, lang) for what in appointment.explain()]
    y = drawing.headline(title, says)
    if sheet is not None:
        y = legend(
            drawing,
            y,
            [
                (STRIKE, say(message("pictures.round.struck"), lang)),
                (APPOINTED, say(message("pictures.round.appointed"), lang)),
            ],
        )
        y = _lines(drawing, appointment, sheet, y)
    y = _steps(drawing, appointment.steps if sheet is None else sheet.decisions, y)
    return drawing.finish(y, title, " ".join(says), _table(appointment, sheet, lang))


def _columns(drawing: Drawing, sheet: ResultSheet) -> tuple[list[str], float]:
    sums = any(line.combined is not None for line in sheet.lines)
    heads = [shown(party, "?") for party in sheet.parties]
    heads += [say(message("pictures.col.sum"), drawing.lang)] if sums else []
    share = 0.5 if drawing.size == "phone" else 0.6
    return heads, min(drawing.letter * 8, drawing.inner * share / max(1, len(heads)))


def _lines(drawing: Drawing, appointment: Appointment, sheet: ResultSheet, y: float) -> float:
    letter = drawing.letter
    heads, wide = _columns(drawing, sheet)
    names = drawing.inner - wide * len(heads)
    for at, head in enumerate(heads):
        x = drawing.margin + names + at * wide + wide / 2
        fitted = cut(head, wide - 4, letter * 0.85, bold=True)
        drawing.text(x, y + letter, fitted, size=letter * 0.85, anchor="middle", bold=True, is_name=True, tip=head)
    y += letter * 1.5
    before = ""
    for line in sheet.lines[:MOST_LINES]:
        if line.list != before:
            before = line.list
            told = say(message("pictures.round.list", name=shown(line.list, "?")), drawing.lang)
            y = drawing.paragraph(drawing.margin, y, drawing.inner, told, bold=True, most=2)
        y = _line(drawing, appointment, line, columns=len(heads), names=names, wide=wide, y=y)
    if len(sheet.lines) > MOST_LINES:
        more = say(message("pictures.more", count=len(sheet.lines) - MOST_LINES), drawing.lang)
        y = drawing.paragraph(drawing.margin, y, drawing.inner, more)
    return y + letter * 0.6


def _line(
    drawing: Drawing, appointment: Appointment, line: ResultLine, *, columns: int, names: float, wide: float, y: float
) -> float:
    letter = drawing.letter
    tall, box = letter * 2.9, letter * 1.4
    is_in = line.name in (appointment.outcome.appointed or ())
    ground = GLOW if is_in else GROUND
    drawing.rect(drawing.margin, y, drawing.inner, tall, ground)
    if is_in:
        drawing.sign(Sign.STAR, drawing.margin + letter * 0.7, y + letter * 0.9, letter * 0.5, GREEN)
    x = drawing.margin + letter * 1.5
    room = names - letter * 2
    name = shown(line.name, "?")
    ink = SOFT_INK if line.is_struck else INK
    drawing.text(x, y + letter * 1.2, cut(name, room, letter, bold=is_in), bold=is_in, fill=ink, is_name=True, tip=name)
    came = cut(say(line.came, drawing.lang), room, letter * 0.85)
    drawing.text(x, y + letter * 2.4, came, size=letter * 0.85, fill=SOFT_INK)
    for at, (_, mark) in enumerate(line.marks):
        left = drawing.margin + names + at * wide
        middle = (left + wide / 2, y + tall / 2)
        if mark == STRUCK:
            drawing.rect(left + 1, y + 2, wide - 2, tall - 4, STRIKE.colour, pattern=STRIKE.pattern)
            drawing.rect(middle[0] - box / 2, middle[1] - box / 2, box, box, GROUND, round_by=3)
            drawing.sign(STRIKE.sign, *middle, box * 0.3)
        else:
            drawing.text(middle[0], middle[1] + letter * 0.36, mark or "–", anchor="middle")
    if columns > len(line.marks) and line.combined is not None:
        middle_x = drawing.margin + names + len(line.marks) * wide + wide / 2
        drawing.text(middle_x, y + tall / 2 + letter * 0.36, number(line.combined), bold=True, anchor="middle")
    y += tall
    drawing.line([(drawing.margin, y), (drawing.margin + drawing.inner, y)])
    return y


def _steps(drawing: Drawing, steps: Sequence[Event], y: float) -> float:
    if not steps:
        return y
    letter = drawing.letter
    drawing.rect(drawing.margin, y, drawing.inner, letter * 1.6, BAND)
    drawing.text(drawing.margin + 6, y + letter * 1.15, say(message("pictures.round.steps"), drawing.lang), bold=True)
    y += letter * 1.9
    x = drawing.margin + letter * 2.4
    for at, step in enumerate(steps[:MOST_STEPS], start=1):
        drawing.text(drawing.margin + letter * 1.8, y + letter, f"{at}", anchor="end", fill=SOFT_INK)
        y = drawing.paragraph(x, y, drawing.inner - letter * 2.4, say(step.says, drawing.lang), most=4)
        rule = f"({shown(step.rule, '?')})"
        y = drawing.paragraph(x, y, drawing.inner - letter * 2.4, rule, size=letter * 0.8, fill=SOFT_INK, most=2) + 2
    if len(steps) > MOST_STEPS:
        more = say(message("pictures.more", count=len(steps) - MOST_STEPS), drawing.lang)
        y = drawing.paragraph(drawing.margin, y, drawing.inner, more)
    return y


def _table(appointment: Appointment, sheet: ResultSheet | None, lang: str) -> list[Row]:
    """Return the result sheet, or the steps with the rule of each where there is none."""
    if sheet is None:
        head = tuple(say(message(f"pictures.col.{id_}"), lang) for id_ in ("number", "step", "rule"))
        return [
            head,
            *((str(at), say(step.says, lang), step.rule) for at, step in enumerate(appointment.steps, start=1)),
        ]
    name, total, result = (say(message(f"pictures.col.{id_}"), lang) for id_ in ("name", "sum", "result"))
    struck = say(message("pictures.round.struck"), lang)
    rows: list[Row] = [(name, *sheet.parties, total, result)]
    for line in sheet.lines:
        marks = (struck if mark == STRUCK else mark for _, mark in line.marks)
        rows.append((line.name, *marks, "" if line.combined is None else number(line.combined), say(line.came, lang)))
    return rows
