"""Text in a picture: made harmless, measured, broken into lines, and kept in its own direction."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
ISOLATE, ISOLATE_RIGHT_TO_LEFT, POP = "\u2068", "\u2067", "\u2069"
HELD_ISOLATE, HELD_POP = "\ue002", "\ue003"
"""Private letters that stand for isolates while other unseen signs are taken out."""
ELLIPSIS = "…"
LONGEST = 4000
"""Signs of one text that are looked at; nothing longer can be shown."""
MOST_ACCENTS = 3
"""Marks that may stand on one letter; more would reach into the lines around it."""
FIRM_SPACES = "\u00a0\u202f"
"""Spaces at which no line is broken."""
JOINERS = "\u200c\u200d"
"""Signs without a width that Persian and Indian scripts need; every other such sign is taken out."""

ASCII_WIDTHS = (
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
)  # fmt: skip
"""Hundredths of an em from space to tilde in DejaVu Sans, the widest of the fonts a picture may be shown in."""
OTHER_WIDTH, WIDE_WIDTH, BOLD = 68, 100, 1.1


def is_right_to_left(lang: str) -> bool:
    """Return whether a language is written from right to left."""
    return lang.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT


def plain(words: str, kept: str = "") -> str:
    """Return words on one line without signs that are not seen: controls, direction marks, zero widths.

    Such signs could turn the text around them; where a direction is needed the picture sets it itself. Those in
    `kept` stay.
    """
    told: list[str] = []
    accents = 0
    for sign in words[:LONGEST]:
        category = unicodedata.category(sign)
        accents = accents + 1 if category == "Mn" else 0
        if sign.isspace() and sign not in FIRM_SPACES:
            told.append(" ")
        elif accents <= MOST_ACCENTS and (category not in {"Cc", "Cf", "Cs", "Cn", "Co"} or sign in JOINERS + kept):
            told.append(sign)
    return " ".join(filter(None, "".join(told).split(" ")))


def plain_sentence(words: str) -> str:
    """Return a sentence made harmless, with the isolates that set its names apart if every one is closed."""
    depth = 0
    for sign in words:
        depth += (sign == ISOLATE) - (sign == POP)
        if depth < 0:
            break
    if depth or ISOLATE not in words:
        return plain(words)
    held = words.replace(ISOLATE, HELD_ISOLATE).replace(POP, HELD_POP)
    return plain(held, kept=HELD_ISOLATE + HELD_POP).replace(HELD_ISOLATE, ISOLATE).replace(HELD_POP, POP)


def shown(words: str, instead: str) -> str:
    """Return words made harmless; if nothing of them can be seen, `instead`."""
    harmless = plain(words)
    return harmless if harmless.strip(JOINERS + FIRM_SPACES + " ") else plain(instead)


def isolated(words: str) -> str:
    """Return words set apart, so that their direction touches nothing around them."""
    return f"{ISOLATE}{words}{POP}"


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a line is in pixels, rather too wide than too narrow."""
    return sum(map(_width, words)) * size / 100 * (BOLD if bold else 1)


def _width(sign: str) -> int:
    if " " <= sign <= "~":
        return ASCII_WIDTHS[ord(sign) - 32]
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return WIDE_WIDTH if unicodedata.east_asian_width(sign) in {"W", "F"} else OTHER_WIDTH


def wrap(words: str, width: float, size: float, *, most: int = 0, bold: bool = False) -> tuple[str, ...]:
    """Break words into lines of at most `width` pixels; a word that is wider is broken too.

    Parameters
    ----------
    most : int
        How many lines there may be; the last one then ends in an ellipsis. 0: any number.
    """
    lines: list[str] = []
    current = ""
    for word in plain_sentence(words).split(" "):
        longer = f"{current} {word}" if current else word
        if measure(longer, size, bold=bold) <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        *whole, current = _broken(word, width, size, bold)
        lines += whole
        if most and len(lines) > most:
            break
    lines.append(current)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], cut(f"{lines[most - 1]}{ELLIPSIS}", width, size, bold=bold)]
    return tuple(_closed(lines))


def _closed(lines: list[str]) -> list[str]:
    """Close on each line the isolates that it leaves open, and open them again on the next."""
    told, waiting = [], 0
    for line in lines:
        opened = ISOLATE * waiting + line
        waiting = max(0, opened.count(ISOLATE) - opened.count(POP))
        told.append(opened + POP * waiting)
    return told


def cut(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return words on one line, cut with an ellipsis if they are wider than `width`."""
    if measure(words, size, bold=bold) <= width:
        return words
    room = width - measure(ELLIPSIS, size, bold=bold)
    kept = ""
    for sign in words.removesuffix(ELLIPSIS):
        room -= measure(sign, size, bold=bold)
        if room < 0:
            break
        kept += sign
    return kept.rstrip() + ELLIPSIS


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Break a word that is wider than a line, never before a mark that belongs to the letter before it."""
    pieces, current = [], ""
    for sign in word:
        is_mark = unicodedata.combining(sign) != 0
        if current and not is_mark and measure(current + sign, size, bold=bold) > width:
            pieces.append(current)
            current = ""
        current += sign
    return [*pieces, current]
