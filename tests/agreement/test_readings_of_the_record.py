"""Each point of standing, days and the road map that could be read in two ways, with the reading that holds."""

import pytest

import placet
from agreement.asking import read_text, solve, through_json
from agreement.tiny import CHAIR, HEAD


def spoken(folder, demand, entries):
    """The case with one demand `d` and these statements about it."""
    record = "record:\n" + "".join(f"  - {{{entry}, demand: d, by: A speaker, quote: Words.}}\n" for entry in entries)
    demands = f"demands: {{d: {{side: a, excludes: x{demand}}}}}\n"
    return read_text(folder, HEAD + CHAIR + demands + (record if entries else ""))


def told(folder, demand, entries, on):
    """What the record says of the demand on a day."""
    return through_json(placet.account(spoken(folder, demand, entries), on).to_dict())["demands"]["d"]


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
    assert told(tmp_path, demand, entries, on)["standing"] == expected


@pytest.mark.parametrize(
    ("entries", "since"),
    [
        ([], None),
        (["on: 2012-01, stance: asserts"], "2012-01"),  # with the precision of its source
        (["on: 2012-01-05, stance: asserts", "on: 2012-01-09, stance: reaffirms"], "2012-01-05"),
        (["on: 2012-01-05, stance: asserts", "on: 2012-01-09, stance: softens"], "2012-01-05"),
        (["on: 2012-01-05, stance: asserts", "on: 2012-01-09, stance: withdraws"], "2012-01-09"),
        (["on: 2012-01-05, stance: withdraws", "on: 2012-01-09, stance: reaffirms"], "2012-01-09"),
        (["on: 2012-01-05, stance: asserts, held_since: 2011-06"], "2011-06"),
        (['on: 2012-01-05, stance: asserts, held_since: ".."'], ".."),
        (["on: 2012-01-05, stance: softens"], ".."),
        (["on: 2013-01-05, stance: withdraws"], ".."),
    ],
)
def test_a_demand_stands_or_has_fallen_since_the_statement_that_made_it_so(tmp_path, entries, since):
    assert told(tmp_path, "", entries, "2012-03-01")["since"] == since


def test_a_change_names_the_statements_that_made_it(tmp_path):
    entries = [
        "on: 2012-01-05, stance: asserts",
        "on: 2012-02-05, stance: withdraws",
        "on: 2012-03-05, stance: asserts",
    ]
    answer = placet.compare(spoken(tmp_path, "", entries), "2012-02-04", "2012-02-05").to_dict()
    assert through_json(answer)["changed"] == [{"demand": "d", "from": "stands", "to": "fallen", "statements": [1]}]


def test_two_days_between_which_nothing_changed_give_no_change(tmp_path):
    entries = [
        "on: 2012-01-05, stance: asserts",
        "on: 2012-02-05, stance: withdraws",
        "on: 2012-03-05, stance: asserts",
    ]
    assert placet.compare(spoken(tmp_path, "", entries), "2012-02-04", "2012-03-05").to_dict()["changed"] == []


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
