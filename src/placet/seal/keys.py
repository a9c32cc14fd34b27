"""The two keys of one who takes part: one to sign (Ed25519), one that others seal to (X25519); their public card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from placet.seal.canonical import canonical, read_canonical
from placet.seal.digests import digest
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, identifier, raw, text

CARD_KEYS = ("placet-card", "id", "signing", "sealing", "signature")
GROUPS = 8


@dataclass(frozen=True)
class Card:
    """What everybody may know of one who takes part: an id and the public halves of the two keys.

    The card is signed with its own signing key, so that nobody can enrol another's sealing key as theirs. Whether the
    card is really theirs is for people: they compare the `fingerprint` outside the system.
    """

    id: str
    signing: bytes
    sealing: bytes
    signature: bytes

    @property
    def fingerprint(self) -> str:
        """Eight groups of five digits, to be read aloud over the telephone; about 132 bits."""
        number = int.from_bytes(digest("fingerprint", self.signing, self.sealing), "big")
        groups = []
        for _ in range(GROUPS):
            number, group = divmod(number, 100_000)
            groups.append(f"{group:05d}")
        return " ".join(groups)

    def to_dict(self) -> dict[str, str]:
        """Return the card as it is signed into a ledger."""
        return {
            "placet-card": "1",
            "id": self.id,
            "signing": self.signing.hex(),
            "sealing": self.sealing.hex(),
            "signature": self.signature.hex(),
        }

    def to_bytes(self) -> bytes:
        """Return the canonical bytes of the card, as a file holds them."""
        return canonical(self.to_dict())


@dataclass(frozen=True, repr=False)
class Keys:
    """The private keys of one who takes part; they leave the machine on which they were drawn only in a key file."""

    id: str
    signing: Ed25519PrivateKey
    sealing: X25519PrivateKey

    @property
    def card(self) -> Card:
        """The public card, signed."""
        signing, sealing = self.signing.public_key().public_bytes_raw(), self.sealing.public_key().public_bytes_raw()
        signature = self.sign("card", _enrolled(self.id, signing, sealing))
        return Card(self.id, signing, sealing, signature)

    def sign(self, purpose: str, message: bytes) -> bytes:
        """Sign a message for one purpose; it verifies for no other. 64 bytes."""
        return self.signing.sign(digest("sign/" + purpose, message))

    def __repr__(self) -> str:
        return f"Keys(id={self.id!r}, ...)"


def draw_keys(name: str) -> Keys:
    """Draw new keys from the operating system's randomness, for one who takes part under this id."""
    return Keys(identifier(name, "id"), Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def check_signature(public: bytes, purpose: str, message: bytes, signature: bytes, what: str) -> None:
    """Refuse a signature that the holder of this key did not make over this message for this purpose."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, digest("sign/" + purpose, message))
    except (InvalidSignature, ValueError) as error:
        raise SealError(f"{what} with a signature that does not verify", "what its owner signed, unchanged") from error


def card_from(value: Any) -> Card:
    """Return a card from its fields, refusing one that its own signing key did not sign."""
    fields: Mapping[str, Any] = check_keys(value, CARD_KEYS, "a card")
    if text(fields["placet-card"], "the version of a card") != "1":
        raise SealError(f"a card of version {fields['placet-card']!r}", "version '1'; a newer placet may read it")
    card = Card(
        identifier(fields["id"], "id of a card"),
        raw(fields["signing"], "a signing key", 32),
        raw(fields["sealing"], "a sealing key", 32),
        raw(fields["signature"], "the signature of a card", 64),
    )
    check_signature(
        card.signing, "card", _enrolled(card.id, card.signing, card.sealing), card.signature, f"the card of {card.id}"
    )
    return card


def read_card(data: bytes) -> Card:
    """Return a card from the bytes of its file."""
    return card_from(read_canonical(data.strip(), "the card"))


def _enrolled(name: str, signing: bytes, sealing: bytes) -> bytes:
    return canonical({"id": name, "signing": signing.hex(), "sealing": sealing.hex()})
