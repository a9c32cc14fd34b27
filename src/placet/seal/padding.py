"""Padding: every sheet of a round is sealed at one size, which the list fixes, so that size tells nothing."""

from __future__ import annotations

from collections.abc import Iterable

from placet.seal.canonical import canonical
from placet.seal.faults import SealError

STEP = 256
FOR_REASONS = 2048
LENGTH_BYTES = 4


def padded_size(candidates: Iterable[str]) -> int:
    """Return the size in bytes that holds any sheet over this list: strikes, ranks, marks, and room for reasons.

    Each id may stand twice (struck or ranked, and marked) with a mark of up to 16 bytes; 2 KiB are left for reasons.
    """
    ids = sum(2 * len(canonical({"": name})) + 24 for name in candidates)
    return -(-(ids + FOR_REASONS + LENGTH_BYTES) // STEP) * STEP


def pad(content: bytes, size: int) -> bytes:
    """Return the content with its length in front and zeros behind it, `size` bytes in all."""
    if len(content) + LENGTH_BYTES > size:
        raise SealError(
            f"a sheet of {len(content):,} bytes", f"at most {size - LENGTH_BYTES:,}, the size fixed for this round"
        )
    return (len(content).to_bytes(LENGTH_BYTES, "big") + content).ljust(size, b"\x00")


def unpad(padded: bytes) -> bytes:
    """Return the content, refusing padding that is not zeros: there is one way to pad."""
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    content, rest = padded[LENGTH_BYTES : LENGTH_BYTES + length], padded[LENGTH_BYTES + length :]
    if len(content) != length or rest.strip(b"\x00"):
        raise SealError("a sheet with wrong padding", "its length, itself and zeros")
    return content
