"""The zone as a whole: what binds on a day, what would be otherwise, and who objects to what."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

import placet
from placet.case.catalog import Catalog
from placet.record.status import Status
from placet.zone.settlement import Settlement, arrange
from zone.tables import random_table, settlements, table

THREE = """
candidates: {ada: {name: Ada}, ben: {name: Ben}, cleo: {name: Cleo}}
posts: {head: {title: Head}}
"""


def head(case, who):
    return arrange(case, {"head": {who}}, {})


def test_only_demands_of_consent_holders_bind():
    case = table(f"{THREE}demands: {{no-ada: {{side: a, excludes: ada}}, no-ben: {{side: c, excludes: ben}}}}")
    zone = placet.Zone(case)
    assert list(zone.binding) == ["no-ada"]
    assert zone.count().value == 2
    assert list(zone.if_bound("c").binding) == ["no-ada", "no-ben"]
    assert zone.if_bound("c").count().value == 1


def test_what_is_presumed_binds_at_the_top_and_not_in_what_was_cast():
    case = table(f"{THREE}demands: {{no-ada: {{side: a, excludes: ada, presumed: 0.5}}}}")
    zone = placet.Zone(case)
    assert (zone.count().value, zone.cast().count().value, zone.certain().count().value) == (2, 3, 3)


def test_what_is_undetermined_binds_until_only_the_certain_counts():
    case = table(f"""{THREE}
demands: {{no-ada: {{side: a, excludes: ada}}}}
record:
  - {{on: 2013-05-07, demand: no-ada, stance: asserts, by: A speaker, quote: one}}
  - {{on: 2013-05-07, demand: no-ada, stance: withdraws, by: A speaker, quote: two}}
""")
    zone = placet.Zone(case)
    assert zone.standings["no-ada"].standing is Status.UNDETERMINED
    assert (zone.count().value, zone.cast().count().value, zone.certain().count().value) == (2, 2, 3)


def test_a_fallen_demand_binds_no_more():
    case = table(f"""{THREE}
demands: {{no-ada: {{side: a, excludes: ada}}}}
record: [{{on: 2013-05-07, demand: no-ada, stance: withdraws, by: A speaker, quote: one}}]
""")
    assert placet.Zone(case, "2013-05-06").count().value == 2
    assert placet.Zone(case, "2013-05-07").count().value == 3


def test_a_demand_that_blocks_a_step_keeps_nobody_out():
    case = table(f"""{THREE}
roadmap: {{leave: {{title: He leaves}}, meet: {{title: They meet}}}}
demands: {{stop: {{side: a, blocks: meet, until: leave}}}}
""")
    assert list(placet.Zone(case).binding) == []


def test_excluded_are_those_whom_one_demand_keeps_out_of_every_post_they_could_hold():
    case = table("""
candidates: {ada: {name: Ada}, ben: {name: Ben}, cleo: {name: Cleo}}
posts: {head: {title: Head, eligible: {not: ben}}, clerk: {title: Clerk}}
demands:
  no-ada: {side: a, excludes: ada, in: [head]}
  no-ben: {side: a, excludes: ben, in: [clerk]}
  none-of-cleo: {side: b, exactly: 0, where: cleo}
  nor-ada: {side: b, at_most: 0, where: ada, in: [clerk]}
  one: {side: b, at_least: 0, where: ada}
""")
    assert dict(placet.Zone(case).excluded()) == {"ben": ("no-ben",), "cleo": ("none-of-cleo",)}


def test_a_settlement_is_judged_by_the_demands_it_breaks():
    case = table(f"""{THREE}
