"""What sides and holders sign besides envelopes and releases: that they agree, and that a share is false."""

from __future__ import annotations

from collections.abc import Collection

from placet.audit.agreement import Agreement
from placet.audit.entries import Entry
from placet.seal.canonical import canonical
from placet.seal.faults import SealError
from placet.seal.fields import raw, text, whole
from placet.seal.keys import check_signature


def agreement_statement(agreement: Agreement) -> bytes:
    """Return what a side signs when it says that it agrees to a round."""
    return canonical({"terms": agreement.terms.digest.hex(), "keeper": agreement.keeper.to_dict()})


def complaint_statement(envelope: bytes, place: int) -> bytes:
    """Return what a holder signs when a share it was sent is not the one promised."""
    return canonical({"envelope": envelope.hex(), "set": str(place)})


def agreed_by(agreement: Agreement, entry: Entry) -> str:
    """Return which side signed the agreement in an entry, refusing a false signature."""
    side = text(entry.fields["side"], "a side")
    if side not in agreement.terms.sides:
        raise SealError(f"an agreement of {side}", f"one of {', '.join(sorted(agreement.terms.sides))}")
    signature = raw(entry.fields["signature"], "a signature", 64)
    signing = agreement.terms.sides[side].signing
    check_signature(signing, "agree", agreement_statement(agreement), signature, f"the agreement of {side}")
    return side


def complaint_by(agreement: Agreement, envelopes: Collection[bytes], entry: Entry) -> tuple[str, bytes]:
    """Return which holder complains of which envelope in an entry, refusing a false signature."""
    holder, digest = text(entry.fields["holder"], "a holder"), raw(entry.fields["envelope"], "an envelope", 32)
    place = whole(entry.fields["set"], "set")
    sets = agreement.terms.sets
    if place >= len(sets) or holder not in sets[place] or digest not in envelopes:
        raise SealError(f"a complaint of {holder}", "one of a holder, of a share in an envelope in the ledger")
    signature = raw(entry.fields["signature"], "a signature", 64)
    signing = agreement.terms.holders[holder].signing
    statement = complaint_statement(digest, place)
    check_signature(signing, "complaint", statement, signature, f"the complaint of {holder}")
    return holder, digest
