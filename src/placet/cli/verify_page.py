"""How the outcome that a ledger records is told, with what its round discloses beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from placet.words import Message, message
from placet.zone.lines import Line, heading, item, row


def tell_recorded(recorded: Mapping[str, Any]) -> Iterator[Line]:
    """Tell what the outcome entry says: who is appointed, what became of each sheet, what is disclosed."""
    appointment, disclosed = recorded["appointment"], recorded["disclosed"]
    yield heading(message("audit.recorded.title"))
    if names := tuple(appointment["appointed"]):
        yield item(message("audit.recorded.appointed", names=names))
    for one in appointment["seats"]:
        yield item(message("procedures.outcome.seat", seat=one["seat"], name=one["appointed"]))
    if appointment["referred_to"]:
        yield item(message("procedures.outcome.referred", who=appointment["referred_to"]))
    if appointment["impasse"]:
        yield item(message("procedures.outcome.impasse"))
    for side, fate in sorted(recorded["sheets"].items()):
        if fate != "counted":
            yield item(message("audit.recorded.sheet", side=side, fate=fate))
    nobody: tuple[str | Message, ...] = (message("audit.kept.nobody"),)
    if "agreed" in disclosed:
        yield row(
            message("zone.row", name=message("audit.recorded.agreed"), entries=tuple(disclosed["agreed"]) or nobody)
        )
    elif "size" in disclosed:
        yield item(message("audit.recorded.size", count=int(disclosed["size"])))
    if "vetoes" in disclosed:
        counts = tuple(message("audit.recorded.veto", name=name, count=int(count))
                       for name, count in disclosed["vetoes"].items())  # fmt: skip
        yield row(message("zone.row", name=message("audit.recorded.vetoes"), entries=counts or nobody))
