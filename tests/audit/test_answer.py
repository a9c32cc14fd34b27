"""What sides and holders send back: agreement, cosignatures, complaints and releases, in one file."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.rounds import CLOSES, KEYS, SHEETS, Played, agreement, finished
from placet.audit.answer import Answer, agree_to, check_may_release, complain_of, read_answer, release_all, seen
from placet.audit.bundle import take_bundle
from placet.audit.desk import Desk
from placet.audit.revealed import names_on, read_revealed, reveal
from placet.ledger.store import MemoryStore
from placet.ledger.witness import ForkError, Watched
from placet.seal.canonical import canonical
from placet.seal.envelope import Envelope, Kept, seal
from placet.seal.faults import SealError
from placet.seal.keys import draw_keys

NOW = 1_796_000_000


def test_a_round_runs_on_answers_sent_as_files() -> None:
    agreed = agreement()
    played = Played(agreed)
    played.desk.open()
    for side in ("north", "south"):
        assert played.desk.take_answer(read_answer(agree_to(agreed, KEYS[side]).to_bytes())) == ("agreed",)
    played.hand_in("north", "south").close()
    bundle = take_bundle(played.desk.log, "full")
    for holder in ("north", "south", "mediator"):
        cosigned, _ = seen(bundle, agreed, KEYS[holder], Watched(), NOW)
        answer = replace(cosigned, releases=release_all(bundle, KEYS[holder]))
        assert played.desk.take_answer(read_answer(answer.to_bytes())) == ("cosigned", "release", "release")
    recomputed, _ = played.desk.come_out()
    assert recomputed.appointment.outcome.appointed == ("Dawud",)


def test_an_answer_that_is_sent_twice_adds_nothing() -> None:
    played = Played(agreement()).begin().hand_in("north").close()
    bundle = take_bundle(played.desk.log, "full")
    answer = Answer("mediator", releases=release_all(bundle, KEYS["mediator"]))
    played.desk.take_answer(answer)
    size = len(played.desk.log)
    assert played.desk.take_answer(answer) == ()
    assert len(played.desk.log) == size


def test_an_answer_under_anothers_name_is_refused() -> None:
    agreed = agreement()
    played = Played(agreed)
    played.desk.open()
    with pytest.raises(SealError, match="the agreement of south"):
        played.desk.take_answer(replace(agree_to(agreed, KEYS["north"]), who="south"))
    bundle = take_bundle(played.desk.log, "full")
    cosigned, _ = seen(bundle, agreed, KEYS["north"], Watched(), NOW)
    with pytest.raises(SealError, match="not by south"):
        played.desk.take_answer(read_answer(replace(cosigned, who="south").to_bytes()))
    with pytest.raises(SealError, match="those of a side"):
        agree_to(agreed, draw_keys("north"))


def test_nothing_is_released_while_the_round_is_open_or_by_a_stranger() -> None:
    played = Played(agreement()).begin().hand_in("north")
    with pytest.raises(SealError, match="nobody reads early"):
        release_all(take_bundle(played.desk.log, "full"), KEYS["mediator"])
    played.close()
    with pytest.raises(SealError, match="those of a holder"):
        release_all(take_bundle(played.desk.log, "full"), draw_keys("mediator"))
    with pytest.raises(SealError, match="a full bundle"):
        release_all(take_bundle(played.desk.log, "public"), KEYS["mediator"])


def test_shares_for_recovery_are_released_only_when_asked() -> None:
    played = Played(agreement()).begin().hand_in("north").close()
    bundle = take_bundle(played.desk.log, "full")
    assert len(release_all(bundle, KEYS["mediator"])) == 1
    assert release_all(bundle, KEYS["registry"]) == ()
    assert len(release_all(bundle, KEYS["registry"], [1])) == 1


def test_a_fork_is_seen_by_who_kept_what_was_seen_before() -> None:
    agreed = agreement()
    one, other = Played(agreed).begin().hand_in("north"), Played(agreed).begin().hand_in("south")
    one.desk.checkpoint(), other.desk.checkpoint()
    _, kept = seen(take_bundle(one.desk.log, "full"), agreed, KEYS["north"], Watched(), NOW)
    one.hand_in("south")
    _, kept = seen(take_bundle(one.desk.log, "public"), agreed, KEYS["north"], kept, NOW)
    for _ in range(4):
        other.hand_in("north")
    with pytest.raises(ForkError, match="not the ones shown before"):
        seen(take_bundle(other.desk.log, "full"), agreed, KEYS["north"], kept, NOW)


def test_a_checkpoint_beside_another_log_is_not_cosigned() -> None:
    agreed = agreement()
    bundle = take_bundle(Played(agreed).begin().hand_in("north").desk.log, "full")
    other = take_bundle(Played(agreed).begin().hand_in("north").desk.log, "full")
    with pytest.raises(SealError, match="one bundle of one log"):
        seen(replace(bundle, checkpoints=other.checkpoints), agreed, KEYS["north"], Watched(), NOW)
    with pytest.raises(SealError, match="without a checkpoint"):
        seen(replace(bundle, checkpoints={}), agreed, KEYS["north"], Watched(), NOW)


def test_a_holder_complains_of_a_false_share_and_the_complaint_is_in_the_ledger() -> None:
    played = Played(agreement()).begin()
    true = played.sealed("north")
    bent = tuple(tuple(replace(one, check=bytes(32)) for one in chosen) for chosen in true.contents.shares)
    contents = replace(true.contents, shares=bent)
    bare = replace(true.head, contents=contents.digest, signature=b"")
    false = Envelope(replace(bare, signature=KEYS["north"].sign("envelope", bare.body)), contents)
    played.desk.hand_in(false.to_bytes())
    complaints = complain_of(take_bundle(played.desk.log, "full"), KEYS["mediator"])
    assert [place for _, place, _ in complaints] == [0, 1]
    answer = read_answer(Answer("mediator", complaints=complaints).to_bytes())
    assert played.desk.take_answer(answer) == ("complaint",)
    assert played.desk.course.complaints == {false.digest: frozenset({"mediator"})}
    played.hand_in("north")
    assert complain_of(take_bundle(played.desk.log, "full"), KEYS["mediator"]) == ()


def test_a_desk_opened_again_goes_on_where_it_was() -> None:
    store = MemoryStore()
    played = Played(agreement(), store=store).begin().hand_in("north")
    again = Desk(store, played.agreed, KEYS["keeper"], lambda: played.now)
    assert again.course == played.desk.course


def test_a_finished_round_takes_no_second_outcome() -> None:
    with pytest.raises(SealError, match="a second outcome"):
        finished().desk.come_out()


@given(st.binary(max_size=100) | st.dictionaries(st.sampled_from(["placet-answer", "who"]), st.text()).map(canonical))
def test_any_bytes_give_an_answer_or_a_clear_error(data: bytes) -> None:
    with pytest.raises(SealError):
        read_answer(data)


def test_a_holder_releases_only_after_the_closing_time_by_its_own_clock() -> None:
    played = Played(agreement()).begin().hand_in("north").close()
    bundle = take_bundle(played.desk.log, "full")
    with pytest.raises(SealError, match="nobody reads early"):
        check_may_release(bundle, KEYS["mediator"], CLOSES - timedelta(seconds=1), ["north", "south"])
    check_may_release(bundle, KEYS["mediator"], CLOSES, ["north", "south"])


def test_a_holder_releases_only_under_a_closing_that_each_side_has_cosigned() -> None:
    played = Played(agreement()).begin().hand_in("north").close()
    bundle = take_bundle(played.desk.log, "full")
    with pytest.raises(SealError, match="north, south did not cosign"):
        check_may_release(bundle, KEYS["mediator"], CLOSES)
    with pytest.raises(SealError, match="that south did not cosign"):
        check_may_release(bundle, KEYS["north"], CLOSES)  # its own cosignature comes with the answer
    for side in ("north", "south"):
        played.desk.take_answer(seen(bundle, played.agreed, KEYS[side], Watched(), NOW)[0])
    check_may_release(take_bundle(played.desk.log, "full"), KEYS["mediator"], CLOSES)


def test_nothing_is_released_before_the_round_is_closed_whatever_the_clock() -> None:
    played = Played(agreement()).begin().hand_in("north")
    with pytest.raises(SealError, match="nobody reads early"):
        check_may_release(take_bundle(played.desk.log, "full"), KEYS["mediator"], CLOSES, ["north", "south"])


def test_a_side_that_reveals_its_sheet_can_be_believed_and_no_other_sheet_can() -> None:
    agreed = agreement()
    envelope, kept = seal(SHEETS["north"], agreed.terms, KEYS["north"])
    found, shown = read_revealed(reveal(envelope, kept), agreed.terms)
    assert (found, shown) == (envelope, kept)
    assert names_on(shown, "strikes") == ("Adib", "Basma")
    other = Kept({**SHEETS["north"], "strikes": ["Adib"]}, kept.salt)
    with pytest.raises(SealError, match="not in the envelope of north"):
        read_revealed(reveal(envelope, other), agreed.terms)
    with pytest.raises(SealError):
        read_revealed(reveal(envelope, Kept("Adib", kept.salt)), agreed.terms)
