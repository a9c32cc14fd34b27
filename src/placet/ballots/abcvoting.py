"""Approval ballots from the YAML files of abcvoting."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from placet.ballots.assemble import APPROVED, Ballot, assemble
from placet.ballots.faults import Faults, quoted
from placet.ballots.profile import MOST_CANDIDATES, Profile

SUFFIXES = (".yaml", ".yml")
KEYS = {"description", "profile", "num_cand", "committeesize", "compute", "voter_weights"}
_WHOLE = re.compile(r"\d{1,15}")


def read_abcvoting(text: str, file: str) -> Profile:
    """Return the profile of an abcvoting file: `profile`, and `num_cand` and `voter_weights` where it has them.

    Candidates are called by their numbers, from 0. What the file says of a size and of winners is not read.

    Raises
    ------
    BallotError
        With every mistake of the file.
    """
    faults = Faults(file)
    parts = _parts(text, faults)
    faults.raise_any()
    voters = parts.get("profile")
    if not isinstance(voters, yaml.SequenceNode) or not voters.value:
        faults.add(*_place(voters), "no list called profile", "profile: a list of whom each voter approves")
    faults.raise_any()
    approvals = [_numbers(voter, faults) for voter in _items(voters)]
    size = _whole(parts["num_cand"], faults) if "num_cand" in parts else None
    most = max((number for voter in approvals for number, _ in voter), default=-1)
    count = most + 1 if size is None else size
    if not 1 <= count <= MOST_CANDIDATES:
        faults.add(*_place(parts.get("num_cand", voters)), f"{count} candidates", f"from 1 to {MOST_CANDIDATES}")
    for voter in approvals:
        for number, node in voter:
            if number >= count:
                faults.add(*_place(node), f"candidate {number}", f"a number from 0 to {count - 1}")
    weights = _weights(parts.get("voter_weights"), len(approvals), faults)
    faults.raise_any()
    names = tuple(map(str, range(count)))
    return assemble(
        names,
        [
            Ballot({}, {str(number): APPROVED for number, _ in voter}, 0, weight)
            for voter, weight in zip(approvals, weights, strict=True)
        ],
    )


def _parts(text: str, faults: Faults) -> dict[str, yaml.Node]:
    """Return the values of the file by name."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as mistake:
        mark = mistake.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        faults.add(line, column, mistake.problem or "text that is not YAML", "YAML as abcvoting writes it")
        return {}
    except (yaml.YAMLError, RecursionError):
        faults.add(1, 1, "text that is not YAML", "YAML as abcvoting writes it")
        return {}
    if not isinstance(root, yaml.MappingNode):
        faults.add(1, 1, "no named values", "profile: [[0, 1], [2]], as abcvoting writes it")
        return {}
    found: dict[str, yaml.Node] = {}
    for key, value in root.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name not in KEYS:
            faults.add(*_place(key), quoted(str(name)), f"one of {', '.join(sorted(KEYS))}")
        elif name in found:
            faults.add(*_place(key), f"{name} a second time", "every name once")
        found[name] = value
    return found


def _items(node: yaml.Node | None) -> Iterable[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else ()


def _numbers(voter: yaml.Node, faults: Faults) -> list[tuple[int, yaml.Node]]:
    """Return whom a voter approves, each with its place in the file."""
    if not isinstance(voter, yaml.SequenceNode):
        faults.add(*_place(voter), "no list", "whom a voter approves, such as [0, 2]")
        return []
    found: dict[int, yaml.Node] = {}
    for node in voter.value:
        number = _whole(node, faults)
        if number in found:
            faults.add(*_place(node), f"candidate {number} a second time", "every candidate once")
        if number is not None:
            found[number] = node
    return list(found.items())


def _whole(node: yaml.Node, faults: Faults) -> int | None:
    if isinstance(node, yaml.ScalarNode) and _WHOLE.fullmatch(node.value):
        return int(node.value)
    shown = quoted(node.value) if isinstance(node, yaml.ScalarNode) else "a list"
    faults.add(*_place(node), shown, "a whole number")
    return None


def _weights(node: yaml.Node | None, voters: int, faults: Faults) -> list[int]:
    if node is None:
        return [1] * voters
    found = [_whole(one, faults) for one in _items(node)]
    weights = [one for one in found if one]
    if len(weights) < len(found) and None not in found:
        faults.add(*_place(node), "a weight of 0", "whole weights from 1")
    if len(found) != voters:
        faults.add(*_place(node), f"{len(found)} weights for {voters} voters", "a weight for each voter")
        return [1] * voters
    return weights if len(weights) == voters else [1] * voters


def _place(node: yaml.Node | None) -> tuple[int, int]:
    return (1, 1) if node is None else (node.start_mark.line + 1, node.start_mark.column + 1)
