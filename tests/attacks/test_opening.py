"""Opening what should stay shut, and keeping shut what should open: too few holders, refusals, garbage as a way out."""

from dataclasses import replace
from itertools import combinations

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from attacks.forging import opened, signed_again
from audit.rounds import KEYS, RECOVERY, Played
from placet.audit.answer import complain_of
from placet.audit.bundle import take_bundle
from placet.audit.recompute import SEALED, UNREADABLE, UNUSABLE, recompute
from placet.seal.digests import digest
from placet.seal.envelope import ONCE, Contents, Envelope, SealedShare, binding
from placet.seal.faults import SealError
from placet.seal.opening import Release, SealerError, open_envelope, own_share, release
from placet.seal.shares import join, seal_share, share_check
from placet.seal.terms import Terms


def released(envelope: Envelope, terms: Terms, place: int = 0) -> list[Release]:
    return [release(envelope, terms, KEYS[holder], place, bytes(32)) for holder in terms.sets[place]]


def handed_in(envelope: Envelope) -> Played:
    """A round in which north has handed in this envelope and south an honest one."""
    played = opened().hand_in("south")
    played.desk.hand_in(envelope.to_bytes())
    return played


def with_shares(envelope: Envelope, terms: Terms, place: int, shares: list[bytes]) -> Envelope:
    """North's envelope with other shares for one authorised set, each sealed and promised as it should be."""
    head = envelope.head
    made = tuple(
        SealedShare(
            holder,
            share_check(head.context, place, holder, share),
            seal_share(share, terms.holders[holder].sealing, binding(head.context, head.commitment, place, holder)),
        )
        for holder, share in zip(terms.sets[place], shares, strict=True)
    )
    every = list(envelope.contents.shares)
    every[place] = made
    return signed_again(envelope, KEYS["north"], Contents(envelope.contents.box, tuple(every)))


def test_fewer_than_a_set_ask_for_the_sheet() -> None:
    played = opened()
    envelope, terms = played.sealed("north"), played.agreed.terms
    for place, chosen in enumerate(terms.sets):
        for few in combinations(released(envelope, terms, place), len(chosen) - 1):
            with pytest.raises(SealError, match="authorised set without"):
                open_envelope(envelope, terms, few)


def test_fewer_than_a_set_put_their_shares_together_by_themselves() -> None:
    played = opened()
    envelope, terms = played.sealed("north"), played.agreed.terms
    associated = digest("box", envelope.head.context, envelope.head.commitment)
    for place, chosen in enumerate(terms.sets):
        shares = [own_share(envelope, terms, KEYS[holder], place) for holder in chosen]
        AESGCM(join(shares)).decrypt(ONCE, envelope.contents.box, associated)  # all of them can
        for number in range(1, len(shares)):
            for few in combinations(shares, number):
                with pytest.raises(InvalidTag):
                    AESGCM(join(few)).decrypt(ONCE, envelope.contents.box, associated)


def test_holders_of_two_sets_mix_their_shares() -> None:
    played = opened()
    envelope, terms = played.sealed("north"), played.agreed.terms
    mixed = [*released(envelope, terms, 0)[:-1], *released(envelope, terms, 1)]
    with pytest.raises(SealError, match="several sets"):
        open_envelope(envelope, terms, mixed)


def test_a_holder_opens_the_share_of_another() -> None:
    played = opened()
    envelope, terms = played.sealed("north"), played.agreed.terms
    with pytest.raises(SealError, match="a set in which this holder is"):
        own_share(envelope, terms, KEYS["registry"], 0)
    with pytest.raises(SealError, match="does not open here"):
        own_share(envelope, terms, replace(KEYS["registry"], id="mediator"), 1)


def test_the_recovery_set_opens_before_its_time() -> None:
    with pytest.raises(SealError, match="before its time"):
        opened().hand_in("north").close().release(1)


def test_a_holder_reads_and_refuses() -> None:
    played = opened().hand_in("north", "south").close().release(0, ["north", "mediator"])
    with pytest.raises(SealError, match="still sealed"):
        played.desk.come_out()
    played.now = RECOVERY
    recomputed, _ = played.release(1).desk.come_out()
    assert recomputed.fates == {"north": SEALED, "south": SEALED}


