"""YAML text becomes a tree; what makes YAML dangerous or surprising is refused.

Anchors, aliases, tags, merge keys and several documents are refused; size, depth and number of nodes are bounded.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from placet.case import syntax
from placet.case.spoken import quoted
from placet.case.tree import Mapping, Node, Scalar, Sequence
from placet.errors import CaseError, Fault

DEEPEST = 60
MOST_NODES = 1_000_000
MOST_FAULTS = 1_000


_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def _join(halves: re.Match[str]) -> str:
    """Return the one escape of YAML for the two with which JSON writes a rare character."""
    high, low = int(halves[2], 16), int(halves[3], 16)
    return f"{halves[1]}\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"


def compose(text: str, file: str, loader: Any = None) -> tuple[Node, list[Fault]]:
    """Return the tree of a YAML text, and the faults that leave a tree behind (names that stand twice).

    Parameters
    ----------
    text : str
        Decoded, without byte order mark.
    file : str
        The file's name for messages.
    loader : class, optional
        PyYAML's loader; the fast one of libyaml where it is installed.

    Raises
    ------
    CaseError
        If the text is not YAML, or uses what is refused.

    Notes
    -----
    Linear in the length of the text.
    """
    if text.lstrip()[:1] == "{":
        text = _HALVES.sub(_join, text)
    parser = (loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader))(text)
    composer = _Composer(file)
    try:
        while parser.check_event():
            composer.take(parser.get_event())
    except yaml.YAMLError as error:
        raise CaseError((*composer.refused, syntax.explain(error, file, text))) from None
    except (ValueError, OverflowError):
        # PyYAML without libyaml trips over escapes such as "\UFFFFFFFF"
        mark = parser.get_mark()
        fault = Fault(file, mark.line + 1, mark.column + 1, "an escape that names no character", "a character")
        raise CaseError((*composer.refused, fault)) from None
    finally:
        parser.dispose()
    return composer.result()


class _Frame:
    """A list or named values whose end has not been reached."""

    __slots__ = ("key", "node", "seen")

    def __init__(self, node: Sequence | Mapping) -> None:
        self.node = node
        self.key: Scalar | None = None
        self.seen: dict[str, int] = {}


class _Composer:
    """Builds the tree from parsing events without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.frames: list[_Frame] = []
        self.refused: list[Fault] = []
        self.repeated: list[Fault] = []
        self.nodes = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        node: Node
        match event:
            case yaml.ScalarEvent():
                node = Scalar(event.value, not event.style, line, column)
            case yaml.MappingStartEvent():
                node = Mapping([], line, column)
            case yaml.SequenceStartEvent():
                node = Sequence([], line, column)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.frames.pop()
                return
            case yaml.AliasEvent():
                self._refuse(line, column, f"*{event.anchor}, which stands for another place", "the words themselves")
                node = Scalar(f"*{event.anchor}", is_plain=False, line=line, column=column)
            case yaml.DocumentStartEvent() if self.documents:
                self._stop(line, column, "a second document, begun by ---", "one case in a file")
            case yaml.DocumentStartEvent():
                self.documents = 1
                return
            case _:
                return
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._stop(line, column, f"more than {MOST_NODES:,} values", "a smaller case")
        if not isinstance(event, yaml.AliasEvent):
            self._refuse_marks(event, line, column)
        self._place(node)
        if not isinstance(node, Scalar):
            if len(self.frames) == DEEPEST:
                self._stop(line, column, f"more than {DEEPEST} lists within each other", "a simpler structure")
            self.frames.append(_Frame(node))

    def result(self) -> tuple[Node, list[Fault]]:
        if self.refused:
            raise CaseError(tuple(self.refused))
        if self.root is None:
            raise CaseError((Fault(self.file, 1, 1, "an empty file", 'a case, whose first line is "placet: 1"'),))
        return self.root, self.repeated

    def _place(self, node: Node) -> None:
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        if isinstance(frame.node, Sequence):
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = self._key(node)
        else:
            first = frame.seen.setdefault(frame.key.text, frame.key.line)
            if len(frame.seen) > len(frame.node.pairs):
                frame.node.pairs.append((frame.key, node))
            elif len(self.repeated) < MOST_FAULTS:
                key = frame.key
                found = f"{quoted(key.text)} a second time"
                expected = f"each name once (the first stands on line {first})"
                self.repeated.append(Fault(self.file, key.line, key.column, found, expected))
            frame.key = None

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._refuse(node.line, node.column, "a list where a name should stand", "a name before the colon")
            return Scalar("", is_plain=False, line=node.line, column=node.column)
        if node.is_plain and node.text == "<<":
            self._refuse(node.line, node.column, "<<, which copies from another place", "the words themselves")
        return node

    def _refuse_marks(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            found = f"&{event.anchor}, which names a place to be copied"
            self._refuse(line, column, found, "the words without it (or in quotation marks)")
        if event.tag is not None:
            found = f"{quoted(event.tag)}, a tag"
            self._refuse(line, column, found, "the words without it (or in quotation marks)")

    def _refuse(self, line: int, column: int, found: str, expected: str) -> None:
        if len(self.refused) < MOST_FAULTS:
            self.refused.append(Fault(self.file, line, column, found, expected))

    def _stop(self, line: int, column: int, found: str, expected: str) -> NoReturn:
        raise CaseError((*self.refused, Fault(self.file, line, column, found, expected)))
