"""Votes with reasoned vetoes: what stands until it is withdrawn, silence, lots, and impasse."""

import pytest

from placet.errors import QuestionError
from placet.procedures.game import CHANCE, paper_of, side
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.reasoned_vote import ReasonedVote
from placet.procedures.unstated import Unstated
from placet.words import say


def told(state, kind="count"):
    return [say(event.says) for event in state.log if event.kind == kind]


def council(rule, names="abc"):
    return rule.start(paper_of(names, ["p", "q", "r"]))


def ballot(reasons=None, **grades):
    given = tuple(reasons.items()) if reasons else ()
    return Move(Act.GRADE, grades=tuple(grades.items()), reasons=given)


VOTE = ReasonedVote(needed=2, silence="abstain")


def vote(state, p=SILENCE, q=SILENCE, r=SILENCE):
    return state.play({side("p"): p, side("q"): q, side("r"): r})


def test_one_veto_with_a_reason_outweighs_every_vote_and_stands_until_it_is_withdrawn():
    state = vote(council(VOTE, "a"), ballot(a="for"), ballot(a="for"), ballot({"a": "never heard of"}, a="veto"))
    assert state.outcome is None
    assert "r vetoes a: never heard of" in told(state, "veto")
    state = vote(state, p=ballot(a="for"), q=ballot(a="abstain"))  # r says nothing: its veto stands
    assert state.outcome is None
    state = vote(state, q=ballot(a="for"), r=ballot(a="abstain"))
    assert told(state, "veto-withdrawn") == ["r withdraws its veto of a."]
    assert state.outcome.appointed == ("a",)


def test_a_veto_without_a_reason_is_no_move():
    with pytest.raises(QuestionError, match="without a reason"):
        vote(council(VOTE), p=ballot(a="veto"))
    with pytest.raises(QuestionError, match="without a reason"):
        vote(council(VOTE), p=ballot({"a": "  "}, a="veto"))


def test_when_nobody_changes_a_vote_the_vetoes_stand_and_it_is_an_impasse():
    state = vote(council(VOTE, "a"), ballot(a="for"), ballot(a="for"), ballot({"a": "no"}, a="veto"))
    assert vote(state).outcome.impasse
    assert vote(state, p=ballot(a="for")).outcome.impasse


def test_lazy_consensus_silence_gives_assent():
    assert vote(council(ReasonedVote(needed=3, silence="assent"), "a")).outcome.appointed == ("a",)
    with pytest.raises(Unstated, match="silence"):
        vote(council(ReasonedVote(needed=1)))


def test_names_with_equally_many_votes_are_decided_by_lot():
    state = vote(council(VOTE), ballot(a="for", b="for"), ballot(a="for", b="for"))
    assert state.to_move == {CHANCE}
    assert state.play({CHANCE: Move(Act.DRAW, ("b",))}).outcome.appointed == ("b",)


def test_too_few_votes_go_on_until_the_rounds_are_over():
    rule = ReasonedVote(needed=3, rounds=2, silence="abstain")
    state = vote(council(rule), p=ballot(a="for"))
    assert state.outcome is None
    assert vote(state, q=ballot(a="for")).outcome.impasse
