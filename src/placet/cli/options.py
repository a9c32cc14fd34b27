"""The options and the argument that several verbs share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from placet.words import message, say
from placet.words.say import spoken_in

Command = TypeVar("Command", bound=Callable[..., Any])


def case_argument(command: Command) -> Command:
    """Add the case folder."""
    return click.argument("case_path", metavar="CASE", type=click.Path())(command)


def day_option(command: Command) -> Command:
    """Add the day on which the case is looked at."""
    shown = "The day to look at, such as 2013-05-08; left out, the last day in the record."
    return click.option("--on", "on", metavar="DAY", help=shown)(command)


def answer_options(command: Command) -> Command:
    """Add how the answer is printed: ``--json``, ``--lang`` and ``--debug``."""
    as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of sentences.")
    return as_json(language_option(debug_option(command)))


def language_option(command: Command) -> Command:
    """Add the language of names and sentences."""
    shown = "The language of names and sentences, such as ar; English where there are no words in it."
    return click.option("--lang", default="en", metavar="LANG", callback=_language, help=shown)(command)


def debug_option(command: Command) -> Command:
    """Add ``--debug``, which `placet.cli.run` looks for itself."""
    shown = "If placet fails, show where in its code."
    return click.option("--debug", is_flag=True, expose_value=False, help=shown)(command)


def limit_option(what: str, default: int) -> Callable[[Command], Command]:
    """Add how many of something are listed."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=default,
        show_default=True,
        metavar="N",
        help=f"List at most this many {what}.",
    )


def _language(_ctx: click.Context, _option: click.Parameter, tag: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
        raise click.BadParameter(f"{tag!r} is no language tag; write one such as en, ar or fr.")
    if spoken_in(tag.lower()) not in {tag.lower(), tag.lower().split("-", maxsplit=1)[0]}:
        click.echo(say(message("cli.no-words", lang=tag)), err=True)
    return tag.lower()
