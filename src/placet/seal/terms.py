"""The terms of a round: who takes part with which keys, the list, the rules, who may open; fixed before sealing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from placet.seal.canonical import canonical, read_canonical
from placet.seal.digests import digest
from placet.seal.faults import SealError
from placet.seal.fields import check_apart, check_keys, identifier, items, raw, text, whole
from placet.seal.keys import Card, card_from

SUITE = "1"
"""DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM for shares; AES-256-GCM for the sheet; Ed25519; SHA-256."""

DISCLOSURES = ("slate", "size", "agreed", "vetoes", "all")
"""What is published of an opened round: the slate alone; the size of the agreed set too; that set; the vetoes without
their owners; everything."""

KEYS = (
    "placet-terms",
    "suite",
    "case",
    "round",
    "list",
    "rules",
    "keeper",
    "sides",
    "holders",
    "sets",
    "recovery",
    "size",
    "closes",
    "disclosure",
)
RECOVERY_KEYS = ("sets", "after")
MOST_SIDES, MOST_HOLDERS, MOST_SETS, MOST_SIZE = 1000, 100, 100, 1024 * 1024


@dataclass(frozen=True)
class Terms:
    """What all agree on before the first sheet is sealed; every envelope is bound to these very bytes.

    Parameters
    ----------
    case, round : str
        Ids of the case and of the round.
    list_digest, rules_digest : bytes
        32 bytes each: the candidates, and the rules of the procedure, as everybody has seen them.
    keeper_digest : bytes
        32 bytes: the card of who keeps the ledger, so that nobody else can keep another with the same envelopes.
    sides : mapping from str to Card
        Who hands in a sheet, with the checked keys.
    holders : mapping from str to Card
        Who holds shares, with the checked keys; a side may be a holder too.
    sets : tuple of tuples of str
        The authorised sets: all holders of one of them together can open, at any time if they collude, and nobody
        would see it. Fewer learn nothing.
    recovery : tuple of int
        Which of the sets are for recovery: they may act only after `recovery_after`, if a holder has refused.
    recovery_after, closes : datetime
        In UTC, to the second. A sheet counts if its envelope is in the ledger before `closes`.
    size : int
        Bytes of a padded sheet.
    disclosure : str
        One of `DISCLOSURES`.
    """

    case: str
    round: str
    list_digest: bytes
    rules_digest: bytes
    keeper_digest: bytes
    sides: Mapping[str, Card]
    holders: Mapping[str, Card]
    sets: tuple[tuple[str, ...], ...]
    recovery: tuple[int, ...]
    recovery_after: datetime
    closes: datetime
    size: int
    disclosure: str

    def to_dict(self) -> dict[str, Any]:
        """Return the terms as they are signed into a ledger."""
        return {
            "placet-terms": "1",
            "suite": SUITE,
            "case": self.case,
            "round": self.round,
            "list": self.list_digest.hex(),
            "rules": self.rules_digest.hex(),
            "keeper": self.keeper_digest.hex(),
            "sides": {side: card.to_dict() for side, card in self.sides.items()},
            "holders": {holder: card.to_dict() for holder, card in self.holders.items()},
            "sets": [list(chosen) for chosen in self.sets],
            "recovery": {"sets": [str(place) for place in self.recovery], "after": moment_text(self.recovery_after)},
            "size": str(self.size),
            "closes": moment_text(self.closes),
            "disclosure": self.disclosure,
        }

    def to_bytes(self) -> bytes:
        """Return the canonical bytes of the terms, as a file holds them."""
        return canonical(self.to_dict())

    @cached_property
    def digest(self) -> bytes:
        """32 bytes that stand for these terms: another list, rule, key or hour gives another digest."""
        return digest("terms", self.to_bytes())


def terms_from(value: Any) -> Terms:
    """Return the terms from their fields, checking each card, each set and each bound.

    Raises
    ------
    SealError
        For a card that its key did not sign, ids that look alike, a set of unknown or repeated holders, a set that
        holds another set, and anything else that does not have the form above.
    """
    fields = check_keys(value, KEYS, "the terms")
    if (text(fields["placet-terms"], "the version"), text(fields["suite"], "the suite")) != ("1", SUITE):
        raise SealError(
            f"terms of version {fields['placet-terms']!r} and suite {fields['suite']!r}",
            f"version '1' and suite {SUITE!r}; a newer placet may read them",
        )
    sides = _cards(fields["sides"], "side", MOST_SIDES)
    holders = _cards(fields["holders"], "holder", MOST_HOLDERS)
    check_cards(*sides.values(), *holders.values())
    recovery = check_keys(fields["recovery"], RECOVERY_KEYS, "the recovery rule")
    sets = _sets(fields["sets"], holders)
    places = tuple(whole(place, "recovery set") for place in items(recovery["sets"], "the recovery sets"))
    if wrong := [place for place in places if place >= len(sets)]:
        raise SealError(f"the recovery set {wrong[0]}", f"one of the {len(sets)} sets, counted from 0")
    if list(places) != sorted(set(places)) or len(places) == len(sets):
        raise SealError("recovery sets that repeat or leave no other set", "some of the sets, each once, in order")
    disclosure = text(fields["disclosure"], "the disclosure")
    if disclosure not in DISCLOSURES:
        raise SealError(f"the disclosure {disclosure!r}", f"one of {', '.join(DISCLOSURES)}")
    size = whole(fields["size"], "size of a sheet")
    if not 0 < size <= MOST_SIZE:
        raise SealError(f"a padded sheet of {size:,} bytes", f"1 to {MOST_SIZE:,}")
    closes, after = moment(fields["closes"], "closing time"), moment(recovery["after"], "time of recovery")
    if after < closes:
        raise SealError("a recovery before the round closes", "a time of recovery at or after the closing time")
    return Terms(
        case=identifier(fields["case"], "id of the case"),
        round=identifier(fields["round"], "id of the round"),
        list_digest=raw(fields["list"], "the digest of the list", 32),
        rules_digest=raw(fields["rules"], "the digest of the rules", 32),
        keeper_digest=raw(fields["keeper"], "the digest of the keeper's card", 32),
        sides=sides,
        holders=holders,
        sets=sets,
        recovery=places,
        recovery_after=after,
        closes=closes,
        size=size,
        disclosure=disclosure,
    )


def read_terms(data: bytes) -> Terms:
    """Return the terms from the bytes of their file."""
    return terms_from(read_canonical(data.strip(), "the terms"))


def moment(value: Any, what: str) -> datetime:
    """Return a moment written as 2026-12-01T17:00:00Z."""
    try:
        found = datetime.strptime(text(value, f"the {what}"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise SealError(f"the {what} {value!r}", "a moment in UTC such as 2026-12-01T17:00:00Z") from error
    if moment_text(found) != value:
        raise SealError(f"the {what} {value!r}", "a moment in UTC such as 2026-12-01T17:00:00Z")
    return found


def moment_text(at: datetime) -> str:
    """Return a moment in UTC, to the second, as 2026-12-01T17:00:00Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _cards(value: Any, what: str, most: int) -> dict[str, Card]:
    if not isinstance(value, Mapping) or not 0 < len(value) <= most:
        raise SealError(f"no {what}s, or more than {most}", f"1 to {most} {what}s with their cards")
    cards = {identifier(name, what): card_from(card) for name, card in value.items()}
    if wrong := [name for name, card in cards.items() if card.id != name]:
        raise SealError(f"the {what} {wrong[0]} with the card of {cards[wrong[0]].id}", "each with its own card")
    return cards


