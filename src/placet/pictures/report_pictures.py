"""The pictures that a report shows: who is refused, the settlements or the deadlock, and what was said when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placet.pictures.consent_grid import consent_grid
from placet.pictures.of_case import of_solution
from placet.pictures.picture import Picture
from placet.pictures.report_values import Drawn, Manner, Paragraph, Section
from placet.pictures.timeline import timeline
from placet.record.account import Account
from placet.words import message
from placet.zone.solution import Solution
from placet.zone.zone import Zone


def pictures_of(zone: Zone, solution: Solution, account: Account, lang: str) -> Iterator[Picture]:
    """Draw a case for the page, from what was found already."""
    case, day = zone.case, solution.on
    yield of_solution(zone, solution, lang=lang, size="page")
    yield consent_grid(case, day, lang=lang, size="page")
    if any(entry.demand is not None for entry in case.record):
        yield timeline(account, lang=lang, size="page", has_notes=False)


def drawn(pictures: Sequence[Picture]) -> tuple[Section, ...]:
    """Return the section of the pictures; each bears its own title."""
    if not pictures:
        return ()
    means = Paragraph((message("report.pictures.means"),), Manner.NOTE)
    return (Section(message("report.pictures"), (means, *map(Drawn, pictures))),)
