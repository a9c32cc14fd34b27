"""``placet count``: how many settlements does everybody accept, and what does one of them look like?"""

from __future__ import annotations

from typing import Any

import click
import numpy as np

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option
from placet.cli.page import Page
from placet.cli.waiting import ask
from placet.cli.zone_answers import about_zone, first_glance, watch
from placet.zone.count import Method
from placet.zone.count_story import tell_count
from placet.zone.zone import Zone


@click.command()
@case_argument
@day_option
@click.option(
    "--sample",
    type=click.IntRange(min=1, max=10_000),
    metavar="N",
    help="Show N settlements drawn at random, each as likely as any other.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Where chance begins with --sample: the same seed draws the same settlements.",
)
@answer_options
def verb(*, case_path: str, on: str | None, sample: int | None, seed: int, as_json: bool, lang: str) -> int | None:
    """Say how many settlements all sides can accept, in full.

    Posts are distinct; the seats of one post are not. Where there are too many to count exactly, the answer is two
    numbers between which the truth surely lies, and an estimate that says it is one.
    """
    case = open_case(case_path)
    zone = Zone(case, on)
    answer, code = ask(lambda: _answer(zone, sample, seed), lambda: _at_once(zone), lang, watch(zone))
    if as_json:
        emit(answer)
    else:
        Page(lang).show(tell_count(case, answer))
    return code


def _answer(zone: Zone, sample: int | None, seed: int) -> dict[str, Any]:
    counted = zone.counted
    answer = {
        **about_zone(zone),
        "count": str(counted.value),
        "complete": {"count": counted.exact},
        "at_least": str(counted.value),
        "at_most": None if counted.at_most is None else str(counted.at_most),
        "method": counted.method,
        "estimate": None if counted.exact else _estimate(zone),
        "cast": zone.cast().reach().to_dict(),
        "certain": zone.certain().reach().to_dict(),
    }
    if sample is not None:
        drawn = zone.sample(sample, np.random.default_rng(seed)) if counted.value else ()
        answer["sample"] = {"seed": seed, "settlements": [settlement.to_dict() for settlement in drawn]}
    return answer


def _estimate(zone: Zone) -> dict[str, Any] | None:
    found = zone.estimate()
    return None if found is None else found.to_dict()


def _at_once(zone: Zone) -> dict[str, Any]:
    """Return what can be told without counting."""
    glance = first_glance(zone)
    at_most = "0" if glance["complete"]["count"] else None
    return {**glance, "at_least": glance["count"], "at_most": at_most, "method": Method.BOUNDS, "estimate": None}
