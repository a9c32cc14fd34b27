"""What a benchmark is made of, as values: rows of work, those who do it, what they took, and what was aimed at."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Size = Mapping[str, int]
Note = Callable[[Any], None]
"""Called with each piece of the answer as it is found, so that unfinished work leaves what it had."""
Start = Callable[[Any], Callable[[Note], Any]]
"""What a contender is: from the work build what is needed, and return the question, which answers in plain JSON."""
Compare = Callable[[Callable[[], Any], Any, "Theirs"], str | None]
"""From the work (made again when it is asked for), our answer and theirs: what differs, or None."""


@dataclass(frozen=True)
class Contender:
    """Somebody who does the work: placet, a peer, or a yardstick, which has no answer to compare.

    Parameters
    ----------
    name : str
        As the table has it.
    start : str
        Where its `Start` is, as ``module:function``; modules of peers are imported only where they run.
    packages : tuple of str
        The packages that do its work, whose versions the results tell.
    """

    name: str
    start: str
    packages: tuple[str, ...] = ()
    is_yardstick: bool = False


@dataclass(frozen=True)
class Theirs:
    """What another contender answered: all of it, or the pieces it had when its time was up."""

    finished: bool
    answer: Any
    pieces: tuple[Any, ...] = ()


@dataclass(frozen=True)
class AtMost:
    """An aim: so many CPU seconds of ours at most, for the search alone or with the building before it."""

    seconds: float
    of: str = "whole"


@dataclass(frozen=True)
class Faster:
    """An aim: ours so many times faster than a contender; a yardstick may be missed by ``1 / times``."""

    times: float
    than: str
    of: str = "whole"


Aim = AtMost | Faster


@dataclass(frozen=True)
class Row:
    """The same seeded work for placet and its peers.

    Parameters
    ----------
    name : str
        As `ROWS="..."` has it.
    title : str
        What is asked, for a reader.
    work : str
        Where the generator is, as ``module:function``; it takes the size and ``seed``.
    sizes : tuple of mapping
    quick : tuple of mapping
        The small sizes of `QUICK=1`.
    compare : str
        Where its `Compare` is; "" where there is nothing to compare with.
    aims : tuple of Aim
        Judged at the sizes `aimed_at`, all if that is left out.
    limit : float
        CPU seconds after which a contender is stopped.
    axes : tuple of str
        Of a row that shows growth: which number of its size goes to the right, and which tells the lines apart.
    """

    name: str
    title: str
    work: str
    sizes: tuple[Size, ...]
    quick: tuple[Size, ...]
    seeds: tuple[int, ...]
    ours: Contender
    peers: tuple[Contender, ...] = ()
    compare: str = ""
    aims: tuple[Aim, ...] = ()
    aimed_at: tuple[Size, ...] = ()
    limit: float = 60.0
    axes: tuple[str, str] = ("", "")

    @property
    def is_growth(self) -> bool:
        """Whether the row shows how ours grows, and compares with nobody."""
        return self.axes[0] != ""

    @property
    def contenders(self) -> tuple[Contender, ...]:
        """All who do the work, ours first."""
        return (self.ours, *self.peers)


@dataclass(frozen=True)
class Trial:
    """One contender's run on one piece of work, in a process of its own.

    Parameters
    ----------
    status : str
        "finished"; "unfinished" when the limit was reached; "out of memory"; "failed", with what was said in `answer`.
    build, search : float
        CPU seconds: from the work to the contender's own model, and from there to the answer. Means of `runs`.
    wall : float
        Seconds on the wall for both.
    peak_mb : int
        The most memory that the process held, its libraries and the work included.
    """

    row: str
    size: Size
    seed: int
    contender: str
    status: str
    build: float = 0.0
    search: float = 0.0
    wall: float = 0.0
    peak_mb: int = 0
    runs: int = 0
    answer: Any = field(default=None, compare=False)
    pieces: tuple[Any, ...] = field(default=(), compare=False)

    @property
    def whole(self) -> float:
        """CPU seconds of building and search."""
        return self.build + self.search

    @property
    def is_finished(self) -> bool:
        """Whether there is a whole answer."""
        return self.status == "finished"


def found(reference: str) -> Any:
    """Return what stands at ``module:name``."""
    module, _, name = reference.partition(":")
    return getattr(importlib.import_module(module), name)


def told(size: Size) -> str:
    """Return a size in a few words, such as "200 candidates, 10 posts"."""
    return ", ".join(f"{number:,} {what.replace('_', ' ')}" for what, number in size.items())
