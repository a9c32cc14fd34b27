"""A made-up cabinet of thirty: deadlocked for four reasons, opened one after the other by changes of position."""

import placet
from cases.folders import CASES, case, raw, script

CABINET = "cabinet-30"
OFFICERS = frozenset({"amber-no-ferndell", "cobalt-no-haskunder", "elm-no-ashtarn"})
FRONTS_VETO = "elm-no-ashtarn"
FIRST, LAST_EVE, LAST = "2040-04-01", "2040-05-25", "2040-05-26"


def reasons(on):
    zone = placet.Zone(case(CABINET), on)
    return {frozenset(conflict.demands) for conflict in zone.conflicts(20).found}


def test_the_case_is_as_large_as_it_says():
    written = raw(CABINET)
    holders = [side for side in written["sides"].values() if side["consent"] == "true"]
    sizes = [len(written[part]) for part in ("posts", "candidates", "demands")]
    assert (sizes, len(holders), len(written["preferences"])) == ([30, 300, 80], 5, 5)


def test_the_case_is_what_its_script_writes():
    assert (CASES / CABINET / "case.yaml").read_text(encoding="utf-8") == script(CABINET, "make.py").case_yaml()


def test_at_first_it_is_deadlocked_for_four_reasons():
    assert reasons(FIRST) == {
        frozenset({"amber-interior", "birch-no-hall-at-interior"}),
        frozenset({"cobalt-early-vote", "dune-late-vote"}),
        frozenset({"amber-narrow-amnesty", "dune-late-vote", "elm-general-amnesty"}),
        OFFICERS,
    }


def test_one_of_the_reasons_is_three_posts_for_which_two_officers_are_left():
    found = placet.Zone(case(CABINET), FIRST).conflicts(20).found
    shortage = next(conflict.to_dict()["shortage"] for conflict in found if set(conflict.demands) == OFFICERS)
    assert shortage["posts"] == ["defence", "borders", "police"]
    assert len(shortage["people"]) == 2


def test_on_the_eve_one_reason_is_left_and_any_of_three_sides_can_end_it_alone():
    assert reasons(LAST_EVE) == {OFFICERS}
    zone = placet.Zone(case(CABINET), LAST_EVE)
    assert {frozenset(way.give_up) for way in zone.concessions(20).found} == {frozenset({id_}) for id_ in OFFICERS}


def test_it_opens_on_the_day_on_which_the_front_takes_back_its_veto():
    before, after = (placet.Zone(case(CABINET), on) for on in (LAST_EVE, LAST))
    assert (bool(before.feasible()), bool(after.feasible())) == (False, True)
    assert {change.demand for change in placet.compare(case(CABINET), LAST_EVE, LAST).changed} == {FRONTS_VETO}
