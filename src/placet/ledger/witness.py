"""One who watches a log: cosigns a checkpoint only if it continues what was seen before, and keeps proof of a fork."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placet.ledger.checkpoint import Checkpoint, read_checkpoint
from placet.ledger.notes import Note, NoteKey, Signature, cosign, read_note, verified
from placet.ledger.tree import verify_consistency
from placet.seal.faults import SealError
from placet.seal.keys import Keys


class ForkError(SealError):
    """A log shows a history that contradicts one it showed before; both signed checkpoints together prove it."""

    def __init__(self, found: str, expected: str, seen: bytes, shown: bytes) -> None:
        super().__init__(found, expected)
        self.seen = seen
        self.shown = shown


@dataclass(frozen=True)
class Watched:
    """What a side remembers of a log between visits: the newest checkpoint it let pass, as signed, or nothing yet."""

    note: bytes = b""

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The checkpoint remembered."""
        return read_checkpoint(read_note(self.note).text) if self.note else None


def watch(watched: Watched, note: Note, proof: Sequence[bytes], log: NoteKey) -> Watched:
    """Return what to remember after a visit: the new checkpoint, if it continues the one remembered.

    Keep the result durably before the cosignature leaves the machine.

    Raises
    ------
    SealError
        When the checkpoint is not the log's, or not signed by its keeper.
    ForkError
        When it is smaller than, or not a continuation of, the one remembered: entries were dropped, changed or
        reordered, the database was rolled back, or different sides are shown different logs.
    """
    if log not in verified(note, [log]):
        raise SealError("a checkpoint that the log's keeper did not sign", f"one signed by {log.name}")
    shown, seen = read_checkpoint(note.text), watched.checkpoint
    if shown.origin != log.name:
        raise SealError(f"a checkpoint of {shown.origin}", f"one of {log.name}")
    if seen is not None:
        if shown.size < seen.size:
            raise ForkError(
                f"a log of {shown.size} entries that had {seen.size}",
                "a log that only grows",
                watched.note,
                note.to_bytes(),
            )
        if not verify_consistency(seen.size, shown.size, proof, seen.root, shown.root):
            raise ForkError(
                f"a log whose first {seen.size} entries are not the ones shown before, or no proof of it",
                "a proof that the log only grew",
                watched.note,
                note.to_bytes(),
            )
    return Watched(note.to_bytes())


def cosignature(note: Note, keys: Keys, second: int) -> Signature:
    """Cosign a checkpoint that `watch` has let pass, at this second since 1970."""
    return cosign(note.text, keys.id, keys.signing, second)
