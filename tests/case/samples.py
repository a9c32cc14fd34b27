"""A case that uses everything, for tests to break in one place at a time."""

from __future__ import annotations

from pathlib import Path

from placet.case.read import parse_case
from placet.errors import CaseError

EXAMPLE = (Path(__file__).parent / "example.yaml").read_text(encoding="utf-8")


def changed(old, new):
    """Return the example with one passage replaced."""
    assert EXAMPLE.count(old) == 1, f"{old!r} stands {EXAMPLE.count(old)} times in the example"
    return EXAMPLE.replace(old, new)


def read(text, folder=None):
    """Return the case that a text holds."""
    return parse_case(text, "case.yaml", folder)[0]


def faults(text, folder=None):
    """Return the messages of every fault of a text, one a line, without the name of the file."""
    try:
        parse_case(text, "case.yaml", folder)
    except CaseError as error:
        return "\n".join(str(fault).removeprefix("case.yaml:") for fault in error.faults)
    return ""


def warnings(text):
    """Return the messages of every warning, one a line, without the name of the file."""
    return "\n".join(str(fault).removeprefix("case.yaml:") for fault in parse_case(text, "case.yaml")[1])
