"""What is collected while a case is read: faults, warnings, declared ids and references to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from placet.case.selectors import TraitValue
from placet.case.spoken import found, nearest
from placet.case.tree import Node, Scalar
from placet.errors import Fault

MOST_FAULTS = 1_000
"""Nobody mends more than this at once; it also bounds the time that a hostile file can take."""

MOST_COMPARISONS = 200_000
"""How many names are compared with wrong ones in all, about two seconds' work."""

Kind = tuple[str, str]
"""What an id names, and whose it is: ``("group", "")``, ``("option", "election")``."""

LABELS = {
    "candidate": "a declared candidate",
    "demand": "a declared demand",
    "group": "a declared group",
    "option": "a declared option",
    "post": "a declared post",
    "side": "a declared side",
    "source": "a declared source",
    "step": "a step of the road map",
    "term": "a declared term",
    "trait": "a trait that some candidate has",
}


ALWAYS_DECLARED = {"candidate", "option", "post", "side"}
"""Where none of these is declared, that is a fault of its own, and enough said."""


class Reference(NamedTuple):
    """An id that must be declared somewhere in the case."""

    kind: Kind
    node: Scalar


@dataclass
class Reading:
    """The state of one reading of one file."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    declared: dict[Kind, dict[str, tuple[Scalar, Node]]] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    trait_values: list[tuple[str, TraitValue, Node]] = field(default_factory=list)
    unusable: set[str] = field(default_factory=set)
    mistakes: int = 0
    comparisons: int = 0

    def fault(self, at: Node, found: str, expected: str, suggestion: str | None = None) -> None:
        """Add a fault; beyond `MOST_FAULTS` it is only counted."""
        self.mistakes += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.file, at.line, at.column, found, expected, suggestion))

    def warn(self, at: Node, found: str, expected: str, suggestion: str | None = None) -> None:
        """Add a warning: the case can be read, but probably does not say what was meant."""
        if len(self.warnings) < MOST_FAULTS:
            self.warnings.append(Fault(self.file, at.line, at.column, found, expected, suggestion))

    def declare(self, kind: Kind, key: Scalar, value: Node) -> None:
        """Note that `key` names a thing of this kind; the first place counts."""
        self.declared.setdefault(kind, {}).setdefault(key.text, (key, value))

    def refer(self, kind: Kind, node: Scalar) -> None:
        """Note that `node` must name a declared thing of this kind."""
        self.references.append(Reference(kind, node))

    def names(self, kind: str, owner: str = "") -> dict[str, tuple[Scalar, Node]]:
        """Return every declared id of a kind with its key and its value in the file."""
        return self.declared.get((kind, owner), {})

    def nearest(self, word: str, names: Collection[str]) -> str | None:
        """Return the name that was probably meant; None when there is none, or when too many were compared already."""
        self.comparisons += len(names)
        if self.comparisons > MOST_COMPARISONS:
            return None
        return nearest(word, (name for name in names if name not in self.unusable))

    def resolve(self) -> None:
        """Turn every reference to an undeclared id into a fault."""
        for (kind, owner), node in self.references:
            names = self.names(kind, owner)
            if node.text in names or (not names and kind in ALWAYS_DECLARED):
                continue
            label = LABELS[kind] + (f" of {owner}" if owner else "")
            if kind == "candidate" and node.text in self.names("group"):
                suggestion: str | None = f"{{group: {node.text}}}"
            else:
                suggestion = self.nearest(node.text, names)
            if kind == "group" and node.text in self.names("candidate"):
                label += f" ({node.text} is a candidate)"
            if not names:
                label += " (there is none)"
            self.fault(node, found(node), label, suggestion)
