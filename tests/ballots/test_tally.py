"""Tallies: counts add up over files, and are the same whoever counts them."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placet.ballots import BallotError
from placet.ballots.csv_file import written
from placet.ballots.read import decoded
from placet.ballots.tally import tally_written
from placet.ballots.tally_files import files_of, tally_files
from placet.errors import QuestionError

duckdb = pytest.importorskip("duckdb", reason='DuckDB is not installed: the extra "placet[tables]"')
MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MARKS = {"yes": "approvals", "no": "vetoes"}


@pytest.fixture
def file(tmp_path):
    """Write a text into a file and return its path."""

    def file(text, name="x.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return file


def told(*files):
    return tally_files(files).to_dict()["candidates"]


def by_rows(path):
    """The tally where DuckDB is not installed: row by row."""
    return tally_written(*written(decoded(Path(path).read_bytes(), path), path))


@MANY
@given(st.lists(st.tuples(*[st.sampled_from(["yes", "no", "", "1", "2", "3"])] * 3), min_size=1, max_size=9))
@pytest.mark.parametrize("tally_of", [lambda path: tally_files([path]), by_rows])
def test_a_tally_counts_what_is_written(file, tally_of, rows):
    rows = [("1", "", "yes"), *rows]
    path = file("\n".join(map(",".join, [("a", "b", "c"), *rows])) + "\n")
    tally = tally_of(path)
    assert tally.voters == sum(any(row) for row in rows)
    for index, name in enumerate("abc"):
        cells = Counter(row[index] for row in rows)
        one = tally.standings[name]
        assert (one.first_places, one.approvals, one.vetoes) == (cells["1"], cells["yes"], cells["no"])
        assert one.borda(3) == 2 * cells["1"] + cells["2"]


@MANY
@given(st.lists(st.permutations(["Ann", "Bob", "", ""]), min_size=1, max_size=6))
def test_a_table_of_places_counts_names_that_move_up(file, rows):
    rows = [["Ann", "", "", ""], *rows]
    path = file("rank1,rank2,rank3,rank4\n" + "\n".join(map(",".join, rows)) + "\n")
    moved = [[name for name in row if name] for row in rows]
    for name, one in tally_files([path]).standings.items():
        assert [sum(len(row) > at and row[at] == name for row in moved) for at in range(len(one.places))] == list(
            one.places
        )


def test_counts_of_files_of_every_kind_add_up(file, tmp_path):
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT 1 AS Ann, 2 AS Bob, 5 AS count) TO '{tmp_path}/b.parquet' (FORMAT parquet)")
        connection.execute(f"COPY (SELECT 'Bob > Ann' AS ballot) TO '{tmp_path}/c.parquet' (FORMAT parquet)")
    table = file("count,Ann,Bob\n3,1,2\n1,2,1\n", "a.csv")
    preflib = file("# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Cyd\n2: 2,1\n", "d.soi")
    approvals = file("profile: [[0], [0, 1]]\n", "e.abc.yaml")
    found = told(table, str(tmp_path / "*.parquet"), preflib, approvals)
    assert {name: one["ranks"] for name, one in found.items()} == {
        "Ann": [8, 4],
        "Bob": [2, 8],
        "Cyd": [2, 0],
        "0": [0, 0],
        "1": [0, 0],
    }
    assert [found[name]["approvals"] for name in "01"] == [2, 1]
    assert found["Ann"]["unranked"] == 14 - 12


def test_borda_gives_a_point_for_each_place_that_follows(file):
    found = told(file("a,b,c\n1,2,3\n1,,\n"))
    assert {name: one["borda"] for name, one in found.items()} == {"a": 4, "b": 1, "c": 0}


def test_rows_without_anything_are_no_ballots(file):
    assert tally_files([file("a,b\nyes,\n,\n,no\n")]).voters == 2


def test_mistakes_have_their_place_as_everywhere(file):
    with pytest.raises(BallotError, match=r"x\.csv:2:5: found \"yse\""):
        tally_files([file("a,b\nyes,yse\n")])


def test_each_file_counts_once_however_often_it_is_named(file, tmp_path):
    path = file("a\nyes\n")
    assert files_of([path, str(tmp_path / "*.csv"), path]) == [path]


def test_a_pattern_without_a_file_is_refused(tmp_path):
    with pytest.raises(QuestionError, match="no file"):
        files_of([str(tmp_path / "*.csv")])


@pytest.mark.parametrize("count", ["0", "many", "2.7", ""])
def test_a_count_that_is_none_is_told_and_not_left_out(file, count):
    with pytest.raises(BallotError, match="how many voters"):
        tally_files([file(f"a,count\nyes,3\nyes,{count}\n")])
