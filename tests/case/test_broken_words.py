"""Broken case files and the message that each must give: preferences, road map, record and sources."""

# ruff: noqa: E501 -- a message stands on one line, as it is shown

import pytest

from case.samples import changed, faults

BROKEN = {
    "preferences_belong_to_an_undeclared_side": (
        "  government: {scores",
        "  governments: {scores",
        '34:3: found "governments", expected a declared side; did you mean government?',
    ),
    "a_score_is_missing": (
        "saleh: 2}, unscored: 0,",
        "sale: 2},",
        "34:24: found scores without saleh, expected every candidate, or unscored: 0",
        '34:36: found "sale", expected a declared candidate; did you mean saleh?',
    ),
    "a_score_is_a_word": (
        "saleh: 2}",
        "saleh: low}",
        '34:43: found "low", expected a number',
    ),
    "a_ranking_names_somebody_twice": (
        "{scores: {haddad: 7, saleh: 2}, unscored: 0,",
        "{ranking: [haddad, haddad], unscored: 0,",
        '34:34: found "haddad" a second time, expected each one once (it stands already on line 34, column 26)',
    ),
    "a_ranking_is_incomplete": (
        "{scores: {haddad: 7, saleh: 2}, unscored: 0,",
        "{ranking: [haddad],",
        "34:25: found ranking without saleh, expected every candidate, or unscored: 0",
    ),
    "approvals_have_unscored": (
        "{scores: {haddad: 7, saleh: 2}, unscored: 0,",
        "{approves: [haddad], unscored: 0,",
        '34:36: found "unscored" beside "approves", expected approves alone (every other name counts 0)',
    ),
    "preferences_are_stated_twice": (
        "{scores: {haddad: 7, saleh: 2}, unscored: 0,",
        "{scores: {haddad: 7, saleh: 2}, ranking: [saleh, haddad],",
        '34:47: found "ranking" beside "scores", expected one of the two in preferences',
    ),
    "preferences_state_nothing": (
        "{scores: {haddad: 7, saleh: 2}, unscored: 0,",
        "{unscored: 0,",
        "34:15: found preferences without names, expected scores, ranking or approves",
    ),
    "scores_are_for_an_undeclared_post": (
        "unscored: 0, disagreement",
        "unscored: 0, posts: {chair: {haddad: 3}}, disagreement",
        '34:68: found "chair", expected a declared post',
    ),
    "scores_are_for_an_undeclared_option": (
        "unscored: 0, disagreement",
        "unscored: 0, terms: {election: {never: 3}}, disagreement",
        '34:79: found "never", expected a declared option of election',
    ),
    "steps_wait_for_each_other": (
        "{title: {en: The sides meet}, convened",
        "{title: {en: The sides meet}, needs: [transition], convened",
        '38:60: found a circle: conference > transition > conference, expected "needs" that leads to an end',
    ),
    "a_step_waits_for_itself": (
        "needs: [conference]",
        "needs: [transition]",
        '38:60: found a circle: transition > transition, expected "needs" that leads to an end',
    ),
    "a_step_waits_for_an_unknown_one": (
        "needs: [conference]",
        "needs: [confrence]",
        '38:61: found "confrence", expected a step of the road map; did you mean conference?',
    ),
    "a_step_is_convened_by_nobody_known": (
        "convened_by: [sponsor]",
        "convened_by: [sponsors]",
        '37:60: found "sponsors", expected a declared side; did you mean sponsor?',
    ),
    "a_step_is_done_in_a_month": (
        "{title: {en: The president resigns}}",
        "{title: {en: The president resigns}, done: 2013-05}",
        '36:59: found "2013-05", expected a day such as 2013-05-07',
    ),
    "a_step_is_done_on_no_day": (
        "{title: {en: The president resigns}}",
        "{title: {en: The president resigns}, done: 2013-02-30}",
        '36:59: found "2013-02-30", expected a day such as 2013-05-07 that the calendar has',
    ),
    "a_date_is_an_interval": (
        "on: 2011-08,",
        "on: 2011/2012,",
        '40:10: found "2011/2012", expected a date: an interval with \'/\' means the whole stretch of time; for a day between two dates write "[2011..2012]"',
    ),
    "a_date_is_no_date": (
        "on: 2011-08,",
        "on: August 2011,",
        '40:10: found "August 2011", expected a date: 2011, 2011-08, 2011-08-18, [..2013-05-09] or [2012-06-30..2012-07-01]',
    ),
    "a_date_has_no_such_month": (
        "on: 2011-08,",
        "on: 2011-13,",
        '40:10: found "2011-13", expected a date: there is no month 13',
    ),
    "a_date_in_brackets_has_no_quotation_marks": (
        "on: 2011-08,",
        "on: [..2011-08],",
        '40:10: found a list, expected a date such as 2011, 2011-08, 2011-08-18 or "[..2013-05-09]" (in quotation marks where it holds brackets)',
    ),
    "a_date_is_missing_after_its_name": (
        "on: 2011-08,",
        "on: ,",
        '40:10: found nothing, expected a date such as 2011, 2011-08, 2011-08-18 or "[..2013-05-09]" (in quotation marks where it holds brackets)',
    ),
    "a_statement_has_no_stance": (
        "demand: leave-first, stance: asserts,",
        "demand: leave-first,",
        '40:19: found "demand" without "stance", expected both or neither in an entry of the record',
    ),
    "a_statement_has_no_demand": (
        "demand: leave-first, stance: asserts,",
        "stance: asserts,",
        '40:19: found "stance" without "demand", expected both or neither in an entry of the record',
    ),
    "a_stance_is_misspelt": (
        "stance: asserts,",
        "stance: assert,",
        '40:48: found "assert", expected asserts, reaffirms, softens, withdraws or presumes; did you mean asserts?',
    ),
    "a_statement_is_about_no_known_demand": (
        "demand: leave-first, stance: asserts,",
        "demand: leave-frist, stance: asserts,",
        '40:27: found "leave-frist", expected a declared demand; did you mean leave-first?',
    ),
    "held_since_goes_with_a_withdrawal": (
        "stance: withdraws,",
        "stance: withdraws, held_since: 2012,",
        '41:62: found "held_since" with the stance withdraws, expected held_since only where the stance is asserts or reaffirms',
    ),
    "held_since_goes_with_nothing": (
        "{on: 2013-05-10, side",
        "{on: 2013-05-10, held_since: 2012, side",
        '44:22: found "held_since", expected held_since only where the stance is asserts or reaffirms',
    ),
    "held_since_is_later_than_the_report": (
        'held_since: ".."',
        "held_since: 2014",
        "42:74: found 2014, expected a date no later than 2013-05-09",
    ),
    "a_quotation_is_empty": (
        'quote: "...", lang: en',
        'quote: "", lang: en',
        "40:79: found empty quotation marks, expected the words that were said",
    ),
    "a_comma_splits_a_quotation": (
        'quote: "...", lang: en',
        "quote: He said, we will go, lang: en",
        '40:88: found "we will go" after a comma, expected a name with a colon (words that hold a comma stand in quotation marks)',
    ),
    "a_language_is_a_sentence": (
        "lang: en",
        "lang: in English",
        '40:92: found "in English", expected a language such as en or ar',
    ),
    "a_tally_has_no_side": (
        "side: council, tally",
        "tally",
        '44:22: found "tally" without "side", expected both or neither in an entry of the record',
    ),
    "a_tally_is_for_a_side_without_votes": (
        "side: council, tally",
        "side: opposition, tally",
        '44:28: found "opposition", expected a side that decides by votes: council',
    ),
    "a_tally_has_too_many_votes": (
        "{for: 9, against: 3, silent: 3}",
        "{for: 9, against: 4, silent: 3}",
        "44:53: found 16 votes for haddad, expected at most 15, the votes of council",
    ),
    "a_tally_has_negative_votes": (
        "{for: 9, against: 3, silent: 3}",
        "{for: 9, against: -3}",
        "44:71: found -3, expected a number of votes",
    ),
    "a_tally_does_not_say_who_is_for": (
        "saleh: {for: 4}",
        "saleh: {against: 4}",
        '44:93: found the votes for a candidate without "for", expected for: a number of votes',
    ),
    "a_tally_is_about_nobody_known": (
        "saleh: {for: 4}",
        "salah: {for: 4}",
        '44:86: found "salah", expected a declared candidate; did you mean saleh?',
    ),
    "a_file_is_absolute": (
        "file: sources/article.txt",
        "file: /etc/passwd",
        '46:78: found "/etc/passwd", expected a path inside the case folder, such as sources/article.txt',
    ),
    "a_file_climbs_out": (
        "file: sources/article.txt",
        "file: sources/../../article.txt",
        '46:78: found "sources/../../article.txt", expected a path inside the case folder, such as sources/article.txt',
    ),
    "a_file_has_a_backslash": (
        "file: sources/article.txt",
        "file: sources\\article.txt",
        '46:78: found "sources\\article.txt", expected a path inside the case folder, such as sources/article.txt',
    ),
    "a_file_has_a_drive": (
        "file: sources/article.txt",
        "file: 'C:article.txt'",
        '46:78: found "C:article.txt", expected a path inside the case folder, such as sources/article.txt',
    ),
    "a_file_is_a_device": (
        "file: sources/article.txt",
        "file: sources/nul.txt",
        '46:78: found "sources/nul.txt", expected a path inside the case folder, such as sources/article.txt',
    ),
    "a_file_is_a_number": (
        "file: sources/article.txt",
        "file: 5",
        "46:78: found 5, expected a path inside the case folder, such as sources/article.txt, in quotation marks if a number or true or false is meant",
    ),
    "a_file_is_the_case": (
        "file: sources/article.txt",
        "file: Case.YAML",
        '46:78: found "Case.YAML", expected the file of a source, not the case itself',
    ),
    "a_fingerprint_is_too_short": (
        "file: sources/article.txt",
        "sha256: abc123",
        '46:80: found "abc123", expected 64 hexadecimal digits',
    ),
    "an_address_is_a_script": (
        "file: sources/article.txt",
        "url: 'javascript:alert(1)'",
        '46:77: found "javascript:alert(1)", expected an address that begins with https:// or http://',
    ),
}


@pytest.mark.parametrize("claim", BROKEN)
def test_the_message_is(claim):
    old, new, *messages = BROKEN[claim]
    assert faults(changed(old, new)).split("\n") == messages
