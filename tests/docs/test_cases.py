"""The cases that come with placet say what their pages promise."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
DATA = Path(os.environ.get("PLACET_DATA", ROOT.parent / "shared" / "data"))
ARTICLE = DATA / "syria-2013" / "article.txt"


def ask(verb, case, *more):
    """What placet answers, as the JSON contract has it."""
    command = [sys.executable, "-m", "placet", verb, str(CASES / case), *more, "--json"]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def changes():
    return ask("compare", "syria-2013", "2013-05-06", "2013-05-08")


@pytest.fixture(scope="module")
def eve():
    return ask("solve", "syria-2013", "--on", "2013-05-06")


@pytest.fixture(scope="module")
def record():
    return ask("record", "syria-2013")


@pytest.fixture(scope="module")
def cabinet():
    return ask("solve", "cabinet")


def test_in_moscow_the_condition_fell_and_nothing_else_changed(changes):
    fell = [(change["demand"], change["from"], change["to"]) for change in changes["changed"]]
    assert fell == [("us-condition", "stands", "fallen")]


def test_the_step_that_the_condition_blocked_opened(changes):
    step = changes["steps"]["joint-work"]
    assert (step["from"]["open"], step["from"]["blocked_by"]) == (False, ["us-condition"])
    assert (step["to"]["open"], step["to"]["blocked_by"]) == (True, [])


def test_the_conference_stays_blocked_by_the_opposition(changes):
    step = changes["steps"]["conference"]
    assert step["from"] == step["to"]
    assert (step["to"]["open"], step["to"]["blocked_by"]) == (False, ["leave-first"])


def test_the_opposition_has_demanded_it_as_far_back_as_the_record_goes(record):
    assert record["demands"]["leave-first"]["side"] == "opposition"
    assert record["demands"]["leave-first"]["since"] == ".."


def test_the_zone_is_the_same_before_and_after(changes):
    assert changes["zone"]["from"] == changes["zone"]["to"]
    assert (changes["zone"]["to"]["feasible"], changes["zone"]["to"]["count"]) == (True, "4")


def test_assad_is_excluded_by_words_said_aloud_and_the_front_only_by_presumption(eve):
    assert eve["excluded"] == {"assad": ["no-assad"], "nusra-member": ["no-radicals"]}
    # Three of four instead of the only three of three; two choices each for the two terms.
    assert (eve["count"], eve["cast"]["count"]) == (str(1 * 4), str(4 * 4))


def test_what_the_article_presumed_had_been_said(record):
    demands = record["demands"]
    assert (demands["no-assad"]["standing"], demands["no-assad"]["since"]) == ("stands", "2013-02-15")
    assert "presumes" in {statement["stance"] for statement in demands["no-assad"]["statements"]}
    assert demands["no-radicals"]["standing"] == "presumed"


def test_the_call_was_reaffirmed_while_the_condition_had_one_statement(record):
    said = [(statement["on"], statement["stance"]) for statement in record["demands"]["us-call"]["statements"]]
    assert said == [
        ("2011-08", "asserts"),
        ("2011-08-18", "asserts"),
        ("2013-05-07", "reaffirms"),
        ("2013-05-09", "reaffirms"),
    ]
    assert [one["stance"] for one in record["demands"]["us-condition"]["statements"]] == ["withdraws"]


def test_the_sources_disagree_on_two_dates(record):
    assert [event["event"] for event in record["disagreements"]] == ["first-call", "geneva-communique"]


def test_every_statement_on_a_demand_is_quoted_from_a_source(record):
    statements = [one for demand in record["demands"].values() for one in demand["statements"]]
    assert len(statements) >= 8
    assert all(one["quote"] and one["source"] for one in statements)


def test_every_number_of_the_founding_case_says_that_it_is_assumed():
    case = yaml.load((CASES / "syria-2013" / "case.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert all("assumption" in post["seats"] for post in case["posts"].values())
    assert all("assumption" in demand for demand in case["demands"].values() if "presumed" in demand)


@pytest.mark.skipif(not ARTICLE.exists(), reason=f"no copy of the article; PLACET_DATA names its folder ({DATA})")
def test_every_quotation_from_the_article_stands_in_it():
    record = ask("record", "syria-2013", "--check", "--sources", str(ARTICLE.parent))
    statements = [one for demand in record["demands"].values() for one in demand["statements"]]
    checked = [one["checked"] for one in statements if one["source"] == "article"]
    assert len(checked) == 5
    assert all(checked)


@pytest.mark.skipif(not ARTICLE.exists(), reason=f"no copy of the article; PLACET_DATA names its folder ({DATA})")
def test_the_fingerprint_is_that_of_the_article():
    assert hashlib.sha256(ARTICLE.read_bytes()).hexdigest() in (CASES / "syria-2013" / "case.yaml").read_text("utf-8")


def test_the_panel_can_be_filled_and_the_fairest_are_named():
    answer = ask("solve", "arbitration-panel")
    assert (answer["feasible"], answer["count"]) == (True, "55")
    assert {best["criterion"] for best in answer["best"]} == {
        "utilitarian",
        "leximin",
        "nash",
        "kalai-smorodinsky",
        "minimax-regret",
        "equal-concessions",
    }


def test_the_cabinet_is_as_large_as_it_says():
    case = yaml.load((CASES / "cabinet" / "case.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    holders = [side for side in case["sides"].values() if side["consent"] == "true"]
    assert (len(case["posts"]), len(case["candidates"]), len(holders), len(case["demands"])) == (10, 120, 5, 40)


def test_the_cabinet_is_what_its_script_writes():
    spec = importlib.util.spec_from_file_location("make", CASES / "cabinet" / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    assert (CASES / "cabinet" / "case.yaml").read_text(encoding="utf-8") == make.case_yaml()


def test_the_cabinet_is_deadlocked_for_six_reasons_with_ten_ways_out(cabinet):
    assert not cabinet["feasible"]
    assert cabinet["complete"]["conflicts"]
    assert cabinet["complete"]["concessions"]
    assert sorted(len(conflict["demands"]) for conflict in cabinet["conflicts"]) == [2, 2, 2, 3, 3, 4]
    assert len(cabinet["concessions"]) == 10


def test_the_cheapest_way_out_of_the_cabinet_is_the_one_its_page_tells(cabinet):
    cheapest = cabinet["concessions"][0]
    assert set(cheapest["give_up"]) == {"amber-interior", "cobalt-early-vote", "elm-no-cornmantle"}
    assert cheapest["cost"] == 11
    assert {side: cost for side, cost in cheapest["by_side"].items() if cost} == {"amber": 5, "cobalt": 4, "elm": 2}
