"""Checking a bundle: what a sound one shows, and each way of bending one that is seen."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.rounds import KEYS, Played, agreement, finished
from placet.audit.bundle import Bundle, read_bundle, take_bundle, write_bundle
from placet.audit.entries import Entry, read_entry
from placet.audit.verify import Verdict, verify
from placet.ledger.log import Log
from placet.ledger.store import MemoryStore
from placet.ledger.tree import leaf_hash
from placet.ledger.witness import cosignature
from placet.seal.faults import SealError
from placet.words import say


def cosigned() -> Played:
    """A finished round whose closing both sides have cosigned."""
    played = Played(agreement()).begin().hand_in("north", "south").close()
    closing = played.desk.course.closing
    assert closing is not None
    for side in ("north", "south"):
        note = played.desk.checkpoint()
        played.desk.cosign(closing, side, cosignature(note, KEYS[side], 1_796_000_000))
    played.release().desk.come_out()
    return played


PLAYED = cosigned()
FULL, PUBLIC = take_bundle(PLAYED.desk.log, "full"), take_bundle(PLAYED.desk.log, "public")


def failed(verdict: Verdict) -> set[str]:
    return {check.name for check in verdict.checks if not check.ok}


def relogged(bodies: list[bytes]) -> Bundle:
    """What a dishonest keeper shows: another log, signed with the keeper's own key."""
    log = Log(MemoryStore(), PLAYED.agreed.origin)
    for body in bodies:
        log.append(body)
        log.checkpoint(KEYS["keeper"])
    return take_bundle(log, "full")


BODIES = [FULL.entries[place] for place in range(len(FULL.leaves))]


def test_a_full_bundle_holds_and_gives_the_outcome_again() -> None:
    verdict = verify(read_bundle(write_bundle(FULL)))
    assert verdict.ok
    assert [check.name for check in verdict.checks] == [
        "entries",
        "tree",
        "checkpoints",
        "course",
        "closing",
        "outcome",
    ]
    assert verdict.could_not_check == ()
    assert verdict.recomputed is not None
    assert verdict.recomputed.appointment.outcome.appointed == ("Dawud",)


def test_a_public_bundle_holds_and_says_what_it_could_not_check() -> None:
    verdict = verify(read_bundle(write_bundle(PUBLIC)))
    assert verdict.ok
    assert "outcome" not in {check.name for check in verdict.checks}
    assert [say(each) for each in verdict.could_not_check] == [
        "8 entries are withheld from the public: neither the sheets nor the outcome could be checked."
    ]


def test_a_public_bundle_holds_nothing_that_is_sealed() -> None:
    data = b"".join(PUBLIC.entries.values())
    for envelope in PLAYED.desk.course.counted.values():
        assert envelope.head.commitment.hex().encode() in data
        assert envelope.contents.box.hex()[:64].encode() not in data
        for chosen in envelope.contents.shares:
            assert all(one.sealed.hex().encode() not in data for one in chosen)
    assert b"placet-release" not in data


def test_a_side_that_did_not_cosign_the_closing_is_named() -> None:
    verdict = verify(take_bundle(finished().desk.log, "full"))
    assert verdict.ok
    assert [say(each).split(" did not")[0] for each in verdict.could_not_check] == ["north", "south"]


def test_an_open_round_can_be_checked_too() -> None:
    verdict = verify(take_bundle(Played(agreement()).begin().hand_in("north").desk.log, "full"))
    assert verdict.ok
    assert "The round is open, so more may come." in [say(each) for each in verdict.could_not_check]


@pytest.mark.parametrize("bundle", [FULL, PUBLIC])
def test_a_changed_entry_is_seen(bundle: Bundle) -> None:
    for place, body in bundle.entries.items():
        bent = {**bundle.entries, place: body.replace(b'"at":"2026', b'"at":"2027')}
        assert "entries" in failed(verify(replace(bundle, entries=bent)))


def test_a_dropped_and_a_reordered_leaf_are_seen() -> None:
    leaves = list(FULL.leaves)
    for bent in (leaves[:-1], [*leaves[1:2], *leaves[:1], *leaves[2:]]):
        entries = {place: body for place, body in FULL.entries.items() if place < len(bent)}
        assert failed(verify(replace(FULL, leaves=tuple(bent), entries=entries)))


def test_an_envelope_left_out_by_the_keeper_is_no_longer_the_cosigned_log() -> None:
    south = [at for at, body in enumerate(BODIES) if read_entry(body).kind in {"sealed", "envelope"}][2:]
    closing = PLAYED.desk.course.closing
    assert closing is not None
    other = relogged([body for at, body in enumerate(BODIES[:closing]) if at not in south])
    # The keeper can sign another log, but has the sides' cosignatures for the true one alone.
    assert verify(other).ok
    assert len(verify(other).could_not_check) == 3
    size = len(other.leaves)
    both = replace(other, checkpoints={**other.checkpoints, size: FULL.checkpoints[closing]})
    assert "tree" in failed(verify(both))


