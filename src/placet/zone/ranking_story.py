"""What the list of the best settlements says: each with its place and its worth, and whether the list was cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from placet.words import message
from placet.zone.lines import Line, heading, sentence
from placet.zone.sentences import Teller


def tell_ranking(teller: Teller, ranking: Mapping[str, Any]) -> Iterator[Line]:
    """Return the lines of a list of the best settlements, given as the JSON contract has it."""
    kind = "as-good" if ranking["ties"] else "top"
    criterion = ranking["criterion"]
    if criterion is None:
        yield heading(message(f"best.{kind}-of-any"))
    else:
        yield heading(message(f"best.{kind}", criterion=criterion))
        yield sentence(message(f"best.{criterion}"))
    places = [one["place"] for one in ranking["settlements"]]
    for number, one in enumerate(ranking["settlements"], start=1):
        if ranking["ties"]:
            yield heading(message("best.number", number=number))
        else:
            shared = places.count(one["place"]) > 1
            yield heading(message("best.place-shared" if shared else "best.place", place=one["place"]))
        yield from teller.settlement(one["slate"], one["terms"])
        if one["scores"]:
            yield sentence(teller.scores(one["scores"]))
        if not one["proven"]:
            yield sentence(message("best.place-unproven"))
    yield heading(message("best.end"))
    if ranking["complete"]:
        yield sentence(message(f"best.{kind}-complete"))
    else:
        yield sentence(message("best.is-more" if ranking["more"] else "best.is-perhaps-more"))
