"""What a committee rule answers: the committees, and what decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Case
from placet.voting.winners import NOTHING, plain
from placet.words import Message
from placet.zone.settlement import Settlement


@dataclass(frozen=True)
class Elected:
    """The committees that a rule elects.

    Parameters
    ----------
    rule : str
    committees : tuple of tuple of str
        Each by the names of the ballots, in their order; empty when nobody can be appointed. The first is the one
        that is told where not all were asked for.
    complete : bool
        Whether these are known to be all that the rule elects.
    detail : Catalog
        What decided: a score, a distance, or the rounds.
    post : str or None
        The post of a case that the committee is for.
    settlement : Settlement or None
        An acceptable settlement that seats the first committee.
    case : Case or None
        The case, for the names of its people and posts.
    """

    rule: str
    committees: tuple[tuple[str, ...], ...]
    complete: bool
    detail: Catalog[Any] = field(default=NOTHING)
    post: str | None = None
    settlement: Settlement | None = None
    case: Case | None = field(default=None, repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The members of the first committee."""
        return self.committees[0] if self.committees else ()

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it; fractions are written ``p/q``."""
        return {
            "rule": self.rule,
            "winners": list(self.names),
            "lottery": None,
            "detail": plain(self.detail),
            "committees": [list(one) for one in self.committees],
            "complete": self.complete,
            "post": self.post,
            "settlement": None if self.settlement is None else self.settlement.to_dict(),
        }

    def explain(self) -> tuple[Message, ...]:
        """Say who is elected, and what decided."""
        from placet.zone.committees_story import tell  # noqa: PLC0415 -- the story needs this value

        return tell(self)

    def __repr__(self) -> str:
        return f"<Elected {self.rule}: {', '.join(self.names) or 'nobody'}>"
