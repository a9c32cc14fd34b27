"""Keys, cards and key files: who enrols what, and what a passphrase protects."""

import json
import stat
import sys
from pathlib import Path

import pytest

from placet.seal.canonical import canonical
from placet.seal.faults import SealError
from placet.seal.key_files import card_of, lock, unlock, write_private
from placet.seal.keys import card_from, draw_keys, read_card
from seal.people import NORTH, SOUTH

PASSPHRASE = "four plain made-up words"
LOCKED = lock(NORTH, PASSPHRASE)


def changed(**changes: object) -> bytes:
    return canonical({**json.loads(LOCKED), **changes})


def test_a_card_is_read_back_from_its_bytes() -> None:
    assert read_card(NORTH.card.to_bytes()) == NORTH.card


def test_nobody_can_enrol_anothers_sealing_key_as_theirs() -> None:
    stolen = {**SOUTH.card.to_dict(), "sealing": NORTH.card.sealing.hex()}
    with pytest.raises(SealError, match="does not verify"):
        card_from(stolen)


def test_a_card_under_another_id_is_refused() -> None:
    with pytest.raises(SealError, match="does not verify"):
        card_from({**NORTH.card.to_dict(), "id": "south"})


def test_a_fingerprint_is_eight_groups_of_digits_and_each_has_its_own() -> None:
    assert [len(group) for group in NORTH.card.fingerprint.split()] == [5] * 8
    assert NORTH.card.fingerprint.replace(" ", "").isdigit()
    assert NORTH.card.fingerprint != SOUTH.card.fingerprint


def test_the_private_keys_are_not_in_the_repr() -> None:
    assert repr(NORTH) == "Keys(id='north', ...)"


@pytest.mark.parametrize("name", ["", ".north", "no rth", "n\u043erth", "a" * 65, "north\n"])
def test_ids_that_could_be_mistaken_are_refused(name: str) -> None:
    with pytest.raises(SealError, match="plain letters"):
        draw_keys(name)


def test_a_key_file_opens_with_its_passphrase_and_gives_the_same_keys() -> None:
    assert unlock(LOCKED, PASSPHRASE).card == NORTH.card
    assert card_of(LOCKED) == NORTH.card


def test_a_passphrase_typed_with_other_code_points_is_the_same() -> None:
    composed, apart = "caf\u00e9 caf\u00e9 caf\u00e9", "cafe\u0301 cafe\u0301 cafe\u0301"
    assert unlock(lock(SOUTH, composed), apart).card == SOUTH.card


def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(SealError, match="passphrase that does not open"):
        unlock(LOCKED, PASSPHRASE + "!")


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(SealError, match="four or five plain words"):
        lock(NORTH, "short")


def test_another_card_cannot_be_put_into_a_key_file() -> None:
    with pytest.raises(SealError, match="passphrase that does not open"):
        unlock(changed(card=SOUTH.card.to_dict()), PASSPHRASE)


@pytest.mark.parametrize(
    "setting", [{"memory_kib": "99999999"}, {"passes": "1000"}, {"lanes": "0"}, {"memory_kib": "1"}, {"name": "none"}]
)
def test_a_key_file_cannot_ask_for_any_amount_of_memory_or_time(setting: dict[str, str]) -> None:
    kdf = {**json.loads(LOCKED)["kdf"], **setting}
    with pytest.raises(SealError, match=r"asks for|locked with"):
        unlock(changed(kdf=kdf), PASSPHRASE)


def test_a_key_file_is_private_and_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "north.key"
    write_private(path, LOCKED)
    assert path.read_bytes() == LOCKED
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(SealError, match="there already"):
        write_private(path, b"another")
    assert path.read_bytes() == LOCKED
