"""Paths in a case file: relative, plain on every system, and never out of the folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from placet.case.faults import Reading
from placet.case.leaves import BROKEN, Broken, Schema, Words, wrong
from placet.case.tree import Node

CASE_FILES = ("case.yaml", "case.json", "case.yml")
"""How the case file can be called, in the order in which it is looked for."""


@dataclass(frozen=True)
class FileInFolder:
    """A path that stays within the case folder on every system."""

    expected: str = "a path inside the case folder, such as sources/article.txt"

    def read(self, node: Node, reading: Reading) -> str | Broken:
        """Return the path as it is written."""
        path = Words(self.expected).read(node, reading)
        if isinstance(path, Broken):
            return BROKEN
        if path.lower() in CASE_FILES:
            return wrong(node, reading, "the file of a source, not the case itself")
        return path if stays_inside(path) else wrong(node, reading, self.expected)

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002 -- the protocol's
        """Return the schema of a relative path."""
        return {"type": "string", "pattern": r"^(?!.*(^|/)\.{1,2}(/|$))[^/\\:]+(/[^/\\:]+)*$"}


_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE)


def stays_inside(path: str) -> bool:
    """Whether a path is relative, forward and plain on Windows, macOS and Linux alike."""
    if len(path) > 200 or "\\" in path or ":" in path:
        return False
    parts = path.split("/")
    return not any(
        part in {"", ".", ".."} or part != part.strip(" ") or part.endswith(".") or _DEVICE.match(part)
        for part in parts
    )


def leaves_by_link(folder: Path, path: str) -> bool:
    """Whether a path inside the folder is, or passes through, a link that leads out of it."""
    try:
        home = folder.resolve()
        return not (home / path).resolve().is_relative_to(home)
    except (OSError, RuntimeError, ValueError):
        return True
