"""A key file: the private keys of one who takes part, encrypted under a passphrase (Argon2id, AES-256-GCM)."""

from __future__ import annotations

import os
import secrets
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from placet.seal.canonical import canonical, read_canonical
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, raw, text, whole
from placet.seal.keys import Card, Keys, card_from

FILE_KEYS = ("placet-key", "card", "kdf", "box")
KDF_KEYS = ("name", "memory_kib", "passes", "lanes", "salt")
MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4
MOST_MEMORY_KIB, MOST_PASSES, MOST_LANES = 1024 * 1024, 16, 16
SHORTEST_PASSPHRASE = 12


def lock(keys: Keys, passphrase: str) -> bytes:
    """Return the bytes of a key file that opens with this passphrase; about 0.2 s by design."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise SealError(
            f"a passphrase of {len(passphrase)} characters", f"at least {SHORTEST_PASSPHRASE}: four or five plain words"
        )
    kdf = {
        "name": "argon2id",
        "memory_kib": str(MEMORY_KIB),
        "passes": str(PASSES),
        "lanes": str(LANES),
        "salt": secrets.token_bytes(16).hex(),
    }
    head = {"placet-key": "1", "card": keys.card.to_dict(), "kdf": kdf}
    secret = keys.signing.private_bytes_raw() + keys.sealing.private_bytes_raw()
    nonce = secrets.token_bytes(12)
    box = nonce + AESGCM(_stretched(passphrase, kdf)).encrypt(nonce, secret, canonical(head))
    return canonical({**head, "box": box.hex()})


def unlock(data: bytes, passphrase: str) -> Keys:
    """Return the keys in the bytes of a key file, or say that the passphrase or the file is wrong."""
    fields, card = _fields(data)
    head = {key: fields[key] for key in FILE_KEYS[:3]}
    box = raw(fields["box"], "the keys of a key file", 12 + 64 + 16)
    try:
        secret = AESGCM(_stretched(passphrase, fields["kdf"])).decrypt(box[:12], box[12:], canonical(head))
    except InvalidTag as error:
        raise SealError(
            "a passphrase that does not open the key file", "the passphrase it was locked with, and the file unchanged"
        ) from error
    keys = Keys(
        card.id, Ed25519PrivateKey.from_private_bytes(secret[:32]), X25519PrivateKey.from_private_bytes(secret[32:])
    )
    if keys.card.to_dict() != card.to_dict():
        raise SealError("a key file whose card is of other keys", "the file as it was written")
    return keys


def card_of(data: bytes) -> Card:
    """Return the public card in the bytes of a key file; needs no passphrase."""
    return _fields(data)[1]


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that only its owner may read, and have it on the disk before returning.

    Raises
    ------
    SealError
        When there is such a file already: a key that is overwritten is lost.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError as error:
        raise SealError(f"{path}, which is there already", "a new name: a key that is overwritten is lost") from error
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fields(data: bytes) -> tuple[dict[str, Any], Card]:
    fields = read_canonical(data.strip(), "the key file")
    check_keys(fields, FILE_KEYS, "a key file")
    if text(fields["placet-key"], "the version of a key file") != "1":
        raise SealError(f"a key file of version {fields['placet-key']!r}", "version '1'; a newer placet may read it")
    return fields, card_from(fields["card"])


def _stretched(passphrase: str, kdf: Any) -> bytes:
    fields = check_keys(kdf, KDF_KEYS, "the passphrase settings")
    if fields["name"] != "argon2id":
        raise SealError(f"a key file locked with {fields['name']!r}", "argon2id")
    memory, passes, lanes = (whole(fields[key], key) for key in ("memory_kib", "passes", "lanes"))
    if not (8 * lanes <= memory <= MOST_MEMORY_KIB and 1 <= passes <= MOST_PASSES and 1 <= lanes <= MOST_LANES):
        raise SealError(
            f"a key file that asks for {memory} KiB, {passes} passes and {lanes} lanes",
            f"at most {MOST_MEMORY_KIB} KiB, {MOST_PASSES} passes and {MOST_LANES} lanes",
        )
    salt = raw(fields["salt"], "the salt of a key file", 16)
    stretched = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    return stretched.derive(unicodedata.normalize("NFKC", passphrase).encode())
