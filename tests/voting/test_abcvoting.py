"""Approval ballots of abcvoting's collection, for which it lists every winning committee by approvals."""

import os
from pathlib import Path

import numpy as np
import pytest
import yaml

from placet.ballots.profile import Profile
from placet.voting.rules import RULES

DATA = Path(os.environ.get("PLACET_DATA", Path(__file__).parents[3] / "shared" / "data"))
FILES = sorted((DATA / "abcvoting").glob("instance[SM]*.abc.yaml"))


@pytest.mark.parametrize("file", FILES or [None], ids=lambda file: file.name.partition(".")[0] if file else "absent")
def test_who_has_most_approvals_is_first_on_every_committee_by_approvals(file):
    if file is None:
        pytest.skip("the instances are not here: abcvoting in the folder that PLACET_DATA names")
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    marks = np.zeros((len(told["profile"]), told["num_cand"]), np.int8)
    for row, approved in zip(marks, told["profile"], strict=True):
        row[list(approved)] = 1
    profile = Profile(tuple(map(str, range(told["num_cand"]))), marks=marks)
    winners = {int(name) for name in RULES["net-approval"](profile).names}
    committees = next(
        one["result"] for one in told["compute"] if one["rule_id"] == "av" and not one["resolute"] and one["result"]
    )
    for committee in map(set, committees):
        assert winners <= committee if len(winners) <= told["committeesize"] else committee <= winners
