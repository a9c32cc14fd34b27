"""A count told: how many, how they were counted, between which numbers, and some drawn at random."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from placet.case.nouns import Case
from placet.words import message
from placet.zone.count import Method
from placet.zone.lines import Line, Lines, heading, sentence
from placet.zone.sentences import SHOWN_EXACTLY, Teller, counted
from placet.zone.story import tell_count as tell_number


def tell_count(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of a `count` answer, given as the JSON contract has it."""
    return (*tell_number(case, answer), *_how(answer), *_drawn(Teller(case, answer["on"]), answer))


def _how(answer: Mapping[str, Any]) -> Iterator[Line]:
    """Say how a number too long to be checked by eye came about; or what is known where nothing was counted."""
    if answer["complete"]["count"]:
        if len(answer["count"]) > SHOWN_EXACTLY and answer["method"] != Method.BOUNDS:
            yield sentence(message(f"count.{answer['method']}"))
        return
    if answer["at_most"] is None:
        yield sentence(message("count.at-least-only"))
    else:
        figures = {key: counted(answer[key])["number"] for key in ("at_least", "at_most")}
        yield sentence(message("count.bounds", **figures))
    estimate = answer["estimate"]
    if estimate is not None:
        keys = {"number": "value", "from": "from", "to": "to"}
        figures = {name: counted(estimate[key])["number"] for name, key in keys.items()}
        yield sentence(message("count.estimate", draws=estimate["draws"], kept=estimate["settlements"], **figures))


def _drawn(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    """Show the settlements drawn at random."""
    drawn = answer.get("sample", {"settlements": ()})
    if not drawn["settlements"]:
        return
    yield heading(message("count.sample", count=len(drawn["settlements"]), seed=str(drawn["seed"])))
    for number, settlement in enumerate(drawn["settlements"], 1):
        yield sentence(message("count.drawn", number=number))
        yield from teller.settlement(settlement["slate"], settlement["terms"])
