"""A receipt: proof, in one text file checked offline, that an entry is in a log whose head others have cosigned."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placet.ledger.checkpoint import Checkpoint, read_checkpoint
from placet.ledger.notes import Note, NoteKey, read_note, verified
from placet.ledger.tree import leaf_hash, verify_inclusion
from placet.seal.faults import SealError

FIRST = "c2sp.org/tlog-proof@v1"
_HEAD = re.compile(
    re.escape(FIRST.encode())
    + rb"\nindex (?P<position>0|[1-9][0-9]{0,15})\n?(?P<proof>(?:[A-Za-z0-9+/]{43}=\n?){0,63})"
)


@dataclass(frozen=True)
class Receipt:
    """Where an entry stands in a log, the hashes that lead to the root, and the signed checkpoint with that root."""

    position: int
    proof: tuple[bytes, ...]
    note: Note

    def to_bytes(self) -> bytes:
        """Return the receipt as its file holds it, in the form of C2SP's tlog-proof.

        45 bytes for each doubling of the log, and the checkpoint.
        """
        hashes = "".join(base64.b64encode(one).decode() + "\n" for one in self.proof)
        return f"{FIRST}\nindex {self.position}\n{hashes}\n{self.note}".encode()


@dataclass(frozen=True)
class Proven:
    """What a checked receipt shows: the checkpoint, and who had cosigned it at which second since 1970."""

    checkpoint: Checkpoint
    position: int
    cosigned: Mapping[str, int]


def read_receipt(data: bytes) -> Receipt:
    """Return the receipt in these bytes; nothing is verified yet."""
    head, _, note = data.partition(b"\n\n")
    found = _HEAD.fullmatch(head)
    if found is None:
        raise SealError("a file that is not a receipt", f"a text that begins with {FIRST}, unchanged")
    proof = tuple(base64.b64decode(line) for line in found["proof"].split())
    if b"".join(base64.b64encode(one) + b"\n" for one in proof) != found["proof"] + b"\n" * bool(proof):
        raise SealError("a receipt whose hashes are written in another way", "the file as it was given")
    return Receipt(int(found["position"]), proof, read_note(note))


def check_receipt(receipt: Receipt, body: bytes, log: NoteKey, cosigners: Iterable[NoteKey] = ()) -> Proven:
    """Check that an entry is in the log, and say who has cosigned the head that proves it.

    Parameters
    ----------
    body : bytes
        The entry itself, byte for byte.
    log : NoteKey
        The key of the log's keeper; its name is the log's origin.
    cosigners : iterable of NoteKey
        Those who watch the log, with keys that the reader trusts. How many must have signed is the reader's to say.

    Raises
    ------
    SealError
        When the checkpoint is not signed by the log's keeper, is of another log, a known signature is wrong, or the
        entry does not lead to its root.
    """
    signed = verified(receipt.note, [log, *cosigners])
    if log not in signed:
        raise SealError("a checkpoint that the log's keeper did not sign", f"one signed by {log.name}")
    checkpoint = read_checkpoint(receipt.note.text)
    if checkpoint.origin != log.name:
        raise SealError(f"a receipt of the log {checkpoint.origin}", f"one of {log.name}")
    leaf = leaf_hash(body)
    if not verify_inclusion(leaf, receipt.position, checkpoint.size, receipt.proof, checkpoint.root):
        raise SealError("a receipt that does not prove this entry", "the receipt that was given for it")
    times = {key.name: second for key, second in signed.items() if second is not None}
    return Proven(checkpoint, receipt.position, times)
