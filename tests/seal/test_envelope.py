"""Envelopes: what an authorised set opens, and what nobody can copy, move, bend or read before its time."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.seal.canonical import canonical
from placet.seal.envelope import Contents, Envelope, Head, read_envelope, seal
from placet.seal.faults import SealError
from placet.seal.kept import lock_kept, unlock_kept
from placet.seal.keys import draw_keys
from placet.seal.opening import (
    SealerError,
    check_kept,
    open_envelope,
    own_share,
    read_release,
    release,
)
from placet.seal.terms import Terms
from seal.people import CLOSING, KEYS, MEDIATOR, NORTH, REGISTRY, SHEET, SOUTH, TERMS, other_terms, releases, sealed

ENVELOPE, KEPT = sealed()


def signed(contents: Contents = ENVELOPE.contents, **changes: object) -> Envelope:
    """The envelope, altered by its own side after sealing, and signed again: what a dishonest side can make."""
    bare = replace(ENVELOPE.head, contents=contents.digest, signature=b"")
    bare = replace(bare, **changes)  # type: ignore[arg-type]  # the fields differ in type
    return Envelope(replace(bare, signature=NORTH.sign("envelope", bare.body)), contents)


def under(head: Head, signature: bytes) -> bytes:
    """The envelope's contents under another head."""
    return Envelope(replace(head, signature=signature), ENVELOPE.contents).to_bytes()


@pytest.mark.parametrize("place", range(len(TERMS.sets)))
def test_each_authorised_set_opens_the_sheet(place: int) -> None:
    envelope = read_envelope(ENVELOPE.to_bytes(), TERMS)
    opened = open_envelope(envelope, TERMS, releases(envelope, place))
    assert opened == KEPT
    assert opened.sheet == SHEET


def test_a_set_that_is_not_authorised_opens_nothing() -> None:
    for place, chosen in enumerate(TERMS.sets):
        for few in combinations(chosen, len(chosen) - 1):
            with pytest.raises(SealError, match="authorised set without"):
                open_envelope(ENVELOPE, TERMS, [one for one in releases(ENVELOPE, place) if one.holder in few])
    mixed = [releases(ENVELOPE, 0)[1], releases(ENVELOPE, 1)[1]]
    with pytest.raises(SealError, match="several sets"):
        open_envelope(ENVELOPE, TERMS, mixed)


def test_shares_of_fewer_than_a_set_are_fresh_each_time() -> None:
    again, _ = sealed()
    assert own_share(ENVELOPE, TERMS, MEDIATOR, 0) != own_share(again, TERMS, MEDIATOR, 0)
    assert own_share(ENVELOPE, TERMS, MEDIATOR, 0) != own_share(ENVELOPE, TERMS, MEDIATOR, 1)


def test_every_byte_of_an_envelope_matters() -> None:
    data = ENVELOPE.to_bytes()
    for place in range(len(data)):
        for bent in (data[place] ^ 1, data[place] ^ 0x20):
            with pytest.raises(SealError):
                read_envelope(data[:place] + bytes([bent]) + data[place + 1 :], TERMS)


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=3))
@settings(max_examples=60)
def test_bytes_put_in_or_cut_away_are_seen(place: int, more: bytes) -> None:
    data = ENVELOPE.to_bytes()
    place %= len(data) - 1
    with pytest.raises(SealError):
        read_envelope(data[: place + 1] + more + data[place + 1 :], TERMS)
    with pytest.raises(SealError):
        read_envelope(data[:place] + data[place + 1 :], TERMS)


def test_another_cannot_hand_in_a_copy_as_theirs() -> None:
    bare = replace(ENVELOPE.head, side="south", signature=b"")
    envelope = read_envelope(
        under(bare, SOUTH.sign("envelope", bare.body)), TERMS
    )  # signed by south, it may lie in the ledger
    for holder in TERMS.sets[0]:
        with pytest.raises(SealError, match="does not open here"):  # and opens for nobody
            release(envelope, TERMS, KEYS[holder], 0, CLOSING)


def test_nobody_else_can_sign_for_a_side() -> None:
    bare = replace(ENVELOPE.head, signature=b"")
    for stranger in (SOUTH, MEDIATOR, draw_keys("north")):
        with pytest.raises(SealError, match="does not verify"):
            read_envelope(under(bare, stranger.sign("envelope", bare.body)), TERMS)
    with pytest.raises(SealError, match="those enrolled"):
        seal(SHEET, TERMS, draw_keys("north"))


