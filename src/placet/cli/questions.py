"""The questions from which a person who never saw a case file makes one."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from fractions import Fraction
from typing import Any

from placet.case.ids import free_id
from placet.case.nouns import Seats
from placet.case.selectors import InGroup, Named
from placet.case.text import Text
from placet.cli import answers
from placet.cli.draft import Draft, Firmness, Refusal, Rule
from placet.cli.interview import Question, Script, Unclear
from placet.cli.preview import preview
from placet.words import Message, Value, message

Asking = Generator[Question, Any, Any]


def questions() -> Script[Draft]:
    """Ask everything, show what was told, and return it when the person agrees."""
    title: str = yield _question("title", answers.name())
    sides: dict[str, str] = yield from _names("side", fewest=1)
    consents: dict[str, bool] = {}
    for side, called in sides.items():
        consents[side] = yield _question(f"side.{side}.consent", answers.yes_or_no, "yes", name=called)
    posts: dict[str, str] = yield from _names("post", fewest=1)
    seats: dict[str, Seats] = {}
    for post, called in posts.items():
        seats[post] = yield _question(f"post.{post}.seats", answers.seats, "1", name=called)
    groups: dict[str, str] = yield from _names("group")
    candidates: dict[str, str] = yield from _names("candidate", fewest=1)
    memberships: dict[str, tuple[str, ...]] = dict.fromkeys(candidates, ())
    if groups:
        known = _by_name(groups)
        for candidate, called in candidates.items():
            key = f"candidate.{candidate}.groups"
            memberships[candidate] = yield _question(
                key, answers.picks(known), "", name=called, names=tuple(groups.values())
            )
    rules: tuple[Rule, ...] = yield from _rules(groups)
    terms: dict[str, str] = yield from _names("term")
    options: dict[str, dict[str, str]] = {}
    for term, called in terms.items():
        options[term] = yield from _names("option", fewest=2, within=term, name=called)
    refusals: tuple[Refusal, ...] = yield from _refusals(sides, consents, posts, groups, candidates)
    draft = Draft(
        title, sides, consents, posts, seats, groups, candidates, memberships, rules, terms, options, refusals
    )
    yield Question(
        "write",
        message("new.write"),
        message("new.write.help"),
        _agreed,
        default="yes",
        shown_default="yes",
        preface=preview(draft),
    )
    return draft


def _question(
    key: str, read: Callable[[str], Any], default: str | None = None, **parameters: str | tuple[str, ...]
) -> Question:
    """Return a question whose words are found by the first and the last part of its key."""
    kind, *between = key.split(".")
    asks = between[-1] if between else ""
    words = f"new.{kind}.{asks}".rstrip(".")
    named = {name: _called(value) for name, value in parameters.items()}
    helps = f"new.{kind}" if asks.startswith(("first", "next")) else words
    return Question(
        key,
        message(words, **named),
        message(f"{helps}.help", **named),
        read,
        default=default,
        shown_default=default or None,
    )


def _names(kind: str, fewest: int = 0, within: str | None = None, **parameters: str) -> Asking:
    """Ask for names, one at a time, until an empty answer; return them by id."""
    found: dict[str, str] = {}
    named = {name: _called(value) for name, value in parameters.items()}
    while True:
        read = answers.name(tuple(found.values()))
        is_enough = len(found) >= fewest
        place = "first" if not found else "next" if is_enough else "second"
        words = f"new.{kind}.{place}"
        called: str | None = yield Question(
            ".".join(filter(None, (kind, within, str(len(found) + 1)))),
            message(words, **named),
            message(f"new.{kind}.help", **named),
            answers.or_end(read) if is_enough else read,
            default="" if is_enough else None,
        )
        if called is None:
            return found
        found[free_id(called, found)] = called


def _called(value: str | tuple[str, ...]) -> Value:
    """Return a name as a name, whose article is small within a sentence; a list is shown as it was written."""
    return Text.plain(value) if isinstance(value, str) else value


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    return {called: id_ for id_, called in names.items()}


def _rules(groups: Mapping[str, str]) -> Asking:
    """Ask for the least and the most seats that groups must hold."""
    found: list[Rule] = []
    while groups:
        number = len(found) + 1
        group: str | None = yield _question(
            f"rule.{number}.{'first' if not found else 'next'}",
            answers.or_end(answers.pick(_by_name(groups))),
            "",
            names=tuple(groups.values()),
        )
        if group is None:
            break
        least, most = yield _question(f"rule.{number}.bound", answers.bound, name=groups[group])
        found.append(Rule(group, least, most))
    return tuple(found)


def _refusals(
    sides: Mapping[str, str],
    consents: Mapping[str, bool],
    posts: Mapping[str, str],
    groups: Mapping[str, str],
    candidates: Mapping[str, str],
) -> Asking:
    """Ask each side's refusals: whom, where, how firmly."""
    # A group and a person may bear the same name; the person is meant then, and the group by its number.
    whom: dict[str, Named | InGroup] = {called: Named(id_) for id_, called in candidates.items()}
    for id_, called in groups.items():
        whom.setdefault(called, InGroup(id_))
    found: list[Refusal] = []
    for side, called in sides.items():
        number = 0
        while True:
            number += 1
            key = f"refusal.{side}.{number}"
            asks = ("first" if number == 1 else "next") + ("" if consents[side] else "-without-consent")
            meant: Named | InGroup | None = yield _question(
                f"{key}.{asks}", answers.or_end(answers.pick(whom)), "", name=called, names=tuple(whom)
            )
            if meant is None:
                break
            refused = candidates[meant.candidate] if isinstance(meant, Named) else groups[meant.group]
            where: tuple[str, ...] = ()
            if len(posts) > 1:
                read = answers.picks(_by_name(posts))
                where = yield _question(f"{key}.posts", read, "", name=refused, names=tuple(posts.values()))
            firmness: Firmness = yield _question(
                f"{key}.firmness", answers.pick({kind.value: kind for kind in Firmness}), "said", name=called
            )
            odds: Fraction | None = None
            if firmness is Firmness.EXPECTED:
                odds = yield _question(f"{key}.odds", answers.percent, "50", name=called)
            found.append(Refusal(side, meant, where or None, firmness, odds))
    return tuple(found)


def _agreed(written: str) -> bool:
    if not answers.yes_or_no(written):
        raise Unclear(message("new.unclear.not-yet"))
    return True


def opening(count: int) -> tuple[Message, ...]:
    """Say what will happen, to a newcomer or to somebody who comes back with `count` answers."""
    return (message("new.again", count=count),) if count else (message("new.welcome"),)
