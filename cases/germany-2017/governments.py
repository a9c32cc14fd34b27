"""Print which governments nobody refused, day by day.

`python cases/germany-2017/governments.py` lists, for each day on which something changed, every set of parties with a
majority to which no party objects. A set in brackets is refused only by what others expect and the parties have not
said; a star marks a party whose seats the others do not need.
"""

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import placet
from placet.case.catalog import Catalog
from placet.record.status import Status

Parties = tuple[str, ...]

MAJORITY = 355
"""More than half of the 709 members."""

DAYS = ("2017-09-23", "2017-09-24", "2017-11-19", "2018-01-21", "2018-03-14")
SHORT = {"cdu-csu": "CDU/CSU", "spd": "SPD", "afd": "AfD", "fdp": "FDP", "linke": "Left", "gruene": "Greens"}


def majorities(case: placet.Case) -> Iterator[Parties]:
    """Yield every set of parties whose members are a majority."""
    for size in range(1, len(case.candidates) + 1):
        for parties in combinations(case.candidates, size):
            if sum(mandates(case, party) for party in parties) >= MAJORITY:
                yield parties


def mandates(case: placet.Case, party: str) -> int:
    """Return the seats of a party in parliament."""
    return int(case.candidates[party].traits["mandates"])


def told(case: placet.Case, parties: Parties) -> str:
    """Return a set of parties in words, with a star at each that the others do not need."""
    total = sum(mandates(case, party) for party in parties)
    names = [SHORT[party] + ("*" if total - mandates(case, party) >= MAJORITY else "") for party in parties]
    return f"{' + '.join(names)} {total}"


def governments(case: placet.Case, day: str) -> tuple[list[Parties], list[Parties]]:
    """Return the governments that nobody refuses on a day, and those that are only expected to be refused."""
    zone = placet.Zone(case, on=day)
    possible, expected = [], []
    for parties in majorities(case):
        verdict = zone.check(placet.Settlement(Catalog({"government": parties}), Catalog()))
        if verdict.is_acceptable:
            possible.append(parties)
        elif all(one.standing.standing is Status.PRESUMED for one in verdict.objections):
            expected.append(parties)
    return possible, expected


def main() -> None:
    """Print the table."""
    case = placet.read_case(Path(__file__).parent)
    for day in sys.argv[1:] or DAYS:
        possible, expected = governments(case, day)
        print(day)
        if not possible:
            print("  none that nobody is known or expected to refuse")
        for parties in possible:
            print(f"  {told(case, parties)}")
        for parties in expected:
            print(f"  ({told(case, parties)})")


if __name__ == "__main__":
    main()
