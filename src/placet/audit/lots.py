"""Lots drawn from the salts of all sheets sealed before closing, so that neither a last mover nor a server matters."""

from __future__ import annotations

from collections.abc import Mapping

from placet.seal.canonical import canonical
from placet.seal.digests import digest


class Lots:
    """A stream of lots that nobody could choose: each side fixed its salt in a commitment before it saw another's.

    Parameters
    ----------
    terms : bytes
        The digest of the round's terms.
    salts : mapping from str to bytes
        The salt of each side whose sheet was opened. A side that handed in nothing, or garbage, adds none: to leave is
        a choice made blind, before closing.
    """

    def __init__(self, terms: bytes, salts: Mapping[str, bytes]) -> None:
        written = canonical({side: salt.hex() for side, salt in salts.items()})
        self._seed = digest("lots", terms, written)

    def below(self, count: int, purpose: str) -> int:
        """Return a number from 0 to count - 1, each equally likely, fixed by seed and purpose.

        Rejection keeps it exact: 256 bits are drawn again while they fall into the incomplete last stretch.
        """
        if count < 1:
            raise ValueError(f"a lot among {count}")
        limit = (1 << 256) - (1 << 256) % count
        attempt = 0
        while True:
            drawn = int.from_bytes(digest("lot", self._seed, purpose.encode(), str(attempt).encode()), "big")
            if drawn < limit:
                return drawn % count
            attempt += 1
