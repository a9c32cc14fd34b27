"""A round from its opening to its outcome: what its ledger takes, what it refuses, and what comes of it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.rounds import CLOSES, KEYS, NAMES, OPENED, RECOVERY, SHEETS, Played, agreement, finished
from placet.audit.agreement import Named, agreement_from
from placet.audit.desk import Desk
from placet.audit.lots import Lots
from placet.audit.recompute import SEALED, SILENT, UNUSABLE, check_usable, recompute, sheet_from
from placet.ledger.notes import SIGNATURE, NoteKey
from placet.ledger.receipt import check_receipt
from placet.ledger.store import MemoryStore
from placet.seal.canonical import canonical
from placet.seal.digests import digest
from placet.seal.faults import SealError


def test_a_whole_round_appoints_whom_the_procedure_appoints_on_the_same_sheets() -> None:
    played = finished()
    outcome = played.desk.course.outcome
    assert outcome is not None
    assert outcome.fields["sheets"] == {"north": SEALED, "south": SEALED}
    assert outcome.fields["appointment"]["appointed"] == ["Dawud"]  # ranks 2 and 1


def test_the_outcome_entry_tells_no_mark() -> None:
    outcome = finished().desk.course.outcome
    assert outcome is not None
    assert b"strike" not in canonical(dict(outcome.fields))


def test_a_receipt_is_given_for_what_lies_in_the_ledger() -> None:
    played = Played(agreement()).begin()
    receipt = played.desk.hand_in(played.sealed("north").to_bytes())
    body = list(played.desk.log.entries())[receipt.position]
    key = NoteKey(played.agreed.origin, SIGNATURE, KEYS["keeper"].card.signing)
    assert check_receipt(receipt, body, key).position == receipt.position


def test_the_last_sheet_before_closing_counts() -> None:
    played = Played(agreement()).begin().hand_in("north", "south")
    played.desk.hand_in(played.sealed("north", {"strikes": ["Dawud"], "ranking": [n for n in NAMES if n != "Dawud"],
                                                "reasons": {}}).to_bytes())  # fmt: skip
    played.close().release()
    assert recompute(played.desk.course).opened["north"].sheet["strikes"] == ["Dawud"]


def test_a_side_that_hands_in_nothing_is_silent_by_the_rule() -> None:
    played = Played(agreement()).begin().hand_in("south").close().release()
    recomputed, _ = played.desk.come_out()
    assert recomputed.fates == {"north": SILENT, "south": SEALED}
    assert recomputed.appointment.outcome.appointed == ("Dawud",)  # south's first choice: north keeps everybody


@pytest.mark.parametrize(
    "sheet",
    [
        {"strikes": ["Adib", "Basma", "Chadia"], "ranking": ["Dawud", "Elias", "Farah", "Ghada"], "reasons": {}},
        {"strikes": ["Nobody"], "ranking": [], "reasons": {}},
        {"strikes": [], "ranking": ["Adib", "Adib"], "reasons": {}},
        {"strikes": "Adib", "ranking": [], "reasons": {}},
        {"rubbish": "rubbish"},
    ],
)
def test_a_sheet_that_the_procedure_cannot_use_is_silence_and_said_so(sheet: object) -> None:
    played = Played(agreement()).begin().hand_in("south")
    played.desk.hand_in(played.sealed("north", sheet).to_bytes())
    recomputed = recompute(played.close().release().desk.course)
    assert recomputed.fates == {"north": UNUSABLE, "south": SEALED}
    assert recomputed.told["north"]
    assert recomputed.appointment.outcome.appointed == ("Dawud",)


def test_a_side_can_check_its_sheet_before_it_seals() -> None:
    agreed = agreement()
    check_usable(agreed, sheet_from(agreed, "north", SHEETS["north"]))
    sheet = {"strikes": ["Adib", "Basma", "Chadia"], "ranking": ["Dawud", "Elias", "Farah", "Ghada"], "reasons": {}}
    with pytest.raises(SealError, match="3 strikes"):
        check_usable(agreed, sheet_from(agreed, "north", sheet))


def test_no_sheet_opens_before_closing_and_none_is_taken_after() -> None:
    played = Played(agreement()).begin().hand_in("north")
    late = played.sealed("south").to_bytes()
    with pytest.raises(SealError, match="before its time"):
        played.desk.close()
    played.close()
    with pytest.raises(SealError, match="too late"):
        played.desk.hand_in(late)


def test_a_sheet_after_the_closing_time_is_late_even_before_anybody_closes() -> None:
    played = Played(agreement()).begin()
    late = played.sealed("south").to_bytes()
    played.now = CLOSES
    with pytest.raises(SealError, match="one before 2026-12-01 17:00:00 UTC"):
        played.desk.hand_in(late)
    played.now = CLOSES - timedelta(seconds=1)
    played.desk.hand_in(late)


def test_a_clock_that_jumps_back_takes_nothing_that_is_late() -> None:
    played = Played(agreement()).begin().hand_in("north")
    late = played.sealed("south").to_bytes()
    played.close()
    played.now = OPENED
    with pytest.raises(SealError, match="too late"):
        played.desk.hand_in(late)
    played.release()
    assert played.desk.course.at == CLOSES


def test_an_extension_is_a_logged_act_with_a_reason_before_the_deadline() -> None:
    played = Played(agreement()).begin()
    with pytest.raises(SealError, match="a reason that all can read"):
        played.desk.extend(CLOSES + timedelta(hours=1), " ")
    with pytest.raises(SealError, match="later closing time"):
        played.desk.extend(CLOSES, "no change")
    played.desk.extend(CLOSES + timedelta(hours=1), "both sides asked for it")
    played.now = CLOSES + timedelta(minutes=30)
    played.hand_in("north")
    with pytest.raises(SealError, match="before its time"):
        played.desk.close()
    played.now = CLOSES + timedelta(hours=1)
    with pytest.raises(SealError, match="after the closing time"):
        played.desk.extend(CLOSES + timedelta(hours=9), "too late")
    played.desk.close()


def test_the_recovery_set_opens_what_a_holder_refuses_but_only_after_its_time() -> None:
    played = Played(agreement()).begin().hand_in("north", "south").close().release(0, ["north", "mediator"])
    with pytest.raises(SealError, match="still sealed"):
        played.desk.come_out()
    with pytest.raises(SealError, match="before its time"):
        played.release(1)
    played.now = RECOVERY
    recomputed, _ = played.release(1).desk.come_out()
    assert recomputed.appointment.outcome.appointed == ("Dawud",)


def test_a_nominee_who_declines_gives_way_to_the_next() -> None:
    played = Played(agreement()).begin().hand_in("north", "south").close().release()
    played.desk.decline("Dawud", "has no time")
    recomputed, _ = played.desk.come_out()
    assert recomputed.appointment.outcome.appointed == ("Chadia",)


def test_a_cancelled_round_takes_nothing_more() -> None:
    played = Played(agreement()).begin().hand_in("north")
    played.desk.cancel("the list was wrong")
    with pytest.raises(SealError, match="a new round"):
        played.hand_in("south")


def test_two_desks_over_one_store_agree_on_one_course() -> None:
    store = MemoryStore()
    one, other = Played(agreement(), store=store).begin(), Played(agreement(), store=store)
    one.hand_in("north")
    other.hand_in("south")
    one.hand_in("north")
    assert one.desk.course == other.desk.course
    assert [len(handed_in) for handed_in in one.desk.course.envelopes.values()] == [2, 1]


def test_only_the_keeper_of_the_agreement_keeps_it() -> None:
    with pytest.raises(SealError, match="the keeper in the agreement"):
        Desk(MemoryStore(), agreement(), KEYS["mediator"], lambda: OPENED)


@pytest.mark.parametrize(
    "change",
    [
        {"list": [Named("Adib").to_dict()]},
        {"rules": {"procedure": "ahla", "edition": "", "settings": {}}},
        {"list": [Named(name).to_dict() for name in (*NAMES, "Zaid")]},
    ],
)
def test_terms_for_another_list_or_other_rules_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(SealError, match="terms for"):
        agreement_from({**agreement().to_dict(), **change})


def test_another_edition_of_the_procedure_is_not_run() -> None:
    agreed = agreement()
    rules = {**agreed.to_dict()["rules"], "edition": "00" * 32}
    terms = {**agreed.to_dict()["terms"], "rules": digest("rules", canonical(rules)).hex()}
    other = agreement_from({**agreed.to_dict(), "terms": terms, "rules": rules})
    played = Played(other).begin().hand_in("north", "south").close().release()
    with pytest.raises(SealError, match="another edition"):
        played.desk.come_out()


def test_lots_are_fixed_by_all_salts_together_and_fair() -> None:
    salts = {"north": bytes(32), "south": bytes([1] * 32)}
    lots = Lots(b"terms", salts)
    assert [lots.below(7, str(number)) for number in range(20)] == [
        Lots(b"terms", dict(reversed(salts.items()))).below(7, str(number)) for number in range(20)
    ]
    assert any(
        lots.below(1000, str(number)) != Lots(b"terms", {**salts, "south": bytes(32)}).below(1000, str(number))
        for number in range(3)
    )
    counts = [0] * 6
    for number in range(6000):
        counts[lots.below(6, str(number))] += 1
    assert sum((count - 1000) ** 2 / 1000 for count in counts) < 20.5  # chi-square, 5 degrees of freedom, p = 0.001


def test_a_tie_is_broken_by_a_lot_that_every_machine_draws_alike() -> None:
    sheets = {
        "north": {"strikes": [], "ranking": ["Adib", "Basma", *NAMES[2:]], "reasons": {}},
        "south": {"strikes": [], "ranking": ["Basma", "Adib", *NAMES[2:]], "reasons": {}},
    }
    seen = set()
    for _ in range(12):
        played = Played(agreement()).begin()
        for side, sheet in sheets.items():
            played.desk.hand_in(played.sealed(side, sheet).to_bytes())
        course = played.close().release().desk.course
        first, again = recompute(course).appointment.outcome, recompute(course).appointment.outcome
        assert first == again
        seen.add(first.appointed)
    assert seen == {("Adib",), ("Basma",)}  # each of 12 rounds has salts of its own; missing one has chance 1 in 2,048


def test_a_last_envelope_handed_in_again_gets_its_receipt_again_and_an_older_one_does_not() -> None:
    played = Played(agreement()).begin()
    first = played.sealed("north").to_bytes()
    receipt = played.desk.hand_in(first)
    size = len(played.desk.log)
    assert played.desk.hand_in(first).position == receipt.position
    assert len(played.desk.log) == size
    played.hand_in("north")
    with pytest.raises(SealError, match="an older sheet cannot be brought back"):
        played.desk.hand_in(first)


JUNK = st.recursive(
    st.booleans() | st.sampled_from(NAMES) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["strikes", "ranking", "reasons", "people"]), JUNK, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_a_side_seals_the_round_comes_to_an_outcome(sheet: dict[str, object]) -> None:
    played = Played(agreement()).begin().hand_in("south")
    played.desk.hand_in(played.sealed("north", sheet).to_bytes())
    recomputed, _ = played.close().release().desk.come_out()
    assert recomputed.fates["north"] in {SEALED, UNUSABLE}
    assert recomputed.appointment.outcome.appointed
