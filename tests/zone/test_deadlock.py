"""Conflicts and concessions: by definition, by brute force, and as theory has them."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest

from placet.zone.check import Inspector
from placet.zone.deadlock import Deadlock
from placet.zone.oracle import Oracle
from placet.zone.program import Program
from placet.zone.shortage import Shortage
from zone.tables import random_table, settlements, table

TWO_POSTS = """
candidates: {ada: {name: Ada}, ben: {name: Ben}, cleo: {name: Cleo}}
posts:
  defence: {title: Defence, eligible: {any: [ada, ben]}}
  finance: {title: Finance, eligible: {any: [ben, cleo]}}
"""


def deadlock(case):
    return Deadlock(Program.of(case, case.demands.values()), list(case.demands.values()))


def given_up(found):
    return {frozenset(one.give_up): one.cost for one in found}


def expanded(conflicts):
    """Every conflict between demands that conflicts between classes stand for."""
    return {
        frozenset(chosen)
        for one in conflicts
        for chosen in product(*((demand, *one.instead[demand]) for demand in one.demands))
    }


def test_the_hand_example_of_two_posts_and_three_vetoes():
    # Defence is Ada or Ben, Finance Ben or Cleo; one side vetoes Ada (3) and Cleo (4), the other Ben (2).
    found = deadlock(
        table(f"""{TWO_POSTS}
demands:
  v1: {{side: a, excludes: ada, cost: 3}}
  v2: {{side: b, excludes: ben, cost: 2}}
  v3: {{side: a, excludes: cleo, cost: 4}}
""")
    )
    concessions = found.concessions()
    assert [(one.give_up, one.cost) for one in concessions.found] == [
        (("v1", "v2"), 5),
        (("v2", "v3"), 6),
        (("v1", "v3"), 7),
    ]
    assert [dict(one.by_side) for one in concessions.found] == [{"a": 3, "b": 2}, {"a": 4, "b": 2}, {"a": 7, "b": 0}]
    assert [one.demands for one in found.conflicts().found] == [("v1", "v2"), ("v1", "v3"), ("v2", "v3")]
    assert concessions.complete
    assert found.conflicts().complete


def test_an_open_zone_has_neither_conflicts_nor_concessions():
    found = deadlock(table(f"{TWO_POSTS}demands: {{v1: {{side: a, excludes: ada}}}}"))
    assert found.settlement is not None
    assert found.conflicts().found == found.concessions().found == ()
    assert found.conflicts().complete
    assert found.concessions().complete


def test_a_red_line_is_never_given_up_and_a_conflict_names_it_as_given():
    found = deadlock(
        table(f"""{TWO_POSTS}
demands:
  v1: {{side: a, excludes: ada, cost: never}}
  v2: {{side: b, excludes: ben}}
""")
    )
    assert [one.give_up for one in found.concessions().found] == [("v2",)]
    (conflict,) = found.conflicts().found
    assert (conflict.demands, conflict.given) == (("v2",), ("v1",))


def test_constraints_and_red_lines_that_clash_leave_nothing_to_concede():
    found = deadlock(
        table(f"""{TWO_POSTS}
constraints: {{one-of-them: {{at_least: 1, where: {{any: [ada, ben]}}, in: [defence]}}, spare: {{excludes: cleo}}}}
demands:
  v1: {{side: a, excludes: ada, cost: never}}
  v2: {{side: b, excludes: ben, in: [defence], cost: never}}
  v3: {{side: b, excludes: cleo}}
""")
    )
    assert found.impossible == ("v1", "v2")
    assert found.shortage is None
    assert found.conflicts().found == found.concessions().found == ()


def test_posts_that_nobody_can_fill_are_impossible_without_naming_a_rule():
    found = deadlock(
        table("""
candidates: {ada: {name: Ada}}
posts: {head: {title: Head}, clerk: {title: Clerk}}
demands: {v1: {side: a, excludes: ada}}
""")
    )
    assert found.settlement is None
    assert found.impossible == ()
    assert found.shortage == Shortage(("head", "clerk"), ("ada",), 2)


def test_equal_demands_are_one_class_whoever_holds_them():
    found = deadlock(
        table(f"""{TWO_POSTS}
groups: {{reds: {{name: Reds}}}}
demands:
  v1: {{side: a, excludes: {{any: [ada, ben]}}, in: [defence], cost: 1}}
  v2: {{side: b, excludes: {{not: cleo}}, in: [defence], cost: 2.5}}
  nobody: {{side: b, excludes: {{group: reds}}}}
