"""The shapes of values by id: catalogs, which declare ids, and maps, which mostly refer to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from placet.case.catalog import Catalog
from placet.case.faults import Kind, Reading
from placet.case.ids import Id, is_id, why_no_id
from placet.case.leaves import BROKEN, Broken, Schema, Shape, wrong
from placet.case.records import Record, Variants
from placet.case.spoken import found
from placet.case.tree import Mapping, Node, Scalar


def check_id(key: Scalar, reading: Reading) -> None:
    """Add a fault if a name cannot be an id; it is then never suggested either."""
    if not is_id(key.text) or key.is_nothing:
        reading.fault(key, found(key), why_no_id(key.text))
        reading.unusable.add(key.text)


@dataclass(frozen=True)
class CatalogOf:
    """Nouns by id, declared here: others may refer to them.

    `noun` reads the value of each id, which it is given under the name `attribute`.
    """

    kind: str
    noun: Record | Variants
    expected: str
    least: int = 0
    attribute: str = "id"
    refers: bool = False

    def read(self, node: Node, reading: Reading) -> Catalog[Any] | Broken:
        """Return the nouns that could be read; broken only if none can."""
        if not isinstance(node, Mapping):
            return wrong(node, reading, self.expected)
        if len(node.pairs) < self.least:
            return wrong(node, reading, self.expected)
        nouns = {}
        for key, value in node.pairs:
            reading.declare((self.kind, ""), key, value)
            if self.refers:
                reading.refer(("side", ""), key)
            else:
                check_id(key, reading)
            noun = self.noun.read(value, reading, **{self.attribute: key.text})
            if noun is not BROKEN:
                nouns[key.text] = noun
        return Catalog(nouns)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an object whose names are ids."""
        Id().schema(defs)
        described: Schema = {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/id"},
            "additionalProperties": self.noun.schema(defs),
        }
        return {**described, "minProperties": self.least} if self.least else described


@dataclass(frozen=True)
class MapOf:
    """Values by name. `kind` is what the names refer to; for a `declares` they are declared here instead.

    Every value is read by `value`, or by what `value_of` gives for its name.
    """

    expected: str
    value: Shape[Any]
    kind: Kind | None = None
    declares: Kind | None = None
    least: int = 0
    most: int | None = None
    value_of: Callable[[str], Shape[Any]] | None = None

    def read(self, node: Node, reading: Reading) -> Catalog[Any] | Broken:
        """Return the values by name; broken if one is."""
        if not isinstance(node, Mapping) or len(node.pairs) < self.least:
            return wrong(node, reading, self.expected)
        if self.most is not None and len(node.pairs) > self.most:
            return wrong(node.pairs[self.most][0], reading, f"only {self.expected}")
        values = {}
        for key, value_node in node.pairs:
            self._name(key, value_node, reading)
            shape = self.value if self.value_of is None else self.value_of(key.text)
            values[key.text] = shape.read(value_node, reading)
        return BROKEN if BROKEN in values.values() else Catalog(values)

    def _name(self, key: Scalar, value: Node, reading: Reading) -> None:
        if self.kind is not None:
            reading.refer(self.kind, key)
            return
        if self.declares is not None:
            reading.declare(self.declares, key, value)
        check_id(key, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an object whose names are ids."""
        Id().schema(defs)
        described: Schema = {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/id"},
            "additionalProperties": self.value.schema(defs),
        }
        bounds = {"minProperties": self.least or None, "maxProperties": self.most}
        return {**described, **{name: bound for name, bound in bounds.items() if bound is not None}}
