"""The position timeline: a lane for each side, its demands as bars, statements as marks, steps underneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from placet.case.nouns import Entry, Stance
from placet.pictures.drawing import Drawing, Size
from placet.pictures.eras import Era, Eras, eras
from placet.pictures.heading import heading
from placet.pictures.legend import legend
from placet.pictures.palette import (
    BAND,
    BLUE,
    GREEN,
    GROUND,
    INK,
    LINE,
    ORANGE,
    PALE,
    SKY,
    SOFT_INK,
    VERMILLION,
    Look,
    Pattern,
    Sign,
)
from placet.pictures.picture import Picture
from placet.pictures.text import measure, shown
from placet.pictures.ticks import ticks
from placet.pictures.timeline_notes import numbers_of, tell_note, timeline_table, tip_of
from placet.record.account import Account
from placet.record.saying import say_standing
from placet.record.status import Standing, Status
from placet.words import message, say

BARS = {
    "stands": Look(SKY, Pattern.PLAIN, Sign.NONE),
    "open": Look(PALE[BLUE], Pattern.HATCH, Sign.NONE),
    "presumed": Look(PALE[ORANGE], Pattern.DOTS, Sign.NONE),
    "undetermined": Look(BAND, Pattern.CROSS, Sign.NONE),
}
STEPS = {
    "step-done": Look(GREEN, Pattern.PLAIN, Sign.TICK),
    "step-open": Look(PALE[GREEN], Pattern.PLAIN, Sign.RING),
    "step-blocked": Look(PALE[VERMILLION], Pattern.HATCH, Sign.BAR),
    "step-waits": Look(BAND, Pattern.DOTS, Sign.NONE),
}
MARKS = {
    Stance.ASSERTS: Sign.TRIANGLE,
    Stance.REAFFIRMS: Sign.DOT,
    Stance.SOFTENS: Sign.HALF,
    Stance.WITHDRAWS: Sign.CROSS,
    Stance.PRESUMES: Sign.QUESTION,
}
MOST_DEMANDS, MOST_NOTES = 40, 60
"""Of more demands those are drawn first about which something was said."""


def timeline(account: Account, *, lang: str = "en", size: Size = "screen", has_notes: bool = True) -> Picture:
    """Draw who demanded what, and when.

    Parameters
    ----------
    account : Account
        What `placet.record.account.account` answers; its day is marked by a line.
    size : str
        ``screen``, ``page`` or ``phone``.
    has_notes : bool
        Whether the words and their sources stand under the picture; False where they stand beside it anyway.

    Notes
    -----
    A date that a source gives loosely is drawn as the span in which the day lies. Each mark has a number; the words
    and their source are in a note under the picture, beside the mark when it is pointed at, and in the table.
    """
    case, drawing = account.case, Drawing(lang, size)
    told = eras(case, account.on)
    title = heading("pictures.timeline", case, account.on, lang)
    numbers = numbers_of(case)
    says = [say(message("pictures.timeline.says", count=len(case.demands), statements=len(case.record)), lang)]
    if told is None:
        says.append(say(message("pictures.timeline.undated"), lang))
    y = drawing.headline(title, says)
    if told is not None:
        y = _legend(drawing, account, told, y)
        top = y
        y = _axis(drawing, told, y)
        y = _lanes(drawing, account, told, numbers, y)
        y = _steps(drawing, account, told, y)
        if account.on is not None:
            x = drawing.margin + told.place(account.on) * drawing.inner
            drawing.line([(x, top), (x, y)], INK, thick=1, dash="2 2")
    if has_notes:
        y = _notes(drawing, account, numbers, y)
    return drawing.finish(y, title, " ".join(says), timeline_table(account, numbers, lang))


def _legend(drawing: Drawing, account: Account, told: Eras, y: float) -> float:
    states = {era.state for stretches in (*told.demands.values(), *told.steps.values()) for era in stretches}
    stances = {entry.stance for entry in account.case.record}
    entries = [(look, state) for state, look in {**BARS, **STEPS}.items() if state in states]
    entries += [
        (Look(GROUND, Pattern.PLAIN, mark), stance.value) for stance, mark in MARKS.items() if stance in stances
    ]
    if any(entry.tally is not None for entry in account.case.record):
        entries.append((Look(GROUND, Pattern.PLAIN, Sign.DIAMOND), "tally"))
    lang = drawing.lang
    return legend(drawing, y, [(look, say(message(f"pictures.timeline.{id_}"), lang)) for look, id_ in entries])


def _axis(drawing: Drawing, told: Eras, y: float) -> float:
    letter = drawing.letter * 0.85
    most = max(2, int(drawing.inner // (letter * 8.5)))
    reached = 0.0
    for day, label in ticks(told.first, told.last, most):
        x = drawing.margin + told.place(day) * drawing.inner
        words = say(label, drawing.lang)
        half = measure(words, letter) / 2
        middle = min(max(x, drawing.margin + half), drawing.margin + drawing.inner - half)
        if middle - half >= reached:
            drawing.text(middle, y + letter, words, size=letter, anchor="middle", fill=SOFT_INK)
            reached = middle + half + letter
        drawing.line([(x, y + letter * 1.3), (x, y + letter * 1.9)], SOFT_INK)
    y += letter * 1.9
    drawing.line([(drawing.margin, y), (drawing.margin + drawing.inner, y)], SOFT_INK)
    return y + letter * 0.7


def _lanes(drawing: Drawing, account: Account, told: Eras, numbers: Mapping[int, int], y: float) -> float:
    case, lang = account.case, drawing.lang
    spoken = {entry.demand for entry in case.record}
    first = sorted(case.demands, key=lambda id_: id_ not in spoken)[:MOST_DEMANDS]
    for side in case.sides.values():
        held = [demand for demand in case.demands.values() if demand.side == side.id and demand.id in first]
        votes = [entry for entry in case.record if entry.side == side.id and entry.tally is not None]
        if not held and not votes:
            continue
        y = _side_name(drawing, shown(side.name.say(lang), side.id), y)
        if votes:
            y = _track(drawing, account, told, (), votes, numbers=numbers, y=y)
        for demand in held:
            ever = account.standings[demand.id]
            if ever.standing is Status.UNVOICED:
                ever = Standing(demand.id, demand.side, Status.STANDS)
            said = say(say_standing(case, demand, ever), lang)
            y = drawing.paragraph(drawing.margin, y, drawing.inner, said, most=2)
            about = [entry for entry in case.record if entry.demand == demand.id]
            y = _track(drawing, account, told, told.demands[demand.id], about, numbers=numbers, y=y)
    if account.beside:
        y = _side_name(drawing, say(message("pictures.timeline.beside"), lang), y)
        y = _track(drawing, account, told, (), account.beside, numbers=numbers, y=y)
    if len(case.demands) > len(first):
        more = say(message("pictures.more", count=len(case.demands) - len(first)), lang)
        y = drawing.paragraph(drawing.margin, y, drawing.inner, more)
    return y


def _side_name(drawing: Drawing, name: str, y: float) -> float:
    tall = drawing.letter * 1.55
    drawing.rect(drawing.margin, y, drawing.inner, tall, BAND)
    drawing.text(drawing.margin + 6, y + tall * 0.72, name, bold=True, is_name=True)
    return y + tall + 3


def _track(
    drawing: Drawing,
    account: Account,
    told: Eras,
    stretches: Sequence[Era],
    entries: Sequence[Entry],
    *,
    numbers: Mapping[int, int],
    y: float,
) -> float:
    """Draw one bar with its marks, their numbers above them."""
    letter = drawing.letter
    over, tall = letter * (1.0 if entries else 0.2), letter * 1.15
    _bar(drawing, told, stretches, BARS, y=y + over, tall=tall)
    middle, radius = y + over + tall / 2, letter * 0.42
    dated = sorted((entry for entry in entries if entry.on is not None), key=lambda one: _middle(one, told))
    for entry in dated:
        _span(drawing, told, entry, middle)
    for entry, at in zip(dated, _spread(drawing, [_middle(entry, told) for entry in dated]), strict=True):
        mark = Sign.DIAMOND if entry.stance is None else MARKS[entry.stance]
        drawing.sign(Sign.DOT, at, middle, radius * 1.75, GROUND)
        drawing.sign(mark, at, middle, radius, INK, tip=tip_of(account, entry, drawing.lang))
        number = str(numbers[entry.index])
        drawing.text(at, y + letter * 0.85, number, size=letter * 0.75, anchor="middle", fill=SOFT_INK)
    return y + over + tall + letter * 0.55


def _spread(drawing: Drawing, places: Sequence[float]) -> list[float]:
    """Return where marks stand, each as near to its day as it can be without covering its neighbour."""
    first, last = drawing.margin + drawing.letter * 0.5, drawing.margin + drawing.inner - drawing.letter * 0.5
    gap = min(drawing.letter * 1.35, (last - first) / max(1, len(places)))
    at: list[float] = []
    for place in places:
        wanted = min(last, drawing.margin + place * drawing.inner)
        at.append(max(first, wanted, at[-1] + gap if at else first))
    for back in range(len(at) - 1, -1, -1):
        at[back] = min(at[back], last if back == len(at) - 1 else at[back + 1] - gap)
    return at


def _middle(entry: Entry, told: Eras) -> float:
    first, last = _ends(entry, told)
    return (told.place(first) + told.place(last)) / 2


def _ends(entry: Entry, told: Eras) -> tuple[date, date]:
    when = entry.on
    return ((when.earliest if when else None) or told.first, (when.latest if when else None) or told.last)


def _span(drawing: Drawing, told: Eras, entry: Entry, y: float) -> None:
    """Draw a loose date as the span in which the day lies: dashed, with an end where the source gives one."""
    first, last = _ends(entry, told)
    if first == last or entry.on is None:
        return
    ends = [drawing.margin + told.place(day) * drawing.inner for day in (first, last)]
    drawing.line([(ends[0], y), (ends[1], y)], INK, thick=1.4, dash="3 2")
    for x, is_known in zip(ends, (entry.on.earliest, entry.on.latest), strict=True):
        if is_known is not None:
            drawing.line([(x, y - 5), (x, y + 5)], INK, thick=1.4)


def _bar(
    drawing: Drawing, told: Eras, stretches: Sequence[Era], looks: Mapping[str, Look], *, y: float, tall: float
) -> None:
    drawing.line([(drawing.margin, y + tall / 2), (drawing.margin + drawing.inner, y + tall / 2)], LINE)
    for era in stretches:
        look = looks.get(era.state)
        if look is None:
            continue
        x = drawing.margin + told.place(era.first) * drawing.inner
        wide = drawing.margin + told.place(era.until) * drawing.inner - x
        tip = say(message(f"pictures.timeline.{era.state}"), drawing.lang)
        drawing.rect(x, y, wide, tall, look.colour, stroke=SOFT_INK, thick=0.6, pattern=look.pattern, tip=tip)
        if look.sign is not Sign.NONE and wide > tall:
            middle = x + min(wide / 2, tall)
            drawing.sign(Sign.DOT, middle, y + tall / 2, tall * 0.52, GROUND)
            drawing.sign(look.sign, middle, y + tall / 2, tall * 0.3)


def _steps(drawing: Drawing, account: Account, told: Eras, y: float) -> float:
    if not told.steps:
        return y
    lang = drawing.lang
    y = _side_name(drawing, say(message("pictures.timeline.steps"), lang), y + 4)
    for id_, stretches in told.steps.items():
        title = shown(account.case.roadmap[id_].title.say(lang), id_)
        y = drawing.paragraph(drawing.margin, y, drawing.inner, title, most=2, is_name=True)
        _bar(drawing, told, stretches, STEPS, y=y + 2, tall=drawing.letter * 1.15)
        y += drawing.letter * 1.7
    return y


def _notes(drawing: Drawing, account: Account, numbers: Mapping[int, int], y: float) -> float:
    if not numbers:
        return y
    y = _side_name(drawing, say(message("pictures.timeline.notes"), drawing.lang), y + 4)
    letter = drawing.letter * 0.85
    entries = sorted((entry for entry in account.case.record if entry.index in numbers), key=lambda e: numbers[e.index])
    for entry in entries[:MOST_NOTES]:
        told = tell_note(account, entry, numbers[entry.index], drawing.lang)
        y = drawing.paragraph(drawing.margin, y, drawing.inner, told, size=letter, most=8) + 2
    if len(entries) > MOST_NOTES:
        more = say(message("pictures.more", count=len(entries) - MOST_NOTES), drawing.lang)
        y = drawing.paragraph(drawing.margin, y, drawing.inner, more, size=letter)
    return y + 4
