"""Parquet and large CSV tables: the same profile as the reader of every form makes, and mistakes left to it."""

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placet.ballots import BallotError, Profile, read_ballots
from placet.ballots.csv_file import read_csv
from placet.ballots.tables import LARGE, read_large_csv
from placet.errors import QuestionError

duckdb = pytest.importorskip("duckdb", reason='DuckDB is not installed: the extra "placet[tables]"')
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = ["yes", "", "no", "x", " 2", "1", "+", "Veto", "0", "003", "?"]
NAMES = ["Ann", "Bob", "O'Hara", "7", ""]


@pytest.fixture
def parquet(tmp_path):
    """Write what a query selects into a Parquet file, and return its path."""

    def parquet(query, name="x.parquet"):
        path = tmp_path / name
        with duckdb.connect() as connection:
            connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
        return path

    return parquet


@pytest.fixture
def both(tmp_path):
    """Read a table in both ways: as a large one, and as any."""

    def both(text):
        path = tmp_path / "x.csv"
        path.write_text(text, encoding="utf-8")
        return read_large_csv(str(path)), read_csv(text, str(path))

    return both


@MANY
@given(st.lists(st.tuples(*[st.sampled_from(WORDS)] * 3), min_size=1, max_size=8), st.sampled_from(",;\t"))
def test_a_large_table_of_marks_and_ranks_is_the_same_profile(both, rows, separator):
    if not any(map(any, rows)):
        rows = [*rows, ("yes", "", "")]
    large, plain = both("\n".join(separator.join(row) for row in [("a", "b", "c"), *rows]) + "\n")
    assert large == plain


@MANY
@given(st.lists(st.permutations(NAMES), min_size=1, max_size=8))
def test_a_large_table_of_places_is_the_same_profile(both, rows):
    large, plain = both("rank1,rank2,rank3,rank4,rank5\n" + "\n".join(map(",".join, rows)) + "\n")
    assert large == plain


def test_counts_and_sides_are_read_as_well(both):
    large, plain = both("side,count,a,b\nnorth,3,yes,\n south ,1,,no\n,2,1,2\n")
    assert large == plain
    assert (large.classes, large.total) == (("north", "south"), 6)


@pytest.mark.parametrize(
    "text",
    [
        "a,b\nyes,yse\n",
        "a,b\nyes\n",
        "a,b\nyes,no,x\n",
        'a,b\n"yes,no\n',
        '"a",b\nyes,no\n',
        "# candidates: a, b\na,b\nyes,no\n",
        "a,b\n# a remark\nyes,no\n",
        "ballot\na > b\n",
        "a > b\nb > a\n",
        "a,a\nyes,no\n",
        "a,,b\nyes,,no\n",
        "a,count\nyes,0\n",
        "a,count\nyes,many\n",
        "a,count\nyes,2.7\n",
        "a,count\nyes,\n",
        "a,b\n,\n",
        "rank1,rank2\nAnn,Ann\n",
    ],
)
def test_what_is_not_plain_is_left_to_the_reader_of_every_form(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    assert read_large_csv(str(path)) is None


def test_a_mistake_in_a_large_file_is_told_with_its_line(tmp_path):
    path = tmp_path / "large.csv"
    lines = LARGE // 8
    path.write_text("Ann,Bob\n" + "yes,no\n" * lines + "yes,yse\n" + "yes,no\n" * 99, encoding="utf-8")
    with pytest.raises(BallotError) as caught:
        read_ballots(path)
    assert [(one.line, one.column, one.suggestion) for one in caught.value.faults] == [(lines + 2, 5, "yes")]


def test_a_large_file_without_mistakes_is_read_by_columns(tmp_path):
    path = tmp_path / "large.csv"
    count = LARGE // 8
    path.write_text("Ann,Bob\n" + "yes,veto\n" * count, encoding="utf-8")
    by_columns, profile = read_large_csv(str(path)), read_ballots(path)
    assert by_columns is not None
    for one in (by_columns, profile):
        assert (len(one.load), one.marks.sum(axis=0).tolist()) == (count, [count, -count])


def test_parquet_columns_may_be_numbers_booleans_or_words(parquet):
    path = parquet("SELECT * FROM (VALUES (1, true, 'no', 2.0), (NULL, false, NULL, NULL)) AS t(a, b, c, d)")
    profile = read_ballots(path)
    assert profile.candidates == ("a", "b", "c", "d")
    assert profile.ranks.tolist() == [[1, 0, 0, 2], [0, 0, 0, 0]]
    assert profile.marks.tolist() == [[0, 1, -1, 0], [0, 0, 0, 0]]


def test_parquet_may_hold_places_or_whole_rankings_with_counts_and_sides(parquet):
    places = parquet("SELECT 'Ann' AS rank1, 'Bob' AS rank2, 2 AS count, 'north' AS side", "places.pq")
    whole = parquet("SELECT 'Ann > Bob' AS ballot, 2 AS count, 'north' AS side")
    expected = Profile(("Ann", "Bob"), [[1, 2]], None, [2], ("north",), [0])
    assert read_ballots(places) == read_ballots(whole) == expected


def test_parquet_with_refusals_in_whole_rankings(parquet):
    profile = read_ballots(parquet("SELECT unnest(['a > b | c', 'c', 'a > b | c']) AS ballot"))
    assert profile.ranks.tolist() == [[1, 2, 3], [0, 0, 1], [1, 2, 3]]
    assert profile.marks.tolist() == [[1, 1, -1], [0, 0, 0], [1, 1, -1]]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT 'yse' AS Ann", 'found "yse" in the column Ben|"yse" in the column Ann .*did you mean yes'),
        ("SELECT 1.5 AS Ann", '"1.5" in the column Ann'),
        ("SELECT 'a >> b' AS ballot", "nothing before"),
        ("SELECT 1 AS Ann, 0 AS count", "how many voters"),
        ("SELECT 1 AS Ann WHERE false", "no ballots"),
        ("SELECT 'Ann' AS rank1, 'Ann' AS rank2", "a name twice"),
        ("SELECT 1 AS count", "column names"),
    ],
)
def test_a_parquet_file_that_holds_no_ballots_is_refused(parquet, query, message):
    with pytest.raises(QuestionError, match=message):
        read_ballots(parquet(query))


def test_a_file_that_is_no_parquet_file_is_refused(tmp_path):
    path = tmp_path / "x.parquet"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(QuestionError, match="no Parquet file"):
        read_ballots(path)


def test_without_duckdb_a_parquet_file_asks_for_the_extra(parquet):
    path = parquet("SELECT 1 AS Ann")
    with patch.dict("sys.modules", duckdb=None), pytest.raises(QuestionError, match=r"placet\[tables\]"):
        read_ballots(path)


def test_a_million_ballots_become_arrays_with_the_numbers_that_were_written(parquet):
    path = parquet("SELECT 1 + range % 2 AS Ann, 2 - range % 2 AS Bob FROM range(1000000)")
    profile = read_ballots(path)
    assert profile.is_strict
    assert np.array_equal(profile.ranks[:4], [[1, 2], [2, 1], [1, 2], [2, 1]])
