"""``placet tally``: counts of the ballots in any number of files."""

import json

import pytest


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.csv").write_text("Ada,Ben\n1,2\n2,1\n1,2\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("Ada,Cyd,count\nyes,no,4\n", encoding="utf-8")
    return tmp_path


def test_the_counts_of_all_files_are_told(tell, folder):
    said = tell("tally", str(folder / "*.csv"))
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "7 voters",
        "",
        "  Ada  2 first places, 5 Borda points",
        "       4 approvals, 0 vetoes",
        "  Ben  one first place, 4 Borda points",
        "       0 approvals, 0 vetoes",
        "  Cyd  0 first places, 0 Borda points",
        "       0 approvals, 4 vetoes",
    ]


def test_the_json_has_every_place(tell, folder):
    found = json.loads(tell("tally", str(folder / "a.csv"), "--json").out)
    assert found["files"] == [str(folder / "a.csv")]
    assert found["voters"] == 3
    assert found["candidates"]["Ada"] == {
        "first_places": 2,
        "approvals": 0,
        "vetoes": 0,
        "borda": 2,
        "ranks": [2, 1],
        "unranked": 0,
    }


def test_a_mistake_in_a_file_has_its_place(tell, folder):
    path = folder / "c.csv"
    path.write_text("Ada,Ben\nyes,yse\n", encoding="utf-8")
    said = tell("tally", str(path))
    assert (said.code, said.out) == (2, "")
    assert "c.csv:2:5" in said.err


def test_a_file_is_needed(tell, folder):
    assert tell("tally").code == 2
    assert "no file" in tell("tally", str(folder / "nowhere.csv")).err


def test_a_table_may_come_from_standard_input(run):
    assert run("tally", "-", typed="count,ballot\n3,a > b\n").out.startswith("3 voters\n\n  a  3 first places, 3 Borda")
    assert "give - alone" in run("tally", "-", "x.csv", typed="").err
