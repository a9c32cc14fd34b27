"""Opening an envelope: each holder of an authorised set releases a signed share; a wrong one names who is at fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from placet.seal.canonical import canonical, read_canonical
from placet.seal.digests import digest, same
from placet.seal.envelope import ONCE, SALT_BYTES, Envelope, Kept, binding, commit
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, identifier, raw, text, whole
from placet.seal.keys import Keys, check_signature
from placet.seal.padding import unpad
from placet.seal.shares import KEY_BYTES, join, open_share, share_check, split
from placet.seal.terms import Terms

KEYS = ("placet-release", "round", "closing", "envelope", "set", "holder", "share", "signature")


class SealerError(SealError):
    """The shares are the true ones and yet give no sheet: whoever sealed the envelope made it so. It is silence."""


@dataclass(frozen=True)
class Release:
    """A holder's share of one envelope for one authorised set, let go and signed.

    `closing` is the root of the ledger as the holder saw it closed (32 bytes): holders who were shown different ledgers
    sign different roots, and all can see it.
    """

    round: str
    closing: bytes
    envelope: bytes
    set: int
    holder: str
    share: bytes
    signature: bytes

    @property
    def body(self) -> bytes:
        """The canonical bytes that are signed: all but the signature."""
        return canonical({key: value for key, value in self._fields().items() if key != "signature"})

    def to_bytes(self) -> bytes:
        """Return the canonical bytes of the release, as a file and the ledger hold them."""
        return canonical(self._fields())

    def _fields(self) -> dict[str, str]:
        return {
            "placet-release": "1",
            "round": self.round,
            "closing": self.closing.hex(),
            "envelope": self.envelope.hex(),
            "set": str(self.set),
            "holder": self.holder,
            "share": self.share.hex(),
            "signature": self.signature.hex(),
        }


def own_share(envelope: Envelope, terms: Terms, keys: Keys, place: int) -> bytes:
    """Return the holder's own share for one authorised set, checked against the digest in the envelope.

    A holder does this when an envelope arrives, not at the deadline: a share that fails is a complaint while the side
    can still seal again.

    Raises
    ------
    SealError
        When the holder is not in that set, or the share is not the one that the envelope promises.
    """
    if not 0 <= place < len(terms.sets) or keys.id not in terms.sets[place]:
        raise SealError(f"{keys.id} for the authorised set {place}", "a set in which this holder is")
    promised = envelope.contents.shares[place][terms.sets[place].index(keys.id)]
    share = open_share(
        promised.sealed, keys.sealing, binding(envelope.head.context, envelope.head.commitment, place, keys.id)
    )
    if len(share) != KEY_BYTES or not same(share_check(envelope.head.context, place, keys.id, share), promised.check):
        raise SealError(
            f"a share from {envelope.side} that is not the one promised",
            "a share that fits; ask the side to seal again",
        )
    return share


def release(envelope: Envelope, terms: Terms, keys: Keys, place: int, closing: bytes) -> Release:
    """Let go of the holder's share of an envelope for one authorised set, signed over the closed ledger's root."""
    share = own_share(envelope, terms, keys, place)
    unsigned = Release(terms.round, closing, envelope.digest, place, keys.id, share, b"")
    return replace(unsigned, signature=keys.sign("release", unsigned.body))


def read_release(data: bytes, terms: Terms) -> Release:
    """Return the release in these bytes, refusing one that its holder did not sign for this round."""
    fields = check_keys(read_canonical(data.strip(), "the release"), KEYS, "a release")
    if text(fields["placet-release"], "the version of a release") != "1":
        raise SealError(f"a release of version {fields['placet-release']!r}", "version '1'")
    found = Release(
        round=identifier(fields["round"], "round of a release"),
        closing=raw(fields["closing"], "the root of the closed ledger", 32),
        envelope=raw(fields["envelope"], "the digest of an envelope", 32),
        set=whole(fields["set"], "authorised set"),
        holder=identifier(fields["holder"], "holder"),
        share=raw(fields["share"], "a share", KEY_BYTES),
        signature=raw(fields["signature"], "a signature", 64),
    )
    if found.round != terms.round:
        raise SealError(f"a release for the round {found.round}", f"one for {terms.round}")
    if found.set >= len(terms.sets) or found.holder not in terms.sets[found.set]:
        raise SealError(f"a release by {found.holder} for the set {found.set}", "one by a holder of that set")
    signing = terms.holders[found.holder].signing
    check_signature(signing, "release", found.body, found.signature, f"a release by {found.holder}")
    return found


def check_release(envelope: Envelope, terms: Terms, released: Release) -> None:
    """Refuse a release whose share is not the one the envelope promises: its holder is at fault, and all can see it."""
    if released.envelope != envelope.digest:
        raise SealError("a release for another envelope", "one for this envelope")
    promised = envelope.contents.shares[released.set][terms.sets[released.set].index(released.holder)]
    if not same(share_check(envelope.head.context, released.set, released.holder, released.share), promised.check):
        raise SealError(f"a share released by {released.holder} that is not the one sealed to them", "the true share")


def open_envelope(envelope: Envelope, terms: Terms, releases: Sequence[Release]) -> Kept:
    """Open an envelope with the releases of one authorised set, all of them.

    Returns
    -------
    Kept
        The sheet and its salt, as the side sealed them.

    Raises
    ------
    SealError
        When the releases are not one complete authorised set, or one of them is false: the message names the holder.
    SealerError
        When every share is the one promised and yet they give no sheet that fits the commitment, or another
        authorised set would have come to something else: the sealer's doing. Such an envelope is worth as much as
        silence, whichever set opens it.
    """
    places = {released.set for released in releases}
    if len(places) != 1:
        raise SealError("releases for several sets, or none", "all releases of one authorised set")
    (place,) = places
    by_holder: dict[str, bytes] = {}
    for released in releases:
        check_release(envelope, terms, released)
        by_holder[released.holder] = released.share
    if missing := [holder for holder in terms.sets[place] if holder not in by_holder]:
        raise SealError(f"an authorised set without {', '.join(missing)}", "a release from each of its holders")
    return _opened(envelope, terms, join([by_holder[holder] for holder in terms.sets[place]]))


def check_kept(envelope: Envelope, kept: Kept) -> None:
    """Refuse a sheet and salt that are not the ones the envelope commits to: how a side proves later what it said."""
    if not same(commit(envelope.head.context, kept.salt, canonical(kept.sheet)), envelope.head.commitment):
        raise SealError(
            f"a sheet that is not in the envelope of {envelope.side}", "the sheet and salt that were sealed"
        )


def _opened(envelope: Envelope, terms: Terms, key: bytes) -> Kept:
    fault = f"an envelope from {envelope.side} that its true shares do not open"
    if not same(digest("key", envelope.head.context, key), envelope.head.key_check):
        raise SealerError(fault, "shares of one key; the sealer split it wrongly")
    for place, chosen in enumerate(terms.sets):
        true = split(key, envelope.head.context, place, chosen)
        for promised, share in zip(envelope.contents.shares[place], true, strict=True):
            if not same(share_check(envelope.head.context, place, promised.holder, share), promised.check):
                raise SealerError(fault, "the same sheet for each authorised set")
    try:
        content = AESGCM(key).decrypt(
            ONCE, envelope.contents.box, digest("box", envelope.head.context, envelope.head.commitment)
        )
        salt, sheet = content[:SALT_BYTES], unpad(content[SALT_BYTES:])
        value: Mapping[str, Any] = read_canonical(sheet, "the sheet")
    except (InvalidTag, SealError) as error:
        raise SealerError(fault, "a sheet in the form that was agreed") from error
    if not same(commit(envelope.head.context, salt, sheet), envelope.head.commitment):
        raise SealerError(fault, "the sheet that the envelope commits to")
    return Kept(value, salt)
