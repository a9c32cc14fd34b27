"""The consent grid: candidates by sides; who is refused by whom, and which rows nobody refuses."""

from __future__ import annotations

from fractions import Fraction

from placet.case.nouns import Case
from placet.case.view import view as seen_by
from placet.pictures.consent_bars import draw_bars
from placet.pictures.drawing import Drawing, Size
from placet.pictures.heading import heading, names_of
from placet.pictures.legend import legend
from placet.pictures.opinions import Cell, Opinion, Opinions, Result, opinions
from placet.pictures.palette import (
    BAND,
    GLOW,
    GREEN,
    GROUND,
    INK,
    ORANGE,
    PALE,
    SOFT_INK,
    VERMILLION,
    Look,
    Pattern,
    Sign,
)
from placet.pictures.picture import Picture, Row
from placet.pictures.text import cut, measure, shown, wrap
from placet.record.standing import Day, day_of
from placet.words import message, say

MOST_ROWS = 120
"""So many candidates are drawn one by one; more are counted."""
LOOKS = {
    Opinion.VETOED: Look(VERMILLION, Pattern.HATCH, Sign.CROSS),
    Opinion.PRESUMED: Look(PALE[ORANGE], Pattern.DOTS, Sign.NONE),
    Opinion.UNDETERMINED: Look(BAND, Pattern.PLAIN, Sign.QUESTION),
    Opinion.PARTLY: Look(PALE[VERMILLION], Pattern.PLAIN, Sign.HALF),
    Opinion.ACCEPTED: Look(PALE[GREEN], Pattern.PLAIN, Sign.TICK),
    Opinion.RELEASED: Look(GROUND, Pattern.PLAIN, Sign.RING),
    Opinion.SILENT: Look(GROUND, Pattern.PLAIN, Sign.NONE),
}
RESULTS = {
    Result.FREE: Look(GREEN, Pattern.PLAIN, Sign.STAR),
    Result.UNSURE: Look(BAND, Pattern.PLAIN, Sign.QUESTION),
    Result.PARTLY: Look(GROUND, Pattern.PLAIN, Sign.HALF),
    Result.OUT: Look(GROUND, Pattern.PLAIN, Sign.BAR),
    Result.INELIGIBLE: Look(BAND, Pattern.CROSS, Sign.NONE),
}


def consent_grid(
    case: Case, on: Day = None, *, view: str | None = None, lang: str = "en", size: Size = "screen"
) -> Picture:
    """Draw candidates by sides.

    Parameters
    ----------
    on : datetime.date, str or None
        The day; None: the record's own.
    view : str or None
        A side; what it may not see is left out.
    size : str
        ``screen``, ``page`` or ``phone``.

    Raises
    ------
    QuestionError
        If there is no such day, side or size.

    Notes
    -----
    More than `MOST_ROWS` candidates are counted side by side, and the picture says so; the table lists each. Red lines
    and costs are in no picture: they are their side's own.
    """
    if view is not None:
        case = seen_by(case, view)
    day = day_of(case, on)
    told = opinions(case, day)
    drawing = Drawing(lang, size)
    title = heading("pictures.grid", case, day, lang)
    says = _says(case, told, lang)
    is_many = len(case.candidates) > MOST_ROWS
    if is_many:
        says.insert(1, say(message("pictures.grid.too-many", number=len(case.candidates)), lang))
    y = drawing.headline(title, says)
    used = dict.fromkeys(opinion for opinion in LOOKS if any(c.opinion is opinion for c in told.cells.values()))
    entries = [(LOOKS[opinion], say(message(f"pictures.grid.{opinion.value}"), lang)) for opinion in used]
    if not is_many:
        results = [one for one in RESULTS if one in told.results.values()]
        entries += [
            (
                RESULTS[one],
                f"{say(message('pictures.grid.all'), lang)}: {say(message(f'pictures.grid.{one.value}'), lang)}",
            )
            for one in results
        ]
    y = legend(drawing, y, entries)
    y = draw_bars(drawing, case, told, LOOKS, y) if is_many else _rows(drawing, case, told, _header(drawing, case, y))
    return drawing.finish(y, title, " ".join(says), _table(case, told, lang))


def _says(case: Case, told: Opinions, lang: str) -> list[str]:
    free = [who for who, result in told.results.items() if result is Result.FREE]
    says = [say(message("pictures.grid.says", count=len(case.candidates), sides=len(case.sides)), lang)]
    if free:
        says.append(say(message("pictures.grid.free", count=len(free), names=names_of(case, free)), lang))
    elif not any(result in {Result.UNSURE, Result.PARTLY} for result in told.results.values()):
        says.append(say(message("pictures.grid.nobody"), lang))
    if told.other_demands:
        says.append(say(message("pictures.grid.other-demands", count=told.other_demands), lang))
    return says


def _columns(drawing: Drawing, case: Case) -> tuple[float, float]:
    """Return how wide the names and each of the other columns are."""
    columns = len(case.sides) + 1
    least, most = drawing.letter * 2.3, drawing.letter * 8
    roomy = min(most, drawing.inner * 0.62 / columns)
    wide = roomy if roomy >= drawing.letter * 5 else max(least * 0.75, min(least, drawing.inner * 0.6 / columns))
    return drawing.inner - columns * wide, wide


