"""Procedures beside each other: each row is what the procedure alone would say, and what was filled in is told."""

from fractions import Fraction

import pytest

from placet.procedures.comparison import compare_procedures, is_efficient, rank_range
from placet.procedures.endings import certain
from placet.procedures.equilibrium import equilibrium
from placet.procedures.equilibrium_answer import better_than
from placet.procedures.preferences import preferences_of
from placet.procedures.shelf import rules_of, rules_on_shelf

OPPOSED = preferences_of({"x": "abcde", "y": "ecbda"})


@pytest.fixture(scope="module")
def found():
    return compare_procedures(OPPOSED)


def test_every_procedure_is_compared_or_said_to_be_left_out(found):
    compared = {row.terms.rules.id for row in found.rows}
    assert compared | set(found.left_out) == set(rules_on_shelf())
    assert not compared & set(found.left_out)
    assert {"veto-rank", "shortlisting", "fmcs-alternate-strike", "fallback"} <= compared


def test_a_row_says_what_the_procedure_alone_would_say(found):
    for row in found.rows:
        if row.clever is not None:
            alone = equilibrium(row.terms.rules, OPPOSED, row.terms.settings)
            assert alone.endings == row.clever.endings
            assert alone.sincere == row.sincere


def test_where_the_rule_leaves_open_who_begins_there_is_a_row_for_each_side(found):
    firsts = [dict(row.terms.settings)["first"] for row in found.rows if row.terms.rules.id == "sequential-veto"]
    assert firsts == ["x", "y"]
    assert [
        "first" in dict(row.terms.settings) for row in found.rows if row.terms.rules.id == "nfl-system-arbitrator"
    ] == [False]


def test_what_was_filled_in_is_told(found):
    (row,) = (row for row in found.rows if row.terms.rules.id == "veto-rank")
    assert row.to_dict(OPPOSED)["settings"] == {"strikes": "2"}


def test_veto_rank_can_come_to_a_name_that_nobody_wants_more_where_shortlisting_cannot():
    alike = preferences_of({"x": "abcde", "y": "bacde"})
    found = compare_procedures(alike, (rules_of("veto-rank"), rules_of("shortlisting")))
    told = [row.to_dict(alike)["equilibrium"]["efficient"] for row in found.rows]
    assert told == [False, True, True]


def test_ranks_are_those_of_the_best_and_the_worst_that_can_hold():
    assert rank_range((certain("b"), certain("c")), "x", OPPOSED) == (Fraction(2), Fraction(3))
    assert rank_range((certain("b"), certain()), "x", OPPOSED) is None
    assert is_efficient((certain("b"),), OPPOSED) is True
    assert is_efficient((certain("d"),), OPPOSED) is False
    assert is_efficient((certain(),), OPPOSED) is None


def test_what_is_too_large_to_be_found_says_so():
    long = preferences_of({"x": "abcdefgh", "y": "hgfedcba"})
    (row,) = compare_procedures(long, (rules_of("veto-rank"),)).rows
    assert (row.clever, row.why_not) == (None, "too-large")
    assert row.to_dict(long)["not_found"] == "too-large"
    assert sum(chance for _, chance in row.sincere.chances) == 1


def test_the_name_to_propose_instead_is_one_that_none_is_better_than():
    wanted = preferences_of({"x": "zabcd", "y": "zbacd"})
    assert [better_than(name, wanted) for name in "zabd"] == [None, "z", "z", "z"]
