"""A keeper's clock that jumps both ways: entries never go back, nothing late is taken, and the round can be checked."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.rounds import CLOSES, OPENED, Played, agreement
from placet.audit.bundle import take_bundle
from placet.audit.entries import read_entry
from placet.audit.verify import verify
from placet.seal.faults import SealError

MINUTES = st.integers(-60 * 24, 60 * 24 * 3)
ACTS = st.sampled_from(["north", "south", "close", "extend"])


@given(st.lists(st.tuples(MINUTES, ACTS), max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_the_clock_says_no_entry_goes_back_and_nothing_late_is_taken(jumps: list[tuple[int, str]]) -> None:
    played = Played(agreement()).begin()
    latest = OPENED
    for minutes, act in jumps:
        played.now = OPENED + timedelta(minutes=minutes)
        latest, course = max(played.desk.course.at, played.now), played.desk.course
        is_over = latest >= course.closes or course.closing is not None
        try:
            match act:
                case "close":
                    played.desk.close()
                    assert latest >= course.closes
                case "extend":
                    played.desk.extend(course.closes + timedelta(hours=1), "both asked for it")
                    assert not is_over
                case side:
                    played.hand_in(side)
                    assert not is_over
        except SealError:
            assert is_over or act == "close"
    times = [read_entry(body).at for body in played.desk.log.entries()]
    assert times == sorted(times)
    assert verify(take_bundle(played.desk.log, "full")).ok


def test_a_clock_that_jumped_ahead_shuts_the_round_rather_than_take_what_may_be_late() -> None:
    played = Played(agreement()).begin().hand_in("north")
    played.now = CLOSES + timedelta(days=1)
    played.desk.close()
    played.now = OPENED
    with pytest.raises(SealError):
        played.hand_in("south")
    played.release()
    recomputed, _ = played.desk.come_out()
    assert recomputed.fates == {"north": "counted", "south": "silent"}


def test_a_clock_that_went_back_before_the_opening_writes_the_last_time_again() -> None:
    played = Played(agreement()).begin()
    played.now = OPENED - timedelta(days=400)
    played.hand_in("north")
    assert played.desk.course.at == OPENED
