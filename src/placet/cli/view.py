"""``placet view``: the folder that one side may have."""

from __future__ import annotations

from pathlib import Path

import click

from placet.case.view import view, write_view
from placet.cli.opening import case_folder, emit, open_case
from placet.cli.options import answer_options, case_argument
from placet.cli.page import Page
from placet.words import message


@click.command()
@case_argument
@click.option("--as", "side", metavar="SIDE", required=True, help="The side, by its id, for which it is written.")
@click.option(
    "--to",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Where it is written; left out, a new folder beside the case, named after both.",
)
@answer_options
def verb(*, case_path: str, side: str, to: Path | None, as_json: bool, lang: str) -> None:
    """Write the folder that SIDE may have.

    It is without the others' costs, preferences and notes, and without what is only presumed. Nothing that is there
    already is overwritten.
    """
    case = open_case(case_path)
    shown = view(case, side)
    folder = to or case_folder(case_path).resolve().with_name(f"{case.name}-{side}")
    write_view(case, case_path, folder, side)
    withheld = [id_ for id_ in case.demands if id_ not in shown.demands]
    if as_json:
        emit({"case": case.name, "as": side, "folder": str(folder), "withheld": withheld})
        return
    name = case.sides[side].name
    told = (
        message("cli.view-withheld", count=len(withheld), side=name)
        if withheld
        else message("cli.view-nothing-withheld")
    )
    Page(lang).paragraph(message("cli.view-written", side=name, folder=str(folder)), told)
