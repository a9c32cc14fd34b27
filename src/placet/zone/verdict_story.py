"""What the check of one slate says: who objects, by which demand, since when, on what evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placet.case.nouns import Case
from placet.words import Message, message
from placet.zone.lines import Line, Lines, heading, item, sentence
from placet.zone.sentences import Teller
from placet.zone.story import say_title


def tell_verdict(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of a `check` answer, given as the command line prints it with ``--json``."""
    teller = Teller(case, answer["on"])
    return (
        say_title(case, answer["on"]),
        *teller.settlement(answer["slate"], answer["terms"]),
        *_verdict(teller, answer),
        *_objections(teller, answer["objections"], "zone.objects"),
        *_objections(teller, answer["without_consent"], "zone.objects-without-consent"),
    )


def _verdict(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    if answer["misfits"]:
        yield sentence(message("zone.check-misfits"))
        yield from (item(what) for what in _misfits(teller.case, answer["slate"], answer["terms"]))
        yield sentence(message("zone.check-mend"))
        return
    if answer["constraints"]:
        yield sentence(message("zone.check-breaks", count=len(answer["constraints"])))
        yield from (item(teller.rule(id_)) for id_ in answer["constraints"])
    if answer["objections"]:
        yield sentence(message("zone.check-fails", count=len(answer["objections"])))
    elif not answer["constraints"]:
        yield sentence(message("zone.check-passes"))
    else:
        yield sentence(message("zone.check-unopposed"))


def _misfits(case: Case, slate: Mapping[str, Sequence[str]], terms: Mapping[str, str]) -> Iterator[Message]:
    """Say what keeps a slate from being a settlement at all."""
    for post in case.posts.values():
        seats, people = post.seats, slate.get(post.id, ())
        if not seats.at_least <= len(people) <= seats.at_most:
            kind = "seats" if seats.at_least == seats.at_most else "seats-range"
            yield message(
                f"zone.misfit.{kind}",
                post=post.title,
                fewest=seats.at_least,
                count=seats.at_most,
                seated=message("zone.people", count=len(people)) if people else message("zone.nobody"),
            )
        for person in people:
            if person not in case.eligible(post.id):
                yield message("zone.misfit.not-eligible", name=case.candidates[person].name, post=post.title)
    held = Counter(person for people in slate.values() for person in people)
    if case.one_post_each:
        yield from (
            message("zone.misfit.twice", name=case.candidates[who].name) for who, posts in held.items() if posts > 1
        )
    for term in case.terms.values():
        if term.id not in terms:
            yield message("zone.misfit.term", term=term.title)


def _objections(teller: Teller, objections: Sequence[Mapping[str, Any]], words: str) -> Iterator[Line]:
    for side in dict.fromkeys(objection["side"] for objection in objections):
        yield heading(message(words, side=teller.case.sides[side].name))
        for objection in objections:
            if objection["side"] == side:
                yield item(teller.demand_since(objection["demand"]))
                for statement in objection["statements"]:
                    if not teller.is_later(statement["index"]):
                        yield item(teller.evidence(statement["index"], objection["demand"]), depth=2)
