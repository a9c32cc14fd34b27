"""A signed envelope: a side's sheet that an authorised set can open and nobody else can make, move or bend.

The sealer draws a content key, encrypts the padded sheet with it, splits it for every authorised set, and seals each
share to its holder. Everything is bound to the terms of the round, and the whole is signed.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from placet.seal.canonical import canonical, plain, read_canonical
from placet.seal.digests import digest, same
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, identifier, items, raw, text, whole
from placet.seal.keys import Keys, check_signature
from placet.seal.padding import pad
from placet.seal.shares import KEY_BYTES, SEALED_BYTES, seal_share, share_check, split
from placet.seal.terms import Terms

HEAD_KEYS = (
    "placet-envelope",
    "case",
    "round",
    "terms",
    "side",
    "sequence",
    "previous",
    "commitment",
    "key_check",
    "contents",
    "signature",
)
CONTENTS_KEYS = ("box", "shares")
KEYS = (*HEAD_KEYS, *CONTENTS_KEYS)
SHARE_KEYS = ("holder", "check", "sealed")
SALT_BYTES = 32
TAG_BYTES = 16
ONCE = bytes(12)
"""The nonce of the box: each content key encrypts one sheet and is never used again."""


@dataclass(frozen=True)
class SealedShare:
    """One holder's share, sealed to that holder, with the digest by which the share is recognised."""

    holder: str
    check: bytes
    sealed: bytes


@dataclass(frozen=True)
class Contents:
    """The sealed part of an envelope: the encrypted sheet, and a share of its key for each holder of each set.

    `shares` follow the authorised sets of the terms, and within a set its order of holders.
    """

    box: bytes
    shares: tuple[tuple[SealedShare, ...], ...]

    @cached_property
    def digest(self) -> bytes:
        """32 bytes that stand for the sealed part."""
        return digest("contents", canonical(self.to_dict()))

    def to_dict(self) -> dict[str, Any]:
        """Return the sealed part as the ledger holds it."""
        return {
            "box": self.box.hex(),
            "shares": [
                [{"holder": one.holder, "check": one.check.hex(), "sealed": one.sealed.hex()} for one in chosen]
                for chosen in self.shares
            ],
        }


@dataclass(frozen=True)
class Head:
    """The signed part of an envelope. Everybody may see it for ever: it tells who has sealed, and nothing of what.

    `sequence` counts a side's envelopes in a round from 1; `previous` is the digest of the one it replaces, empty for
    the first. `contents` is the digest of the sealed part, which can be kept from the public.
    """

    case: str
    round: str
    terms: bytes
    side: str
    sequence: int
    previous: bytes
    commitment: bytes
    key_check: bytes
    contents: bytes
    signature: bytes

    @cached_property
    def body(self) -> bytes:
        """The canonical bytes that are signed: all but the signature."""
        return canonical({key: value for key, value in self.to_dict().items() if key != "signature"})

    @cached_property
    def digest(self) -> bytes:
        """32 bytes that stand for the envelope, signature and all."""
        return digest("envelope", canonical(self.to_dict()))

    @property
    def context(self) -> bytes:
        """What the sheet and its shares are bound to: the terms, the side, and its place among the side's envelopes."""
        return seal_context(self.terms, self.side, self.sequence, self.previous)

    def to_dict(self) -> dict[str, str]:
        """Return the head as the ledger holds it."""
        return {
            "placet-envelope": "1",
            "case": self.case,
            "round": self.round,
            "terms": self.terms.hex(),
            "side": self.side,
            "sequence": str(self.sequence),
            "previous": self.previous.hex(),
            "commitment": self.commitment.hex(),
            "key_check": self.key_check.hex(),
            "contents": self.contents.hex(),
            "signature": self.signature.hex(),
        }


