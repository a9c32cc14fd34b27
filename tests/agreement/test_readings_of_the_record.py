"""Each point of standing, days and the road map that could be read in two ways, with the reading that holds."""

import pytest

import placet
from agreement.asking import read_text, solve, through_json
from agreement.tiny import CHAIR, HEAD


def standing(folder, demand, entries, on):
    """The standing on a day of a demand with these statements."""
    record = "record:\n" + "".join(f"  - {{{entry}, demand: d, by: A speaker, quote: Words.}}\n" for entry in entries)
    case = read_text(
        folder, f"{HEAD}{CHAIR}demands: {{d: {{side: a, excludes: x{demand}}}}}\n{record if entries else ''}"
    )
    return through_json(placet.account(case, on).to_dict())["demands"]["d"]["standing"]


@pytest.mark.parametrize(
    ("demand", "entries", "on", "expected"),
    [
        ("", [], "2012-01-01", "stands"),
        (", presumed: 0.5", [], "2012-01-01", "presumed"),
        (", presumed: 0.5", ["on: 2012-01-05, stance: presumes"], "2012-01-09", "presumed"),
        (", presumed: 0.5", ["on: 2012-01-05, stance: withdraws"], "2012-01-09", "presumed"),
        (", presumed: 0.5", ["on: 2012-01-05, stance: asserts"], "2012-01-04", "unvoiced"),
        (", presumed: 0.5", ["on: 2012-01-05, stance: asserts"], "2012-01-05", "stands"),
        ("", ["on: 2012-01-05, stance: presumes"], "2012-01-01", "stands"),
        ("", ["on: 2012-01-05, stance: asserts"], "2012-01-04", "unvoiced"),
        ("", ["on: 2012-01-05, stance: asserts"], "2012-01-05", "stands"),
        ("", ["on: 2012-01-05, stance: withdraws"], "2012-01-04", "stands"),
        ("", ["on: 2012-01-05, stance: withdraws"], "2012-01-05", "fallen"),
        ("", ["on: 2012-01-05, stance: softens"], "2012-01-04", "stands"),
        ("", ["on: 2012-01-05, stance: softens"], "2012-01-05", "stands"),
        ("", ["on: 2012-01-05, stance: withdraws", "on: 2012-01-07, stance: softens"], "2012-01-08", "fallen"),
        ("", ["on: 2012-01-05, stance: withdraws", "on: 2012-01-07, stance: reaffirms"], "2012-01-07", "stands"),
        ("", ["on: 2012-01-05, stance: withdraws", "on: 2012-01-05, stance: asserts"], "2012-01-06", "undetermined"),
        ("", ["on: 2012-01-05, stance: withdraws", "on: 2012-01-05, stance: asserts"], "2012-01-04", "undetermined"),
        ("", ["on: 2012-01-05, stance: softens", "on: 2012-01-05, stance: asserts"], "2012-01-04", "undetermined"),
        ("", ["on: 2012-01-05, stance: softens", "on: 2012-01-05, stance: asserts"], "2012-01-05", "stands"),
        ("", ["on: 2012-01-05, stance: softens", "on: 2012-01-05, stance: withdraws"], "2012-01-05", "fallen"),
        ("", ["on: 2012-01-05, stance: asserts", "stance: asserts"], "2012-01-06", "undetermined"),
        ("", ["on: 2012-01, stance: asserts"], "2012-01-20", "undetermined"),
        ("", ["on: 2012-01, stance: asserts"], "2012-01-31", "stands"),
        ("", ["on: 2012-01, stance: asserts"], "2011-12-31", "unvoiced"),
        ("", ['on: "[..2012-01-05]", stance: asserts'], "1990-01-01", "undetermined"),
        ("", ['on: "[..2012-01-05]", stance: asserts'], "2012-01-05", "stands"),
        ("", ["on: 2012, stance: asserts", "on: 2012-03-01, stance: withdraws"], "2013-01-01", "undetermined"),
        ("", ["on: 2012, stance: asserts", "on: 2013-03-01, stance: withdraws"], "2013-03-01", "fallen"),
        ("", ["on: 2012, stance: asserts", "on: 2012, stance: reaffirms"], "2013-01-01", "stands"),
        ("", ["on: 2012-01-05, stance: asserts, held_since: 2011-06-01"], "2011-06-01", "stands"),
        ("", ["on: 2012-01-05, stance: asserts, held_since: 2011-06-01"], "2011-05-31", "unvoiced"),
        ("", ["on: 2012-01-05, stance: asserts, held_since: 2011"], "2011-12-30", "undetermined"),
        ("", ['on: 2012-01-05, stance: asserts, held_since: ".."'], "1900-01-01", "stands"),
        (
            "",
            ["on: 2012-01-01, stance: withdraws", 'on: 2012-01-05, stance: asserts, held_since: ".."'],
            "2012-01-01",
            "fallen",
        ),
        (
            "",
            ["on: 2012-01-01, stance: withdraws", 'on: 2012-01-05, stance: asserts, held_since: ".."'],
            "2012-01-02",
            "stands",
        ),
    ],
)
def test_standing_on_a_day(tmp_path, demand, entries, on, expected):
    assert standing(tmp_path, demand, entries, on) == expected


def test_without_a_dated_record_every_voiced_demand_stands(tmp_path):
    answer = solve(
        tmp_path, HEAD + CHAIR + "demands: {d: {side: a, excludes: x}, e: {side: a, excludes: y, presumed: 0.5}}\n"
    )
    assert (answer["on"], answer["count"], answer["cast"]["count"]) == (None, "1", "2")


def test_the_day_is_the_latest_possible_one_in_the_record(tmp_path):
    record = "record: [{on: 2012-02, by: Somebody, quote: Words.}, {on: 2012-01-31, by: Somebody, quote: Words.}]\n"
    assert solve(tmp_path, HEAD + CHAIR + record)["on"] == "2012-02-29"


ROAD = """
roadmap:
  truce: {title: {en: Truce}, done: 2012-02-01}
  talks: {title: {en: Talks}}
  body:  {title: {en: Body}, needs: [talks]}
demands:
  wait: {side: c, blocks: talks, until: truce}
"""


def test_a_demand_blocks_a_step_until_another_is_done(tmp_path):
    before = solve(tmp_path, HEAD + CHAIR + ROAD, on="2012-01-31")["roadmap"]
    after = solve(tmp_path, HEAD + CHAIR + ROAD, on="2012-02-01")["roadmap"]
    assert before["talks"] == {"done": False, "open": False, "blocked_by": ["wait"]}
    assert after["talks"] == {"done": False, "open": True, "blocked_by": []}


def test_a_done_step_is_neither_open_nor_blocked(tmp_path):
    assert solve(tmp_path, HEAD + CHAIR + ROAD, on="2012-02-01")["roadmap"]["truce"] == {
        "done": True,
        "open": False,
        "blocked_by": [],
    }


def test_a_step_that_needs_an_undone_one_is_not_open_though_nothing_blocks_it(tmp_path):
    assert solve(tmp_path, HEAD + CHAIR + ROAD, on="2012-02-01")["roadmap"]["body"] == {
        "done": False,
        "open": False,
        "blocked_by": [],
    }
