"""What a mediator reads: the plain output on tiny cases, word for word, and the same answers as JSON."""

import json

import pytest

import placet.cli.conflicts
import placet.cli.solve

OPEN = """\
placet: 1
title: A small body
sides:
  north: {name: The north, consent: true}
  south: {name: The south, consent: true}
  guest: {name: A guest, consent: false}
candidates:
  ada: {name: Ada}
  ben: {name: Ben}
  cyd: {name: Cyd}
  dan: {name: Dan}
posts:
  chair: {title: Chair}
terms:
  length: {title: Length of office, options: {one: one year, two: two years}}
demands:
  no-ada: {side: north, excludes: ada}
  no-cyd: {side: south, excludes: cyd, presumed: 0.5, assumption: a guess}
  no-ben: {side: guest, excludes: ben}
  short: {side: south, chooses: {length: one}}
preferences:
  north: {scores: {ben: 3}, unscored: 0}
roadmap:
  talks: {title: The sides talk}
  start: {title: The body starts, needs: [talks]}
record:
  - {on: 2020-01-05, demand: no-ada, stance: asserts, by: A speaker, quote: Never Ada.}
"""
OPEN_SAYS = """\
A small body, on 5 January 2020

Yes. There are 2 settlements that all sides can accept. One of them, the best
for whichever side does worst:

  Chair             Ben
  Length of office  one year

What it is worth to each side: The north 3.

Who is out of every post
  - The north will not accept Ada in any post (since 5 January 2020)

What is only expected
  - It is expected that the south would refuse Cyd in any post, but nothing on
    record says so

Counting only what has been said, all sides could accept 3 settlements.

If those who only speak could refuse
If a guest had to consent too, all sides could accept one settlement.

What must happen next
  - “The sides talk” is open: nothing on record stands in its way.
  - “The body starts” waits for “The sides talk”.

What the case leaves open
  - Whether Ben may have a seat is left open: A guest will not accept Ben in any
    post, though it holds no veto.
  - Whether Cyd may have a seat is left open: It is expected that the south
    would refuse Cyd in any post, but nothing on record says so.
"""
DEADLOCKED = """\
placet: 1
title: A small body
sides:
  north: {name: The north, consent: true}
  south: {name: The south, consent: true}
groups:
  old: {name: The old}
candidates:
  ada: {name: Ada, groups: [old]}
  ben: {name: Ben}
posts:
  chair: {title: Chair}
demands:
  no-ada: {side: north, excludes: ada, cost: 2}
  no-ben: {side: south, excludes: ben}
  not-old: {side: north, excludes: {group: old}, cost: 3}
"""
DEADLOCKED_SAYS = """\
A small body

No. There is no settlement that all sides can accept.

Why
  1. Every candidate for Chair is kept out by somebody. That is because:
     - The north will not accept Ada in any post (or, to the same effect: The
       north will not accept anybody from “The old” in any post)
     - The south will not accept Ben in any post

The smallest ways out
  1. The south would give up this, at a cost of 1; that opens one settlement:
     - The south will not accept Ben in any post
  2. The north would give up these 2 demands, at a cost of 5; that opens one
     settlement:
     - The north will not accept Ada in any post
     - The north will not accept anybody from “The old” in any post

Who is out of every post
  - The north will not accept Ada in any post
  - The south will not accept Ben in any post
  - The north will not accept anybody from “The old” in any post: Ada
"""
IMPOSSIBLE = """\
placet: 1
title: A small body
sides: {north: {name: The north, consent: true}}
groups: {old: {name: The old}}
candidates: {ada: {name: Ada, groups: [old]}, ben: {name: Ben, groups: [old]}}
posts: {chair: {title: Chair}}
constraints: {some-old: {at_least: 1, where: {group: old}}}
demands: {not-old: {side: north, excludes: {group: old}, cost: never}}
"""
CONTRACT = {
    "case",
    "on",
    "feasible",
    "count",
    "best",
    "excluded",
    "conflicts",
    "concessions",
    "complete",
    "impossible",
    "cast",
    "certain",
    "if_bound",
    "undetermined",
    "roadmap",
    "left_open",
}


def test_an_open_case_is_told_as_a_mediator_would_read_it_aloud(tell, case_of):
    said = tell("solve", case_of(OPEN))
    assert (said.code, said.err) == (0, "")
    assert said.out == OPEN_SAYS


def test_a_deadlock_is_an_answer_with_its_reasons_and_ways_out(tell, case_of):
    said = tell("solve", case_of(DEADLOCKED))
    assert (said.code, said.err) == (0, "")
    assert said.out == DEADLOCKED_SAYS


