"""The page that walks through a sealed round: its commands are typed as they stand, each in its own folder."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.sealed import People, Said

pytestmark = pytest.mark.slow  # dozens of processes, each of which stretches a passphrase

PAGE = Path(__file__).parents[2] / "docs" / "sealing.md"
STEP = re.compile(
    r"^<!-- sends (?P<files>[^>]+?) from (?P<who>\w+) to (?P<to>\w+) -->$|^<!-- at (?P<at>\S+) -->$"
    r"|^```sh\n# (?P<people>[^\n]+)\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
SHEET = "name,rank,strike\nAdib,{},\nBasma,,x\nChadia,{},\nDawud,{},\nElias,4,\n"
TIMED = re.compile(r"placet (round (new|receive|close|bundle|outcome|cosign)|open \S+\.zip)")
WITHOUT_KEY = re.compile(r"placet (verify|round (show|status))")


def played(people: People) -> Iterator[tuple[str, str, Said]]:
    """Do what the page says, and yield who typed which command and what it said."""
    at = ""
    for step in STEP.finditer(PAGE.read_text(encoding="utf-8")):
        if step["files"]:
            people.sends(step["who"], step["to"], *step["files"].split())
        elif step["at"]:
            at = step["at"]
        else:
            for who in step["people"].split(", "):
                for line in step["body"].replace("NAME", who).splitlines():
                    words = shlex.split(line)[1:]
                    timed = ["--at", at] if TIMED.match(line) else []
                    if line.startswith("placet keys new"):
                        words += ["--passphrase-file", "../passphrase"]
                    has_key = not WITHOUT_KEY.match(line) and not line.startswith("placet keys")
                    yield who, line, people.does(who, *words, *timed, key=has_key)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    people = People(tmp_path_factory.mktemp("page"))
    (people.root / "keeper" / "list.csv").write_text("name\nAdib\nBasma\nChadia\nDawud\nElias\n", encoding="utf-8")
    (people.root / "north" / "north.csv").write_text(SHEET.format(1, 2, 3), encoding="utf-8")
    (people.root / "south" / "south.csv").write_text(SHEET.format(3, 1, 2), encoding="utf-8")
    return {(who, line): " ".join(one.out.split()) for who, line, one in played(people)}


def test_the_page_comes_to_an_outcome_that_both_sides_can_check(said: dict[tuple[str, str], str]) -> None:
    assert "Appointed: Chadia." in said["keeper", "placet round outcome round"]
    for side in ("north", "south"):
        told = said[side, "placet verify public.zip --round agreement.json"]
        assert "All that was checked holds." in told
        assert "did not cosign" not in told
    assert "FAIL" not in said["north", "placet verify full.zip --round agreement.json"]


def test_the_page_says_what_placet_says(said: dict[tuple[str, str], str]) -> None:
    assert "nothing hides a veto" in said["north", "placet seal north.csv --round agreement.json"]
    assert (
        "Your own shares in the envelopes are the ones promised."
        in said["mediator", "placet open open.zip --check --round agreement.json"]
    )
    assert "Nobody can open without mediator, north and south" in said["south", "placet round show agreement.json"]
    assert "this very sheet" in said["north", "placet verify north.revealed --round agreement.json"]


def test_every_command_of_the_round_stands_on_the_page(said: dict[tuple[str, str], str]) -> None:
    typed = {" ".join(line.split()[1:3]) for _, line in said}
    assert typed >= {"keys new", "round new", "round show", "round agree", "round receive", "round status",
                     "round close", "round cosign", "round bundle", "round outcome"}  # fmt: skip
