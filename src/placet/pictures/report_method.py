"""The last pages of a report: how it was found, what it cannot know, and what is needed to run it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from placet.pictures.report_values import Manner, Paragraph, Point, Points, Section, Table, cell
from placet.words import Message, message


@dataclass(frozen=True)
class Provenance:
    """Where a report comes from, so that somebody else can make it again.

    Parameters
    ----------
    command : str
        The command that makes it.
    version : str
        The version of placet.
    digest : str
        The SHA-256 sum of the case that was read: of its file, or of the text of the view of one side.
    packages : tuple of (str, str)
        What the answer rests on besides, with versions.
    made_on : str or None
        The day on which it was made, in words of the ISO calendar; None leaves it out.
    """

    command: str
    version: str
    digest: str
    packages: tuple[tuple[str, str], ...] = ()
    made_on: str | None = None


def method(answer: Mapping[str, Any], *, is_view: bool, is_translated: bool) -> tuple[Section, ...]:
    """Return how the answer was found and what it cannot know."""
    return (
        Section(message("report.method"), (Points(tuple(map(Point, _method(answer)))),)),
        Section(message("report.limits"), (Points(tuple(map(Point, _limits(is_view, is_translated)))),), 3),
    )


def _method(answer: Mapping[str, Any]) -> Iterator[Message]:
    yield message("report.method.asked")
    yield message("report.method.binds")
    yield message("report.method.checked")
    complete = answer["complete"]
    if answer["feasible"]:
        yield message("report.method.count-exact" if complete["count"] else "report.method.count-bound")
    elif not answer["impossible"] and not answer["shortage"]:
        yield message("report.method.minimal")
        all_found = complete["conflicts"] and complete["concessions"]
        yield message("report.method.all-found" if all_found else "report.method.not-all-found")
    if any(one["criterion"] for one in answer["best"]):
        yield message("report.method.fairness")
    yield message("report.method.quotations")


def _limits(is_view: bool, is_translated: bool) -> Iterator[Message]:
    yield message("report.limits.record")
    yield message("report.limits.asked")
    yield message("report.limits.merit")
    yield message("report.limits.presumed")
    if is_view:
        yield message("report.limits.view")
    if is_translated:
        yield message("report.limits.translation")


def again(case: str, on: str | None, origin: Provenance) -> Section:
    """Return what is needed to run the report again."""
    rows = [
        (cell(message("report.again.case")), cell(case)),
        (cell(message("report.again.digest")), cell(origin.digest)),
        (cell(message("report.again.day")), cell(on or message("report.undated"))),
        (cell(message("report.again.command")), cell(origin.command)),
        (cell(message("report.again.version")), cell(f"placet {origin.version}")),
        (cell(message("report.again.packages")), tuple(f"{name} {version}" for name, version in origin.packages)),
        (cell(message("report.again.seed")), cell(message("report.again.no-seed"))),
    ]
    if origin.made_on:
        rows.append((cell(message("report.again.made")), cell(origin.made_on)))
    heads = (message("report.again.what"), message("report.again.is"))
    return Section(
        message("report.again"),
        (
            Paragraph((message("report.again.means"),)),
            Table(message("report.again.table"), heads, tuple(rows)),
            Paragraph((message("report.again.same"),), Manner.NOTE),
        ),
    )
