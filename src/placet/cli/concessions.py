"""``placet concessions``: which demands, given up, would open the way?"""

from __future__ import annotations

from typing import Any

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option, limit_option
from placet.cli.page import Page
from placet.cli.waiting import ask
from placet.cli.zone_answers import about_zone, first_glance, in_order
from placet.zone.deadlock import LIMIT
from placet.zone.solution import COUNTED, WORK_EACH, with_opens
from placet.zone.story import tell_concessions_alone
from placet.zone.zone import Zone


@click.command()
@case_argument
@day_option
@limit_option("of them", LIMIT)
@click.option(
    "--by",
    type=click.Choice(["cost", "number", "side"]),
    default="cost",
    show_default=True,
    help="Which come first: the cheapest, those of fewest demands, or by who gives up.",
)
@answer_options
def verb(*, case_path: str, on: str | None, limit: int, by: str, as_json: bool, lang: str) -> int | None:
    """Say which smallest sets of demands would, given up, open a way, and what each would cost and open."""
    case = open_case(case_path)
    zone = Zone(case, on)
    answer, code = ask(lambda: _answer(zone, limit, by), lambda: first_glance(zone), lang)
    if as_json:
        emit(answer)
    else:
        Page(lang).show(tell_concessions_alone(case, answer))
    return code


def _answer(zone: Zone, limit: int, by: str) -> dict[str, Any]:
    found = zone.concessions(limit)
    counted = [zone.opens(one, work=WORK_EACH) for one in found.found[:COUNTED]]
    told = with_opens(found.found, counted)
    return {
        **about_zone(zone),
        "concessions": in_order(zone, told, by),
        "complete": {"concessions": found.complete},
    }
