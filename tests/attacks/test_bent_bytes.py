"""A bit turned at every position of everything that is handed over, and a bundle that is not what it seems."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from attacks.forging import accepted, bodies, opened
from audit.rounds import CLOSES, KEYS, Played, finished
from placet.audit.agreement import agreement_from
from placet.audit.answer import agree_to, read_answer
from placet.audit.bundle import read_bundle, take_bundle, write_bundle
from placet.audit.verify import verify
from placet.errors import PlacetError
from placet.ledger.checkpoint import read_checkpoint
from placet.ledger.notes import COSIGNATURE, SIGNATURE, NoteKey, read_note, verified
from placet.ledger.receipt import check_receipt, read_receipt
from placet.ledger.witness import cosignature
from placet.seal.canonical import read_canonical
from placet.seal.envelope import read_envelope
from placet.seal.faults import SealError
from placet.seal.keys import read_card
from placet.seal.opening import check_release, read_release, release
from placet.seal.terms import read_terms

PLAYED = finished()
AGREED = PLAYED.agreed
LOG = NoteKey(AGREED.origin, SIGNATURE, AGREED.keeper.signing)


def test_a_bit_is_turned_in_an_envelope() -> None:
    envelope = PLAYED.desk.course.counted["north"]
    assert accepted(envelope.to_bytes(), lambda data: read_envelope(data, AGREED.terms), SealError) == []


def test_a_bit_is_turned_in_a_release() -> None:
    envelope = PLAYED.desk.course.counted["north"]
    whole = release(envelope, AGREED.terms, KEYS["mediator"], 0, bytes(32)).to_bytes()
    read = lambda data: check_release(envelope, AGREED.terms, read_release(data, AGREED.terms))  # noqa: E731 -- short
    assert accepted(whole, read, SealError) == []


def test_a_bit_is_turned_in_a_card() -> None:
    assert accepted(KEYS["north"].card.to_bytes(), read_card, SealError) == []


def test_a_bit_is_turned_in_a_receipt() -> None:
    place = 4
    whole, body = PLAYED.desk.receipt(place).to_bytes(), bodies(PLAYED)[place]
    assert accepted(whole, lambda data: check_receipt(read_receipt(data), body, LOG), SealError) == []


def test_a_bit_is_turned_in_an_entry_that_has_a_receipt() -> None:
    receipt, body = PLAYED.desk.receipt(4), bodies(PLAYED)[4]
    assert accepted(body, lambda data: check_receipt(receipt, data, LOG), SealError) == []


def test_a_bit_is_turned_in_a_cosigned_checkpoint() -> None:
    played = opened()
    note = played.desk.checkpoint()
    whole = played.desk.cosign(
        len(played.desk.log), "north", cosignature(note, KEYS["north"], 1_796_000_000)
    ).to_bytes()
    north = NoteKey("north", COSIGNATURE, KEYS["north"].card.signing)
    keeper = NoteKey(played.agreed.origin, SIGNATURE, played.agreed.keeper.signing)
    assert verified(read_note(whole), [keeper, north]).keys() == {keeper, north}

    def both(data: bytes) -> None:
        read = read_note(data)
        read_checkpoint(read.text)
        if verified(read, [keeper, north]).keys() != {keeper, north}:  # the line of one became that of a stranger
            raise SealError("a signature that is missing", "both")

    assert accepted(whole, both, SealError) == []


def test_a_bit_is_turned_in_the_terms() -> None:
    envelope = PLAYED.desk.course.counted["north"].to_bytes()
    assert accepted(AGREED.terms.to_bytes(), lambda data: read_envelope(envelope, read_terms(data)), SealError) == []


def test_a_bit_is_turned_in_an_agreement() -> None:
    signature = agree_to(AGREED, KEYS["north"]).agreed

    def read(data: bytes) -> None:
        other = agreement_from(read_canonical(data, "the agreement"))
        played = Played(other)  # the desk of whoever keeps that
        played.desk.open()
        played.desk.agree("north", signature)

    assert accepted(AGREED.to_bytes(), read, PlacetError) == []


def test_a_bit_is_turned_in_an_answer() -> None:
    played = opened()
    played.desk.checkpoint()
    played = Played(played.agreed)
    whole = agree_to(played.agreed, KEYS["north"]).to_bytes()

    def read(data: bytes) -> None:
        fresh = Played(played.agreed)
        fresh.desk.open()
        fresh.desk.take_answer(read_answer(data))

    assert accepted(whole, read, SealError) == []


def test_a_bit_is_turned_in_each_entry_of_a_bundle() -> None:
    full = take_bundle(PLAYED.desk.log, "full")
    for place, body in full.entries.items():
        middle = len(body) // 2
        other = body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]
        bundle = read_bundle(zipped({**parts(), f"entries/{place:010d}.json": other}.items()))
        assert not verify(bundle).ok


def test_an_entry_is_exchanged_for_another_that_may_stand_there() -> None:
    played = opened()
    played.desk.extend(CLOSES + timedelta(hours=1), "both sides asked for it")
    full = take_bundle(played.hand_in("north").desk.log, "full")
    ((place, body),) = [(at, one) for at, one in full.entries.items() if b"both sides asked" in one]
    other = {**full.entries, place: body.replace(b"both sides asked", b"south alone asked")}
    assert verify(full).ok
    assert not verify(replace(full, entries=other)).ok


def zipped(files: Iterable[tuple[str, bytes]], attributes: int = 0, comment: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name)
            info.external_attr = attributes << 16
            archive.writestr(info, data)
        archive.comment = comment
    return packed.getvalue()


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_bundle(take_bundle(PLAYED.desk.log, "full")))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "name",
    [
        "../../.ssh/authorized_keys",
        "/etc/passwd",
        "C:\\Windows\\x",
        "entries/../bundle.json",
        "entries/00000000001.json",
        "entries/\u0660000000001.json",
        "entries\\0000000001.json",
        "entries/",
        "bundle.json/",
        "BUNDLE.JSON",
        "inner.zip",
    ],
)
def test_a_bundle_brings_a_part_under_a_name_of_its_own(name: str) -> None:
    with pytest.raises(SealError):
        read_bundle(zipped([*parts().items(), (name, b"x")]))


def test_a_bundle_brings_a_part_whose_name_goes_on_behind_a_zero_byte() -> None:
    files = {name: data for name, data in parts().items() if name != "entries/0000000004.json"}
    hidden = zipped([*files.items(), ("entries/0000000004.json~.exe", b"x")]).replace(b".json~.exe", b".json\x00.exe")
    with pytest.raises(SealError):
        read_bundle(hidden)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_bundle_brings_one_part_twice() -> None:
    with pytest.raises(SealError, match="each once"):
        read_bundle(zipped([*parts().items(), ("leaves.txt", parts()["leaves.txt"])]))


def test_a_bundle_brings_a_link() -> None:
    with pytest.raises(SealError, match="a link or encrypted"):
        read_bundle(zipped(parts().items(), 0o120777))


def declared(data: bytes, size: int) -> bytes:
    """The same zip file, whose first part is said to be of another size, in both places."""
    where = data.index(b"PK\x01\x02") + 24
    told = size.to_bytes(4, "little")
    return data[:22] + told + data[26:where] + told + data[where + 4 :]


def test_a_bundle_unpacks_to_more_than_fits() -> None:
    with pytest.raises(SealError, match="1 GiB"):
        read_bundle(declared(zipped(parts().items()), 2 * 1024**3))


def test_a_bundle_unpacks_to_more_than_it_says() -> None:
    with pytest.raises(SealError):
        read_bundle(declared(zipped([("bundle.json", bytes(10**6)), *list(parts().items())[1:]]), 10))


def test_a_bundle_unpacks_to_less_than_it_says() -> None:
    with pytest.raises(SealError):
        read_bundle(declared(zipped(parts().items()), 10**6))


def test_a_bundle_shows_an_entry_beyond_its_log() -> None:
    with pytest.raises(SealError, match="entries of the log"):
        read_bundle(zipped([*parts().items(), ("entries/0000009999.json", b"{}")]))


def test_a_bundle_hides_the_hash_of_an_entry() -> None:
    files = parts()
    lines = files["leaves.txt"].splitlines(keepends=True)
    with pytest.raises(SealError, match="hashes"):
        read_bundle(zipped({**files, "leaves.txt": b"".join(lines[:-1])}.items()))


def test_a_bundle_calls_itself_full_with_an_entry_missing() -> None:
    files = {name: data for name, data in parts().items() if name != "entries/0000000004.json"}
    verdict = verify(read_bundle(zipped(files.items())))
    assert "entries" in {check.name for check in verdict.checks if not check.ok}


def test_what_stands_before_and_behind_a_zip_file_changes_nothing() -> None:
    whole = zipped(parts().items(), comment=b"a comment")
    assert read_bundle(b"#!/bin/sh\n" + whole) == read_bundle(whole) == take_bundle(PLAYED.desk.log, "full")
