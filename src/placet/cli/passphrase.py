"""The passphrase of a key file: typed without showing it, or read from a file; never a word on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from placet.errors import QuestionError
from placet.seal.key_files import SHORTEST_PASSPHRASE, unlock
from placet.seal.keys import Keys

Command = TypeVar("Command", bound=Callable[..., Any])


def passphrase_option(command: Command) -> Command:
    """Add where the passphrase is read from."""
    return click.option(
        "--passphrase-file",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Read the passphrase from the first line of a file; left out, it is asked for and not shown.",
    )(command)


def key_option(command: Command) -> Command:
    """Add whose keys are used."""
    return click.option(
        "--key",
        "key_file",
        metavar="FILE",
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help="Your key file, as `placet keys new` wrote it.",
    )(passphrase_option(command))


def open_keys(path: Path, passphrase_file: Path | None) -> Keys:
    """Open a key file with its passphrase."""
    return unlock(path.read_bytes(), known_passphrase(path.name, passphrase_file))


def known_passphrase(what: str, passphrase_file: Path | None) -> str:
    """Return the passphrase of a key file that exists."""
    if passphrase_file is not None:
        return _first_line(passphrase_file)
    _need_terminal()
    answer: str = click.prompt(f"Passphrase of {what}", hide_input=True, err=True)
    return answer


def new_passphrase(passphrase_file: Path | None) -> str:
    """Return a passphrase for a new key file, typed twice."""
    if passphrase_file is not None:
        return _first_line(passphrase_file)
    _need_terminal()
    click.echo(f"Choose a passphrase of at least {SHORTEST_PASSPHRASE} letters, such as four or five words.", err=True)
    click.echo("Nobody can open the key file without it, and nobody can tell it to you again.", err=True)
    answer: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt="The same again", err=True)
    return answer


def _first_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0]:
        raise QuestionError(f"nothing on the first line of {path}", "the passphrase")
    return lines[0]


def _need_terminal() -> None:
    if not sys.stdin.isatty():
        raise QuestionError("nobody at a terminal to type the passphrase", "--passphrase-file FILE")
