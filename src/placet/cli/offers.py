"""Conditional offers as a user writes them: ``north: no-ada if no-ben`` on the command line, or a YAML file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from placet.case.compose import compose
from placet.case.spoken import nearest, quoted, series
from placet.case.tree import Mapping, Node, Scalar
from placet.case.tree import Sequence as Items
from placet.errors import CaseError, Fault, PlacetError
from placet.zone.offers import Offer
from placet.zone.zone import Zone

LARGEST_FILE = 1_000_000
SHAPE = '"SIDE: DEMAND if DEMAND", several demands with commas between them'
KEYS = ("side", "lifts", "if")
_NAMES = re.compile(r"[^\s,]+")
_IF = re.compile(r"(?:^|\s)if(?:\s|$)", re.IGNORECASE)


@dataclass(frozen=True)
class _Word:
    """One word, and where it stands."""

    text: str
    file: str
    line: int
    column: int

    def fault(self, found: str, expected: str, suggestion: str | None = None) -> Fault:
        return Fault(self.file, self.line, self.column, found, expected, suggestion)


@dataclass(frozen=True)
class _Draft:
    """An offer as it was written."""

    side: _Word
    lifts: tuple[_Word, ...]
    condition: tuple[_Word, ...]


def read_offers(zone: Zone, written: Sequence[str], path: str | None) -> tuple[Offer, ...]:
    """Return the offers of ``--offer`` options, then those of a file.

    Raises
    ------
    CaseError
        With every mistake and its place; the line of an option is its number.
    """
    faults: list[Fault] = []
    drafts = [draft for number, text in enumerate(written, start=1) for draft in _from_words(text, number, faults)]
    if path is not None:
        drafts += _from_file(path, faults)
    for draft in drafts:
        faults.extend(_mistakes(zone, draft))
    if faults:
        raise CaseError(tuple(faults))
    return tuple(Offer(draft.side.text, _texts(draft.lifts), _texts(draft.condition)) for draft in drafts)


def _texts(words: Iterable[_Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words))


def _mistakes(zone: Zone, draft: _Draft) -> Iterator[Fault]:
    """Yield what cannot be meant: unknown names, another's demand, a red line."""
    case, demands = zone.case, zone.demands
    side = draft.side
    is_known = side.text in case.sides
    if not is_known:
        expected = f"a side: {series(case.sides)}"
        yield side.fault(quoted(side.text), expected, nearest(side.text, case.sides))
    for word, is_lifted in (*((word, True) for word in draft.lifts), *((word, False) for word in draft.condition)):
        demand = demands.get(word.text)
        if demand is None:
            yield word.fault(quoted(word.text), "a demand of the case", nearest(word.text, demands))
        elif is_lifted and is_known and demand.side != side.text:
            yield word.fault(
                f"{word.text}, a demand of {demand.side}", f"a demand of {side.text}, which makes the offer"
            )
        elif demand.is_red_line:
            yield word.fault(f"{word.text}, which is never given up", "a demand that can be given up")


def _from_words(text: str, number: int, faults: list[Fault]) -> Iterator[_Draft]:
    def words(start: int, end: int) -> tuple[_Word, ...]:
        found = _NAMES.finditer(text, start, end)
        return tuple(_Word(one[0], "--offer", number, one.start() + 1) for one in found if one[0] != "and")

    side, colon, _ = text.partition(":")
    cut = _IF.search(text, len(side) + 1)
    lifts = words(len(side) + 1, cut.start() if cut else len(text))
    condition = words(cut.end(), len(text)) if cut else ()
    if not colon or not side.strip() or not lifts or (cut and not condition):
        faults.append(Fault("--offer", number, 1, quoted(text), SHAPE))
        return
    yield _Draft(_Word(side.strip(), "--offer", number, 1), lifts, condition)


def _from_file(path: str, faults: list[Fault]) -> list[_Draft]:
    root, found = compose(_text_of(path), path)
    faults.extend(found)
    offers = root.get("offers") if isinstance(root, Mapping) else root
    if not isinstance(offers, Items):
        faults.append(Fault(path, root.line, root.column, "something else", "offers: [{side, lifts, if}, ...]"))
        return []
    return [draft for node in offers.items for draft in _from_node(node, path, faults)]


def _text_of(path: str) -> str:
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise PlacetError(f"{path} is larger than a list of offers can be.")
        return file.read_text(encoding="utf-8-sig")
    except OSError as mistake:
        raise PlacetError(f"{path} cannot be read: {mistake.strerror}.") from mistake
    except UnicodeDecodeError as mistake:
        raise PlacetError(f"{path} is not written in UTF-8.") from mistake


def _from_node(node: Node, path: str, faults: list[Fault]) -> Iterator[_Draft]:
    if not isinstance(node, Mapping):
        faults.append(Fault(path, node.line, node.column, "something else", "{side: ..., lifts: [...], if: [...]}"))
        return
    for key, _ in node.pairs:
        if key.text not in KEYS:
            meant = nearest(key.text, KEYS)
            faults.append(Fault(path, key.line, key.column, quoted(key.text), series(KEYS), meant))
    side, lifts = _words(node.get("side"), path, faults), _words(node.get("lifts"), path, faults)
    condition = _words(node.get("if"), path, faults)
    if len(side) != 1 or not lifts:
        faults.append(Fault(path, node.line, node.column, "an offer without them", "one side, and what it lifts"))
        return
    yield _Draft(side[0], lifts, condition)


def _words(node: Node | None, path: str, faults: list[Fault]) -> tuple[_Word, ...]:
    if node is None:
        return ()
    parts = node.items if isinstance(node, Items) else [node]
    found = []
    for part in parts:
        if isinstance(part, Scalar) and not part.is_nothing:
            found.append(_Word(part.text, path, part.line, part.column))
        else:
            faults.append(Fault(path, part.line, part.column, "something else", "an id, or a list of ids"))
    return tuple(found)
