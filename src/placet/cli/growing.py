"""Work whose answer grows: how much has been found, on standard error, and what there is when it is interrupted."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from placet.cli.run import INTERRUPTED
from placet.cli.waiting import PATIENCE_SECONDS, Answer
from placet.words import Message, message, say

if TYPE_CHECKING:
    from rich.status import Status

Tell = Callable[[Message], None]


class _Sign:
    """Shows the last message, once the work has taken more than a second and if a person watches."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._began = time.monotonic()
        self._status: Status | None = None

    def tell(self, what: Message) -> None:
        if not sys.stderr.isatty() or time.monotonic() - self._began < PATIENCE_SECONDS:
            return
        if self._status is None:
            from rich.console import Console  # noqa: PLC0415 -- 0.1 s that short work need not spend

            self._status = Console(stderr=True).status(say(what, self.lang))
            self._status.start()
        else:
            self._status.update(say(what, self.lang))

    def stop(self) -> None:
        if self._status is not None:
            self._status.stop()


def ask_growing(
    question: Callable[[Tell], Answer], so_far: Callable[[], Answer], lang: str
) -> tuple[Answer, int | None]:
    """Return an answer and None; if it is interrupted, what has been found and the exit code for that."""
    sign = _Sign(lang)
    try:
        return question(sign.tell), None
    except KeyboardInterrupt:
        sign.stop()
        click.echo(say(message("cli.interrupted"), lang), err=True)
        return so_far(), INTERRUPTED
    finally:
        sign.stop()
