"""``placet equilibrium``: whom will a procedure appoint, if everybody looks ahead?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.preferences_input import preferences_from
from placet.cli.settings import settings_option
from placet.cli.waiting import waiting
from placet.errors import QuestionError
from placet.procedures.equilibrium import equilibrium
from placet.procedures.equilibrium_answer import Equilibrium
from placet.procedures.unstated import Unstated
from placet.words import message
from placet.zone.lines import Line, heading, item, sentence, title


@click.command()
@click.argument("name", metavar="PROCEDURE")
@click.argument("preferences", nargs=-1, required=True, metavar="PREFS...", type=click.Path(path_type=Path))
@settings_option
@click.option("--post", metavar="POST", help="If PREFS is a case: for which of its posts.")
@click.option("--search", "by_search", is_flag=True, help="Try every move even where a theorem tells the outcome.")
@answer_options
def verb(
    *,
    name: str,
    preferences: tuple[Path, ...],
    settings: tuple[tuple[str, str], ...],
    post: str | None,
    by_search: bool,
    as_json: bool,
    lang: str,
) -> None:
    """Say whom PROCEDURE appoints if every side knows what the others want and plays as well as it can.

    PREFS is one table (CSV or XLSX) with a column for each side and its names below, best first; or a sheet for each
    side with the columns name and rank; or a case with preferences. `placet procedures` lists the procedures.
    """
    wanted = preferences_from(preferences, post)
    try:
        with waiting(message("cli.waiting"), lang):
            answer = equilibrium(name, wanted, settings, by_search=by_search)
    except Unstated as gap:
        raise QuestionError(gap.found, f"--set {gap.field}=VALUE, agreed by the sides: {gap.explained()}") from None
    if as_json:
        emit(answer.to_dict())
    else:
        Page(lang).show(tell(answer))


def tell(answer: Equilibrium) -> Iterator[Line]:
    """Return the lines of the answer: what comes of it, how it goes, and why."""
    rules = answer.terms.rules
    yield title(message("equilibrium.title", title=rules.title, name=rules.id))
    yield from map(sentence, answer.explain())
    if answer.course:
        yield heading(message("equilibrium.course"))
        yield from (item(step, number=place) for place, step in enumerate(answer.steps(), 1))
    yield heading(message("equilibrium.why"))
    yield from map(item, answer.reasons())
