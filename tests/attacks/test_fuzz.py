"""Every reader of what others hand over: whatever it is given, a value or an error of ours, never another exception."""

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attacks.forging import bodies, opened
from attacks.test_bent_bytes import parts, zipped
from audit.rounds import KEYS, finished
from placet.audit.agreement import agreement_from
from placet.audit.answer import agree_to, read_answer
from placet.audit.bundle import read_bundle, take_bundle, write_bundle
from placet.audit.course import begin, follow
from placet.audit.entries import read_entry
from placet.audit.recompute import check_usable, sheet_from
from placet.audit.verify import verify
from placet.errors import PlacetError
from placet.ledger.checkpoint import read_checkpoint
from placet.ledger.notes import note_key, read_note
from placet.ledger.receipt import read_receipt
from placet.seal.canonical import canonical, read_canonical
from placet.seal.envelope import read_envelope, seal
from placet.seal.kept import lock_kept, unlock_kept
from placet.seal.key_files import card_of, lock
from placet.seal.keys import read_card
from placet.seal.opening import read_release, release
from placet.seal.padding import unpad
from placet.seal.terms import read_terms

PLAYED = finished()
AGREED, COURSE = PLAYED.agreed, PLAYED.desk.course
ENVELOPE = COURSE.counted["north"]
MADE, SAID = seal({"strikes": []}, AGREED.terms, KEYS["north"])
ROOT = PLAYED.desk.closing_root()
ENTRIES = bodies(PLAYED)
SHEET = {"strikes": ["Adib"], "ranking": ["Basma"], "reasons": {"Adib": "x"}}


def usable(data: bytes) -> None:
    check_usable(AGREED, sheet_from(AGREED, "north", read_canonical(data, "the sheet")))


def followed(data: bytes) -> None:
    """The entry after each beginning of a true round."""
    entry = read_entry(data)
    course = begin(read_entry(ENTRIES[0]))
    for body in ENTRIES[1:]:
        with suppress(PlacetError):
            follow(course, entry, ROOT)
        course = follow(course, read_entry(body), ROOT)


READERS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "envelope": (ENVELOPE.to_bytes(), lambda data: read_envelope(data, AGREED.terms)),
    "release": (release(ENVELOPE, AGREED.terms, KEYS["north"], 0, bytes(32)).to_bytes(),
                lambda data: read_release(data, AGREED.terms)),
    "card": (KEYS["north"].card.to_bytes(), read_card),
    "key file": (lock(KEYS["north"], "four plain made-up words"), card_of),
    "terms": (AGREED.terms.to_bytes(), read_terms),
    "agreement": (AGREED.to_bytes(), lambda data: agreement_from(read_canonical(data, "the agreement"))),
    "answer": (agree_to(AGREED, KEYS["north"]).to_bytes(), read_answer),
    "sheet": (canonical(SHEET), usable),
    "kept sheet": (lock_kept(SAID, MADE, KEYS["north"]), lambda data: unlock_kept(data, MADE, KEYS["north"])),
    **{f"entry {read_entry(body).kind}": (body, followed) for body in ENTRIES},
}  # fmt: skip
NOTE = opened().desk.checkpoint()
TEXTS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "note": (NOTE.to_bytes(), read_note),
    "checkpoint": (NOTE.text.encode(), lambda data: read_checkpoint(data.decode(errors="replace"))),
    "receipt": (PLAYED.desk.receipt(3).to_bytes(), read_receipt),
    "verifier key": (b"placet/a-case+00000000+AQ==", lambda data: note_key(data.decode(errors="replace"))),
    "padding": (b"\x00\x00\x00\x03abc" + bytes(20), unpad),
    "bundle": (write_bundle(take_bundle(PLAYED.desk.log, "public")), lambda data: verify(read_bundle(data))),
    **READERS,
}

JUNK = st.recursive(
    st.booleans()
    | st.text(max_size=5)
    | st.sampled_from(["", "0", "-1", "00", "9" * 30, "ff" * 32, "FF", "2026-12-01T17:00:00Z", "0000-00-00T00:00:00Z"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every part of a value."""
    found = [path] if path else []
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        found += places(part, (*path, key))
    return found


@st.composite
def changed(draw: st.DrawFn, sample: bytes) -> bytes:
    """A true object with some of its parts exchanged, dropped, doubled or added."""
    value = json.loads(sample)
    for _ in range(draw(st.integers(1, 3))):
        ways = places(value)
        if not ways:
            break
        *way, last = draw(st.sampled_from(ways))
        inside = value
        for key in way:
            inside = inside[key]
        match draw(st.sampled_from(["exchange", "drop", "double", "add"])):
            case "exchange":
                inside[last] = draw(JUNK)
            case "drop":
                del inside[last]
            case "double" if isinstance(inside, list):
                inside.append(copy.deepcopy(inside[last]))
            case _ if isinstance(inside, dict):
                inside[draw(st.text(max_size=4))] = draw(JUNK)
    return canonical(value)


@st.composite
def cut_up(draw: st.DrawFn, sample: bytes) -> bytes:
    """True bytes with pieces exchanged, dropped or doubled."""
    data = sample
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = draw(st.integers(start, min(len(data), start + 40)))
        data = data[:start] + draw(st.binary(max_size=12) | st.just(data[start:stop] * 2)) + data[stop:]
    return data


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_object_with_other_parts_is_read_or_refused(name: str, data: st.DataObject) -> None:
    sample, read = READERS[name]
    tried(read, data.draw(changed(sample)))


@pytest.mark.parametrize("name", TEXTS)
@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bytes_in_another_order_are_read_or_refused(name: str, data: st.DataObject) -> None:
    sample, read = TEXTS[name]
    tried(read, data.draw(cut_up(sample)))


@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_bundle_with_other_parts_is_checked_or_refused(data: st.DataObject) -> None:
    files = parts()
    name = data.draw(st.sampled_from(sorted(files)))
    files[name] = data.draw(changed(files[name]) if name.endswith(".json") else cut_up(files[name]))
    tried(lambda packed: verify(read_bundle(packed)), zipped(files.items()))


def tried(read: Callable[[bytes], object], data: bytes) -> None:
    """Read the bytes: any exception but one of ours fails the test."""
    with suppress(PlacetError):
        read(data)
