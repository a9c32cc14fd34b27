"""The nouns of a case: everything that is on one table, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from placet.case.catalog import Catalog
from placet.case.dates import When
from placet.case.forms import Blocks, Form
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named, Selector, TraitValue
from placet.case.text import Text


@dataclass(frozen=True)
class Threshold:
    """The consent of a side with many members: `needs` votes out of `of`."""

    needs: int
    of: int


@dataclass(frozen=True)
class Side:
    """A party. With consent its vetoes bind; without, it only speaks."""

    id: str
    name: Text
    consent: bool | Threshold
    assumption: str | None = None

    @property
    def holds_consent(self) -> bool:
        """Whether this side's demands bind."""
        return self.consent is not False


@dataclass(frozen=True)
class Group:
    """An affiliation; `within` names the larger group it belongs to."""

    id: str
    name: Text
    within: str | None = None
    assumption: str | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be appointed."""

    id: str
    name: Text
    groups: tuple[str, ...] = ()
    traits: Catalog[TraitValue] = field(default_factory=Catalog)
    assumption: str | None = None


@dataclass(frozen=True)
class Seats:
    """How many seats a post has: exactly `at_least` when both numbers are the same."""

    at_least: int
    at_most: int
    assumption: str | None = None


@dataclass(frozen=True)
class Post:
    """An office with one or more seats, and who may hold it (None: everybody)."""

    id: str
    title: Text
    seats: Seats
    eligible: Selector | None = None
    assumption: str | None = None


@dataclass(frozen=True)
class Term:
    """Something else that must be agreed; `options` maps option ids to their titles (None: no title given)."""

    id: str
    title: Text
    options: Catalog[Text | None]
    assumption: str | None = None


@dataclass(frozen=True)
class Constraint:
    """A rule of the body that nobody may waive."""

    id: str
    form: Form
    assumption: str | None = None


@dataclass(frozen=True)
class Demand:
    """What one side insists on.

    Parameters
    ----------
    what : Form or Blocks
        What it requires of a settlement, or the step it blocks.
    cost : Fraction or None
        What giving it up costs its side; None for a red line, which is never given up (``cost: never``).
    presumed : Fraction or None
        The probability that the side holds a demand nobody has voiced.
    seen_by : tuple of str or None
        The sides that may see it; None: the rule of the house (see `placet.case.view`).
    """

    id: str
    side: str
    what: Form | Blocks
    cost: Fraction | None = Fraction(1)
    presumed: Fraction | None = None
    seen_by: tuple[str, ...] | None = None
    source: str | None = None
    assumption: str | None = None
    note: str | None = None

    @property
    def is_red_line(self) -> bool:
        """Whether its side will never give it up."""
        return self.cost is None


class Kind(Enum):
    """How a side stated its preferences."""

    SCORES = "scores"
    RANKING = "ranking"
    APPROVES = "approves"


@dataclass(frozen=True)
class Preferences:
    """What a side would like, as exact numbers.

    Parameters
    ----------
    scores : Catalog of Fraction
        A score for each name: as given, m - 1 down to 0 for a ranking of m names, 1 for an approval.
    unscored : Fraction or None
        The score of every other name; None when no name is missing. 0 for approvals.
    at_posts : Catalog of Catalog of Fraction
        Scores that replace a name's own at one post.
    at_terms : Catalog of Catalog of Fraction
        What an option of a term adds; 0 if not listed.
    disagreement : Fraction
        What the side has without agreement.
    """

    side: str
    kind: Kind
    scores: Catalog[Fraction]
    unscored: Fraction | None = None
    at_posts: Catalog[Catalog[Fraction]] = field(default_factory=Catalog)
    at_terms: Catalog[Catalog[Fraction]] = field(default_factory=Catalog)
    disagreement: Fraction = Fraction(0)
    assumption: str | None = None
    note: str | None = None

    def score(self, candidate: str, post: str) -> Fraction:
        """Return what `candidate` at `post` is worth to this side."""
        replaced = self.at_posts.get(post, Catalog()).get(candidate)
        if replaced is not None:
            return replaced
        return self.scores.get(candidate, self.unscored or Fraction(0))

    def score_option(self, term: str, option: str) -> Fraction:
        """Return what choosing `option` for `term` adds for this side."""
        return self.at_terms.get(term, Catalog()).get(option, Fraction(0))


@dataclass(frozen=True)
class Step:
    """A step of the road map; it is open when its needs are done and nothing blocks it."""

    id: str
    title: Text
    needs: tuple[str, ...] = ()
    done: date | None = None
    convened_by: tuple[str, ...] = ()
    attends: tuple[str, ...] = ()
    assumption: str | None = None


class Stance(Enum):
    """What a statement does to a demand."""

    ASSERTS = "asserts"
    REAFFIRMS = "reaffirms"
    SOFTENS = "softens"
    WITHDRAWS = "withdraws"
    PRESUMES = "presumes"


ALWAYS = ".."
"""``held_since: ".."``: as far back as the last contrary statement."""


@dataclass(frozen=True)
class Votes:
    """A tally for one candidate. `against` and `silent` are None where the source does not say."""

    in_favour: int
    against: int | None = None
    silent: int | None = None


@dataclass(frozen=True)
class Entry:
    """One entry of the record.

    Parameters
    ----------
    index : int
        Its place in the file, from 0.
    on : When or None
        The day it was said or happened; None: undated.
    demand, stance
        Which demand it concerns and what it does to it; both or neither.
    held_since : When or str or None
        Since when a report makes the demand hold; ``ALWAYS`` for ``..``.
    event : str or None
        Entries of the same event whose dates or quoted figures differ are sources that disagree.
    side, tally
        Votes of a side's members, by candidate; both or neither.
    """

    index: int
    on: When | None
    by: str | None = None
    demand: str | None = None
    stance: Stance | None = None
    held_since: When | str | None = None
    event: str | None = None
    side: str | None = None
    tally: Catalog[Votes] | None = None
    quote: str | None = None
    lang: str | None = None
    source: str | None = None
    assumption: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Source:
    """Where words come from. `file` is relative to the case folder and never leaves it."""

    id: str
    title: Text | None = None
    publisher: str | None = None
    url: str | None = None
    dated: When | None = None
    file: str | None = None
    sha256: str | None = None
    lang: str | None = None
    assumption: str | None = None


@dataclass(frozen=True)
class Case:
    """All that is on one table.

    `name` is the folder's name. Catalogs keep the order of the file.
    """

    name: str
    title: Text
    sides: Catalog[Side]
    candidates: Catalog[Candidate]
    posts: Catalog[Post]
    groups: Catalog[Group] = field(default_factory=Catalog)
    terms: Catalog[Term] = field(default_factory=Catalog)
    constraints: Catalog[Constraint] = field(default_factory=Catalog)
    demands: Catalog[Demand] = field(default_factory=Catalog)
    preferences: Catalog[Preferences] = field(default_factory=Catalog)
    roadmap: Catalog[Step] = field(default_factory=Catalog)
    record: tuple[Entry, ...] = ()
    sources: Catalog[Source] = field(default_factory=Catalog)
    one_post_each: bool = True

    def __repr__(self) -> str:
        return (
            f"<Case {self.name}: {len(self.sides)} sides, {len(self.candidates)} candidates, "
            f"{len(self.posts)} posts, {len(self.demands)} demands>"
        )

    @property
    def holders(self) -> tuple[str, ...]:
        """The sides that hold consent."""
        return tuple(side.id for side in self.sides.values() if side.holds_consent)

    @cached_property
    def _groups_of(self) -> dict[str, frozenset[str]]:
        """For each candidate its groups and every group those lie within."""
        found = {}
        for candidate in self.candidates.values():
            reached: set[str] = set()
            for group in candidate.groups:
                at: str | None = group
                while at is not None and at not in reached:
                    reached.add(at)
                    at = self.groups[at].within
            found[candidate.id] = frozenset(reached)
        return found

    def meant(self, selector: Selector) -> frozenset[str]:
        """Return the candidates that `selector` means."""
        match selector:
            case Named():
                return frozenset({selector.candidate})
            case InGroup():
                return frozenset(who for who, groups in self._groups_of.items() if selector.group in groups)
            case HasTrait():
                key, value = selector.key, selector.value
                held = ((who.id, who.traits.get(key)) for who in self.candidates.values())
                return frozenset(who for who, trait in held if type(trait) is type(value) and trait == value)
            case AnyOf():
                return frozenset().union(*map(self.meant, selector.parts))
            case AllOf():
                return frozenset(self.candidates).intersection(*map(self.meant, selector.parts))
            case Except():
                return frozenset(self.candidates) - self.meant(selector.part)

    def members(self, selector: Selector) -> tuple[str, ...]:
        """Return the candidates that `selector` means, in the order of the file."""
        meant = self.meant(selector)
        return tuple(candidate for candidate in self.candidates if candidate in meant)

    def eligible(self, post: str) -> tuple[str, ...]:
        """Return the candidates that may hold `post`, in the order of the file."""
        selector = self.posts[post].eligible
        return tuple(self.candidates) if selector is None else self.members(selector)
