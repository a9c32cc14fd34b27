"""The rehearsal before a round opens: it finds what the rules leave open, and what would leave the round stuck."""

import pytest

from audit.rounds import KEYS, NAMES, Played, agreement
from placet.audit.agreement import Named
from placet.audit.recompute import SEALED, recompute
from placet.audit.rehearsal import left_open, rehearse
from placet.errors import PlacetError
from placet.seal.envelope import seal


def test_rules_that_say_all_leave_nothing_open() -> None:
    assert left_open(agreement()) == ()
    assert rehearse(agreement()).blocking is None


@pytest.mark.parametrize("missing", ["tie"])
def test_a_field_that_some_run_needs_is_found(missing: str) -> None:
    settings = {"list": "7", "strikes": "2", "silence": "accepts-all", "tie": "lot"}
    del settings[missing]
    assert [gap.field for gap in left_open(agreement(settings=settings))] == [missing]


def test_a_tie_rule_that_can_itself_tie_leaves_the_tie_open() -> None:
    settings = {"list": "7", "strikes": "2", "tie": "least-gap"}
    assert [gap.field for gap in left_open(agreement(settings=settings))] == ["tie"]
    assert left_open(agreement(settings={**settings, "tie": "least-gap,lot"})) == ()


def test_silence_and_a_nominee_who_declines_are_rehearsed() -> None:
    found = {gap.field for gap in left_open(agreement("missouri-practice", {"list": "7", "tie": "lot"}))}
    assert found == {"silence", "acceptance"}


def test_strikes_only_rules_are_rehearsed_without_ranks() -> None:
    found = rehearse(agreement("nba-system-arbitrator", {"list": "7"}))
    assert found.blocking is None
    assert {gap.field for gap in found.gaps} == {"silence", "acceptance"}


def test_a_list_of_another_length_than_the_rule_has_blocks() -> None:
    found = rehearse(agreement(settings={}))
    assert "7 names on the list" in str(found.blocking)


def test_a_procedure_that_needs_every_side_is_known_to_fail_on_silence() -> None:
    settings = {"list": "7", "first": "north", "acceptance": "asked"}
    assert rehearse(agreement("rule-of-k-names", settings)).fails_on_silence
    assert not rehearse(agreement()).fails_on_silence


@pytest.mark.parametrize(("strikes", "left"), [("0", None), ("2", 3), ("3", 1), ("any", 0)])
def test_the_guaranteed_survivors_are_those_that_no_strikes_reach(strikes: str, left: int | None) -> None:
    settings = {"list": "7", "strikes": strikes, "silence": "accepts-all", "tie": "lot"}
    assert rehearse(agreement(settings=settings)).fewest_left == left


def test_what_a_rehearsal_promises_a_round_keeps() -> None:
    settings = {"list": "7", "strikes": "3", "tie": "lot"}
    agreed = agreement(settings=settings)
    assert rehearse(agreed).fewest_left == 1
    played = Played(agreed).begin()
    for side, struck in (("north", NAMES[:3]), ("south", NAMES[3:6])):
        sheet = {"strikes": list(struck), "ranking": [name for name in NAMES if name not in struck], "reasons": {}}
        played.desk.hand_in(seal(sheet, agreed.terms, KEYS[side])[0].to_bytes())
    recomputed = recompute(played.close().release().desk.course)
    assert recomputed.appointment.outcome.appointed == ("Ghada",)


LISTS = [Named(f"{one}-{at:02d}", one) for one, size in (("chair", 10), ("non-public", 20)) for at in range(size)]


def test_names_on_several_lists_are_ranked_on_each_list_by_itself() -> None:
    agreed = agreement("finra-industry-members", {"tie": "lot", "silence": "accepts-all"}, names=LISTS)
    assert left_open(agreed) == ()
    played = Played(agreed).begin()
    names = [named.name for named in agreed.names]
    sheet = {"strikes": [], "ranking": names, "reasons": {}}
    for side in ("north", "south"):
        played.desk.hand_in(seal(sheet, agreed.terms, KEYS[side])[0].to_bytes())
    recomputed = recompute(played.close().release().desk.course)
    assert recomputed.fates == {"north": SEALED, "south": SEALED}
    assert set(recomputed.appointment.outcome.appointed or ()) == {"chair-00", "non-public-00", "non-public-01"}


def test_a_rehearsal_that_is_stuck_raises_nothing() -> None:
    try:
        assert rehearse(agreement("apache-vote", {"acceptance": "asked"})).blocking is not None
    except PlacetError as error:
        pytest.fail(str(error))


def test_survivors_are_counted_on_each_list_by_itself() -> None:
    sizes = {"chair": 10, "public": 15, "non-public": 10}
    names = [Named(f"{one} {at:02d}", one) for one, size in sizes.items() for at in range(size)]
    agreed = agreement("finra-three-arbitrators", {"tie": "lot", "silence": "accepts-all"}, names=names)
    # Two sides strike at most 4, 6 and 10 of the three lists: 2 chairs and 3 public names stay, and no non-public one.
    assert rehearse(agreed).fewest_left == 5


def test_survivors_are_not_promised_where_strikes_go_by_turns() -> None:
    settings = {"list": "7", "silence": "skipped", "acceptance": "asked", "first": "north"}
    assert rehearse(agreement("fmcs-alternate-strike", settings)).fewest_left is None
