"""Tables of preferences: every layout gives the same rankings, and every mistake is told with its place."""

import pytest

from placet.errors import CaseError, QuestionError
from placet.procedures.preference_tables import is_one_sheet, read_preferences
from placet.procedures.preferences import preferences_from_scores, preferences_of

RANKINGS = {"east side": ("Cedar", "Ash", "Birch"), "west": ("Birch", "Ash", "Cedar")}
LAYOUTS = {
    "columns of sides": "east side,west\nCedar,Birch\nAsh,Ash\nBirch,Cedar\n",
    "columns with ranks before them": "rank,east side,west\n3,Birch,Cedar\n1,Cedar,Birch\n2,Ash,Ash\n",
    "a line for each name": "name,east side,west\nAsh,2,2\nBirch,3,1\nCedar,1,3\n",
    "a line for each side": "side,1,2,3\neast side,Cedar,Ash,Birch\nwest,Birch,Ash,Cedar\n",
    "a line for each side, with ranks": "side,Ash,Birch,Cedar\neast side,2,3,1\nwest,2,1,3\n",
    "rankings in one cell": "side;ranking\neast side;Cedar > Ash > Birch\nwest;Birch>Ash>Cedar\n",
}


def written(tmp_path, text):
    file = tmp_path / "prefs.csv"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_tells_the_same_rankings(layout, tmp_path):
    assert read_preferences(written(tmp_path, LAYOUTS[layout])).rankings == RANKINGS


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("x,y\nAsh,Birch\nAsh,Ash\n", (3, 1), '"Ash" twice in the ranking of x'),
        ("x,y\nAsh,Birch\nBirch,Ahs\n", (2, 1), 'no rank for "Ahs" in the ranking of x'),
        ("name,x,y\nAsh,1,1\nBirch,1,2\n", (3, 1), "rank 1 twice in the ranking of x"),
        ("name,x,y\nAsh,1,first\nBirch,2,2\n", (2, 7), '"first"'),
        ("name,x,y\nAsh,1\nBirch,2,2\n", (2, 5), "nothing"),
        ("x,x\nAsh,Birch\nBirch,Ash\n", (1, 3), "a second time"),
        ("x\nAsh\nBirch\n", (1, 1), "ranking of x only"),
        ("x,y\n=A1,Birch\nBirch,Ash\n", (2, 1), "formula"),
        ("side,ranking\n,Ash > Birch\ny,Birch > Ash\n", (2, 1), "a side without a name"),
    ],
)
def test_a_mistake_is_told_with_its_place(text, place, says, tmp_path):
    with pytest.raises(CaseError) as caught:
        read_preferences(written(tmp_path, text))
    faults = caught.value.faults
    assert any(says in fault.found and (fault.line, fault.column) == place for fault in faults), faults


def test_the_sheet_of_one_side_is_known_by_its_columns(tmp_path):
    assert is_one_sheet(written(tmp_path, "name,rank\nAsh,1\n"))
    assert not is_one_sheet(written(tmp_path, LAYOUTS["a line for each name"]))


def test_names_that_one_side_ranks_higher_and_no_side_lower_make_another_inefficient():
    wanted = preferences_of({"x": "abc", "y": "bac"})
    assert [wanted.is_efficient(name) for name in "abc"] == [True, True, False]


def test_equal_scores_share_a_rank_and_are_not_strict():
    wanted = preferences_from_scores({"x": {"a": 2, "b": 2, "c": 0}, "y": {"a": 1, "b": 2, "c": 3}}, {"x": -1, "y": -1})
    assert [wanted.rank("x", name) for name in "abc"] == [1, 1, 3]
    assert not wanted.is_strict


def test_scores_of_one_side_are_not_enough():
    with pytest.raises(QuestionError, match="two sides"):
        preferences_from_scores({"x": {"a": 1}}, {"x": 0})