def check_cards(*cards: Card) -> None:
    """Refuse two ids that look alike, two cards of one, and one key for two."""
    check_apart(sorted({card.id for card in cards}), "id")
    enrolled: dict[str, Card] = {}
    owner: dict[bytes, str] = {}
    for card in sorted(cards, key=lambda card: card.id):
        if enrolled.setdefault(card.id, card) != card:
            raise SealError(f"two different cards of {card.id}", "one card for each who takes part")
        for key in (card.signing, card.sealing):
            if (other := owner.setdefault(key, card.id)) != card.id:
                raise SealError(f"one key for both {other} and {card.id}", "a key of its own for each")


def _sets(value: Any, holders: Mapping[str, Card]) -> tuple[tuple[str, ...], ...]:
    found = tuple(tuple(items(chosen, "an authorised set")) for chosen in items(value, "the authorised sets"))
    if not 0 < len(found) <= MOST_SETS:
        raise SealError(f"{len(found)} authorised sets", f"1 to {MOST_SETS}")
    for chosen in found:
        if unknown := [name for name in chosen if not isinstance(name, str) or name not in holders]:
            raise SealError(f"a set with {unknown[0]!r}, who is no holder", f"holders: {', '.join(sorted(holders))}")
        if not chosen or list(chosen) != sorted(set(chosen)):
            raise SealError("an authorised set that is empty, unsorted or names someone twice", "each once, sorted")
    for place, chosen in enumerate(found):
        if any(set(other) <= set(chosen) for at, other in enumerate(found) if at != place):
            raise SealError(f"the set {', '.join(chosen)}, which holds another set", "sets none of which holds another")
    if idle := sorted(holders.keys() - {name for chosen in found for name in chosen}):
        raise SealError(f"the holder {idle[0]}, who is in no set", "holders who are in at least one set")
    return found
