"""``placet count``: how many settlements does everybody accept?"""

from __future__ import annotations

from typing import Any

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option
from placet.cli.page import Page
from placet.cli.waiting import ask
from placet.cli.zone_answers import about_zone, first_glance
from placet.zone.story import tell_count
from placet.zone.zone import Zone


@click.command()
@case_argument
@day_option
@answer_options
def verb(*, case_path: str, on: str | None, as_json: bool, lang: str) -> int | None:
    """Say how many settlements all sides can accept, in full.

    Posts are distinct; the seats of one post are not.
    """
    case = open_case(case_path)
    zone = Zone(case, on)
    answer, code = ask(lambda: _answer(zone), lambda: first_glance(zone), lang)
    if as_json:
        emit(answer)
    else:
        Page(lang).show(tell_count(case, answer))
    return code


def _answer(zone: Zone) -> dict[str, Any]:
    reach = zone.reach()
    return {
        **about_zone(zone),
        "count": str(reach.count),
        "complete": {"count": reach.exact},
        "cast": zone.cast().reach().to_dict(),
        "certain": zone.certain().reach().to_dict(),
    }
