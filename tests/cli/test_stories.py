"""Sentences that only some cases need: each is reached by a case that needs it."""

import json

import pytest

from placet.case.read import read_case
from placet.words import say
from placet.zone.sentences import counted, settlements
from placet.zone.zone import Zone

HEAD = """\
placet: 1
title: T
sides:
  north: {name: The north, consent: true}
  south: {name: The south, consent: true}
candidates: {ada: {name: Ada, groups: [old]}, ben: {name: Ben, groups: [old]}, cyd: {name: Cyd}}
groups: {old: {name: The old}}
"""
ONE_POST = HEAD + "posts: {chair: {title: Chair}}\n"
TWO_POSTS = HEAD + "posts: {chair: {title: Chair}, clerk: {title: Clerk, seats: {at_least: 1, at_most: 2}}}\n"


@pytest.fixture
def solved(tell, case_of):
    """Return what `solve`, or another verb, says of a case in one line."""

    def solved(text: str, verb: str = "solve", *words: str) -> str:
        said = tell(verb, case_of(text), *words)
        assert said.code == 0, said.err
        return " ".join(said.out.split())

    return solved


@pytest.mark.parametrize(
    ("digits", "says"),
    [
        ("0", "no settlement at all"),
        ("1", "one settlement"),
        ("1234567", "1\u202f234\u202f567 settlements"),
        ("12345678", "about 12.3 million settlements"),
        ("999999999", "about 999.9 million settlements"),
        ("1234567890", "about 1.2 × 10^9 settlements"),
        ("9" * 5000, "about 9.9 × 10^4999 settlements"),
    ],
)
def test_numbers_of_settlements_are_said_as_one_says_them(digits, says):
    assert say(settlements(digits)) == says


def test_a_number_that_may_be_larger_is_said_so():
    assert say(settlements("7", is_exact=False)) == "at least 7 settlements"
    assert counted("1")["count"] == 1


def test_a_demand_that_the_record_leaves_open_is_told_as_not_certain(solved):
    said = solved(
        ONE_POST + "demands: {no-ada: {side: north, excludes: ada}}\n"
        "record:\n  - {on: 2020-01-01, demand: no-ada, stance: asserts}\n"
        "  - {on: 2020-01-01, demand: no-ada, stance: withdraws}\n"
    )
    assert "What is not certain Whether this still holds cannot be told from the record:" in said
    assert "Counting only what is certain, all sides could accept 3 settlements." in said


def test_one_settlement_is_shown_as_the_only_one(solved):
    said = solved(ONE_POST + "demands: {not-old: {side: north, excludes: {group: old}}}\n")
    assert "Yes. There is exactly one settlement that all sides can accept. It is this one: Chair Cyd" in said
    assert "The north will not accept anybody from “The old” in any post: Ada and Ben" in said


def test_people_refused_by_one_side_are_told_together(solved):
    said = solved(ONE_POST + "demands: {a: {side: north, excludes: ada}, b: {side: north, excludes: ben}}\n")
    assert "- The north will not accept Ada and Ben in any post" in said


def test_a_shortage_names_the_posts_and_the_people_who_are_left(solved):
    said = solved(TWO_POSTS + "demands: {a: {side: north, excludes: {group: old}}}\n", "conflicts")
    assert "Chair and Clerk need 2 people, but only one person is left whom nobody keeps out: Cyd." in said


def test_what_several_sides_give_up_is_told_with_what_each_demands(solved):
    said = solved(
        ONE_POST + "demands: {a: {side: north, excludes: {group: old}}, b: {side: south, excludes: cyd}, "
        "c: {side: south, excludes: {group: old}}, d: {side: north, excludes: cyd}}\n"
    )
    assert "The north and the south would give up these; that opens" in said


def test_more_reasons_and_ways_out_than_are_shown_are_counted(solved):
    demands = ", ".join(
        f"{side}-{who}: {{side: {side}, excludes: {who}}}"
        for side in ("north", "south")
        for who in ("ada", "ben", "cyd")
    )
    said = solved(TWO_POSTS + f"demands: {{{demands}}}\n", "solve", "--limit", "1")
    assert "more reasons; --limit shows more." in said
    assert "more ways out; --limit shows more." in said


def test_a_list_that_was_cut_is_told_as_one(solved):
    demands = ", ".join(f"n-{who}: {{side: north, excludes: {who}}}" for who in ("ada", "ben", "cyd"))
    said = solved(TWO_POSTS + f"demands: {{{demands}}}\n", "concessions", "--limit", "1")
    assert "There are more ways out; a larger --limit shows them." in said


def test_many_exclusions_are_cut_and_counted(solved):
    people = ", ".join(f"p{n}: {{name: P{n}, groups: [g{n}]}}" for n in range(15))
    groups = ", ".join(f"g{n}: {{name: G{n}}}" for n in range(15))
    demands = ", ".join(f"d{n}: {{side: s, excludes: {{group: g{n}}}}}" for n in range(14))
    said = solved(
        f"placet: 1\ntitle: T\nsides: {{s: {{name: S, consent: true}}}}\ngroups: {{{groups}}}\n"
        f"candidates: {{{people}}}\nposts: {{p: {{title: P}}}}\ndemands: {{{demands}}}\n"
    )
    assert "2 more lines are left out; --json has all." in said


