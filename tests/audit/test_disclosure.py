"""What is published of a round: at each level so much and no more, and held against what was sealed."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from audit.rounds import KEYS, NAMES, SHEETS, Played, agreement, finished
from placet.audit.bundle import Bundle, read_bundle, take_bundle, write_bundle
from placet.audit.disclosure import PARTS, check_disclosed
from placet.audit.entries import Entry, read_entry
from placet.audit.verify import Verdict, verify
from placet.ledger.log import Log
from placet.ledger.store import MemoryStore
from placet.seal.canonical import canonical
from placet.seal.faults import SealError
from placet.seal.terms import DISCLOSURES
from placet.words import say

STRUCK = {"Adib", "Basma", "Ghada"}


def published(level: str) -> Mapping[str, Any]:
    outcome = finished(disclosure=level).desk.course.outcome
    assert outcome is not None
    found: Mapping[str, Any] = outcome.fields["disclosed"]
    return found


def relogged(bundle: Bundle, last: bytes) -> Bundle:
    """The public bundle of a log whose outcome a dishonest keeper has exchanged."""
    full = [bundle.entries[place] for place in range(len(bundle.leaves))]
    log = Log(MemoryStore(), bundle.origin)
    for body in [*full[:-1], last]:
        log.append(body)
        log.checkpoint(KEYS["keeper"])
    return take_bundle(log, "public")


def with_outcome(level: str, **change: Any) -> Verdict:
    """What is said of a public bundle whose outcome was changed."""
    bundle = take_bundle(finished(disclosure=level).desk.log, "full")
    last = read_entry(bundle.entries[len(bundle.leaves) - 1])
    return verify(relogged(bundle, Entry("outcome", last.at, {**last.fields, **change}).to_bytes()))


@pytest.mark.parametrize("level", DISCLOSURES)
def test_each_level_publishes_its_parts_and_no_others(level: str) -> None:
    assert tuple(published(level)) == PARTS[level]


def test_each_level_tells_all_that_the_one_before_it_tells() -> None:
    for fewer, more in pairwise(DISCLOSURES):
        there = published(more)
        assert {part: there[part] for part in PARTS[fewer]} == published(fewer)


def test_what_is_published_is_what_the_sheets_say() -> None:
    there = published("all")
    assert there["size"] == "4"
    assert there["agreed"] == [name for name in NAMES if name not in STRUCK]
    assert there["vetoes"] == {"Adib": "1", "Basma": "1", "Ghada": "1"}
    assert {side: shown["sheet"] for side, shown in there["sheets"].items()} == SHEETS


def test_a_veto_of_two_sides_is_counted_twice_and_named_for_neither() -> None:
    played = Played(agreement(disclosure="vetoes")).begin()
    for side in ("north", "south"):
        sheet = {"strikes": ["Adib"], "ranking": list(NAMES[1:]), "reasons": {}}
        played.desk.hand_in(played.sealed(side, sheet).to_bytes())
    recomputed, _ = played.close().release().desk.come_out()
    assert recomputed.disclosed["vetoes"] == {"Adib": "2"}
    assert b"north" not in canonical(dict(recomputed.disclosed))


@pytest.mark.parametrize("level", [level for level in DISCLOSURES if level != "all"])
def test_no_level_below_all_publishes_a_mark_with_its_owner(level: str) -> None:
    bundle = take_bundle(finished(disclosure=level).desk.log, "public")
    outcome = bundle.entries[len(bundle.leaves) - 1]
    assert b"ranking" not in outcome
    assert b"salt" not in outcome


def test_a_sheet_that_does_not_count_strikes_nobody() -> None:
    played = Played(agreement(disclosure="agreed")).begin().hand_in("south")
    played.desk.hand_in(played.sealed("north", {"strikes": list(NAMES), "ranking": [], "reasons": {}}).to_bytes())
    recomputed, _ = played.close().release().desk.come_out()
    assert recomputed.disclosed["agreed"] == [name for name in NAMES if name != "Ghada"]


def test_where_all_is_disclosed_the_public_computes_the_outcome_again() -> None:
    bundle = take_bundle(finished(disclosure="all").desk.log, "public")
    verdict = verify(read_bundle(write_bundle(bundle)))
    assert verdict.ok
    assert verdict.recomputed is not None
    assert verdict.recomputed.appointment.outcome.appointed == ("Dawud",)
    assert not any("withheld" in say(each) for each in verdict.could_not_check)


def test_where_all_is_disclosed_a_sheet_called_unreadable_is_named_as_not_checked() -> None:
    bundle = take_bundle(finished(disclosure="all").desk.log, "full")
    last = read_entry(bundle.entries[len(bundle.leaves) - 1])
    there = last.fields["disclosed"]
    hidden = {**there, "sheets": {"south": there["sheets"]["south"]}}
    verdict = verify(relogged(bundle, Entry("outcome", last.at, {**last.fields, "disclosed": hidden}).to_bytes()))
    assert [check.name for check in verdict.checks if not check.ok] == ["outcome"]
    told = [say(each) for each in verdict.could_not_check]
    assert "That the envelope of north holds no sheet, as is recorded: a full bundle shows it." in told


def test_a_disclosed_sheet_that_its_side_did_not_seal_is_seen() -> None:
    bundle = take_bundle(finished(disclosure="all").desk.log, "full")
    last = read_entry(bundle.entries[len(bundle.leaves) - 1])
    there = last.fields["disclosed"]
    bent = {**there["sheets"]["north"], "sheet": {**SHEETS["north"], "strikes": ["Adib"]}}
    swapped = {**there, "sheets": {**there["sheets"], "north": bent}}
    verdict = verify(relogged(bundle, Entry("outcome", last.at, {**last.fields, "disclosed": swapped}).to_bytes()))
    assert [check.name for check in verdict.checks if not check.ok] == ["outcome"]
    (wrong,) = [check for check in verdict.checks if not check.ok]
    assert "not in its envelope" in say(wrong.says)


def test_an_outcome_that_the_disclosed_sheets_do_not_give_is_seen() -> None:
    appointment = {"appointed": ["Chadia"], "decided": True, "impasse": False, "referred_to": "", "seats": []}
    verdict = with_outcome("all", appointment=appointment)
    assert [check.name for check in verdict.checks if not check.ok] == ["outcome"]


@pytest.mark.parametrize(
    "bent",
    [
        {},
        {"size": "4"},
        {"size": "5", "agreed": ["Chadia", "Dawud", "Elias", "Farah"]},
        {"size": "4", "agreed": ["Dawud", "Chadia", "Elias", "Farah"]},
        {"size": "1", "agreed": ["Nobody"]},
        {"size": "1", "agreed": ["Adib"], "vetoes": {}},
        {"size": "8", "agreed": list(NAMES)},
        "nothing",
    ],
)
def test_a_publication_that_contradicts_itself_or_its_level_is_refused(bent: Any) -> None:
    with pytest.raises(SealError):
        check_disclosed(agreement(), bent)


@pytest.mark.parametrize("vetoes", [{}, {"Adib": "0"}, {"Adib": "3"}, {"Basma": "1"}, ["Adib"]])
def test_vetoes_that_do_not_fit_the_agreed_set_are_refused(vetoes: Any) -> None:
    agreed = [name for name in NAMES if name != "Adib"]
    check_disclosed(agreement(disclosure="vetoes"), {"size": "6", "agreed": agreed, "vetoes": {"Adib": "2"}})
    with pytest.raises(SealError):
        check_disclosed(agreement(disclosure="vetoes"), {"size": "6", "agreed": agreed, "vetoes": vetoes})
