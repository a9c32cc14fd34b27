"""``placet conflicts``: which demands cannot be met together?"""

from __future__ import annotations

import math
from typing import Any

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option, limit_option
from placet.cli.page import Page
from placet.cli.picture_files import Files, picture_options
from placet.cli.waiting import ask
from placet.cli.zone_answers import about_zone, first_glance, watch
from placet.zone.certificate_story import tell_certificates
from placet.zone.deadlock import LIMIT
from placet.zone.story import tell_conflicts_alone
from placet.zone.zone import Zone


@click.command()
@case_argument
@day_option
@limit_option("of them, those of fewest demands first", LIMIT)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    metavar="N",
    help="Search no longer than this, and give what was found by then.",
)
@click.option("--certificate", is_flag=True, help="Show for each a sum that proves it, to be added up by hand.")
@picture_options("what clashes, and the cheapest way out,")
@answer_options
def verb(
    *,
    case_path: str,
    on: str | None,
    limit: int,
    seconds: float | None,
    certificate: bool,
    files: Files,
    as_json: bool,
    lang: str,
) -> int | None:
    """Say which smallest sets of demands cannot all be met, with the rules that they are given."""
    if seconds is not None and not math.isfinite(seconds):
        raise click.UsageError(f"--seconds {seconds} is no time; give a number such as 10, or leave it out.")
    case = open_case(case_path)
    zone = Zone(case, on)
    answer, code = ask(lambda: _answer(zone, limit), lambda: first_glance(zone), lang, watch(zone, seconds))
    if as_json:
        emit(answer)
    else:
        proofs = tell_certificates(case, answer) if certificate else ()
        Page(lang).show((*tell_conflicts_alone(case, answer), *proofs))
    if files and code is None:
        from placet.pictures.of_case import deadlock  # noqa: PLC0415 -- drawing is imported when it is asked for

        files.write(deadlock(case, on, lang=lang, size=files.size))
    return code


def _answer(zone: Zone, limit: int) -> dict[str, Any]:
    found = zone.conflicts(limit)
    return {
        **about_zone(zone),
        "conflicts": [conflict.to_dict() for conflict in found.found],
        "complete": {"conflicts": found.complete and not zone.unrefuted},
    }
