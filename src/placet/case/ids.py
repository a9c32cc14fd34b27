"""Ids: by what everything in a case is called, and how it is referred to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from placet.case.faults import Reading
from placet.case.leaves import Broken, Schema, wrong
from placet.case.tree import Node, Scalar

LONGEST_ID = 64
LONGEST_STEM = 40
"""Letters of an id made from a name, before the number that keeps it apart from others."""
ID_EXPECTED = "an id of letters, digits, full stops, hyphens and underscores"

_PLAIN_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\Z")
ID_SCHEMA: Final[Schema] = {
    "pattern": r"^[^\s:/\\{}\[\],\"'#&*!|<>%@`$()=;?^~+.-][^\s:/\\{}\[\],\"'#&*!|<>%@`$()=;?^~+]*$"
}


def is_id(text: str) -> bool:
    """Whether `text` can be an id: letters of any script, digits, and ``. _ -`` after the first."""
    if _PLAIN_ID.match(text):
        return True
    if not text or len(text) > LONGEST_ID or text[0] in ".-" or unicodedata.normalize("NFC", text) != text:
        return False
    return all(letter in "._-" or unicodedata.category(letter)[0] in "LM" or letter.isdecimal() for letter in text)


def why_no_id(text: str) -> str:
    """Return what an id must be, with the reason why `text` is none."""
    if len(text) > LONGEST_ID:
        return f"an id of at most {LONGEST_ID} letters"
    if unicodedata.normalize("NFC", text) != text:
        return f"{ID_EXPECTED}, composed as on a keyboard (Unicode NFC)"
    if text[:1] in {".", "-"}:
        return f"{ID_EXPECTED}, begun with a letter or a digit"
    return ID_EXPECTED


def free_id(name: str, taken: Container[str]) -> str:
    """Return an id made from a name: small letters of any script, digits and hyphens, and not yet taken.

    Latin letters lose their accents, so that ids are easy to type; those of other scripts stay as they are. A leading
    article is left out.
    """
    letters = []
    for letter in unicodedata.normalize("NFC", name).casefold():
        base = unicodedata.normalize("NFKD", letter)[0]
        kept = base if base.isascii() else letter
        is_kept = unicodedata.category(kept)[0] in "LM" or kept.isdecimal()
        letters.append(kept if is_kept else "-")
    words = [word for word in unicodedata.normalize("NFC", "".join(letters)).split("-") if word]
    if len(words) > 1 and name.casefold().split(" ")[0] in {"the", "a", "an"}:
        del words[0]
    stem = "-".join(words)[:LONGEST_STEM].strip("-") or "unnamed"
    number, found = 2, stem
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found


@dataclass(frozen=True)
class Id:
    """A name by which nothing in the case refers to anything, such as an event's."""

    expected: str = ID_EXPECTED

    def read(self, node: Node, reading: Reading) -> str | Broken:
        """Return the id."""
        if not isinstance(node, Scalar) or node.is_nothing:
            return wrong(node, reading, self.expected)
        return node.text if is_id(node.text) else wrong(node, reading, why_no_id(node.text))

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an id; digits alone are a number in JSON."""
        defs.setdefault("id", {"type": ["string", "integer"], "maxLength": LONGEST_ID, **ID_SCHEMA})
        return {"$ref": "#/$defs/id"}


@dataclass(frozen=True)
class Ref:
    """The id of something that the case declares; whether it does is known when all has been read."""

    kind: str
    expected: str
    owner: str = ""

    def read(self, node: Node, reading: Reading) -> str | Broken:
        """Return the id and note the reference."""
        if not isinstance(node, Scalar) or node.is_nothing:
            return wrong(node, reading, self.expected)
        reading.refer((self.kind, self.owner), node)
        return node.text

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an id."""
        return Id().schema(defs)
