"""What a voting rule answers: the winners, a lottery where the rule has one, and what decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from placet.case.catalog import Catalog
from placet.words import Message

NOTHING: Catalog[Any] = Catalog()


@dataclass(frozen=True)
class Winners:
    """The winners under one rule.

    Parameters
    ----------
    rule : str
        The rule's name in the registry.
    names : tuple of str
        The winners in the order of the candidates; several are a tie or a set-valued answer, none is an impasse.
    lottery : Catalog of Fraction, or None
        The probability of each winner, where the rule draws lots.
    detail : Catalog
        What decided, by rule: scores, depth, rounds, who is blocked by whom. Values are numbers, strings, fractions,
        tuples and catalogs.
    """

    rule: str
    names: tuple[str, ...]
    lottery: Catalog[Fraction] | None = None
    detail: Catalog[Any] = field(default=NOTHING)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it; fractions are written ``p/q``."""
        return {
            "rule": self.rule,
            "winners": list(self.names),
            "lottery": None if self.lottery is None else plain(self.lottery),
            "detail": plain(self.detail),
        }

    def explain(self) -> tuple[Message, ...]:
        """Say who wins, and what decided."""
        from placet.voting.story import tell  # noqa: PLC0415 -- the story needs this value

        return tell(self)

    def __repr__(self) -> str:
        return f"<Winners {self.rule}: {', '.join(self.names) or 'impasse'}>"


def plain(value: Any) -> Any:
    """Return a value of a detail as JSON has it."""
    match value:
        case Fraction():
            return f"{value.numerator}/{value.denominator}" if value.denominator != 1 else str(value.numerator)
        case Mapping():
            return {name: plain(part) for name, part in value.items()}
        case tuple():
            return [plain(part) for part in value]
    return value
