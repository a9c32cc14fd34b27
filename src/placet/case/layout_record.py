"""The part of the case file that says who said what: the record and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from placet.case.catalogs import CatalogOf, MapOf
from placet.case.date_leaves import HeldSince, ImpreciseDate
from placet.case.dates import When
from placet.case.faults import Reading
from placet.case.ids import Id, Ref
from placet.case.layout_forms import ASSUMPTION, NOTE, SIDE
from placet.case.layout_forms import SOURCE as SOURCE_ID
from placet.case.layout_words import LANG, TEXT
from placet.case.leaves import BROKEN, Broken, OneOf, Schema, Whole, Words
from placet.case.local_checks import check_entry
from placet.case.nouns import Entry, Source, Stance, Votes
from placet.case.paths import FileInFolder
from placet.case.records import Field, Record
from placet.case.shapes import Made
from placet.case.spoken import found
from placet.case.tree import Node, Scalar, Sequence

_LINE: Final = Words()


_VOTES: Final = Record(
    "the votes for a candidate",
    (
        Field("for", Whole("a number of votes"), "Members who say yes.", required=True, attribute="in_favour"),
        Field("against", Whole("a number of votes"), "Members who say no."),
        Field("silent", Whole("a number of votes"), "Members who say nothing."),
    ),
    Votes,
)


def _entry(index: int, on: When | None = None, **values: Any) -> Entry:
    return Entry(index, on, **values)


_ENTRY: Final = Record(
    "an entry of the record",
    (
        Field("on", ImpreciseDate(), "When it was said or happened."),
        Field("by", _LINE, "Who said it."),
        Field("demand", Ref("demand", "the id of a demand"), "The demand that it concerns."),
        Field("stance", OneOf({stance.value: stance for stance in Stance}), "What it does to the demand."),
        Field("held_since", HeldSince(), "Since when, by this report, the demand has been held."),
        Field("event", Id(), "Entries of one event whose dates or figures differ are sources that disagree."),
        Field("side", SIDE, "The side whose members voted."),
        Field(
            "tally",
            MapOf("votes by candidate, such as {haddad: {for: 9}}", _VOTES, kind=("candidate", "")),
            "How its members voted; {} is a poll that tells of nobody.",
        ),
        Field(
            "quote",
            Words("the words that were said", lines=True, balanced=False),
            "Word for word as the source has it; [...] joins pieces.",
        ),
        Field("lang", LANG, "The language of the quotation."),
        Field("source", SOURCE_ID),
        ASSUMPTION,
        NOTE,
    ),
    _entry,
    check_entry,
)


@dataclass(frozen=True)
class _Entries:
    """The record: a list of entries, numbered from 0."""

    expected: str = 'a list of entries, each begun with "- "'

    def read(self, node: Node, reading: Reading) -> tuple[Entry, ...] | Broken:
        if not isinstance(node, Sequence):
            reading.fault(node, found(node), self.expected)
            return BROKEN
        entries: list[Any] = []
        for index, part in enumerate(node.items):
            reading.declare(("entry", ""), Scalar(str(index), is_plain=True, line=part.line, column=part.column), part)
            entries.append(_ENTRY.read(part, reading, index=index))
        return tuple(entry for entry in entries if entry is not BROKEN)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        return {"type": "array", "items": _ENTRY.schema(defs)}


RECORD: Final = _Entries()

UNFILLED = "..."
"""What the examples write where a fingerprint is still to come."""

_SHA256: Final = Made(
    Words("64 hexadecimal digits", pattern=r"[0-9a-fA-F]{64}|\.\.\."),
    lambda text: None if text == UNFILLED else text.lower(),
)
_WEB = r"https?://\S+|(?![A-Za-z][A-Za-z0-9+.-]*:)\S+"

SOURCES: Final = CatalogOf(
    "source",
    Record(
        "a source",
        (
            Field("title", TEXT),
            Field("publisher", _LINE),
            Field("url", Words("an address that begins with https:// or http://", pattern=_WEB)),
            Field("dated", ImpreciseDate(), "When it was published."),
            Field("file", FileInFolder(), "Its text, beside the case file."),
            Field("sha256", _SHA256, "The fingerprint of that file."),
            Field("lang", LANG),
            ASSUMPTION,
        ),
        Source,
    ),
    "sources by id",
)
