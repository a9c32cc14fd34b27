"""``placet check``: who objects to this slate, and since when?"""

from __future__ import annotations

from typing import Any

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument, day_option
from placet.cli.page import Page
from placet.cli.slates import from_file, from_words
from placet.record.account import statement
from placet.zone.settlement import Settlement
from placet.zone.verdict_story import tell_verdict
from placet.zone.verdicts import Objection
from placet.zone.zone import Zone


@click.command()
@case_argument
@click.argument("words", nargs=-1, metavar="[POST=PERSON,PERSON | TERM=OPTION]...")
@click.option(
    "--slate", "slate_file", metavar="FILE", type=click.Path(), help="Read the slate from a YAML or JSON file."
)
@day_option
@answer_options
def verb(
    *, case_path: str, words: tuple[str, ...], slate_file: str | None, on: str | None, as_json: bool, lang: str
) -> None:
    """Say who objects to a slate, by which demand, since when, and on what evidence.

    The slate is given in words, such as head=haddad member=saleh,khoury election=six-months, or in a file. An
    objection is an answer: the exit code is 0 with or without one.
    """
    if bool(words) == (slate_file is not None):
        raise click.UsageError("give the slate either as words such as post=person or with --slate FILE.")
    case = open_case(case_path)
    settlement = from_file(case, slate_file) if slate_file is not None else from_words(case, words)
    answer = _answer(Zone(case, on), settlement)
    if as_json:
        emit(answer)
    else:
        Page(lang).show(tell_verdict(case, answer))


def _answer(zone: Zone, settlement: Settlement) -> dict[str, Any]:
    verdict = zone.check(settlement)
    others: list[Objection] = []
    if not verdict.misfits:
        for side in zone.case.sides:
            if side not in zone.case.holders:
                others += [one for one in zone.if_bound(side).objections(settlement) if one.side == side]
    return {
        "case": zone.case.name,
        "on": zone.on.isoformat() if zone.on else None,
        **settlement.to_dict(),
        "acceptable": verdict.is_acceptable,
        "misfits": [{"kind": kind, "id": id_} for kind, id_ in verdict.misfits],
        "constraints": list(verdict.constraints),
        "objections": [_told(zone, one) for one in verdict.objections],
        "without_consent": [_told(zone, one) for one in others],
    }


def _told(zone: Zone, objection: Objection) -> dict[str, Any]:
    return {
        "demand": objection.demand,
        "side": objection.side,
        "standing": objection.standing.standing.value,
        "since": objection.standing.since,
        "statements": [statement(zone.case.record[index]) for index in objection.standing.statements],
    }
