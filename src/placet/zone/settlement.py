"""A settlement: who sits where, and what is chosen for every term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Case


@dataclass(frozen=True)
class Settlement:
    """A slate and a choice for every term.

    Parameters
    ----------
    slate : Catalog of tuple of str
        For each post, in the order of the case, who sits there, in the order of the case.
    terms : Catalog of str
        For each term the option chosen.
    """

    slate: Catalog[tuple[str, ...]]
    terms: Catalog[str]

    def __repr__(self) -> str:
        seated = "; ".join(f"{post}: {', '.join(people) or 'nobody'}" for post, people in self.slate.items())
        chosen = "".join(f"; {term}: {option}" for term, option in self.terms.items())
        return f"<Settlement {seated}{chosen}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the slate and the terms as the JSON contract has them."""
        return {"slate": {post: list(people) for post, people in self.slate.items()}, "terms": dict(self.terms)}


def arrange(case: Case, slate: dict[str, set[str]], terms: dict[str, str]) -> Settlement:
    """Return a settlement with posts, people and terms in the order of the case."""
    rank = {candidate: place for place, candidate in enumerate(case.candidates)}
    return Settlement(
        Catalog((post, tuple(sorted(slate.get(post, set()), key=rank.__getitem__))) for post in case.posts),
        Catalog((term, terms[term]) for term in case.terms),
    )
