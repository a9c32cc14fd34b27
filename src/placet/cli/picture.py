"""``placet picture``: draw a case: who is refused, the best settlements, the deadlock, the record in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from placet.cli.opening import open_case
from placet.cli.options import day_option, debug_option, language_option
from placet.cli.picture_files import Files, picture_options

if TYPE_CHECKING:
    from placet.case.nouns import Case
    from placet.pictures.picture import Picture

KINDS = ("grid", "board", "deadlock", "timeline", "frontier")


@click.command()
@click.argument("case_path", metavar="CASE", type=click.Path())
@click.argument("kind", type=click.Choice(KINDS), metavar="|".join(KINDS))
@day_option
@click.option("--as", "as_side", metavar="SIDE", help="Leave out what this side may not see.")
@click.option("--table", "is_table", is_flag=True, help="Print the table behind the picture, and draw nothing.")
@picture_options("the picture")
@language_option
@debug_option
def verb(
    *,
    case_path: str,
    kind: str,
    on: str | None,
    as_side: str | None,
    is_table: bool,
    files: Files,
    lang: str,
) -> None:
    """Draw a case.

    grid: which candidates each side refuses. board: the best settlements side by side. deadlock: what clashes, and the
    cheapest way out. timeline: who demanded what and when. frontier: what two sides can win together. Without --svg,
    --png or --html the picture is written to standard output as SVG.
    """
    case = open_case(case_path)
    if as_side is not None:
        from placet.case.view import view  # noqa: PLC0415 -- only --as needs it

        case = view(case, as_side)
    picture = _draw(case, kind, on, lang, files)
    if is_table:
        for row in picture.table:
            click.echo("\t".join(row))
    if files:
        files.write(picture)
    elif not is_table:
        click.echo(picture.to_svg(), nl=False)


def _draw(case: Case, kind: str, on: str | None, lang: str, files: Files) -> Picture:
    from placet.pictures import of_case  # noqa: PLC0415 -- drawing is imported when a picture is asked for

    draw = {
        "grid": of_case.grid,
        "board": of_case.board,
        "deadlock": of_case.deadlock,
        "timeline": of_case.timeline_of,
        "frontier": of_case.frontier,
    }[kind]
    return draw(case, on, lang=lang, size=files.size)
