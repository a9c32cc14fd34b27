"""What conditional offers come to, as a mediator would tell it: first without trust, then all together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from placet.case.nouns import Case
from placet.words import message
from placet.zone.lines import Line, Lines, heading, item, sentence
from placet.zone.sentences import Teller, settlements
from placet.zone.story import say_title


def tell_offers(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of an answer about offers, given as the JSON contract has it."""
    teller = Teller(case, answer["on"])
    return (say_title(case, answer["on"]), *_lines(teller, answer))


def _lines(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    if answer["feasible"]:
        yield sentence(message("zone.no-concessions"))
    if answer["already"]:
        yield sentence(message("offers.already"))
        yield from (item(teller.demand(id_)) for id_ in answer["already"])
    yield heading(message("offers.least"))
    yield from _outcome(teller, answer["least"], "offers.least-nothing")
    yield heading(message("offers.greatest"))
    if answer["greatest"]["lifted"] == answer["least"]["lifted"]:
        yield sentence(message("offers.greatest-same"))
    for number, circle in enumerate(answer["circles"], start=1):
        yield from _circle(teller, answer, circle, number)
    if len(answer["circles"]) > 1:
        yield sentence(message("offers.all-circles"))
        yield from _opened(teller, answer["greatest"])
    if answer["void"]:
        yield heading(message("offers.void"))
        yield from (line for at in answer["void"] for line in _offer(teller, answer["offers"][at]))


def _outcome(teller: Teller, outcome: Mapping[str, Any], nothing: str) -> Iterator[Line]:
    if outcome["lifted"]:
        yield sentence(message("offers.lifted"))
        yield from _demands(teller, outcome["lifted"], depth=1)
    else:
        yield sentence(message(nothing))
    yield from _opened(teller, outcome)


def _circle(teller: Teller, answer: Mapping[str, Any], circle: Mapping[str, Any], number: int) -> Iterator[Line]:
    yield item(message("offers.circle", sides=teller.sides(circle["sides"]), count=len(circle["sides"])), number=number)
    for side in circle["sides"]:
        lifts = [
            id_
            for at in circle["offers"]
            if answer["offers"][at]["side"] == side
            for id_ in answer["offers"][at]["lifts"]
        ]
        fresh = [id_ for id_ in dict.fromkeys(lifts) if id_ in circle["lifts"]]
        yield from _demands(teller, fresh, depth=2)
    yield from _opened(teller, circle["after"])


def _opened(teller: Teller, outcome: Mapping[str, Any]) -> Iterator[Line]:
    """Say what is open then, or the cheapest that would be missing."""
    if outcome["feasible"]:
        yield sentence(message("offers.opens", settlements=settlements(outcome["count"], outcome["exact"])))
    elif outcome["missing"] is None:
        yield sentence(message("offers.still-impossible"))
    else:
        yield sentence(message("offers.still-missing" if outcome["lifted"] else "offers.still-nobody"))
        yield from _demands(teller, outcome["missing"]["give_up"], depth=1)


def _demands(teller: Teller, ids: Iterable[str], depth: int) -> Iterator[Line]:
    yield from (item(teller.demand(id_), depth=depth) for id_ in ids)


def _offer(teller: Teller, offer: Mapping[str, Any]) -> Iterator[Line]:
    name = teller.case.sides[offer["side"]].name
    yield item(message("offers.offer", side=name, count=len(offer["lifts"])))
    yield from _demands(teller, offer["lifts"], depth=2)
    yield item(message("offers.offer-if", count=len(offer["if"])))
    yield from _demands(teller, offer["if"], depth=2)
