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
    import rich.progress

PATIENCE_SECONDS = 1.0

Answer = dict[str, Any]


class Sign:
    """What a person who waits sees; what it is told before it is shown is kept."""

    def __init__(self, what: Message, lang: str) -> None:
        self._lang = lang
        self._told = (say(what, lang), 0, 0)
        self._shown: rich.progress.Progress | None = None
        self._lock = threading.Lock()

    def tell(self, what: Message, done: int = 0, of: int = 0) -> None:
        """Say what has been found, and how much of it is done if that can be estimated."""
        with self._lock:
            self._told = (say(what, self._lang), done, of)
            self._refresh()

    def show(self) -> None:
        """Appear on standard error."""
        from rich.console import Console  # noqa: PLC0415 -- 0.1 s that short work need not spend
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn  # noqa: PLC0415 -- idem

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=20))
        with self._lock:
            self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
            self._shown.add_task(self._told[0], total=None)
            self._refresh()
            self._shown.start()

    def hide(self) -> None:
        """Disappear, if it ever appeared."""
        with self._lock:
            if self._shown is not None:
                self._shown.stop()

    def _refresh(self) -> None:
        if self._shown is not None:
            what, done, of = self._told
            self._shown.update(self._shown.task_ids[0], description=what, completed=done, total=of or None)


def ask(
    question: Callable[[], Answer],
    instead: Callable[[], Answer],
    lang: str,
    listen: Callable[[Sign], None] | None = None,
) -> tuple[Answer, int | None]:
    """Return an answer and None; if it is interrupted, what can be told at once and the exit code for that.

    `listen` is given the sign that a waiting person sees, to have it told how far the work has come.
    """
    try:
        with waiting(message("cli.waiting"), lang) as sign:
            if listen is not None:
                listen(sign)
            return question(), None
    except KeyboardInterrupt:
        click.echo(say(message("cli.interrupted"), lang), err=True)
        return instead(), INTERRUPTED


@contextmanager
def waiting(what: Message, lang: str) -> Iterator[Sign]:
    """While the block runs, show `what` with a moving sign if it takes more than a second and a person watches."""
    sign = Sign(what, lang)
    if not sys.stderr.isatty():
        yield sign
        return
    timer = threading.Timer(PATIENCE_SECONDS, sign.show)
    timer.daemon = True
    timer.start()
    try:
        yield sign
    finally:
        timer.cancel()
        timer.join()
        sign.hide()
