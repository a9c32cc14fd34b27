"""The harness compares answers before times, says what was not finished, and judges the aims as they are written."""

import json
from dataclasses import replace

import pytest

from harness.judge import Judged, differences, judge, ratios
from harness.machine import described
from harness.processes import read, run
from harness.table import aim_told, aims_told, is_whole, reached_told, row_told, seconds, spread, tables
from harness.values import AtMost, Contender, Faster, Row, Trial, told
from rows.shelf import ROWS

SIZE = {"people": 40}
OURS, PEER, YARD = Contender("ours", ""), Contender("peer", ""), Contender("yard", "", is_yardstick=True)
ROW = Row(
    "made-up",
    "A made-up question",
    "deadlocks:deadlock",
    sizes=(SIZE,),
    quick=(SIZE,),
    seeds=(1,),
    ours=OURS,
    peers=(PEER, YARD),
    compare="harness.compare:same_cost",
    aims=(Faster(10, "peer"),),
    limit=60,
)


def trial(who, search=1.0, status="finished", **more):
    return Trial(
        "made-up", SIZE, 1, who, status, build=0.0, search=search, answer=more.pop("answer", {"cost": 3}), **more
    )


def unfinished(who):
    return trial(who, search=60.0, status="unfinished", answer=None)


def test_answers_that_agree_make_no_difference():
    assert differences(ROW, [trial("ours"), trial("peer")]) == []


def test_another_answer_of_a_peer_is_told_with_both():
    (said,) = differences(ROW, [trial("ours"), trial("peer", answer={"cost": 2})])
    assert said == "made-up {'people': 40} seed 1: peer: 2, ours 3"


def test_a_yardstick_has_no_answer_to_compare():
    assert differences(ROW, [trial("ours"), trial("yard", answer=17)]) == []


@pytest.mark.parametrize("who", ["ours", "peer"])
def test_a_contender_that_fails_is_a_difference(who):
    others = [trial(other) for other in ("ours", "peer") if other != who]
    (said,) = differences(ROW, [*others, trial(who, status="failed", answer="TypeError: no")])
    assert "TypeError: no" in said


def test_a_peer_that_did_not_finish_differs_in_nothing_and_is_slower_by_at_least_so_much():
    trials = [trial("ours", search=2.0), unfinished("peer")]
    assert differences(ROW, trials) == []
    assert [(one.times, one.at_least) for one in ratios(ROW, trials)] == [(30.0, True)]


def test_there_is_no_ratio_where_ours_did_not_finish():
    assert ratios(ROW, [unfinished("ours"), trial("peer")]) == []


@pytest.mark.parametrize(
    ("ours", "peer", "reached", "says"),
    [
        (trial("ours"), trial("peer", search=10.0), 1, "yes"),
        (trial("ours"), trial("peer", search=5.0), 0, "no; missed by a factor of 2 at worst"),
        (trial("ours"), unfinished("peer"), 1, "yes"),
        (trial("ours", search=30.0), unfinished("peer"), 0, "no; open where the other did not finish"),
        (unfinished("ours"), trial("peer"), 0, "no; ours did not finish"),
    ],
)
def test_an_aim_is_reached_missed_or_open(ours, peer, reached, says):
    (judged,) = judge(ROW, [ours, peer])
    assert judged.reached == reached
    assert reached_told(judged) == says


def test_an_aim_in_seconds_may_be_for_the_search_alone():
    slow_to_build = replace(trial("ours", search=1.5), build=1.0)
    row = replace(ROW, aims=(AtMost(2), AtMost(2, "search")))
    assert [one.reached for one in judge(row, [slow_to_build])] == [0, 1]


def test_an_aim_is_judged_only_at_the_size_at_which_it_is_aimed():
    row = replace(ROW, aims=(AtMost(0.5),), aimed_at=({"people": 41},))
    assert judge(row, [trial("ours")]) == []


def test_an_aim_may_be_a_share_of_a_yardstick():
    row = replace(ROW, aims=(Faster(1 / 4, "yard"),))
    assert judge(row, [trial("ours", search=3.0), trial("yard")])[0].reached == 1
    assert judge(row, [trial("ours", search=5.0), trial("yard")])[0].reached == 0
    assert aim_told(row.aims[0]) == "at most 4 times yard"


def test_the_table_has_a_line_for_everybody_and_says_what_was_stopped():
    lines = row_told(ROW, [trial("ours", peak_mb=50), replace(unfinished("peer"), pieces=(1, 2))]).splitlines()
    assert lines[-2] == "| 40 people | ours | 0 ms | 1 s | 1 s | 50 MB |  |"
    assert lines[-1] == "| 40 people | peer |  |  | unfinished at 60 s, 2 found | 0 MB | over 60 |"


