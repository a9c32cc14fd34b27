"""Made-up people who take part in the rounds of these tests, with keys drawn once, and the terms they agree on."""

from dataclasses import replace
from datetime import UTC, datetime

from placet.seal.digests import digest
from placet.seal.envelope import Envelope, Kept, seal
from placet.seal.keys import Keys, draw_keys
from placet.seal.opening import Release, release
from placet.seal.terms import Terms

NAMES = ("north", "south", "mediator", "registry")
KEYS: dict[str, Keys] = {name: draw_keys(name) for name in NAMES}
NORTH, SOUTH, MEDIATOR, REGISTRY = (KEYS[name] for name in NAMES)
CLOSING = digest("a closed ledger")
SHEET = {"strikes": ["haddad", "saleh"], "ranking": ["nasser", "omar"]}

TERMS = Terms(
    case="a-case",
    round="first",
    list_digest=digest("list", b"haddad nasser omar saleh"),
    rules_digest=digest("rules", b"strike and rank"),
    keeper_digest=digest("keeper", b"the keeper's card"),
    sides={"north": NORTH.card, "south": SOUTH.card},
    holders={keys.id: keys.card for keys in (NORTH, SOUTH, MEDIATOR, REGISTRY)},
    sets=(("mediator", "north", "south"), ("mediator", "registry")),
    recovery=(1,),
    recovery_after=datetime(2026, 12, 3, 17, 0, tzinfo=UTC),
    closes=datetime(2026, 12, 1, 17, 0, tzinfo=UTC),
    size=1024,
    disclosure="agreed",
)


def sealed(sheet: object = SHEET, terms: Terms = TERMS, keys: Keys = NORTH) -> tuple[Envelope, Kept]:
    return seal(sheet, terms, keys)


def releases(envelope: Envelope, place: int = 0, terms: Terms = TERMS) -> list[Release]:
    return [release(envelope, terms, KEYS[holder], place, CLOSING) for holder in terms.sets[place]]


def other_terms(**changes: object) -> Terms:
    """The same round with something exchanged."""
    return replace(TERMS, **changes)  # type: ignore[arg-type]  # the fields differ in type
