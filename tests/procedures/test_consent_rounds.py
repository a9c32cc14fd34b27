"""Consent rounds: objections with reasons, and what resolves them."""

import pytest

from placet.errors import QuestionError
from placet.procedures.consent_rounds import ConsentRounds
from placet.procedures.game import AUTHORITY, nominee, paper_of, side
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.unstated import Unstated
from placet.words import say


def told(state, kind="count"):
    return [say(event.says) for event in state.log if event.kind == kind]


def council(rule, names="abc"):
    return rule.start(paper_of(names, ["p", "q", "r"]))


def propose(state, name):
    return state.play({AUTHORITY: Move(Act.OFFER, (name,))})


def objection(name, why):
    return Move(Act.OBJECT, reasons=((name, why),))


def answer(state, **given):
    return state.play({actor: given.get(actor.id, Move(Act.CONSENT)) for actor in state.to_move})


def test_changing_the_post_resolves_an_objection_and_the_same_name_is_asked_about_again():
    state = propose(council(ConsentRounds()), "a")
    assert state.to_move == {side("p"), side("q"), side("r"), nominee("a")}
    state = answer(state, q=objection("a", "five years are too long"))
    assert state.to_move == {AUTHORITY}
    state = state.play({AUTHORITY: Move(Act.AMEND, reasons=(("", "the term is two years"),))})
    assert state.changes == ("the term is two years",)
    assert state.proposed == "a"
    state = answer(state)
    assert state.outcome.appointed == ("a",)
    assert told(state, "object") == ["q objects: five years are too long"]
    assert told(state, "amends") == ["The post is changed: the term is two years"]


def test_one_objection_is_enough_and_another_name_may_be_proposed():
    state = answer(propose(council(ConsentRounds()), "a"), p=objection("a", "no"), r=objection("a", "no"))
    assert state.objections == (("p", "no"), ("r", "no"))
    assert state.moves(AUTHORITY).names == ("b", "c")
    assert answer(propose(state, "b")).outcome.appointed == ("b",)


def test_the_nominee_is_asked_too_and_its_objection_comes_first():
    state = answer(propose(council(ConsentRounds()), "b"), b=objection("b", "no time"), p=objection("b", "no"))
    assert state.objections == (("b", "no time"), ("p", "no"))


def test_objections_that_nobody_resolves_are_an_impasse():
    state = answer(propose(council(ConsentRounds()), "a"), p=objection("a", "no"))
    assert state.play({AUTHORITY: Move(Act.CLOSE)}).outcome.impasse
    once = answer(propose(council(ConsentRounds(rounds=1)), "a"), p=objection("a", "no"))
    assert once.outcome.impasse


def test_an_objection_and_a_change_need_their_words():
    state = propose(council(ConsentRounds()), "a")
    with pytest.raises(QuestionError, match="objects without a reason"):
        answer(state, p=Move(Act.OBJECT))
    state = answer(state, p=objection("a", "no"))
    with pytest.raises(QuestionError, match="changes the post without a reason"):
        state.play({AUTHORITY: Move(Act.AMEND)})


def test_silence_is_consent_only_where_that_was_agreed():
    state = propose(council(ConsentRounds()), "a")
    with pytest.raises(Unstated, match="silence"):
        answer(state, p=SILENCE)
    agreed = propose(council(ConsentRounds(silence="assent")), "a")
    assert answer(agreed, p=SILENCE, a=SILENCE).outcome.appointed == ("a",)