@dataclass(frozen=True)
class Envelope:
    """A sheet handed in: the signed head, and the sealed part that the head is bound to."""

    head: Head
    contents: Contents

    @property
    def side(self) -> str:
        """Whose it is."""
        return self.head.side

    @property
    def digest(self) -> bytes:
        """32 bytes that stand for this envelope."""
        return self.head.digest

    def to_bytes(self) -> bytes:
        """Return the canonical bytes of the envelope, as its file holds them."""
        return canonical({**self.head.to_dict(), **self.contents.to_dict()})


@dataclass(frozen=True, repr=False)
class Kept:
    """What the side itself keeps of a sheet that it sealed: enough to prove later what it said, or to let it be known.

    The salt opens the commitment. Whoever has this knows the sheet: keep it as you keep the key.
    """

    sheet: Any
    salt: bytes


def seal(sheet: Any, terms: Terms, keys: Keys, sequence: int = 1, previous: bytes = b"") -> tuple[Envelope, Kept]:
    """Seal a sheet under the terms of a round, as the side whose keys these are.

    Parameters
    ----------
    sheet : mapping of texts, truths, lists and objects
        What the side says. Whether the procedure can use it is not looked at here: a sheet it cannot use counts as
        silence.
    sequence, previous : int, bytes
        1 and nothing for a side's first envelope; one more, and the digest of the last, for one that replaces it.

    Returns
    -------
    tuple of Envelope and Kept
        The envelope to hand in, and what to keep.

    Notes
    -----
    0.9 ms for a sheet of 4 KiB, two sets and five shares (`benchmarks/sealing.py`); one HPKE seal for each share.
    """
    card = terms.sides.get(keys.id)
    if card is None or card.signing != keys.card.signing:
        raise SealError(f"the keys of {keys.id}", f"those enrolled for a side: {', '.join(sorted(terms.sides))}")
    if sequence < 1 or (sequence == 1) != (previous == b"") or (previous and len(previous) != 32):
        raise SealError(f"envelope number {sequence} after {previous.hex() or 'none'}", "each after the one before it")
    if not isinstance(sheet, Mapping):
        raise SealError("a sheet that is not an object", 'an object such as {"strikes": [...]}')
    context = seal_context(terms.digest, keys.id, sequence, previous)
    content, salt, key = canonical(sheet), secrets.token_bytes(SALT_BYTES), secrets.token_bytes(KEY_BYTES)
    commitment = commit(context, salt, content)
    box = AESGCM(key).encrypt(ONCE, salt + pad(content, terms.size), digest("box", context, commitment))
    shares = tuple(
        tuple(
            SealedShare(
                holder,
                share_check(context, place, holder, share),
                seal_share(share, terms.holders[holder].sealing, binding(context, commitment, place, holder)),
            )
            for holder, share in zip(chosen, split(key, context, place, chosen), strict=True)
        )
        for place, chosen in enumerate(terms.sets)
    )
    contents = Contents(box, shares)
    unsigned = Head(
        case=terms.case,
        round=terms.round,
        terms=terms.digest,
        side=keys.id,
        sequence=sequence,
        previous=previous,
        commitment=commitment,
        key_check=digest("key", context, key),
        contents=contents.digest,
        signature=b"",
    )
    head = replace(unsigned, signature=keys.sign("envelope", unsigned.body))
    return Envelope(head, contents), Kept(plain(sheet), salt)


def read_envelope(data: bytes, terms: Terms) -> Envelope:
    """Return the envelope in these bytes, refusing one that its side did not sign for these very terms.

    What is checked needs no secret: the form and every length, the digest of the terms, that each authorised set has
    its share, the signature. Whether it follows the side's last envelope is for who keeps the ledger.
    """
    fields = check_keys(read_canonical(data.strip(), "the envelope"), KEYS, "an envelope")
    head = head_from({key: fields[key] for key in HEAD_KEYS}, terms)
    return joined(head, contents_from({key: fields[key] for key in CONTENTS_KEYS}, terms))


