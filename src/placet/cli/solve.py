"""``placet solve``: whom could all sides live with; if nobody, why, and what would it take?"""

from __future__ import annotations

from typing import Any

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option, limit_option
from placet.cli.page import Page
from placet.cli.picture_files import Files, picture_options
from placet.cli.waiting import ask
from placet.cli.zone_answers import first_glance, watch
from placet.zone.criteria import CRITERIA, Criterion
from placet.zone.solution import Solution, answer
from placet.zone.story import tell_solution
from placet.zone.zone import Zone

TIES = 10
"""How many equally good settlements are listed when no number is asked for."""


@click.command()
@case_argument
@day_option
@click.option(
    "--criterion",
    type=click.Choice(CRITERIA),
    default=None,
    metavar="NAME",
    help=f"By which idea of fairness the one that is shown is the best: {', '.join(CRITERIA)}; left out, leximin. "
    "With it, placet looks longer for a proof.",
)
@click.option(
    "--top",
    type=click.IntRange(min=1, max=1000),
    default=None,
    metavar="N",
    help="List the N best settlements by the criterion, in order, and say whether there are more.",
)
@click.option(
    "--ties",
    is_flag=True,
    help=f"List all that are as good as the best by the criterion; at most N with --top N, else at most {TIES}.",
)
@limit_option("reasons and ways out in sentences", 5)
@picture_options("the settlements, or why there are none,")
@answer_options
def verb(
    *,
    case_path: str,
    on: str | None,
    criterion: Criterion | None,
    top: int | None,
    ties: bool,
    limit: int,
    files: Files,
    as_json: bool,
    lang: str,
) -> int | None:
    """Say whether there is a settlement that all sides can accept, and show one.

    If there is none: which demands cannot all be met, and the smallest that would have to be given up. Then: who is
    out and by whose demand, what is only expected and not said, what would be if those who only speak could refuse,
    what must happen next, and what is left open.
    """
    case = open_case(case_path)
    zone = Zone(case, on)

    shown = criterion or "leximin"

    solved: list[Solution] = []

    def question() -> dict[str, Any]:
        # What is asked for by name comes first, while there is work enough to prove it.
        ranking = zone.best(shown, top or TIES, ties=ties) if top or ties else None
        if criterion:
            zone.best(criterion)
        solved.append(answer(zone))
        return solved[-1].to_dict() | {"ranking": ranking and ranking.to_dict()}

    told, code = ask(question, lambda: first_glance(zone) | {"ranking": None}, lang, watch(zone))
    if as_json:
        emit(told)
    else:
        Page(lang).show(tell_solution(case, told, limit, criterion))
    if files and solved:
        from placet.pictures.of_case import of_solution  # noqa: PLC0415 -- drawing is imported when it is asked for

        files.write(of_solution(zone, solved[-1], lang=lang, size=files.size))
    return code