def test_a_signature_for_another_purpose_is_none() -> None:
    bare = replace(ENVELOPE.head, signature=b"")
    with pytest.raises(SealError, match="does not verify"):
        read_envelope(under(bare, NORTH.sign("release", bare.body)), TERMS)


@pytest.mark.parametrize(
    "terms",
    [
        other_terms(round="second"),
        other_terms(case="another-case"),
        other_terms(list_digest=bytes(32)),
        other_terms(rules_digest=bytes(32)),
        other_terms(keeper_digest=bytes(32)),
        other_terms(disclosure="all"),
        other_terms(sets=(("mediator", "north", "south"), ("north", "registry"))),
        other_terms(closes=TERMS.recovery_after),
    ],
)
def test_an_envelope_counts_only_under_the_terms_it_was_sealed_under(terms: Terms) -> None:
    with pytest.raises(SealError):
        read_envelope(ENVELOPE.to_bytes(), terms)


def test_a_side_that_signs_a_moved_envelope_gains_nothing_by_it() -> None:
    second = other_terms(round="second")
    moved = read_envelope(signed(round="second", terms=second.digest).to_bytes(), second)
    with pytest.raises(SealError, match="does not open here"):
        release(moved, second, MEDIATOR, 0, CLOSING)


def test_a_later_envelope_is_bound_to_the_one_it_replaces() -> None:
    later, _ = seal(SHEET, TERMS, NORTH, 2, ENVELOPE.digest)
    assert read_envelope(later.to_bytes(), TERMS).head.previous == ENVELOPE.digest
    for sequence, previous in ((2, b""), (1, ENVELOPE.digest), (0, b""), (2, b"short")):
        with pytest.raises(SealError, match="envelope number"):
            seal(SHEET, TERMS, NORTH, sequence, previous)
    with pytest.raises(SealError, match="wrong link"):
        read_envelope(signed(sequence=2).to_bytes(), TERMS)


def test_the_size_of_an_envelope_does_not_tell_how_much_was_struck() -> None:
    sheets = [{"strikes": []}, {"strikes": ["haddad"]}, {"strikes": ["haddad", "saleh", "omar"], "ranking": ["nasser"]}]
    assert len({len(sealed(sheet)[0].to_bytes()) for sheet in sheets}) == 1


def test_the_same_sheet_sealed_twice_looks_different() -> None:
    one, other = sealed()[0], sealed()[0]
    seen = [{made.head.commitment, made.head.key_check, made.contents.box} for made in (one, other)]
    assert seen[0].isdisjoint(seen[1])


def test_marks_are_not_to_be_found_in_an_envelope() -> None:
    data = ENVELOPE.to_bytes()
    for mark in (b"haddad", b"strikes", b"haddad".hex().encode()):
        assert mark not in data


def test_a_holder_with_a_false_share_is_named() -> None:
    true = releases(ENVELOPE)
    for place, one in enumerate(true):
        bare = replace(one, share=bytes(32), signature=b"")
        false = replace(bare, signature=KEYS[one.holder].sign("release", bare.body))
        assert read_release(false.to_bytes(), TERMS) == false
        with pytest.raises(SealError, match=f"released by {one.holder} that is not"):
            open_envelope(ENVELOPE, TERMS, [*true[:place], false, *true[place + 1 :]])


def test_nobody_can_release_for_another_holder() -> None:
    one = releases(ENVELOPE)[0]
    forged = replace(one, signature=NORTH.sign("release", one.body))
    with pytest.raises(SealError, match="a release by mediator with a signature that does not verify"):
        read_release(forged.to_bytes(), TERMS)


def test_every_byte_of_a_release_matters() -> None:
    data = releases(ENVELOPE)[0].to_bytes()
    for place in range(len(data)):
        with pytest.raises(SealError):
            read_release(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :], TERMS)


def test_a_release_for_another_envelope_does_not_count() -> None:
    other, _ = sealed(keys=SOUTH)
    with pytest.raises(SealError, match="another envelope"):
        open_envelope(ENVELOPE, TERMS, [*releases(ENVELOPE)[:2], releases(other)[2]])


