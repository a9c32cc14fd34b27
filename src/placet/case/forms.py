"""The forms of constraints and demands: what can be required of a settlement.

In every form `posts` are the posts meant (``in`` in the file); None means all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from placet.case.selectors import Selector

Posts = tuple[str, ...] | None


@dataclass(frozen=True)
class Share:
    """A share of the seats filled, such as 30% (`of_one` is 3/10)."""

    of_one: Fraction


Amount = int | Share


@dataclass(frozen=True)
class Excludes:
    """None of those selected sits."""

    where: Selector
    posts: Posts = None


@dataclass(frozen=True)
class Quota:
    """How many seats those selected hold. A share is rounded up for `at_least` and down for `at_most`.

    `exactly` stands alone and is always a number of seats.
    """

    where: Selector
    at_least: Amount | None = None
    at_most: Amount | None = None
    exactly: int | None = None
    posts: Posts = None


@dataclass(frozen=True)
class Apart:
    """At most one of these people sits."""

    people: tuple[str, ...]
    posts: Posts = None


@dataclass(frozen=True)
class Together:
    """All of these people sit, or none does."""

    people: tuple[str, ...]
    posts: Posts = None


@dataclass(frozen=True)
class Equal:
    """The largest and the smallest number of seats that the parts hold differ by at most `within`."""

    parts: tuple[Selector, ...]
    within: int = 0
    posts: Posts = None


@dataclass(frozen=True)
class Total:
    """The sum of a numeric trait over the seats filled; a candidate without the trait counts 0."""

    trait: str
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    exactly: Fraction | None = None
    posts: Posts = None


@dataclass(frozen=True)
class Chooses:
    """These options are chosen for these terms; pairs of (term, option)."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Conditional:
    """If `when` holds then `then` must hold too (``if`` and ``then`` in the file)."""

    when: Form
    then: Form


Form = Excludes | Quota | Apart | Together | Equal | Total | Chooses | Conditional


@dataclass(frozen=True)
class Blocks:
    """Only a demand has this: it blocks a step of the road map until another step is done."""

    step: str
    until: str
