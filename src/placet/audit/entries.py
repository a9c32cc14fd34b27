"""The kinds of entries in a round's ledger, and their canonical bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from placet.seal.canonical import canonical, read_canonical
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, text
from placet.seal.terms import moment, moment_text

KINDS: Mapping[str, tuple[str, ...]] = {
    "opened": ("agreement",),
    "agreed": ("side", "signature"),
    "sealed": ("contents",),
    "envelope": ("head",),
    "complaint": ("holder", "envelope", "set", "signature"),
    "extended": ("closes", "reason"),
    "closed": (),
    "release": ("release",),
    "declined": ("name", "reason"),
    "outcome": ("sheets", "appointment", "disclosed"),
    "cancelled": ("reason",),
}
"""Each kind of entry with the fields it has besides its kind and its time."""


@dataclass(frozen=True)
class Entry:
    """One entry: what happened, when the keeper's clock said it did, and the rest by its kind."""

    kind: str
    at: datetime
    fields: Mapping[str, Any]

    def to_bytes(self) -> bytes:
        """Return the canonical bytes that the ledger holds."""
        return canonical({"placet-entry": "1", "kind": self.kind, "at": moment_text(self.at), **self.fields})


def read_entry(body: bytes) -> Entry:
    """Return the entry in these bytes, refusing an unknown kind and fields that its kind does not have."""
    written = read_canonical(body, "the entry")
    kind = text(written.get("kind"), "the kind of an entry")
    if kind not in KINDS:
        raise SealError(f"an entry of the kind {kind!r}", f"one of {', '.join(KINDS)}")
    fields = dict(check_keys(written, ("placet-entry", "kind", "at", *KINDS[kind]), f"an entry of the kind {kind}"))
    if text(fields.pop("placet-entry"), "the version of an entry") != "1":
        raise SealError("an entry of another version", "version '1'; a newer placet may read it")
    del fields["kind"]
    return Entry(kind, moment(fields.pop("at"), "time of an entry"), fields)
