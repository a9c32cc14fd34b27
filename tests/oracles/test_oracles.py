"""The oracles themselves: worked examples, and two independent ways to the same answer."""

import pytest

from oracles.answers import Oracle
from oracles.cases import case_text
from oracles.dates import day, interval
from oracles.emit import emit
from oracles.shrink import shrunk
from oracles.standing import standing
from oracles.yaml_tree import read
from oracles.zone import common


def statement(on, stance, held_since=None):
    entry = {"demand": "d", "stance": stance}
    if on is not None:
        entry["on"] = on
    return entry | ({} if held_since is None else {"held_since": held_since})


@pytest.mark.parametrize(
    ("statements", "on", "expected"),
    [
        ([], "2012-01-01", "stands"),
        ([statement("2012-01-05", "asserts")], "2012-01-04", "unvoiced"),
        ([statement("2012-01-05", "asserts")], "2012-01-05", "stands"),
        ([statement("2012-01-05", "withdraws")], "2012-01-04", "stands"),
        ([statement("2012-01-05", "softens")], "2012-01-04", "stands"),
        ([statement("2012-01-05", "softens")], "2012-01-06", "stands"),
        ([statement("2012-01", "asserts")], "2012-01-10", "undetermined"),
        ([statement("2012-01", "asserts")], "2012-01-31", "stands"),
        ([statement("2012-01", "asserts"), statement("2012-01", "withdraws")], "2012-02-01", "undetermined"),
        ([statement("2012-01", "asserts"), statement("2012-02", "withdraws")], "2012-03-01", "fallen"),
        ([statement("2012-01-05", "asserts"), statement("2012-01-05", "softens")], "2012-01-04", "undetermined"),
        ([statement("2012-01-05", "asserts"), statement("2012-01-05", "softens")], "2012-01-05", "stands"),
        ([statement("2012-01-05", "asserts", "..")], "1990-01-01", "stands"),
        ([statement("2012-01-05", "withdraws"), statement("2012-02-05", "asserts", "..")], "2012-01-05", "fallen"),
        ([statement("2012-01-05", "withdraws"), statement("2012-02-05", "asserts", "..")], "2012-01-06", "stands"),
        ([statement("2012-01-05", "asserts", "2011-06-01")], "2011-06-01", "stands"),
        ([statement(None, "asserts"), statement("2012-01-05", "asserts")], "2012-01-06", "undetermined"),
    ],
)
def test_standing_by_possible_worlds(statements, on, expected):
    assert standing({}, statements, day(on)) == expected


def test_an_interval_keeps_the_precision_of_its_date():
    assert interval("2012-02") == (day("2012-02-01"), day("2012-02-29"))
    assert interval("[..2012-02-03]") == (None, day("2012-02-03"))
    assert interval("[2012..2013-06]") == (day("2012-01-01"), day("2013-06-30"))


def test_words_that_older_yaml_takes_for_truth_values_stay_words():
    assert read("{no: on, yes: [off, 1.5, true, '8']}") == {"no": "on", "yes": ["off", "1.5", True, "8"]}


@pytest.mark.parametrize("seed", range(0, 400, 2))
def test_conflicts_by_definition_are_the_minimal_hitting_sets_of_the_minimal_broken_sets(seed):
    oracle = Oracle(case_text(seed))
    table = oracle.table(oracle.last_day)
    conflicts, concessions = table.conflicts(), set(table.concessions())
    assert all(conflict & concession for conflict in conflicts for concession in concessions)
    for concession in concessions:
        kept = [keeping for name, keeping in table.soft.items() if name not in concession]
        assert common(table.hard, kept)
        for name in concession:
            assert not common(table.hard & table.soft[name], kept)
            assert any(conflict & concession == {name} for conflict in conflicts)


def test_the_defence_and_finance_example_of_the_theory():
    oracle = Oracle(
        """
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
    )
    table = oracle.table(None)
    pairs = {frozenset(pair) for pair in (("v1", "v2"), ("v1", "v3"), ("v2", "v3"))}
    assert set(table.concessions()) == pairs
    assert table.conflicts() == pairs


def test_a_case_comes_from_its_seed_alone():
    assert case_text(17) == case_text(17) != case_text(18)


@pytest.mark.parametrize("seed", range(12))
def test_a_case_written_again_reads_the_same(seed):
    case = read(case_text(seed))
    assert read(emit(case)) == case


def test_a_shrunk_case_still_fails_and_has_nothing_that_can_be_left_out():
    def fails(text):
        case = read(text)
        return "panel" in case.get("posts", {}) and len(case.get("demands", {})) >= 2

    text = next(text for text in map(case_text, range(100)) if fails(text))
    small = read(shrunk(text, fails))
    assert set(small) == {"placet", "title", "posts", "demands"}
    assert (small["posts"], list(small["demands"].values())) == ({"panel": {}}, [{}, {}])
