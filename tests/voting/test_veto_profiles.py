"""Profiles with their outcomes under several rules, as the literature and its companion code have them."""

import json
import os
from pathlib import Path

import pytest

from placet.ballots.profile import Profile
from placet.voting.rules import RULES
from voting.naive import pareto

DATA = Path(os.environ.get("PLACET_DATA", Path(__file__).parents[3] / "shared" / "data"))
FILE = DATA / "veto-profiles" / "profiles.json"


def load():
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else []


@pytest.fixture(params=load() or [None], ids=lambda entry: entry["name"] if entry else "absent")
def entry(request):
    if request.param is None:
        pytest.skip(f"the profiles are not here: {FILE.name} in the folder that PLACET_DATA names")
    return request.param


def ids(rule, entry):
    return [int(name) for name in RULES[rule](Profile.of(entry["profile"])).names]


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("proportional-veto-core", "veto_core"),
        ("veto-core", "veto_core"),
        ("simultaneous-veto", "simultaneous_veto"),
        ("plurality-veto-core", "plurality_veto_core"),
    ],
)
def test_the_winners_are_those_of_the_collection(entry, rule, key):
    assert ids(rule, entry) == entry[key]


def test_the_lottery_of_veto_by_consumption_is_that_of_the_collection(entry):
    found = RULES["veto-by-consumption"](Profile.of(entry["profile"])).to_dict()
    assert found["lottery"] == entry["veto_by_consumption"]


def test_the_depth_and_the_names_of_fallback_are_those_of_the_collection(entry):
    found = RULES["fallback"](Profile.of(entry["profile"]))
    assert [found.detail["depth"], [int(name) for name in found.names]] == entry["fallback"]


def test_plurality_veto_elects_a_member_of_the_core_of_the_collection(entry):
    assert set(ids("plurality-veto", entry)) <= set(entry["plurality_veto_core"])


def test_the_core_of_the_collection_is_efficient(entry):
    assert set(entry["veto_core"]) <= pareto(entry["profile"]) == set(entry["pareto"])
