"""A report said in its language: plain strings, made harmless, from which HTML and PDF are laid out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from placet.pictures.report_values import Block, Drawn, Paragraph, Points, Report, Section, Statement, Table, alone
from placet.pictures.text import ISOLATE, JOINERS, POP, is_right_to_left
from placet.words import Message, Value, message, say

Spoken = dict[str, Any]

_OPENERS = {"\u2066", "\u2067", ISOLATE}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def spoken(report: Report) -> Spoken:
    """Return a report as plain data: every sentence said, every name set apart."""
    lang = report.lang

    def tell(what: Value) -> str:
        return harmless(say(alone(what), lang))

    return {
        "lang": lang,
        "dir": "rtl" if is_right_to_left(lang) else "ltr",
        "title": tell(report.title),
        "kind": tell(message("report.title")),
        "contents": tell(message("report.contents")),
        "behind": tell(message("report.behind")),
        "too-tall": tell(message("report.too-tall")),
        "made-by": tell(message("report.made-by")),
        "facts": [[tell(name), tell(value)] for name, value in report.facts],
        "notice": tell(report.notice) if report.notice else None,
        "sections": [_section(section, lang) for section in report.sections],
    }


def _section(section: Section, lang: str) -> Spoken:
    return {
        "level": section.level,
        "heading": _tell(section.heading, lang),
        "blocks": [_block(block, lang) for block in section.blocks],
    }


def _tell(what: Message, lang: str) -> str:
    return harmless(say(what, lang))


def _block(block: Block, lang: str) -> Spoken:
    match block:
        case Paragraph():
            return {"kind": "text", "manner": block.manner.value, "text": _joined(block.sentences, lang)}
        case Points():
            points = [{"depth": one.depth, "number": one.number, "text": _tell(one.what, lang)} for one in block.points]
            return {"kind": "points", "points": points}
        case Table():
            return {
                "kind": "table",
                "caption": _tell(block.caption, lang),
                "heads": [_tell(head, lang) for head in block.heads],
                "rows": [[[_tell(alone(line), lang) for line in cell] for cell in row] for row in block.rows],
            }
        case Statement():
            source = None if block.source is None else _tell(message("report.source-number", number=block.source), lang)
            spoken_in = block.lang if block.lang and _LANGUAGE.fullmatch(block.lang) else None
            return {
                "kind": "statement",
                "head": _tell(block.head, lang),
                "quote": None if block.quote is None else harmless(block.quote),
                "lang": spoken_in,
                "dir": "rtl" if is_right_to_left(spoken_in or _guess(block.quote or "")) else "ltr",
                "source": source,
                "number": block.source,
                "remarks": _joined(block.remarks, lang),
            }
        case Drawn():
            picture = block.picture
            return {
                "kind": "picture",
                "svg": picture.svg,
                "title": harmless(picture.title),
                "description": harmless(picture.description),
                "table": [[harmless(entry) for entry in row] for row in picture.table],
                "width": picture.width,
                "height": picture.height,
            }


def _joined(sentences: Iterable[Message], lang: str) -> str:
    return " ".join(filter(None, (_tell(sentence, lang) for sentence in sentences)))


def _guess(words: str) -> str:
    """Return a language of the direction in which the first letter of some words runs."""
    first = next((sign for sign in words if unicodedata.bidirectional(sign) in {"L", "R", "AL"}), "")
    return "ar" if first and unicodedata.bidirectional(first) in {"R", "AL"} else "en"


def harmless(words: str) -> str:
    """Return words without signs that are not seen or turn their surroundings; isolates stay, each with its end.

    Whoever writes a name into a case can neither hide letters in it nor reorder the sentence around it.
    """
    kept: list[str] = []
    is_open = 0
    for sign in words:
        if sign in _OPENERS:
            is_open += 1
        elif sign == POP:
            if not is_open:
                continue
            is_open -= 1
        elif sign.isspace():
            kept.append("\u202f" if sign == "\u202f" else "\u00a0" if sign == "\u00a0" else " ")
            continue
        elif unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} and sign not in JOINERS:
            continue
        kept.append(sign)
    return "".join(kept) + POP * is_open