def test_rules_that_cannot_all_be_kept_are_named(tell, case_of):
    said = tell("solve", case_of(IMPOSSIBLE))
    assert said.code == 0
    assert "No. Whatever the sides give up, these cannot all be kept:" in said.out
    assert "  - never to be given up: The north will not accept anybody from “The old”" in said.out


def test_too_few_eligible_people_are_told_as_that(tell, case_of):
    folder = case_of(
        "placet: 1\ntitle: T\nsides: {s: {name: S, consent: true}}\ncandidates: {x: {name: X}}\n"
        "posts: {p: {title: The panel, seats: 2}}\n"
    )
    assert (
        "No. Whatever the sides give up, too few people are eligible. The panel needs 2\n"
        "people, but only one person is left: X.\n"
    ) in tell("solve", folder).out


@pytest.mark.parametrize("text", [OPEN, DEADLOCKED, IMPOSSIBLE])
def test_solve_as_json_has_every_key_of_the_contract(run, case_of, text):
    said = run("solve", case_of(text), "--json")
    assert (said.code, said.err) == (0, "")
    assert set(json.loads(said.out)) >= CONTRACT
    assert len(said.out.splitlines()) == 1


def test_json_does_not_escape_letters(tell, case_of):
    folder = case_of(DEADLOCKED.replace("ada:", "سلمى:").replace("excludes: ada", "excludes: سلمى"))
    assert '"سلمى"' in tell("solve", folder, "--json").out


def test_a_criterion_chooses_the_settlement_that_is_shown(tell, case_of):
    scores = "north: {scores: {ben: 9, dan: 4}, unscored: 0}\n  south: {scores: {ben: 1, dan: 3}, unscored: 0}"
    folder = case_of(OPEN.replace("north: {scores: {ben: 3}, unscored: 0}", scores))
    assert "  Chair             Ben\n" in tell("solve", folder, "--criterion", "utilitarian").out
    fair = tell("solve", folder).out
    assert "the best for whichever side does worst" in " ".join(fair.split())
    assert "  Chair             Dan\n" in fair
    assert "What it is worth to each side: The north 4 and the south 3." in fair
    assert "utilitarian" in fair


RIVALS = "north: {scores: {ben: 9, dan: 4}, unscored: 0}\n  south: {scores: {ben: 1, dan: 3}, unscored: 0}"
"""Preferences under which everybody but Ben and Dan is worse for both."""


def with_rivals(case_of):
    return case_of(OPEN.replace("north: {scores: {ben: 3}, unscored: 0}", RIVALS))


def test_the_best_are_listed_in_order_and_whether_there_are_more_is_said(tell, run, case_of):
    folder = with_rivals(case_of)
    said = tell("solve", folder, "--top", "2").out
    assert said.index("Place 1\n\n  Chair             Dan\n") < said.index("Place 2\n\n  Chair             Ben\n")
    assert "Is that all?\nYes. For any other settlement" in said
    assert "Is that all?\nNo; a larger --top shows more." in tell("solve", folder, "--top", "1").out
    ranking = json.loads(run("solve", folder, "--top", "1", "--json").out)["ranking"]
    assert [(one["place"], one["slate"], one["proven"]) for one in ranking["settlements"]] == [
        (1, {"chair": ["dan"]}, True)
    ]
    assert (ranking["criterion"], ranking["ties"], ranking["complete"], ranking["more"]) == (
        "leximin",
        False,
        False,
        True,
    )


def test_ties_are_listed_when_asked_for(tell, run, case_of):
    said = tell("solve", with_rivals(case_of), "--criterion", "nash", "--ties").out
    assert "As good as the best by the yardstick nash\n" in said
    assert "Number 1\n" in said
    assert "Number 2\n" not in said
    assert "Yes. No other settlement is as good by this yardstick." in said


def test_where_nobody_stated_preferences_all_settlements_are_ties(tell, case_of):
    said = tell("solve", case_of(OPEN.replace("  north: {scores: {ben: 3}, unscored: 0}\n", "  {}\n")), "--ties").out
    assert "Nobody has said what they would like, so all are equally good\n" in said
    assert "Number 2\n" in said


def test_without_a_list_asked_for_the_ranking_is_null(run, case_of):
    assert json.loads(run("solve", case_of(OPEN), "--json").out)["ranking"] is None


def test_a_list_of_nothing_is_null(run, case_of):
    deadlocked = run("solve", case_of(DEADLOCKED), "--top", "3", "--json")
    assert (deadlocked.code, json.loads(deadlocked.out)["ranking"]) == (0, None)


def test_count_is_told_and_without_what_is_only_expected(tell, case_of):
    assert " ".join(tell("count", case_of(OPEN)).out.split()) == (
        "A small body, on 5 January 2020 Yes. There are 2 settlements that all sides can accept. "
        "Counting only what has been said, all sides could accept 3 settlements."
    )


