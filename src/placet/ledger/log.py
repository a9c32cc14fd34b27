"""A log over a store: append, sign a checkpoint that never contradicts an earlier one, prove, give receipts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placet.ledger.checkpoint import Checkpoint, read_checkpoint
from placet.ledger.notes import Note, NoteKey, Signature, read_note, sign, verified
from placet.ledger.receipt import Receipt
from placet.ledger.store import Store, StoreError
from placet.ledger.tree import consistency_proof, inclusion_proof, leaf_hash, node_hash, root
from placet.seal.faults import SealError
from placet.seal.keys import Keys


class Log:
    """One append-only log. What an entry means is not known here.

    Parameters
    ----------
    store : Store
        Where it lies.
    origin : str
        Its name, without spaces, which stands in each checkpoint: a log for each case.
    """

    def __init__(self, store: Store, origin: str) -> None:
        self.store = store
        self.origin = origin

    def __len__(self) -> int:
        return self.store.size()

    def append(self, *bodies: bytes, at: int | None = None) -> int:
        """Append entries together and return the position of the first, when they are durable."""
        return self.store.append(bodies, at)

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield the entries in order."""
        return self.store.entries(start, stop)

    def head(self, size: int | None = None) -> Checkpoint:
        """Return the checkpoint, unsigned, of the first `size` entries, or of all."""
        size = len(self) if size is None else size
        return Checkpoint(self.origin, size, root(self.store.node, size))

    def checkpoint(self, keeper: Keys) -> Note:
        """Sign the present head and keep it.

        Raises
        ------
        StoreError
            When the store no longer holds what an earlier checkpoint signed: then nothing is signed, since two
            checkpoints that contradict each other could never be taken back.
        """
        for size, data in self.store.checkpoints()[-1:]:
            earlier = read_checkpoint(read_note(data).text)
            if size > len(self) or self.head(size) != earlier:
                raise StoreError(
                    f"the store does not hold the {size} entries that were signed for: it was rolled back or changed;"
                    " restore the newest backup before anything is signed"
                )
        head = self.head()
        fresh = Note(head.text, (sign(head.text, self.origin, keeper.signing),)).to_bytes()
        return read_note(self.store.keep_checkpoint(head.size, lambda there: there or fresh))

    def add_cosignature(self, size: int, signature: Signature, key: NoteKey) -> Note:
        """Add a cosignature to the checkpoint of this size, after verifying it, and keep it."""

        def added(there: bytes | None) -> bytes:
            if there is None:
                raise SealError(f"a cosignature for a checkpoint of size {size}", "one of a checkpoint that was signed")
            note = read_note(there).with_signature(signature)
            if key not in verified(note, [key]):
                raise SealError(f"a cosignature that is not by {key.name}", "one by this key")
            return note.to_bytes()

        return read_note(self.store.keep_checkpoint(size, added))

    def inclusion(self, position: int, size: int) -> tuple[bytes, ...]:
        """Return the proof that an entry is among the first `size`."""
        return inclusion_proof(self.store.node, position, size)

    def consistency(self, old: int, new: int) -> tuple[bytes, ...]:
        """Return the proof that the first `old` entries are the beginning of the first `new`."""
        return consistency_proof(self.store.node, old, new)

    def receipt(self, position: int, note: Note) -> Receipt:
        """Return the receipt of an entry under a signed checkpoint."""
        return Receipt(position, self.inclusion(position, read_checkpoint(note.text).size), note)


def root_of(bodies: Sequence[bytes]) -> bytes:
    """Return the root of all entries, computed from nothing but themselves; O(n), 1 s for 10^6."""
    level = [leaf_hash(body) for body in bodies]
    if not level:
        return root(_no_node, 0)
    while len(level) > 1:
        pairs = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = pairs + level[len(level) - len(level) % 2 :]
    return level[0]


def _no_node(level: int, position: int) -> bytes:
    raise AssertionError(level, position)
