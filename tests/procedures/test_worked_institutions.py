"""Worked examples and counts of institutions' rules, as published; misprints in the sources are told."""

import os
from pathlib import Path

import pytest
import yaml

from placet.errors import CaseError
from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.combine import by_last_name, last_name
from placet.procedures.drive import play_out
from placet.procedures.game import paper_of
from placet.procedures.moves import Act, Move
from placet.procedures.rules import guaranteed_survivors
from placet.procedures.sheets import read_sheets
from placet.procedures.shelf import rules_of
from procedures.sheets_made import appoint_with, sheet

DATA = Path(os.environ.get("PLACET_DATA", Path(__file__).parents[3] / "shared" / "data"))


def test_ahla_illustration_1():
    run = appoint_with(
        "ahla",
        sheet("A", ["Smith", "Jones", "Johnson", "Brown", "Murphy"]),
        sheet("B", ["Johnson", "Smith", "Murphy", "Jones", "Brown"]),
    )
    assert run.outcome.appointed == ("Smith",)
    sums = {step["names"][0]: step["value"] for step in run.to_dict()["steps"] if step["event"] == "combined-rank"}
    assert sums == {"Smith": "3", "Johnson": "4", "Jones": "6", "Murphy": "8", "Brown": "9"}


def test_ahla_illustration_2_as_printed_ranks_smith_twice_and_is_refused(tmp_path):
    for side, names in {"A": "Jones Smith Johnson Brown Murphy", "B": "Murphy Smith Jones Johnson Smith"}.items():
        lines = [f"{name},{rank}" for rank, name in enumerate(names.split(), 1)]
        (tmp_path / f"{side}.csv").write_text("name,rank\n" + "\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r'B\.csv:6:1: found "Smith" a second time'):
        read_sheets([tmp_path / "A.csv", tmp_path / "B.csv"])


def test_ahla_illustration_2_with_brown_last_goes_to_the_one_ranked_most_similarly():
    run = appoint_with(  # both sums are 4; the page prints 3
        "ahla",
        sheet("A", ["Jones", "Smith", "Johnson", "Brown", "Murphy"]),
        sheet("B", ["Murphy", "Smith", "Jones", "Johnson", "Brown"]),
    )
    assert run.outcome.appointed == ("Smith",)
    assert [(step.rule, step.kind) for step in run.steps if step.rule.startswith("tie")] == [
        ("tie: least-gap", "tie-broken")
    ]


@pytest.mark.parametrize(("case_number", "winner"), [("17", "Jones"), ("18", "Smith")])
def test_ahla_illustration_3_by_the_case_number(case_number, winner):
    run = appoint_with(  # the sums are 3; the page prints 4
        "ahla",
        sheet("A", ["Jones", "Smith", "Johnson", "Brown", "Murphy"]),
        sheet("B", ["Smith", "Jones", "Brown", "Johnson", "Murphy"]),
        settings={"case-number": case_number},
    )
    assert run.outcome.appointed == (winner,)


@pytest.mark.parametrize(
    ("size", "strikes", "parties", "left"),
    [
        (8, 4, 2, 0),  # FINRA before 2010
        (10, 4, 2, 2),
        (15, 6, 2, 3),
        (10, 4, 3, 0),
        (3, 1, 2, 1),
        (5, 2, 2, 1),
        (20, 8, 2, 4),
        (11, 5, 2, 1),  # NBA
        (7, 3, 2, 1),  # New York PERB
        (11, None, 2, 0),  # JAMS by contract: any number of strikes
    ],
)
def test_guaranteed_survivors(size, strikes, parties, left):
    assert guaranteed_survivors(size, strikes, parties) == left


def strikes_made(names, parties, left, order):
    """How many strikes each party makes until so many are left."""
    state = AlternateStrikes(survivors=left).start(paper_of(names, parties, order))

    def strikes_first(state, actor):
        return Move(Act.STRIKE, state.moves(actor).names[:1])

    (branch,) = play_out(state, strikes_first)
    made = [event.by.id for event in branch.state.log if event.kind == "strike"]
    return [made.count(party) for party in order]


NAMES = [f"name {number:02d}" for number in range(15)]


def test_nba_appeals_panel_six_strikes_a_side():
    assert strikes_made(NAMES, "ab", 3, "ab") == [6, 6]


def test_nba_player_discipline_the_coin_gives_one_strike_more():
    assert strikes_made(NAMES[:10], "ab", 1, "ab") == [5, 4]


def test_nfl_system_arbitrator_eight_strikes_then_two():
    assert strikes_made(NAMES[:11], "ab", 3, "ab") == [4, 4]
    assert strikes_made(NAMES[:11], "ab", 1, "ab") == [5, 5]


def test_united_states_v_gilbert_2018_allotted_strikes_are_all_used():
    caps = {"government": 7, "defendant 1": 5, "defendant 2": 5, "defendant 3": 5}
    pool = [f"juror {number:02d}" for number in range(1, 12 + 22 + 1)]
    state = AlternateStrikes(survivors=12).start(paper_of(pool, caps, tuple(caps), caps))
    (branch,) = play_out(state, lambda here, actor: Move(Act.STRIKE, here.moves(actor).names[:1]))
    made = [event.by.id for event in branch.state.log if event.kind == "strike"]
    assert {party: made.count(party) for party in caps} == caps
    assert len(branch.state.outcome.appointed) == 12


WHERE = {
    "finra-customer-one-arbitrator": "finra-one-arbitrator",
    "ny-perb-207-7": "ny-perb-207-7",
    "nba-system-arbitrator": "nba-system-arbitrator",
    "nba-appeals-panel": "nba-appeals-panel",
}


@pytest.mark.parametrize("record", WHERE)
def test_sizes_and_caps_are_those_of_the_record_that_was_read(record):
    if not (DATA / "arbitration").exists():
        pytest.skip(f"there is no {DATA / 'arbitration'}; PLACET_DATA names the folder of the data")
    read = {entry["id"]: entry for entry in yaml.safe_load((DATA / "arbitration" / "rules.yaml").read_text("utf-8"))}
    rules = rules_of(WHERE[record])
    assert rules.fields["list"].value == str(read[record]["list"]["size"])
    cap = read[record]["marks"].get("strike_cap")
    if isinstance(cap, int):
        assert rules.fields["strikes"].value == str(cap)


def test_finra_three_lists_are_those_of_the_record_that_was_read():
    found = {entry.id: (entry.size, entry.strikes) for entry in rules_of("finra-three-arbitrators").lists}
    assert found == {"chair": (10, 4), "public": (15, 6), "non-public": (10, 10)}


@pytest.mark.parametrize(
    ("name", "last"),
    [("Smith", "smith"), ("A. B. Smith", "smith"), ("Smith, A. B.", "smith"), ("De la Cruz, Z.", "de la cruz")],
)
def test_the_last_name_is_the_last_word_or_stands_before_a_comma(name, last):
    assert last_name(name) == last


def test_names_with_the_same_last_name_are_told_apart_by_the_whole():
    names = ("Zoe Adams", "Adams, Bea", "Carl Young")
    assert by_last_name(names, is_odd=True) == ("Adams, Bea", "Zoe Adams", "Carl Young")
    assert by_last_name(names, is_odd=False) == ("Carl Young", "Zoe Adams", "Adams, Bea")
