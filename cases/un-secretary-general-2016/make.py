"""Write case.yaml beside this file: case.in.yaml with the tallies of straw-polls.csv.

A row of straw-polls.csv is what one source prints of one candidate in one poll; an empty cell is a figure that the
source does not give. Run `python cases/un-secretary-general-2016/make.py`; the same file comes out every time.
"""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

Poll = tuple[str, str]
"""Its number and its day."""

Row = dict[str, str]

FOLDER = Path(__file__).parent
MEMBERS, PERMANENT = 15, 5
ELECTED = MEMBERS - PERMANENT
NO_COLOUR = (
    "The papers had one colour, so that nothing tells whose the discouragements were. Only this follows from the "
    "figures: a candidate whom nobody discouraged was discouraged by no permanent member; of more than ten "
    "discouragements, each beyond the tenth was a permanent member's."
)
AT_MOST = "Only the discouragements were read. They leave no more encouragements than are counted here."


def rows() -> list[Row]:
    """Return the rows of the polls in the order of the file."""
    with (FOLDER / "straw-polls.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def votes(in_favour: str | int, against: str | int = "", silent: str = "") -> str:
    """Return the votes for one candidate as YAML."""
    told = {"for": in_favour, "against": against, "silent": silent}
    return "{" + ", ".join(f"{name}: {number}" for name, number in told.items() if number != "") + "}"


def entry(poll: Poll, side: str, tally: dict[str, str], source: str, assumption: str = "") -> list[str]:
    """Return one entry of the record as YAML."""
    number, day = poll
    counted = ", ".join(f"{candidate}: {cast}" for candidate, cast in tally.items())
    lines = [f"  - {{on: {day}, event: straw-poll-{number}, side: {side}, source: {source},"]
    lines += [f'     assumption: "{assumption}",'] if assumption else []
    return [*lines, f"     tally: {{{counted}}}}}"]


def of_the_council(poll: Poll, told: list[Row]) -> Iterator[list[str]]:
    """Yield the council's tally by each source."""
    for source, printed in groupby(told, key=lambda row: row["source"]):
        of_source = list(printed)
        whole = [row for row in of_source if row["encourage"]]
        tally = {row["candidate"]: votes(row["encourage"], row["discourage"], row["no_opinion"]) for row in whole}
        if tally:
            yield entry(poll, "council", tally, source)
        bounds = {
            row["candidate"]: votes(MEMBERS - int(row["discourage"]), row["discourage"])
            for row in of_source
            if not row["encourage"]
        }
        if bounds:
            yield entry(poll, "council", bounds, source, AT_MOST)


def of_the_permanent_members(poll: Poll, told: list[Row]) -> Iterator[list[str]]:
    """Yield what each source tells of the permanent members, or what the figures of a poll without colours imply."""
    coloured = [row for row in told if row["discourage_permanent"]]
    for source, printed in groupby(coloured, key=lambda row: row["source"]):
        against = {row["candidate"]: int(row["discourage_permanent"]) for row in printed}
        tally = {candidate: votes(PERMANENT - number, number) for candidate, number in against.items()}
        yield entry(poll, "permanent-members", tally, source)
    if not coloured:
        printed_of: dict[str, list[int]] = {}
        for row in told:
            printed_of.setdefault(row["candidate"], []).append(int(row["discourage"] or 1))
        least = {who: min(numbers) - ELECTED for who, numbers in printed_of.items()}
        sure = {who: 0 for who, numbers in printed_of.items() if max(numbers) == 0}
        sure |= {who: number for who, number in least.items() if number > 0}
        tally = {who: votes(PERMANENT - number, number) for who, number in sure.items()}
        yield entry(poll, "permanent-members", tally, told[0]["source"], NO_COLOUR)


def case_yaml() -> str:
    """Return the whole case file."""
    lines: list[str] = []
    for poll, printed in groupby(rows(), key=lambda row: (row["poll"], row["date"])):
        told = list(printed)
        lines.append(f"  # Straw poll {poll[0]}.")
        for one in (*of_the_council(poll, told), *of_the_permanent_members(poll, told)):
            lines += one
    written = (FOLDER / "case.in.yaml").read_text(encoding="utf-8")
    return written.replace("  # TALLIES", "\n".join(lines))


if __name__ == "__main__":
    (FOLDER / "case.yaml").write_text(case_yaml(), encoding="utf-8", newline="\n")
