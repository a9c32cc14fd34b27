"""The shelf of named procedures: data files with the rules of institutions and the mechanisms of theory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from placet.case.catalog import Catalog
from placet.case.spoken import nearest
from placet.errors import QuestionError
from placet.procedures.build_clauses import CLAUSES
from placet.procedures.build_games import GAMES
from placet.procedures.rules import FIELDS, Field, ListField, Rules, Source

SHELVES = ("institutions", "theory")
"""The folders of data files: rules that institutions have written, and mechanisms that theory recommends."""

MECHANISMS = (
    "strike-and-rank",
    "alternate-strikes",
    "rule-of-k-names",
    "simultaneous-veto",
    "gradual-veto",
    "alternating-offers",
    "fallback",
    "picks",
    *CLAUSES,
    *GAMES,
)

UNSTATED = "unstated"
"""What a data file writes for a field that the source does not state."""


@cache
def rules_on_shelf() -> Catalog[Rules]:
    """Return every named procedure, those of institutions first, each by its id."""
    return Catalog((rules.id, rules) for shelf in SHELVES for rules in _shelf(shelf))


def rules_of(name: str) -> Rules:
    """Return the rules of one procedure.

    Raises
    ------
    QuestionError
        If there is none of this name.
    """
    known = rules_on_shelf()
    if name not in known:
        alike = [id_ for id_ in known if name and name in id_]
        others = f", such as {' or '.join(alike)}" if alike else " (`placet procedures` lists them)"
        raise QuestionError(f"“{name}”", f"the name of a procedure{others}", None if alike else nearest(name, known))
    return known[name]


def _shelf(shelf: str) -> Iterator[Rules]:
    folder = resources.files("placet.procedures") / shelf
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            # The base loader leaves every scalar a word: `no` and `on` mean nothing else here.
            yield parse_rules(yaml.load(entry.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), shelf)  # noqa: S506


def parse_rules(written: Mapping[str, Any], shelf: str) -> Rules:
    """Return the rules that a data file holds.

    Raises
    ------
    QuestionError
        If a field is missing, unknown, or names no source of the file.
    """
    name = written["id"]
    fields = written["fields"]
    for field in sorted(set(fields) ^ set(FIELDS)):
        raise QuestionError(
            f"{name}: {field} {'unknown' if field in fields else 'missing'}", "every field, and no other"
        )
    if written["mechanism"] not in MECHANISMS:
        raise QuestionError(f"{name}: the mechanism {written['mechanism']}", "one that is built")
    sources = Catalog((key, _source(key, entry)) for key, entry in written["sources"].items())
    read = Catalog((field, _field(fields[field])) for field in FIELDS)
    for field, entry in read.items():
        if entry.is_stated and entry.source not in sources:
            raise QuestionError(f"{name}: {field} from {entry.source}", "a source of the file")
    return Rules(
        id=name,
        shelf=shelf,
        title=written["title"],
        mechanism=written["mechanism"],
        citation=written["citation"],
        authority=None if written["authority"] == "none" else written["authority"],
        fields=read,
        lists=tuple(_list(key, entry) for key, entry in written.get("lists", {}).items()),
        sources=sources,
        weaknesses=tuple(written.get("weaknesses", ())),
        notes=tuple(written.get("notes", ())),
    )


def _source(key: str, written: Mapping[str, str]) -> Source:
    if written["read"] not in {"text", "excerpt", "memory"}:
        raise QuestionError(f"{key}: read {written['read']}", "text, excerpt or memory")
    return Source(key, written["title"], written.get("url"), written["read"], date.fromisoformat(written["by"]))


def _field(written: str | Mapping[str, str]) -> Field:
    if isinstance(written, str):
        if written != UNSTATED:
            raise QuestionError(f"“{written}” without a source", UNSTATED)
        return Field(None, None, None)
    return Field(written.get("value"), written.get("says"), written.get("source"))


def _list(key: str, written: Mapping[str, Any]) -> ListField:
    wanted = written["strikes"]
    strikes = None if wanted in {"any", UNSTATED} else int(wanted)
    fill_from = tuple(written.get("fill_from", ()))
    return ListField(key, int(written["size"]), int(written.get("seats", 1)), strikes, fill_from, wanted != UNSTATED)
