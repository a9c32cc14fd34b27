"""What a person writes at the table: numbers, names, parts of names, and what can be neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.cli.interview import Unclear
from placet.cli.play_moves import ask_move, names_of
from placet.procedures.moves import SILENCE, Act, Marked, Move, Moves, Ranking
from placet.words import say

NAMES = ("Ada Ash", "Ben Ash", "Cyd Birch", "7")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1", ("Ada Ash",)),
        ("cyd birch", ("Cyd Birch",)),
        ("birch", ("Cyd Birch",)),
        ("1, Birch", ("Ada Ash", "Cyd Birch")),
        ("2 1", ("Ben Ash", "Ada Ash")),
        ("7", ("7",)),
        ("4", ("7",)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_a_name_is_a_number_the_whole_name_or_a_word_of_it(written, meant):
    assert names_of(written, NAMES) == meant


@pytest.mark.parametrize(
    ("written", "says"),
    [("Ash", "Ada Ash and Ben Ash"), ("5", "There is no 5"), ("Brich", "There is no Brich"), ("0", "There is no 0")],
)
def test_what_is_nobody_or_several_is_told(written, says):
    with pytest.raises(Unclear) as unclear:
        names_of(written, NAMES)
    assert says in say(unclear.value.why)


@given(st.text(max_size=30))
def test_nothing_that_is_written_breaks_the_table(written):
    try:
        found = names_of(written, NAMES)
    except Unclear as unclear:
        why = say(unclear.why)
    else:
        why = "understood" if set(found) <= set(NAMES) else ""
    assert why


def answers(*written):
    """Ask and tell as the table does, with these answers; what is told is kept."""
    left, told = list(written), []

    def ask(question, names, words):
        told.append(say(question))
        return left.pop(0)

    return ask, lambda what: told.append(say(what)), told


def test_the_last_of_a_ranking_need_not_be_written_and_a_lone_name_is_not_asked_about():
    sheet = Moves((Act.MARK, Act.SILENCE), sheet=(Marked("", ("a", "b", "c"), 2),), ranking=Ranking.SURVIVORS)
    ask, tell, _ = answers("a", "2")
    assert ask_move(sheet, ask, tell) == Move(Act.MARK, ("a",), (("c", 1), ("b", 2)))
    ask, tell, _ = answers("a,b")
    assert ask_move(sheet, ask, tell) == Move(Act.MARK, ("a", "b"), (("c", 1),))


def test_every_list_of_a_sheet_is_asked_about_and_ranked_by_itself():
    lists = (Marked("chair", ("a", "b"), 0), Marked("wing", ("c", "d"), None))
    ask, tell, told = answers("b", "", "d,c")
    move = ask_move(Moves((Act.MARK,), sheet=lists, ranking=Ranking.ALL), ask, tell)
    assert dict(move.ranks) == {"b": 1, "a": 2, "d": 1, "c": 2}
    assert [line for line in told if "list" in line] == ["The list chair:", "The list wing:"]


def test_a_grade_is_known_by_its_first_letters_and_a_veto_is_asked_for_its_reason():
    allowed = Moves((Act.GRADE, Act.SILENCE), ("a", "b"), grades=("for", "veto", "abstain"), needs_reason=("veto",))
    ask, tell, told = answers("v", "", "too young", "x", "")
    move = ask_move(allowed, ask, tell)
    assert move == Move(Act.GRADE, grades=(("a", "veto"), ("b", "abstain")), reasons=(("a", "too young"),))
    assert "Write a reason in your own words." in told
    assert "Write one of these: for, veto and abstain." in told


def test_a_turn_is_let_go_or_nothing_said_by_a_word():
    allowed = Moves((Act.STRIKE, Act.PASS, Act.SILENCE), ("a", "b"))
    for word, move in (("pass", Move(Act.PASS)), ("NOTHING", SILENCE), ("b", Move(Act.STRIKE, ("b",)))):
        ask, tell, _ = answers(word)
        assert ask_move(allowed, ask, tell) == move
