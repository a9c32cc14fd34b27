"""`placet concessions` as a mediator reads it: what is asked of each side, conditional offers, changing the post."""

import json

import pytest

import placet.cli.concessions
from cli.harbour import LOOSE, STUCK, asked
from placet.zone.burden_frontier import BurdenFrontier


@pytest.fixture
def stuck(case_of):
    return case_of(LOOSE)


def test_the_fairest_way_out_is_told_beside_the_cheapest(tell, stuck):
    said = tell("concessions", stuck, "--fairest")
    assert (
        said.out
        == """\
A council for a harbour

No. There is no settlement that all sides can accept.

The fairest way out
The south would give up most here, at a cost of 2. In any other way out some
side would give up as much or more.
  - The south and the north would give up these, at a cost of 3 (The north 1 and
    the south 2); that opens one settlement:
     - The south will not accept Ben in any post
     - The north will not accept anybody whose gender is man in any post
"""
    )


def test_a_cheaper_way_out_that_asks_more_of_one_side_is_named(tell, case_of):
    text = LOOSE.replace("cost: 5", "cost: 2.5").replace("ben, cost: 2", "ben, cost: 2.25")
    said = tell("concessions", case_of(text), "--fairest")
    assert "There is one that costs less in all, 2.5, but it asks 2.5 of the north:" in said.out


def test_the_fairest_in_json(tell, stuck):
    answer = asked(tell, stuck, "--fairest")
    assert answer["fairest"]["give_up"] == ["no-ben", "no-men"]
    assert answer["fairest"]["by_side"] == {"north": 1, "south": 2}
    assert answer["fairest"]["opens"] == "1"
    assert answer["cheapest"]["give_up"] == ["no-ben", "no-men"]
    assert answer["as_fair"] is None


def test_without_a_side_only_ways_out_that_spare_it_are_told(tell, stuck):
    assert [one["give_up"] for one in asked(tell, stuck, "--without", "south")["concessions"]] == [["no-ada"]]
    assert [one["give_up"] for one in asked(tell, stuck, "--without", "The South")["concessions"]] == [["no-ada"]]


def test_a_budget_bounds_what_is_asked_of_a_side(tell, stuck):
    answer = asked(tell, stuck, "--budget", "north=1.5")
    assert [one["give_up"] for one in answer["concessions"]] == [["no-ben", "no-men"]]
    assert answer["limits"] == {"north": 1.5}


def test_limits_that_no_way_out_keeps_are_answered_with_the_least_that_is_asked(tell, stuck):
    said = tell("concessions", stuck, "--budget", "north=1", "--without", "south")
    assert "No way out asks so little of the sides at once: The north 1 and the south 0." in " ".join(said.out.split())
    assert "There is one that asks no more than 1 of the north, but more of others:" in " ".join(said.out.split())
    answer = asked(tell, stuck, "--without", "north")
    assert answer["concessions"] == []
    assert answer["least"]["north"]["by_side"]["north"] == 1
    assert "Every way out asks at least 1 of the north" in tell("concessions", stuck, "--without", "north").out


def test_the_frontier_says_how_what_is_given_up_can_be_shared_out(tell, stuck):
    said = tell("concessions", stuck, "--frontier")
    assert "In each of these, no side could be asked for less unless another is asked for" in said.out
    assert "These are all." in said.out
    answer = asked(tell, stuck, "--frontier")
    assert [one["by_side"] for one in answer["frontier"]] == [{"north": 1, "south": 2}, {"north": 5, "south": 0}]
    assert answer["beyond"] == []
    assert answer["complete"] == {"frontier": True}


def test_a_frontier_cut_short_says_where_the_rest_must_lie(tell, stuck):
    answer = asked(tell, stuck, "--frontier", "--limit", "1")
    assert len(answer["frontier"]) == 1
    assert answer["complete"] == {"frontier": False}
    assert answer["beyond"] == [{"north": 6, "south": 1}, {"north": 0, "south": 2}]
    said = tell("concessions", stuck, "--frontier", "--limit", "1")
    assert "What is missing asks no more of the sides than one of these:" in said.out
    assert "- The north 6 and the south 1" in said.out


def test_an_interrupted_frontier_keeps_what_was_found(tell, stuck, monkeypatch):
    steps = BurdenFrontier.steps

    def interrupted(self):
        yield next(steps(self))
        raise KeyboardInterrupt

    monkeypatch.setattr(BurdenFrontier, "steps", interrupted)
    said = tell("concessions", stuck, "--frontier", "--json")
    assert said.code == 130
    assert len(json.loads(said.out)["frontier"]) == 1
    assert json.loads(said.out)["beyond"]


def test_an_interrupted_search_for_the_fairest_tells_the_fairest_it_had_met(tell, stuck, monkeypatch):
    def interrupted(zone, limits):
        zone.fairest(limits)
        raise KeyboardInterrupt

    monkeypatch.setattr(placet.cli.concessions, "fairest_answer", interrupted)
    said = tell("concessions", stuck, "--fairest")
    assert said.code == 130
    assert "The search was stopped. This is the fairest that had been met" in said.out
    assert "The south and the north would give up these, at a cost of 3" in said.out
    answer = json.loads(tell("concessions", stuck, "--fairest", "--json").out)
    assert answer["complete"] == {"fairest": False}
    assert answer["fairest"]["give_up"] == ["no-ben", "no-men"]


def test_a_search_for_the_fairest_that_met_nothing_says_so(tell, stuck, monkeypatch):
    def interrupted(zone, limits):
        raise KeyboardInterrupt

    monkeypatch.setattr(placet.cli.concessions, "fairest_answer", interrupted)
    said = tell("concessions", stuck, "--fairest")
    assert said.code == 130
    assert "The search was stopped before any had been met." in said.out