def test_a_long_count_is_told_in_round_figures_and_in_full(tell, case_of):
    people = "\n".join(f"  p{number}: {{name: P{number}}}" for number in range(40))
    folder = case_of(
        f"placet: 1\ntitle: T\nsides: {{s: {{name: S, consent: true}}}}\ncandidates:\n{people}\n"
        "posts: {p: {title: The panel, seats: 10}}\n"
    )
    said = tell("count", folder)
    assert "Yes. There are about 847.6 million settlements" in said.out
    assert "In full: 847660528." in " ".join(said.out.split())
    assert json.loads(tell("count", folder, "--json").out)["count"] == "847660528"


def test_conflicts_of_an_open_case_are_none(tell, case_of):
    said = tell("conflicts", case_of(OPEN))
    assert "No demands stand against each other" in said.out
    assert "Nothing has to be given up" in tell("concessions", case_of(OPEN, "again")).out


def test_conflicts_and_concessions_are_those_of_solve(tell, case_of):
    folder = case_of(DEADLOCKED)
    whole = json.loads(tell("solve", folder, "--json").out)
    assert json.loads(tell("conflicts", folder, "--json").out)["conflicts"] == whole["conflicts"]
    assert json.loads(tell("concessions", folder, "--json").out)["concessions"] == whole["concessions"]


def test_a_limit_is_told_as_one(tell, case_of):
    answer = json.loads(tell("concessions", case_of(DEADLOCKED), "--limit", "1", "--json").out)
    assert len(answer["concessions"]) == 1
    assert answer["complete"] == {"concessions": False}


@pytest.mark.parametrize(("by", "first"), [("cost", "no-ben"), ("number", "no-ben"), ("side", "no-ada")])
def test_concessions_come_in_the_order_asked_for(tell, case_of, by, first):
    answer = json.loads(tell("concessions", case_of(DEADLOCKED), "--by", by, "--json").out)
    assert answer["concessions"][0]["give_up"][0] == first


def test_check_says_who_objects_since_when_and_on_what_evidence(tell, case_of):
    said = tell("check", case_of(OPEN), "chair=Ada", "length=two years")
    assert said.code == 0
    assert said.out == (
        "A small body, on 5 January 2020\n\n  Chair             Ada\n  Length of office  two years\n\n"
        "There are 2 objections to this slate.\n\nObjections of the north:\n"
        "  - The north will not accept Ada in any post (since 5 January 2020)\n"
        "     - 5 January 2020, A speaker: “Never Ada.”\n\nObjections of the south:\n"
        "  - It is a demand of the south that “Length of office” is settled as “one year”\n"
    )


def test_check_tells_who_would_object_without_a_say(tell, case_of):
    said = tell("check", case_of(OPEN), "chair=ben", "length=one")
    assert "Nobody objects: this slate keeps every rule and meets every demand." in said.out
    assert "A guest would object, though without a say over names:" in said.out


def test_check_of_a_broken_rule_is_an_answer(tell, case_of):
    folder = case_of(OPEN.replace("demands:", "constraints: {not-dan: {excludes: dan}}\ndemands:"))
    said = tell("check", folder, "chair=dan", "length=one")
    assert said.code == 0
    assert "It breaks a rule that nobody may waive:\n  - the rule: no seat goes to Dan" in said.out
    assert json.loads(tell("check", folder, "chair=dan", "length=one", "--json").out)["constraints"] == ["not-dan"]


