"""The slate board: posts as chairs, settlements side by side, what each is worth to each side, who would object."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from placet.case.catalog import Catalog
from placet.case.nouns import Case
from placet.pictures.board_words import Sheet, board_table, says_of, sheets_of, swap
from placet.pictures.chairs import draw_chair
from placet.pictures.drawing import Drawing, Size
from placet.pictures.heading import heading
from placet.pictures.palette import BAND, BLUE, GREEN, INK, LINE, PALE, SOFT_INK, VERMILLION, Pattern, Sign
from placet.pictures.picture import Picture
from placet.pictures.text import measure, shown
from placet.words import message, say
from placet.words.say import number
from placet.zone.ranking import Best
from placet.zone.sentences import Teller
from placet.zone.zone import Zone

MOST_POSTS, MOST_SEATED = 36, 12
PATTERNS = (Pattern.PLAIN, Pattern.HATCH, Pattern.DOTS, Pattern.CROSS)


def slate_board(zone: Zone, bests: Sequence[Best] | None = None, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw settlements side by side.

    Parameters
    ----------
    zone : Zone
    bests : sequence of Best or None
        What is drawn; None: the best by each criterion, and in a deadlock what the cheapest concessions would open.
        Those that are the same settlement are drawn once.
    size : str
        ``screen``, ``page`` or ``phone``.
    """
    case = zone.case
    drawing = Drawing(lang, size)
    teller = Teller(case, zone.on.isoformat() if zone.on else None)
    sheets = sheets_of(zone, bests)
    title = heading("pictures.board", case, zone.on, lang)
    says = [say(what, lang) for what in says_of(zone, sheets)]
    y = drawing.headline(title, says)
    most = _most(sheets)
    columns = 1 if drawing.size == "phone" else min(len(sheets), 2 if drawing.size == "page" else 3) or 1
    gap = drawing.letter
    wide = (drawing.inner - gap * (columns - 1)) / columns
    for first in range(0, len(sheets), columns):
        shelf = sheets[first : first + columns]
        ends = []
        for at, sheet in enumerate(shelf):
            before = sheets[first + at - 1] if first + at else None
            x = drawing.margin + at * (wide + gap)
            ends.append(_sheet(drawing, teller, sheet, before, most, x=x, y=y, wide=wide))
        for at in range(len(shelf)):
            x = drawing.margin + at * (wide + gap)
            drawing.rect(x, y, wide, max(ends) - y, stroke=INK, thick=1.2, round_by=6)
        y = max(ends) + gap
    if most:
        y = drawing.paragraph(
            drawing.margin, y, drawing.inner, say(message("pictures.board.scale"), lang), fill=SOFT_INK
        )
    return drawing.finish(y, title, " ".join(says), board_table(teller, sheets, lang))


def _most(sheets: Sequence[Sheet]) -> Catalog[Fraction]:
    sides = dict.fromkeys(side for sheet in sheets for side in sheet.scores)
    return Catalog((side, max(sheet.scores.get(side, Fraction(0)) for sheet in sheets)) for side in sides)


def _sheet(
    drawing: Drawing,
    teller: Teller,
    sheet: Sheet,
    before: Sheet | None,
    most: Catalog[Fraction],
    *,
    x: float,
    y: float,
    wide: float,
) -> float:
    letter, lang, pad = drawing.letter, drawing.lang, drawing.letter * 0.7
    inner = wide - 2 * pad
    head = say(message("pictures.board.number", number=sheet.number), lang)
    drawing.rect(x, y, wide, letter * 1.9, BAND, round_by=6)
    drawing.text(x + pad, y + letter * 1.3, head, bold=True, size=letter * 1.1)
    y = drawing.paragraph(x + pad, y + letter * 2, inner, say(sheet.why, lang), fill=SOFT_INK) + letter * 0.4
    y = _seats(drawing, teller.case, sheet, x=x + pad, y=y, wide=inner)
    for side, score in sheet.scores.items():
        y = _bar(drawing, teller.case, side, score, most[side], x=x + pad, y=y, wide=inner)
    if not sheet.objections:
        drawing.sign(Sign.TICK, x + pad + letter * 0.45, y + letter * 0.8, letter * 0.45, GREEN)
        y = drawing.paragraph(x + pad + letter * 1.4, y, inner, say(message("pictures.board.no-objection"), lang))
    for side, demands in sheet.objections.items():
        name = teller.case.sides[side].name
        drawing.sign(Sign.CROSS, x + pad + letter * 0.45, y + letter * 0.8, letter * 0.45, VERMILLION)
        told = say(message("pictures.board.objects", side=name), lang)
        y = drawing.paragraph(x + pad + letter * 1.4, y, inner - letter * 1.4, told, bold=True)
        for id_ in demands:
            y = drawing.paragraph(
                x + pad + letter * 1.4, y, inner - letter * 1.4, say(teller.demand(id_), lang), most=4
            )
    if before is not None:
        told = say(swap(teller.case, before, sheet), lang)
        y = drawing.paragraph(x + pad, y + letter * 0.4, inner, told, fill=SOFT_INK, most=6)
    return y + pad


