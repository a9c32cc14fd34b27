"""The seal strip: each side's envelope, when the round closes, and the checkpoints with their countersignatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from placet.case.text import Text
from placet.pictures.drawing import Drawing, Size
from placet.pictures.palette import BAND, BLUE, GREEN, GROUND, INK, ORANGE, PALE, SOFT_INK, Look, Pattern, Sign
from placet.pictures.picture import Picture, Row
from placet.pictures.text import cut, shown
from placet.words import Message, message, say

State = Literal["waiting", "sealed", "replaced", "opened"]
LOOKS: dict[State, Look] = {
    "waiting": Look(GROUND, Pattern.PLAIN, Sign.NONE),
    "sealed": Look(PALE[BLUE], Pattern.PLAIN, Sign.DIAMOND),
    "replaced": Look(PALE[ORANGE], Pattern.DOTS, Sign.DIAMOND),
    "opened": Look(PALE[GREEN], Pattern.PLAIN, Sign.TICK),
}


@dataclass(frozen=True)
class SealedSide:
    """One side's envelope."""

    name: Text
    state: State = "waiting"


@dataclass(frozen=True)
class StripCheckpoint:
    """A checkpoint of the ledger: how many entries it covers, its short fingerprint, who countersigned it."""

    entries: int
    fingerprint: str
    cosigned: tuple[Text, ...] = ()
    missing: tuple[Text, ...] = ()


@dataclass(frozen=True)
class SealedRound:
    """What the strip shows.

    Parameters
    ----------
    closes : str
        When the round closes, as it is to be read, with its time zone.
    left : str or None
        How long that is from now, as it is to be read; None when it has closed. The picture reads no clock.
    """

    name: Text
    sides: tuple[SealedSide, ...]
    closes: str
    left: str | None = None
    checkpoints: tuple[StripCheckpoint, ...] = ()


def seal_strip(course: SealedRound, *, lang: str = "en", size: Size = "screen") -> Picture:
    """Draw a sealed round: nothing of what is in the envelopes is in the values, and so nothing of it is drawn."""
    drawing = Drawing(lang, size)
    title = say(message("pictures.named", what=message("pictures.seal"), title=course.name), lang)
    says = [say(what, lang) for what in _says(course)]
    y = drawing.headline(title, says)
    letter, tall = drawing.letter, drawing.letter * 4
    columns = 2 if drawing.size == "phone" else 4
    wide = drawing.inner / columns
    for at, side in enumerate(course.sides):
        _envelope(drawing, side, drawing.margin + at % columns * wide, y + at // columns * tall * 1.7, wide)
    y += -(-len(course.sides) // columns) * tall * 1.7
    for at, checkpoint in enumerate(course.checkpoints, start=1):
        drawing.sign(Sign.RING, drawing.margin + letter * 0.7, y + letter * 0.8, letter * 0.6, BLUE)
        if at < len(course.checkpoints):
            end = y + letter * 4.4
            drawing.line(
                [(drawing.margin + letter * 0.7, y + letter * 1.4), (drawing.margin + letter * 0.7, end)], BLUE
            )
        start, x = y, drawing.margin + letter * 2
        head = f"{say(message('pictures.seal.checkpoint', number=checkpoint.entries), lang)}  {checkpoint.fingerprint}"
        y = drawing.paragraph(x, y, drawing.inner - letter * 2, head, bold=True, most=2)
        for what in _cosigned(checkpoint):
            y = drawing.paragraph(x, y, drawing.inner - letter * 2, say(what, lang), most=3)
        y = max(y, start + letter * 4.4 - letter * 0.6)
    return drawing.finish(y + letter, title, " ".join(says), _table(course, lang))


def _says(course: SealedRound) -> tuple[Message, ...]:
    sealed = sum(side.state != "waiting" for side in course.sides)
    counted = message("pictures.seal.says", count=sealed, all=len(course.sides))
    if course.left is None:
        return counted, message("pictures.seal.closed", when=course.closes)
    return counted, message("pictures.seal.closes", when=course.closes), message("pictures.seal.left", left=course.left)


def _cosigned(checkpoint: StripCheckpoint) -> tuple[Message, ...]:
    told = []
    if checkpoint.cosigned:
        told.append(message("pictures.seal.cosigned", names=checkpoint.cosigned))
    if checkpoint.missing:
        told.append(message("pictures.seal.missing", names=checkpoint.missing))
    return tuple(told)


def _envelope(drawing: Drawing, side: SealedSide, x: float, y: float, wide: float) -> None:
    letter, look = drawing.letter, LOOKS[side.state]
    broad, tall = min(wide - 12, letter * 7), letter * 3.4
    drawing.rect(x, y, broad, tall, look.colour, stroke=INK, pattern=look.pattern, thick=1.4, round_by=3)
    drawing.line([(x, y), (x + broad / 2, y + tall * 0.55), (x + broad, y)], INK, thick=1.2)
    if look.sign is not Sign.NONE:
        drawing.sign(Sign.DOT, x + broad / 2, y + tall * 0.55, letter * 0.95, GROUND)
        drawing.sign(look.sign, x + broad / 2, y + tall * 0.55, letter * 0.55)
    else:
        drawing.rect(x + broad * 0.3, y + tall * 0.7, broad * 0.4, 3, BAND)
    name = shown(side.name.say(drawing.lang), "?")
    drawing.text(x, y + tall + letter * 1.2, cut(name, wide - 8, letter, bold=True), bold=True, is_name=True, tip=name)
    state = cut(say(message(f"pictures.seal.{side.state}"), drawing.lang), wide - 8, letter * 0.9)
    drawing.text(x, y + tall + letter * 2.4, state, size=letter * 0.9, fill=SOFT_INK)


def _table(course: SealedRound, lang: str) -> list[Row]:
    rows: list[Row] = [tuple(say(message(f"pictures.col.{id_}"), lang) for id_ in ("side", "state"))]
    rows += [(side.name.say(lang), say(message(f"pictures.seal.{side.state}"), lang)) for side in course.sides]
    for checkpoint in course.checkpoints:
        name = f"{say(message('pictures.seal.checkpoint', number=checkpoint.entries), lang)} {checkpoint.fingerprint}"
        rows.append((name, " ".join(say(what, lang) for what in _cosigned(checkpoint))))
    return rows
