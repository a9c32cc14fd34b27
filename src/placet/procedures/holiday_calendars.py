"""Calendars of holidays: those of countries from the holidays library, or a list in a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from placet.case.spoken import columns_found, nearest, quoted
from placet.errors import CaseError, Fault, QuestionError
from placet.procedures.business_days import Calendar
from placet.procedures.table import table_of


def calendar_of(named: str, first_year: int, last_year: int) -> Calendar:
    """Return the calendar of a country or part of it (``US``, ``US-NY``), or that of a file.

    Parameters
    ----------
    named : str
        A country's code, with that of a part after a hyphen; or the path of a CSV file with columns date and name.
    first_year, last_year : int
        The years whose holidays are wanted.

    Raises
    ------
    CaseError
        If a file has mistakes; it holds all of them.
    QuestionError
        If there is no such country, part or file.
    """
    if Path(named).suffix or "/" in named or "\\" in named:
        return Calendar(Path(named).name, _listed(Path(named)))
    import holidays  # noqa: PLC0415 -- 0.1 s that only deadlines need

    country, _, part = named.partition("-")
    known = holidays.list_supported_countries()
    if country.upper() not in known:
        meant = nearest(country.upper(), known)
        raise QuestionError(f"the holidays of {quoted(named)}", "a country's code such as US, or a CSV file", meant)
    parts = known[country.upper()]
    if part and part.upper() not in parts:
        expected = f"a part of {country.upper()}: {', '.join(parts)}" if parts else f"{country.upper()} without a part"
        raise QuestionError(f"the part {quoted(part)}", expected, nearest(part.upper(), parts))
    found = holidays.country_holidays(
        country.upper(), subdiv=part.upper() or None, years=range(first_year, last_year + 1), language="en_US"
    )
    return Calendar(named.upper(), tuple(sorted(found.items())), frozenset(found.weekend))


def _listed(file: Path) -> tuple[tuple[date, str], ...]:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise QuestionError(f"{file}, which cannot be read ({error.strerror})", "a CSV file of holidays") from None
    table = table_of(content, file)
    if not table:
        raise CaseError((Fault(str(file), 1, 1, "an empty file", "columns named date and name"),))
    header, *rows = table
    columns = [cell.text.casefold() for cell in header]
    if "date" not in columns:
        found = columns_found(cell.text for cell in header)
        raise CaseError((Fault(str(file), header[0].line, 1, found, "a column named date, and one named name"),))
    at, named = columns.index("date"), columns.index("name") if "name" in columns else None
    faults, days = [], {}
    for row in rows:
        if at >= len(row):
            continue
        cell = row[at]
        try:
            day = date.fromisoformat(cell.text)
        except ValueError:
            faults.append(
                Fault(str(file), cell.line, cell.column, f"the date {quoted(cell.text)}", "a date such as 2026-12-25")
            )
            continue
        days[day] = row[named].text if named is not None and named < len(row) and row[named].text else "holiday"
    if faults:
        raise CaseError(tuple(faults))
    return tuple(sorted(days.items()))
