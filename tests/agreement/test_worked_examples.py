"""Worked examples of the theory, through placet: objectives over slates, and the Defence and Finance deadlock."""

from fractions import Fraction

import pytest

from agreement.asking import solve
from agreement.comparing import expanded

FOUR_SLATES = """
placet: 1
title: {en: "Utilities (9,1) (6,4) (5,5) (4,7)"}
sides: {one: {name: {en: One}, consent: true}, two: {name: {en: Two}, consent: true}}
candidates: {a: {name: {en: A}}, b: {name: {en: B}}, c: {name: {en: C}}, d: {name: {en: D}}}
posts: {chair: {title: {en: Chair}, seats: 1}}
preferences:
  one: {scores: {a: 9, b: 6, c: 5, d: 4}}
  two: {scores: {a: 1, b: 4, c: 5, d: 7}}
"""

HAND_EXAMPLE = """
placet: 1
title: {en: Defence and finance}
sides: {s1: {name: {en: One}, consent: true}, s2: {name: {en: Two}, consent: true}}
candidates: {a: {name: {en: A}}, b: {name: {en: B}}, c: {name: {en: C}}}
posts:
  defence: {title: {en: Defence}, seats: 1, eligible: {any: [a, b]}}
  finance: {title: {en: Finance}, seats: 1, eligible: {any: [b, c]}}
demands:
  v1: {side: s1, excludes: a, cost: 3}
  v2: {side: s2, excludes: b, cost: 2}
  v3: {side: s1, excludes: c, cost: 4}
"""


@pytest.mark.parametrize(
    ("criterion", "chosen", "scores"),
    [
        ("utilitarian", "d", (4, 7)),
        ("leximin", "c", (5, 5)),
        ("nash", "d", (4, 7)),
        ("kalai-smorodinsky", "b", (6, 4)),
        ("minimax-regret", "b", (6, 4)),
        ("equal-concessions", "b", (6, 4)),
    ],
)
def test_objectives_over_slates_as_in_section_2_3(tmp_path, criterion, chosen, scores):
    found = [one for one in solve(tmp_path, FOUR_SLATES)["best"] if one["criterion"] == criterion]
    assert [(one["slate"], one["scores"]) for one in found] == [
        ({"chair": [chosen]}, {"one": scores[0], "two": scores[1]})
    ]


def test_each_pair_of_the_hand_example_of_section_3_is_a_conflict(tmp_path):
    answer = solve(tmp_path, HAND_EXAMPLE)
    pairs = {frozenset(pair) for pair in (("v1", "v2"), ("v1", "v3"), ("v2", "v3"))}
    assert not answer["feasible"]
    assert {one for conflict in answer["conflicts"] for one in expanded(conflict)} == pairs


def test_the_concessions_of_the_hand_example_come_cheapest_first_with_their_costs(tmp_path):
    found = [
        (sorted(one["give_up"]), Fraction(one["cost"]), {side: cost for side, cost in one["by_side"].items() if cost})
        for one in solve(tmp_path, HAND_EXAMPLE)["concessions"]
    ]
    assert found == [
        (["v1", "v2"], 5, {"s1": 3, "s2": 2}),
        (["v2", "v3"], 6, {"s1": 4, "s2": 2}),
        (["v1", "v3"], 7, {"s1": 7}),
    ]


def test_each_concession_of_the_hand_example_opens_one_slate(tmp_path):
    assert [one["opens"] for one in solve(tmp_path, HAND_EXAMPLE)["concessions"]] == ["1", "1", "1"]
