"""The JSON Schema of a case file, from the same declaration that reads it."""

from __future__ import annotations

from typing import Any

from placet.case.layout import CASE


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a case file.

    It knows what one place of the file may hold. That ids are declared, circles, and sums are beyond it: `read_case`
    sees these.
    """
    defs: dict[str, Any] = {}
    described = CASE.schema(defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A placet case",
        "description": "Who must consent, who can be appointed to what, and what each side demands.",
        **described,
        "$defs": dict(sorted(defs.items())),
    }
