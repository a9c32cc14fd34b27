"""What a voting rule's answer says: who wins, and what decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from placet.voting.winners import Winners
from placet.words import Message, message

MOST_LINES = 12
"""Lines about single candidates or rounds; `detail` has all."""


def tell(winners: Winners) -> tuple[Message, ...]:
    """Return who wins as the first message, and what decided as the others."""
    decided = [line for part, say in _PARTS.items() if part in winners.detail for line in say(winners.detail)]
    more = len(decided) - MOST_LINES
    rest = [message("voting.more", count=more)] if more > 0 else []
    return (_verdict(winners), *_lots(winners), *decided[:MOST_LINES], *rest)


def rule_said(name: str) -> Message:
    """Return a rule's name as it is said in a sentence."""
    return message(f"voting.rule.{name}")


def _verdict(winners: Winners) -> Message:
    rule = rule_said(winners.rule)
    if not winners.names:
        return message("voting.impasse", rule=rule)
    id_ = "voting.set" if "blocked" in winners.detail or "blocking" in winners.detail else "voting.wins"
    return message(id_, count=len(winners.names), names=winners.names, rule=rule)


def _lots(winners: Winners) -> Iterator[Message]:
    if winners.lottery is not None and len(winners.lottery) > 1:
        chances = tuple(message("voting.chance", name=name, odds=odds) for name, odds in winners.lottery.items())
        yield message("voting.lottery", chances=chances)


def _blocked(detail: Mapping[str, Any]) -> Iterator[Message]:
    for name, by in detail["blocked"].items():
        share = by["share"]
        if share == 1:
            yield message("voting.blocked-by-all", name=name, prefer=by["prefer"])
        else:
            part = f"{share.numerator}/{share.denominator}"
            yield message("voting.blocked", name=name, share=part, prefer=by["prefer"])


def _rounds(detail: Mapping[str, Any]) -> Iterator[Message]:
    yield from _in_turn(detail["rounds"][:-1])


def _struck(detail: Mapping[str, Any]) -> Iterator[Message]:
    yield from _in_turn(detail["struck"])


def _first(detail: Mapping[str, Any]) -> Iterator[Message]:
    for name, count in detail["first"].items():
        yield message("voting.first", name=name, count=count, voters=detail["voters"])


def _in_turn(rounds: Sequence[tuple[str, ...]]) -> Iterator[Message]:
    for number, names in enumerate(rounds, start=1):
        yield message("voting.round", number=number, names=names)


def _depth(detail: Mapping[str, Any]) -> Iterator[Message]:
    if detail["depth"] is not None:
        count = max(detail["support"].values())
        if detail["depth"] == 1:
            yield message("voting.depth.first", count=count)
        else:
            yield message("voting.depth", depth=detail["depth"], count=count)
    yield message("voting.quota", count=detail["quota"])


def _last_places(detail: Mapping[str, Any]) -> Iterator[Message]:
    for name, count in detail["last_places"].items():
        yield message("voting.last-places", name=name, count=count)


def _approvals(detail: Mapping[str, Any]) -> Iterator[Message]:
    for name, count in detail["approvals"].items():
        vetoes = message("voting.vetoes", count=detail["vetoes"][name])
        yield message("voting.approvals", name=name, count=count, vetoes=vetoes)


_PARTS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Message]]] = {
    "blocked": _blocked,
    "rounds": _rounds,
    "struck": _struck,
    "first": _first,
    "depth": _depth,
    "last_places": _last_places,
    "approvals": _approvals,
}
"""What is said of each part of a detail."""
