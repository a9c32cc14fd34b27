"""A checkpoint: what a log says of itself at one moment, its origin, size and root, as a note that is signed."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from placet.seal.faults import SealError

LARGEST = 10**15


@dataclass(frozen=True)
class Checkpoint:
    """The head of a log: which log, how many entries, and the root of their tree (32 bytes)."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed: three lines, as C2SP's tlog-checkpoint has them, and none besides."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def read_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that a note's text states; lines beyond the third are refused, since nobody audits them."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not lines[0]:
        raise SealError("a checkpoint that is not three lines", "origin, size and root")
    origin, size, encoded = lines[:3]
    if not size.isascii() or not size.isdigit() or (len(size) > 1 and size[0] == "0") or int(size) > LARGEST:
        raise SealError(f"a checkpoint of size {size!r}", "a whole number without leading zeros")
    try:
        root = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error):
        root = b""
    if len(root) != 32 or base64.b64encode(root).decode() != encoded:
        raise SealError("a checkpoint whose root is not 32 bytes", "the root in base64")
    return Checkpoint(origin, int(size), root)
