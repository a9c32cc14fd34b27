"""The road map: done, open, blocked, and circles of untils."""

from dataclasses import replace
from datetime import date

import pytest

from placet.case.nouns import Step
from placet.record.roadmap import roadmap
from placet.words import say
from record.table import TABLE, blocks, by_id, demanding, done, said, table, text


def state(case, step, on=None):
    found = roadmap(case, on).steps[step]
    return found.is_done, found.is_open, found.blocked_by


def words(case, on=None):
    return [say(line) for line in roadmap(case, on).explain()]


def test_a_step_whose_needs_are_done_and_that_nothing_blocks_is_open():
    assert state(TABLE, "talks") == (False, True, ())
    assert state(TABLE, "oath") == (False, False, ())


def test_a_step_is_done_from_its_day_on_and_then_neither_open_nor_blocked():
    case = done(demanding(blocks("wait", "talks", "exit")), talks=date(2020, 3, 2))
    assert state(case, "talks", "2020-03-01") == (False, False, ("wait",))
    assert state(case, "talks", "2020-03-02") == (True, False, ())
    assert state(case, "oath", "2020-03-01")[1] is False
    assert state(case, "oath", "2020-03-02")[1] is True


def test_without_any_day_a_step_with_a_date_is_done():
    case = done(TABLE, talks=date(2020, 3, 2))
    assert roadmap(case).on is None
    assert state(case, "talks")[0] is True
    assert state(case, "oath") == (False, True, ())


def test_a_demand_blocks_a_step_until_the_other_is_done():
    case = demanding(blocks("wait", "talks", "exit"))
    assert state(case, "talks") == (False, False, ("wait",))
    assert state(done(case, exit=date(2020, 3, 2)), "talks") == (False, True, ())


@pytest.mark.parametrize("side", ["north", "convener"])
def test_a_demand_of_any_side_blocks(side):
    assert state(demanding(blocks("wait", "talks", "exit", side)), "talks")[2] == ("wait",)


def test_what_has_fallen_or_is_unvoiced_blocks_nothing_and_what_is_undetermined_or_presumed_does():
    wait = blocks("wait", "talks", "exit")
    fallen = demanding(wait, entries=(said("withdraws", "2020-03-02", "wait"),))
    assert state(fallen, "talks", "2020-03-02") == (False, True, ())
    assert state(demanding(wait, entries=(said("asserts", "2020-03-02", "wait"),)), "talks", "2020-03-01")[1] is True
    assert state(demanding(wait, entries=(said("asserts", "2020-03", "wait"),)), "talks", "2020-03-05")[1] is False
    assert state(demanding(replace(wait, presumed=1)), "talks") == (False, False, ("wait",))


def test_blocking_demands_are_named_in_the_order_of_the_file():
    case = demanding(blocks("second", "talks", "exit"), blocks("first", "talks", "oath", "north"))
    assert state(case, "talks")[2] == ("second", "first")


def test_the_contract_lists_every_step_in_the_order_of_the_file():
    assert list(roadmap(TABLE).to_dict().items()) == [
        ("talks", {"done": False, "open": True, "blocked_by": []}),
        ("oath", {"done": False, "open": False, "blocked_by": []}),
        ("exit", {"done": False, "open": True, "blocked_by": []}),
    ]


def test_two_untils_that_wait_for_each_other_are_one_circle():
    case = demanding(blocks("you-first", "talks", "exit"), blocks("no-you", "exit", "talks", "north"))
    (circle,) = roadmap(case).circles
    assert circle.to_dict() == {
        "steps": ["talks", "exit"],
        "demands": ["you-first", "no-you"],
        "together": ["talks", "exit"],
    }


def test_a_circle_can_run_through_a_need():
    case = demanding(blocks("wait", "talks", "oath"))
    (circle,) = roadmap(case).circles
    assert (circle.steps, circle.demands) == (("talks", "oath"), ("wait",))


def test_needs_alone_make_no_circle_and_a_chain_is_none():
    assert roadmap(TABLE).circles == ()
    assert roadmap(demanding(blocks("wait", "talks", "exit"))).circles == ()


