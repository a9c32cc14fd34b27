"""Who has cosigned the log of a round: those to whom its keeper could no longer show another one."""

from __future__ import annotations

from placet.audit.agreement import Agreement
from placet.audit.bundle import Bundle
from placet.ledger.notes import COSIGNATURE, NoteKey, read_note, verified
from placet.seal.faults import SealError


def cosigners(agreement: Agreement) -> tuple[NoteKey, ...]:
    """Return the keys of all who may cosign: sides and holders."""
    cards = {**agreement.terms.holders, **agreement.terms.sides}
    return tuple(NoteKey(name, COSIGNATURE, card.signing) for name, card in sorted(cards.items()))


def cosigned_closing(bundle: Bundle, agreement: Agreement, closing: int) -> frozenset[str]:
    """Return who cosigned the log as it was closed, or a later checkpoint of it, which holds the closing."""
    keys = cosigners(agreement)
    found: set[str] = set()
    for size, note in bundle.checkpoints.items():
        try:
            found |= {key.name for key in verified(read_note(note), keys)} if size >= closing else set()
        except SealError:
            continue  # told by the check of the checkpoints
    return frozenset(found)
