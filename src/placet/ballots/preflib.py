"""Ballots from a PrefLib file: .soc, .soi, .toc, .toi and .cat, in the form of today and in that of before 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from placet.ballots.assemble import APPROVED, VETOED, Ballot, assemble
from placet.ballots.cells import lines_of
from placet.ballots.csv_layout import APPROVING, REFUSING
from placet.ballots.faults import Faults, quoted
from placet.ballots.profile import MOST_CANDIDATES, Profile

SUFFIXES = (".soc", ".soi", ".toc", ".toi", ".cat")
COMPLETE, STRICT = {".soc", ".toc"}, {".soc", ".soi"}

_HEADER = re.compile(r"#\s*(?P<key>[A-Z ]+?)\s*(?P<number>\d{0,15})\s*:\s*(?P<value>.*)")
_DATA = re.compile(r"\s*(?P<count>\d{1,15})\s*[:,](?P<order>.*)")
_GROUP = re.compile(r"\s*(?:\{(?P<tied>[^{}]*)\}|(?P<alone>[^,{}]*))\s*(?:,|$)")
CONFLICTS = REFUSING | {"conflict", "conflicts"}


@dataclass
class Header:
    """What the lines before the ballots tell."""

    names: dict[int, str] = field(default_factory=dict)
    categories: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """The part of a data line after its count: groups of numbers from the best to the worst, each with its place."""

    number: int
    count: int
    groups: tuple[tuple[tuple[int, str], ...], ...]


def read_preflib(text: str, file: str, suffix: str) -> Profile:
    """Return the profile of a PrefLib file.

    A `.cat` ballot is a ranking with a level for each category, and marks: a category called yes, approved and the
    like approves, one called no, veto, conflict and the like vetoes; if none is called so, the first approves.

    Raises
    ------
    BallotError
        With every mistake of the file.
    """
    faults = Faults(file)
    header = Header()
    lines = list(_lines(text, header, faults))
    if not header.names and not faults.found:
        faults.add(1, 1, "no ALTERNATIVE NAME", "a PrefLib file, with a line for each alternative")
    if not lines and not faults.found:
        faults.add(1, 1, "no ballots", "lines such as 12: 1,2,3")
    names = [header.names[number] for number in sorted(header.names)]
    _check_names(names, faults)
    ballots = [_ballot(line, header, suffix, faults) for line in lines]
    faults.raise_any()
    return assemble(names, ballots)


def _check_names(names: list[str], faults: Faults) -> None:
    for name in sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else ():
        faults.add(1, 1, f"two alternatives called {quoted(name)}", "a name of its own for each alternative")
    if len(names) > MOST_CANDIDATES:
        faults.add(1, 1, f"{len(names)} alternatives", f"at most {MOST_CANDIDATES}")


def _lines(text: str, header: Header, faults: Faults) -> Iterator[Line]:
    """Yield the data lines; what stands before them goes into the header."""
    numbered = [(number, line) for number, line in enumerate(lines_of(text), start=1) if line.strip()]
    if numbered and _is_number(numbered[0][1].strip()):
        numbered = _old_header(numbered, header)
    for number, line in numbered:
        told = _HEADER.match(line)
        if line.startswith("#"):
            if told and told["number"]:
                where = {"ALTERNATIVE NAME": header.names, "CATEGORY NAME": header.categories}.get(told["key"])
                if where is not None:
                    where[int(told["number"])] = told["value"].strip()
            continue
        data = _DATA.fullmatch(line)
        if data is None or int(data["count"]) == 0:
            faults.add(number, 1, quoted(line.strip()), "how many voters, a colon and alternatives, such as 12: 1,2,3")
            continue
        groups = _groups(data["order"], number, data.start("order") + 1, faults)
        if groups is not None:
            yield Line(number, int(data["count"]), groups)


def _old_header(numbered: list[tuple[int, str]], header: Header) -> list[tuple[int, str]]:
    """Take the head of a file of before 2022: how many alternatives, a line for each, and a line of totals."""
    size = int(numbered[0][1])
    for _, line in numbered[1 : size + 1]:
        number, _, name = line.partition(",")
        if _is_number(number.strip()):
            header.names[int(number)] = name.strip()
    return numbered[size + 2 :]


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= 15


def _groups(order: str, number: int, column: int, faults: Faults) -> tuple[tuple[tuple[int, str], ...], ...] | None:
    groups = []
    at = 0
    while at < len(order):
        found = _GROUP.match(order, at)
        if found is None:
            faults.add(number, column + at, quoted(order[at : at + 20]), "alternatives as 1,2,{3,4}")
            return None
        name = "tied" if found["tied"] is not None else "alone"
        places = re.finditer(r"[^,\s][^,]*", found[name])
        groups.append(tuple((column + found.start(name) + one.start(), one[0].strip()) for one in places))
        at = found.end()
    return tuple(groups)


def _ballot(line: Line, header: Header, suffix: str, faults: Faults) -> Ballot:
    ranks: dict[str, int] = {}
    marks: dict[str, int] = {}
    approving, vetoing = _meanings(header.categories)
    for index, group in enumerate(line.groups, start=1):
        if len(group) > 1 and suffix in STRICT:
            faults.add(line.number, group[0][0], "a tie", f"a ranking without ties, as in every {suffix} file")
        for column, word in group:
            number = int(word) if _is_number(word) else 0
            name = header.names.get(number)
            if name is None:
                most = len(header.names)
                faults.add(line.number, column, quoted(word), f"the number of an alternative, from 1 to {most}")
            elif name in ranks:
                faults.add(line.number, column, f"alternative {number} a second time", "every alternative once")
            else:
                ranks[name] = index
                if suffix == ".cat" and (index in approving or index in vetoing):
                    marks[name] = APPROVED if index in approving else VETOED
    if suffix in COMPLETE and len(ranks) < len(header.names):
        found = f"{len(ranks)} of {len(header.names)} alternatives"
        faults.add(line.number, 1, found, f"all of them, as in every {suffix} file")
    return Ballot(ranks, marks, 0, line.count)


def _meanings(categories: dict[int, str]) -> tuple[set[int], set[int]]:
    """Return which categories approve and which veto."""
    called = {index: name.casefold() for index, name in categories.items()}
    approving = {index for index, name in called.items() if name in APPROVING}
    vetoing = {index for index, name in called.items() if name in CONFLICTS}
    return approving or ({1} - vetoing), vetoing