def test_a_circle_is_broken_by_any_step_done_or_demand_fallen():
    both = (blocks("you-first", "talks", "exit"), blocks("no-you", "exit", "talks", "north"))
    case = demanding(*both)
    assert roadmap(done(case, exit=date(2020, 3, 2))).circles == ()
    withdrawn = demanding(*both, entries=(said("withdraws", "2020-03-02", "no-you"),))
    assert len(roadmap(withdrawn, "2020-03-01").circles) == 1
    assert roadmap(withdrawn, "2020-03-02").circles == ()


def test_a_longer_circle_is_told_once_with_every_demand_in_it():
    case = demanding(
        blocks("one", "exit", "talks"),
        blocks("also-one", "exit", "talks", "north"),
        blocks("two", "talks", "oath"),
        blocks("three", "oath", "exit", "convener"),
    )
    found = {circle.steps: circle.demands for circle in roadmap(case).circles}
    assert found == {
        ("talks", "oath"): ("two",),
        ("talks", "oath", "exit"): ("two", "three", "one", "also-one"),
    }


def steps(**needs):
    """Steps by name, each with the steps it needs."""
    return by_id(*(Step(name, text(name), needs=tuple(wanted)) for name, wanted in needs.items()))


def test_a_circle_takes_the_shortest_way():
    case = replace(demanding(blocks("wait", "a", "b")), roadmap=steps(a="", b="ac", c="a"))
    assert [circle.steps for circle in roadmap(case).circles] == [("a", "b")]


def test_a_circle_does_not_run_through_a_step_that_is_done():
    case = replace(demanding(blocks("wait", "a", "c")), roadmap=steps(a="", b="a", c="b"))
    assert [circle.steps for circle in roadmap(case).circles] == [("a", "c", "b")]
    assert roadmap(done(case, b=date(2020, 3, 2))).circles == ()


def test_two_separate_circles_are_both_told():
    case = replace(
        demanding(*(blocks(f"{a}-{b}", a, b) for a, b in ("ab", "ba", "cd", "dc"))),
        roadmap=steps(a="", b="", c="", d=""),
    )
    assert [circle.steps for circle in roadmap(case).circles] == [("a", "b"), ("c", "d")]


def test_a_step_that_waits_for_itself_is_a_circle_of_one():
    case = demanding(blocks("odd", "talks", "talks"))
    (circle,) = roadmap(case).circles
    assert circle.steps == ("talks",)
    assert words(case)[-1] == "“The sides meet” waits for itself, and goes forward only when a side lets go: The south."


def test_a_road_map_is_told_in_sentences():
    case = done(
        demanding(
            blocks("you-first", "talks", "exit"),
            entries=(said("asserts", "2020-03-02", "you-first"),),
        ),
        oath=date(2020, 3, 1),
    )
    assert words(case) == [
        (
            "“The sides meet” is blocked: The south will not have “The sides meet” before “The old head resigns”, "
            "since 2 March 2020."
        ),
        "“The body takes office” is done.",
        "“The old head resigns” is open: nothing on record stands in its way.",
    ]


def test_what_waits_and_what_goes_in_circles_is_told():
    case = demanding(blocks("you-first", "talks", "exit"), blocks("no-you", "exit", "talks", "north"))
    assert words(case) == [
        "“The sides meet” is blocked: The south will not have “The sides meet” before “The old head resigns”.",
        "“The body takes office” waits for “The sides meet”.",
        "“The old head resigns” is blocked: The north will not have “The old head resigns” before “The sides meet”.",
        (
            "“The sides meet” and “The old head resigns” wait for each other, so none of them can come first. They go "
            "forward only together, in one joint move, or when a side lets go of what it waits for: The south and the "
            "north."
        ),
    ]


def test_a_step_is_said_to_wait_only_for_what_is_not_done():
    case = done(replace(TABLE, roadmap=steps(a="", b="", c="ab")), a=date(2020, 3, 2))
    assert words(case)[-1] == "“c” waits for “b”."


def test_a_road_map_is_a_value_with_a_short_face():
    assert roadmap(TABLE) == roadmap(TABLE)
    assert "candidates" not in repr(roadmap(TABLE))


def test_a_case_without_a_road_map_has_an_empty_one():
    assert roadmap(table(roadmap=by_id())).to_dict() == {}
