"""Sheets that a side has not sealed for this round: copied, replayed, cast for it, older, or under other terms."""

from dataclasses import replace

import pytest

from attacks.forging import bodies, failed, opened, shown, signed_again
from audit.rounds import KEYS, NAMES, SHEETS, Played, agreement
from placet.audit.agreement import Named, agree, agreement_from, rules_dict
from placet.audit.answer import agree_to
from placet.audit.recompute import recompute
from placet.procedures.shelf import rules_of
from placet.seal.canonical import canonical
from placet.seal.digests import digest
from placet.seal.envelope import Envelope, seal
from placet.seal.faults import SealError
from placet.seal.keys import Keys, draw_keys
from placet.seal.opening import release


def test_a_side_hands_in_a_copy_of_anothers_envelope() -> None:
    played = opened().hand_in("north")
    copy = signed_again(played.desk.course.counted["north"], KEYS["south"], side="south")
    with pytest.raises(SealError, match="the contents of another"):
        played.desk.hand_in(copy.to_bytes())


def test_a_copied_envelope_opens_for_no_holder() -> None:
    played = opened()
    north = played.sealed("north")
    copy = signed_again(north, KEYS["south"], side="south")
    for holder in ("north", "south", "mediator"):
        with pytest.raises(SealError, match="does not open here"):
            release(copy, played.agreed.terms, KEYS[holder], 0, bytes(32))


def test_an_envelope_is_replayed_into_another_round() -> None:
    first = opened()
    old = first.sealed("north")
    fields = {
        "case": "a-case",
        "names": first.agreed.names,
        "rules": rules_of(first.agreed.procedure),
        "settings": first.agreed.settings,
        "sides": first.agreed.terms.sides.values(),
        "holders": first.agreed.terms.holders.values(),
        "sets": first.agreed.terms.sets,
        "keeper": first.agreed.keeper,
        "closes": first.agreed.terms.closes,
    }
    second = Played(agree(round_id="second", **fields)).begin()  # type: ignore[arg-type]  # the fields differ in type
    with pytest.raises(SealError):
        second.desk.hand_in(old.to_bytes())
    assert second.desk.course.counted == {}


def test_the_keeper_casts_a_sheet_for_a_silent_side() -> None:
    played = opened().hand_in("south")
    made = played.sealed("north")
    for forger in (KEYS["keeper"], KEYS["mediator"], KEYS["south"]):
        with pytest.raises(SealError, match="does not verify"):
            played.desk.hand_in(signed_again(made, forger).to_bytes())
    assert recompute(played.close().release().desk.course).fates["north"] == "silent"


def test_the_keeper_enrols_a_key_of_its_own_for_a_side() -> None:
    played = Played(agreement())
    twin = draw_keys("north")
    sides = [twin.card, KEYS["south"].card]
    holders = [twin.card, *(KEYS[name].card for name in ("south", "mediator", "registry"))]
    false = agree(case="a-case", round_id="first", names=played.agreed.names, rules=rules_of(played.agreed.procedure),
                  settings=played.agreed.settings, sides=sides, holders=holders, sets=played.agreed.terms.sets,
                  keeper=KEYS["keeper"].card, closes=played.agreed.terms.closes)  # fmt: skip
    with pytest.raises(SealError, match="those of a side"):
        agree_to(false, KEYS["north"])


def test_the_keeper_seals_under_a_sides_name_with_another_key() -> None:
    with pytest.raises(SealError, match="those enrolled"):
        seal(SHEETS["north"], opened().agreed.terms, draw_keys("north"))


def test_an_older_sheet_is_brought_back() -> None:
    played = opened()
    old = played.sealed("north")
    played.desk.hand_in(old.to_bytes())
    played.desk.hand_in(played.sealed("north", {**SHEETS["north"], "strikes": ["Ghada"]}).to_bytes())
    with pytest.raises(SealError, match="older sheet cannot be brought back"):
        played.desk.hand_in(old.to_bytes())


def test_two_sheets_of_one_number_do_not_both_count() -> None:
    played = opened()
    one, other = played.sealed("north"), played.sealed("north")
    played.desk.hand_in(one.to_bytes())
    with pytest.raises(SealError, match="number 2"):
        played.desk.hand_in(other.to_bytes())


