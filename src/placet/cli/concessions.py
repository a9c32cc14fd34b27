"""``placet concessions``: which demands, given up, would open the way?"""

from __future__ import annotations

from typing import Any

import click

from placet.cli.burden_answers import (
    fairest_answer,
    fairest_known,
    frontier_answer,
    frontier_so_far,
    is_stuck,
    listed,
    within_answer,
)
from placet.cli.ceilings import ceilings
from placet.cli.growing import ask_growing
from placet.cli.offers import read_offers
from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option, limit_option
from placet.cli.page import Page
from placet.cli.picture_files import Files, picture_options
from placet.cli.waiting import ask
from placet.cli.zone_answers import about_zone, first_glance, in_order, watch
from placet.zone.burden_story import tell_burdens, tell_fairest, tell_within
from placet.zone.burdens import Ceilings
from placet.zone.changing_the_post import PostChange, PostChanges, changes_of_post, count_changed
from placet.zone.conflicts import Concession
from placet.zone.deadlock import LIMIT
from placet.zone.lines import Lines
from placet.zone.offers import Offer
from placet.zone.offers_answer import weigh_offers
from placet.zone.offers_story import tell_offers
from placet.zone.post_answer import changes_to_dict
from placet.zone.post_story import tell_changes
from placet.zone.solution import COUNTED, WORK_EACH, with_opens
from placet.zone.story import tell_concessions_alone
from placet.zone.zone import Zone

Said = tuple[dict[str, Any], Lines, int | None]
"""An answer as the JSON contract has it, as lines, and the exit code if it is not the usual one."""


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
@click.option("--without", metavar="SIDE", multiple=True, help="Only ways out that ask nothing of this side.")
@click.option(
    "--budget", "budgets", metavar="SIDE=N", multiple=True, help="Only ways out that ask at most N of this side."
)
@click.option("--fairest", is_flag=True, help="The one that asks least of whichever side it asks most of.")
@click.option(
    "--frontier", is_flag=True, help="Every way to share out what is given up that spares each side what it can."
)
@click.option(
    "--offer",
    "written",
    metavar='"SIDE: A if B"',
    multiple=True,
    help="What conditional offers come to: the side lifts its demand A if demand B is lifted.",
)
@click.option("--offers", "path", metavar="FILE", help="The same, from a YAML file.")
@click.option(
    "--changing-the-post", "post", is_flag=True, help="Which rules of the body, changed how little, would do instead."
)
@picture_options("what clashes, and the cheapest way out,")
@answer_options
def verb(
    *,
    case_path: str,
    on: str | None,
    limit: int,
    by: str,
    without: tuple[str, ...],
    budgets: tuple[str, ...],
    fairest: bool,
    frontier: bool,
    written: tuple[str, ...],
    path: str | None,
    post: bool,
    files: Files,
    as_json: bool,
    lang: str,
) -> int | None:
    """Say which smallest sets of demands would, given up, open a way, and what each would cost and open.

    A cost is what the case says that giving up a demand costs its side, or 1. With --fairest, --frontier, --offer,
    --offers or --changing-the-post another question is asked; --without and --budget narrow the first two.
    """
    offers = bool(written) or path is not None
    _only_one({"--fairest": fairest, "--frontier": frontier, "--offer": offers, "--changing-the-post": post})
    if (without or budgets) and (offers or post):
        raise click.UsageError("--without and --budget do not go with --offer, --offers or --changing-the-post.")
    case = open_case(case_path)
    zone = Zone(case, on)
    limits = ceilings(case, without, budgets)
    if fairest:
        said = _fairest(zone, limits, lang)
    elif frontier:
        said = _frontier(zone, limits, limit, lang)
    elif offers:
        said = _offers(zone, read_offers(zone, written, path), lang)
    elif post:
        said = _post(zone, limit, lang)
    elif limits:
        said = _within(zone, limits, limit, by, lang)
    else:
        said = _all(zone, limit, by, lang)
    answer, lines, code = said
    if as_json:
        emit(answer)
    else:
        Page(lang).show(lines)
    if files and code is None:
        from placet.pictures.of_case import deadlock  # noqa: PLC0415 -- drawing is imported when it is asked for

        files.write(deadlock(case, on, lang=lang, size=files.size))
    return code


def _only_one(chosen: dict[str, bool]) -> None:
    asked = [name for name, is_asked in chosen.items() if is_asked]
    if len(asked) > 1:
        raise click.UsageError(f"{' and '.join(asked)} are different questions; ask one at a time.")


def _all(zone: Zone, limit: int, by: str, lang: str) -> Said:
    def question() -> dict[str, Any]:
        found = zone.concessions(limit)
        if by == "number" and not found.complete:
            return within_answer(zone, {}, [], limit, by)
        counted = [zone.opens(one, work=WORK_EACH) for one in found.found[:COUNTED]]
        told = in_order(zone, with_opens(found.found, counted), by)
        return {
            **about_zone(zone),
            "concessions": told,
            "complete": {"concessions": found.complete and not zone.unrefuted},
        }

    answer, code = ask(question, lambda: first_glance(zone), lang, watch(zone))
    return answer, tell_concessions_alone(zone.case, answer), code


def _within(zone: Zone, limits: Ceilings, limit: int, by: str, lang: str) -> Said:
    found: list[Concession] = []
    answer, code = ask(
        lambda: within_answer(zone, limits, found, limit, by),
        lambda: listed(zone, limits, found, by, complete=False),
        lang,
    )
    return answer, tell_within(zone.case, answer), code


def _fairest(zone: Zone, limits: Ceilings, lang: str) -> Said:
    answer, code = ask(lambda: fairest_answer(zone, limits), lambda: fairest_known(zone, limits), lang)
    return answer, tell_fairest(zone.case, answer), code


def _frontier(zone: Zone, limits: Ceilings, limit: int, lang: str) -> Said:
    search = zone.burden_frontier(limits) if is_stuck(zone) else None
    answer, code = ask_growing(
        lambda tell: frontier_answer(zone, limits, search, limit, tell),
        lambda: frontier_so_far(zone, limits, search, is_stopped=True),
        lang,
    )
    return answer, tell_burdens(zone.case, answer), code


def _offers(zone: Zone, offers: tuple[Offer, ...], lang: str) -> Said:
    def question() -> dict[str, Any]:
        return about_zone(zone) | weigh_offers(zone, offers).to_dict()

    answer, code = ask(question, lambda: first_glance(zone), lang)
    lines = tell_offers(zone.case, answer) if code is None else tell_concessions_alone(zone.case, answer)
    return answer, lines, code


def _post(zone: Zone, limit: int, lang: str) -> Said:
    known: list[PostChange] = []
    told: list[PostChanges] = []

    def question() -> dict[str, Any]:
        told.append(changes_of_post(zone, limit, known))
        counted = [count_changed(zone, one, work=WORK_EACH) for one in told[-1].found[:COUNTED]]
        return about_zone(zone) | changes_to_dict(zone.case, told[-1], counted)

    def so_far() -> dict[str, Any]:
        told.append(PostChanges(tuple(known), complete=False))
        return about_zone(zone) | changes_to_dict(zone.case, told[-1], ())

    answer, code = ask(question, so_far, lang)
    return answer, tell_changes(zone, told[-1], answer), code
