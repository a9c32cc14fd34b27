"""The sentences of which answers are made: numbers of settlements, a settlement, a conflict, a concession."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Case, Demand
from placet.record.saying import say_form, say_since, say_standing, say_votes
from placet.record.standing import Standing, demands, standings
from placet.record.status import Status
from placet.record.when import say_date
from placet.words import Message, Value, message
from placet.zone.lines import Line, item, row

SHOWN_EXACTLY = 7
"""Digits up to which a number of settlements is said exactly; a longer one is said in round figures."""


@dataclass(frozen=True)
class Teller:
    """Says things of one case on one day; remembers its demands and how they stand."""

    case: Case
    on: str | None

    @cached_property
    def demands(self) -> Catalog[Demand]:
        """Every demand of that day, those of tallies too."""
        return demands(self.case, self.on)

    @cached_property
    def standings(self) -> Catalog[Standing]:
        """How each stands on that day."""
        return standings(self.case, self.on)

    def demand(self, id_: str) -> Message:
        """Say one demand as it stands; what is only presumed is said as expected."""
        return say_standing(self.case, self.demands[id_], self.standings[id_])

    def is_presumed(self, id_: str) -> bool:
        """Whether a demand is only expected."""
        return self.standings[id_].standing is Status.PRESUMED

    def is_by_votes(self, id_: str) -> bool:
        """Whether it is a tally that makes the demand, for want of votes."""
        return id_ not in self.case.demands

    def is_held_by_consent(self, id_: str) -> bool:
        """Whether its side holds consent, so that the demand binds when it stands."""
        return self.case.sides[self.demands[id_].side].holds_consent

    def met(self, id_: str) -> Message:
        """Say that what a demand of this day asked for is no longer asked."""
        return say_standing(self.case, self.demands[id_], replace(self.standings[id_], standing=Status.FALLEN))

    def demand_since(self, id_: str) -> Message:
        """Say one demand as it stands, and since when."""
        return self.since(id_, self.demand(id_))

    def since(self, id_: str, what: Message) -> Message:
        """Say what a demand asks and since when it does."""
        since = say_since(self.standings[id_])
        return what if since is None else message("zone.demand-since", demand=what, since=since)

    def is_later(self, index: int) -> bool:
        """Whether an entry of the record certainly lies after the day, and so is no evidence on it."""
        on = self.case.record[index].on
        first = None if on is None else on.earliest
        return self.on is not None and first is not None and first.isoformat() > self.on

    def evidence(self, index: int, demand: str = "") -> Message:
        """Say one entry of the record: when, by whom, in which words; or a tally's votes, where a demand is given."""
        entry = self.case.record[index]
        source = self.case.sources.get(entry.source or "")
        named = None if source is None else source.publisher or source.title or source.id
        on = message("zone.undated") if entry.on is None else say_date(entry.on)
        speaker = entry.by or named or message("zone.somebody")
        if votes := say_votes(entry, demand):
            return message("zone.evidence-votes", on=on, by=speaker, votes=votes)
        if entry.quote is None:
            return message("zone.evidence-unquoted", on=on, by=speaker)
        return message("zone.evidence", on=on, by=speaker, quote=entry.quote)

    def rule(self, id_: str) -> Message:
        """Say a constraint, or a red line that counts as one."""
        if id_ in self.case.constraints:
            return message("zone.given-rule", rule=say_form(self.case, self.case.constraints[id_].form))
        return message("zone.given-red-line", demand=self.demand(id_))

    def people(self, ids: Iterable[str], most: int = 9) -> tuple[Value, ...]:
        """Return the names of candidates, and how many more there are beyond the first `most`."""
        names: list[Value] = [self.case.candidates[id_].name for id_ in ids]
        return tuple(names) if len(names) <= most else (*names[:most], message("zone.others", count=len(names) - most))

    def posts(self, ids: Iterable[str]) -> tuple[Value, ...]:
        """Return the titles of posts."""
        return tuple(self.case.posts[id_].title for id_ in ids)

    def sides(self, ids: Iterable[str]) -> tuple[Value, ...]:
        """Return the names of sides, each once."""
        return tuple(self.case.sides[id_].name for id_ in dict.fromkeys(ids))

    def settlement(self, slate: Mapping[str, Iterable[str]], terms: Mapping[str, str]) -> tuple[Line, ...]:
        """Say who sits where and what is chosen, one row each."""
        seated = [
            row(message("zone.row", name=self.case.posts[post].title, entries=self._seated(people)))
            for post, people in slate.items()
        ]
        chosen = [
            row(message("zone.row", name=self.case.terms[term].title, entries=(self.option(term, option),)))
            for term, option in terms.items()
        ]
        return (*seated, *chosen)

    def _seated(self, people: Iterable[str]) -> tuple[Value, ...]:
        return tuple(self.case.candidates[person].name for person in people) or (message("zone.nobody"),)

    def option(self, term: str, option: str) -> Value:
        """Return the title of an option, or its id when it has none."""
        return self.case.terms[term].options[option] or option

    def scores(self, scores: Mapping[str, Any]) -> Message:
        """Say what a settlement is worth to each side."""
        told = tuple(
            message("zone.score", side=self.case.sides[side].name, score=_exact(score))
            for side, score in scores.items()
        )
        return message("zone.scores", scores=told)

    def conflict(self, conflict: Mapping[str, Any], number: int) -> tuple[Line, ...]:
        """Say why some demands cannot all be met."""
        because = [item(self._or_equal(id_, conflict), depth=2) for id_ in conflict["demands"]]
        because += [item(self.rule(id_), depth=2) for id_ in conflict["given"]]
        if conflict.get("quota_shortage"):
            return (item(self._quota_shortage(conflict["quota_shortage"]), number=number), *because)
        if conflict.get("cap_shortage"):
            return (item(self._cap_shortage(conflict["cap_shortage"]), number=number), *because)
        if not conflict["shortage"]:
            return (item(message("zone.conflict", count=len(because)), number=number), *because)
        return (item(self.shortage(conflict["shortage"], is_made_by_demands=True), number=number), *because)

    def _quota_shortage(self, shortage: Mapping[str, Any]) -> Message:
        """Say to which posts a quota must bring more people than are left."""
        posts, people = self.posts(shortage["posts"]), shortage["people"]
        if not people:
            return message("zone.quota-shortage-nobody", needed=shortage["needed"], posts=posts)
        return message(
            "zone.quota-shortage",
            count=len(people),
            needed=shortage["needed"],
            posts=posts,
            names=self.people(people),
        )

    def _cap_shortage(self, shortage: Mapping[str, Any]) -> Message:
        """Say which posts need more people than caps let sit there."""
        return message(
            "zone.cap-shortage" if len(shortage["posts"]) > 1 else "zone.cap-shortage-one-post",
            posts=self.posts(shortage["posts"]),
            seats=message("zone.people", count=shortage["seats"]),
            count=shortage["at_most"],
        )

    def _or_equal(self, id_: str, conflict: Mapping[str, Any]) -> Message:
        others = tuple(self.demand(other) for other in (conflict["instead"] or {}).get(id_, ()) if other != id_)
        return message("zone.instead", demand=self.demand(id_), others=others) if others else self.demand(id_)

    def shortage(self, shortage: Mapping[str, Any], *, is_made_by_demands: bool) -> Message:
        """Say for which posts too few people are left, because of demands that follow or whatever is demanded."""
        posts, people = shortage["posts"], shortage["people"]
        nothing = message("zone.empty")
        left = message("zone.shortage-left") if is_made_by_demands else nothing
        because = message("zone.shortage-because") if is_made_by_demands else nothing
        if not people:
            words = "zone.shortage-nobody" if is_made_by_demands else "zone.nobody-eligible"
            return message(words, posts=self.posts(posts))
        return message(
            "zone.shortage" if len(posts) > 1 else "zone.shortage-one-post",
            posts=self.posts(posts),
            seats=message("zone.people", count=shortage["seats"]),
            count=len(people),
            names=self.people(people),
            left=left,
            because=because,
        )

    def concession(self, concession: Mapping[str, Any], number: int) -> tuple[Line, ...]:
        """Say what would be given up, by whom, at what cost, and what that would open."""
        given_up = concession["give_up"]
        sides = self.sides(self.demands[id_].side for id_ in given_up)
        nothing = message("zone.empty")
        head = message(
            "zone.give-up" if len(sides) > 1 else "zone.give-up-one-side",
            count=len(given_up),
            sides=sides,
            cost=self._cost(concession) if self._has_costs else nothing,
            opens=self._opens(concession) or nothing,
        )
        return (item(head, number=number), *(item(self.demand(id_), depth=2) for id_ in given_up))

    def _cost(self, concession: Mapping[str, Any]) -> Message:
        """Say what a concession costs, and how that falls on the sides if on more than one."""
        cost = _exact(concession["cost"])
        shares = tuple(
            message("zone.give-up-share", side=self.case.sides[side].name, cost=_exact(share))
            for side, share in concession["by_side"].items()
            if share
        )
        if len(shares) < 2:
            return message("zone.give-up-cost", cost=cost)
        return message("zone.give-up-cost-shared", cost=cost, shares=shares)

    @staticmethod
    def _opens(concession: Mapping[str, Any]) -> Message | None:
        if concession["opens"] is not None:
            return message("zone.give-up-opens", settlements=settlements(concession["opens"]))
        if concession["opens_at_least"] is not None:
            return message("zone.give-up-opens", settlements=settlements(concession["opens_at_least"], is_exact=False))
        return None

    @cached_property
    def _has_costs(self) -> bool:
        """Whether any demand costs something else than 1, so that costs tell more than numbers do."""
        return any(demand.cost not in {None, Fraction(1)} for demand in self.demands.values())


def settlements(count: str, is_exact: bool = True) -> Message:
    """Say how many settlements, given as decimal digits."""
    if count == "0":
        return message("zone.no-settlement")
    return message("zone.settlements" if is_exact else "zone.settlements-at-least", **counted(count))


def counted(count: str) -> dict[str, Value]:
    """Return a number given as decimal digits as what a sentence needs to say it: ``count`` and ``number``.

    A long one is cut to a few digits: ``about 3.2 million``, ``about 4.1 × 10^23``.
    """
    if len(count) <= SHOWN_EXACTLY:
        return {"count": int(count), "number": int(count)}
    exponent = len(count) - 1
    if exponent < 9:
        rounded: Value = message("zone.million", number=f"{int(count[: exponent - 4]) / 10:.1f}")
    else:
        rounded = message("zone.power", number=f"{count[0]}.{count[1]}", exponent=str(exponent))
    # A round number takes the plural of a hundred in every language, and never that of two.
    return {"count": 100, "number": message("zone.about", number=rounded)}


def _exact(value: Any) -> Value:
    return value if isinstance(value, int | Fraction) else Fraction(str(value)).limit_denominator(10**6)
