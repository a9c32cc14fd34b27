"""Canonical bytes: the published example of RFC 8785, and one meaning in one form only."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.seal.canonical import canonical, read_canonical
from placet.seal.faults import SealError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PLAIN = st.recursive(
    TEXTS | st.booleans(), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)


def test_rfc_8785_section_3_2_3_sorts_keys_by_utf16() -> None:
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert [*json.loads(canonical(value))] == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_rfc_8785_section_3_2_2_writes_strings_and_literals_in_one_way() -> None:
    value = {"string": '\u20ac$\u000f\u000aA\'B"\\\\"/', "literals": [True, False]}
    assert canonical(value) == (b'{"literals":[true,false],"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')


@given(st.dictionaries(TEXTS, PLAIN, max_size=4))
def test_what_is_written_is_read_again(value: dict[str, object]) -> None:
    assert read_canonical(canonical(value), "the value") == value


@pytest.mark.parametrize("value", [1, 1.5, None, b"x", {"a": 3}, ["b", None], {1: "a"}, "\ud800", {"\ud800": "a"}])
def test_numbers_nulls_and_broken_text_cannot_be_sealed(value: object) -> None:
    with pytest.raises(SealError):
        canonical(value)


def test_nesting_is_bounded() -> None:
    value: object = "x"
    for _ in range(40):
        value = [value]
    with pytest.raises(SealError, match="levels of nesting"):
        canonical(value)
    with pytest.raises(SealError):
        read_canonical(b"[" * 200_000 + b"]" * 200_000, "the value")


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": "b"}',
        b'{"a":"b"} ',
        b'{"b":"c","a":"b"}',
        b'{"a":"b","a":"b"}',
        b'{"a":"\\u0062"}',
        b'{"a":1}',
        b'{"a":null}',
        b'{"a":NaN}',
        b'["a"]',
        b'\xef\xbb\xbf{"a":"b"}',
        b'{"a":"\xff"}',
        b"",
    ],
)
def test_another_way_to_write_the_same_is_refused(data: bytes) -> None:
    with pytest.raises(SealError):
        read_canonical(data, "the value")


def nested(levels: int) -> object:
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


def test_sixteen_levels_are_taken_and_one_more_is_not() -> None:
    assert canonical(nested(16)) == b"[" * 16 + b'"x"' + b"]" * 16
    with pytest.raises(SealError, match="more than 16 levels"):
        canonical(nested(17))
    deep: object = "x"
    for _ in range(17):
        deep = {"a": deep}
    with pytest.raises(SealError, match="more than 16 levels"):
        canonical(deep)


def test_what_is_read_is_bounded_in_bytes() -> None:
    room = 4 * 1024 * 1024 - len(b'{"a":""}')
    assert read_canonical(b'{"a":"' + b"x" * room + b'"}', "the value") == {"a": "x" * room}
    with pytest.raises(SealError, match="at most 4,194,304 bytes"):
        read_canonical(b'{"a":"' + b"x" * (room + 1) + b'"}', "the value")


def test_keys_that_are_no_text_are_named() -> None:
    with pytest.raises(SealError, match="the key 1"):
        canonical({1: "a"})
