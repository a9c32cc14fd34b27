"""What a public bundle withholds can hide nothing, and a later cosignature covers the closing; both verifiers agree."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit.rounds import KEYS, Played, agreement
from audit.test_second_verifier import second
from audit.test_verify import BODIES, FULL, PUBLIC, failed, relogged
from placet.audit.bundle import Bundle, take_bundle
from placet.audit.cosigned import cosigned_closing
from placet.audit.entries import read_entry
from placet.audit.verify import verify
from placet.ledger.witness import cosignature
from placet.words import say


def places(kind: str) -> list[int]:
    return [place for place, body in enumerate(BODIES) if read_entry(body).kind == kind]


def withholding(bundle: Bundle, *hidden: int) -> Bundle:
    return replace(bundle, entries={at: body for at, body in bundle.entries.items() if at not in hidden})


HIDDEN = {
    "an envelope's head": withholding(PUBLIC, places("envelope")[-1]),
    "a signed agreement": withholding(PUBLIC, places("agreed")[0]),
    "the closing": withholding(PUBLIC, *places("closed")),
    "a second sealed part before its head": relogged([*BODIES[:3], BODIES[3], *BODIES[3:]]),
    "a sealed part after the closing": relogged([*BODIES[: places("closed")[0] + 1], BODIES[3]]),
    "a sealed part at the end": relogged([*BODIES[:3], BODIES[3]]),
    "a head without its sealed part": relogged([*BODIES[:3], *BODIES[4:]]),
}


@pytest.mark.parametrize("name", [name for name in HIDDEN if "at the end" not in name])
def test_nothing_hides_behind_a_hash_and_both_verifiers_see_it(name: str, tmp_path: Path) -> None:
    assert "course" in failed(verify(HIDDEN[name]))
    assert second(HIDDEN[name], tmp_path).returncode == 1


def test_a_sealed_part_that_waits_for_its_head_is_no_whole_public_log(tmp_path: Path) -> None:
    bundle = withholding(replace(HIDDEN["a sealed part at the end"], kind="public"), 3)
    assert "course" in failed(verify(bundle))
    assert second(bundle, tmp_path).returncode == 1


def test_a_cosignature_later_than_the_closing_covers_it(tmp_path: Path) -> None:
    played = Played(agreement()).begin().hand_in("north", "south").close().release()
    played.desk.come_out()
    note = played.desk.checkpoint()
    played.desk.cosign(len(played.desk.log), "north", cosignature(note, KEYS["north"], 1_796_000_000))
    bundle, closing = take_bundle(played.desk.log, "full"), played.desk.course.closing
    assert closing is not None
    assert cosigned_closing(bundle, played.agreed, closing) == {"north"}
    assert [say(each).split(" did not")[0] for each in verify(bundle).could_not_check] == ["south"]
    assert "closing not cosigned by: south" in second(bundle, tmp_path).stdout


def test_a_cosignature_before_the_closing_does_not_cover_it() -> None:
    played = Played(agreement()).begin().hand_in("north")
    note = played.desk.checkpoint()
    played.desk.cosign(len(played.desk.log), "north", cosignature(note, KEYS["north"], 1_796_000_000))
    closing = played.close().desk.course.closing
    assert closing is not None
    assert cosigned_closing(take_bundle(played.desk.log, "full"), played.agreed, closing) == frozenset()


def test_a_side_that_signed_nothing_is_named() -> None:
    played = Played(agreement())
    played.desk.open()
    played.hand_in("south").close()
    told = [say(each) for each in verify(take_bundle(played.desk.log, "public")).could_not_check]
    assert "north signed neither the agreement nor an envelope." in told
    assert not any(one.startswith("south signed neither") for one in told)


def test_a_bundle_of_another_agreement_than_the_readers_fails() -> None:
    given = read_entry(FULL.entries[0]).fields["agreement"]
    assert verify(FULL, Played(agreement()).agreed).checks[3].name == "agreement"
    assert failed(verify(FULL, agreement(disclosure="slate"))) == {"agreement"}
    assert given["terms"]["disclosure"] == "agreed"
