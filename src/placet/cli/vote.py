"""``placet vote``: who wins by a voting rule on these ballots?"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import click

from placet.ballots.profile import Profile
from placet.ballots.read import parse_ballots, read_ballots
from placet.cli.committee import OTHER_NAMES, Wishes, committee_options, elect, is_committee_rule, listed, refuse, rows
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.errors import QuestionError
from placet.voting.registry import Rule
from placet.voting.rules import RULES, rule
from placet.voting.winners import Winners
from placet.words import Value, message
from placet.zone.committees_elected import Elected
from placet.zone.lines import Line, heading, item, row, sentence

_AMOUNT = re.compile(r"\d{1,15}(?:\.\d{1,12})?|\d{1,15}/[1-9]\d{0,14}")
_WHOLE = re.compile(r"\d{1,15}")


@click.command()
@click.argument("rule_name", metavar="RULE", required=False)
@click.argument("ballots", metavar="BALLOTS", required=False, type=click.Path())
@click.option("--list", "is_list", is_flag=True, help="List the rules and what ballots each needs.")
@click.option("--weights", metavar="SIDE=N,...", help="The power of each side, for veto-core: north=2,south=1.")
@click.option("--support", metavar="NAME=N,...", help="The support of each name, for veto-core; others have none.")
@click.option("--quota", metavar="N", help="How many voters are enough: 5, 60%, 2/3, majority or all.")
@click.option("--blocking", metavar="N", help="How many vetoes block: 1, 20% or 1/3.")
@committee_options
@answer_options
def verb(
    *,
    rule_name: str | None,
    ballots: str | None,
    is_list: bool,
    as_json: bool,
    lang: str,
    wishes: Wishes,
    **asked: str | None,
) -> None:
    """Say who wins by RULE on the ballots of a file.

    BALLOTS is a CSV file, with a column for each name or one called ballot with rankings such as a > b > c; a PrefLib
    or abcvoting file; or Parquet. - reads a table from standard input. Fractions are exact, and a tie is told, never
    broken.

    A committee rule, such as pav, elects --size people at once; with --case, from the settlements that nobody vetoes.
    """
    if is_list:
        _list(as_json, lang)
        return
    if rule_name is None or ballots is None:
        raise click.UsageError("give a RULE and a file of BALLOTS; --list lists the rules.")
    name = rule_name.casefold().replace("_", "-")
    committees = is_committee_rule(name)
    if not committees:
        chosen = rule(name, OTHER_NAMES)
        wishes.refuse_any(name)
    profile = parse_ballots(sys.stdin.buffer.read(), "standard input") if ballots == "-" else read_ballots(ballots)
    winners: Winners | Elected
    if committees:
        refuse(name, asked)
        winners = elect(name, profile, wishes)
    else:
        winners = chosen(profile, **dict(_options(profile, asked)))
    if as_json:
        emit(winners.to_dict())
    else:
        Page(lang).show(_lines(winners))


def _lines(winners: Winners | Elected) -> Iterator[Line]:
    first, *others = winners.explain()
    yield sentence(first)
    yield from (item(other) for other in others)


def _list(as_json: bool, lang: str) -> None:
    if as_json:
        emit(
            {
                "rules": [
                    {
                        "name": one.name,
                        "summary": one.summary,
                        "needs": one.needs.name.casefold(),
                        "properties": [claim.name.casefold().replace("_", "-") for claim in one.properties],
                        "options": list(one.options),
                        "source": one.source,
                    }
                    for one in RULES.values()
                ],
                "committees": listed(),
            }
        )
        return
    page = Page(lang)
    page.show([heading(message("voting.list"))])
    page.show(row(message("voting.listed", name=one.name, entries=_entries(one))) for one in RULES.values())
    page.show([heading(message("committees.list"))])
    page.show(rows())


def _entries(one: Rule) -> tuple[Value, ...]:
    return one.summary, message(f"voting.needs.{one.needs.name.casefold()}")


def _options(profile: Profile, asked: dict[str, str | None]) -> Iterator[tuple[str, Any]]:
    """Yield the rule's options as values: the shares of sides and names exact, a quota in voters."""
    for name, words in asked.items():
        if words is None:
            continue
        if name in {"weights", "support"}:
            yield name, _shares(words)
        else:
            yield name, _voters(words, profile)


def _shares(words: str) -> dict[str, Fraction]:
    shares: dict[str, Fraction] = {}
    for part in words.split(","):
        name, equals, amount = part.rpartition("=")
        if not equals or not name.strip():
            raise QuestionError(f'"{part.strip()}"', "name=number, with commas between them")
        if name.strip() in shares:
            raise QuestionError(f'"{name.strip()}" a second time', "every name once")
        shares[name.strip()] = _amount(amount)
    return shares


def _amount(words: str) -> Fraction:
    if not _AMOUNT.fullmatch(words.strip()):
        raise QuestionError(f'"{words.strip()}"', "a number such as 2, 0.5 or 2/3")
    return Fraction(words.strip())


def _voters(words: str, profile: Profile) -> int:
    """Understand a number of voters; a share is rounded up."""
    match words.strip().casefold():
        case "majority":
            return profile.total // 2 + 1
        case "all":
            return profile.total
        case told if told.endswith("%"):
            share = _amount(told.removesuffix("%")) / 100
        case told if "/" in told:
            share = _amount(told)
        case told if _WHOLE.fullmatch(told):
            return int(told)
        case _:
            raise QuestionError(f'"{words}"', "a number of voters, or a share such as 60% or 2/3")
    return -int(-share * profile.total // 1)
