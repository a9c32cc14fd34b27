"""The part of the case file that says what each side would like: scores, a ranking or approvals."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from placet.case.catalog import Catalog
from placet.case.catalogs import CatalogOf, MapOf
from placet.case.layout_forms import ASSUMPTION, CANDIDATE, NOTE
from placet.case.leaves import Number
from placet.case.local_checks import check_preferences
from placet.case.nouns import Kind, Preferences
from placet.case.records import Field, Record, Variants
from placet.case.shapes import ListOf


def _preferences(
    scores: Catalog[Fraction] | None = None,
    ranking: tuple[str, ...] = (),
    approves: tuple[str, ...] | None = None,
    unscored: Fraction | None = None,
    **values: Any,
) -> Preferences:
    """Return preferences as scores, whichever way they were stated."""
    if scores is not None:
        return Preferences(kind=Kind.SCORES, scores=scores, unscored=unscored, **values)
    if approves is not None:
        approved = Catalog((name, Fraction(1)) for name in approves)
        return Preferences(kind=Kind.APPROVES, scores=approved, unscored=Fraction(0), **values)
    ranked = Catalog((name, Fraction(len(ranking) - 1 - place)) for place, name in enumerate(ranking))
    return Preferences(kind=Kind.RANKING, scores=ranked, unscored=unscored, **values)


_SCORES_EXPECTED = "numbers by candidate, such as {haddad: 7}"
_SCORES: Final = MapOf(_SCORES_EXPECTED, Number(), kind=("candidate", ""))


def _scores_of_options(term: str) -> MapOf:
    return MapOf("numbers by option, such as {six-months: 2}", Number(), kind=("option", term))


def _stated(name: str, field: Field) -> tuple[tuple[str, ...], Record]:
    return (name,), Record("preferences", (field,), dict)


PREFERENCES: Final = CatalogOf(
    "preferences",
    Variants(
        "preferences",
        (
            _stated("scores", Field("scores", _SCORES, "A number for each name.", required=True)),
            _stated(
                "ranking",
                Field(
                    "ranking",
                    ListOf(CANDIDATE, "a list of candidates, the best first", least=1, distinct=True),
                    "Names, the best first.",
                    required=True,
                ),
            ),
            _stated(
                "approves",
                Field(
                    "approves",
                    ListOf(CANDIDATE, "a list of candidates", distinct=True),
                    "The names that are acceptable; each counts 1.",
                    required=True,
                ),
            ),
        ),
        (
            Field("unscored", Number(), "The score of every name that is not listed."),
            Field(
                "posts",
                MapOf("numbers by post and candidate, such as {head: {haddad: 7}}", _SCORES, kind=("post", "")),
                "Scores that replace a name's own at one post.",
                attribute="at_posts",
            ),
            Field(
                "terms",
                MapOf(
                    "numbers by term and option, such as {election: {six-months: 2}}",
                    _scores_of_options("a term"),
                    kind=("term", ""),
                    value_of=_scores_of_options,
                ),
                "What an option adds.",
                attribute="at_terms",
            ),
            Field("disagreement", Number(), "What the side has without agreement; 0, if left out."),
            ASSUMPTION,
            NOTE,
        ),
        lambda stated, **values: _preferences(**stated, **values),
        attribute="stated",
        lacks="without names",
        check=check_preferences,
    ),
    "preferences by side",
    attribute="side",
    refers=True,
)
