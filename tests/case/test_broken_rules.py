"""Broken case files and the message that each must give: constraints and demands."""

# ruff: noqa: E501 -- a message stands on one line, as it is shown

import pytest

from case.samples import changed, faults

BROKEN = {
    "a_share_is_over_the_whole": (
        "at_least: 30%",
        "at_least: 130%",
        '21:23: found "130%", expected a share of at most 100%',
    ),
    "a_share_is_no_number": (
        "at_least: 30%",
        "at_least: many%",
        '21:23: found "many%", expected a number of seats such as 2, or a share such as 30%',
    ),
    "a_share_is_written_as_a_decimal": (
        "at_least: 30%",
        "at_least: 0.3",
        "21:23: found 0.3, expected a number of seats such as 2, or a share such as 30%",
    ),
    "a_share_is_exact": (
        "{at_least: 30%",
        "{exactly: 30%",
        '21:22: found "30%", expected a number of seats; exactly takes no share',
    ),
    "a_quota_is_negative": (
        "at_least: 30%",
        "at_least: -2",
        "21:23: found -2, expected a number of seats such as 2, or a share such as 30%",
    ),
    "exactly_stands_beside_at_least": (
        "at_least: 30%",
        "at_least: 1, exactly: 2",
        '21:26: found "exactly" beside "at_least", expected exactly alone, or at_least and at_most',
    ),
    "a_quota_does_not_say_of_whom": (
        "{at_least: 30%, where: {trait: {gender: woman}}}",
        "{at_least: 30%}",
        '21:12: found a quota without "where", expected where: a candidate, {group: ...}, {trait: {...: ...}}, {any: [...]}, {all: [...]} or {not: ...}',
    ),
    "a_quota_does_not_say_how_many": (
        "{at_least: 30%, where",
        "{where",
        "21:12: found a rule without a number, expected at_least, at_most or exactly",
    ),
    "a_balance_has_one_part": (
        "equal: [{group: independents}, {group: militia}]",
        "equal: [{group: independents}]",
        "22:20: found a list of 1, expected a list of at least two selectors",
    ),
    "a_balance_is_negative": (
        "within: 1}",
        "within: -1}",
        "22:71: found -1, expected a whole number, 0 or more",
    ),
    "apart_is_said_of_one": (
        "apart: [haddad, saleh]",
        "apart: [haddad]",
        "23:20: found a list of 1, expected a list of at least two candidates",
    ),
    "apart_is_said_of_one_twice": (
        "apart: [haddad, saleh]",
        "apart: [haddad, haddad]",
        '23:29: found "haddad" a second time, expected each one once (it stands already on line 23, column 21)',
    ),
    "a_total_sums_words": (
        "total: seats",
        "total: region",
        '24:20: found "region", expected a trait with numbers only (haddad has "coast")',
    ),
    "a_total_sums_nothing_known": (
        "total: seats",
        "total: seat",
        '24:20: found "seat", expected a trait that some candidate has; did you mean seats?',
    ),
    "a_total_has_no_bound": (
        "{total: seats, at_least: 3}",
        "{total: seats}",
        "24:12: found a rule without a number, expected at_least, at_most or exactly",
    ),
    "a_constraint_has_a_side": (
        "{total: seats, at_least: 3}",
        "{total: seats, at_least: 3, side: council}",
        '24:40: found "side" in a constraint, expected total, at_least, at_most, exactly, in or assumption',
    ),
    "a_demand_has_no_side": (
        "{side: government, excludes: haddad, cost: 3}",
        "{excludes: haddad, cost: 3}",
        '26:16: found a demand without "side", expected side: the id of a side',
    ),
    "a_demand_has_an_undeclared_side": (
        "{side: government, excludes: haddad, cost: 3}",
        "{side: goverment, excludes: haddad, cost: 3}",
        '26:23: found "goverment", expected a declared side; did you mean government?',
    ),
    "a_demand_asks_for_nothing": (
        "{side: government, excludes: haddad, cost: 3}",
        "{side: government, cost: 3}",
        "26:16: found a demand without a rule, expected excludes, apart, together, equal, total, chooses, if, then, at_least, at_most, exactly, where, blocks or until",
    ),
    "a_form_is_misspelt": (
        "{side: government, excludes: haddad, cost: 3}",
        "{side: government, exclude: haddad, cost: 3}",
        '26:35: found "exclude" in a demand, expected excludes, apart, together, equal, total, chooses, if, then, at_least, at_most, exactly, where, blocks or until; did you mean excludes?',
    ),
    "two_forms_stand_together": (
        "{side: government, excludes: haddad, cost: 3}",
        "{side: government, excludes: haddad, apart: [haddad, saleh]}",
        '26:53: found "apart" beside "excludes", expected one of the two in a demand',
    ),
    "a_cost_is_nothing": (
        "cost: 3",
        "cost: 0",
        "26:59: found 0, expected a number above 0, or never",
    ),
    "a_cost_is_a_word": (
        "cost: 3",
        "cost: high",
        '26:59: found "high", expected a number above 0, or never',
    ),
    "a_cost_is_infinite": (
        "cost: 3",
        "cost: .inf",
        '26:59: found ".inf", expected a number above 0, or never',
    ),
    "a_cost_is_too_long_a_number": (
        "cost: 3",
        "cost: 9999999999999999999999999999999999999999999999999999999999999",
        '26:59: found "999999999999999999999999999999999999999999999999999999999...", expected a number above 0, or never',
    ),
    "a_post_is_undeclared": (
        "in: [head]",
        "in: [haed]",
        '27:68: found "haed", expected a declared post; did you mean head?',
    ),
    "no_post_is_meant": (
        "in: [head]",
        "in: []",
        "27:67: found an empty list, expected a list of posts, such as [head, member]",
    ),
    "a_term_is_undeclared": (
        "side: opposition, chooses: {election: six-months}",
        "side: opposition, chooses: {elections: six-months}",
        '29:45: found "elections", expected a declared term; did you mean election?',
    ),
    "an_option_is_undeclared": (
        "side: opposition, chooses: {election: six-months}",
        "side: opposition, chooses: {election: six-month}",
        '29:55: found "six-month", expected a declared option of election; did you mean six-months?',
    ),
    "nothing_is_chosen": (
        "side: opposition, chooses: {election: six-months}",
        "side: opposition, chooses: {}",
        "29:44: found an empty list, expected terms and their options, such as {election: six-months}",
    ),
    "an_if_has_no_then": (
        ", then: {excludes: {group: cells}}",
        "",
        '30:16: found an if-then without "then", expected then: a rule, such as {excludes: haddad}',
    ),
    "a_then_is_no_rule": (
        "then: {excludes: {group: cells}}",
        "then: cells",
        '30:80: found "cells", expected a rule with excludes, apart, together, equal, total, chooses, if, then, at_least, at_most, exactly or where',
    ),
    "a_probability_is_above_one": (
        "presumed: 0.8",
        "presumed: 80",
        "31:62: found 80, expected a probability from 0 to 1",
    ),
    "a_probability_is_a_share": (
        "presumed: 0.8",
        "presumed: 80%",
        '31:62: found "80%", expected a probability from 0 to 1',
    ),
    "a_block_has_no_end": (
        ", until: resignation",
        "",
        '32:16: found a demand that blocks a step without "until", expected until: the id of a step of the road map',
    ),
    "a_blocked_step_is_undeclared": (
        "blocks: conference",
        "blocks: conferences",
        '32:40: found "conferences", expected a step of the road map; did you mean conference?',
    ),
    "a_source_is_undeclared": (
        "presumed: 0.8, source: article",
        "presumed: 0.8, source: articel",
        '31:75: found "articel", expected a declared source; did you mean article?',
    ),
    "a_demand_is_seen_by_an_undeclared_side": (
        "presumed: 0.8, source: article",
        "presumed: 0.8, seen_by: [oposition]",
        '31:77: found "oposition", expected a declared side; did you mean opposition?',
    ),
}


@pytest.mark.parametrize("claim", BROKEN)
def test_the_message_is(claim):
    old, new, *messages = BROKEN[claim]
    assert faults(changed(old, new)).split("\n") == messages