def test_only_a_holder_of_a_set_has_a_share_in_it() -> None:
    with pytest.raises(SealError, match="a set in which this holder is"):
        own_share(ENVELOPE, TERMS, REGISTRY, 0)
    with pytest.raises(SealError, match="a set in which this holder is"):
        own_share(ENVELOPE, TERMS, MEDIATOR, 7)


def test_a_holder_sees_a_bad_share_when_the_envelope_arrives() -> None:
    shares = ENVELOPE.contents.shares
    swapped = (tuple(replace(one, check=bytes(32)) for one in shares[0]), *shares[1:])
    bad = read_envelope(signed(replace(ENVELOPE.contents, shares=swapped)).to_bytes(), TERMS)
    with pytest.raises(SealError, match="ask the side to seal again"):
        own_share(bad, TERMS, MEDIATOR, 0)


def test_signed_garbage_is_the_sealers_fault_and_no_way_out() -> None:
    garbage = replace(ENVELOPE.contents, box=bytes(len(ENVELOPE.contents.box)))
    for made in (signed(garbage), signed(key_check=bytes(32))):
        bad = read_envelope(made.to_bytes(), TERMS)
        with pytest.raises(SealerError, match="an envelope from north"):
            open_envelope(bad, TERMS, releases(bad))


def test_a_sealed_part_that_the_side_did_not_sign_is_refused() -> None:
    other, _ = sealed()
    with pytest.raises(SealError, match="did not sign"):
        read_envelope(Envelope(ENVELOPE.head, other.contents).to_bytes(), TERMS)


def test_a_sealer_cannot_show_two_sets_two_sheets() -> None:
    other, _ = seal({"strikes": ["omar"]}, TERMS, NORTH)
    mixed = (ENVELOPE.contents.shares[0], other.contents.shares[1])
    two_faced = read_envelope(signed(replace(ENVELOPE.contents, shares=mixed)).to_bytes(), TERMS)
    with pytest.raises(SealerError, match="an envelope from north"):
        open_envelope(two_faced, TERMS, releases(two_faced, 0))
    with pytest.raises(SealError):
        release(two_faced, TERMS, MEDIATOR, 1, CLOSING)


def test_a_side_proves_later_what_it_sealed_and_nothing_else() -> None:
    kept = unlock_kept(lock_kept(KEPT, ENVELOPE, NORTH), ENVELOPE, NORTH)
    assert kept == KEPT
    check_kept(ENVELOPE, kept)
    with pytest.raises(SealError, match="not in the envelope"):
        check_kept(ENVELOPE, replace(kept, sheet={"strikes": []}))
    with pytest.raises(SealError, match="not in the envelope"):
        check_kept(ENVELOPE, replace(kept, salt=bytes(32)))


def test_what_a_side_keeps_is_readable_to_itself_alone() -> None:
    data = lock_kept(KEPT, ENVELOPE, NORTH)
    assert b"haddad" not in data
    with pytest.raises(SealError, match="does not open here"):
        unlock_kept(data, ENVELOPE, SOUTH)
    with pytest.raises(SealError, match="another envelope"):
        unlock_kept(data, sealed()[0], NORTH)


def test_a_sheet_that_is_no_object_or_too_long_is_refused_before_it_is_sealed() -> None:
    with pytest.raises(SealError, match="not an object"):
        sealed(["haddad"])
    with pytest.raises(SealError, match="size fixed for this round"):
        sealed({"reason": "x" * 2000})
    with pytest.raises(SealError, match="write a number as text"):
        sealed({"ranks": 3})


@given(st.binary(max_size=300))
def test_any_bytes_give_an_envelope_or_a_clear_error(data: bytes) -> None:
    for read in (read_envelope, read_release):
        with pytest.raises(SealError):
            read(data, TERMS)


@given(
    st.dictionaries(st.sampled_from(["placet-envelope", "side", "shares", "box", "x"]), st.text() | st.lists(st.text()))
)
def test_any_object_gives_an_envelope_or_a_clear_error(fields: dict[str, object]) -> None:
    try:
        data = canonical(fields)
    except SealError:
        return
    with pytest.raises(SealError):
        read_envelope(data, TERMS)
