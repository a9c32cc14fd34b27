"""The option ``--set``: what fills a field that a rule leaves open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from placet.procedures.table import tidy

Command = TypeVar("Command", bound=Callable[..., Any])


def settings_option(command: Command) -> Command:
    """Add ``--set FIELD=VALUE``, which may be given again."""
    return click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="FIELD=VALUE",
        callback=_settings,
        help="Fill what the rule does not state, such as tie=lot; give it again for the next field.",
    )(command)


def _settings(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs: dict[str, str] = {}
    for setting in given:
        field, sign, value = setting.partition("=")
        if not sign:
            raise click.BadParameter(f"{setting!r} sets nothing; write it as --set tie=lot.")
        if field.strip() in pairs:
            raise click.BadParameter(f"{field.strip()!r} is set twice.")
        pairs[field.strip()] = tidy(value)
    return tuple(pairs.items())
