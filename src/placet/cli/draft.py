"""What a person has told in an interview, and the case that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from placet.case.catalog import Catalog
from placet.case.forms import Amount, Excludes, Quota
from placet.case.ids import free_id
from placet.case.nouns import Candidate, Case, Constraint, Demand, Group, Post, Seats, Side, Term
from placet.case.selectors import InGroup, Named
from placet.case.text import Text


class Firmness(Enum):
    """How firm a refusal is."""

    SAID = "said"
    NEVER = "never"
    EXPECTED = "expected"


@dataclass(frozen=True)
class Refusal:
    """One side refuses a person or a group; `posts` None means in all of them."""

    side: str
    whom: Named | InGroup
    posts: tuple[str, ...] | None
    firmness: Firmness
    odds: Fraction | None = None


@dataclass(frozen=True)
class Rule:
    """A group holds at least or at most so many seats."""

    group: str
    at_least: Amount | None
    at_most: Amount | None


@dataclass(frozen=True)
class Draft:
    """Everything that was told; mappings go from ids to names."""

    title: str
    sides: dict[str, str]
    consents: dict[str, bool]
    posts: dict[str, str]
    seats: dict[str, Seats]
    groups: dict[str, str]
    candidates: dict[str, str]
    memberships: dict[str, tuple[str, ...]]
    rules: tuple[Rule, ...]
    terms: dict[str, str]
    options: dict[str, dict[str, str]]
    refusals: tuple[Refusal, ...]

    def to_case(self, name: str) -> Case:
        """Return the case, named after its folder."""
        return Case(
            name=name,
            title=Text.plain(self.title),
            sides=Catalog((i, Side(i, Text.plain(words), self.consents[i])) for i, words in self.sides.items()),
            groups=Catalog((i, Group(i, Text.plain(words))) for i, words in self.groups.items()),
            candidates=Catalog(
                (i, Candidate(i, Text.plain(words), groups=self.memberships[i])) for i, words in self.candidates.items()
            ),
            posts=Catalog((i, Post(i, Text.plain(words), self.seats[i])) for i, words in self.posts.items()),
            terms=Catalog(
                (i, Term(i, Text.plain(words), Catalog((o, Text.plain(w)) for o, w in self.options[i].items())))
                for i, words in self.terms.items()
            ),
            constraints=Catalog((rule.id, rule) for rule in self._constraints()),
            demands=Catalog((demand.id, demand) for demand in self._demands()),
        )

    def _constraints(self) -> list[Constraint]:
        made: dict[str, Constraint] = {}
        for rule in self.rules:
            bound = "at-least" if rule.at_least is not None else "at-most"
            id_ = free_id(f"{rule.group}-{bound}", made)
            made[id_] = Constraint(id_, Quota(InGroup(rule.group), at_least=rule.at_least, at_most=rule.at_most))
        return list(made.values())

    def _demands(self) -> list[Demand]:
        made: dict[str, Demand] = {}
        for refusal in self.refusals:
            whom = refusal.whom.candidate if isinstance(refusal.whom, Named) else refusal.whom.group
            id_ = free_id(f"{refusal.side}-no-{whom}", made)
            is_expected = refusal.firmness is Firmness.EXPECTED
            made[id_] = Demand(
                id_,
                refusal.side,
                Excludes(refusal.whom, refusal.posts),
                cost=None if refusal.firmness is Firmness.NEVER else Fraction(1),
                presumed=refusal.odds if is_expected else None,
                assumption="The number is a guess, made when the case was written." if is_expected else None,
            )
        return list(made.values())
