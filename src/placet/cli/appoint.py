"""``placet appoint``: run a procedure from the sheets of its parties."""

from __future__ import annotations

from pathlib import Path

import click

from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.procedures_page import tell_appointment
from placet.errors import QuestionError
from placet.procedures.appoint import appoint
from placet.procedures.sheets import read_entries, read_sheets
from placet.procedures.shelf import rules_of
from placet.procedures.table import tidy
from placet.procedures.unstated import Unstated


def _settings(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs: dict[str, str] = {}
    for setting in given:
        field, sign, value = setting.partition("=")
        if not sign:
            raise click.BadParameter(f"{setting!r} sets nothing; write it as --set tie=lot.")
        if field.strip() in pairs:
            raise click.BadParameter(f"{field.strip()!r} is set twice.")
        pairs[field.strip()] = tidy(value)
    return tuple(pairs.items())


@click.command()
@click.argument("name")
@click.argument("sheets", nargs=-1, required=True, metavar="SHEETS...", type=click.Path(path_type=Path))
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    callback=_settings,
    help="Fill what the rule does not state, such as tie=lot; give it again for the next field.",
)
@click.option(
    "--list",
    "roster",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The list that was sent out, in CSV with a column for names; left out, the names that all sheets share.",
)
@click.option("--silent", multiple=True, metavar="PARTY", help="A party that handed in no sheet.")
@click.option("--declined", multiple=True, metavar="NAME", help="A nominee who does not accept.")
@answer_options
def verb(
    *,
    name: str,
    sheets: tuple[Path, ...],
    settings: tuple[tuple[str, str], ...],
    roster: Path | None,
    silent: tuple[str, ...],
    declined: tuple[str, ...],
    as_json: bool,
    lang: str,
) -> None:
    """Run the procedure NAME from one sheet for each party, and show how the name came out.

    A sheet is a CSV file named after its party, with columns for name, rank and strike. Where a side has several
    parties, their files are called SIDE.PARTY.csv.
    """
    rules = rules_of(name)
    entries = read_entries(roster, marked=False) if roster is not None else ()
    try:
        run = appoint(
            rules,
            read_sheets(sheets),
            settings,
            silent=map(tidy, silent),
            declined=map(tidy, declined),
            roster=entries,
            roster_file=str(roster or ""),
        )
    except Unstated as gap:
        choices = " or ".join(gap.choices)
        raise QuestionError(gap.found, f"--set {gap.field}=VALUE, agreed by the sides: {choices}") from None
    if as_json:
        emit(run.to_dict())
    else:
        Page(lang).show(tell_appointment(run))
