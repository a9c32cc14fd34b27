"""What is said of burdens: the fairest way out, the frontier, ways out within limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from placet.case.nouns import Case
from placet.words import Message, Value, message
from placet.zone.fairest_sentence import amount
from placet.zone.lines import Line, Lines, heading, item, sentence
from placet.zone.sentences import Teller
from placet.zone.story import say_title, tell_concessions_alone, verdict


def tell_fairest(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of an answer about the fairest concession, given as the JSON contract has it."""
    if answer["feasible"] or (answer["complete"]["fairest"] and not answer["fairest"]):
        return tell_within(case, dict(answer) | {"concessions": [], "complete": {"concessions": True}})
    teller = Teller(case, answer["on"])
    return (say_title(case, answer["on"]), sentence(verdict(answer)), *_fairest(teller, answer))


def _fairest(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    fairest, cheapest = answer["fairest"], answer["cheapest"]
    yield heading(message("burden.fairest"))
    if not answer["complete"]["fairest"]:
        yield sentence(message("burden.fairest-unproven" if fairest else "burden.fairest-unknown"))
        yield from _bare(teller, fairest) if fairest else ()
        return
    yield sentence(_largest(teller, fairest, answer["limits"]))
    yield from _bare(teller, fairest)
    if answer["as_fair"]:
        yield sentence(message("burden.as-fair"))
        yield from _bare(teller, answer["as_fair"])
    if cheapest and cheapest["cost"] < fairest["cost"]:
        yield sentence(_dearer(teller, cheapest))
        yield from _bare(teller, cheapest)


def _largest(teller: Teller, concession: Mapping[str, Any], limits: Mapping[str, Any]) -> Message:
    """Say which sides give up most, and how much that is."""
    burdens = concession["by_side"]
    most = max(burdens.values())
    sides = teller.sides(side for side, burden in burdens.items() if burden == most)
    within = message("burden.within-limits") if limits else message("zone.empty")
    return message("burden.largest", sides=sides, count=len(sides), most=amount(most), within=within)


def _dearer(teller: Teller, cheapest: Mapping[str, Any]) -> Message:
    burdens = cheapest["by_side"]
    most = max(burdens.values())
    sides = teller.sides(side for side, burden in burdens.items() if burden == most)
    return message("burden.cheapest", cost=amount(cheapest["cost"]), sides=sides, most=amount(most))


def _bare(teller: Teller, concession: Mapping[str, Any]) -> tuple[Line, ...]:
    """Say one concession without a number before it."""
    told = {"opens": None, "opens_at_least": None} | dict(concession)
    first, *rest = teller.concession(told, 1)
    return (replace(first, number=None), *rest)


def tell_burdens(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of an answer about the frontier of burdens, given as the JSON contract has it."""
    if answer["feasible"] or (not answer["frontier"] and answer["complete"]["frontier"]):
        return tell_within(case, dict(answer) | {"concessions": [], "complete": {"concessions": True}})
    teller = Teller(case, answer["on"])
    return (say_title(case, answer["on"]), sentence(verdict(answer)), *_frontier(teller, answer))


def _frontier(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    yield heading(message("burden.frontier"))
    yield sentence(message("burden.frontier-means"))
    for number, concession in enumerate(answer["frontier"], start=1):
        yield from teller.concession(concession, number)
    if answer["complete"]["frontier"]:
        yield sentence(message("burden.frontier-complete"))
        return
    yield sentence(message("burden.frontier-open", count=len(answer["beyond"])))
    for corner in answer["beyond"][:MOST_CORNERS]:
        yield item(message("burden.corner", shares=_shares(teller, corner)))
    if len(answer["beyond"]) > MOST_CORNERS:
        yield sentence(message("burden.more-corners", count=len(answer["beyond"]) - MOST_CORNERS))


MOST_CORNERS = 5
"""Open corners told in sentences; the JSON has all."""


def tell_within(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of an answer about ways out within limits, given as the JSON contract has it."""
    lines = tell_concessions_alone(case, answer)
    if answer["feasible"] or answer["impossible"] or answer["shortage"] or answer["concessions"]:
        return lines
    return (*lines, *_out_of_reach(Teller(case, answer["on"]), answer))


def _out_of_reach(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    """Say that no way out keeps the limits, and what each limited side would have to give up at least."""
    if not answer["limits"]:
        return
    yield sentence(message("burden.none-within", shares=_shares(teller, answer["limits"])))
    for side, least in answer["least"].items():
        name = teller.case.sides[side].name
        asked = least["by_side"][side]
        words = "burden.least" if asked > answer["limits"][side] else "burden.least-within"
        yield sentence(message(words if asked else "burden.least-nothing", side=name, least=amount(asked)))
        yield from _bare(teller, least)


def _shares(teller: Teller, burdens: Mapping[str, Any]) -> tuple[Value, ...]:
    sides = teller.case.sides
    return tuple(
        message("zone.give-up-share", side=sides[side].name, cost=amount(most)) for side, most in burdens.items()
    )
