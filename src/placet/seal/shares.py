"""Splitting a content key among the holders of each authorised set: all of a set open, fewer learn nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from placet.seal.digests import digest
from placet.seal.faults import SealError

KEY_BYTES = 32
SEALED_BYTES = KEY_BYTES + 48
HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)


def split(key: bytes, context: bytes, place: int, holders: Sequence[str]) -> tuple[bytes, ...]:
    """Return a share for each holder of an authorised set, whose exclusive or is the key.

    All but the last follow from the key by SHA-256, so that fewer than all tell nothing of a key that was drawn at
    random, and whoever has opened an envelope sees whether its other sets would have opened the same: a side cannot
    seal so that it may choose afterwards, by whose refusal its sheet is opened, whether it has said anything.
    """
    drawn = [digest("drawn-share", key, context, str(place).encode(), holder.encode()) for holder in holders[:-1]]
    return (*drawn, _xor([key, *drawn]))


def join(shares: Sequence[bytes]) -> bytes:
    """Return the key whose shares these are."""
    return _xor(shares)


def seal_share(share: bytes, sealing_key: bytes, binding: bytes) -> bytes:
    """Seal a share to a holder's public key; 80 bytes. `binding` says where it belongs, and opens it again."""
    try:
        return HPKE.encrypt(share, X25519PublicKey.from_public_bytes(sealing_key), binding)
    except ValueError as error:
        raise SealError("a sealing key to which nothing can be sealed", "the key on the holder's card") from error


def open_share(sealed: bytes, sealing_key: X25519PrivateKey, binding: bytes) -> bytes:
    """Open a share that was sealed to this key for this place, or refuse with a `SealError`."""
    try:
        return HPKE.decrypt(sealed, sealing_key, binding)
    except (InvalidTag, ValueError) as error:
        raise SealError("a share that this key does not open here", "one sealed to it for this envelope") from error


def share_check(context: bytes, place: int, holder: str, share: bytes) -> bytes:
    """Return the digest by which anyone recognises the true share once it is released."""
    return digest("share", context, str(place).encode(), holder.encode(), share)


def _xor(parts: Iterable[bytes]) -> bytes:
    return reduce(lambda one, other: bytes(a ^ b for a, b in zip(one, other, strict=True)), parts)
