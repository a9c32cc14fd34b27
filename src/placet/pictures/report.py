"""The report of a case: a page of summary, pictures, tables, the record with its sources, method and limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from placet.case.nouns import Case
from placet.case.view import view
from placet.pictures.picture import Picture
from placet.pictures.report_answer import summary, whole_answer
from placet.pictures.report_method import Provenance, again, method
from placet.pictures.report_people import at_the_table
from placet.pictures.report_pictures import drawn
from placet.pictures.report_record import the_record
from placet.pictures.report_values import Report
from placet.record.account import account
from placet.record.quotations import QuotationCheck
from placet.record.when import say_date
from placet.words import Value, message

SOURCE_LANGUAGE = "en"
"""The language in which the sentences were written first."""


def report(
    case: Case,
    answer: Mapping[str, Any],
    origin: Provenance,
    *,
    lang: str = SOURCE_LANGUAGE,
    side: str | None = None,
    checks: Iterable[QuotationCheck] = (),
    pictures: Sequence[Picture] = (),
) -> Report:
    """Return the report of a case and the answer of `solve` to it.

    Parameters
    ----------
    case : Case
        The case that was answered; for a side it is what `seen_by` returned, never the whole case.
    answer : mapping
        The answer as the JSON contract of `solve` has it.
    origin : Provenance
        Versions, command and sum, for the last page.
    side : str or None
        The side for which it is meant; it only says so: nothing is left out here.
    checks : iterable of QuotationCheck
        What holding the quotations of this very `case` against its sources found.
    pictures : sequence of Picture
        Drawn of this very `case` and answer, in the same language; see `placet.pictures.report_pictures`.
    """
    on = answer["on"]
    told = account(case, on, checks)
    return Report(
        lang=lang,
        title=message("zone.title-undated", title=case.title),
        facts=tuple(_facts(case, on, side)),
        notice=None if side is None else message("report.view", side=case.sides[side].name),
        sections=(
            summary(case, answer),
            *drawn(pictures),
            *whole_answer(case, answer),
            *at_the_table(case, on, answer["excluded"]),
            *the_record(told),
            *method(answer, is_view=side is not None, is_translated=lang != SOURCE_LANGUAGE),
            again(case.name, on, origin),
        ),
    )


def seen_by(case: Case, side: str | None) -> Case:
    """Return the case that a report may rest on: the whole, or what one side may have.

    Raises
    ------
    QuestionError
        If the case has no such side.
    """
    return case if side is None else view(case, side)


def _facts(case: Case, on: str | None, side: str | None) -> Iterable[tuple[Any, Value]]:
    if on is not None:
        yield message("report.fact.day"), say_date(on)
    yield (
        message("report.fact.size"),
        (
            message("report.size.sides", count=len(case.sides)),
            message("report.size.candidates", count=len(case.candidates)),
            message("report.size.posts", count=len(case.posts)),
            message("report.size.demands", count=len(case.demands)),
            message("report.size.statements", count=len(case.record)),
        ),
    )
    yield message("report.fact.for"), message("report.for-all") if side is None else case.sides[side].name
