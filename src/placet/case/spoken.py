"""How things found in a file are said in a message."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from placet.case.tree import Mapping, Node, Scalar

LONGEST_SUGGESTION = 80


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name closest to `word`, or None when none is close.

    Cost grows with the number of names; about 20 ms for 5,000.
    """
    if len(word) > LONGEST_SUGGESTION:
        return None
    by_folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def found(node: Node) -> str:
    """Say what stands at a place of the file."""
    if isinstance(node, Scalar):
        if node.is_nothing:
            return "nothing"
        return short(node.text) if node.is_plain and not isinstance(node.value, str) else quoted(node.text)
    if isinstance(node, Mapping):
        return "named values" if node.pairs else "an empty list"
    return "a list" if node.items else "an empty list"


def series(names: Iterable[str], last: str = "or") -> str:
    """Return names as a list that can be read aloud: ``a, b or c``."""
    listed = list(names)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def columns_found(names: Iterable[str]) -> str:
    """Say which columns a table has, the first eight of them."""
    shown = [short(name) for name in names if name]
    return f"the columns {', '.join(shown[:8])}{', ...' if len(shown) > 8 else ''}"


def quoted(words: str) -> str:
    """Return words in quotation marks, shortened, with what cannot be seen spelled out."""
    return f'"{short(words)}"'


def short(words: str) -> str:
    """Return at most about 60 letters of `words`, with invisible characters spelled out."""
    shown = words if len(words) <= 60 else words[:57] + "..."
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in shown)
