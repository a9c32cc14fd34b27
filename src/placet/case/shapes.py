"""The shapes of lists, records and catalogs in a case file, out of which `placet.case.layout` declares the whole.

One declaration both reads and gives the JSON Schema. It is our own and not pydantic's because positions, nearest names
and sentences are the product here, and because start-up is 0.1 s shorter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from placet.case.faults import Reading
from placet.case.leaves import BROKEN, Broken, Read, Schema, Shape, wrong
from placet.case.spoken import found
from placet.case.tree import Mapping, Node, Scalar, Sequence

Item = TypeVar("Item")


@dataclass(frozen=True)
class ListOf(Generic[Item]):
    """A list of at least `least` values; with `distinct` none may stand twice."""

    item: Shape[Item]
    expected: str
    least: int = 0
    distinct: bool = False

    def read(self, node: Node, reading: Reading) -> tuple[Item, ...] | Broken:
        """Return the values; broken if one of them is."""
        if not isinstance(node, Sequence):
            return wrong(node, reading, self.expected)
        if len(node.items) < self.least:
            reading.fault(node, f"a list of {len(node.items)}" if node.items else "an empty list", self.expected)
            return BROKEN
        values: list[Item] = []
        seen: dict[Item, Node] = {}
        is_broken = False
        for part in node.items:
            value = self.item.read(part, reading)
            if value is BROKEN:
                is_broken = True
                continue
            if self.distinct and value in seen:
                first = seen[value]
                where = f"it stands already on line {first.line}, column {first.column}"
                reading.fault(part, f"{found(part)} a second time", f"each one once ({where})")
                is_broken = True
                continue
            if self.distinct:
                seen[value] = part
            values.append(value)
        return BROKEN if is_broken else tuple(values)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an array."""
        described: Schema = {"type": "array", "items": self.item.schema(defs)}
        if self.least:
            described["minItems"] = self.least
        if self.distinct:
            described["uniqueItems"] = True
        return described


@dataclass(frozen=True)
class ByForm:
    """Different shapes for a single value, a list and named values; a form that is left out is refused."""

    expected: str
    single: Shape[Any] | None = None
    listed: Shape[Any] | None = None
    named: Shape[Any] | None = None

    def read(self, node: Node, reading: Reading) -> Any:
        """Return what the shape for this form of node makes of it."""
        shapes = {Scalar: self.single, Sequence: self.listed, Mapping: self.named}
        shape = shapes[type(node)]
        if shape is None or (isinstance(node, Scalar) and node.is_nothing):
            return wrong(node, reading, self.expected)
        return shape.read(node, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of a choice between forms."""
        shapes = (self.single, self.listed, self.named)
        return {"anyOf": [shape.schema(defs) for shape in shapes if shape is not None]}


@dataclass(frozen=True)
class OrNothing(Generic[Item]):
    """A value, or nothing (None)."""

    shape: Shape[Item]

    @property
    def expected(self) -> str:
        """What the value is."""
        return self.shape.expected

    def read(self, node: Node, reading: Reading) -> Item | Broken | None:
        """Return the value or None."""
        return None if isinstance(node, Scalar) and node.is_nothing else self.shape.read(node, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of the value or null."""
        return {"anyOf": [self.shape.schema(defs), {"type": "null"}]}


@dataclass(frozen=True)
class Made(Generic[Item, Read]):
    """A shape whose value is turned into something else."""

    shape: Shape[Item]
    make: Callable[[Item], Read]

    @property
    def expected(self) -> str:
        """What the shape expects."""
        return self.shape.expected

    def read(self, node: Node, reading: Reading) -> Read | Broken:
        """Return what is made of the value."""
        value = self.shape.read(node, reading)
        return BROKEN if isinstance(value, Broken) else self.make(value)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the shape's schema."""
        return self.shape.schema(defs)


@dataclass(frozen=True)
class Named(Generic[Item]):
    """A shape that may hold itself; `shape` gives it when it is needed, `name` stands for it in the schema."""

    name: str
    expected: str
    shape: Callable[[], Shape[Item]]

    def read(self, node: Node, reading: Reading) -> Item | Broken:
        """Return what the shape reads."""
        return self.shape().read(node, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return a reference to the schema, which is added to `defs` once."""
        if self.name not in defs:
            defs[self.name] = {}
            defs[self.name] = self.shape().schema(defs)
        return {"$ref": f"#/$defs/{self.name}"}