def test_sides_that_only_speak_and_would_change_nothing_are_told_together(solved):
    said = solved(
        ONE_POST.replace(
            "candidates:",
            "  guest: {name: A guest, consent: false}\n  press: {name: The press, consent: false}\ncandidates:",
        )
    )
    assert "If any of a guest and the press had to consent too, it would be the same." in said


def test_steps_that_wait_for_each_other_are_told_with_the_joint_move(solved):
    said = solved(
        ONE_POST + "roadmap: {talks: {title: Talks}, truce: {title: A truce}}\n"
        "demands: {a: {side: north, blocks: talks, until: truce}, b: {side: south, blocks: truce, until: talks}}\n"
    )
    assert "wait for each other" in said


def test_a_tally_that_reaches_its_votes_ends_the_objection(solved):
    said = solved(
        "placet: 1\ntitle: T\nsides: {council: {name: The council, consent: {needs: 2, of: 3}}}\n"
        "candidates: {ada: {name: Ada}}\nposts: {chair: {title: Chair}}\nrecord:\n"
        "  - {on: 2020-01-01, side: council, tally: {ada: {for: 1}}}\n"
        "  - {on: 2020-02-01, side: council, tally: {ada: {for: 2}}}\n",
        "compare",
        "2020-01-15",
        "2020-02-15",
    )
    assert "Ada has the 2 votes needed from the council - 1 February 2020, somebody: 2 for" in said
    assert "Before, all sides could accept no settlement at all; now, one settlement." in said


POLLED = (
    "placet: 1\ntitle: T\nsides: {council: {name: The council, consent: {needs: 2, of: 3}, "
    "assumption: A poll is a vote}}\n"
    "candidates: {ada: {name: Ada}, ben: {name: Ben}, cyd: {name: Cyd}, dot: {name: Dot}}\n"
    "posts: {chair: {title: Chair}}\nsources: {gazette: {publisher: The Gazette}}\nrecord:\n"
    "  - {on: 2020-01-01, side: council, tally: {ada: {for: 1, against: 2}, ben: {for: 0, silent: 3}}, "
    "source: gazette}\n"
)


def test_people_without_the_votes_of_a_side_are_told_together(solved):
    said = solved(POLLED)
    assert "- Ada and Ben have not the votes needed from the council (since 1 January 2020)" in said
    assert "- The record does not settle whether Cyd and Dot have the votes needed from the council" in said


def test_words_said_after_the_day_are_no_evidence_for_an_objection_on_it(solved):
    said = solved(
        ONE_POST + "demands: {no-ada: {side: north, excludes: ada}}\nrecord:\n"
        "  - {on: 2020-01-01, demand: no-ada, stance: asserts, quote: Not her}\n"
        "  - {on: 2020-02-01, demand: no-ada, stance: withdraws, quote: She may}\n",
        "check",
        "chair=ada",
        "--on",
        "2020-01-15",
    )
    assert "Objections of the north:" in said
    assert ("Not her" in said, "She may" in said) == (True, False)


def test_a_deadlock_that_rests_on_what_is_not_settled_is_no_plain_no(solved):
    assert "Not for certain. Counting only what is certain, all sides could accept 2 settlements;" in solved(POLLED)


@pytest.mark.parametrize(
    "question", [["conflicts"], ["concessions"], ["concessions", "--fairest"], ["concessions", "--frontier"]]
)
def test_every_question_about_such_a_deadlock_says_so(solved, question):
    said = solved(POLLED, *question)
    assert "Not for certain. Counting only what is certain, all sides could accept 2 settlements;" in said
    assert "No. There is no settlement" not in said


def test_a_quota_for_which_nobody_is_left_says_nobody(solved):
    said = solved(
        ONE_POST + "demands:\n  ours: {side: north, at_least: 1, where: {group: old}}\n"
        "  not-theirs: {side: south, excludes: {group: old}}\n"
    )
    assert "A quota asks for at least 1 in Chair, but nobody whom it means is left. That is because:" in said


def test_a_deadlock_that_rests_on_votes_that_were_counted_is_a_plain_no(solved):
    counted = POLLED.replace("ben: {for: 0, silent: 3}", "ben: {for: 0}, cyd: {for: 1}, dot: {for: 1}")
    assert "No. There is no settlement that all sides can accept." in solved(counted)


def test_who_is_out_and_what_is_not_certain_are_told_apart(solved):
    out, unsure = solved(POLLED).split("Who is out of every post")[1].split("What is not certain")
    assert ("Ada" in out, "Cyd" in out, "Cyd" in unsure) == (True, False, True)


def test_a_comparison_says_when_a_deadlock_may_rest_on_what_is_not_settled(solved):
    later = "  - {on: 2020-02-01, side: council, tally: {ada: {for: 1}, ben: {for: 1}, cyd: {for: 1}, dot: {for: 1}}}\n"
    said = "counts here as if it were demanded."
    assert said in solved(POLLED + later, "compare", "2020-01-15", "2020-02-15")


