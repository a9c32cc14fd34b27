"""What the names of one record must agree on among themselves; the whole case is looked at in `case_checks`."""

from __future__ import annotations

from typing import Any

from placet.case.faults import Reading
from placet.case.nouns import Stance
from placet.case.spoken import found, quoted, series
from placet.case.tree import Mapping, Node

Values = dict[str, Any]


def at(node: Mapping, name: str) -> Node:
    """Return the value of a name, or the whole record where it is missing."""
    return node.get(name) or node


def both_or_neither(node: Mapping, names: tuple[str, str], what: str, reading: Reading) -> None:
    """Add a fault if one of two names stands without the other."""
    for name, other in (names, names[::-1]):
        key = next((key for key, _ in node.pairs if key.text == name), None)
        if key is not None and node.get(other) is None:
            reading.fault(key, f"{quoted(name)} without {quoted(other)}", f"both or neither in {what}")


def check_threshold(node: Mapping, values: Values, reading: Reading) -> None:
    """The votes that are needed cannot be more than there are."""
    needs, of = values.get("needs"), values.get("of")
    if needs is not None and of is not None and needs > of:
        reading.fault(at(node, "needs"), str(needs), f"at most {of}, the number of votes there are")


def check_range(node: Mapping, values: Values, reading: Reading) -> None:
    """The least number of seats cannot be more than the most; and a bound of both kinds is one too many."""
    least, most = values.get("at_least"), values.get("at_most")
    if least is not None and most is not None and least > most:
        reading.fault(at(node, "at_least"), str(least), f"at most {most}, as at_most says")


def check_bounds(node: Mapping, values: Values, reading: Reading) -> None:
    """A quota or a total has at_least, at_most or both, or exactly alone."""
    del values
    given = [key for key, _ in node.pairs if key.text in {"at_least", "at_most", "exactly"}]
    exactly = next((key for key in given if key.text == "exactly"), None)
    if not given:
        reading.fault(node, "a rule without a number", "at_least, at_most or exactly")
    if exactly is not None and len(given) > 1:
        other = series([quoted(key.text) for key in given if key is not exactly], "and")
        reading.fault(exactly, f'"exactly" beside {other}', "exactly alone, or at_least and at_most")


def check_entry(node: Mapping, values: Values, reading: Reading) -> None:
    """An entry of the record says what it does to a demand, or how members voted, completely."""
    both_or_neither(node, ("demand", "stance"), "an entry of the record", reading)
    both_or_neither(node, ("side", "tally"), "an entry of the record", reading)
    held = values.get("held_since")
    if held is None:
        return
    stance = values.get("stance")
    key = next(key for key, _ in node.pairs if key.text == "held_since")
    if stance not in {Stance.ASSERTS, Stance.REAFFIRMS}:
        expected = "held_since only where the stance is asserts or reaffirms"
        reading.fault(key, f'"held_since" with the stance {stance.value}' if stance else '"held_since"', expected)
    said = values.get("on")
    if said is not None and said.latest and not isinstance(held, str) and held.earliest and held.earliest > said.latest:
        reading.fault(at(node, "held_since"), found(at(node, "held_since")), f"a date no later than {said}")


def check_preferences(node: Mapping, values: Values, reading: Reading) -> None:
    """Approvals say everything: a name that is not approved counts 0."""
    del values
    key = next((key for key, _ in node.pairs if key.text == "unscored"), None)
    if key is not None and node.get("approves") is not None:
        reading.fault(key, '"unscored" beside "approves"', "approves alone (every other name counts 0)")
