"""Divisors: by what a party's seats are divided when it holds M offices already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from placet.case.spoken import nearest, series
from placet.errors import QuestionError


class Divisor(Enum):
    """The two that laws use most."""

    DHONDT = "dhondt"
    SAINTE_LAGUE = "sainte-lague"

    def of(self, held: int) -> int:
        """Return the divisor for a party that holds so many offices."""
        return 1 + held if self is Divisor.DHONDT else 1 + 2 * held


@dataclass(frozen=True)
class Series:
    """Any other divisors: the first few as they are given, and then each one more by the same step.

    Parameters
    ----------
    value : str
        What they are called.
    first : tuple of Fraction
        The divisors for a party with no office, with one, and so on.
    step : Fraction or None
        By how much each later one is more; None where the rule gives no more.
    """

    value: str
    first: tuple[Fraction, ...]
    step: Fraction | None = None

    def __post_init__(self) -> None:
        pairs = zip(self.first, self.first[1:], strict=False)
        if not self.first or self.first[0] <= 0 or any(one >= two for one, two in pairs):
            raise QuestionError(f"divisors {self.value}", "numbers above 0, each larger than the one before")

    def of(self, held: int) -> Fraction:
        """Return the divisor for a party that holds so many offices.

        Raises
        ------
        QuestionError
            If the rule has none for so many.
        """
        if held < len(self.first):
            return self.first[held]
        if self.step is None:
            raise QuestionError(
                f"{len(self.first)} divisors", f"one more, for a party that holds {held} offices already"
            )
        return self.first[-1] + self.step * (held - len(self.first) + 1)


NAMED: tuple[Divisor | Series, ...] = (
    *Divisor,
    Series("modified-sainte-lague", (Fraction(7, 5), Fraction(3)), Fraction(2)),
    Series("danish", (Fraction(1),), Fraction(3)),
    Series("imperiali", (Fraction(2),), Fraction(1)),
)
"""Those that have a name (Pukelsheim, Proportional Representation, 2017, section 4)."""


def divisor_named(name: str) -> Divisor | Series:
    """Return a divisor rule by its name.

    Raises
    ------
    QuestionError
        If there is none of this name.
    """
    known = {divisor.value: divisor for divisor in NAMED}
    if name not in known:
        raise QuestionError(f"aggregate “{name}”", f"{series(known)}, or divisors=1,2,3,...", nearest(name, known))
    return known[name]


def divisors_of(words: Iterable[str]) -> Series:
    """Return the divisors that somebody gave one by one, such as ``1.4``, ``3`` and ``5``.

    Raises
    ------
    QuestionError
        If one is no number, or if they do not grow.
    """
    given = tuple(words)
    try:
        first = tuple(Fraction(word) for word in given if len(word) < 20)
    except (ValueError, ZeroDivisionError):
        first = ()
    if len(first) != len(given):
        raise QuestionError(f"divisors {', '.join(given)}", "numbers such as 1.4,3,5")
    return Series(", ".join(given), first)
