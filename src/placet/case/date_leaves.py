"""The shapes of dates in a case file: one day, or as precisely as a source gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from placet.case.dates import When, parse_when
from placet.case.faults import Reading
from placet.case.leaves import Broken, Schema, wrong
from placet.case.nouns import ALWAYS
from placet.case.tree import Node, Scalar


@dataclass(frozen=True)
class ImpreciseDate:
    """A date as precisely as a source gives it."""

    expected: str = 'a date such as 2011, 2011-08, 2011-08-18 or "[..2013-05-09]"'

    def read(self, node: Node, reading: Reading) -> When | Broken:
        """Return the date."""
        if not isinstance(node, Scalar) or node.is_nothing:
            return wrong(node, reading, f"{self.expected} (in quotation marks where it holds brackets)")
        try:
            return parse_when(node.text)
        except ValueError as error:
            return wrong(node, reading, f"a date: {str(error).removeprefix('write a date as ')}")

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a date; a bare year is a number in JSON."""
        day = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
        return {
            "anyOf": [
                {"type": "string", "pattern": rf"^({day}|\[ *({day})? *\.\. *({day})? *\])$"},
                {"type": "integer", "minimum": 1, "maximum": 9999},
            ]
        }


@dataclass(frozen=True)
class Day:
    """One day."""

    expected: str = "a day such as 2013-05-07"

    def read(self, node: Node, reading: Reading) -> date | Broken:
        """Return the day."""
        if not isinstance(node, Scalar) or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text) is None:
            return wrong(node, reading, self.expected)
        try:
            return date.fromisoformat(node.text)
        except ValueError:
            return wrong(node, reading, f"{self.expected} that the calendar has")

    def schema(self, defs: dict[str, Schema]) -> Schema:  # noqa: ARG002
        """Return the schema of a day."""
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True)
class HeldSince:
    """A date, or ``..``: as far back as the last contrary statement."""

    expected: str = 'a date, or ".." for as far back as can be'

    def read(self, node: Node, reading: Reading) -> When | str | Broken:
        """Return the date, or ``..``."""
        if isinstance(node, Scalar) and node.text == ALWAYS:
            return ALWAYS
        return ImpreciseDate(self.expected).read(node, reading)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Return the schema of a date or ``..``."""
        return {"anyOf": [ImpreciseDate().schema(defs), {"const": ALWAYS}]}
