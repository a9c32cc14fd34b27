"""How a table of ballots is laid out: a column for each candidate, for each place, or one with whole rankings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from placet.ballots.cells import Row

COUNT_WORDS = {"count", "weight", "votes", "voters", "anzahl", "nombre"}
SIDE_WORDS = {"side", "class", "party"}
VOTER_WORDS = {"voter", "voter id", "voter_id", "id"}
BALLOT_WORDS = {"ballot", "ranking", "order", "preference", "preferences"}

APPROVING = {"yes", "y", "approve", "approved", "approves", "accept", "for", "+", "✓", "✔", "placet"}
REFUSING = {
    "no",
    "veto",
    "vetoed",
    "vetoes",
    "refuse",
    "reject",
    "strike",
    "struck",
    "against",
    "-",
    "–",
    "−",
    "✗",
    "x",
    "non placet",
}
NEITHER = {"", "abstain", "neutral", "maybe", "0", "?"}

_PLACE = re.compile(r"(?:rank|choice|place|position|preference)?[ _]?(\d{1,5})(?:st|nd|rd|th)?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,15}")


class Form(Enum):
    """What the columns of a table are."""

    CANDIDATES = "a column for each candidate"
    PLACES = "a column for each place of the ranking"
    BALLOTS = "a column with whole rankings"


@dataclass(frozen=True)
class Layout:
    """How a table is laid out.

    Parameters
    ----------
    form : Form
    has_header : bool
        Whether the first row names the columns.
    columns : tuple of int
        The columns of candidates or places, in order, or the one with whole rankings.
    count, side : int or None
        The column that tells how many voters cast a ballot, and of which side they are.
    nameless : frozenset of int
        The columns whose name is empty; nothing may stand there.
    width : int
        How many columns there are.
    """

    form: Form
    has_header: bool
    columns: tuple[int, ...]
    count: int | None = None
    side: int | None = None
    nameless: frozenset[int] = frozenset()
    width: int = 0


def layout_of(rows: tuple[Row, ...]) -> Layout:
    """Return how a table is laid out, from its first two rows."""
    head = [cell.text.casefold() for cell in rows[0]]
    if any(">" in word for word in head):
        return _without_header(rows[0], Form.BALLOTS)
    nameless = frozenset(index for index, word in enumerate(head) if not word)
    count, side, ballot = (_column(head, words) for words in (COUNT_WORDS, SIDE_WORDS, BALLOT_WORDS))
    if ballot is not None:
        return Layout(Form.BALLOTS, True, (ballot,), count, side, nameless, len(head))
    others = COUNT_WORDS | SIDE_WORDS | VOTER_WORDS
    columns = tuple(index for index, word in enumerate(head) if word and word not in others)
    places = [_PLACE.fullmatch(head[index]) for index in columns]
    if columns and [int(place[1]) if place else 0 for place in places] == list(range(1, len(columns) + 1)):
        return Layout(Form.PLACES, True, columns, count, side, nameless, len(head))
    if len(rows) > 1 and _are_rankings(rows[0], rows[1]):
        return _without_header(rows[0], Form.PLACES)
    return Layout(Form.CANDIDATES, True, columns, count, side, nameless, len(head))


def is_number(word: str) -> bool:
    """Whether a word is a whole number."""
    return _NUMBER.fullmatch(word) is not None


def _column(head: list[str], words: set[str]) -> int | None:
    return next((index for index, word in enumerate(head) if word in words), None)


def _without_header(row: Row, form: Form) -> Layout:
    """Return the layout of rows that begin with a count, if the first of them does."""
    has_count = len(row) > 1 and is_number(row[0].text) and (form is Form.BALLOTS or not _all_numbers(row))
    columns = tuple(range(int(has_count), len(row)))
    if form is Form.BALLOTS:
        columns = next(((i,) for i in columns if ">" in row[i].text), columns[:1])
    return Layout(form, False, columns, 0 if has_count else None)


def _are_rankings(first: Row, second: Row) -> bool:
    """Whether two rows are rankings of the same names, so that the first is no header."""
    names, others = (_names(row) for row in (first, second))
    marks = APPROVING | REFUSING | NEITHER
    is_header_over_ranks = sorted(others) == [str(place) for place in range(1, len(others) + 1)]
    return bool(others) and set(others) <= set(names) and not set(others) <= marks and not is_header_over_ranks


def _names(row: Row) -> list[str]:
    texts = [cell.text for cell in row if cell.text]
    return texts if _all_numbers(row) else [text for at, text in enumerate(texts) if at or not is_number(text)]


def _all_numbers(row: Row) -> bool:
    return all(is_number(cell.text) for cell in row if cell.text)