def test_check_of_half_a_slate_says_what_is_missing(tell, case_of):
    said = tell("check", case_of(OPEN), "chair=ben,cyd")
    assert (
        "This is no settlement yet:\n"
        "  - Chair has one seat, and 2 people in this slate\n  - nothing is chosen for “Length of office”\n" in said.out
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["char=ben"], 'found "char", expected a post or a term; did you mean Chair?'),
        (["chair=benn"], 'found "benn", expected a candidate; did you mean Ben?'),
        (["length=ones"], 'found "ones", expected an option of length; did you mean one?'),
        (["length=zzz"], 'found "zzz", expected an option of length: '),
        (["zzz=ben"], 'found "zzz", expected a post or a term: chair or length'),
        (["length=one,two"], 'found "one, two", expected one option for length'),
        (["ben"], 'found "ben", expected post=person,person or term=option; did you mean chair=ada?'),
        ([], "give the slate either as words such as post=person or with --slate FILE."),
    ],
)
def test_a_slate_that_cannot_be_read_is_told_with_the_nearest_name(tell, case_of, words, told):
    said = tell("check", case_of(OPEN), *words)
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize(
    "text",
    [
        "chair: [ben]\nlength: one\n",
        "chair: Ben\nlength: one year\n",
        '{"slate": {"chair": ["ben"]}, "terms": {"length": "one"}}',
    ],
)
def test_a_slate_is_read_from_a_file(tell, case_of, tmp_path, text):
    (tmp_path / "slate").write_text(text)
    answer = json.loads(tell("check", case_of(OPEN), "--slate", str(tmp_path / "slate"), "--json").out)
    assert (answer["slate"], answer["terms"], answer["acceptable"]) == ({"chair": ["ben"]}, {"length": "one"}, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("chair: [bne]\n", ":1:9:"),
        ("\nchiar: ben\n", ":2:1:"),
        ("- ben\n", ":1:1:"),
        ("chair: {a: b}\n", ":1:8:"),
        ("a: [", ":2:1:"),
    ],
)
def test_a_mistake_in_a_slate_file_is_told_with_its_place(tell, case_of, tmp_path, text, place):
    slate = tmp_path / "slate.yaml"
    slate.write_text(text)
    said = tell("check", case_of(OPEN), "--slate", str(slate))
    assert said.code == 2
    assert said.err.startswith(f"{slate}{place}")


def test_every_mistake_in_a_slate_file_is_told_at_once(tell, case_of, tmp_path):
    slate = tmp_path / "slate.yaml"
    slate.write_text("chair: [bne, ben, [x]]\nchiar: ada\n")
    said = tell("check", case_of(OPEN), "--slate", str(slate))
    assert [line.split(": ")[0] for line in said.err.splitlines()] == [f"{slate}:1:8", f"{slate}:2:1"]


def test_a_person_is_known_by_a_word_of_the_name_that_nobody_else_has(tell):
    case = "cases/arbitration-panel"
    assert "Nobody objects" in tell("check", case, "chair=Orrin", "member=hazelrook,NIRA").out
    assert "did you mean orrin?" in tell("check", case, "chair=orin", "member=hazelrook,nira").err


def test_a_slate_file_that_is_not_there_is_the_users_mistake(tell, case_of):
    assert tell("check", case_of(OPEN), "--slate", "nowhere.yaml").code == 2


def test_view_writes_what_a_side_may_have_beside_the_case_and_never_twice(tell, case_of, tmp_path):
    folder = case_of(OPEN)
    said = tell("view", folder, "--as", "north")
    assert said.code == 0
    assert "It leaves out one demand" in " ".join(said.out.split())
    written = (tmp_path / "tiny-north" / "case.yaml").read_text()
    assert "no-cyd" not in written
    assert "no-ada" in written
    assert tell("view", folder, "--as", "north").code == 2
    assert (tmp_path / "tiny-north" / "case.yaml").read_text() == written


def test_view_for_a_side_that_is_not_there_names_the_nearest(tell, case_of, tmp_path):
    said = tell("view", case_of(OPEN), "--as", "nroth", "--to", str(tmp_path / "out"))
    assert said.code == 2
    assert "did you mean north?" in said.err
    assert not (tmp_path / "out").exists()


def test_view_as_json_says_what_was_withheld(tell, case_of, tmp_path):
    answer = json.loads(tell("view", case_of(OPEN), "--as", "south", "--to", str(tmp_path / "out"), "--json").out)
    assert answer == {"case": "tiny", "as": "south", "folder": str(tmp_path / "out"), "withheld": ["no-cyd"]}


def test_schema_is_a_json_schema(tell):
    assert json.loads(tell("schema").out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_an_interrupted_solve_tells_what_is_known_and_exits_with_130(tell, case_of, monkeypatch):
    def interrupted(zone):
        zone.concessions()
        raise KeyboardInterrupt

    monkeypatch.setattr(placet.cli.solve, "answer", interrupted)
    said = tell("solve", case_of(OPEN))
    assert said.code == 130
    assert said.err == "Interrupted; this much is known.\n"
    assert "Yes. There is at least one settlement that all sides can accept. One of them:" in " ".join(said.out.split())
    answer = json.loads(tell("solve", case_of(DEADLOCKED, "locked"), "--json").out)
    assert set(answer) >= CONTRACT
    assert answer["complete"] == {"conflicts": False, "concessions": False, "count": True}
    assert answer["concessions"], "what was found before the interruption is told"


def test_what_is_interrupted_twice_says_nothing_more(tell, case_of, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(placet.cli.conflicts, "_answer", interrupted)
    monkeypatch.setattr(placet.cli.conflicts, "first_glance", interrupted)
    said = tell("conflicts", case_of(DEADLOCKED))
    assert (said.code, said.out) == (130, "")