def _header(drawing: Drawing, case: Case, y: float) -> float:
    """Write who the columns are; where they are too narrow for names, numbers stand for them."""
    names, wide = _columns(drawing, case)
    letter = drawing.letter * 0.85
    sides = list(case.sides.values())
    speaks = say(message("pictures.grid.speaks"), drawing.lang)
    heads = [(shown(side.name.say(drawing.lang), side.id), side.holds_consent) for side in sides]
    if wide < drawing.letter * 5:
        for number, (head, holds) in enumerate(heads, start=1):
            told = head if holds else f"{head} ({speaks})"
            drawing.text(drawing.margin, y + letter, f"{number}", size=letter, bold=True)
            y = drawing.paragraph(
                drawing.margin + letter * 1.6, y, drawing.inner - letter * 1.6, told, size=letter, most=2, is_name=True
            )
        heads = [(str(number), True) for number in range(1, len(sides) + 1)]
    heads.append((say(message("pictures.grid.all"), drawing.lang), True))
    is_narrow = wide < drawing.letter * 5
    lines = [(head,) if is_narrow else wrap(head, wide - 6, letter, most=4, bold=True) for head, _ in heads]
    tall = max(map(len, lines)) * letter * 1.25
    for at, told_lines in enumerate(lines):
        x = drawing.margin + names + at * wide + wide / 2
        for number, line in enumerate(reversed(told_lines)):
            foot = y + tall - number * letter * 1.25
            drawing.text(x, foot, line, size=letter, anchor="middle", bold=True, is_name=True, tip=heads[at][0])
    y += tall + 4
    if not all(holds for _, holds in heads):
        for at, (_, holds) in enumerate(heads):
            if not holds:
                x = drawing.margin + names + at * wide + wide / 2
                drawing.text(
                    x,
                    y + letter,
                    cut(speaks, wide - 2, letter * 0.9),
                    size=letter * 0.9,
                    anchor="middle",
                    fill=SOFT_INK,
                )
        y += letter * 1.4
    return y + 2


def _rows(drawing: Drawing, case: Case, told: Opinions, y: float) -> float:
    names, wide = _columns(drawing, case)
    letter = drawing.letter
    tall = letter * (1.35 if len(case.candidates) > 40 else 1.75)
    box = tall - 4
    for who in case.candidates.values():
        result = told.results[who.id]
        is_free = result is Result.FREE
        ground = GLOW if is_free else BAND if result is Result.INELIGIBLE else GROUND
        drawing.rect(drawing.margin, y, names + wide * (len(case.sides) + 1), tall, ground)
        if is_free:
            drawing.rect(drawing.margin, y, 4, tall, GREEN)
        name = shown(who.name.say(drawing.lang), who.id)
        ink = INK if is_free else SOFT_INK
        fitted = cut(name, names - 14, letter, bold=is_free)
        drawing.text(
            drawing.margin + 9,
            y + tall * 0.7,
            fitted,
            bold=is_free,
            fill=ink,
            is_name=True,
            tip=name if fitted != name else "",
        )
        for at, side in enumerate(case.sides):
            _draw_cell(drawing, told.cells[who.id, side], drawing.margin + names + at * wide, y + 2, wide=wide, box=box)
        x = drawing.margin + names + len(case.sides) * wide
        look = RESULTS[result]
        drawing.rect(
            x + 1, y + 2, wide - 2, box, look.colour if result is not Result.FREE else GREEN, pattern=look.pattern
        )
        drawing.sign(look.sign, x + wide / 2, y + 2 + box / 2, box * 0.32, GROUND if is_free else SOFT_INK)
        y += tall
        drawing.line([(drawing.margin, y), (drawing.margin + names + wide * (len(case.sides) + 1), y)])
    return y + letter


def _draw_cell(drawing: Drawing, cell: Cell, x: float, y: float, *, wide: float, box: float) -> None:
    look = LOOKS[cell.opinion]
    tip = _tell(cell, drawing.lang)
    drawing.rect(x + 1, y, wide - 2, box, look.colour, pattern=look.pattern, tip=tip)
    middle = (x + wide / 2, y + box / 2)
    if cell.opinion is Opinion.VETOED:
        half = box * 0.62
        drawing.rect(middle[0] - half, y + 1, 2 * half, box - 2, GROUND, round_by=3)
    if cell.probability is not None:
        chance = f"{_percent(cell.probability)}%"
        size = drawing.letter * (0.78 if wide < drawing.letter * 3 else 0.9)
        space = measure(chance, size) + 4
        drawing.rect(middle[0] - space / 2, y + 1, space, box - 2, GROUND, round_by=3)
        drawing.text(middle[0], middle[1] + size * 0.36, chance, size=size, anchor="middle", tip=tip)
    else:
        drawing.sign(look.sign, *middle, box * 0.32, tip=tip)


def _percent(probability: Fraction) -> str:
    return f"{float(probability * 100):.3g}"


def _tell(cell: Cell, lang: str) -> str:
    if cell.probability is not None:
        return say(message("pictures.grid.percent", percent=_percent(cell.probability)), lang)
    return say(message(f"pictures.grid.{cell.opinion.value}"), lang)


def _table(case: Case, told: Opinions, lang: str) -> list[Row]:
    head = (
        say(message("pictures.col.name"), lang),
        *(shown(side.name.say(lang), side.id) for side in case.sides.values()),
        say(message("pictures.grid.all"), lang),
    )
    rows = [
        (
            shown(who.name.say(lang), who.id),
            *(_tell(told.cells[who.id, side], lang) for side in case.sides),
            say(message(f"pictures.grid.{told.results[who.id].value}"), lang),
        )
        for who in case.candidates.values()
    ]
    return [head, *rows]
