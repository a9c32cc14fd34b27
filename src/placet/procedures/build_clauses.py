"""Rules and settings become the games of clauses in contracts: names in common, and two lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from placet.case.spoken import nearest
from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.common_names import INSTITUTION, NEXT_LIST, CommonNames
from placet.procedures.game import Party, Procedure
from placet.procedures.two_lists import ALL, TwoLists
from placet.procedures.two_lists import INSTITUTION as CHOOSES
from placet.procedures.unstated import Unstated

if TYPE_CHECKING:
    from placet.procedures.build import Terms

CLAUSE_EXTRAS = ("started",)
"""Settings of these games that are no field of the record."""

COMMON_NAMES, TWO_LISTS = "common-names", "two-lists"


def build_common_names(terms: Terms, parties: tuple[Party, ...]) -> Procedure:
    """Return strikes at once on one list after the other; which party started the case is asked for."""
    started = terms.get("started")
    if started is None:
        raise Unstated("started", (f"the party that started the case: {' or '.join(party.id for party in parties)}",))
    return CommonNames(
        terms.rules.id,
        terms.number("seats", 1) or 1,
        started,
        terms.choice("silence", Silence),
        _one_of("shortfall", terms.get("shortfall"), (NEXT_LIST, INSTITUTION)),
        terms.rules.authority,
    )


def build_two_lists(terms: Terms, parties: tuple[Party, ...]) -> Procedure:  # noqa: ARG001 -- as the others
    """Return strikes on each other's list."""
    return TwoLists(
        terms.rules.id,
        terms.number("seats", 1) or 1,
        terms.strikes(),
        _one_of("aggregate", terms.get("aggregate"), (ALL, CHOOSES)),
        terms.choice("silence", Silence),
        terms.rules.authority,
    )


def _one_of(field: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise QuestionError(f"{field} “{value}”", " or ".join(known), nearest(value, known))
    return value


CLAUSES: Mapping[str, Callable[[Terms, tuple[Party, ...]], Procedure]] = {
    COMMON_NAMES: build_common_names,
    TWO_LISTS: build_two_lists,
}
"""Each mechanism's builder."""