""")
    )
    (conflict,) = found.conflicts().found
    assert conflict.demands == ("v1",)
    assert dict(conflict.instead) == {"v1": ("v2",)}
    (concession,) = found.concessions().found
    assert (concession.give_up, concession.cost) == (("v1", "v2"), Fraction(7, 2))
    assert dict(concession.by_side) == {"a": 1, "b": Fraction(5, 2)}


def test_demands_that_differ_only_in_people_whom_a_rule_excludes_are_given_up_together():
    found = deadlock(
        table(f"""{TWO_POSTS}
constraints: {{no-ben: {{excludes: ben}}}}
demands:
  v1: {{side: a, excludes: ada}}
  v2: {{side: b, excludes: {{any: [ada, ben]}}}}
""")
    )
    assert [one.give_up for one in found.concessions().found] == [("v1", "v2")]


def test_a_shortage_is_said_as_one_with_the_people_who_are_left():
    found = deadlock(
        table("""
candidates: {ada: {name: Ada}, ben: {name: Ben}, cleo: {name: Cleo}, dov: {name: Dov}}
posts: {head: {title: Head}, clerk: {title: Clerk}, cook: {title: Cook, eligible: dov}}
constraints: {no-cleo: {excludes: cleo}, spare: {at_most: 3, where: ada}}
demands: {no-ben: {side: a, excludes: ben}, no-dov: {side: b, excludes: dov, in: [head, clerk]}}
""")
    )
    (conflict,) = [one for one in found.conflicts().found if one.demands == ("no-ben",)]
    assert conflict.given == ("no-cleo",)
    assert conflict.shortage is not None
    assert set(conflict.shortage.people) == {"ada", "dov"}
    assert conflict.shortage.seats == 3


def test_a_quota_clash_is_no_shortage():
    found = deadlock(
        table(f"""{TWO_POSTS}
constraints: {{cap: {{at_most: 1, where: {{any: [ada, ben, cleo]}}, in: [defence]}}}}
terms: {{date: {{title: Date, options: [soon, late]}}}}
demands:
  soon: {{side: a, chooses: {{date: soon}}}}
  late: {{side: b, chooses: {{date: late}}}}