def test_interrupted_changes_of_the_post_keep_what_was_found(tell, case_of, monkeypatch):
    changes_of_post = placet.cli.concessions.changes_of_post

    def interrupted(zone, limit, known):
        changes_of_post(zone, limit, known)
        raise KeyboardInterrupt

    monkeypatch.setattr(placet.cli.concessions, "changes_of_post", interrupted)
    text = STUCK.replace("  no-men: {side: north, at_most: 0, where: {trait: {gender: man}}, cost: 1}\n", "")
    said = tell("concessions", case_of(text), "--changing-the-post", "--json")
    assert said.code == 130
    assert len(json.loads(said.out)["changes"]) == 1
    assert json.loads(said.out)["complete"] == {"changes": False}


def test_interrupted_limits_keep_what_was_found(tell, stuck, monkeypatch):
    def interrupted(zone, limits, found, limit, by):
        found.append(zone.fairest(limits).concession)
        raise KeyboardInterrupt

    monkeypatch.setattr(placet.cli.concessions, "within_answer", interrupted)
    said = tell("concessions", stuck, "--budget", "north=1", "--json")
    assert said.code == 130
    assert json.loads(said.out)["complete"] == {"concessions": False}
    assert [one["give_up"] for one in json.loads(said.out)["concessions"]] == [["no-ben", "no-men"]]


def test_changing_the_post_names_the_rules_and_how_little_would_do(tell, case_of):
    text = STUCK.replace("  no-men: {side: north, at_most: 0, where: {trait: {gender: man}}, cost: 1}\n", "")
    said = tell("concessions", case_of(text), "--changing-the-post")
    assert (
        said.out
        == """\
A council for a harbour

No. There is no settlement that all sides can accept.

If the rules of the body could be changed
No side can give these up; only whoever sets the rules can change them. Every
demand would be kept.
  1. These 2 rules together; that opens one settlement:
     - the rule that at least one seat goes to people whose gender is woman
       would have to go
     - as Chair, now for people from “The guild” only, somebody else would have
       to be allowed, such as Cyd
"""
    )
    answer = asked(tell, str(case_of(text, "again")), "--changing-the-post")
    (change,) = answer["changes"]
    assert [(rule["kind"], rule["id"], rule["admits"]) for rule in change["rules"]] == [
        ("constraint", "women", []),
        ("eligibility", "chair", ["cyd"]),
    ]
    assert change["settlement"]["slate"] == {"chair": ["cyd"]}
    assert answer["complete"] == {"changes": True}
    assert answer["clash"] is None


def test_changing_the_post_says_when_no_rule_would_help(tell, stuck):
    answer = asked(tell, stuck, "--changing-the-post")
    assert answer["changes"] == []
    assert answer["clash"] == ["no-ada", "no-men", "no-eve"]


@pytest.mark.parametrize("option", [["--fairest"], ["--frontier"], ["--changing-the-post"], ["--without", "north"]])
def test_where_nobody_is_in_the_way_nothing_is_asked(tell, case_of, option):
    said = tell("concessions", case_of(), *option)
    assert said.code == 0
    assert "there is a settlement that all sides can accept" in " ".join(said.out.split())


@pytest.mark.parametrize("option", [["--fairest"], ["--frontier"], ["--budget", "north=1"]])
def test_rules_that_leave_nobody_are_told_whatever_is_asked(tell, case_of, option):
    text = LOOSE.replace("demands:", "constraints: {nobody: {excludes: {any: [ada, ben, cyd, eve]}}}\ndemands:")
    said = tell("concessions", case_of(text), *option)
    assert said.code == 0
    assert "Whatever the sides give up" in said.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--fairest", "--frontier"], "--fairest and --frontier are different questions"),
        (["--without", "north", "--changing-the-post"], "do not go with"),
        (["--without", "nort"], "did you mean north?"),
        (["--without", "guest"], '"guest", which only speaks'),
        (["--budget", "north"], "such as north=3"),
        (["--budget", "north=-1"], "such as north=3"),
        (["--budget", "north=1", "--without", "north"], "two limits for north"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_could_be(tell, stuck, words, says):
    said = tell("concessions", stuck, *words)
    assert said.code == 2
    assert says in " ".join(said.err.split())


def test_limits_make_no_sense_where_nobody_holds_consent(tell, case_of):
    text = LOOSE.replace("consent: true", "consent: false")
    said = tell("concessions", case_of(text), "--without", "north")
    assert said.code == 2
    assert "no side holds consent" in said.err


def test_solve_names_the_fairest_way_out_when_it_is_not_the_cheapest(tell, case_of):
    text = LOOSE.replace("cost: 5", "cost: 2.5").replace("ben, cost: 2", "ben, cost: 2.25")
    said = tell("solve", case_of(text))
    sentence = "The fairest is number 2: it asks at most 2.25 of any side, where the cheapest asks 2.5 of one."
    assert sentence in " ".join(said.out.split())
    assert "The fairest is" not in tell("solve", case_of(LOOSE, "other")).out


def test_by_number_is_in_the_true_order_even_when_not_all_are_listed(tell, case_of):
    text = LOOSE.replace("cost: 5", "cost: 9")
    answer = asked(tell, case_of(text), "--by", "number", "--limit", "1")
    assert [one["give_up"] for one in answer["concessions"]] == [["no-ada"]]
    assert answer["complete"] == {"concessions": False}
