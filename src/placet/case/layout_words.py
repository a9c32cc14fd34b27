"""The part of the case file that holds names and titles in several languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from placet.case.faults import Reading
from placet.case.leaves import BROKEN, Broken, Schema, Words, wrong
from placet.case.shapes import ByForm, Made
from placet.case.spoken import quoted
from placet.case.text import Text
from placet.case.tree import Mapping, Node

_LANG = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
LANG: Final = Words("a language such as en or ar", pattern=_LANG)
_LINE: Final = Words()


@dataclass(frozen=True)
class _ByLanguage:
    """The same words in several languages."""

    expected: str = "words by language, such as {en: Head}"

    def read(self, node: Node, reading: Reading) -> Text | Broken:
        if not isinstance(node, Mapping) or not node.pairs:
            return wrong(node, reading, self.expected)
        mistakes = reading.mistakes
        entries = []
        for key, value in node.pairs:
            if re.fullmatch(_LANG, key.text) is None:
                reading.fault(key, f"the language {quoted(key.text)}", LANG.expected)
            words = _LINE.read(value, reading)
            if not isinstance(words, Broken):
                entries.append((key.text, words))
        return BROKEN if reading.mistakes > mistakes else Text(tuple(entries))

    def schema(self, defs: dict[str, Schema]) -> Schema:
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{_LANG}$"},
            "additionalProperties": _LINE.schema(defs),
            "minProperties": 1,
        }


TEXT: Final = ByForm(
    "words, or words by language such as {en: Head}",
    single=Made(Words("words, or words by language such as {en: Head}"), Text.plain),
    named=_ByLanguage(),
)
