"""``placet solve``: whom could all sides live with; if nobody, why, and what would it take?"""

from __future__ import annotations

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option, limit_option
from placet.cli.page import Page
from placet.cli.waiting import ask
from placet.cli.zone_answers import first_glance
from placet.zone.criteria import CRITERIA
from placet.zone.solution import answer
from placet.zone.story import tell_solution
from placet.zone.zone import Zone


@click.command()
@case_argument
@day_option
@click.option(
    "--criterion",
    type=click.Choice(CRITERIA),
    default="leximin",
    metavar="NAME",
    help=f"By which idea of fairness the one that is shown is the best: {', '.join(CRITERIA)}; left out, leximin.",
)
@limit_option("reasons and ways out in sentences", 5)
@answer_options
def verb(*, case_path: str, on: str | None, criterion: str, limit: int, as_json: bool, lang: str) -> int | None:
    """Say whether there is a settlement that all sides can accept, and show one.

    If there is none: which demands cannot all be met, and the smallest that would have to be given up. Then: who is
    out and by whose demand, what is only expected and not said, what would be if those who only speak could refuse,
    what must happen next, and what is left open.
    """
    case = open_case(case_path)
    zone = Zone(case, on)
    told, code = ask(lambda: answer(zone).to_dict(), lambda: first_glance(zone), lang)
    if as_json:
        emit(told)
    else:
        Page(lang).show(tell_solution(case, told, limit, criterion))
    return code
