"""The whole case file, declared: which names stand where, and what their values may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from placet.case.catalog import Catalog
from placet.case.catalogs import CatalogOf, MapOf
from placet.case.date_leaves import Day
from placet.case.faults import Reading
from placet.case.ids import Id, Ref
from placet.case.layout_forms import ASSUMPTION, CONSTRAINTS, DEMANDS, SELECTOR, SIDE, STEP
from placet.case.layout_preferences import PREFERENCES
from placet.case.layout_record import RECORD, SOURCES
from placet.case.layout_words import TEXT
from placet.case.leaves import Broken, OneOf, Schema, Trait, TrueOrFalse, Whole
from placet.case.local_checks import check_range, check_threshold
from placet.case.nouns import Candidate, Group, Post, Seats, Side, Step, Term, Threshold
from placet.case.records import Field, Record, Variants
from placet.case.shapes import ByForm, ListOf, Made, OrNothing
from placet.case.text import Text
from placet.case.tree import Mapping, Node, Scalar, Sequence

_NAME: Final = Field("name", TEXT, "How it is called.", required=True)
_TITLE: Final = Field("title", TEXT, "How it is called.", required=True)

_CONSENT_EXPECTED = "true, false, or how many votes of its members, such as {needs: 9, of: 15}"

_SIDES: Final = CatalogOf(
    "side",
    Record(
        "a side",
        (
            _NAME,
            Field(
                "consent",
                ByForm(
                    _CONSENT_EXPECTED,
                    single=TrueOrFalse(_CONSENT_EXPECTED),
                    named=Record(
                        "consent by votes",
                        (
                            Field("needs", Whole("a whole number, 1 or more", least=1), required=True),
                            Field("of", Whole("a whole number, 1 or more", least=1), required=True),
                        ),
                        Threshold,
                        check_threshold,
                    ),
                ),
                "Whether nobody can be appointed against its will.",
                required=True,
            ),
            ASSUMPTION,
        ),
        Side,
    ),
    "sides by id, at least one",
    least=1,
)

_GROUP: Final = Ref("group", "the id of a group")
_GROUPS: Final = CatalogOf(
    "group",
    Record("a group", (_NAME, Field("within", _GROUP, "The larger group it belongs to."), ASSUMPTION), Group),
    "groups by id",
)

_CANDIDATES: Final = CatalogOf(
    "candidate",
    Record(
        "a candidate",
        (
            _NAME,
            Field("groups", ListOf(_GROUP, "a list of groups, such as [militia]", distinct=True)),
            Field("traits", MapOf("traits by name, such as {gender: woman}", Trait(), declares=("trait", ""))),
            ASSUMPTION,
        ),
        Candidate,
    ),
    "candidates by id, at least one",
    least=1,
)


def _seats(count: int) -> Seats:
    return Seats(count, count)


def _exact_seats(exactly: int, assumption: str | None = None) -> Seats:
    return Seats(exactly, exactly, assumption)


_SEATS_EXPECTED = "a number of seats, or {at_least: 1, at_most: 10}"
_SEATS: Final = ByForm(
    _SEATS_EXPECTED,
    single=Made(Whole(_SEATS_EXPECTED), _seats),
    named=Variants(
        "a number of seats",
        (
            (
                ("at_least", "at_most"),
                Record(
                    "a number of seats",
                    (
                        Field("at_least", Whole(), required=True),
                        Field("at_most", Whole(), required=True),
                        ASSUMPTION,
                    ),
                    Seats,
                    check_range,
                ),
            ),
            (
                ("exactly",),
                Record("a number of seats", (Field("exactly", Whole(), required=True), ASSUMPTION), _exact_seats),
            ),
        ),
    ),
)


def _post(seats: Seats = Seats(1, 1), **values: Any) -> Post:  # noqa: B008 -- frozen
    return Post(seats=seats, **values)


_POSTS: Final = CatalogOf(
    "post",
    Record(
        "a post",
        (
            _TITLE,
            Field("seats", _SEATS, "1, if left out."),
            Field("eligible", SELECTOR, "Who may hold it; everybody, if left out."),
            ASSUMPTION,
        ),
        _post,
    ),
    "posts by id, at least one",
    least=1,
)

_OPTIONS_EXPECTED = "a list of options, such as [six-months, twelve-months], or their titles by id"


def _untitled(options: tuple[str, ...]) -> Catalog[Text | None]:
    return Catalog((option, None) for option in options)


_TERMS_BY_ID: Final = CatalogOf(
    "term",
    Record(
        "a term",
        (
            _TITLE,
            Field(
                "options",
                ByForm(
                    _OPTIONS_EXPECTED,
                    listed=Made(ListOf(Id(), _OPTIONS_EXPECTED, least=1, distinct=True), _untitled),
                    named=MapOf(_OPTIONS_EXPECTED, OrNothing(TEXT), least=1),
                ),
                "What can be chosen.",
                required=True,
            ),
            ASSUMPTION,
        ),
        Term,
    ),
    "terms by id",
)


@dataclass(frozen=True)
class _Terms:
    """Terms by id, each of which declares its options."""

    expected: str = _TERMS_BY_ID.expected

    def read(self, node: Node, reading: Reading) -> Catalog[Term] | Broken:
        for key, value in node.pairs if isinstance(node, Mapping) else ():
            options = value.get("options") if isinstance(value, Mapping) else None
            names = [name for name, _ in options.pairs] if isinstance(options, Mapping) else []
            for name in options.items if isinstance(options, Sequence) else names:
                if isinstance(name, Scalar):
                    reading.declare(("option", key.text), name, name)
        return _TERMS_BY_ID.read(node, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        return _TERMS_BY_ID.schema(defs)


_ROADMAP: Final = CatalogOf(
    "step",
    Record(
        "a step",
        (
            _TITLE,
            Field("needs", ListOf(STEP, "a list of steps", distinct=True), "The steps that must be done before."),
            Field("done", Day(), "The day on which it was done; left out while it is not."),
            Field("convened_by", ListOf(SIDE, "a list of sides", distinct=True)),
            Field("attends", ListOf(SIDE, "a list of sides", distinct=True)),
            ASSUMPTION,
        ),
        Step,
    ),
    "steps by id",
)

_VERSION: Final = OneOf({"1": 1}, "1, the version of this format")

CASE: Final = Record(
    "a case",
    (
        Field(
            "placet", OneOf({"1": 1}, "1, the version of this format"), "The version of this format: 1.", required=True
        ),
        Field("title", TEXT, "What it is about.", required=True),
        Field("sides", _SIDES, "Who must consent, and who only speaks.", required=True),
        Field("groups", _GROUPS, "Affiliations of candidates."),
        Field("candidates", _CANDIDATES, "Who can be appointed.", required=True),
        Field("posts", _POSTS, "The offices and their seats.", required=True),
        Field("one_post_each", TrueOrFalse(), "Whether one person holds at most one post; true, if left out."),
        Field("terms", _Terms(), "What else must be agreed."),
        Field("constraints", CONSTRAINTS, "Rules that nobody may waive."),
        Field("demands", DEMANDS, "What one side insists on and could give up."),
        Field("preferences", PREFERENCES, "What each side would like."),
        Field("roadmap", _ROADMAP, "What must happen in which order."),
        Field("record", RECORD, "Who said what, when, in which words."),
        Field("sources", SOURCES, "Where the words come from."),
    ),
    dict,
)
