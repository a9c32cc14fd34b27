"""Published vectors: RFC 9180 for the sealing of shares."""

import json
from pathlib import Path

import cryptography_vectors
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from placet.seal.shares import open_share

BASE, X25519, SHA256, AES128 = 0, 32, 1, 1


def base_vectors() -> list[dict[str, str]]:
    path = Path(cryptography_vectors.__file__).parent / "HPKE" / "test-vectors.json"
    vectors = json.loads(path.read_text(encoding="utf-8"))
    wanted = (BASE, X25519, SHA256, AES128)
    return [one for one in vectors if (one["mode"], one["kem_id"], one["kdf_id"], one["aead_id"]) == wanted]


@pytest.mark.parametrize("vector", base_vectors())
def test_rfc_9180_key_schedule_opens_what_its_key_and_nonce_sealed(vector: dict[str, str]) -> None:
    # The RFC's own ciphertexts carry associated data, which the library has no way to give; its key and nonce are used.
    key, nonce, encapsulated = (bytes.fromhex(vector[name]) for name in ("key", "base_nonce", "enc"))
    ciphertext = AESGCM(key).encrypt(nonce, b"the share", None)
    private = X25519PrivateKey.from_private_bytes(bytes.fromhex(vector["skRm"]))
    assert open_share(encapsulated + ciphertext, private, bytes.fromhex(vector["info"])) == b"the share"


def test_there_is_a_vector() -> None:
    assert base_vectors()
