"""Ballots until impasse: weights, blank papers, a quorum that fails, a majority that falls."""

from placet.procedures.game import paper_of, side
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.repeated_ballots import RepeatedBallots
from placet.words import say


def told(state, kind="count"):
    return [say(event.says) for event in state.log if event.kind == kind]


def council(rule, names="abc"):
    return rule.start(paper_of(names, ["p", "q", "r"]))


def elect(state, **papers):
    moves = {"blank": Move(Act.PASS), "away": SILENCE}
    return state.play({side(who): moves.get(what) or Move(Act.CHOOSE, (what,)) for who, what in papers.items()})


BALLOTS = RepeatedBallots(4, (("p", 3), ("q", 2), ("r", 1)), needed_later=4, quorum=4)


def test_votes_are_weighed_and_enough_of_them_elect():
    assert elect(council(BALLOTS), p="a", q="b", r="a").outcome.appointed == ("a",)
    assert elect(council(BALLOTS), p="a", q="b", r="b").outcome is None


def test_a_blank_paper_is_present_and_is_no_vote():
    state = elect(council(BALLOTS), p="a", q="blank", r="blank")
    assert state.outcome is None
    assert state.held == 1
    assert told(state)[0] == "a has 3 of the 4 votes that are needed."


def test_staying_away_keeps_the_ballot_from_being_held():
    state = elect(council(BALLOTS), p="away", q="a", r="a")
    assert (state.held, state.called) == (0, 1)
    assert told(state, "no-quorum") == ["Only 3 votes are present, and 4 must be: no ballot is held."]
    assert elect(state, p="away", q="a", r="a").outcome.impasse


def test_the_majority_can_fall_after_the_first_ballot():
    rule = RepeatedBallots(3, needed_later=2)
    state = elect(council(rule), p="a", q="a", r="b")
    assert state.outcome is None
    assert elect(state, p="a", q="a", r="b").outcome.appointed == ("a",)


def test_a_ballot_that_repeats_the_one_before_is_an_impasse():
    papers = {"p": "a", "q": "b", "r": "c"}
    state = elect(elect(council(RepeatedBallots(2)), **papers), **papers)
    assert state.outcome.impasse
    assert elect(council(RepeatedBallots(2, rounds=1)), **papers).outcome.impasse


def test_as_many_as_the_quorum_are_enough():
    state = elect(council(RepeatedBallots(2, quorum=2)), p="a", q="b", r="away")
    assert (state.held, told(state, "no-quorum")) == (1, [])


def test_a_ballot_that_was_not_held_twice_is_followed_by_the_first_majority():
    rule = RepeatedBallots(3, needed_later=2, quorum=3)
    state = elect(council(rule), p="a", q="a", r="away")
    assert elect(state, p="a", q="a", r="b").outcome is None