def test_a_false_outcome_is_seen() -> None:
    last = read_entry(BODIES[-1])
    appointment = {**last.fields["appointment"], "appointed": ["Chadia"]}
    bent = Entry("outcome", last.at, {**last.fields, "appointment": appointment}).to_bytes()
    assert failed(verify(relogged([*BODIES[:-1], bent]))) == {"outcome"}


def test_an_entry_that_may_not_follow_is_seen() -> None:
    closed = next(at for at, body in enumerate(BODIES) if read_entry(body).kind == "closed")
    early = [*BODIES[:1], BODIES[closed], *BODIES[1:closed], *BODIES[closed + 1 :]]
    assert "course" in failed(verify(relogged(early)))
    assert "course" in failed(verify(relogged([BODIES[0], *BODIES])))
    assert "course" in failed(verify(relogged(BODIES[1:])))


def test_a_checkpoint_that_the_keeper_did_not_sign_is_seen() -> None:
    log = Log(MemoryStore(), PLAYED.agreed.origin)
    log.append(*BODIES)
    log.checkpoint(KEYS["mediator"])
    assert "checkpoints" in failed(verify(take_bundle(log, "full")))


def test_a_closing_that_nobody_signed_is_seen() -> None:
    closing = PLAYED.desk.course.closing
    others = {size: note for size, note in FULL.checkpoints.items() if size != closing}
    assert failed(verify(replace(FULL, checkpoints=others))) == {"closing"}


def test_a_full_bundle_with_an_entry_missing_is_not_full() -> None:
    entries = {place: body for place, body in FULL.entries.items() if place != 4}
    assert "entries" in failed(verify(replace(FULL, entries=entries)))


def test_the_same_log_gives_the_same_bytes() -> None:
    assert write_bundle(FULL) == write_bundle(take_bundle(PLAYED.desk.log, "full"))


def zipped(files: dict[str, bytes], attributes: int = 0) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = attributes << 16
            archive.writestr(info, data)
    return packed.getvalue()


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_bundle(FULL))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "name",
    [
        "../bundle.json",
        "/etc/passwd",
        "entries/1.json",
        "entries/../0000000001.json",
        "C:\\x",
        "entries\\0000000001.json",
    ],
)
def test_parts_with_other_names_are_refused(name: str) -> None:
    with pytest.raises(SealError):
        read_bundle(zipped({**parts(), name: b"x"}))


def test_links_bombs_and_doubled_parts_are_refused() -> None:
    with pytest.raises(SealError, match="a link or encrypted"):
        read_bundle(zipped(parts(), 0o120777))
    twice = zipped({"bundle.json": b"{}", "bundle.jsoN": b"{}"}).replace(b"bundle.jsoN", b"bundle.json")
    with pytest.raises(SealError, match="each once"):
        read_bundle(twice)
    bomb = zipped({"bundle.json": b"{}"})
    declared = bytearray(bomb)
    where = bomb.index(b"PK\x01\x02") + 24
    declared[where : where + 4] = (2 * 1024**3).to_bytes(4, "little")
    with pytest.raises(SealError, match="1 GiB"):
        read_bundle(bytes(declared))


def test_leaves_that_are_not_hashes_are_refused() -> None:
    for leaves in (
        b"",
        b"zz\n",
        parts()["leaves.txt"][:-1],
        parts()["leaves.txt"] + b"\n",
        parts()["leaves.txt"].upper(),
    ):
        with pytest.raises(SealError, match="hashes"):
            read_bundle(zipped({**parts(), "leaves.txt": leaves}))


@given(st.binary(max_size=200))
def test_any_bytes_give_a_bundle_or_a_clear_error(data: bytes) -> None:
    with pytest.raises(SealError):
        read_bundle(data)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_bent_byte_anywhere_in_the_zip_never_passes_for_another_bundle(data: st.DataObject) -> None:
    whole = write_bundle(FULL)
    place = data.draw(st.integers(0, len(whole) - 1))
    bent = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    try:
        read = read_bundle(bent)
    except SealError:
        return
    assert read == FULL or not verify(read).ok or read.checkpoints != FULL.checkpoints


def test_the_leaf_of_a_withheld_entry_is_there() -> None:
    withheld = [place for place in range(len(PUBLIC.leaves)) if place not in PUBLIC.entries]
    assert {read_entry(FULL.entries[place]).kind for place in withheld} == {"sealed", "release"}
    assert all(PUBLIC.leaves[place] == leaf_hash(FULL.entries[place]) for place in withheld)
