"""A sheet that its own side lets be known: the envelope, and the sheet and salt that fit its commitment."""

from __future__ import annotations

from placet.seal.canonical import canonical, read_canonical
from placet.seal.envelope import SALT_BYTES, Envelope, Kept, read_envelope
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, pairs, raw
from placet.seal.opening import check_kept
from placet.seal.terms import Terms

KEYS = ("placet-revealed", "envelope", "salt", "sheet")


def reveal(envelope: Envelope, kept: Kept) -> bytes:
    """Return the bytes of a file by which everybody can see what a side had sealed."""
    written = read_canonical(envelope.to_bytes(), "the envelope")
    return canonical({"placet-revealed": "1", "envelope": written, "salt": kept.salt.hex(), "sheet": kept.sheet})


def read_revealed(data: bytes, terms: Terms) -> tuple[Envelope, Kept]:
    """Return the envelope and the sheet in such a file.

    Raises
    ------
    SealError
        When the side did not sign the envelope for these terms, or the sheet is not the one that it sealed.
    """
    fields = check_keys(read_canonical(data.strip(), "the revealed sheet"), KEYS, "a revealed sheet")
    if fields["placet-revealed"] != "1":
        raise SealError(f"a revealed sheet of version {fields['placet-revealed']!r}", "version '1'")
    envelope = read_envelope(canonical(fields["envelope"]), terms)
    kept = Kept(pairs(fields["sheet"], "the sheet"), raw(fields["salt"], "a salt", SALT_BYTES))
    check_kept(envelope, kept)
    return envelope, kept


def names_on(kept: Kept, key: str) -> tuple[str, ...]:
    """Return the names that a sheet strikes or ranks, as far as it has the form of a sheet."""
    written = kept.sheet.get(key)
    return tuple(str(one) for one in written) if isinstance(written, list) else ()