def test_a_run_whose_answers_differ_says_so_before_anything_else():
    machine = described([], commit="abc", date="2026-01-01")
    page = tables([ROW], [trial("ours"), trial("peer", search=10.0)], [machine], ["made-up: peer: 2, ours 3"])
    assert page.startswith("**This run has failed: answers differ.** made-up: peer: 2, ours 3\n\nRun of 2026-01-01")
    assert f"Python {machine['python']}" in page


def test_rows_of_another_run_are_told_with_their_own_commit():
    machines = [
        {**described([], commit=name, date="2026-01-01"), "rows": [row]} for name, row in (("a", "x"), ("b", "y"))
    ]
    page = tables([ROW], [trial("ours")], machines)
    assert "**x**: Run of 2026-01-01 at commit `a`" in page
    assert "**y**: Run of 2026-01-01 at commit `b`" in page


def test_the_list_of_aims_leads_to_the_tables():
    assert "| [A made-up question](#made-up) | 10 times faster than peer | yes |" in aims_told(
        [ROW], [trial("ours"), trial("peer", search=10.0)]
    )


def test_several_aims_reached_are_counted():
    assert reached_told(Judged(AtMost(1), 3, 3, 1.2, is_open=False)) == "yes, 3 of 3"
    assert reached_told(Judged(AtMost(1), 2, 3, 0.5, is_open=False)) == "2 of 3; missed by a factor of 2 at worst"


@pytest.mark.parametrize(
    ("answer", "whole"),
    [
        ({"complete": {"conflicts": True, "concessions": False}}, False),
        ({"complete": True}, True),
        ({"criteria": 6, "proven": 5}, False),
        ({"criteria": 6, "proven": 6}, True),
        ({"scores": [1], "proven": False}, False),
        ({"count": "7", "exact": False}, False),
        (17, True),
    ],
)
def test_an_answer_that_says_of_itself_that_it_is_not_complete_is_not_whole(answer, whole):
    assert is_whole(answer) is whole


def test_numbers_are_told_with_two_digits_that_count():
    assert [seconds(one) for one in (0.00123, 0.0456, 0.123, 1.26, 23.4)] == [
        "1.2 ms",
        "46 ms",
        "0.12 s",
        "1.3 s",
        "23 s",
    ]
    assert spread([1.0, 3.0, 2.0]) == "2 s (1 s to 3 s)"
    assert told({"voters": 1_000_000, "candidates": 20}) == "1,000,000 voters, 20 candidates"


def test_a_worker_that_was_stopped_in_the_middle_of_a_line_leaves_what_it_had_found():
    lines = ['["began", null]', '["piece", ["MUS", ["d1"]]]', '["piece", ["MU']
    assert read(unfinished("peer"), lines, "").pieces == (["MUS", ["d1"]],)


def test_a_worker_that_died_before_it_began_has_failed_with_what_it_printed():
    found = read(unfinished("peer"), [], "ModuleNotFoundError: no cpmpy")
    assert (found.status, found.answer) == ("failed", "ModuleNotFoundError: no cpmpy")


def test_ours_and_a_peer_do_the_same_work_each_in_a_process_of_its_own():
    row = ROWS["count-classes"]
    trials = [run(row, one, row.quick[0], 1) for one in row.contenders]
    assert [one.status for one in trials] == ["finished", "finished"]
    assert differences(row, trials) == []
    assert all(one.peak_mb > 5 and one.runs > 1 and one.whole > 0 for one in trials)


def test_who_takes_longer_than_the_limit_is_stopped_by_the_system():
    row = replace(ROWS["count-classes"], limit=1.0)
    found = run(row, row.peers[0], {"candidates": 20_000, "percent_eligible": 50}, 1)
    assert (found.status, found.search) == ("unfinished", 1.0)


def test_a_contender_that_raises_is_told_with_what_it_said():
    row = ROWS["count-panel"]
    found = run(row, Contender("nobody", ""), row.quick[0], 1)
    assert found.status == "failed"
    assert "ValueError" in found.answer


def test_a_trial_is_plain_json_once_kept():
    import run as runner  # noqa: PLC0415 -- the name of the script is also that of a function here

    kept = runner.kept(trial("ours", answer={"complete": True, "conflicts": ["d1"] * 200}, pieces=(1, 2)))
    assert json.loads(json.dumps(kept))["answer"]["complete"] is True
    assert kept["pieces"] == [None, None]
