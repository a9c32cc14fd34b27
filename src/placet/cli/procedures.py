"""``placet procedures``: which procedures are there, and what are their rules?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from placet.case.spoken import quoted
from placet.cli.deadline_page import deadline_of, tell_deadline
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.procedures_page import Table, survivors, tell_rules, tell_shelves
from placet.errors import QuestionError
from placet.procedures.shelf import rules_of, rules_on_shelf
from placet.words import message
from placet.zone.lines import sentence as line


def _caps(_ctx: click.Context, _option: click.Parameter, given: str) -> tuple[tuple[str, int], ...]:
    pairs = []
    for part in filter(None, (part.strip() for part in given.split(","))):
        party, sign, most = part.rpartition("=")
        if not sign or not party.strip() or not most.strip().isdecimal() or len(most) > 6:
            raise click.BadParameter(f"{part!r} is no party and number; write it as north=4.")
        pairs.append((party.strip(), int(most)))
    return tuple(pairs)


def _day(_ctx: click.Context, _option: click.Parameter, given: str | None) -> date | None:
    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError:
        raise QuestionError(quoted(given or ""), "a day of the calendar such as 2026-12-01") from None


@click.command()
@click.argument("name", required=False)
@click.option(
    "--parties",
    type=click.IntRange(1, 100),
    default=2,
    show_default=True,
    metavar="N",
    help="How many parties strike, for the number of names that are sure to stay.",
)
@click.option(
    "--caps",
    metavar="PARTY=N,...",
    default="",
    callback=_caps,
    help="How many names each party may strike, such as north=4,south=3, where that is not the same for all.",
)
@click.option(
    "--size", type=click.IntRange(1, 10_000), metavar="N", help="How long the list is, if not as the rule says."
)
@click.option(
    "--sheet",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a blank sheet for NAME to send to the parties; FILE ends in .xlsx or .csv.",
)
@click.option(
    "--list",
    "roster",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="With --sheet: the list of names, in CSV or XLSX; with a column list where NAME has several.",
)
@click.option(
    "--starting",
    metavar="DAY",
    callback=_day,
    help="The day on which the deadline of NAME begins to run, such as 2026-12-01; tells when it ends.",
)
@click.option(
    "--holidays",
    metavar="PLACE",
    help="With --starting: whose holidays are no business days, such as US or US-NY, or a CSV file of dates and names.",
)
@click.option(
    "--compare",
    "compared",
    metavar="PREFS",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Say whom each procedure, or NAME,NAME,..., would appoint with these preferences: a table, sheets, a case.",
)
@click.option("--post", metavar="POST", help="With --compare: if PREFS is a case, for which of its posts.")
@answer_options
def verb(
    *,
    name: str | None,
    parties: int,
    caps: tuple[tuple[str, int], ...],
    size: int | None,
    sheet: Path | None,
    roster: Path | None,
    starting: date | None,
    holidays: str | None,
    compared: tuple[Path, ...],
    post: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """Say which procedures there are, or the rules of one: source, gaps, sure survivors, weaknesses.

    With --compare it says instead whom each would appoint, if the sides follow their rankings and if they look ahead.
    """
    page = Page(lang)
    if post is not None and not compared:
        raise click.UsageError("--post needs --compare and a case, whose post it is.")
    if compared:
        if sheet is not None or roster is not None or starting is not None or holidays is not None:
            raise click.UsageError("--compare goes without --sheet, --list, --starting and --holidays.")
        from placet.cli.procedures_compare import show_comparison  # noqa: PLC0415 -- only a comparison needs it

        show_comparison(compared, post, name, as_json=as_json, lang=lang)
        return
    if holidays is not None and starting is None:
        raise click.UsageError("--holidays needs --starting, the day on which the deadline begins to run.")
    if roster is not None and sheet is None:
        raise click.UsageError("--list needs --sheet, the file to write.")
    if name is None:
        if sheet is not None:
            raise click.UsageError("--sheet needs the NAME of a procedure, for which it is.")
        if starting is not None:
            raise click.UsageError("--starting needs the NAME of a procedure, whose deadline it is.")
        if as_json:
            emit({"procedures": [rules.to_dict() for rules in rules_on_shelf().values()]})
        else:
            page.show(tell_shelves())
        return
    rules, table = rules_of(name), Table(parties, caps, size)
    if sheet is not None:
        from placet.cli.blank_sheet import write_blank_sheet  # noqa: PLC0415 -- only a sheet needs it

        count = write_blank_sheet(rules, sheet, roster)
        if as_json:
            emit({"procedure": rules.id, "sheet": str(sheet), "names": count})
        else:
            page.show([line(message("sheets.blank", file=str(sheet), count=count))])
        return
    due = deadline_of(rules, starting, holidays)
    if as_json:
        sure = {list_name: left for list_name, _, _, left in survivors(rules, table)}
        told = None if due is None else due.to_dict()
        emit({**rules.to_dict(), "parties": parties, "guaranteed_survivors": sure, "deadline": told})
    else:
        page.show(tell_rules(rules, table))
        page.show(tell_deadline(due))
