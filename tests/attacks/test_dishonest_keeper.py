"""What the keeper of a ledger could try: drop, reorder, cut, fork, roll back, close early, take late, draw the lot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from attacks.forging import bodies, failed, log_of, opened, shown, verdict_of
from audit.rounds import CLOSES, KEYS, NAMES, SHEETS, Played, agreement, finished
from placet.audit.answer import Answer, release_all, seen
from placet.audit.bundle import take_bundle
from placet.audit.desk import Desk
from placet.audit.entries import Entry, read_entry
from placet.audit.lots import Lots
from placet.ledger.log import Log
from placet.ledger.store import MemoryStore, StoreError
from placet.ledger.witness import ForkError, Watched, cosignature
from placet.seal.canonical import canonical
from placet.seal.faults import SealError
from placet.seal.opening import release
from placet.words import say

NOW = 1_796_000_000


def visited(played: Played) -> Watched:
    """What north remembers after it has looked at the round."""
    played.desk.checkpoint()
    return seen(take_bundle(played.desk.log, "full"), played.agreed, KEYS["north"], Watched(), NOW)[1]


def both_in() -> tuple[Played, list[bytes]]:
    played = opened().hand_in("north", "south")
    return played, bodies(played)


BENT: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "dropped": lambda entries: [*entries[:3], *entries[5:], *entries[5:]],
    "reordered": lambda entries: [*entries[:3], *entries[5:7], *entries[3:5]],
    "changed": lambda entries: [*entries[:-1], entries[-1].replace(b'"at":"2026', b'"at":"2027')],
}


@pytest.mark.parametrize("how", BENT)
def test_an_entry_is_dropped_reordered_or_changed_after_a_side_has_seen_it(how: str) -> None:
    played, entries = both_in()
    memory = visited(played)
    other = take_bundle(log_of(BENT[how](entries), played.agreed), "full")
    with pytest.raises(ForkError):
        seen(other, played.agreed, KEYS["north"], memory, NOW)


def test_the_log_is_cut_after_a_side_has_seen_it() -> None:
    played, entries = both_in()
    memory = visited(played)
    with pytest.raises(ForkError) as caught:
        seen(shown(entries[:3], played.agreed), played.agreed, KEYS["north"], memory, NOW)
    assert caught.value.seen == memory.note  # with the other note, proof for everybody


def test_two_sides_are_shown_two_logs_of_one_size() -> None:
    one, other = opened().hand_in("north"), opened().hand_in("north")
    memory = visited(one)
    other.desk.checkpoint()
    with pytest.raises(ForkError):
        seen(take_bundle(other.desk.log, "full"), one.agreed, KEYS["north"], memory, NOW)


def test_a_checkpoint_of_one_log_is_shown_beside_another() -> None:
    one, other = finished(), finished()
    mixed = replace(take_bundle(one.desk.log, "full"), checkpoints=take_bundle(other.desk.log, "full").checkpoints)
    assert "tree" in failed(mixed)
    with pytest.raises(SealError, match="not of the log beside it"):
        seen(mixed, one.agreed, KEYS["north"], Watched(), NOW)


def test_the_database_is_rolled_back_below_what_was_signed() -> None:
    played, entries = both_in()
    played.desk.checkpoint()
    ((size, note), *_) = played.desk.log.store.checkpoints()[-1:]
    back = MemoryStore()
    Log(back, played.agreed.origin).append(*entries[:3])
    back.keep_checkpoint(size, lambda _: note)
    with pytest.raises(StoreError, match="rolled back"):
        Desk(back, played.agreed, KEYS["keeper"], lambda: played.now).checkpoint()


def test_the_database_is_rolled_back_under_a_desk_that_is_open() -> None:
    played, entries = both_in()
    assert played.desk.course.size == len(entries)
    back = MemoryStore()
    back.append(entries[:3])
    played.desk.log.store = back
    with pytest.raises(StoreError, match="rolled back"):
        played.hand_in("north")


def test_an_entry_is_changed_in_the_database_itself() -> None:
    played = finished()
    store = played.desk.log.store
    assert isinstance(store, MemoryStore)
    store._bodies[-1] = store._bodies[-1].replace(b"Dawud", b"Basma")
    assert "tree" in failed(take_bundle(played.desk.log, "full"))


def test_a_checkpoint_is_signed_by_somebody_else() -> None:
    played = finished()
    log = log_of(bodies(played), played.agreed, KEYS["mediator"])
    assert "checkpoints" in failed(take_bundle(log, "full"))
    with pytest.raises(SealError, match="keeper did not sign"):
        seen(take_bundle(log, "full"), played.agreed, KEYS["north"], Watched(), NOW)


def test_a_cosignature_is_forged_by_the_keeper() -> None:
    played = opened().hand_in("north")
    note = played.desk.checkpoint()
    forged = cosignature(note, replace(KEYS["keeper"], id="north"), NOW)
    with pytest.raises(SealError):
        played.desk.cosign(len(played.desk.log), "north", forged)


def test_an_envelope_is_left_out_and_the_missing_cosignature_is_named() -> None:
    played, entries = both_in()
    closed = Entry("closed", CLOSES, {}).to_bytes()
    verdict = verdict_of(shown([*entries[:5], closed], played.agreed))  # south's envelope is gone
    told = [say(each) for each in verdict.could_not_check]
    assert any("south did not cosign" in sentence for sentence in told)


def test_a_sheet_is_taken_late() -> None:
    played = opened()
    late = played.sealed("south").to_bytes()
    played.now = CLOSES
    with pytest.raises(SealError, match="one before"):
        played.desk.hand_in(late)


def test_a_sheet_is_taken_after_the_closing_with_the_clock_put_back() -> None:
    played = opened()
    late = played.sealed("south").to_bytes()
    played.close()
    played.now = CLOSES - timedelta(hours=2)
    with pytest.raises(SealError):
        played.desk.hand_in(late)
    assert "south" not in played.desk.course.counted


def test_entries_are_dated_back() -> None:
    played = finished()
    entries = bodies(played)
    early = read_entry(entries[-1])
    dated = Entry(early.kind, CLOSES - timedelta(hours=3), early.fields).to_bytes()
    assert "course" in failed(shown([*entries[:-1], dated], played.agreed))


def test_a_round_is_closed_before_its_time() -> None:
    played = opened().hand_in("north")
    with pytest.raises(SealError, match="before its time"):
        played.desk.close()


def test_a_round_is_shortened_by_an_extension() -> None:
    played = opened().hand_in("north")
    with pytest.raises(SealError, match="later closing time"):
        played.desk.extend(CLOSES - timedelta(hours=1), "a reason")


def test_a_round_is_extended_when_it_is_known_who_is_late() -> None:
    played = opened().hand_in("north")
    played.now = CLOSES
    with pytest.raises(SealError, match="after the closing time"):
        played.desk.extend(CLOSES + timedelta(hours=1), "south is late")


def test_another_outcome_is_written_down() -> None:
    played = finished()
    entries = bodies(played)
    last = read_entry(entries[-1])
    appointment = {**last.fields["appointment"], "appointed": ["Chadia"]}
    false = Entry(last.kind, last.at, {**last.fields, "appointment": appointment}).to_bytes()
    assert failed(shown([*entries[:-1], false], played.agreed)) == {"outcome"}


def test_an_outcome_is_written_down_while_a_sheet_is_sealed() -> None:
    played = opened().hand_in("north", "south").close()
    outcome = finished().desk.course.outcome
    assert outcome is not None
    assert "course" in failed(shown([*bodies(played), outcome.to_bytes()], played.agreed))


def test_the_keeper_draws_the_lot() -> None:
    terms, salts = bytes(32), {"north": bytes(32), "south": bytes(32)}
    drawn = [Lots(terms, salts).below(1000, str(lot)) for lot in range(4)]
    for side in salts:
        other = Lots(terms, {**salts, side: bytes([1]) * 32})
        assert drawn != [other.below(1000, str(lot)) for lot in range(4)], "each side's salt alone turns the lot"
    assert drawn == [Lots(terms, salts).below(1000, str(lot)) for lot in range(4)]


def test_the_keeper_writes_a_lot_that_the_salts_do_not_give() -> None:
    even: dict[str, object] = {"strikes": [], "reasons": {}}
    played = opened()
    played.desk.hand_in(played.sealed("north", {**even, "ranking": ["Adib", "Basma", *NAMES[2:]]}).to_bytes())
    played.desk.hand_in(played.sealed("south", {**even, "ranking": ["Basma", "Adib", *NAMES[2:]]}).to_bytes())
    recomputed, _ = played.close().release().desk.come_out()
    (winner,) = recomputed.appointment.outcome.appointed or ()
    other = {"Adib": "Basma", "Basma": "Adib"}[winner]
    entries = bodies(played)
    false = entries[-1].replace(f'["{winner}"]'.encode(), f'["{other}"]'.encode())
    assert failed(shown([*entries[:-1], false], played.agreed)) == {"outcome"}


def test_a_release_is_asked_for_while_the_round_is_open() -> None:
    played = opened().hand_in("north")
    with pytest.raises(SealError, match="nobody reads early"):
        release_all(take_bundle(played.desk.log, "full"), KEYS["mediator"])
    early = release(played.desk.course.counted["north"], played.agreed.terms, KEYS["mediator"], 0, bytes(32))
    with pytest.raises(SealError, match="while the round is open"):
        played.desk.take_release(early.to_bytes())


def test_a_holder_is_shown_a_closing_that_is_not_in_the_log() -> None:
    played = opened().hand_in("north")
    true = take_bundle(played.desk.log, "full")
    closed = Entry("closed", CLOSES, {}).to_bytes()
    false = replace(true, leaves=(*true.leaves, bytes(32)), entries={**true.entries, len(true.leaves): closed})
    with pytest.raises(SealError, match="not those of its log"):
        release_all(false, KEYS["mediator"])


def test_a_release_over_another_closed_log_is_used() -> None:
    one, other = opened().hand_in("north").close(), opened()
    other.desk.hand_in(one.desk.course.counted["north"].to_bytes())
    other.hand_in("south").close()
    (moved,) = release_all(take_bundle(other.desk.log, "full"), KEYS["mediator"])[:1]
    with pytest.raises(SealError, match="another closed ledger"):
        one.desk.take_release(moved)


def test_an_envelope_is_hidden_in_a_public_bundle() -> None:
    public = take_bundle(finished().desk.log, "public")
    heads = [place for place, body in public.entries.items() if read_entry(body).kind == "envelope"]
    for place in heads:
        rest = {at: body for at, body in public.entries.items() if at != place}
        assert "course" in failed(replace(public, entries=rest))


def test_an_extension_that_shortens_is_shown_to_the_public() -> None:
    played = opened().hand_in("north")
    shorter = CLOSES - timedelta(hours=4)
    entry = Entry("extended", played.now, {"closes": shorter.strftime("%Y-%m-%dT%H:%M:%SZ"), "reason": "x"}).to_bytes()
    assert "course" in failed(shown([*bodies(played), entry], played.agreed, "public"))


def test_an_answer_is_sent_under_anothers_name() -> None:
    played = opened().hand_in("north")
    played.desk.checkpoint()
    answer, _ = seen(take_bundle(played.desk.log, "full"), played.agreed, KEYS["south"], Watched(), NOW)
    with pytest.raises(SealError):
        played.desk.take_answer(replace(answer, who="north"))


def test_an_answer_is_a_release_in_the_name_of_another_holder() -> None:
    played = opened().hand_in("north").close()
    root = played.desk.closing_root()
    assert root is not None
    envelope = played.desk.course.counted["north"]
    own = release(envelope, played.agreed.terms, KEYS["north"], 0, root)
    bare = replace(own, holder="mediator", signature=b"")
    forged = replace(bare, signature=KEYS["north"].sign("release", bare.body))
    with pytest.raises(SealError, match="release by mediator with a signature"):
        played.desk.take_answer(Answer("mediator", releases=(forged.to_bytes(),)))


def test_the_outcome_tells_the_public_no_mark() -> None:
    played = Played(agreement()).begin().hand_in("north", "south").close().release()
    recomputed, _ = played.desk.come_out()
    public = b"".join(take_bundle(played.desk.log, "public").entries.values())
    assert canonical(SHEETS["north"]["strikes"]) not in public
    assert recomputed.fates == {"north": "counted", "south": "counted"}
