"""``placet vote`` with committee rules: plain, and inside a case."""

import json

import pytest

from placet.zone.committees import COMMITTEE_RULES

BALLOTS = "count,ada,ben,cyd,dov\n2,yes,yes,,\n1,,yes,yes,\n2,,,yes,yes\n"
COUNCIL = """\
placet: 1
title: A made-up council
sides:
  north: {name: The north, consent: true}
candidates:
  ada: {name: Ada}
  ben: {name: Ben}
  cyd: {name: Cyd}
  dov: {name: Dov}
posts:
  chair: {title: Chair}
  council: {title: Council, seats: 2}
demands:
  no-ben: {side: north, excludes: ben}
  cyd-chairs: {side: north, at_least: 1, where: cyd, in: [chair]}
"""


@pytest.fixture
def ballots(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_text(BALLOTS, encoding="utf-8")
    return str(path)


@pytest.fixture
def council(tmp_path):
    folder = tmp_path / "council"
    folder.mkdir()
    (folder / "case.yaml").write_text(COUNCIL, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("rule", COMMITTEE_RULES)
def test_every_committee_rule_answers_in_the_keys_of_the_contract(tell, ballots, rule):
    said = tell("vote", rule, ballots, "--size", "2", "--all", "--json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert list(found)[:4] == ["rule", "winners", "lottery", "detail"]
    assert list(found)[4:] == ["committees", "complete", "post", "settlement"]
    assert found["winners"] == found["committees"][0]
    assert found["complete"] is True
    assert (found["post"], found["settlement"]) == (None, None)


def test_the_answer_in_sentences_lists_all_that_are_level(tell, ballots):
    said = tell("vote", "cc", ballots, "--size", "2", "--all")
    assert said.out.splitlines() == [
        "3 committees are level by Chamberlin and Courant’s rule:",
        "  - ada and cyd",
        "  - ben and cyd",
        "  - ben and dov",
        "  - 5 of 5 voters approve at least one member",
    ]


def test_inside_a_case_those_whom_nobody_vetoes_are_elected(tell, ballots, council):
    said = tell("vote", "mes", ballots, "--case", council, "--post", "council", "--json")
    found = json.loads(said.out)
    assert (found["winners"], found["post"]) == (["ada", "dov"], "council")
    assert found["settlement"] == {"slate": {"chair": ["cyd"], "council": ["ada", "dov"]}, "terms": {}}
    page = tell("vote", "mes", ballots, "--case", council, "--post", "council").out
    assert "for Chair then, for example: Cyd" in page


def test_a_committee_of_any_size_is_an_answer_of_minimax(tell, ballots):
    assert "no ballot differs from it in more than 2 names" in tell("vote", "minimax", ballots).out


def test_the_list_has_the_committee_rules_too(tell):
    assert all(f"\n  {name} " in tell("vote", "--list").out for name in COMMITTEE_RULES)
    listed = json.loads(tell("vote", "--list", "--json").out)["committees"]
    assert [one["name"] for one in listed] == list(COMMITTEE_RULES)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["pav"], "no size of the committee"),
        (["pav", "--size", "9"], "a size from 1 to 4"),
        (["pav", "--size", "2", "--quota", "3"], "the option quota for pav"),
        (["pav", "--size", "2", "--post", "council"], "--case with a case folder"),
        (["pav", "--size", "2", "--limit", "3"], "--all beside --limit"),
        (["pav", "--size", "2", "--by-count"], "the option by_count"),
        (["coombs", "--size", "2"], "it is for committee rules"),
        (["pavv", "--size", "2"], "did you mean pav"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told(tell, ballots, words, says):
    rule, *options = words
    said = tell("vote", rule, ballots, *options)
    assert (said.code, said.out) == (2, "")
    assert says in said.err


def test_a_case_with_several_posts_asks_for_one(tell, ballots, council):
    assert "--post with one of chair, council" in tell("vote", "pav", ballots, "--case", council).err
