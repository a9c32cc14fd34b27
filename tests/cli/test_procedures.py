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
    names = "finra-one-arbitrator or finra-short-list or finra-three-arbitrators"
    assert f"the name of a procedure, such as {names}" in tell("procedures", "finra").err
    assert "did you mean fmcs-ranking?" in tell("procedures", "fmcs-rnaking").err
    assert "(`placet procedures` lists them)" in tell("procedures", "zzzz").err
