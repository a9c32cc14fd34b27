"""What changes of the rules of the body say, kept apart from what the sides can give up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from placet.record.saying import say_form, say_selector
from placet.words import Message, message
from placet.zone.changing_the_post import PostChange, PostChanges, RuleChange
from placet.zone.lines import Line, Lines, heading, item, sentence
from placet.zone.sentences import Teller, settlements
from placet.zone.story import say_title
from placet.zone.zone import Zone


def tell_changes(zone: Zone, found: PostChanges, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of the answer which rules, changed how little, would open the zone."""
    teller = Teller(zone.case, answer["on"])
    return (say_title(zone.case, answer["on"]), *_lines(teller, found, answer))


def _lines(teller: Teller, found: PostChanges, answer: Mapping[str, Any]) -> Iterator[Line]:
    if answer["feasible"]:
        yield sentence(message("post.nothing-to-change"))
        return
    yield sentence(message("zone.no"))
    if found.clash is not None:
        yield sentence(message("post.clash" if found.clash else "post.too-few"))
        yield from (item(teller.demand(id_)) for id_ in found.clash)
        return
    yield heading(message("post.heading"))
    yield sentence(message("post.who-may"))
    for number, (change, told) in enumerate(zip(found.found, answer["changes"], strict=True), start=1):
        yield from _change(teller, change, told, number)
    if not found.complete:
        yield sentence(message("post.more"))


def _change(teller: Teller, change: PostChange, told: Mapping[str, Any], number: int) -> Iterator[Line]:
    opens = message("zone.empty")
    if told["opens_at_least"] is not None:
        is_exact = told["opens"] is not None
        counted = settlements(told["opens_at_least"], is_exact=is_exact)
        opens = message("zone.give-up-opens", settlements=counted)
    yield item(message("post.change", count=len(change.changes), opens=opens), number=number)
    yield from (item(_rule(teller, one), depth=2) for one in change.changes)


def _rule(teller: Teller, change: RuleChange) -> Message:
    case, (kind, id_) = teller.case, change.rule
    if kind == "eligibility":
        post = case.posts[id_]
        if post.eligible is None:
            raise AssertionError("a post that is open to all needs no change")
        return message(
            "post.eligibility",
            post=post.title,
            who=say_selector(case, post.eligible, "people"),
            count=len(change.admits),
            names=teller.people(change.admits),
        )
    old = say_form(case, case.constraints[id_].form)
    if change.form is None:
        return message("post.dropped", rule=old)
    return message("post.moved", rule=old, becomes=say_form(case, change.form))
