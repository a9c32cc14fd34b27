"""The deadlock graph: demands, what they clash over, people against chairs, and the cheapest way out lit up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placet.pictures.chairs import draw_shortage
from placet.pictures.deadlock_words import (
    clash_lines,
    deadlock_table,
    shortage_words,
    shown_clashes,
    verdict,
    ways_out,
)
from placet.pictures.drawing import Drawing, Size
from placet.pictures.heading import heading
from placet.pictures.legend import legend, sample
from placet.pictures.palette import (
    BAND,
    BLUE,
    GREEN,
    GROUND,
    INK,
    ORANGE,
    PALE,
    SOFT_INK,
    VERMILLION,
    YELLOW,
    Look,
    Pattern,
    Sign,
)
from placet.pictures.picture import Picture
from placet.pictures.text import shown, wrap
from placet.words import Message, message, say
from placet.zone.conflicts import Conflict
from placet.zone.sentences import Teller
from placet.zone.solution import Solution

DEMAND = Look(GROUND, Pattern.PLAIN, Sign.NONE)
LIT = Look(YELLOW, Pattern.PLAIN, Sign.STAR)
CLASH = Look(PALE[VERMILLION], Pattern.PLAIN, Sign.CROSS)


def deadlock_graph(solution: Solution, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw why nothing can be agreed: each demand joined to every clash it is part of.

    Parameters
    ----------
    solution : Solution
        What `placet.zone.solution.solve` answers.
    size : str
        ``screen``, ``page`` or ``phone``.

    Notes
    -----
    The smallest clashes are drawn, and how many more there are is said; the table lists all. When the zone is open, or
    rules and red lines alone are impossible, the picture says so.
    """
    drawing = Drawing(lang, size)
    teller = Teller(solution.case, solution.on)
    asked = "pictures.deadlock.question" if solution.feasibility else "pictures.deadlock"
    title = heading(asked, solution.case, solution.on, lang)
    says = [say(what, lang) for what in verdict(solution)]
    y = drawing.headline(title, says)
    if solution.feasibility.impossible is not None:
        y = _impossible(drawing, solution, teller, y)
    elif not solution.feasibility:
        looks = [(DEMAND, "pictures.deadlock.demand"), (LIT, "pictures.deadlock.lit")]
        y = legend(drawing, y, [(look, say(message(id_), lang)) for look, id_ in looks])
        y = _graph(drawing, solution, teller, y)
        y = _out(drawing, solution, teller, y)
    ways = [line for way in ways_out(solution, teller) for line in (way.head, *way.lines)]
    spoken = [*says, *(say(line, lang) for line in ways)]
    return drawing.finish(y, title, " ".join(spoken), deadlock_table(solution, teller, lang))


def _impossible(drawing: Drawing, solution: Solution, teller: Teller, y: float) -> float:
    for id_ in solution.feasibility.impossible or ():
        drawing.rect(drawing.margin, y + 3, 8, drawing.letter, VERMILLION, pattern=Pattern.HATCH)
        y = drawing.paragraph(drawing.margin + 16, y, drawing.inner - 16, say(teller.rule(id_), drawing.lang)) + 4
    if solution.feasibility.shortage is not None:
        y = draw_shortage(drawing, drawing.margin, y + 6, drawing.inner, solution.feasibility.shortage)
    return y + drawing.letter


def _graph(drawing: Drawing, solution: Solution, teller: Teller, y: float) -> float:
    """Draw demands on the side where lines begin, clashes on the other, and a line for each part."""
    clashes, more = shown_clashes(solution)
    demands = list(dict.fromkeys(id_ for clash in clashes for id_ in clash.demands))
    order = {side: place for place, side in enumerate(solution.case.sides)}
    demands.sort(key=lambda id_: order[teller.demands[id_].side])
    lit = {id_ for way in ways_out(solution, teller)[:1] for id_ in way.demands}
    gap = drawing.inner * (0.12 if drawing.size == "phone" else 0.16)
    wide = (drawing.inner - gap) / 2
    ports, end = _demands(drawing, teller, demands, lit, y=y, wide=wide)
    x = drawing.margin + wide + gap
    boxes = [_Box.of(drawing, teller, clash, number, wide) for number, clash in enumerate(clashes, start=1)]
    slack = (end - y - sum(box.tall for box in boxes)) / max(1, len(boxes))
    step = max(drawing.letter * 0.7, slack)
    top = y + max(0.0, slack / 2)
    for box in boxes:
        _clash(drawing, box, x, top, wide)
        for id_ in box.clash.demands:
            is_lit = id_ in lit
            start = (drawing.margin + wide, ports[id_])
            stroke, dash = (INK, "") if is_lit else (SOFT_INK, "5 3")
            drawing.curve(start, (x, top + box.tall / 2), stroke, thick=2.6 if is_lit else 1.3, dash=dash)
        top += box.tall + step
    end = max(end, top)
    if more:
        end = drawing.paragraph(
            drawing.margin, end, drawing.inner, say(message("pictures.more", count=more), drawing.lang)
        )
    return end + 4


