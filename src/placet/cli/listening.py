"""Listening: one line that a person writes at a terminal or that comes through a pipe."""

from __future__ import annotations

import sys
from contextlib import suppress

import click


def listen(prompt: str) -> str:
    """Return one line that the person writes, without the spaces around it.

    Raises
    ------
    EOFError
        Nothing more is written.
    """
    if sys.stdin.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401, PLC0415 -- gives the line arrow keys where there is one
        return input(prompt).strip()
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    click.echo(line.strip())
    return line.strip()