def test_a_comparison_of_days_on_which_all_is_settled_does_not(solved):
    counts = "ben: {for: 1}, cyd: {for: 1}, dot: {for: 1}"
    settled = POLLED.replace("ben: {for: 0, silent: 3}", counts)
    later = f"  - {{on: 2020-02-01, side: council, tally: {{ada: {{for: 3}}, {counts}}}}}\n"
    assert "as if it were demanded" not in solved(settled + later, "compare", "2020-01-15", "2020-02-15")


def test_a_record_of_votes_tells_the_votes_and_what_is_assumed_of_them(solved):
    said = solved(POLLED, "record")
    assert "The council - The case assumes: A poll is a vote - Ada is one vote short of the 2 needed" in said
    assert "1 January 2020: one for and 2 against (The Gazette)" in said
    assert "1 January 2020: a count of votes that does not tell (The Gazette)" in said


def test_of_several_counts_of_one_day_those_that_name_the_candidate_are_the_evidence(solved):
    entry = "{on: 2020-01-01, side: council, tally: {cyd: {for: 1}}, source: gazette, assumption: Heard at the door}"
    said = solved(f"{POLLED}  - {entry}\n", "record")
    assert (
        "Cyd is one vote short of the 2 needed from the council, since 1 January 2020. - 1 January 2020: one for"
        in said
    )
    assert "one for (The Gazette) - The case assumes: Heard at the door" in said
    assert said.count("Heard at the door") == 2  # Dot is told of by neither count


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            "2020-01-15",
            "2020-01-16",
            ["“Truce” is open, as before.", "“Talks” is still blocked: The north will not have"],
        ),
        ("2020-01-15", "2020-02-15", ["“Truce” has been done.", "“Talks” was blocked, and is open now"]),
        ("2020-02-15", "2020-02-16", ["“Truce” is done, as before.", "“Start” waits for “Talks”."]),
        ("2019-01-01", "2020-01-15", ["“Talks” was open, and is blocked now: The north will not have"]),
        ("2020-02-15", "2020-04-01", ["“Start” is open now: what it waited for is done."]),
    ],
)
def test_every_step_is_told_against_the_day_before(solved, before, after, says):
    said = solved(
        ONE_POST + "roadmap: {truce: {title: Truce, done: 2020-02-01}, talks: {title: Talks, done: 2020-03-01}, "
        "start: {title: Start, needs: [talks]}}\n"
        "demands: {a: {side: north, blocks: talks, until: truce}}\n"
        "record: [{on: 2020-01-01, demand: a, stance: asserts, source: paper}]\n"
        "sources: {paper: {title: A paper}}\n",
        "compare",
        before,
        after,
    )
    for sentence in says:
        assert sentence in said


def test_what_is_expected_is_told_apart_in_a_comparison(solved):
    said = solved(
        ONE_POST + "demands: {a: {side: north, excludes: {group: old}, presumed: 0.5, assumption: a guess}}\n",
        "compare",
        "2020-01-01",
        "2020-01-02",
    )
    assert "Who else is out, with what is only expected - It is expected that the north would refuse" in said


def test_one_who_speaks_only_now_would_keep_people_out_only_now(solved):
    said = solved(
        ONE_POST.replace("candidates:", "  guest: {name: A guest, consent: false}\ncandidates:")
        + "demands: {a: {side: guest, excludes: ada}}\nrecord: [{on: 2020-01-05, demand: a, stance: asserts}]\n",
        "compare",
        "2020-01-01",
        "2020-01-06",
    )
    assert "Had a guest held consent, that demand would keep Ada out now." in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chair=ada", "clerk=ada"], "Ada sits more than once"),
        (["chair=ada"], "Clerk has 1 to 2 seats, and nobody in this slate"),
        (["chair=cyd", "clerk=ben"], "Cyd may not sit as Chair"),
    ],
)
def test_what_is_no_settlement_is_told_seat_by_seat(solved, words, says):
    text = TWO_POSTS.replace("title: Chair", "title: Chair, eligible: {group: old}")
    assert says in solved(text, "check", *words)


def test_rules_broken_without_any_demand_are_told(solved):
    said = solved(
        ONE_POST + "constraints: {a: {excludes: ada}, b: {at_most: 0, where: {group: old}}}\n", "check", "chair=ada"
    )
    assert "It breaks rules that nobody may waive:" in said
    assert "No demand stands against it." in said


def test_explain_says_what_the_page_says(solved, tmp_path):
    said = solved(ONE_POST + "demands: {a: {side: north, excludes: ada}}\n")
    zone = Zone(read_case(tmp_path / "tiny"))
    assert zone.feasible()
    from placet import solve  # noqa: PLC0415 -- the verb of the same name is tested above

    for message in solve(zone.case).explain():
        if not message.id.startswith(("zone.row", "zone.title")):
            assert " ".join(say(message).split()) in said


def test_json_of_check_names_misfits(tell, case_of):
    answer = json.loads(tell("check", case_of(ONE_POST), "chair=ada,ben", "--json").out)
    assert answer["misfits"] == [{"kind": "post", "id": "chair"}]
    assert answer["acceptable"] is False
