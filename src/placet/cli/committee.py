"""The part of ``placet vote`` that elects committees: its options, its list, and the case it may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from placet.ballots.profile import Profile
from placet.cli.opening import open_case
from placet.cli.options import Command
from placet.errors import QuestionError
from placet.words import message
from placet.zone.committees import COMMITTEE_RULES, MOST_COMMITTEES, committee_rule
from placet.zone.committees_elected import Elected
from placet.zone.lines import Line, row

OTHER_NAMES = tuple(COMMITTEE_RULES)
"""What a single-winner rule that does not exist may have been meant for."""
_NAMES = {word for one in COMMITTEE_RULES.values() for word in (one.name, *one.other_names)}


@dataclass(frozen=True)
class Wishes:
    """What was asked of a committee rule."""

    size: int | None
    case: str | None
    post: str | None
    on: str | None
    lists_all: bool
    limit: int | None
    by_count: bool

    def refuse_any(self, rule: str) -> None:
        """Refuse them all for a rule that elects no committees.

        Raises
        ------
        QuestionError
            If something was asked.
        """
        asked = {
            "size": self.size,
            "case": self.case,
            "post": self.post,
            "on": self.on,
            "all": self.lists_all,
            "limit": self.limit,
            "by-count": self.by_count,
        }
        for name, value in asked.items():
            if value not in {None, False}:
                raise QuestionError(f"the option {name}", f"no such option for {rule}: it is for committee rules")


def committee_options(command: Command) -> Callable[..., Any]:
    """Add the options of committee rules; the command gets them as `wishes`."""

    @click.option("--size", type=click.IntRange(min=1), metavar="N", help="How many members a committee has.")
    @click.option("--case", "case", metavar="CASE", type=click.Path(), help="Elect whom nobody vetoes in this case.")
    @click.option("--post", metavar="POST", help="The post of the case; left out, its only one.")
    @click.option("--on", "on", metavar="DAY", help="The day of the case; left out, the last day in its record.")
    @click.option("--all", "lists_all", is_flag=True, help="List all committees that are level.")
    @click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="N",
        help=f"With --all: at most so many.  [default: {MOST_COMMITTEES}]",
    )
    @click.option("--by-count", is_flag=True, help="For minimax: a ballot's distance counts for each of its voters.")
    @wraps(command)
    def with_wishes(*args: Any, **asked: Any) -> Any:
        wishes = Wishes(**{name: asked.pop(name) for name in Wishes.__dataclass_fields__})
        return command(*args, wishes=wishes, **asked)

    return with_wishes


def is_committee_rule(name: str) -> bool:
    """Whether a rule of this name elects committees."""
    return name in _NAMES


def refuse(rule: str, asked: dict[str, str | None]) -> None:
    """Refuse what was asked of a committee rule that only other rules know.

    Raises
    ------
    QuestionError
        If something was asked.
    """
    for name, value in asked.items():
        if value is not None:
            takes = "an option of committee rules: size, case, post, on, all, limit, by-count"
            raise QuestionError(f"the option {name} for {rule}", takes)


def elect(name: str, profile: Profile, wishes: Wishes) -> Elected:
    """Return who is elected by the rule of this name.

    Raises
    ------
    QuestionError
        If the options do not fit together, or the ballots not the rule or the case.
    """
    for option in ("post", "on"):
        if wishes.case is None and getattr(wishes, option) is not None:
            raise QuestionError(f"the option {option} without a case", "--case with a case folder")
    if wishes.limit is not None and not wishes.lists_all:
        raise QuestionError("the option limit without all", "--all beside --limit")
    zone = None
    if wishes.case is not None:
        from placet.zone.zone import Zone  # noqa: PLC0415 -- only a case needs it, and it takes long to import

        zone = Zone(open_case(wishes.case), wishes.on)
    limit = (wishes.limit or MOST_COMMITTEES) if wishes.lists_all else None
    options = {"by_count": True} if wishes.by_count else {}
    return committee_rule(name)(profile, wishes.size, zone=zone, post=wishes.post, limit=limit, **options)


def listed() -> list[dict[str, Any]]:
    """Return the committee rules as JSON lists them."""
    return [
        {
            "name": one.name,
            "other_names": list(one.other_names),
            "summary": one.summary,
            "needs_size": one.needs_size,
            "options": list(one.options),
            "source": one.source,
        }
        for one in COMMITTEE_RULES.values()
    ]


def rows() -> Iterator[Line]:
    """Yield a row of the list for each rule."""
    for one in COMMITTEE_RULES.values():
        needs = message(f"committees.needs.{'size' if one.needs_size else 'any'}")
        yield row(message("voting.listed", name=one.name, entries=(one.summary, needs)))
