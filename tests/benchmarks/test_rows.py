"""The rows are data that can be run: every name leads somewhere, and the small work of each is small."""

from pathlib import Path

import pytest

from harness.plot import growth
from harness.publish import SHOWN, publish
from harness.values import Trial, found, told
from rows.shelf import ROWS

BY_NAME = pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))


@BY_NAME
def test_every_row_names_work_and_a_contender_of_ours_that_exist(row):
    assert callable(found(row.work))
    assert callable(found(row.ours.start))
    assert not row.compare or callable(found(row.compare))


@BY_NAME
def test_a_row_has_answers_to_compare_or_only_yardsticks(row):
    assert bool(row.compare) == any(not one.is_yardstick for one in row.peers)


@BY_NAME
def test_every_aim_is_about_somebody_who_is_there_at_a_size_that_is_run(row):
    for aim in row.aims:
        assert getattr(aim, "than", row.ours.name) in {one.name for one in row.contenders}
    assert all(size in row.sizes for size in row.aimed_at)


@BY_NAME
def test_contenders_of_a_row_have_names_of_their_own(row):
    names = [one.name for one in row.contenders]
    assert len(set(names)) == len(names)


@BY_NAME
def test_the_same_seed_makes_the_same_work(row):
    for size in row.quick[:1]:
        one, other = (found(row.work)(seed=1, **size) for _ in range(2))
        assert (one == other) if isinstance(one == other, bool) else (one == other).all()


def grown(row, size, at):
    return Trial(row.name, size, 1, row.ours.name, "finished", search=at, peak_mb=60, answer={"complete": at < 3})


def test_the_picture_has_a_panel_for_each_question_and_hollow_marks_for_what_is_not_whole():
    row = ROWS["growth-conflicts"]
    trials = [grown(row, size, 0.1 * size["candidates"] / 100) for size in row.sizes]
    picture = growth(list(ROWS.values()), trials)
    assert picture.count("<g transform") == 2
    assert row.title in picture
    assert 'fill="white" stroke' in picture
    assert growth([row], []) == ""


def test_results_are_written_where_they_are_kept_and_between_the_marks_of_the_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- results -->\nold\n<!-- end of results -->\nafter\n", encoding="utf-8")
    publish(tmp_path / "results", page, {"trials": []}, "new\n", "<svg/>")
    assert page.read_text(encoding="utf-8") == ("before\n<!-- results -->\n\nnew\n\n<!-- end of results -->\nafter\n")
    assert (tmp_path / "growth.svg").read_text(encoding="utf-8") == "<svg/>"
    assert (tmp_path / "results" / "last.md").read_text(encoding="utf-8") == "new\n"


def test_the_page_of_the_docs_has_a_place_for_results():
    page = Path(__file__).parents[2] / "docs" / "benchmarks.md"
    assert SHOWN.search(page.read_text(encoding="utf-8"))


def test_a_size_is_told_in_words():
    assert told({"top": 10, "one_short": 2}) == "10 top, 2 one short"