def head_from(value: Any, terms: Terms) -> Head:
    """Return the head of an envelope from its fields, checked as far as it can be without the sealed part."""
    fields = check_keys(value, HEAD_KEYS, "the head of an envelope")
    if text(fields["placet-envelope"], "the version of an envelope") != "1":
        raise SealError(f"an envelope of version {fields['placet-envelope']!r}", "version '1'")
    head = Head(
        case=identifier(fields["case"], "case of an envelope"),
        round=identifier(fields["round"], "round of an envelope"),
        terms=raw(fields["terms"], "the digest of the terms", 32),
        side=identifier(fields["side"], "side of an envelope"),
        sequence=whole(fields["sequence"], "number of an envelope"),
        previous=raw(fields["previous"], "the digest of the envelope before"),
        commitment=raw(fields["commitment"], "a commitment", 32),
        key_check=raw(fields["key_check"], "the digest of a content key", 32),
        contents=raw(fields["contents"], "the digest of the sealed part", 32),
        signature=raw(fields["signature"], "a signature", 64),
    )
    if (head.case, head.round) != (terms.case, terms.round):
        raise SealError(
            f"an envelope for {head.case}, round {head.round}", f"one for {terms.case}, round {terms.round}"
        )
    if head.terms != terms.digest:
        raise SealError(
            "an envelope sealed under other terms", "the same list, rules, keys and hours as this round has"
        )
    if head.side not in terms.sides:
        raise SealError(f"an envelope from {head.side}", f"one of the sides {', '.join(sorted(terms.sides))}")
    if head.sequence < 1 or len(head.previous) != (0 if head.sequence == 1 else 32):
        raise SealError(f"envelope number {head.sequence} with a wrong link", "each bound to the one before it")
    check_signature(
        terms.sides[head.side].signing, "envelope", head.body, head.signature, f"an envelope from {head.side}"
    )
    return head


def contents_from(value: Any, terms: Terms) -> Contents:
    """Return the sealed part of an envelope from its fields, with every length checked and each set's shares there."""
    fields = check_keys(value, CONTENTS_KEYS, "the sealed part of an envelope")
    return Contents(
        raw(fields["box"], "a sealed sheet", SALT_BYTES + terms.size + TAG_BYTES), _shares(fields["shares"], terms)
    )


def joined(head: Head, contents: Contents) -> Envelope:
    """Return an envelope from its two parts, refusing parts that do not belong together."""
    if not same(head.contents, contents.digest):
        raise SealError(f"a sealed part that {head.side} did not sign", "the one that belongs to the envelope's head")
    return Envelope(head, contents)


def seal_context(terms: bytes, side: str, sequence: int, previous: bytes) -> bytes:
    """Return what everything in an envelope is bound to, so that it opens in no other round, side or place."""
    return digest("context", terms, side.encode(), str(sequence).encode(), previous)


def commit(context: bytes, salt: bytes, content: bytes) -> bytes:
    """Return the commitment to a sheet: it tells nothing without the salt, and fits no other sheet."""
    return digest("commitment", context, salt, content)


def binding(context: bytes, commitment: bytes, place: int, holder: str) -> bytes:
    """Return the HPKE `info` of a share: the suite, the envelope, the set and the holder it belongs to."""
    return digest("share-info", context, commitment, str(place).encode(), holder.encode())


def _shares(value: Any, terms: Terms) -> tuple[tuple[SealedShare, ...], ...]:
    found = tuple(
        tuple(
            SealedShare(
                identifier(one["holder"], "holder of a share"),
                raw(one["check"], "the digest of a share", 32),
                raw(one["sealed"], "a sealed share", SEALED_BYTES),
            )
            for one in (check_keys(item, SHARE_KEYS, "a share") for item in items(chosen, "the shares of a set"))
        )
        for chosen in items(value, "the shares")
    )
    if tuple(tuple(one.holder for one in chosen) for chosen in found) != terms.sets:
        raise SealError(
            "an envelope whose shares are not for the authorised sets", "one share for each of their holders"
        )
    return found
