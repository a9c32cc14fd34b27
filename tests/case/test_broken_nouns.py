"""Broken case files and the message that each must give: sides, groups, candidates, posts and terms."""

# ruff: noqa: E501 -- a message stands on one line, as it is shown

import pytest

from case.samples import changed, faults

BROKEN = {
    "the_version_is_stated": (
        "placet: 1\n",
        "",
        '1:1: found a case without "placet", expected placet: 1, the version of this format',
    ),
    "the_version_is_one": (
        "placet: 1\n",
        "placet: 2\n",
        "1:9: found 2, expected 1, the version of this format",
    ),
    "a_title_is_required": (
        "title: {en: A transitional governing body, ar: هيئة حكم انتقالية}\n",
        "",
        '1:1: found a case without "title", expected title: words, or words by language such as {en: Head}',
    ),
    "a_section_is_misspelt": (
        "constraints:\n",
        "constraint:\n",
        '20:1: found "constraint" in a case, expected placet, title, sides, groups, candidates, posts, one_post_each, terms, constraints, demands, preferences, roadmap, record or sources; did you mean constraints?',
    ),
    "a_section_stands_twice": (
        "posts:\n",
        "groups:\n",
        '1:1: found a case without "posts", expected posts: posts by id, at least one',
        '15:1: found "groups" a second time, expected each name once (the first stands on line 8)',
    ),
    "a_name_is_required": (
        "{name: {en: The opposition}, consent: true}",
        "{consent: true}",
        '5:15: found a side without "name", expected name: words, or words by language such as {en: Head}',
    ),
    "consent_is_required": (
        "{name: {en: The opposition}, consent: true}",
        "{name: {en: The opposition}}",
        '5:15: found a side without "consent", expected consent: true, false, or how many votes of its members, such as {needs: 9, of: 15}',
    ),
    "consent_is_a_word": (
        "{name: {en: The opposition}, consent: true}",
        "{name: {en: The opposition}, consent: yes}",
        '5:53: found "yes", expected true, false, or how many votes of its members, such as {needs: 9, of: 15}',
    ),
    "more_votes_are_needed_than_there_are": (
        "{needs: 9, of: 15}",
        "{needs: 16, of: 15}",
        "6:58: found 16, expected at most 15, the number of votes there are",
    ),
    "no_votes_are_needed": (
        "{needs: 9, of: 15}",
        "{needs: 0, of: 15}",
        "6:58: found 0, expected a whole number, 1 or more",
    ),
    "votes_are_incomplete": (
        "{needs: 9, of: 15}",
        "{needs: 9}",
        '6:50: found consent by votes without "of", expected of: a whole number, 1 or more',
    ),
    "a_name_is_a_number": (
        "name: {en: A militia}",
        "name: 1984",
        "10:19: found 1984, expected words, or words by language such as {en: Head}, in quotation marks if a number or true or false is meant",
    ),
    "a_name_is_empty": (
        "name: {en: A militia}",
        "name: ''",
        "10:19: found empty quotation marks, expected words, or words by language such as {en: Head}",
    ),
    "a_name_is_missing_its_words": (
        "name: {en: A militia}",
        "name: ",
        "10:19: found nothing, expected words, or words by language such as {en: Head}",
    ),
    "a_name_is_a_list": (
        "name: {en: A militia}",
        "name: [A militia]",
        "10:19: found a list, expected words, or words by language such as {en: Head}",
    ),
    "a_language_is_no_language": (
        "name: {en: A militia}",
        "name: {in english: A militia}",
        '10:20: found the language "in english", expected a language such as en or ar',
    ),
    "a_name_has_a_line_break": (
        "name: {en: A militia}",
        'name: "A\\nmilitia"',
        '10:19: found a line break in "A<U+000A>militia", expected words without it',
    ),
    "a_name_has_a_control_character": (
        "name: {en: A militia}",
        'name: "A\\x07 militia"',
        '10:19: found the control character U+0007 in "A<U+0007> militia", expected words without it',
    ),
    "a_name_turns_the_text_around": (
        "name: {en: A militia}",
        'name: "A \\u202E militia"',
        '10:19: found a mark of direction without its partner in "A <U+202E> militia", expected as many marks of direction that close as marks that open',
    ),
    "a_name_closes_a_direction_it_did_not_open": (
        "name: {en: A militia}",
        'name: "A \\u2069 militia"',
        '10:19: found a mark of direction without its partner in "A <U+2069> militia", expected as many marks of direction that close as marks that open',
    ),
    "a_group_lies_within_itself": (
        "within: militia",
        "within: cells",
        '11:42: found a circle: cells > cells, expected "within" that leads to an end',
    ),
    "groups_lie_within_each_other": (
        "militia: {name: {en: A militia}}",
        "militia: {name: {en: A militia}, within: cells}",
        '11:42: found a circle: militia > cells > militia, expected "within" that leads to an end',
    ),
    "a_larger_group_is_undeclared": (
        "within: militia",
        "within: millitia",
        '11:42: found "millitia", expected a declared group; did you mean militia?',
    ),
    "groups_are_no_list": (
        "groups: [cells]",
        "groups: cells",
        '14:42: found "cells", expected a list of groups, such as [militia]',
    ),
    "a_group_is_undeclared": (
        "groups: [cells]",
        "groups: [cell]",
        '14:43: found "cell", expected a declared group; did you mean cells?',
    ),
    "a_group_is_listed_twice": (
        "groups: [cells]",
        "groups: [cells, cells]",
        '14:50: found "cells" a second time, expected each one once (it stands already on line 14, column 43)',
    ),
    "an_id_has_a_space": (
        "  saleh:  {name",
        "  the saleh:  {name",
        '14:3: found "the saleh", expected an id of letters, digits, full stops, hyphens and underscores',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "an_id_has_a_colon": (
        "  saleh:  {name",
        "  un:saleh:  {name",
        '14:3: found "un:saleh", expected an id of letters, digits, full stops, hyphens and underscores',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "an_id_begins_with_a_hyphen": (
        "  saleh:  {name",
        "  -saleh:  {name",
        '14:3: found "-saleh", expected an id of letters, digits, full stops, hyphens and underscores, begun with a letter or a digit',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "an_id_is_too_long": (
        "  saleh:  {name",
        "  sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss:  {name",
        '14:3: found "sssssssssssssssssssssssssssssssssssssssssssssssssssssssss...", expected an id of at most 64 letters',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "an_id_has_a_control_character": (
        "  saleh:  {name",
        '  "sal\\u200Eeh":  {name',
        '14:3: found "sal<U+200E>eh", expected an id of letters, digits, full stops, hyphens and underscores',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "an_id_is_decomposed": (
        "  saleh:  {name",
        '  "sale\\u0301h":  {name',
        '14:3: found "saléh", expected an id of letters, digits, full stops, hyphens and underscores, composed as on a keyboard (Unicode NFC)',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "an_id_is_nothing": (
        "  saleh:  {name",
        "  ~:  {name",
        "14:3: found nothing, expected an id of letters, digits, full stops, hyphens and underscores",
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "a_candidate_is_listed_twice": (
        "  saleh:  {name",
        "  haddad:  {name",
        '14:3: found "haddad" a second time, expected each name once (the first stands on line 13)',
        '23:29: found "saleh", expected a declared candidate',
        '31:45: found "saleh", expected a declared candidate',
        '34:36: found "saleh", expected a declared candidate',
        '44:86: found "saleh", expected a declared candidate',
    ),
    "a_candidate_has_an_unknown_trait_form": (
        "traits: {gender: man}",
        "traits: {gender: [man]}",
        "14:68: found a list, expected a word, a number, true or false",
    ),
    "a_trait_is_nothing": (
        "traits: {gender: man}",
        "traits: {gender: }",
        "14:68: found nothing, expected a word, a number, true or false",
    ),
    "seats_are_negative": (
        "seats: 1,",
        "seats: -1,",
        "16:38: found -1, expected a number of seats, or {at_least: 1, at_most: 10}",
    ),
    "seats_are_a_fraction": (
        "seats: 1,",
        "seats: 1.5,",
        "16:38: found 1.5, expected a number of seats, or {at_least: 1, at_most: 10}",
    ),
    "seats_are_a_word": (
        "seats: 1,",
        "seats: one,",
        '16:38: found "one", expected a number of seats, or {at_least: 1, at_most: 10}',
    ),
    "seats_are_too_many": (
        "seats: 1,",
        "seats: 1000000000,",
        "16:38: found 1000000000, expected a whole number up to 1,000,000",
    ),
    "the_least_is_more_than_the_most": (
        "{at_least: 1, at_most: 10}",
        "{at_least: 11, at_most: 10}",
        "17:51: found 11, expected at most 10, as at_most says",
    ),
    "a_range_of_seats_is_open": (
        "{at_least: 1, at_most: 10}",
        "{at_least: 1}",
        '17:40: found a number of seats without "at_most", expected at_most: a whole number, 0 or more',
    ),
    "a_range_of_seats_is_exact_too": (
        "{at_least: 1, at_most: 10}",
        "{at_least: 1, exactly: 10}",
        '17:54: found "exactly" beside "at_least", expected one of the two in a number of seats',
    ),
    "a_post_has_a_name_for_a_title": (
        "head:   {title: {en: Head}",
        "head:   {name: {en: Head}",
        '16:11: found a post without "title", expected title: words, or words by language such as {en: Head}',
        '16:12: found "name" in a post, expected title, seats, eligible or assumption',
    ),
    "the_eligible_are_a_list": (
        "eligible: {not: {group: militia}}",
        "eligible: [haddad]",
        "16:51: found a list, expected a candidate, {group: ...}, {trait: {...: ...}}, {any: [...]}, {all: [...]} or {not: ...}",
    ),
    "a_selector_is_misspelt": (
        "eligible: {not: {group: militia}}",
        "eligible: {not: {groups: militia}}",
        '16:58: found "groups" in a selector, expected group, trait, any, all or not; did you mean group?',
    ),
    "a_selector_is_empty": (
        "eligible: {not: {group: militia}}",
        "eligible: {any: []}",
        "16:57: found an empty list, expected a list of at least one selector",
    ),
    "a_selector_has_two_parts": (
        "eligible: {not: {group: militia}}",
        "eligible: {group: militia, not: saleh}",
        '16:68: found "not" beside "group", expected one of the two in a selector',
    ),
    "a_group_is_named_as_if_it_were_a_candidate": (
        "eligible: {not: {group: militia}}",
        "eligible: {not: militia}",
        '16:57: found "militia", expected a declared candidate; did you mean {group: militia}?',
    ),
    "a_candidate_is_named_as_if_it_were_a_group": (
        "eligible: {not: {group: militia}}",
        "eligible: {not: {group: saleh}}",
        '16:65: found "saleh", expected a declared group (saleh is a candidate)',
    ),
    "nobody_has_a_trait": (
        "where: {trait: {gender: woman}}",
        "where: {trait: {gendre: woman}}",
        '21:44: found "gendre", expected a trait that some candidate has; did you mean gender?',
    ),
    "a_trait_is_asked_without_a_value": (
        "where: {trait: {gender: woman}}",
        "where: {trait: gender}",
        '21:43: found "gender", expected one trait and its value, such as {gender: woman}',
    ),
    "two_traits_are_asked_at_once": (
        "where: {trait: {gender: woman}}",
        "where: {trait: {gender: woman, region: coast}}",
        '21:59: found "region", expected only one trait and its value, such as {gender: woman}',
    ),
    "options_are_missing": (
        ", options: [six-months, twelve-months]",
        "",
        '19:13: found a term without "options", expected options: a list of options, such as [six-months, twelve-months], or their titles by id',
    ),
    "options_are_empty": (
        "options: [six-months, twelve-months]",
        "options: []",
        "19:54: found an empty list, expected a list of options, such as [six-months, twelve-months], or their titles by id",
    ),
    "an_option_stands_twice": (
        "options: [six-months, twelve-months]",
        "options: [six-months, six-months]",
        '19:67: found "six-months" a second time, expected each one once (it stands already on line 19, column 55)',
    ),
    "the_record_is_no_list": (
        "record:\n",
        "record: none\nrecords:\n",
        '39:9: found "none", expected a list of entries, each begun with "- "',
        '40:1: found "records" in a case, expected placet, title, sides, groups, candidates, posts, one_post_each, terms, constraints, demands, preferences, roadmap, record or sources; did you mean record?',
    ),
    "the_sides_are_a_list": (
        "sides:\n  gov",
        "sides: [government]\nside:\n  gov",
        "3:8: found a list, expected sides by id, at least one",
        '4:1: found "side" in a case, expected placet, title, sides, groups, candidates, posts, one_post_each, terms, constraints, demands, preferences, roadmap, record or sources; did you mean sides?',
    ),
    "the_terms_are_a_list": (
        "terms:\n  election: {title: {en: Elections within}, options: [six-months, twelve-months]}\n",
        "terms: []\n",
        "18:8: found an empty list, expected terms by id",
        '28:45: found "election", expected a declared term (there is none)',
        '29:50: found "election", expected a declared term (there is none)',
    ),
    "there_are_no_posts": (
        "terms:\n",
        "terms: {}\nterm:\n",
        '19:1: found "term" in a case, expected placet, title, sides, groups, candidates, posts, one_post_each, terms, constraints, demands, preferences, roadmap, record or sources; did you mean terms?',
        '30:45: found "election", expected a declared term (there is none)',
        '31:50: found "election", expected a declared term (there is none)',
    ),
}


@pytest.mark.parametrize("claim", BROKEN)
def test_the_message_is(claim):
    old, new, *messages = BROKEN[claim]
    assert faults(changed(old, new)).split("\n") == messages
