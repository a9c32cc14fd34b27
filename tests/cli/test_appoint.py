"""``placet appoint``: a procedure run from sheets, as an administrator does it."""

import json

import pytest

UNION = "name,rank\r\nAsh,1\r\nBirch,2\r\nCedar,3\r\nDouglas,4\r\nElm,5\r\nFir,6\r\nHolly,7\r\n"
EMPLOYER = "\ufeffname;rank\r\nAsh;7\r\nBirch;3\r\nCedar;1\r\nDouglas;2\r\nElm;4\r\nFir;5\r\nHolly;6\r\n"


@pytest.fixture
def sheets(tmp_path, monkeypatch):
    """Two sheets in a folder of their own, saved by two spreadsheets."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "union.csv").write_text(UNION, encoding="utf-8", newline="")
    (tmp_path / "employer.csv").write_text(EMPLOYER, encoding="utf-8", newline="")
    return ("union.csv", "employer.csv")


def test_the_name_and_every_step_with_its_rule(tell, sheets):
    said = tell("appoint", "fmcs-ranking", *sheets)
    assert (said.code, said.err) == (0, "")
    assert "- Appointed: Cedar." in said.out
    assert "Cedar has the combined rank 4. [aggregate: sum]" in said.out


def test_the_json_is_that_of_the_contract_whatever_the_order_of_the_files(tell, sheets):
    said = tell("appoint", "fmcs-ranking", *sheets, "--json")
    answer = json.loads(said.out)
    assert answer["procedure"] == "fmcs-ranking"
    assert answer["outcome"]["appointed"] == ["Cedar"]
    assert {"appointed", "lottery", "impasse", "referred_to"} <= answer["outcome"].keys()
    assert all({"event", "by", "rule"} <= step.keys() for step in answer["steps"])
    assert answer["assumed"] == {}
    assert tell("appoint", "fmcs-ranking", *reversed(sheets), "--json") == said


def test_a_gap_in_the_rule_is_asked_for_with_the_option_that_fills_it(tell, sheets):
    said = tell("appoint", "fmcs-alternate-strike", "union.csv", "--silent", "employer", "--set", "draw=union")
    assert said.code == 2
    assert "a rule that says nothing about “silence”" in said.err
    assert "--set silence=VALUE, agreed by the sides: skipped" in said.err
    filled = tell(
        "appoint", "fmcs-alternate-strike", "union.csv", "--silent", "employer", "--set", "draw=union", "--set",
        "silence=skipped", "--json",
    )  # fmt: skip
    answer = json.loads(filled.out)
    assert answer["assumed"] == {"silence": "skipped"}
    assert answer["outcome"]["appointed"] == ["Ash"]


def test_a_coin_that_was_not_tossed_is_said_to_be_missing(tell, sheets):
    said = tell("appoint", "fmcs-alternate-strike", *sheets)
    assert said.code == 0
    assert "--set draw=WHAT-IT-SHOWS" in " ".join(said.out.split())


def test_what_the_sides_set_is_shown(tell, sheets):
    said = " ".join(tell("appoint", "uncitral-article-8", *sheets, "--set", "aggregate=sum").out.split())
    assert "aggregate: sum. The rule does not state it." in said
    departed = tell("appoint", "fmcs-ranking", *sheets, "--set", "silence=blocks").out
    assert "silence: blocks. The rule has other-side-decides." in departed
    fact = tell("appoint", "ahla", *sheets, "--set", "case-number=7").out
    assert "case-number: 7." in fact


def test_mistakes_are_told_all_at_once_and_as_json(tell, sheets, tmp_path):
    (tmp_path / "union.csv").write_text("name,rank\nAsh,1\nAsh,2\nBirch,zwei\n", encoding="utf-8")
    said = tell("appoint", "fmcs-ranking", *sheets)
    assert said.code == 2
    assert [line.split(": ")[0] for line in said.err.splitlines()] == ["union.csv:3:1", "union.csv:4:7"]
    errors = json.loads(tell("appoint", "fmcs-ranking", *sheets, "--json").out)["errors"]
    assert [(error["file"], error["line"], error["column"]) for error in errors] == [
        ("union.csv", 3, 1),
        ("union.csv", 4, 7),
    ]


def test_a_nominee_who_declines_makes_way(tell, sheets):
    said = tell("appoint", "fmcs-ranking", *sheets, "--set", "acceptance=asked", "--declined", "Cedar")
    assert "- Appointed: Birch." in said.out
    assert "Cedar declines, and the next one is invited. [acceptance]" in said.out


def test_a_list_that_was_sent_out_is_what_counts(tell, sheets, tmp_path):
    (tmp_path / "list.csv").write_text("name\nAsh\nBirch\nCedar\nDouglas\nElm\nFir\nHazel\n", encoding="utf-8")
    said = tell("appoint", "fmcs-ranking", *sheets, "--list", "list.csv")
    assert said.code == 2
    assert 'found "Holly", which is not on the list' in said.err


@pytest.mark.parametrize(
    ("setting", "says"),
    [("tie", "write it as --set tie=lot"), ("tei=lot", "did you mean tie?")],
)
def test_a_setting_that_sets_nothing_is_told(tell, sheets, setting, says):
    said = tell("appoint", "fmcs-ranking", *sheets, "--set", setting)
    assert said.code == 2
    assert says in said.err


def test_a_field_is_set_once(tell, sheets):
    said = tell("appoint", "fmcs-ranking", *sheets, "--set", "tie=lot", "--set", "tie=least-gap")
    assert said.code == 2
    assert "is set twice" in said.err


def test_what_was_written_from_memory_is_said(tell, sheets):
    settings = ("--set", "aggregate=sum", "--set", "list=7")
    said = tell("appoint", "aaa-list", "union.csv", "--silent", "employer", *settings)
    assert said.code == 0
    assert "written from memory and never read, so check it: silence." in " ".join(said.out.split())


def test_one_sheet_alone_is_answered_in_the_singular(tell, sheets):
    assert (
        "found one party, expected a sheet of each of two sides or more"
        in tell("appoint", "fmcs-ranking", sheets[0]).err
    )
