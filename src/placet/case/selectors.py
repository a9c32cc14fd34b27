"""Selectors: who is meant by a veto, a quota or an eligibility rule."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

TraitValue = str | bool | int | Fraction
"""What a trait can hold. Whole numbers are int, other numbers exact fractions; words stay words."""


@dataclass(frozen=True)
class Named:
    """The one candidate with this id."""

    candidate: str


@dataclass(frozen=True)
class InGroup:
    """Everybody in a group or in a group within it."""

    group: str


@dataclass(frozen=True)
class HasTrait:
    """Everybody whose trait `key` has the value `value`."""

    key: str
    value: TraitValue


@dataclass(frozen=True)
class AnyOf:
    """Everybody whom at least one part selects."""

    parts: tuple[Selector, ...]


@dataclass(frozen=True)
class AllOf:
    """Everybody whom every part selects."""

    parts: tuple[Selector, ...]


@dataclass(frozen=True)
class Except:
    """Everybody whom `part` does not select (``not`` in the file)."""

    part: Selector


Selector = Named | InGroup | HasTrait | AnyOf | AllOf | Except
