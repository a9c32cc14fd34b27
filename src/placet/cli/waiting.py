"""Work that can take long: a sign of life on standard error, and what had been found when it is interrupted."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from placet.cli.run import INTERRUPTED
from placet.words import Message, message, say

if TYPE_CHECKING:
    from rich.status import Status

PATIENCE_SECONDS = 1.0

Answer = dict[str, Any]


def ask(question: Callable[[], Answer], instead: Callable[[], Answer], lang: str) -> tuple[Answer, int | None]:
    """Return an answer and None; if it is interrupted, what can be told at once and the exit code for that."""
    try:
        with waiting(message("cli.waiting"), lang):
            return question(), None
    except KeyboardInterrupt:
        click.echo(say(message("cli.interrupted"), lang), err=True)
        return instead(), INTERRUPTED


@contextmanager
def waiting(what: Message, lang: str) -> Iterator[None]:
    """While the block runs, show `what` with a moving sign if it takes more than a second and a person watches."""
    if not sys.stderr.isatty():
        yield
        return
    shown: list[Status] = []

    def show() -> None:
        from rich.console import Console  # noqa: PLC0415 -- 0.1 s that short work need not spend

        status = Console(stderr=True).status(say(what, lang))
        shown.append(status)
        status.start()

    timer = threading.Timer(PATIENCE_SECONDS, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for status in shown:
            status.stop()
