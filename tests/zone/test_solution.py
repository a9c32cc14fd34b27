"""The whole answer: every key of the contract, on cases that are open, deadlocked and impossible."""

import json

import pytest

import placet
from placet.words import say
from zone.tables import table

KEYS = {
    "case", "on", "feasible", "count", "best", "excluded", "conflicts", "concessions", "complete", "impossible",
    "cast", "certain", "if_bound", "undetermined", "roadmap", "left_open",
}  # fmt: skip
OPEN = """
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
demands: {no-ada: {side: a, excludes: ada}}
"""
DEADLOCKED = """
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
demands: {no-ada: {side: a, excludes: ada}, no-ben: {side: b, excludes: ben, cost: 2.5}}
roadmap: {meet: {title: They meet}}
"""
IMPOSSIBLE = """
candidates: {ada: {name: Ada}}
posts: {head: {title: Head}, clerk: {title: Clerk}}
"""


def solved(body):
    """The answer as somebody who reads the JSON sees it."""
    return json.loads(json.dumps(placet.solve(table(body)).to_dict()))


@pytest.mark.parametrize("body", [OPEN, DEADLOCKED, IMPOSSIBLE])
def test_every_key_of_the_contract_is_there(body):
    answer = solved(body)
    assert set(answer) >= KEYS
    assert set(answer["complete"]) == {"conflicts", "concessions", "count"}
    for reach in (answer["cast"], answer["certain"], answer["if_bound"]["c"]):
        assert set(reach) >= {"feasible", "count"}


def test_an_open_case():
    answer = solved(OPEN)
    assert (answer["feasible"], answer["count"], answer["on"]) == (True, "1", None)
    assert answer["best"] == [{"criterion": None, "slate": {"head": ["ben"]}, "terms": {}, "scores": {}}]
    assert answer["excluded"] == {"ada": ["no-ada"]}
    assert answer["conflicts"] == answer["concessions"] == answer["impossible"] == []


def test_a_deadlocked_case():
    answer = solved(DEADLOCKED)
    assert (answer["feasible"], answer["count"], answer["best"]) == (False, "0", [])
    assert answer["conflicts"] == [
        {
            "demands": ["no-ada", "no-ben"],
            "instead": {"no-ada": [], "no-ben": []},
            "given": [],
            "shortage": {"posts": ["head"], "people": [], "seats": 1},
            "quota_shortage": None,
            "cap_shortage": None,
            "certificate": {
                "kind": "cut",
                "posts": ["head"],
                "people": [],
                "seats": 1,
                "left": {"head": []},
                "refused_by": ["no-ada", "no-ben"],
            },
        }
    ]
    assert answer["concessions"] == [
        {"give_up": ["no-ada"], "cost": 1, "by_side": {"a": 1, "b": 0}, "opens": "1", "opens_at_least": "1"},
        {"give_up": ["no-ben"], "cost": 2.5, "by_side": {"a": 0, "b": 2.5}, "opens": "1", "opens_at_least": "1"},
    ]
    assert answer["roadmap"] == {"meet": {"done": False, "open": True, "blocked_by": []}}


def test_an_impossible_case():
    answer = solved(IMPOSSIBLE)
    assert (answer["feasible"], answer["impossible"]) == (False, [])
    assert answer["shortage"] == {"posts": ["head", "clerk"], "people": ["ada"], "seats": 2}


@pytest.mark.parametrize("body", [OPEN, DEADLOCKED, IMPOSSIBLE])
def test_the_answer_is_a_value_that_can_be_said(body):
    case = table(body)
    assert placet.solve(case) == placet.solve(case)
    assert all(say(sentence) for sentence in placet.solve(case).explain())


def test_a_comparison_tells_what_changed_and_what_that_changed():
    case = table("""
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
roadmap: {leave: {title: He leaves}, meet: {title: They meet}}
demands: {no-ada: {side: a, excludes: ada}, stop: {side: c, blocks: meet, until: leave}}
record:
  - {on: 2013-05-07, demand: no-ada, stance: withdraws, by: A speaker, quote: one}
  - {on: 2013-05-07, demand: stop, stance: withdraws, by: A speaker, quote: two}
""")
    answer = json.loads(json.dumps(placet.compare(case, "2013-05-06", "2013-05-08").to_dict()))
    assert set(answer) >= {"case", "from", "to", "changed", "zone", "steps"}
    assert [(one["demand"], one["from"], one["to"], one["statements"]) for one in answer["changed"]] == [
        ("no-ada", "stands", "fallen", [0]),
        ("stop", "stands", "fallen", [1]),
    ]
    assert (answer["zone"]["from"]["count"], answer["zone"]["to"]["count"]) == ("1", "2")
    assert answer["steps"]["meet"]["from"] == {"open": False, "blocked_by": ["stop"], "done": False}
    assert answer["steps"]["meet"]["to"] == {"open": True, "blocked_by": [], "done": False}
    assert placet.compare(case, "2013-05-06", "2013-05-08") == placet.compare(case, "2013-05-06", "2013-05-08")


@pytest.mark.parametrize("day", ["yesterday", "2013-02-30", "2013-05"])
def test_a_day_that_is_none_is_refused_with_what_to_write(day):
    with pytest.raises(placet.QuestionError, match="such as 2013-05-08"):
        placet.solve(table(OPEN), day)
