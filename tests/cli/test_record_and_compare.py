"""What the record says aloud, and what changed between two days."""

import json

import pytest

CASE = """\
placet: 1
title: A small body
sides:
  north: {name: The north, consent: true}
  guest: {name: A guest, consent: false}
candidates:
  ada: {name: Ada}
  ben: {name: Ben}
posts:
  chair: {title: Chair}
demands:
  no-ada: {side: north, excludes: ada}
  call: {side: guest, excludes: ben}
  wait: {side: guest, blocks: talks, until: truce}
roadmap:
  truce: {title: A truce}
  talks: {title: The sides talk}
record:
  - {on: 2020-01-05, demand: no-ada, stance: asserts, by: A speaker, quote: "Never, ever, Ada.", source: paper}
  - {on: 2020-02, demand: wait, stance: withdraws, by: A guest of ours, quote: No more waiting., source: paper}
  - {on: 2019, demand: call, stance: asserts, by: A guest of ours}
sources:
  paper: {title: A paper, publisher: The Paper, file: paper.txt}
"""
RECORD_SAYS = """\
A small body, on 29 February 2020

The north
  - The north will not accept Ada in any post, since 5 January 2020.
     - 5 January 2020: A speaker asserts this: “Never, ever, Ada.” (The Paper)

A guest (speaks, but holds no consent)
  - A guest will not accept Ben in any post, since 2019.
     - 2019: A guest of ours asserts this
  - It is no longer a demand of a guest that “The sides talk” must wait for “A
    truce”, since February 2020.
     - February 2020: A guest of ours withdraws this: “No more waiting.” (The
       Paper)

Quotations
2 of 2 quotations have not been held against their sources.
"""
COMPARE_SAYS = """\
A small body: from 4 January 2020 to 1 March 2020

What changed
  - The north will not accept Ada in any post (since 5 January 2020)
     - 5 January 2020, A speaker: “Never, ever, Ada.”
  - It is no longer a demand of a guest that “The sides talk” must wait for “A
    truce” (since February 2020)
     - February 2020, A guest of ours: “No more waiting.”

The steps
  - “A truce” is open, as before.
  - “The sides talk” was blocked, and is open now: nothing on record stands in
    its way.

Who could be appointed
Before, all sides could accept 2 settlements; now, one settlement.

Who is out of every post, by what has been said aloud
  - The north will not accept Ada in any post (since 5 January 2020)

If those who only speak could refuse
  - Had a guest held consent, that demand would have kept Ben out already.
"""


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def test_the_record_is_told_side_by_side_with_the_words_that_were_said(tell, case_of):
    said = tell("record", case_of(CASE))
    assert (said.code, said.err) == (0, "")
    assert said.out == RECORD_SAYS


def test_a_comparison_is_told_as_what_changed_what_opened_and_who_could_be_appointed(tell, case_of):
    said = tell("compare", case_of(CASE), "2020-01-04", "2020-03-01")
    assert (said.code, said.err) == (0, "")
    assert said.out == COMPARE_SAYS


def test_a_side_without_consent_changes_no_names_and_that_is_said(tell, case_of):
    said = " ".join(tell("compare", case_of(CASE), "2020-01-06", "2020-03-01").out.split())
    assert "It is the same before and after: all sides could accept one settlement." in said
    assert "A guest never held consent, so nothing said by that side could change this." in said


def test_two_equal_days_have_no_change(tell, case_of):
    assert "No demand changed.\n" in tell("compare", case_of(CASE), "2020-01-06", "2020-01-06").out


def test_a_comparison_as_json_keeps_the_contract(run, case_of):
    answer = json.loads(run("compare", case_of(CASE), "2020-01-06", "2020-03-01", "--json").out)
    assert set(answer) >= {"case", "from", "to", "changed", "zone", "steps"}


@pytest.mark.parametrize("days", [("2020-01-06", "soon"), ("soon", "2020-01-06")])
def test_a_day_that_is_none_is_the_users_mistake(tell, case_of, days):
    said = tell("compare", case_of(CASE), *days)
    assert said.code == 2
    assert "soon" in said.err


def test_a_quotation_that_stands_in_its_source_passes_the_check(tell, case_of, papers):
    (papers / "paper.txt").write_text("They said: never. Never,  ever,\nAda. No more waiting.")
    said = tell("record", case_of(CASE), "--check", "--sources", str(papers))
    assert said.code == 0
    assert "All 2 quotations stand word for word in their sources." in said.out


def test_a_quotation_that_does_not_stand_in_its_source_fails_the_check(tell, case_of, papers):
    folder = case_of(CASE)
    (papers / "paper.txt").write_text("Never say never. No more waiting.")
    said = tell("record", folder, "--check", "--sources", str(papers))
    assert said.code == 1
    assert "does not stand word for word in paper.txt" in said.out
    told = tell("record", folder, "--check", "--sources", str(papers), "--json")
    assert told.code == 1
    assert [one["checked"] for one in json.loads(told.out)["demands"]["no-ada"]["statements"]] == [False]


def test_a_source_that_is_not_there_fails_no_check(tell, case_of):
    said = tell("record", case_of(CASE), "--check")
    assert said.code == 0
    assert "2 of 2 quotations have not been held against their sources." in said.out


def test_sources_without_check_is_a_mistake_that_says_what_to_do(tell, case_of, tmp_path):
    assert "give both" in tell("record", case_of(CASE), "--sources", str(tmp_path)).err


def test_a_case_without_demands_says_so(tell, case_of):
    folder = case_of(
        "placet: 1\ntitle: T\nsides: {s: {name: S, consent: true}}\n"
        "candidates: {x: {name: X}}\nposts: {p: {title: P}}\n"
    )
    assert tell("record", folder).out == "T\n\nNobody has made a demand.\n"


def test_what_was_said_and_belongs_to_no_demand_is_told_too(tell, case_of):
    folder = case_of(
        CASE.replace("sources:\n", "  - {on: 2020-03-01, by: A clerk, quote: Tea at four., source: paper}\nsources:\n")
    )
    told = "\nSaid besides, and part of no demand\n  - 1 March 2020: A clerk: “Tea at four.” (The Paper)\n"
    assert told in tell("record", folder).out
    beside = json.loads(tell("record", folder, "--json").out)["beside"]
    assert [(entry["by"], entry["quote"]) for entry in beside] == [("A clerk", "Tea at four.")]


def test_what_was_presumed_though_it_had_been_said_and_where_sources_disagree(tell, case_of):
    more = (
        "  - {on: 2020-03-01, demand: no-ada, stance: presumes, by: A reporter}\n"
        "  - {on: 2018-01-01, event: founding, source: paper}\n  - {on: 2018-02, event: founding, by: A reporter}\n"
    )
    said = tell("record", case_of(CASE.replace("sources:\n", f"{more}sources:\n"))).out
    assert "Presumed, though it had been said\n  - What a reporter presumed, dated 1 March 2020, had been said" in said
    assert "Where sources disagree\n  - Sources disagree about the date of “founding”" in said
