"""Fields of signed objects: exactly these keys and these ways to write them, whatever else JSON can hold."""

from collections.abc import Callable

import pytest

from placet.seal.faults import SealError
from placet.seal.fields import check_apart, check_keys, identifier, items, pairs, raw, text, whole

OTHERS: dict[str, object] = {"text": "a", "truth": True, "list": ["a"], "object": {"a": "b"}, "number": 1, "null": None}
READERS: dict[str, tuple[Callable[..., object], set[str]]] = {
    "text": (text, {"text"}),
    "identifier": (identifier, {"text"}),
    "items": (items, {"list"}),
    "pairs": (pairs, {"object"}),
    "raw": (raw, set()),  # "a" is half a byte
    "whole": (whole, set()),  # "a" is no number
}


@pytest.mark.parametrize("reader", READERS)
def test_each_reader_takes_its_own_kind_and_refuses_every_other(reader: str) -> None:
    read, own = READERS[reader]
    for kind, value in OTHERS.items():
        if kind in own:
            assert read(value, "the thing") == value
        else:
            with pytest.raises(SealError):
                read(value, "the thing")


@pytest.mark.parametrize("value", ["a", ["placet-card"], True, None])
def test_what_is_no_object_has_no_keys(value: object) -> None:
    with pytest.raises(SealError, match="a card that is not an object"):
        check_keys(value, ("placet-card",), "a card")


def test_exactly_the_keys_are_taken_and_the_first_wrong_one_is_named() -> None:
    assert check_keys({"a": "1", "b": "2"}, ("b", "a"), "it") == {"a": "1", "b": "2"}
    with pytest.raises(SealError, match="it with the unknown key c") as caught:
        check_keys({"a": "1", "d": "2", "c": "3"}, ("a",), "it")
    assert caught.value.expected == "the keys a"
    with pytest.raises(SealError, match="it without b") as caught:
        check_keys({"a": "1"}, ("c", "a", "b"), "it")
    assert caught.value.expected == "the keys a, b, c"


@pytest.mark.parametrize("value", ["0", "1", "10", "999999999999999999"])
def test_a_whole_number_is_written_in_one_way(value: str) -> None:
    assert whole(value, "number") == int(value)


@pytest.mark.parametrize("value", ["", "00", "01", "-1", "+1", "1.0", "1e3", " 1", "1\n", "\u0661", "9" * 19])
def test_another_way_to_write_a_number_is_refused(value: str) -> None:
    with pytest.raises(SealError, match="a whole number written as text"):
        whole(value, "number")


def test_bytes_have_their_size_and_are_lower_case() -> None:
    assert raw("00ff", "it") == raw("00ff", "it", 2) == b"\x00\xff"
    assert raw("", "it") == b""
    for wrong in ("00FF", "0", "0x", "00 ff", "00ff\n"):
        with pytest.raises(SealError, match="lower-case hexadecimal"):
            raw(wrong, "it")
    with pytest.raises(SealError, match="it of 2 bytes") as caught:
        raw("00ff", "it", 3)
    assert caught.value.expected == "3 bytes"


@pytest.mark.parametrize("name", ["a", "A.b_c-d", "0", "_", "a" * 64])
def test_plain_ids_are_taken(name: str) -> None:
    assert identifier(name, "id") == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("bob", "b0b"), ("ill", "lll"), ("ill", "1ll"), ("s", "5"), ("a_b", "a-b"), ("a.b", "a-b"), ("rn", "m"),
     ("vv", "w"), ("A", "a")],
)  # fmt: skip
def test_ids_that_look_alike_are_refused(one: str, other: str) -> None:
    with pytest.raises(SealError, match="which looks like"):
        check_apart([one, other], "id")


def test_ids_that_differ_are_taken() -> None:
    check_apart(["north", "south", "mediator", "north"], "id")


@pytest.mark.parametrize("name", ["", ".a", "-a", "a b", "a/b", "\u00e9", "a\n", "a" * 65])
def test_other_ids_are_refused(name: str) -> None:
    with pytest.raises(SealError, match="1 to 64 plain letters"):
        identifier(name, "id")
