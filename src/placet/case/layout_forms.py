"""The part of the case file that says who is meant and what is required: selectors, constraints and demands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from placet.case.catalogs import CatalogOf, MapOf
from placet.case.faults import Reading
from placet.case.forms import (
    Apart,
    Blocks,
    Chooses,
    Conditional,
    Equal,
    Excludes,
    Form,
    Posts,
    Quota,
    Together,
    Total,
)
from placet.case.ids import Ref
from placet.case.leaves import BROKEN, AmountOfSeats, Broken, Cost, Number, Schema, Trait, Whole, Words
from placet.case.local_checks import check_bounds
from placet.case.nouns import Constraint, Demand
from placet.case.records import Field, Record, Variants
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Selector
from placet.case.selectors import Named as OneCandidate
from placet.case.shapes import ByForm, ListOf, Made, Named
from placet.case.tree import Node

ASSUMPTION: Final = Field("assumption", Words("a sentence", lines=True), "What no source gives, in words; seen by all.")
NOTE: Final = Field("note", Words("a sentence", lines=True), "For the side itself; shown to nobody else.")

SIDE: Final = Ref("side", "the id of a side")
CANDIDATE: Final = Ref("candidate", "the id of a candidate")
SOURCE: Final = Ref("source", "the id of a source")
STEP: Final = Ref("step", "the id of a step of the road map")
POSTS: Final = ListOf(
    Ref("post", "the id of a post"), "a list of posts, such as [head, member]", least=1, distinct=True
)
SELECTOR_EXPECTED = "a candidate, {group: ...}, {trait: {...: ...}}, {any: [...]}, {all: [...]} or {not: ...}"


@dataclass(frozen=True)
class TraitIs:
    """``{key: value}``: everybody whose trait has this value."""

    expected: str = "one trait and its value, such as {gender: woman}"

    def read(self, node: Node, reading: Reading) -> HasTrait | Broken:
        """Return the selector, and remember it: a value that nobody has is worth a warning."""
        pairs = MapOf(self.expected, Trait(), kind=("trait", ""), least=1, most=1).read(node, reading)
        if isinstance(pairs, Broken):
            return BROKEN
        ((key, value),) = pairs.items()
        reading.trait_values.append((key, value, node))
        return HasTrait(key, value)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an object with one name."""
        return MapOf(self.expected, Trait(), least=1, most=1).schema(defs)


SELECTOR: Final[Named[Selector]] = Named("selector", SELECTOR_EXPECTED, lambda: _SELECTOR)
_GROUP: Final = Ref("group", "the id of a group")
_PARTS: Final = ListOf(SELECTOR, "a list of at least one selector", least=1)


def _selector(name: str, shape: Any, says: str, make: Any, attribute: str) -> tuple[tuple[str, ...], Record]:
    return (name,), Record("a selector", (Field(name, shape, says, required=True, attribute=attribute),), make)


_SELECTOR: Final[ByForm] = ByForm(
    SELECTOR_EXPECTED,
    single=Made(CANDIDATE, OneCandidate),
    named=Variants(
        "a selector",
        (
            _selector("group", _GROUP, "Its members, and those of groups within it.", InGroup, "group"),
            _selector("trait", TraitIs(), "Everybody whose trait has this value.", lambda trait: trait, "trait"),
            _selector("any", _PARTS, "Everybody whom at least one part selects.", AnyOf, "parts"),
            _selector("all", _PARTS, "Everybody whom every part selects.", AllOf, "parts"),
            _selector("not", SELECTOR, "Everybody whom the part does not select.", Except, "part"),
        ),
    ),
)


def option_of(term: str) -> Ref:
    """Return the shape of an option of one term."""
    return Ref("option", f"an option of {term}", term)


@dataclass(frozen=True)
class _Choice:
    """``{term: option}``, one pair or more."""

    expected: str = "terms and their options, such as {election: six-months}"

    def read(self, node: Node, reading: Reading) -> tuple[tuple[str, str], ...] | Broken:
        shape = MapOf(self.expected, option_of("a term"), kind=("term", ""), least=1, value_of=option_of)
        pairs = shape.read(node, reading)
        return BROKEN if isinstance(pairs, Broken) else tuple(pairs.items())

    def schema(self, defs: dict[str, Schema]) -> Schema:
        return MapOf(self.expected, option_of("a term"), least=1).schema(defs)


IN: Final = Field("in", POSTS, "The posts meant; all, if left out.", attribute="posts")
WHERE: Final = Field("where", SELECTOR, "Whose seats are counted.", required=True)
_PEOPLE: Final = ListOf(CANDIDATE, "a list of at least two candidates", least=2, distinct=True)


