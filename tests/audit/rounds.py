"""A made-up round between two sides and a mediator, played on a ledger in memory with a clock that the test moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from placet.audit.agreement import Agreement, Named, agree
from placet.audit.course import agreement_statement
from placet.audit.desk import Desk
from placet.ledger.store import MemoryStore, Store
from placet.procedures.shelf import rules_of
from placet.seal.envelope import Envelope, seal
from placet.seal.keys import Keys, draw_keys
from placet.seal.opening import release

NAMES = ("Adib", "Basma", "Chadia", "Dawud", "Elias", "Farah", "Ghada")
WHO = ("north", "south", "mediator", "registry", "keeper")
KEYS: dict[str, Keys] = {name: draw_keys(name) for name in WHO}
OPENED = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
CLOSES = OPENED + timedelta(hours=8)
RECOVERY = CLOSES + timedelta(days=2)
SHEETS = {
    "north": {"strikes": ["Adib", "Basma"], "ranking": ["Chadia", "Dawud", "Elias", "Farah", "Ghada"], "reasons": {}},
    "south": {"strikes": ["Ghada"], "ranking": ["Dawud", "Farah", "Elias", "Chadia", "Basma", "Adib"], "reasons": {}},
}


RULES = {"list": "7", "strikes": "2", "silence": "accepts-all", "tie": "lot"}


def agreement(
    procedure: str = "finra-one-arbitrator",
    settings: Mapping[str, str] = RULES,
    *,
    names: Sequence[Named] = tuple(map(Named, NAMES)),
    disclosure: str = "agreed",
) -> Agreement:
    return agree(
        case="a-case",
        round_id="first",
        names=names,
        rules=rules_of(procedure),
        settings=settings,
        sides=[KEYS["north"].card, KEYS["south"].card],
        holders=[KEYS[name].card for name in ("north", "south", "mediator", "registry")],
        sets=[("north", "south", "mediator")],
        keeper=KEYS["keeper"].card,
        closes=CLOSES,
        recovery=[("mediator", "registry")],
        recovery_after=RECOVERY,
        disclosure=disclosure,
    )


@dataclass
class Played:
    """A round under way, and the clock on its desk."""

    agreed: Agreement
    now: datetime = OPENED
    store: Store = field(default_factory=MemoryStore)

    def __post_init__(self) -> None:
        self.desk = Desk(self.store, self.agreed, KEYS["keeper"], lambda: self.now)

    def begin(self) -> "Played":
        self.desk.open()
        for side in self.agreed.terms.sides:
            self.desk.agree(side, KEYS[side].sign("agree", agreement_statement(self.agreed)))
        return self

    def sealed(self, side: str, sheet: object = None) -> Envelope:
        earlier = self.desk.course.envelopes.get(side, ())
        last = earlier[-1].digest if earlier else b""
        chosen = SHEETS[side] if sheet is None else sheet
        return seal(chosen, self.agreed.terms, KEYS[side], len(earlier) + 1, last)[0]

    def hand_in(self, *sides: str) -> "Played":
        for side in sides:
            self.desk.hand_in(self.sealed(side).to_bytes())
        return self

    def close(self) -> "Played":
        self.now = max(self.now, CLOSES)
        self.desk.close()
        return self

    def release(self, place: int = 0, holders: Sequence[str] | None = None) -> "Played":
        course, root = self.desk.course, self.desk.closing_root()
        assert root is not None
        for envelope in course.counted.values():
            for holder in self.agreed.terms.sets[place] if holders is None else holders:
                let_go = release(envelope, self.agreed.terms, KEYS[holder], place, root)
                self.desk.take_release(let_go.to_bytes())
        return self


def finished(
    procedure: str = "finra-one-arbitrator", settings: Mapping[str, str] = RULES, disclosure: str = "agreed"
) -> Played:
    """A round that went as it should, up to its outcome."""
    played = (
        Played(agreement(procedure, settings, disclosure=disclosure))
        .begin()
        .hand_in("north", "south")
        .close()
        .release()
    )
    played.desk.come_out()
    return played