def swapped(**parts: object) -> dict[str, object]:
    return {**agreement().to_dict(), **parts}


def test_the_list_is_swapped_after_sealing() -> None:
    other = [Named(name).to_dict() for name in (*NAMES[:-1], "Zaid")]
    with pytest.raises(SealError, match="another list"):
        agreement_from(swapped(list=other))


def test_the_rules_are_swapped_after_sealing() -> None:
    agreed = agreement()
    with pytest.raises(SealError, match="other rules"):
        agreement_from(
            swapped(rules=rules_dict(agreed.procedure, agreed.edition, {**agreed.settings, "tie": "oldest"}))
        )


def test_the_keeper_is_swapped_after_sealing() -> None:
    with pytest.raises(SealError, match="another keeper"):
        agreement_from(swapped(keeper=draw_keys("keeper").card.to_dict()))


def test_list_and_terms_are_swapped_together_after_sealing() -> None:
    played = opened().hand_in("north")
    other = Played(agreement(settings={**played.agreed.settings, "silence": "rejects-all"})).begin()
    with pytest.raises(SealError, match="other terms"):
        other.desk.hand_in(played.desk.course.counted["north"].to_bytes())


def test_a_round_is_run_with_another_edition_of_its_procedure() -> None:
    agreed = agreement()
    rules = {**agreed.to_dict()["rules"], "edition": "00" * 32}
    terms = {**agreed.to_dict()["terms"], "rules": digest("rules", canonical(rules)).hex()}
    played = Played(agreement_from({**agreed.to_dict(), "terms": terms, "rules": rules})).begin().close()
    with pytest.raises(SealError, match="another edition"):
        played.desk.come_out()


def test_an_agreement_is_signed_for_a_side_by_another() -> None:
    played = Played(agreement())
    played.desk.open()
    with pytest.raises(SealError, match="the agreement of south"):
        played.desk.agree("south", agree_to(played.agreed, KEYS["north"]).agreed)


def test_a_signature_for_one_purpose_passes_for_no_other() -> None:
    played = opened()
    made = played.sealed("north")
    bare = replace(made.head, signature=b"")
    for purpose in ("agree", "release", "card", "complaint"):
        forged = Envelope(replace(bare, signature=KEYS["north"].sign(purpose, bare.body)), made.contents)
        with pytest.raises(SealError, match="does not verify"):
            played.desk.hand_in(forged.to_bytes())


def test_a_sealed_part_is_exchanged_under_its_signed_head() -> None:
    played = opened()
    one, other = played.sealed("north"), played.sealed("north", {"strikes": [], "ranking": [], "reasons": {}})
    with pytest.raises(SealError, match="did not sign"):
        played.desk.hand_in(Envelope(one.head, other.contents).to_bytes())


def test_a_sealed_part_is_slipped_in_between() -> None:
    played = opened().hand_in("north", "south")
    entries = bodies(played)
    at = next(place for place, body in enumerate(entries) if b'"kind":"sealed"' in body)
    assert "course" in failed(shown([*entries[:at], entries[at], *entries[at:]], played.agreed))


def test_the_number_of_vetoes_is_read_from_the_size_of_an_envelope() -> None:
    played = opened()
    sheets = [
        {"strikes": list(NAMES[:count]), "ranking": list(NAMES[count:]), "reasons": dict.fromkeys(NAMES[:count], "no")}
        for count in range(len(NAMES) + 1)
    ]
    sizes = {len(played.sealed("north", sheet).to_bytes()) for sheet in (*sheets, {"strikes": []}, {})}
    assert len(sizes) == 1


def test_marks_are_read_from_two_envelopes_of_one_sheet() -> None:
    played = opened()
    one, other = played.sealed("north"), played.sealed("north")
    pairs: list[tuple[object, object]] = [
        (one.head.commitment, other.head.commitment),
        (one.head.key_check, other.head.key_check),
        (one.contents.box, other.contents.box),
    ]
    assert all(first != second for first, second in pairs)


def test_keys_of_different_people_are_told_apart() -> None:
    drawn: list[Keys] = [draw_keys("north") for _ in range(3)]
    assert len({keys.card.fingerprint for keys in drawn}) == 3