@dataclass(frozen=True)
class _Box:
    """A clash as it is drawn: its lines, and how high it is with its people and chairs."""

    clash: Conflict
    lines: tuple[str, ...]
    tall: float

    @classmethod
    def of(cls, drawing: Drawing, teller: Teller, clash: Conflict, number: int, wide: float) -> _Box:
        told = [say(line, drawing.lang) for line in clash_lines(clash, teller, number)]
        if clash.shortage is not None:
            told.append(say(shortage_words(clash.shortage), drawing.lang))
        lines = tuple(line for words in told for line in _lines(drawing, words, wide - 14))
        tall = drawing.letter * (0.8 + 1.35 * len(lines))
        if clash.shortage is not None:
            trial = Drawing(drawing.lang, drawing.size)
            tall += draw_shortage(trial, 0, 0, wide - 16, clash.shortage) + drawing.letter * 0.4
        return cls(clash, lines, tall)


def _clash(drawing: Drawing, box: _Box, x: float, y: float, wide: float) -> None:
    drawing.rect(x, y, wide, box.tall, CLASH.colour, stroke=VERMILLION, thick=1.5, round_by=6)
    at = y + drawing.letter * 0.3
    for place, line in enumerate(box.lines):
        drawing.text(x + 8, at + drawing.letter, line, bold=place == 0)
        at += drawing.letter * 1.35
    if box.clash.shortage is not None:
        draw_shortage(drawing, x + 8, at + 3, wide - 16, box.clash.shortage)


def _demands(
    drawing: Drawing, teller: Teller, demands: Sequence[str], lit: set[str], *, y: float, wide: float
) -> tuple[dict[str, float], float]:
    """Draw the demands side by side, and return at which height each is joined and where they end."""
    ports: dict[str, float] = {}
    before = ""
    for id_ in demands:
        side = teller.demands[id_].side
        if side != before:
            name = shown(teller.case.sides[side].name.say(drawing.lang), side)
            y = drawing.paragraph(drawing.margin, y, wide, name, bold=True, most=2, is_name=True) + 2
            before = side
        space = wide - 16 - (drawing.letter * 1.5 if id_ in lit else 0)
        lines = _lines(drawing, say(teller.demand(id_), drawing.lang), space)
        tall = drawing.letter * (0.7 + 1.35 * len(lines))
        look = LIT if id_ in lit else DEMAND
        drawing.rect(
            drawing.margin,
            y,
            wide,
            tall,
            look.colour,
            stroke=INK if id_ in lit else BLUE,
            thick=2.5 if id_ in lit else 1.2,
            round_by=4,
        )
        for place, line in enumerate(lines):
            drawing.text(drawing.margin + 8, y + drawing.letter * (1.2 + 1.35 * place), line)
        if id_ in lit:
            drawing.sign(LIT.sign, drawing.margin + wide - drawing.letter, y + tall / 2, drawing.letter * 0.6)
        ports[id_] = y + tall / 2
        y += tall + drawing.letter * 0.45
    return ports, y


def _lines(drawing: Drawing, words: str, wide: float) -> tuple[str, ...]:
    return wrap(words, wide, drawing.letter, most=6)


def _out(drawing: Drawing, solution: Solution, teller: Teller, y: float) -> float:
    """Write the cheapest ways out and what each opens."""
    for number, way in enumerate(ways_out(solution, teller)):
        x = drawing.margin + drawing.letter * 1.9
        start = y
        told = drawing.letter * 1.3
        measured = _tall(drawing, [way.head, *way.lines])
        drawing.rect(drawing.margin, y, drawing.inner, measured, PALE[GREEN] if number == 0 else BAND, round_by=5)
        if number == 0:
            sample(drawing, LIT, drawing.margin + 5, y + 6, told)
        y = drawing.paragraph(x, y + 4, drawing.inner - told * 2, say(way.head, drawing.lang), bold=True)
        for line in way.lines:
            drawing.rect(x, y + drawing.letter * 0.55, 6, 6, ORANGE, stroke=INK, thick=0.8)
            y = drawing.paragraph(x + 14, y, drawing.inner - told * 2 - 14, say(line, drawing.lang))
        y = max(y, start + measured) + drawing.letter * 0.5
    return y


def _tall(drawing: Drawing, lines: Sequence[Message]) -> float:
    """Return how much room a way out takes, by writing it on a drawing that is thrown away."""
    trial = Drawing(drawing.lang, drawing.size)
    told = drawing.letter * 1.3
    y = 4.0
    for place, line in enumerate(lines):
        room = drawing.inner - told * 2 - (14 if place else 0)
        y = trial.paragraph(0, y, room, say(line, drawing.lang), bold=place == 0)
    return y + 5
