"""Names and ids that a reader takes for others."""

import pytest

from audit.rounds import KEYS, agreement
from placet.audit.agreement import Named, agree, agreement_from, check_names
from placet.procedures.shelf import rules_of
from placet.seal.digests import digest
from placet.seal.faults import SealError
from placet.seal.keys import Keys, draw_keys
from placet.seal.terms import terms_from

TERMS = agreement().terms.to_dict()


def kept_by(keeper: Keys) -> object:
    fields = agreement().to_dict()
    card = keeper.card
    fields["terms"] = {**fields["terms"], "keeper": digest("keeper", card.to_bytes()).hex()}
    return agreement_from({**fields, "keeper": card.to_dict()})


@pytest.mark.parametrize("name", ["n0rth", "N0RTH", "north-", "sovth", "rnediator", "medlator", "rnedlator", "5outh"])
def test_somebody_takes_part_under_an_id_that_looks_like_a_sides(name: str) -> None:
    card = draw_keys(name).card
    alike = {"north-": "north_", "sovth": "s0vth"}.get(name)
    sides = {**TERMS["sides"], name: card.to_dict()}
    if alike is not None:
        sides[alike] = draw_keys(alike).card.to_dict()
    with pytest.raises(SealError, match="looks like"):
        terms_from({**TERMS, "sides": sides})


@pytest.mark.parametrize(
    "name", ["n\u043erth", "north\u200b", "\u202enorth", "north ", "\uff4eorth", "nor\u0301th", ""]
)
def test_an_id_holds_letters_that_are_not_what_they_seem(name: str) -> None:
    with pytest.raises(SealError, match="plain letters"):
        draw_keys(name)


def test_the_keeper_has_an_id_that_looks_like_a_sides() -> None:
    with pytest.raises(SealError, match="looks like"):
        kept_by(draw_keys("n0rth"))


def test_the_keeper_has_the_id_of_a_side_with_another_key() -> None:
    with pytest.raises(SealError, match="two different cards of north"):
        kept_by(draw_keys("north"))


def test_the_keeper_has_the_key_of_a_side_under_another_id() -> None:
    with pytest.raises(SealError, match="one key for both"):
        kept_by(Keys("clerk", KEYS["north"].signing, KEYS["keeper"].sealing))


def test_a_mediator_who_takes_part_may_keep_the_ledger() -> None:
    assert kept_by(KEYS["mediator"])


def test_a_card_carries_the_sealing_key_of_another() -> None:
    twin = Keys("east", KEYS["registry"].signing, KEYS["south"].sealing)
    with pytest.raises(SealError, match="one key for both"):
        terms_from({**TERMS, "sides": {**TERMS["sides"], "east": twin.card.to_dict()}})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adib Haddad", "Adib  Haddad"),
        ("Adib", "ADIB"),
        ("Basma", "B\u0430sma"),  # a Cyrillic letter
        ("Ren\u00e9", "Rene\u0301"),
        ("\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f"),  # with and without its hamza
        ("\u0645\u06cc\u0646\u0627", "\u0645\u064a\u0646\u0627"),  # a Persian and an Arabic yeh
        ("\u0645\u06cc\u200c\u0646\u0627", "\u0645\u06cc\u0646\u0627"),  # with and without a joiner
        ("O'Hara", "O\u2019Hara"),
    ],
)
def test_two_names_on_a_list_look_the_same(one: str, other: str) -> None:
    with pytest.raises(SealError, match="looks like"):
        check_names(sorted((Named(one), Named(other)), key=lambda named: (named.list, named.name)))


@pytest.mark.parametrize(
    "name",
    [
        "\u202ebidA",  # drawn from right to left: Adib
        "\u2066Adib\u2069",
        "Ad\u200bib",
        "Ad\u00adib",
        "Adib\u3164",
        "Ad\u2060ib",
        "\ufeffAdib",
        "Adib\x00",
        "Adib\nBasma",
        "Adib ",
        "",
        "\u200c",
    ],
)
def test_a_name_is_not_what_a_reader_sees(name: str) -> None:
    with pytest.raises(SealError, match=r"can be seen|begins and ends"):
        check_names((Named(name),))


@pytest.mark.parametrize(
    "name", ["Mar\u00eda Jos\u00e9 O'Hara", "\u0645\u06cc\u200c\u0646\u0627", "\u9648\u6c0f", "J. P. (jr.)"]
)
def test_a_name_in_any_script_is_taken(name: str) -> None:
    check_names((Named(name),))


def test_one_stands_on_two_lists_under_one_name() -> None:
    with pytest.raises(SealError, match="looks like"):
        check_names((Named("Adib", "a"), Named("Adib", "b")))


def test_a_look_alike_is_seen_when_the_round_is_agreed() -> None:
    agreed = agreement()
    with pytest.raises(SealError, match="can be seen"):
        agree(case="a-case", round_id="first", names=[*agreed.names, Named("\u202ebidA")],
              rules=rules_of(agreed.procedure), settings=agreed.settings, sides=agreed.terms.sides.values(),
              holders=agreed.terms.holders.values(), sets=agreed.terms.sets, keeper=agreed.keeper,
              closes=agreed.terms.closes)  # fmt: skip