constraints: {{no-cleo: {{excludes: cleo}}}}
demands: {{no-ada: {{side: a, excludes: ada, cost: never}}, nor-i: {{side: b, excludes: ada}}}}
""")
    zone = placet.Zone(case)
    ada, cleo = zone.check(head(case, "ada")), zone.check(head(case, "cleo"))
    assert [(one.demand, one.side) for one in ada.objections] == [("no-ada", "a"), ("nor-i", "b")]
    assert not ada.is_acceptable
    assert not ada
    assert (cleo.constraints, cleo.objections) == (("no-cleo",), ())
    assert zone.check(head(case, "ben")).is_acceptable
    assert zone.check(head(case, "ben"))
    assert zone.check(Settlement(Catalog({"head": ()}), Catalog())).misfits == (("post", "head"),)


def test_impossible_rules_are_named_and_an_impossible_body_is_a_shortage():
    rules = placet.Zone(table(f"{THREE}constraints: {{nobody: {{excludes: {{any: [ada, ben, cleo]}}}}}}")).feasible()
    assert not rules
    assert (rules.impossible, rules.shortage) == (("nobody",), None)
    body = placet.Zone(table("candidates: {ada: {name: Ada}}\nposts: {pair: {title: Pair, seats: 2}}")).feasible()
    assert body.impossible == ()
    assert body.shortage is not None
    assert body.shortage.people == ("ada",)


def test_what_a_concession_opens_is_counted():
    case = table(
        f"{THREE}demands: {{no-ada: {{side: a, excludes: {{not: cleo}}}}, no-cleo: {{side: b, excludes: cleo}}}}"
    )
    zone = placet.Zone(case)
    assert [(one.give_up, zone.opens(one).value) for one in zone.concessions().found] == [
        (("no-ada",), 2),
        (("no-cleo",), 1),
    ]


def test_what_a_concession_opens_does_not_depend_on_the_settlement_that_it_shows():
    people = ", ".join(f"p{place}: {{name: P{place}}}" for place in range(12))
    zone = placet.Zone(
        table(
            f"candidates: {{{people}}}\nposts: {{head: {{title: Head}}, board: {{title: Board, seats: 3}}}}\n"
            "demands: {not-one: {side: a, excludes: {not: p1}, in: [head]}, not-that: {side: b, excludes: p1}}"
        )
    )
    one = next(found for found in zone.concessions().found if found.give_up == ("not-one",))
    drawn = zone.without(one.give_up).sample(9, np.random.default_rng(1))
    assert len(set(drawn)) > 1
    opened = {zone.opens(replace(one, settlement=settlement), work=0) for settlement in drawn}
    assert len(opened) == 1
    assert not opened.pop().exact


def test_without_preferences_best_is_some_settlement_of_no_criterion():
    (best,) = placet.Zone(table(f"{THREE}demands: {{no-ada: {{side: a, excludes: ada}}}}")).bests()
    assert best.criterion is None
    assert best.settlement.slate["head"] in {("ben",), ("cleo",)}
    assert dict(best.scores) == {}


def test_preferences_of_a_side_without_consent_decide_nothing():
    case = table(f"{THREE}preferences: {{c: {{approves: [ben]}}, a: {{ranking: [cleo, ada, ben]}}}}")
    best = placet.Zone(case).best("utilitarian")
    assert best is not None
    assert best.settlement.slate["head"] == ("cleo",)
    assert dict(best.scores) == {"a": 2}


def test_a_sample_is_drawn_from_the_zone():
    case = table(f"{THREE}demands: {{no-ada: {{side: a, excludes: ada}}}}")
    drawn = placet.Zone(case).sample(50, np.random.default_rng(7))
    assert {one.slate["head"] for one in drawn} == {("ben",), ("cleo",)}


@pytest.mark.parametrize("seed", range(15))
def test_what_is_not_counted_exactly_is_never_above_the_truth(seed):
    case = random_table(Random(seed))
    zone = placet.Zone(case)
    truth = sum(zone.check(one).is_acceptable for one in settlements(case))
    for work in (0, 10, 10**9):
        counted = zone.count(work=work)
        assert counted.value <= truth
        assert counted.value == truth if counted.exact else counted.value >= min(truth, 1)


def test_a_zone_and_its_answers_have_readable_names():
    case = table(f"{THREE}demands: {{no-ada: {{side: a, excludes: ada}}}}")
    assert repr(placet.Zone(case)) == f"<Zone of {case.name}: 1 binding demands>"
    assert repr(head(case, "ada")) == "<Settlement head: ada>"
    assert repr(placet.solve(case)) == f"<Solution of {case.name}: 2 settlements>"
    stuck = table(f"{THREE}demands: {{nobody: {{side: a, excludes: {{any: [ada, ben, cleo]}}}}}}")
    assert repr(placet.solve(stuck)) == f"<Solution of {stuck.name}: deadlocked, 1 conflicts, 1 concessions>"
    never = table(f"{THREE}constraints: {{nobody: {{excludes: {{any: [ada, ben, cleo]}}}}}}")
    assert repr(placet.solve(never)) == f"<Solution of {never.name}: impossible>"
