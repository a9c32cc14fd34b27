"""The one rule by which a quotation must stand word for word in a text.

Quotation marks and apostrophes of every shape are equal. Dashes and hyphens of every shape and number are equal. Any
run of white space, no-break spaces and line ends included, is one space, and spaces beside a dash do not count.
Letters are compared as Unicode's canonical equivalence has them (an accent typed apart is the same letter). Nothing
else is equal: not capitals, not spelling, not other punctuation. ``[...]`` or ``[…]`` in a quotation joins pieces that
stand in the text in that order. A piece begins and ends where words do.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_OMISSION = re.compile(r"\[\s*(?:\.\.\.|…)\s*\]")
_SPACE = re.compile(r"\s+")
_DASHES = re.compile(r" ?-(?: ?-)* ?")
_MARKS = "'\"`´‚„ʹʺʻʼʽˈ′″‴‵＇＂「」『』〝〞〟"
_EXTRA_DASHES = "−⁃"
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Blocks of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""


@dataclass(frozen=True)
class Comparison:
    """Whether a quotation stands in a text, and if not, how far it does.

    Parameters
    ----------
    agrees : bool
        Whether it stands there word for word.
    found : str
        The longest beginning of the piece that fails which does stand in the text, as the rule reads it.
    missing : str
        The words of the quotation where the text stops to agree.
    instead : str
        What the text has there; "" when nothing of the piece was found.
    """

    agrees: bool
    found: str = ""
    missing: str = ""
    instead: str = ""


def compare_words(quote: str, text: str) -> Comparison:
    """Return whether `quote` stands in `text` by the rule at the head of this room.

    The cost is linear in the text for each piece of the quotation, and a logarithmic number of times that to say
    where a piece stops to agree.
    """
    read = same_words(text)
    at = 0
    for piece in (same_words(part) for part in _OMISSION.split(quote)):
        end = _find(read, piece, at)
        if end is None:
            return _stops(read, piece, at)
        at = end
    return Comparison(True)


def same_words(words: str) -> str:
    """Return words with everything that the rule calls equal written in one way."""
    plain = "".join(_plain(sign) for sign in unicodedata.normalize("NFC", words))
    return _DASHES.sub("-", _SPACE.sub(" ", plain)).strip()


@cache
def _plain(sign: str) -> str:
    if sign in _MARKS or unicodedata.category(sign) in {"Pi", "Pf"}:
        return "'"
    if sign in _EXTRA_DASHES or unicodedata.category(sign) == "Pd":
        return "-"
    return sign


def _find(text: str, piece: str, start: int) -> int | None:
    """Return where the first whole-word occurrence of `piece` from `start` on ends."""
    at = _begin(text, piece, start)
    while at >= 0:
        end = at + len(piece)
        if not _is_inside_word(text, end):
            return end
        at = _begin(text, piece, at + 1)
    return None


def _begin(text: str, piece: str, start: int) -> int:
    """Return where `piece` next stands in the text with a word beginning there; -1 if nowhere."""
    at = text.find(piece, start)
    while _is_inside_word(text, at):
        at = text.find(piece, at + 1)
    return at


def _is_inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and _joins(text[at - 1]) and _joins(text[at])


@cache
def _joins(sign: str) -> bool:
    if any(first <= ord(sign) <= last for first, last in _UNSPACED):
        return False
    return unicodedata.category(sign)[0] in "LNM"


def _stops(text: str, piece: str, start: int) -> Comparison:
    """Say how far the beginning of a piece stands in the text, in whole words."""
    cut, too_long = 0, len(piece) + 1
    while too_long - cut > 1:
        middle = (cut + too_long) // 2
        if _begin(text, piece[:middle], start) >= 0:
            cut = middle
        else:
            too_long = middle
    at = _begin(text, piece[:cut], start)
    while _is_inside_word(piece, cut) or _is_inside_word(text, at + cut):
        cut -= 1
    found, missing = piece[:cut].rstrip(), piece[cut:].lstrip()
    if not found:
        return Comparison(False, "", _few_words(missing), "")
    return Comparison(False, found, _few_words(missing), _few_words(text[at + cut :].lstrip()))


def _few_words(words: str, most: int = 8) -> str:
    return " ".join(words.split(" ")[:most])
