"""``placet procedures``: the list of procedures, and the rules of one."""

import json

import pytest

from placet.procedures.rules import FIELDS
from placet.procedures.shelf import rules_on_shelf


def test_all_procedures_are_listed_with_their_titles(tell):
    said = tell("procedures")
    assert said.code == 0
    assert all(f"  {name} " in said.out for name in rules_on_shelf())


@pytest.mark.parametrize("name", rules_on_shelf())
def test_the_rules_of_every_procedure_can_be_read(tell, name):
    said = tell("procedures", name)
    assert (said.code, said.err) == (0, "")
    assert "Where it was read" in said.out


def test_sure_survivors_depend_on_the_number_of_parties(tell):
    assert (
        "Of 10 names 2 stay at least, when 2 parties strike 4 each." in tell("procedures", "finra-one-arbitrator").out
    )
    said = tell("procedures", "finra-one-arbitrator", "--parties", "3").out
    assert "Of 10 names 0 stay at least, when 3 parties strike 4 each." in said


def test_sure_survivors_depend_on_the_strikes_of_each_party_and_the_length_of_the_list(tell):
    caps = ("--caps", "north=4,south=3,west=2")
    said = " ".join(tell("procedures", "finra-one-arbitrator", *caps).out.split())
    assert "Of 10 names one is sure to stay, with these strikes: north 4, south 3 and west 2." in said
    told = json.loads(tell("procedures", "finra-one-arbitrator", *caps, "--size", "12", "--json").out)
    assert told["guaranteed_survivors"] == {"": 3}
    said = " ".join(tell("procedures", "finra-one-arbitrator", *caps, "--size", "12").out.split())
    assert "Of 12 names 3 are sure to stay" in said
    assert "'north' is no party and number" in tell("procedures", "finra-one-arbitrator", "--caps", "north").err


def test_each_kind_of_procedure_has_its_own_way_to_say_who_is_left(tell):
    assert "until this many are left: 3." in tell("procedures", "nba-appeals-panel").out
    assert (
        "Of 10 names 4 stay at least, when 1 party strikes 6 each."
        in tell("procedures", "university-of-michigan-two-lists").out
    )
    assert "how many may be struck is not stated" in " ".join(tell("procedures", "udrp-three-panelists").out.split())
    assert "How many are left" not in tell("procedures", "udrp-three-panelists").out


def test_values_without_a_sentence_are_said_in_plain_words(tell):
    said = " ".join(tell("procedures", "fmcs-ranking").out.split())
    assert "Seats One is appointed." in said
    assert "Who strikes Each party by itself." in said
    assert "Order All at once, without seeing what the others hand in." in said


@pytest.mark.parametrize("name", rules_on_shelf())
def test_every_institution_tells_a_weakness_with_its_reference_or_its_reason(name):
    rules = rules_on_shelf()[name]
    assert rules.weaknesses or rules.shelf == "theory"
    if rules.mechanism == "strike-and-rank" and rules.fields["ranks"].value in {"all", "survivors"}:
        assert any("inefficient equilibria" in one and "2014" in one for one in rules.weaknesses)


def test_what_is_not_stated_or_comes_from_memory_is_marked(tell):
    said = " ".join(tell("procedures", "aaa-list").out.split())
    assert "14 calendar days. (from memory, to be checked)" in said
    assert "asked for when a run needs it reason, first, aggregate, tie," in said
    assert "inefficient equilibria" in said


def test_any_number_of_strikes_leaves_nobody_for_sure(tell):
    assert "a party may strike everybody" in tell("procedures", "uncitral-article-8").out


def test_as_json_every_field_is_there_and_gaps_are_null(tell):
    told = json.loads(tell("procedures", "fmcs-ranking", "--json").out)
    assert list(told["fields"]) == list(FIELDS)
    assert told["fields"]["tie"] is None
    assert told["guaranteed_survivors"] == {"": 7}
    assert len(json.loads(tell("procedures", "--json").out)["procedures"]) == len(rules_on_shelf())


def test_a_name_that_is_none_brings_the_nearest(tell):
    said = tell("procedures", "finra-one-arbitator")
    assert said.code == 2
    assert "did you mean finra-one-arbitrator?" in said.err


def test_a_part_of_a_name_is_answered_with_the_names_that_have_it(tell):
    names = " or ".join(name for name in rules_on_shelf() if "finra" in name)
    assert names.count(" or ") >= 5
    assert f"the name of a procedure, such as {names}" in tell("procedures", "finra").err
    assert "did you mean fmcs-ranking?" in tell("procedures", "fmcs-rnaking").err
    assert "(`placet procedures` lists them)" in tell("procedures", "zzzz").err
