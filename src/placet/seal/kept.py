"""What a side keeps of its own sheet, in a file that only its own key file opens."""

from __future__ import annotations

from placet.seal.canonical import canonical, read_canonical
from placet.seal.digests import digest
from placet.seal.envelope import SALT_BYTES, Envelope, Kept
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, raw, text
from placet.seal.keys import Keys
from placet.seal.opening import check_kept
from placet.seal.shares import open_share, seal_share

KEYS = ("placet-kept", "envelope", "box")


def lock_kept(kept: Kept, envelope: Envelope, keys: Keys) -> bytes:
    """Return the bytes of a file with the sheet and its salt, sealed by a side to itself."""
    content = canonical({"salt": kept.salt.hex(), "sheet": kept.sheet})
    box = seal_share(content, keys.card.sealing, digest("kept-info", envelope.digest))
    return canonical({"placet-kept": "1", "envelope": envelope.digest.hex(), "box": box.hex()})


def unlock_kept(data: bytes, envelope: Envelope, keys: Keys) -> Kept:
    """Return the sheet and salt in such a file, checked against the envelope's commitment."""
    fields = check_keys(read_canonical(data.strip(), "the kept sheet"), KEYS, "a kept sheet")
    if text(fields["placet-kept"], "the version of a kept sheet") != "1":
        raise SealError(f"a kept sheet of version {fields['placet-kept']!r}", "version '1'")
    if raw(fields["envelope"], "the digest of an envelope", 32) != envelope.digest:
        raise SealError("a sheet kept of another envelope", "the one kept when this envelope was sealed")
    box = open_share(raw(fields["box"], "a kept sheet"), keys.sealing, digest("kept-info", envelope.digest))
    content = read_canonical(box, "the kept sheet")
    kept = Kept(content["sheet"], raw(content["salt"], "a salt", SALT_BYTES))
    check_kept(envelope, kept)
    return kept
