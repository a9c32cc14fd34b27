"""Strike and flip: names, strikes, the coin, and a name that both sides give."""

import pytest

from placet.errors import QuestionError
from placet.procedures.combine import Silence
from placet.procedures.drive import play_out, scripted
from placet.procedures.game import CHANCE, Paper, Party, side
from placet.procedures.moves import SILENCE, Act, Move, Moves
from placet.procedures.strike_and_flip import StrikeAndFlip
from placet.procedures.unstated import Unstated


def flip(rule, names="abcdef", lists=None):
    parties = (Party("x", "x"), Party("y", "y"))
    return rule.start(Paper(tuple(lists.items()) if lists else (("", tuple(names)),), parties))


def both(state, act, x, y):
    return state.play({side("x"): Move(act, tuple(x)), side("y"): Move(act, tuple(y))})


def test_each_side_names_three_strikes_two_of_the_others_and_a_coin_decides():
    state = both(flip(StrikeAndFlip(k=3)), Act.NOMINATE, "abc", "def")
    assert state.moves(side("x")) == Moves((Act.STRIKE, Act.SILENCE), ("d", "e", "f"), least=2, most=2)
    state = both(state, Act.STRIKE, "de", "ab")
    assert [branch.state.outcome.appointed for branch in play_out(state, scripted({}))] == [("c",), ("f",)]


def test_names_that_stand_on_a_list_for_each_side_are_only_struck():
    state = flip(StrikeAndFlip(), lists={"x": ("a", "b"), "y": ("c", "d")})
    assert both(state, Act.STRIKE, "c", "a").moves(CHANCE).names == ("b", "d")


def test_a_name_that_both_name_is_asked_about():
    with pytest.raises(Unstated, match="shared"):
        both(flip(StrikeAndFlip(k=2)), Act.NOMINATE, "ab", "bc")
    assert both(flip(StrikeAndFlip(k=2, shared="appointed")), Act.NOMINATE, "ab", "bc").outcome.appointed == ("b",)
    stands = both(flip(StrikeAndFlip(k=2, shared="stands")), Act.NOMINATE, "ab", "bc")
    assert both(stands, Act.STRIKE, "c", "a").outcome.appointed == ("b",)
    assert both(stands, Act.STRIKE, "b", "b").moves(CHANCE).names == ("a", "c")
    several = both(flip(StrikeAndFlip(k=2, shared="appointed")), Act.NOMINATE, "ab", "ab")
    assert several.moves(CHANCE).names == ("a", "b")


def test_silence_of_a_side_that_flips():
    silent = {side("x"): SILENCE, side("y"): Move(Act.NOMINATE, ("d", "e"))}
    with pytest.raises(Unstated, match="silence"):
        flip(StrikeAndFlip(k=2)).play(silent)
    assert flip(StrikeAndFlip(k=2, silence=Silence.BLOCKS)).play(silent).outcome.impasse
    state = flip(StrikeAndFlip(k=2, silence=Silence.ACCEPTS_ALL)).play(silent)
    after = state.play({side("x"): Move(Act.STRIKE, ("d",)), side("y"): Move(Act.STRIKE)})
    assert after.outcome.appointed == ("e",)
    nobody = flip(StrikeAndFlip(k=2, silence=Silence.ACCEPTS_ALL))
    assert nobody.play(dict.fromkeys(nobody.to_move, SILENCE)).outcome.impasse


def test_strike_and_flip_needs_its_number_and_its_lists():
    with pytest.raises(Unstated, match="k"):
        flip(StrikeAndFlip())
    for rule, lists, says in (
        (StrikeAndFlip(k=9), None, "9 names to give"),
        (StrikeAndFlip(), {"x": ("a",), "z": ("b",)}, "the lists x, z"),
        (StrikeAndFlip(), {"x": ("a",), "y": ()}, "without names"),
    ):
        with pytest.raises(QuestionError, match=says):
            flip(rule, lists=lists)
