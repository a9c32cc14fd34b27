"""What attackers can make in a made-up round: forged envelopes, another log, bent bytes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from audit.rounds import KEYS, Played, agreement
from placet.audit.agreement import Agreement
from placet.audit.bundle import Bundle, take_bundle
from placet.audit.verify import Verdict, verify
from placet.ledger.log import Log
from placet.ledger.store import MemoryStore
from placet.seal.envelope import Contents, Envelope
from placet.seal.keys import Keys


def opened() -> Played:
    """A round that both sides have agreed to and nobody has handed anything in."""
    return Played(agreement()).begin()


def bodies(played: Played) -> list[bytes]:
    return list(played.desk.log.entries())


def signed_again(envelope: Envelope, keys: Keys, contents: Contents | None = None, **changes: Any) -> Envelope:
    """An envelope altered and signed by whoever alters it."""
    inside = envelope.contents if contents is None else contents
    bare = replace(envelope.head, **{"contents": inside.digest, **changes, "signature": b""})
    return Envelope(replace(bare, signature=keys.sign("envelope", bare.body)), inside)


def log_of(entries: list[bytes], agreed: Agreement, keeper: Keys = KEYS["keeper"]) -> Log:
    """The log that a dishonest keeper writes with these entries, a signed checkpoint after each."""
    log = Log(MemoryStore(), agreed.origin)
    for body in entries:
        log.append(body)
        log.checkpoint(keeper)
    return log


def shown(entries: list[bytes], agreed: Agreement, kind: str = "full") -> Bundle:
    return take_bundle(log_of(entries, agreed), kind)


def failed(bundle: Bundle) -> set[str]:
    """The names of the checks that see something wrong."""
    return {check.name for check in verdict_of(bundle).checks if not check.ok}


def verdict_of(bundle: Bundle) -> Verdict:
    return verify(bundle)


def bent(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The same bytes with one bit turned, at every position, one after the other."""
    for place in range(len(data)):
        yield place, data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def accepted(data: bytes, read: Callable[[bytes], object], refusal: type[Exception]) -> list[int]:
    """The positions at which a turned bit is not seen."""
    taken = []
    for place, other in bent(data):
        try:
            read(other)
        except refusal:
            continue
        taken.append(place)
    return taken
