"""What placet says of burdens and of changed rules is what brute force finds in the same file, read by itself."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings

import placet
from agreement.asking import read_text
from oracles.answers import Oracle
from oracles.burdens import burdens, fairest, frontier, rule_sets
from oracles.strategies import case_texts
from placet.zone.changing_the_post import changes_of_post
from placet.zone.within_limits import concessions_within

thorough = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def zone_of(text):
    with tempfile.TemporaryDirectory() as folder:
        return placet.Zone(read_text(Path(folder) / "case", text))


def stuck(text):
    """The case, its table and its zone, if it is a deadlock that something given up would open."""
    oracle = Oracle(text)
    table = oracle.table(oracle.last_day)
    assume(table.hard and not table.zone)
    return oracle.case, table, zone_of(text)


@thorough
@given(case_texts())
def test_the_fairest_concession_is_that_of_brute_force(text):
    case, table, zone = stuck(text)
    found = zone.fairest().concession
    assert set(found.give_up) == fairest(case, table)
    assert dict(found.by_side) == burdens(case, table, found.give_up)


@thorough
@given(case_texts())
def test_the_frontier_of_burdens_is_that_of_brute_force(text):
    case, table, zone = stuck(text)
    found = [tuple(one.by_side.values()) for one in zone.burden_frontier().steps()]
    assert sorted(found) == sorted(frontier(case, table))


@thorough
@given(case_texts())
def test_sparing_a_side_leaves_the_ways_out_that_ask_nothing_of_it(text):
    case, table, zone = stuck(text)
    for side in zone.case.holders:
        found = {frozenset(one.give_up) for one in concessions_within(zone.burdens, {side: 0})}
        assert found == {one for one in table.concessions() if not burdens(case, table, one)[side]}


@thorough
@given(case_texts())
def test_the_rules_that_could_change_instead_are_those_of_brute_force(text):
    oracle = Oracle(text)
    table = oracle.table(oracle.last_day)
    assume(not table.zone)
    wanted = rule_sets(oracle.case, table, limit=3000)
    assume(wanted is not None)
    found = changes_of_post(zone_of(text), 1000)
    assert found.complete
    assert {frozenset(rule.rule for rule in one.changes) for one in found.found} == set(wanted)
