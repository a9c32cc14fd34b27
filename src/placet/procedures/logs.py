"""A log as JSON: what a run is written as, and the moves read back from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from placet.errors import QuestionError
from placet.procedures.game import Actor, Event, Paper, Party, Procedure, Role, State
from placet.procedures.moves import Act, Move

READABLE = "a log that `placet play --log` or `placet appoint --json` wrote"


def paper_to_dict(paper: Paper) -> dict[str, Any]:
    """Return a paper as plain values."""
    return {
        "lists": {name: list(names) for name, names in paper.lists},
        "parties": [{"party": party.id, "side": party.side} for party in paper.parties],
        "order": list(paper.order),
        "caps": dict(paper.caps),
    }


def paper_from(written: Any) -> Paper:
    """Return the paper that `paper_to_dict` wrote.

    Raises
    ------
    QuestionError
        If it is no such paper.
    """
    try:
        lists = tuple((_word(name), tuple(map(_word, names))) for name, names in written["lists"].items())
        parties = tuple(Party(_word(each["party"]), _word(each["side"])) for each in written["parties"])
        caps = tuple((_word(party), _count(cap)) for party, cap in written["caps"].items())
        return Paper(lists, parties, tuple(map(_word, written["order"])), caps)
    except (KeyError, TypeError, AttributeError, ValueError) as mistake:
        raise QuestionError(f"a paper that cannot be read ({_told(mistake)})", READABLE) from None


def move_from(by: str, written: Any) -> tuple[Actor, Move]:
    """Return who moves, and how, from a step of a log.

    Raises
    ------
    QuestionError
        If it is no move.
    """
    try:
        act = {each.name.lower(): each for each in Act}[written["act"]]
        move = Move(
            act,
            tuple(map(_word, written["names"])),
            tuple((_word(name), _count(rank)) for name, rank in written["ranks"].items()),
            tuple((_word(name), _word(grade)) for name, grade in written["grades"].items()),
            tuple((_word(name), _word(reason)) for name, reason in written["reasons"].items()),
        )
        return Actor(Role(written["role"]), _word(by)), move
    except (KeyError, TypeError, AttributeError, ValueError) as mistake:
        raise QuestionError(f"a move that cannot be read ({_told(mistake)})", READABLE) from None


def _word(written: Any) -> str:
    if not isinstance(written, str):
        raise TypeError(f"{written!r} is no text")
    return written


def _count(written: Any) -> int:
    if not isinstance(written, int) or isinstance(written, bool):
        raise TypeError(f"{written!r} is no whole number")
    return written


def _told(mistake: Exception) -> str:
    return f"{mistake} is missing or unknown" if isinstance(mistake, KeyError) else str(mistake)


def play_again(procedure: Procedure, paper: Paper, steps: Sequence[Mapping[str, Any]]) -> State:
    """Play the moves of a log again from its JSON, and hold every step against it.

    Raises
    ------
    QuestionError
        If a move cannot be read or is not allowed, or if a step is not what the rule makes of the moves.
    """
    state = procedure.start(paper)
    if not all(isinstance(step, Mapping) and isinstance(step.get("turn"), int) for step in steps):
        raise QuestionError("a step without a turn", READABLE)
    made = [step for step in steps if step.get("move") is not None]
    for _, together in groupby(made, key=lambda step: step["turn"]):
        state = state.play(dict(move_from(step.get("by"), step["move"]) for step in together))  # type: ignore[arg-type]  # checked there
    found = [event.to_dict() for event in state.log]
    for place, (said, made_of_it) in enumerate(zip(steps, found, strict=False), 1):
        if dict(said) != made_of_it:
            kind = f"“{made_of_it['event']}”, which is what the rule makes of it"
            raise QuestionError(f"step {place}, “{said.get('event')}”, changed", kind)
    if len(steps) != len(found):
        raise QuestionError(f"{len(steps)} steps", f"{len(found)}, which is what the rule makes of the moves")
    return state


def steps_of(log: Sequence[Event]) -> list[dict[str, Any]]:
    """Return the steps of a log as plain values."""
    return [event.to_dict() for event in log]