def test_a_holder_lets_go_of_a_false_share() -> None:
    played = opened().hand_in("north").close()
    root = played.desk.closing_root()
    assert root is not None
    true = release(played.desk.course.counted["north"], played.agreed.terms, KEYS["mediator"], 0, root)
    bare = replace(true, share=bytes([7]) * 32, signature=b"")
    false = replace(bare, signature=KEYS["mediator"].sign("release", bare.body))
    with pytest.raises(SealError, match="released by mediator that is not"):
        played.desk.take_release(false.to_bytes())


def test_a_side_seals_garbage_and_signs_it() -> None:
    played = opened()
    true = played.sealed("north")
    box = bytes(len(true.contents.box))
    garbage = signed_again(true, KEYS["north"], Contents(box, true.contents.shares))
    recomputed = recompute(handed_in(garbage).close().release().desk.course)
    assert recomputed.fates == {"north": UNREADABLE, "south": SEALED}
    assert recomputed.appointment.outcome.appointed is not None


def test_a_side_commits_to_another_sheet_than_it_seals() -> None:
    true = opened().sealed("north")
    other = signed_again(true, KEYS["north"], key_check=bytes(32))
    assert recompute(handed_in(other).close().release().desk.course).fates["north"] == UNREADABLE


@pytest.mark.parametrize(
    "sheet",
    [
        {"strikes": [], "ranking": [], "reasons": True},
        {"strikes": True, "ranking": [], "reasons": {}},
        {"strikes": [["Adib"]], "ranking": [], "reasons": {}},
        {"strikes": [], "ranking": [], "reasons": {"Adib": ["x"]}},
        {"strikes": [], "ranking": [], "reasons": {}, "people": True},
        {},
    ],
)
def test_a_side_seals_a_sheet_on_which_the_procedure_would_break(sheet: dict[str, object]) -> None:
    played = opened().hand_in("south")
    played.desk.hand_in(played.sealed("north", sheet).to_bytes())
    recomputed, _ = played.close().release().desk.come_out()
    assert recomputed.fates == {"north": UNUSABLE, "south": SEALED}


def test_a_side_seals_so_that_it_can_choose_afterwards_whether_it_has_spoken() -> None:
    """Good shares for the first set, false ones for recovery: north, last to release, would see south's sheet first."""
    played = opened()
    true, terms = played.sealed("north"), played.agreed.terms
    two_faced = with_shares(true, terms, 1, [bytes([7]) * 32, bytes([1]) * 32])
    for place in range(len(terms.sets)):
        with pytest.raises(SealerError, match="an envelope from north"):
            open_envelope(two_faced, terms, released(two_faced, terms, place))


def test_a_side_gives_the_sets_other_shares_of_the_same_key() -> None:
    played = opened()
    true, terms = played.sealed("north"), played.agreed.terms
    key = join([own_share(true, terms, KEYS[holder], 1) for holder in terms.sets[1]])
    drawn = bytes([7]) * 32
    other = with_shares(true, terms, 1, [drawn, join([key, drawn])])
    with pytest.raises(SealerError, match="an envelope from north"):
        open_envelope(other, terms, released(other, terms, 0))


def test_a_side_promises_a_share_that_it_did_not_seal_and_the_holder_says_so_in_time() -> None:
    played = opened()
    true = played.sealed("north")
    bent = tuple(tuple(replace(one, check=bytes(32)) for one in chosen) for chosen in true.contents.shares)
    false = signed_again(true, KEYS["north"], Contents(true.contents.box, bent))
    played = handed_in(false)
    ((envelope, place, signature), *_) = complain_of(take_bundle(played.desk.log, "full"), KEYS["mediator"])
    played.desk.complain("mediator", envelope, place, signature)
    assert played.desk.course.complaints == {false.digest: frozenset({"mediator"})}
    with pytest.raises(SealError):
        played.close().release()


def test_a_complaint_is_made_in_the_name_of_another_holder() -> None:
    played = opened().hand_in("north")
    envelope = played.desk.course.counted["north"].digest
    forged = KEYS["south"].sign("complaint", b"anything")
    with pytest.raises(SealError, match="the complaint of mediator"):
        played.desk.complain("mediator", envelope, 0, forged)


def test_a_replaced_envelope_is_opened() -> None:
    played = opened()
    old = played.sealed("north")
    played.desk.hand_in(old.to_bytes())
    played.hand_in("north").close()
    root = played.desk.closing_root()
    assert root is not None
    with pytest.raises(SealError, match="does not count"):
        played.desk.take_release(release(old, played.agreed.terms, KEYS["mediator"], 0, root).to_bytes())
