"""``placet equilibrium`` and ``placet procedures --compare``: from tables, sheets and cases, in words and JSON."""

import json

import pytest

import placet

TABLE = "union,employer\nAsh,Elm\nBirch,Cedar\nCedar,Birch\nDogwood,Dogwood\nElm,Ash\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "prefs.csv"
    file.write_text(TABLE, encoding="utf-8")
    return str(file)


def test_the_answer_has_what_the_contract_lists(tell, table):
    said = tell("equilibrium", "shortlisting", table, "--set", "first=union", "--json")
    answer = json.loads(said.out)
    assert said.code == 0
    assert {key: answer[key] for key in ("procedure", "concept", "outcomes", "method")} == {
        "procedure": "shortlisting",
        "concept": "subgame-perfect",
        "outcomes": [["Birch"]],
        "method": "closed-form",
    }


def test_a_theorem_and_a_search_say_the_same(tell, table):
    asked = ["equilibrium", "sequential-veto", table, "--set", "first=union", "--json"]
    by_theory, by_search = json.loads(tell(*asked).out), json.loads(tell(*asked, "--search").out)
    assert by_theory["outcomes"] == by_search["outcomes"]
    assert (by_theory["method"], by_search["method"]) == ("closed-form", "backward-induction")


def test_a_negotiator_reads_who_it_is_how_it_goes_and_why(tell, table):
    said = " ".join(tell("equilibrium", "sequential-veto", table, "--set", "first=union").out.split())
    assert "If everybody looks ahead: Birch. For employer that is number 3 of 5." in said
    assert "nobody looks ahead: Cedar." in said
    assert "1. union strikes Cedar." in said
    assert "subgame-perfect equilibrium" in said


def test_an_inefficient_outcome_comes_with_a_name_to_propose_instead(tell, tmp_path):
    file = tmp_path / "prefs.csv"
    file.write_text("x,y\nAsh,Birch\nBirch,Ash\nCedar,Cedar\nDogwood,Dogwood\nElm,Elm\n", encoding="utf-8")
    said = " ".join(tell("equilibrium", "veto-rank", str(file), "--set", "strikes=2").out.split())
    assert "3 outcomes can hold, and nothing in the rules says which: Ash, Birch and Cedar." in said
    assert "It can come to Cedar, although Ash is better for somebody and worse for nobody" in said


def test_sheets_of_the_sides_are_preferences_too(tell, tmp_path):
    for side, names in (("union", "Ash Birch Cedar"), ("employer", "Cedar Birch Ash")):
        lines = "".join(f"{name},{rank}\n" for rank, name in enumerate(names.split(), 1))
        (tmp_path / f"{side}.csv").write_text(f"name,rank\n{lines}", encoding="utf-8")
    files = [str(tmp_path / f"{side}.csv") for side in ("union", "employer")]
    for given in (files, [str(tmp_path)]):
        said = tell("equilibrium", "shortlisting", *given, "--set", "first=union", "--json")
        assert json.loads(said.out)["outcomes"] == [["Birch"]]
    alone = tell("equilibrium", "shortlisting", files[0], "--set", "first=union")
    assert alone.code == 2
    assert "a sheet of each side" in alone.err


def test_a_case_gives_the_names_of_a_post_and_what_the_sides_would_like(tell):
    asked = ["equilibrium", "shortlisting", "cases/arbitration-panel", "--set", "first=claimant", "--json"]
    no_post = tell(*asked)
    assert (no_post.code, "--post" in no_post.out) == (2, True)
    answer = json.loads(tell(*asked, "--post", "chair").out)
    assert answer["utility"] == "scores"
    assert answer["outcomes"]
    eligible = {"ashquill", "brindle", "dovetarn", "gorsebank", "hazelrook", "junipree", "mossgate", "osierlea"}
    assert {name for names in answer["outcomes"] for name in names} <= eligible


def test_what_the_rule_leaves_open_is_asked_for_with_the_option(tell, table):
    said = tell("equilibrium", "sequential-veto", table)
    assert said.code == 2
    assert "--set first=VALUE" in said.err


def test_a_mistake_in_the_table_is_told_with_its_place(tell, tmp_path):
    file = tmp_path / "prefs.csv"
    file.write_text("union,employer\nAsh,Birch\nBirch,Birch\n", encoding="utf-8")
    said = tell("equilibrium", "shortlisting", str(file), "--json")
    faults = json.loads(said.out)["errors"]
    assert said.code == 2
    assert [(fault["line"], fault["column"]) for fault in faults] == [(2, 5), (3, 7)]


def test_a_post_without_a_case_is_refused(tell, table):
    assert tell("equilibrium", "shortlisting", table, "--post", "chair").code == 2
    assert tell("procedures", "--post", "chair").code == 2


def test_procedures_stand_beside_each_other_in_one_table(tell, table):
    said = " ".join(tell("procedures", "--compare", table).out.split())
    assert "In brackets stand the ranks for employer and union" in said
    assert "sequential-veto, union first" in said
    assert "by rank: Cedar (2 and 3)" in said
    assert "ahead: Birch (3 and 2)" in said
    assert "anybody can hold; the sides may not agree" in said
    assert "- veto-rank: strikes 2" in said
    assert "Left out" in said


def test_the_table_of_procedures_in_json(tell, table):
    answer = json.loads(tell("procedures", "--compare", table, "--json").out)
    assert answer["sides"] == ["employer", "union"]
    rows = {(row["procedure"], row["settings"].get("first")): row for row in answer["compared"]}
    row = rows["shortlisting", "union"]
    assert row["equilibrium"]["outcomes"] == [["Birch"]]
    assert row["equilibrium"]["ranks"]["union"] == {"best": "2", "worst": "2"}
    assert (row["equilibrium"]["efficient"], row["equilibrium"]["impasse"], row["not_found"]) == (True, False, None)
    assert rows["nba-grievance-arbitrator", None]["not_found"] == "not-ours"


@pytest.mark.parametrize("names", ["fallback", "fallback,veto-rank"])
def test_some_procedures_can_be_asked_for_alone(names, tell, table):
    answer = json.loads(tell("procedures", names, "--compare", table, "--json").out)
    assert [row["procedure"] for row in answer["compared"]] == names.split(",")


def test_python_asks_the_same():
    answer = placet.equilibrium("shortlisting", {"north": "abcde", "south": "ecbda"}, {"first": "north"})
    assert answer.outcomes == (("b",),)
