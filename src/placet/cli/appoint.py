"""``placet appoint``: run a procedure from the sheets of its parties."""

from __future__ import annotations

from pathlib import Path

import click

from placet.cli.appoint_run import Inputs, run_from
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.picture_files import Files, picture_options
from placet.cli.procedures_page import tell_appointment
from placet.cli.result_file import check_result_file, write_result
from placet.cli.settings import settings_option
from placet.procedures.appoint import Appointment

REFUSE, WARN = "refuse", "warn"
"""What the rules of the round say about a name that would break the case's constraints."""


@click.command()
@click.argument("name")
@click.argument("sheets", nargs=-1, required=True, metavar="SHEETS...", type=click.Path(path_type=Path))
@settings_option
@click.option(
    "--list",
    "roster",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The list that was sent out, in CSV or XLSX with a column for names; left out, the names all sheets share.",
)
@click.option("--worksheet", metavar="NAME", help="Which worksheet of an XLSX file is the sheet, if it has several.")
@click.option("--silent", multiple=True, metavar="PARTY", help="A party that handed in no sheet.")
@click.option("--declined", multiple=True, metavar="NAME", help="A nominee who does not accept.")
@click.option(
    "--posts",
    metavar="POST,POST,...",
    help="Fill several posts one after the other, in this order; whoever is appointed is off the next list.",
)
@click.option(
    "--case",
    "case_path",
    metavar="CASE",
    type=click.Path(),
    help="The case whose constraints those appointed have to keep.",
)
@click.option(
    "--post",
    "case_posts",
    multiple=True,
    metavar="[LIST=]POST",
    help="With --case: for which of its posts the list is; left out, the post of the list's name.",
)
@click.option(
    "--outside",
    type=click.Choice([REFUSE, WARN]),
    default=REFUSE,
    show_default=True,
    help="With --case: refuse a name with whom nobody could keep the constraints, or only warn.",
)
@click.option("--steps", "all_steps", is_flag=True, help="Tell every step, however many there are.")
@click.option(
    "--result",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the result sheet too: each name, mark and sum, each step with its rule; FILE ends in .xlsx or .csv.",
)
@picture_options("strikes, ranks, sums and who is appointed")
@answer_options
def verb(
    *,
    name: str,
    sheets: tuple[Path, ...],
    settings: tuple[tuple[str, str], ...],
    roster: Path | None,
    worksheet: str | None,
    silent: tuple[str, ...],
    declined: tuple[str, ...],
    posts: str | None,
    case_path: str | None,
    case_posts: tuple[str, ...],
    outside: str,
    all_steps: bool,
    result: Path | None,
    files: Files,
    as_json: bool,
    lang: str,
) -> None:
    """Run the procedure NAME from one sheet for each party, and show how the name came out.

    A sheet is a CSV or XLSX file named after its party, with columns for name, rank and strike. Where a side has
    several parties, their files are called SIDE.PARTY.csv or SIDE.PARTY.xlsx. A folder stands for all sheets in it.
    """
    if files and posts is not None:
        raise click.UsageError("--svg, --png and --html draw one list; run the posts one by one, without --posts.")
    if case_posts and case_path is None:
        raise click.UsageError("--post needs --case, the case whose post it is.")
    if result is not None:
        check_result_file(result, (*sheets, *((roster,) if roster else ())))
    run = run_from(Inputs(name, sheets, settings, roster, worksheet, silent, declined, posts), lang)
    kept = {}
    if case_path is not None:
        from placet.cli.appoint_inside import keep_to_case  # noqa: PLC0415 -- only a case needs the zone

        found = keep_to_case(run, case_path, case_posts, lang, refuses=outside == REFUSE)
        kept["outside"] = [each.to_dict() for each in found]
    if result is not None:
        write_result(run, result, lang)
    if as_json:
        emit({**run.to_dict(), **kept})
    else:
        Page(lang).show(tell_appointment(run, all_steps=all_steps))
    if files and isinstance(run, Appointment):
        from placet.pictures.round_sheet import round_sheet  # noqa: PLC0415 -- drawing is imported when asked for

        files.write(round_sheet(run, lang=lang, size=files.size))
