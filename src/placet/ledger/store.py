"""Where a log lies: the protocol that every store keeps, and the simplest one, in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from placet.errors import PlacetError
from placet.ledger.tree import leaf_hash, new_nodes

Checkpoints = Sequence[tuple[int, bytes]]


class MovedOnError(PlacetError):
    """Somebody else has appended in the meantime: read the log again and decide anew."""


class StoreError(PlacetError):
    """A store cannot be opened, read or written; nothing that was acknowledged is lost by it."""


class Store(Protocol):
    """Entries, complete subtrees and checkpoints of one log.

    `append` returns only when what it was given will outlive a loss of power, and appends of several writers stand one
    after the other. A store never changes or drops what it holds: there is no method for it.
    """

    def size(self) -> int:
        """Return how many entries there are."""
        ...

    def append(self, bodies: Sequence[bytes], at: int | None = None) -> int:
        """Append entries together, all or none, and return the position of the first.

        With `at`, only if the log has exactly that size; otherwise nothing is written and `MovedOnError` is raised.
        """
        ...

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield the entries from one position to another, in order."""
        ...

    def node(self, level: int, position: int) -> bytes:
        """Return the hash of a complete subtree, as `tree.Node` has it; `StoreError` if it is not there."""
        ...

    def keep_checkpoint(self, size: int, change: Callable[[bytes | None], bytes]) -> bytes:
        """Keep a signed note for a size, made by `change` from the one there is, and return it; durable on return.

        No other writer comes between reading the one and writing the other.
        """
        ...

    def checkpoints(self) -> Checkpoints:
        """Return every kept checkpoint, smallest first."""
        ...


class MemoryStore:
    """A log that lives as long as the process: for tests, dry runs and simulations."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []
        self._nodes: dict[tuple[int, int], bytes] = {}
        self._checkpoints: dict[int, bytes] = {}

    def size(self) -> int:
        """Return how many entries there are."""
        return len(self._bodies)

    def append(self, bodies: Sequence[bytes], at: int | None = None) -> int:
        """Append entries and return the position of the first."""
        size = len(self._bodies)
        check_size(at, size)
        for level, position, value in new_nodes(self.node, size, [leaf_hash(body) for body in bodies]):
            self._nodes[level, position] = value
        self._bodies.extend(bodies)
        return size

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """Yield the entries from one position to another."""
        yield from self._bodies[start:stop]

    def node(self, level: int, position: int) -> bytes:
        """Return the hash of a complete subtree."""
        try:
            return self._nodes[level, position]
        except KeyError as error:
            raise missing_node(level, position) from error

    def keep_checkpoint(self, size: int, change: Callable[[bytes | None], bytes]) -> bytes:
        """Keep a signed note for a size, made from the one there is, and return it."""
        self._checkpoints[size] = change(self._checkpoints.get(size))
        return self._checkpoints[size]

    def checkpoints(self) -> Checkpoints:
        """Return every kept checkpoint, smallest first."""
        return sorted(self._checkpoints.items())


def check_size(at: int | None, size: int) -> None:
    """Refuse an append that was decided on when the log had another size."""
    if at is not None and at != size:
        raise MovedOnError(f"the log has {size} entries, no longer {at}: read it again")


def missing_node(level: int, position: int) -> StoreError:
    """The error for a subtree that a sound store would have."""
    return StoreError(
        f"the log's store lacks the subtree {position} of level {level}: it was damaged or cut; restore a backup"
    )