def _seats(drawing: Drawing, case: Case, sheet: Sheet, *, x: float, y: float, wide: float) -> float:
    """Draw each post with a chair for each who sits there, and what each term is settled as."""
    letter, lang = drawing.letter, drawing.lang
    new = sheet.newcomers
    slate = list(sheet.settlement.slate.items())
    for post, people in slate[:MOST_POSTS]:
        title = shown(case.posts[post].title.say(lang), post)
        y = drawing.paragraph(x, y, wide, title, size=letter * 0.88, fill=SOFT_INK, most=2, is_name=True)
        if not people:
            y = drawing.paragraph(x + letter * 1.6, y, wide, say(message("pictures.board.nobody"), lang))
        for who in people[:MOST_SEATED]:
            draw_chair(drawing, x, y + letter * 0.25, letter)
            name = shown(case.candidates[who].name.say(lang), who)
            is_new = who in new
            y = drawing.paragraph(x + letter * 1.6, y, wide - letter * 1.6, name, bold=is_new, most=2, is_name=True)
        if len(people) > MOST_SEATED:
            told = say(message("pictures.board.chairs", count=len(people) - MOST_SEATED), lang)
            y = drawing.paragraph(x + letter * 1.6, y, wide - letter * 1.6, told)
        y += letter * 0.3
    if len(slate) > MOST_POSTS:
        y = drawing.paragraph(x, y, wide, say(message("pictures.more", count=len(slate) - MOST_POSTS), lang))
    for term, option in sheet.settlement.terms.items():
        title = shown(case.terms[term].title.say(lang), term)
        chosen = case.terms[term].options[option]
        y = drawing.paragraph(x, y, wide, title, size=letter * 0.88, fill=SOFT_INK, most=2, is_name=True)
        drawing.sign(Sign.DIAMOND, x + letter * 0.5, y + letter * 0.75, letter * 0.36, BLUE)
        said = shown(chosen.say(lang), option) if chosen else option
        y = drawing.paragraph(x + letter * 1.6, y, wide - letter * 1.6, said, most=2, is_name=True) + letter * 0.3
    return y + letter * 0.3


def _bar(
    drawing: Drawing, case: Case, side: str, score: Fraction, most: Fraction, *, x: float, y: float, wide: float
) -> float:
    letter = drawing.letter
    name = shown(case.sides[side].name.say(drawing.lang), side)
    pattern = PATTERNS[list(case.sides).index(side) % len(PATTERNS)]
    figure = say(message("pictures.board.out-of", score=number(score), most=number(most)), drawing.lang)
    y = drawing.paragraph(x, y, wide, name, size=letter * 0.88, most=2, is_name=True)
    room = wide - measure(figure, letter * 0.88) - letter
    filled = float(max(Fraction(0), score) / most) if most > 0 else 0.0
    drawing.rect(x, y + 1, room, letter * 0.95, BAND, stroke=LINE)
    drawing.rect(x, y + 1, room * filled, letter * 0.95, PALE[BLUE], stroke=BLUE, pattern=pattern)
    drawing.text(x + wide, y + letter * 0.88, figure, size=letter * 0.88, anchor="end")
    return y + letter * 1.45