def _conditional(when: Form, then: Form, posts: Posts = None) -> Conditional:
    """Return an if-then whose `in` is that of every part without one of its own."""
    return Conditional(_meant_for(when, posts), _meant_for(then, posts))


def _meant_for(form: Form, posts: Posts) -> Form:
    match form:
        case Conditional():
            return _conditional(form.when, form.then, posts)
        case Chooses():
            return form
        case _:
            return replace(form, posts=form.posts or posts)


def _chooses(options: tuple[tuple[str, str], ...], posts: Posts = None) -> Chooses:
    """Return a choice; the posts it is said for change nothing."""
    del posts
    return Chooses(options)


FORM: Final[Named[Form]] = Named("form", "a rule, such as {excludes: haddad}", lambda: Variants("a rule", FORMS))

FORMS: Final[tuple[tuple[tuple[str, ...], Record], ...]] = (
    (
        ("excludes",),
        Record(
            "an exclusion",
            (Field("excludes", SELECTOR, "None of these sits.", required=True, attribute="where"), IN),
            Excludes,
        ),
    ),
    (
        ("apart",),
        Record(
            "a rule",
            (Field("apart", _PEOPLE, "At most one of them sits.", required=True, attribute="people"), IN),
            Apart,
        ),
    ),
    (
        ("together",),
        Record(
            "a rule",
            (Field("together", _PEOPLE, "All of them sit, or none.", required=True, attribute="people"), IN),
            Together,
        ),
    ),
    (
        ("equal",),
        Record(
            "a balance",
            (
                Field(
                    "equal",
                    ListOf(SELECTOR, "a list of at least two selectors", least=2),
                    "Their numbers of seats differ by at most `within`.",
                    required=True,
                    attribute="parts",
                ),
                Field("within", Whole(), "0, if left out."),
                IN,
            ),
            Equal,
        ),
    ),
    (
        ("total",),
        Record(
            "a total",
            (
                Field(
                    "total",
                    Ref("trait", "the name of a trait with numbers"),
                    "The trait that is summed over all seats.",
                    required=True,
                    attribute="trait",
                ),
                Field("at_least", Number()),
                Field("at_most", Number()),
                Field("exactly", Number()),
                IN,
            ),
            Total,
            check_bounds,
        ),
    ),
    (
        ("chooses",),
        Record(
            "a choice",
            (Field("chooses", _Choice(), "The option for each term.", required=True, attribute="options"), IN),
            _chooses,
        ),
    ),
    (
        ("if", "then"),
        Record(
            "an if-then",
            (
                Field("if", FORM, "When this holds,", required=True, attribute="when"),
                Field("then", FORM, "this must hold too.", required=True),
                IN,
            ),
            _conditional,
        ),
    ),
    (
        ("at_least", "at_most", "exactly", "where"),
        Record(
            "a quota",
            (
                Field("at_least", AmountOfSeats(), "A share is rounded up."),
                Field("at_most", AmountOfSeats(), "A share is rounded down."),
                Field("exactly", Whole("a number of seats; exactly takes no share")),
                WHERE,
                IN,
            ),
            Quota,
            check_bounds,
        ),
    ),
)

_BLOCKS: Final = (
    ("blocks", "until"),
    Record(
        "a demand that blocks a step",
        (
            Field("blocks", STEP, "The step that it blocks,", required=True, attribute="step"),
            Field("until", STEP, "until this one is done.", required=True),
        ),
        Blocks,
    ),
)

CONSTRAINTS: Final = CatalogOf(
    "constraint",
    Variants("a constraint", FORMS, (ASSUMPTION,), Constraint),
    "constraints by id",
)

DEMANDS: Final = CatalogOf(
    "demand",
    Variants(
        "a demand",
        (*FORMS, _BLOCKS),
        (
            Field("side", SIDE, "Whose demand it is.", required=True),
            Field("cost", Cost(), "What giving it up costs the side: 1 if left out, never for a red line."),
            Field(
                "presumed",
                Number("a probability from 0 to 1", least=0, most=1),
                "The probability that the side holds it, while nobody has voiced it.",
            ),
            Field(
                "seen_by",
                ListOf(SIDE, "a list of sides", distinct=True),
                "The sides that may see the whole demand, beside its own.",
            ),
            Field("source", SOURCE),
            ASSUMPTION,
            NOTE,
        ),
        Demand,
        attribute="what",
    ),
    "demands by id",
)
