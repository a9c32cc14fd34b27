"""The terms of a round: all that is agreed before sealing is in one digest, and what could mislead is refused."""

import json
from datetime import timedelta

import pytest

from placet.seal.canonical import canonical
from placet.seal.faults import SealError
from placet.seal.keys import draw_keys
from placet.seal.padding import pad, padded_size, unpad
from placet.seal.terms import read_terms, terms_from
from seal.people import NORTH, SOUTH, TERMS, other_terms

FIELDS = TERMS.to_dict()


def test_terms_are_read_back_with_the_same_digest() -> None:
    assert read_terms(TERMS.to_bytes()) == TERMS
    assert read_terms(TERMS.to_bytes()).digest == TERMS.digest


@pytest.mark.parametrize(
    "changes",
    [
        {"list_digest": bytes(32)},
        {"rules_digest": bytes(32)},
        {"closes": TERMS.closes + timedelta(seconds=1)},
        {"disclosure": "all"},
        {"sets": (("mediator", "registry"), ("north", "south"))},
        {"recovery": ()},
        {"size": 2048},
        {"round": "second"},
    ],
)
def test_whatever_is_exchanged_gives_another_digest(changes: dict[str, object]) -> None:
    assert other_terms(**changes).digest != TERMS.digest


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sets": [["mediator", "north", "south"], ["mediator", "north", "registry", "south"]]}, "holds another set"),
        ({"sets": [["mediator", "stranger"]]}, "no holder"),
        ({"sets": [["south", "mediator", "north"], ["mediator", "registry"]]}, "unsorted"),
        ({"sets": [["mediator", "mediator"]]}, "twice"),
        ({"sets": [["mediator", "north"]]}, "in no set"),
        ({"sets": []}, "0 authorised sets"),
        ({"recovery": {"sets": ["2"], "after": FIELDS["closes"]}}, "recovery set 2"),
        ({"recovery": {"sets": ["0", "1"], "after": FIELDS["closes"]}}, "leave no other set"),
        ({"recovery": {"sets": ["1"], "after": "2026-11-30T17:00:00Z"}}, "before the round closes"),
        ({"closes": "2026-12-01 17:00"}, "a moment in UTC"),
        ({"closes": "2026-2-1T17:00:00Z"}, "a moment in UTC"),
        ({"size": "0"}, "padded sheet"),
        ({"size": "01024"}, "whole number"),
        ({"size": "99999999"}, "padded sheet"),
        ({"disclosure": "everything"}, "one of slate"),
        ({"suite": "2"}, "newer placet"),
        ({"list": "AB" * 32}, "lower-case hexadecimal"),
        ({"list": "ab"}, "32 bytes"),
        ({"sides": {}}, "no sides"),
        ({"sides": {"north": FIELDS["sides"]["south"]}}, "with the card of south"),
    ],
)
def test_terms_that_could_mislead_are_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(SealError, match=message):
        terms_from({**FIELDS, **changes})


def test_an_unknown_key_and_a_missing_one_are_named() -> None:
    with pytest.raises(SealError, match="unknown key notes"):
        terms_from({**FIELDS, "notes": "x"})
    with pytest.raises(SealError, match="without closes"):
        terms_from({key: value for key, value in FIELDS.items() if key != "closes"})


@pytest.mark.parametrize("name", ["N0rth", "n0rth", "NORTH"])
def test_ids_that_look_alike_cannot_take_part_together(name: str) -> None:
    keys = draw_keys(name)
    with pytest.raises(SealError, match="looks like"):
        terms_from({**FIELDS, "sides": {**FIELDS["sides"], name: keys.card.to_dict()}})


def test_one_key_cannot_stand_for_two() -> None:
    twin = type(NORTH)("east", NORTH.signing, SOUTH.sealing)
    with pytest.raises(SealError, match="one key for both"):
        terms_from({**FIELDS, "sides": {**FIELDS["sides"], "east": twin.card.to_dict()}})


def test_another_way_to_write_the_terms_is_refused() -> None:
    with pytest.raises(SealError, match="written in another way"):
        read_terms(json.dumps(FIELDS).encode())


def test_every_sheet_over_a_list_fits_its_padded_size() -> None:
    names = [f"candidate-{place}" for place in range(40)]
    fullest = {"strikes": [], "ranking": names, "marks": dict.fromkeys(names, "discouraged")}
    assert len(pad(canonical(fullest), padded_size(names))) == padded_size(names)


def test_padding_has_one_form() -> None:
    assert unpad(pad(b"sheet", 64)) == b"sheet"
    with pytest.raises(SealError, match="padding"):
        unpad(pad(b"sheet", 64)[:-1] + b"\x01")
    with pytest.raises(SealError, match="padding"):
        unpad(b"\xff\xff\xff\xff" + bytes(60))
    with pytest.raises(SealError, match="at most 60"):
        pad(bytes(61), 64)


def test_the_padded_size_follows_from_the_list_alone() -> None:
    assert padded_size([]) == 2304  # 2,048 for reasons and 4 for the length, in steps of 256
    assert padded_size(["a" * 10] * 3) == 2304
    assert padded_size(["a" * 30] * 5) == 2560  # 2 x (30 + 7) + 24 bytes a name
    assert padded_size(["\u0645" * 30] * 5) == 3072  # by bytes, not letters


def test_a_sheet_may_fill_its_size_to_the_last_byte() -> None:
    assert unpad(pad(bytes(60), 64)) == bytes(60)
    assert pad(b"ab", 8) == b"\x00\x00\x00\x02ab\x00\x00"
    assert unpad(b"\x00\x00\x00\x00") == b""
    with pytest.raises(SealError, match="padding"):
        unpad(b"\x00\x00\x00\x05sheet\x01" + bytes(54))
