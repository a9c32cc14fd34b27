"""What a case may say, though hardly anybody means it."""

# ruff: noqa: E501 -- a message stands on one line, as it is shown

import pytest

from case.samples import EXAMPLE, changed, warnings

WARNED = {
    "a value that nobody has": (
        "where: {trait: {gender: woman}}",
        "where: {trait: {gender: women}}",
        '21:52: found "women", expected a value of gender that some candidate has (this selects nobody); did you mean woman?',
    ),
    "a number where words are": (
        "where: {trait: {gender: woman}}",
        "where: {trait: {gender: 1}}",
        "21:52: found 1, expected a value of gender that some candidate has (this selects nobody)",
    ),
    "a word where numbers are": (
        "where: {trait: {gender: woman}}",
        "where: {trait: {seats: '3'}}",
        '21:51: found "3", expected a value of seats that some candidate has (this selects nobody)',
    ),
    "a group without members": (
        "groups: [independents], traits",
        "traits",
        "9:3: found independents, a group without members, expected a candidate that belongs to it",
    ),
    "a presumed demand that was only withdrawn": (
        "demand: no-saleh, stance: presumes",
        "demand: no-saleh, stance: withdraws",
        '31:62: found "presumed" in no-saleh, whose only statements withdraw it, expected no presumed, unless somebody still expects the demand (it stays presumed)',
    ),
    "a demand called like a constraint": (
        "  no-haddad:   {side",
        "  women:   {side",
        '26:3: found "women", expected an id that no constraint has, so that answers can tell them apart',
    ),
    "a quota that nothing can keep": (
        "at_least: 30%",
        "at_least: 3, at_most: 2",
        "21:23: found at least 3 and at most 2, expected a rule that can be kept",
    ),
    "a choice said for posts": (
        "{side: opposition, chooses: {election: six-months}}",
        "{side: opposition, chooses: {election: six-months}, in: [head]}",
        '29:72: found "in" beside "chooses", expected chooses alone: a term has no posts',
    ),
    "a choice within an if said for posts": (
        "if: {chooses: {election: six-months}}, then",
        "if: {chooses: {election: six-months}, in: [head]}, then",
        '30:77: found "in" beside "chooses", expected chooses alone: a term has no posts',
    ),
}


@pytest.mark.parametrize("claim", WARNED)
def test_the_warning_is(claim):
    old, new, message = WARNED[claim]
    assert warnings(changed(old, new)) == message


def test_the_example_has_no_warning():
    assert warnings(EXAMPLE) == ""


def test_a_group_whose_members_are_in_groups_within_it_has_members():
    assert "militia" not in warnings(EXAMPLE)
