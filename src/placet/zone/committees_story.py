"""What a committee rule's answer says: who is elected, who is level, and what decided."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from placet.words import Message, Value, message
from placet.zone.committees_elected import Elected

MOST_LINES = 12
"""Committees or rounds that are told; the JSON has all."""
LONGEST_DENOMINATOR = 1000


def tell(elected: Elected) -> tuple[Message, ...]:
    """Return who is elected as the first message, and what decided as the others."""
    rule = rule_said(elected.rule)
    if not elected.committees:
        return (message("committees.none", rule=rule),)
    level = elected.committees
    if level == ((),):
        first = message("committees.nobody-sits", rule=rule)
    elif len(level) == 1:
        first = message(
            "committees.elected", count=len(elected.names), names=_people(elected, elected.names), rule=rule
        )
    else:
        first = message("committees.level", count=len(level), rule=rule)
    return (first, *_listed(elected), *_decided(elected), *_beside(elected))


def rule_said(name: str) -> Message:
    """Return a rule's name as it is said in a sentence."""
    return message(f"committees.rule.{name}")


def _listed(elected: Elected) -> Iterator[Message]:
    level = elected.committees
    if len(level) > 1:
        yield from (_one(_people(elected, names)) for names in level[:MOST_LINES])
        if len(level) > MOST_LINES:
            yield message("committees.more", count=len(level) - MOST_LINES)
    if not elected.complete:
        yield message("committees.others" if len(level) == 1 else "committees.incomplete")


def _people(elected: Elected, names: tuple[str, ...]) -> tuple[Value, ...]:
    """Return people as they are said: by their names in the case, or as the ballots have them."""
    known = {} if elected.case is None else elected.case.candidates
    return tuple(known[name].name if name in known else name for name in names)


def _one(names: tuple[Value, ...]) -> Message:
    return message("committees.one", names=names) if names else message("committees.empty")


def _decided(elected: Elected) -> Iterator[Message]:
    detail = elected.detail
    for key in ("total_distance", "largest_distance", "largest_weighted_distance"):
        if key in detail:
            yield message(f"committees.{key.replace('_', '-')}", count=detail[key])
    if "score" in detail:
        yield message("committees.score", score=detail["score"])
    if "represented" in detail:
        yield message("committees.represented", count=detail["represented"], voters=detail["voters"])
    rounds = detail.get("rounds", ())
    for number, turn in enumerate(rounds[:MOST_LINES], start=1):
        yield _round(elected, number, turn)
    if len(rounds) > MOST_LINES:
        yield message("committees.more-rounds", count=len(rounds) - MOST_LINES)


def _round(elected: Elected, number: int, turn: Any) -> Message:
    (name,) = _people(elected, (turn["taken"],))
    said: dict[str, Value] = {"number": number, "name": name}
    if turn["by"] == "left":
        how = message("committees.round.left", **said)
    else:
        how = message(f"committees.round.{turn['by']}", amount=_amount(turn["number"]), **said)
    if not turn["level"]:
        return how
    return message("committees.round.level", how=how, others=_people(elected, turn["level"]))


def _amount(number: Fraction) -> Value:
    """Return a number as it is said: exact where that is short."""
    if number.denominator <= LONGEST_DENOMINATOR:
        return number
    return message("committees.about", number=f"{float(number):.4f}" if abs(number) > 0.01 else f"{float(number):.1e}")


def _beside(elected: Elected) -> Iterator[Message]:
    settlement, case = elected.settlement, elected.case
    if settlement is None or case is None:
        return
    for post, people in settlement.slate.items():
        if post != elected.post and people:
            yield message("committees.beside", post=case.posts[post].title, names=_people(elected, people))
    for term, option in settlement.terms.items():
        yield message("committees.term", term=case.terms[term].title, option=option)
