"""Quotation marks: which stretches of a text stand between them.

Marks of every shape count. They may be nested, left unbalanced, or opened anew at each paragraph of a long quotation
that is closed only once; none of that is an error, for none of it is rare in print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from placet.reading.drafts import Span
from placet.reading.paragraphs import paragraphs

_CLOSERS = {"“": '”“"', "„": '“”"', "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’", '"': '"”'}
_STRAIGHT = '"'
_MARK = re.compile(r"[\"“”„«»「」『』‘’]|''|``")
_BEFORE_OPENING = re.compile(r"[\s(\[{—–\-:,;/…\u200e\u200f\u2067\u2068\u202b]\Z|\A\Z")


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks, within one paragraph.

    Parameters
    ----------
    words : Span
        The words, without the marks.
    whole : Span
        The words with the marks around them.
    continues : bool
        Whether they go on from the quotation at the end of the paragraph before, which was not closed.
    """

    words: Span
    whole: Span
    continues: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in its order.

    A quotation that a paragraph does not close ends with the paragraph. It goes on in the next one if that begins
    with an opening mark. A closing mark that nothing opened is passed over. Single marks count only in a text that
    has no double ones, for they are apostrophes too.
    """
    single = "‘" in text and not any(mark in text for mark in '"“«„')
    found: list[Quotation] = []
    is_open = False
    for paragraph in paragraphs(text):
        begins = text[paragraph.start] in '"“«„'
        inside, left_open = _quotations_of(text, paragraph, single=single)
        if is_open and begins and inside and inside[0].whole.start == paragraph.start:
            inside[0] = Quotation(inside[0].words, inside[0].whole, continues=True)
        found.extend(inside)
        is_open = left_open
    return tuple(found)


def mask(text: str, quoted: tuple[Quotation, ...]) -> str:
    """Return the text with the words of its quotations blotted out, all but their last sign; offsets stay.

    What is left is the reporter's own voice, in which a sentence ends where the reporter ends it.
    """
    signs = list(text)
    for quotation in quoted:
        start, end = quotation.words.start, quotation.words.end
        signs[start : max(start, end - 1)] = "\u2022" * max(0, end - 1 - start)
        if end > start and signs[end - 1] not in ".,!?…،؟":
            signs[end - 1] = "\u2022"
    return "".join(signs)


def _quotations_of(text: str, paragraph: Span, *, single: bool, straight: bool = True) -> tuple[list[Quotation], bool]:
    found: list[Quotation] = []
    stack: list[tuple[str, int, int]] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match[0]
        if (mark in "‘’" and not single) or (mark == _STRAIGHT and not straight):
            continue
        mark = _STRAIGHT if mark in {"''", "``"} else mark
        if stack and _closes(text, mark, stack[-1][0], match, paragraph):
            _, opened, began = stack.pop()
            if not stack and began < match.start():
                found.append(Quotation(Span(began, match.start()), Span(opened, match.end())))
        elif mark in _CLOSERS and _opens(text, mark, match, paragraph):
            if stack and stack[-1][0] == mark == _STRAIGHT:
                continue
            stack.append((mark, match.start(), match.end()))
    if not stack:
        return found, False
    opener, opened, began = stack[0]
    if opener == _STRAIGHT and "“" in text[began : paragraph.end]:
        # A straight mark alone before a paragraph with curly ones only sets the paragraph off.
        return _quotations_of(text, paragraph, single=single, straight=False)
    if began < paragraph.end and _is_worth_keeping(text, opened, paragraph):
        found.append(Quotation(Span(began, paragraph.end), Span(opened, paragraph.end)))
    return found, True


def _is_worth_keeping(text: str, opened: int, paragraph: Span) -> bool:
    """Whether what nothing closes is a quotation: it begins the paragraph, or follows a mark that parts it off."""
    return opened == paragraph.start or text[paragraph.start : opened].rstrip()[-1:] in ":,،.!?"


def _opens(text: str, mark: str, match: re.Match[str], paragraph: Span) -> bool:
    if mark == "»" or mark == "’":  # noqa: PLR1714 -- each for its own reason: German print, and the apostrophe
        return mark == "»" and _stands_before_a_word(text, match, paragraph)
    return mark != _STRAIGHT or _stands_before_a_word(text, match, paragraph)


def _stands_before_a_word(text: str, match: re.Match[str], paragraph: Span) -> bool:
    before = text[max(paragraph.start, match.start() - 1) : match.start()]
    after = text[match.end() : match.end() + 1]
    return bool(_BEFORE_OPENING.search(before)) and bool(after) and not after.isspace()


def _closes(text: str, mark: str, opener: str, match: re.Match[str], paragraph: Span) -> bool:
    if mark not in _CLOSERS[opener]:
        return False
    if mark == "’":
        return not text[match.end() : match.end() + 1].isalnum()
    if mark == "“" and opener == "“":
        return False
    if mark == _STRAIGHT:
        after = text[match.end() : min(match.end() + 1, paragraph.end)]
        before = text[match.start() - 1]
        return not (before.isspace() and after and not after.isspace() and after.isalnum())
    return True
