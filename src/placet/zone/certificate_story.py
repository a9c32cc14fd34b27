"""What a certificate says: the lines of a sum, for somebody who checks it with pencil and paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from placet.case.forms import Quota, Share
from placet.case.nouns import Case
from placet.words import Message, Value, message
from placet.zone.lines import Line, Lines, heading, item
from placet.zone.sentences import Teller

KINDS = ("post", "person", "term", "constraint", "demand", "assumed")


def tell_certificates(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines that prove the conflicts of an answer, given as the JSON contract has it."""
    if not answer["conflicts"]:
        return ()
    teller = _Certificates(Teller(case, answer["on"]))
    told = [
        line
        for number, conflict in enumerate(answer["conflicts"], start=1)
        for line in teller.tell(conflict["certificate"], number)
    ]
    return (heading(message("certificate.heading")), *told)


class _Certificates:
    def __init__(self, teller: Teller) -> None:
        self.teller, self.case = teller, teller.case

    def tell(self, proof: Mapping[str, Any] | None, number: int) -> Iterator[Line]:
        """Say one certificate."""
        if proof is None:
            yield item(message("certificate.none"), number=number)
        elif proof["kind"] == "cut":
            posts = self.teller.posts(proof["posts"])
            people = len(proof["people"])
            yield item(message("certificate.cut", posts=posts, seats=proof["seats"], people=people), number=number)
            for post, who in proof["left"].items():
                where = self.case.posts[post].title
                names = self.teller.people(who)
                what = message("certificate.left", post=where, names=names)
                yield item(what if who else message("certificate.nobody-left", post=where), depth=2)
            yield from self._refused(proof)
        else:
            first, *rest = self._part(proof, 0)
            yield item(first.message, number=number)
            yield from rest

    def _part(self, proof: Mapping[str, Any], cases: int) -> Iterator[Line]:
        depth = 2 + cases
        match proof["kind"]:
            case "alone":
                name = self._named("demand" if "demand" in proof else "constraint", proof)
                yield item(message("certificate.alone", name=name), depth)
            case "cases":
                yield item(message("certificate.cases"), depth)
                pairs = tuple(self._pair(who, where) for who, where in proof["of"])
                for side in ("at_most", "at_least"):
                    part = proof[side]
                    what = message(f"certificate.case.{side}", depth=cases + 1, bound=part["number"], pairs=pairs)
                    yield item(what, depth)
                    yield from self._part(part, cases + 1)
            case _:
                yield item(message("certificate.sum"), depth)
                yield from (item(self._line(line), depth) for line in proof["lines"])
                yield from self._refused(proof, depth)
                total = message("certificate.total", needed=proof["needed"], possible=proof["possible"])
                yield item(total, depth)

    def _refused(self, proof: Mapping[str, Any], depth: int = 2) -> Iterator[Line]:
        for id_ in proof["refused_by"]:
            kind = "constraint" if id_ in self.case.constraints else "demand"
            yield item(message("certificate.refused", name=self._named(kind, {kind: id_})), depth)

    def _line(self, line: Mapping[str, Any]) -> Message:
        kind = next(kind for kind in KINDS if kind in line)
        side = "at_least" if "at_least" in line else "at_most"
        said = kind if kind in {"post", "person", "term", "assumed"} else "line"
        name = self._named(kind, line)
        weights = line.get("weights", ())
        if len(weights) == 2 and self._is_share(kind, line[kind]):
            # A share says: those whom it means count for one number, everybody else for the other, together 0 or more.
            most, least = weights
            return message("certificate.share", count=line["times"], name=name, theirs=most, others=least)
        return message(f"certificate.{said}.{side}", count=line["times"], name=name, bound=line[side])

    def _is_share(self, kind: str, id_: str) -> bool:
        what = self.case.constraints[id_].form if kind == "constraint" else self.teller.demands[id_].what
        return isinstance(what, Quota) and isinstance(what.at_least, Share) and what.at_most is None

    def _named(self, kind: str, line: Mapping[str, Any]) -> Value:
        id_ = line[kind]
        match kind:
            case "post":
                return self.case.posts[id_].title
            case "person":
                return self.case.candidates[id_].name
            case "term":
                return self.case.terms[id_].title
            case "constraint":
                return self.teller.rule(id_)
            case "demand":
                return self.teller.demand(id_)
        return str(id_)

    def _pair(self, who: str, where: str) -> Value:
        if who in self.case.candidates and where in self.case.posts:
            name: Value = self.case.candidates[who].name
            return message("certificate.pair", who=name, where=self.case.posts[where].title)
        return message("certificate.pair", who=self.teller.option(who, where), where=self.case.terms[who].title)
