"""The shapes of records: named values with fixed names, in one form or in several."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from placet.case.faults import Reading
from placet.case.leaves import BROKEN, Schema, Shape, wrong
from placet.case.spoken import quoted, series
from placet.case.tree import Mapping, Node, Scalar


@dataclass(frozen=True)
class Field:
    """One name of a record: the shape of its value, and the attribute it becomes."""

    name: str
    shape: Shape[Any]
    says: str = ""
    required: bool = False
    attribute: str | None = None


Check = Callable[[Mapping, dict[str, Any], Reading], None]
"""Looks at the values of a record that could be read, and adds faults."""


@dataclass(frozen=True)
class Record:
    """Named values with fixed names; `what` says what it describes, `make` builds the value."""

    what: str
    fields: tuple[Field, ...]
    make: Callable[..., Any]
    check: Check | None = None

    @property
    def expected(self) -> str:
        """The record, with the names that it must have."""
        names = [field.name for field in self.fields if field.required] or [field.name for field in self.fields]
        return f"{self.what} with {series(names, 'and' if self.fields[0].required else 'or')}"

    def read(self, node: Node, reading: Reading, **given: Any) -> Any:
        """Return what `make` makes of the values and of `given`."""
        if not isinstance(node, Mapping):
            return wrong(node, reading, self.expected)
        mistakes = reading.mistakes
        values = self.read_parts(node, reading)
        return BROKEN if reading.mistakes > mistakes else self.make(**given, **values)

    def read_parts(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        """Return the values that could be read, by attribute."""
        by_name = {field.name: field for field in self.fields}
        values: dict[str, Any] = {}
        present = set()
        for key, value_node in node.pairs:
            field = by_name.get(key.text)
            if field is None:
                stray(key, value_node, self.what, by_name, reading)
                continue
            present.add(field.name)
            value = field.shape.read(value_node, reading)
            if value is not BROKEN:
                values[field.attribute or field.name] = value
        for field in self.fields:
            if field.required and field.name not in present:
                reading.fault(node, f'{self.what} without "{field.name}"', f"{field.name}: {field.shape.expected}")
        if self.check is not None:
            self.check(node, values, reading)
        return values

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of an object that holds these names and no others."""
        described: Schema = {
            "type": "object",
            "properties": {field.name: _described(field, defs) for field in self.fields},
            "additionalProperties": False,
        }
        required = [field.name for field in self.fields if field.required]
        return {**described, "required": required} if required else described


def stray(key: Scalar, value: Node, what: str, names: Collection[str], reading: Reading) -> None:
    """Add the fault of a name that has no meaning here."""
    if " " in key.text and isinstance(value, Scalar) and value.is_nothing:
        expected = "a name with a colon (words that hold a comma stand in quotation marks)"
        reading.fault(key, f"{quoted(key.text)} after a comma", expected)
        return
    reading.fault(key, f"{quoted(key.text)} in {what}", series(names), reading.nearest(key.text, names))


def _described(field: Field, defs: dict[str, Schema]) -> Schema:
    shape = field.shape.schema(defs)
    return {**shape, "description": field.says} if field.says else shape


@dataclass(frozen=True)
class Variants:
    """A record that takes one of several forms, told apart by the names that stand in it.

    `common` names may stand beside any form. A form is a record; `heads` gives for each the names that announce it.
    With `make`, the common values and the form (as `what`) are made into one value; without, the form is the value.
    """

    what: str
    forms: tuple[tuple[tuple[str, ...], Record], ...]
    common: tuple[Field, ...] = ()
    make: Callable[..., Any] | None = None
    attribute: str = "form"
    lacks: str = "without a rule"
    check: Check | None = None

    @property
    def expected(self) -> str:
        """The record, with the names one of which it must have."""
        return f"{self.what} with {series(self._heads)}"

    @property
    def _heads(self) -> list[str]:
        return [head for heads, _ in self.forms for head in heads]

    def read(self, node: Node, reading: Reading, **given: Any) -> Any:
        """Return the value of the one form that the names announce."""
        if not isinstance(node, Mapping):
            return wrong(node, reading, self.expected)
        form = self._form(node, reading)
        if form is None:
            self._read_common(node, reading)
            return BROKEN
        own = {field.name for field in form.fields}
        common = {field.name for field in self.common}
        mistakes = reading.mistakes
        for key, value in node.pairs:
            if key.text not in own and key.text not in common:
                stray(key, value, self.what, [name.name for name in (*form.fields, *self.common)], reading)
        parts = [pair for pair in node.pairs if pair[0].text in own]
        what = form.read(Mapping(parts, node.line, node.column), reading)
        values = {**given, **self._read_common(node, reading)}
        if self.check is not None:
            self.check(node, values, reading)
        if reading.mistakes > mistakes:
            return BROKEN
        return what if self.make is None else self.make(**values, **{self.attribute: what})

    def _read_common(self, node: Mapping, reading: Reading) -> dict[str, Any]:
        names = {field.name for field in self.common}
        parts = [pair for pair in node.pairs if pair[0].text in names]
        return Record(self.what, self.common, dict).read_parts(Mapping(parts, node.line, node.column), reading)

    def _form(self, node: Mapping, reading: Reading) -> Record | None:
        """Return the form that the names announce; none or two are a fault."""
        keys = {key.text: key for key, _ in node.pairs}
        announced = [(keys[head], form) for heads, form in self.forms for head in heads if head in keys]
        if not announced:
            known = [name.name for _, form in self.forms for name in form.fields] + [name.name for name in self.common]
            strays = [key for key in keys.values() if key.text not in known]
            for key in strays:
                suggestion = reading.nearest(key.text, known)
                reading.fault(key, f"{quoted(key.text)} in {self.what}", series(self._heads), suggestion)
            if not strays:
                reading.fault(node, f"{self.what} {self.lacks}", series(self._heads))
            return None
        first, form = announced[0]
        for key, other in announced[1:]:
            if other is not form and key.text not in {field.name for field in form.fields}:
                reading.fault(key, f"{quoted(key.text)} beside {quoted(first.text)}", f"one of the two in {self.what}")
                return None
        return form

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of a choice between records."""
        records = [Record(self.what, (*form.fields, *self.common), dict) for _, form in self.forms]
        return {"anyOf": [record.schema(defs) for record in records]}
