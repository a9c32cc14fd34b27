"""An ordered, frozen mapping from ids to nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Noun = TypeVar("Noun")


class Catalog(Mapping[str, Noun], Generic[Noun]):
    """Nouns by id, in the order in which the file lists them.

    Unlike a dict it is frozen and hashable; two catalogs are equal when they hold equal nouns in the same order.
    """

    __slots__ = ("_nouns",)

    def __init__(self, nouns: Mapping[str, Noun] | Iterable[tuple[str, Noun]] = ()) -> None:
        self._nouns: dict[str, Noun] = dict(nouns)

    def __getitem__(self, key: str) -> Noun:
        return self._nouns[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nouns)

    def __len__(self) -> int:
        return len(self._nouns)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalog):
            return NotImplemented
        return list(self._nouns.items()) == list(other._nouns.items())

    def __hash__(self) -> int:
        return hash(tuple(self._nouns.items()))

    def __repr__(self) -> str:
        return f"Catalog({', '.join(self._nouns)})"
