"""Signed notes as C2SP has them: a text, and below it signatures and cosignatures of known keys."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from placet.seal.faults import SealError

SIGNATURE, COSIGNATURE = 1, 4
DASH = "\u2014 "
MOST_BYTES, MOST_SIGNATURES = 256 * 1024, 1100
LATEST_SECOND = 2**63 - 1


@dataclass(frozen=True)
class NoteKey:
    """A public key that may sign notes: a name without spaces or plus, a kind, and 32 bytes of Ed25519.

    `kind` is `SIGNATURE` for the keeper of a log and `COSIGNATURE` for one who watches it.
    """

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of SHA-256 over name, newline, kind and key."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """The key as one word, to be copied into a list of those who are trusted."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"


@dataclass(frozen=True)
class Signature:
    """A line below a note: who signed it, with which key, and for a cosignature at which second since 1970."""

    name: str
    key_id: bytes
    data: bytes

    @property
    def line(self) -> str:
        """The line as it stands in the note, with its newline."""
        return f"{DASH}{self.name} {base64.b64encode(self.key_id + self.data).decode()}\n"


@dataclass(frozen=True)
class Note:
    """A text that ends with a newline, and what is signed below it."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(signature.line for signature in self.signatures)

    def to_bytes(self) -> bytes:
        """Return the note as its file holds it."""
        return str(self).encode()

    def with_signature(self, signature: Signature) -> Note:
        """Return the note with one more signature, replacing an earlier one by the same key."""
        kept = [one for one in self.signatures if (one.name, one.key_id) != (signature.name, signature.key_id)]
        return Note(self.text, (*kept, signature))


def note_key(vkey: str) -> NoteKey:
    """Return the key that a word such as `example.com/log+530d903a+Aekye...` names."""
    try:
        name, key_id, encoded = vkey.split("+", 2)
        material = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error) as error:
        raise SealError(f"the verifier key {vkey!r}", "NAME+ID+KEY, as the log's keeper gave it") from error
    if len(material) != 33 or material[0] not in (SIGNATURE, COSIGNATURE):
        raise SealError(f"the verifier key {vkey!r}", "an Ed25519 key of kind 1 or 4")
    key = NoteKey(_name(name), material[0], material[1:])
    if key.id.hex() != key_id:
        raise SealError(f"the verifier key {vkey!r}", f"the id {key.id.hex()} for this name and key")
    return key


def sign(text: str, name: str, private: Ed25519PrivateKey) -> Signature:
    """Sign a note's text as the keeper of a log."""
    key = NoteKey(_name(name), SIGNATURE, private.public_key().public_bytes_raw())
    return Signature(name, key.id, private.sign(_text(text).encode()))


def cosign(text: str, name: str, private: Ed25519PrivateKey, second: int) -> Signature:
    """Cosign a checkpoint's text as one who watches the log, at this second since 1970 in UTC."""
    if not 0 <= second <= LATEST_SECOND:
        raise ValueError(f"second {second}")
    key = NoteKey(_name(name), COSIGNATURE, private.public_key().public_bytes_raw())
    return Signature(name, key.id, second.to_bytes(8, "big") + private.sign(_cosigned(_text(text), second)))


def read_note(data: bytes) -> Note:
    """Return the note in these bytes; nothing is verified yet.

    Raises
    ------
    SealError
        For bytes that are not a note as the C2SP specification describes it.
    """
    if len(data) > MOST_BYTES:
        raise SealError(f"a note of {len(data):,} bytes", f"at most {MOST_BYTES:,}")
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SealError("a note that is not UTF-8", "the file as it was handed out") from error
    if any(ord(letter) < 0x20 and letter != "\n" for letter in whole):
        raise SealError("a note with control characters", "the file as it was handed out; no Windows line ends")
    text, gap, below = whole.rpartition("\n\n")
    if not gap or not below.endswith("\n") or not text:
        raise SealError("a note without signatures", "a text, an empty line, and lines that begin with a long dash")
    lines = below[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise SealError(f"a note with {len(lines):,} signatures", f"at most {MOST_SIGNATURES:,}")
    return Note(text + "\n", tuple(_signature(line) for line in lines))


def verified(note: Note, keys: Iterable[NoteKey]) -> dict[NoteKey, int | None]:
    """Return which of these keys signed the note, each with the second of its cosignature, or None for a signature.

    Signatures of unknown keys are passed over, as the specification asks; a known key's signature that does not verify
    spoils the whole note.

    Raises
    ------
    SealError
        When a known key's signature is wrong.
    """
    known = {(key.name, key.id): key for key in keys}
    found: dict[NoteKey, int | None] = {}
    for signature in note.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is None:
            continue
        second = _verify(note.text, key, signature)
        if key in found:
            raise SealError(f"a note signed twice by {key.name}", "each signature once")
        found[key] = second
    return found


def _verify(text: str, key: NoteKey, signature: Signature) -> int | None:
    data, second = signature.data, None
    message = text.encode()
    if key.kind == COSIGNATURE:
        second, data = int.from_bytes(data[:8], "big"), data[8:]
        message = _cosigned(text, second)
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(data, message)
    except (InvalidSignature, ValueError) as error:
        raise SealError(f"a note whose signature by {key.name} does not verify", "the note as it was signed") from error
    if second is not None and second > LATEST_SECOND:
        raise SealError(f"a cosignature by {key.name} at an impossible time", "a second since 1970")
    return second


def _cosigned(text: str, second: int) -> bytes:
    return f"cosignature/v1\ntime {second}\n{text}".encode()


def _signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(DASH).partition(" ")
    try:
        data = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error):
        data = b""
    if not line.startswith(DASH) or not space or len(data) < 5 or base64.b64encode(data).decode() != encoded:
        raise SealError("a note with a broken signature line", "a long dash, a name, and the signature in base64")
    return Signature(_name(name), data[:4], data[4:])


def _name(name: str) -> str:
    if not name or "+" in name or any(letter.isspace() or ord(letter) < 0x21 for letter in name):
        raise SealError(f"the key name {name!r}", "a name without spaces and plus signs")
    return name


def _text(text: str) -> str:
    if not text.endswith("\n") or any(ord(letter) < 0x20 and letter != "\n" for letter in text):
        raise SealError("a text that cannot be signed as a note", "lines that each end with a newline")
    return text