""")
    )
    (conflict,) = found.conflicts().found
    assert (conflict.demands, conflict.given, conflict.shortage) == (("soon", "late"), (), None)


@pytest.mark.parametrize("seed", range(60))
def test_they_are_what_their_definitions_say(seed):
    rng = Random(1000 + seed)
    for _ in range(5):
        case = random_table(rng)
        demands = list(case.demands.values())
        inspector = Inspector(case)
        breaks = {
            frozenset(inspector.broken_demands(one, demands))
            for one in settlements(case)
            if not inspector.broken_constraints(one)
        }
        red = {demand.id for demand in demands if demand.is_red_line}
        breaks = {broken for broken in breaks if not broken & red}
        minimal = {broken for broken in breaks if not any(other < broken for other in breaks)}
        found = deadlock(case)
        if frozenset() in breaks:
            assert found.settlement is not None
            continue
        assert found.settlement is None
        if not breaks:
            assert found.impossible is not None
            continue
        assert found.impossible is None
        assert given_up(found.concessions().found) == {
            broken: sum(case.demands[name].cost for name in broken) for broken in minimal
        }
        assert expanded(found.conflicts().found) == _hitting(minimal, [demand.id for demand in demands])
        for conflict in found.conflicts().found:
            _check_given(case, conflict)


def _hitting(sets, names):
    found = []
    for size in range(len(names) + 1):
        for chosen in map(frozenset, combinations(names, size)):
            if all(chosen & one for one in sets) and not any(other <= chosen for other in found):
                found.append(chosen)
    return set(found)


def _check_given(case, conflict):
    """What a conflict is given clashes with its demands, and no part of it does."""
    program = Program.of(case, case.demands.values())
    named = {
        **program.constraints,
        **{name: program.demands[name] for name in conflict.given if name in program.demands},
    }
    formulas = [program.demands[name] for name in conflict.demands] + [named[name] for name in conflict.given]
    oracle = Oracle(len(program.columns), [program.structure], formulas)
    assert oracle.shrink(oracle.everything) == oracle.everything


def many(n):
    """`n` independent pairs of demands that clash: n conflicts, 2 ** n concessions."""
    terms = "".join(f"  t{i}: {{title: T{i}, options: [x, y]}}\n" for i in range(n))
    demands = "".join(
        f"  {option}{i}: {{side: {side}, chooses: {{t{i}: {option}}}, cost: {cost}}}\n"
        for i in range(n)
        for option, side, cost in (("x", "a", i + 1), ("y", "b", n + 1))
    )
    return table(
        f"candidates: {{ada: {{name: Ada}}}}\nposts: {{head: {{title: Head}}}}\nterms:\n{terms}demands:\n{demands}"
    )


def test_where_there_are_more_than_asked_for_the_cheapest_come_first_and_the_list_says_it_is_not_complete():
    found = deadlock(many(11))
    concessions, conflicts = found.concessions(), found.conflicts()
    assert (len(concessions.found), concessions.complete) == (1000, False)
    assert concessions.found[0].cost == sum(range(1, 12))
    costs = [one.cost for one in concessions.found]
    assert costs == sorted(costs)
    assert {one.demands for one in conflicts.found} == {(f"x{i}", f"y{i}") for i in range(11)}
    assert conflicts.complete


def test_a_small_limit_gives_the_first_of_each():
    found = deadlock(many(4))
    assert [one.cost for one in found.concessions(3).found] == [10, 11, 12]
    assert not found.concessions(3).complete
    assert len(found.conflicts(2).found) == 2
    assert not found.conflicts(2).complete
    assert found.concessions().complete
    assert len(found.concessions().found) == 16


def test_what_was_found_before_an_interruption_is_not_lost(monkeypatch):
    found = deadlock(many(6))
    asked = []

    def ask(in_force, put=found._oracle.ask):
        asked.append(in_force)
        if len(asked) > 30:
            raise KeyboardInterrupt
        return put(in_force)

    monkeypatch.setattr(found._oracle, "ask", ask)
    with pytest.raises(KeyboardInterrupt):
        found.concessions()
    so_far = found.concessions_so_far()
    assert so_far.found
    assert not so_far.complete
    monkeypatch.undo()
    assert {one.give_up for one in so_far.found} < {one.give_up for one in found.concessions().found}


def test_many_conflicts_are_listed_smallest_first_up_to_the_limit():
    # Any two of fifty people are too many for one seat that all of them are to have: 1,225 conflicts of two.
    people = "".join(f"  p{i}: {{name: P{i}}}\n" for i in range(50))
    demands = "".join(f"  d{i}: {{side: a, at_least: 1, where: p{i}}}\n" for i in range(50))
    found = deadlock(table(f"candidates:\n{people}posts: {{head: {{title: Head}}}}\ndemands:\n{demands}"))
    conflicts = found.conflicts()
    assert (len(conflicts.found), conflicts.complete) == (1000, False)
    assert all(len(one.demands) == 2 for one in conflicts.found)
    assert (len(found.concessions().found), found.concessions().complete) == (50, True)


def test_conflicts_come_one_by_one_the_smallest_first():
    rng, deadlocked = Random(7), 0
    for _ in range(60):
        found = deadlock(random_table(rng))
        one_by_one = list(found.each_conflict())
        assert {one.demands for one in one_by_one} == {one.demands for one in found.conflicts().found}
        sizes = [len(one.demands) for one in one_by_one]
        assert sizes == sorted(sizes)
        deadlocked += bool(one_by_one)
    assert deadlocked > 10


def test_whoever_stops_after_the_first_conflict_waits_for_no_other():
    found = deadlock(many(11))
    next(found.each_conflict())
    assert found._oracle.asked < 60


def test_a_search_that_is_ended_at_once_still_gives_a_reason_and_a_way_out_and_calls_neither_list_whole():
    found, every = deadlock(many(5)), deadlock(many(5))
    found.watch = lambda _: False
    concessions, conflicts = found.concessions(), found.conflicts()
    assert not concessions.complete
    assert {one.give_up for one in concessions.found} < {one.give_up for one in every.concessions().found}
    assert concessions.found
    assert {one.demands for one in found.conflicts_so_far().found} <= {one.demands for one in every.conflicts().found}
    assert found.conflicts_so_far().found
    assert not conflicts.complete


def test_whoever_watches_is_told_how_far_the_search_has_come():
    found, told = deadlock(many(4)), []
    found.watch = lambda progress: bool(told.append(progress)) or True
    found.concessions()
    assert told[-1].concessions == 16
    assert all(0 <= one.checked <= one.pool for one in told)


def test_a_quota_for_which_too_few_are_left_is_said_as_a_shortage_of_them():
    found = deadlock(
        table("""
candidates:
  ada: {name: Ada, traits: {gender: woman}}
  ben: {name: Ben, traits: {gender: man}}
  cleo: {name: Cleo, traits: {gender: woman}}
  dov: {name: Dov, traits: {gender: man}}
posts: {defence: {title: Defence}, finance: {title: Finance}, culture: {title: Culture, eligible: dov}}
constraints: {women: {at_least: 60%, where: {trait: {gender: woman}}}}
demands: {v1: {side: a, excludes: ada}, v2: {side: b, excludes: ben}}
""")
    )
    (conflict,) = found.conflicts().found
    assert (conflict.demands, conflict.given, conflict.shortage) == (("v1",), ("women",), None)
    shortage = conflict.quota_shortage
    assert (shortage.quota, shortage.people, shortage.needed) == ("women", ("cleo",), 2)
