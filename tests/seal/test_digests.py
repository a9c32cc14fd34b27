"""Digests with a purpose: their bytes as the format of a bundle has them, and no two purposes or splits alike."""

import hashlib

from placet.seal.digests import BYTES, digest, same


def test_a_digest_is_sha256_over_tag_zero_and_each_part_with_its_length() -> None:
    written = b"placet/1/list\x00" + bytes(7) + b"\x02ab" + bytes(7) + b"\x01c"
    assert digest("list", b"ab", b"c") == hashlib.sha256(written).digest()
    assert len(digest("list")) == BYTES == 32


def test_no_other_tag_or_split_gives_the_same() -> None:
    found = [digest("a", b"bc"), digest("ab", b"c"), digest("a", b"b", b"c"), digest("a", b"bc", b""), digest("a")]
    assert len(set(found)) == len(found)


def test_digests_are_compared_whole() -> None:
    assert same(bytes(32), bytes(32))
    assert not same(bytes(32), bytes(31) + b"\x01")
    assert not same(bytes(32), bytes(31))
