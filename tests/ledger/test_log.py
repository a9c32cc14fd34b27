"""A log over every store: appends, checkpoints, receipts, and those who watch it."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from placet.ledger.checkpoint import read_checkpoint
from placet.ledger.log import Log, root_of
from placet.ledger.notes import COSIGNATURE, SIGNATURE, Note, NoteKey, sign
from placet.ledger.receipt import check_receipt, read_receipt
from placet.ledger.sql_store import SqlStore
from placet.ledger.store import MemoryStore, MovedOnError, Store, StoreError
from placet.ledger.witness import ForkError, Watched, cosignature, watch
from placet.seal.faults import SealError
from placet.seal.keys import draw_keys

ORIGIN = "placet/a-case"
KEEPER, NORTH = draw_keys("keeper"), draw_keys("north")
LOG_KEY = NoteKey(ORIGIN, SIGNATURE, KEEPER.card.signing)
NORTH_KEY = NoteKey("north", COSIGNATURE, NORTH.card.signing)
BODIES = [f"entry {number}".encode() for number in range(20)]


def filled(store: Store, bodies: list[bytes] = BODIES) -> Log:
    log = Log(store, ORIGIN)
    log.append(*bodies)
    return log


def test_entries_are_kept_in_order_with_their_tree(store: Store) -> None:
    log = Log(store, ORIGIN)
    positions = [log.append(body) for body in BODIES[:5]] + [log.append(*BODIES[5:])]
    assert positions == [0, 1, 2, 3, 4, 5]
    assert list(log.entries()) == BODIES
    assert list(log.entries(3, 6)) == BODIES[3:6]
    assert log.head().root == root_of(BODIES)
    assert log.head(7).root == root_of(BODIES[:7])


def test_an_append_decided_on_another_size_is_refused_and_writes_nothing(store: Store) -> None:
    log = filled(store)
    with pytest.raises(MovedOnError, match="20 entries, no longer 19"):
        log.append(b"late", at=19)
    assert len(log) == 20
    assert log.append(b"in time", at=20) == 20


def test_a_receipt_proves_its_entry_offline(store: Store) -> None:
    log = filled(store)
    note = log.checkpoint(KEEPER)
    note = log.add_cosignature(20, cosignature(note, NORTH, 1_790_000_000), NORTH_KEY)
    data = log.receipt(7, note).to_bytes()
    proven = check_receipt(read_receipt(data), BODIES[7], LOG_KEY, [NORTH_KEY])
    assert proven.checkpoint == log.head()
    assert proven.cosigned == {"north": 1_790_000_000}
    with pytest.raises(SealError, match="does not prove this entry"):
        check_receipt(read_receipt(data), BODIES[8], LOG_KEY)


def test_a_receipt_of_another_log_or_keeper_proves_nothing() -> None:
    log = filled(MemoryStore())
    receipt = log.receipt(0, log.checkpoint(KEEPER))
    stranger = NoteKey(ORIGIN, SIGNATURE, NORTH.card.signing)
    with pytest.raises(SealError, match="keeper did not sign"):
        check_receipt(receipt, BODIES[0], stranger)
    other = Log(MemoryStore(), "placet/another")
    other.append(BODIES[0])
    with pytest.raises(SealError, match="keeper did not sign"):
        check_receipt(other.receipt(0, other.checkpoint(KEEPER)), BODIES[0], LOG_KEY)


def test_every_byte_of_a_receipt_matters() -> None:
    log = filled(MemoryStore())
    data = log.receipt(7, log.checkpoint(KEEPER)).to_bytes()

    def check(bent: bytes) -> None:
        check_receipt(read_receipt(bent), BODIES[7], LOG_KEY)

    check(data)
    for place in range(len(data)):
        with pytest.raises(SealError):
            check(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])


def test_a_checkpoint_is_signed_once_for_a_size_and_keeps_its_cosignatures(store: Store) -> None:
    log = filled(store)
    note = log.checkpoint(KEEPER)
    cosigned = log.add_cosignature(20, cosignature(note, NORTH, 1_790_000_000), NORTH_KEY)
    assert log.checkpoint(KEEPER) == cosigned
    log.append(b"one more")
    assert read_checkpoint(log.checkpoint(KEEPER).text).size == 21
    assert [size for size, _ in store.checkpoints()] == [20, 21]


def test_a_cosignature_must_verify_and_belong_to_a_signed_checkpoint(store: Store) -> None:
    log = filled(store)
    note = log.checkpoint(KEEPER)
    with pytest.raises(SealError, match="not by north"):
        log.add_cosignature(20, cosignature(note, KEEPER, 1), NORTH_KEY)
    with pytest.raises(SealError, match="one of a checkpoint that was signed"):
        log.add_cosignature(19, cosignature(note, NORTH, 1), NORTH_KEY)
    assert log.checkpoint(KEEPER) == note


def test_what_was_acknowledged_is_there_when_the_log_is_opened_again(reopen: Callable[[], SqlStore]) -> None:
    note = filled(reopen()).checkpoint(KEEPER)
    again = Log(reopen(), ORIGIN)
    assert list(again.entries()) == BODIES
    assert again.checkpoint(KEEPER) == note
    assert again.append(b"next") == 20
    assert again.head().root == root_of([*BODIES, b"next"])


def test_many_writers_at_once_lose_nothing_and_fork_nothing(reopen: Callable[[], SqlStore]) -> None:
    reopen()
    positions: list[tuple[int, bytes]] = []

    def write(name: int) -> None:
        store = reopen()
        log = Log(store, ORIGIN)
        for number in range(10):
            body = f"{name}:{number}".encode()
            positions.append((log.append(body), body))
            log.checkpoint(KEEPER)
        store.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = reopen()
    entries = list(store.entries())
    assert sorted(positions) == list(enumerate(entries))
    assert Log(store, ORIGIN).head().root == root_of(entries)
    for size, data in store.checkpoints():
        checkpoint = read_checkpoint(data.decode().partition("\n\n")[0] + "\n")
        assert (checkpoint.size, checkpoint.root) == (size, root_of(entries[:size]))


def test_an_append_that_fails_half_way_leaves_nothing(reopen: Callable[[], SqlStore]) -> None:
    log = Log(reopen(), ORIGIN)
    log.append(b"first")
    with pytest.raises((TypeError, StoreError, AttributeError)):
        log.append(b"second", 3)  # type: ignore[arg-type]  # not bytes, and only after the second was written
    assert list(Log(reopen(), ORIGIN).entries()) == [b"first"]
    assert log.append(b"next") == 1


def test_a_log_that_only_grew_is_cosigned_again_and_again() -> None:
    log, watched, size = Log(MemoryStore(), ORIGIN), Watched(), 0
    for body in BODIES:
        log.append(body)
        watched = watch(watched, log.checkpoint(KEEPER), log.consistency(size, len(log)), LOG_KEY)
        size = len(log)
    assert watched.checkpoint == log.head()


def test_a_dropped_a_changed_and_a_reordered_entry_are_each_a_fork_with_its_proof() -> None:
    seen = watch(Watched(), filled(MemoryStore()).checkpoint(KEEPER), (), LOG_KEY)
    for other in (
        [*BODIES[:4], *BODIES[5:], b"more", b"and more"],
        [*BODIES[:4], b"changed", *BODIES[5:], b"more"],
        [BODIES[1], BODIES[0], *BODIES[2:], b"more"],
    ):
        log = filled(MemoryStore(), other)
        note = log.checkpoint(KEEPER)
        with pytest.raises(ForkError, match="not the ones shown before") as raised:
            watch(seen, note, log.consistency(20, len(log)), LOG_KEY)
        assert (raised.value.seen, raised.value.shown) == (seen.note, note.to_bytes())


def test_a_rolled_back_log_and_a_second_view_of_one_size_are_forks() -> None:
    seen = watch(Watched(), filled(MemoryStore()).checkpoint(KEEPER), (), LOG_KEY)
    short = filled(MemoryStore(), BODIES[:12])
    with pytest.raises(ForkError, match="12 entries that had 20"):
        watch(seen, short.checkpoint(KEEPER), (), LOG_KEY)
    view = filled(MemoryStore(), [*BODIES[:19], b"another last"])
    with pytest.raises(ForkError, match="not the ones shown before"):
        watch(seen, view.checkpoint(KEEPER), (), LOG_KEY)


def test_a_checkpoint_by_another_is_no_visit() -> None:
    note = filled(MemoryStore()).checkpoint(KEEPER)
    with pytest.raises(SealError, match="keeper did not sign"):
        watch(Watched(), replace(note, signatures=note.signatures[1:]), (), LOG_KEY)


def test_a_store_that_was_rolled_back_signs_nothing() -> None:
    full = filled(MemoryStore())
    full.checkpoint(KEEPER)
    ((size, data),) = full.store.checkpoints()
    for bodies in (BODIES[:12], [*BODIES[:19], b"another last"], [*BODIES[:4], b"changed", *BODIES[5:], b"more"]):
        back = filled(MemoryStore(), bodies)
        back.store.keep_checkpoint(size, lambda _: data)
        with pytest.raises(StoreError, match="rolled back or changed"):
            back.checkpoint(KEEPER)


def test_a_keeper_of_two_logs_cannot_pass_one_off_as_the_other() -> None:
    other = Log(MemoryStore(), "placet/another")
    other.append(*BODIES)
    text = other.head().text
    note = Note(text, (sign(text, ORIGIN, KEEPER.signing),))  # under the name of this log
    with pytest.raises(SealError, match="a checkpoint of placet/another"):
        watch(Watched(), note, (), LOG_KEY)
    with pytest.raises(SealError, match="a receipt of the log placet/another"):
        check_receipt(other.receipt(3, note), BODIES[3], LOG_KEY)
