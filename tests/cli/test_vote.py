"""``placet vote``: who wins, told in sentences or as JSON, and what is wrong with a file or a wish."""

import json

import pytest

from placet.voting.rules import RULES

SIDES = "side,ballot\nnorth,a > b > c > d > e\nsouth,e > c > b > d > a\n"


@pytest.fixture
def ballots(tmp_path):
    """Write a ballot file and return its path as one types it."""

    def ballots(text, name="ballots.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return ballots


@pytest.fixture
def vote(tell, ballots):
    """Vote on a text by a rule and return the JSON answer."""

    def vote(rule, text, *options, name="ballots.csv"):
        said = tell("vote", rule, ballots(text, name), "--json", *options)
        assert (said.code, said.err) == (0, "")
        return json.loads(said.out)

    return vote


def test_the_answer_in_json_has_the_keys_of_the_contract(vote):
    assert vote("veto-by-consumption", "ballot\n2 > 0 > 3 > 1\n") == {
        "rule": "veto-by-consumption",
        "winners": ["2"],
        "lottery": {"2": "1"},
        "detail": {"rounds": [["1"], ["3"], ["0"], ["2"]]},
    }


def test_winners_have_the_names_of_the_file(vote):
    text = "# ALTERNATIVE NAME 1: Ann Lee\n# ALTERNATIVE NAME 2: Bob\n3: 1,2\n"
    found = vote("coombs", text, name="x.soc")
    assert (found["winners"], found["lottery"]) == (["Ann Lee"], None)


@pytest.mark.parametrize(
    ("weights", "winners"),
    [([], ["b", "c"]), (["--weights", "north=2,south=1"], ["b"]), (["--weights", "north=2/3,south=0.3"], ["b"])],
)
def test_sides_may_have_unequal_power(vote, weights, winners):
    assert vote("veto-core", SIDES, *weights)["winners"] == winners


def test_support_may_be_given_to_names(vote):
    assert vote("veto-core", SIDES, "--support", "a=1,e=1")["winners"] == ["a", "b", "c", "d", "e"]
    assert vote("veto-core", SIDES, "--support", "d=1")["winners"] == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("quota", "voters"), [("2", 2), ("60%", 2), ("1/3", 1), ("67%", 3), ("majority", 2), ("all", 3)]
)
def test_a_quota_is_a_number_or_a_share_of_the_voters_rounded_up(vote, quota, voters):
    text = "ballot\na>b>c>d\nb>c>a>d\nd>c>b>a\n"
    assert vote("q-approval-fallback", text, "--quota", quota)["detail"]["quota"] == voters


def test_a_blocking_minority_is_counted_in_voters(vote):
    text = "Ada,Ben\nyes,yes\nyes,no\nyes,yes\n"
    rule = "approval-with-blocking-minority"
    assert vote(rule, text)["winners"] == ["Ada"]
    assert vote(rule, text, "--blocking", "50%")["winners"] == ["Ada", "Ben"]


def test_the_answer_in_sentences_names_the_winner_first(tell, ballots):
    said = tell("vote", "Proportional_Veto_Core", ballots("count,ballot\n60,a > b > c\n40,b > c > a\n"))
    assert said.code == 0
    assert said.out.splitlines() == [
        "b alone passes the proportional veto core.",
        "  - a is blocked: voters with 2/5 of the power all prefer b and c",
        "  - c is blocked: all voters prefer b",
    ]


def test_an_impasse_is_an_answer(tell, ballots):
    said = tell("vote", "fallback", ballots("ballot\na | b\nb | a\n"))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nobody passes fallback bargaining: it is an impasse.")


def test_the_list_tells_every_rule_and_what_it_needs(tell):
    said = tell("vote", "--list")
    assert said.code == 0
    assert all(f"\n  {name} " in said.out for name in RULES)
    listed = json.loads(tell("vote", "--list", "--json").out)["rules"]
    assert [one["name"] for one in listed] == list(RULES)
    assert {one["needs"] for one in listed} == {"ranks", "truncated", "strict", "marks"}


def test_every_mistake_of_a_file_is_in_the_answer(tell, ballots):
    said = tell("vote", "coombs", ballots("a,b\n1,zzz\nyse,1\n"), "--json")
    assert said.code == 2
    errors = json.loads(said.out)["errors"]
    assert [(error["line"], error["column"], error["suggestion"]) for error in errors] == [(2, 3, None), (3, 1, "yes")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["combs"], "did you mean coombs?"),
        (["coombs", "--quota", "2"], "found the option quota, expected no option"),
        (["q-approval-fallback", "--quota", "many"], "a number of voters, or a share"),
        (["q-approval-fallback", "--quota", "9"], "a quota from 1 to 2"),
        (["q-approval-fallback", "--quota", "9" * 5000], "a number of voters, or a share"),
        (["veto-core", "--weights", "north=1,south=1,north=2"], 'found "north" a second time'),
        (["veto-core", "--weights", "north"], "name=number"),
        (["veto-core", "--weights", "north=x"], "a number such as 2, 0.5 or 2/3"),
        (["veto-core", "--weights", "north=1"], "no weight for south"),
        (["net-approval"], "on every ballot approvals and vetoes"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told(tell, ballots, words, says):
    rule, *options = words
    said = tell("vote", rule, ballots(SIDES), *options)
    assert (said.code, said.out) == (2, "")
    assert says in said.err


def test_a_rule_and_a_file_are_needed(tell):
    assert "give a RULE and a file of BALLOTS" in tell("vote", "coombs").err
    assert "no file nowhere.csv" in tell("vote", "coombs", "nowhere.csv").err


def test_a_table_may_come_from_standard_input(run):
    said = run("vote", "fallback", "-", typed="ballot\nb > a > c\nc > a > b\n")
    assert said.out.startswith("a wins by fallback bargaining.")
    assert run("vote", "fallback", "-", typed="ballot\na >\n").err.startswith("standard input:2:3: found nothing after")


def test_who_is_first_for_enough_is_said_so(run):
    said = run("vote", "bucklin", "-", typed="count,ballot\n3,a > b\n2,b > a\n").out
    assert said == "a wins by Bucklin’s rule.\n  - 3 voters have it first\n  - 3 voters are needed\n"
