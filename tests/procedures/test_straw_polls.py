"""Straw polls: graded papers, colours of permanent members, candidates who withdraw, and when it is over."""

import pytest

from placet.errors import QuestionError
from placet.procedures.consent_rounds import ConsentRounds
from placet.procedures.game import paper_of, side
from placet.procedures.moves import SILENCE, Act, Move, Moves
from placet.procedures.reasoned_vote import ReasonedVote
from placet.procedures.repeated_ballots import RepeatedBallots
from placet.procedures.straw_polls import StrawPolls
from placet.procedures.strike_and_flip import StrikeAndFlip
from placet.procedures.unstated import Unstated
from placet.words import say

MARKS = {"+": "encourage", "-": "discourage", "0": "no-opinion"}


def paper(marks):
    """What a member says of a, b, c, ... in a straw poll."""
    return Move(Act.GRADE, grades=tuple((name, MARKS[mark]) for name, mark in zip("abcd", marks, strict=False)))


def poll(state, **papers):
    return state.play({side(member): paper(marks) for member, marks in papers.items()})


def stay(state, *gone):
    return state.play({actor: Move(Act.REFUSE) if actor.id in gone else SILENCE for actor in state.to_move})


def told(state, kind="count"):
    return [say(event.says) for event in state.log if event.kind == kind]


POLLS = StrawPolls(needed=2, permanent=("p",), open_polls=1, silence="no-opinion")


def council(rule=POLLS, names="abc"):
    return rule.start(paper_of(names, ["p", "q", "r"]))


def test_a_veto_shows_itself_only_when_papers_have_colours_and_never_whose_it_is():
    state = stay(poll(council(), p="-+0", q="+++", r="++-"))
    assert not any("permanent" in line for line in told(state))
    state = poll(state, p="-+0", q="+++", r="++-")
    lines = told(state)[3:]
    assert lines == [
        "b: 3 encourage, 0 discourage, 0 without opinion; no permanent member discourages.",
        "a: 2 encourage, 1 discourage, 0 without opinion; 1 of the papers that discourage is a permanent member's.",
        "c: 1 encourage, 1 discourage, 1 without opinion; no permanent member discourages.",
    ]
    assert told(state, "paper")[-3:] == ["p hands in its paper.", "q hands in its paper.", "r hands in its paper."]
    assert state.outcome.appointed == ("b",)


def test_enough_encouragements_are_not_enough_against_a_permanent_member():
    state = stay(poll(council(), p="-00", q="+00", r="+00"))
    state = stay(poll(state, p="-00", q="+00", r="+00"))
    assert state.outcome is None or state.outcome.appointed is None
    assert poll(stay(poll(council(), p="+00", q="+00", r="000")), p="0+0", q="+00", r="+00").outcome.appointed == ("a",)


def test_nobody_is_recommended_before_papers_have_colours():
    assert poll(council(), p="+00", q="+00", r="+00").outcome is None


def test_two_who_are_equally_encouraged_go_into_another_poll():
    state = poll(stay(poll(council(), p="++0", q="++0", r="000")), p="++0", q="++0", r="000")
    assert state.outcome is None
    assert poll(stay(state), p="++0", q="+00", r="000").outcome.appointed == ("a",)


def test_equal_papers_twice_in_a_row_are_an_impasse_and_a_number_of_polls_ends_them():
    state = poll(stay(poll(council(), p="-00", q="+00", r="000")), p="-00", q="+00", r="000")
    assert state.outcome is None  # the first of these two had no colours
    state = poll(stay(state), p="-00", q="+00", r="000")
    assert state.outcome.impasse
    short = council(StrawPolls(needed=2, polls=1))
    assert poll(short, p="000", q="000", r="000").outcome.impasse


def test_candidates_withdraw_between_polls_until_nobody_is_left():
    state = stay(poll(council(), p="-00", q="000", r="000"), "a", "c")
    assert state.moves(side("p")).names == ("b",)
    state = state.play({side(member): Move(Act.GRADE, grades=(("b", "discourage"),)) for member in "pqr"})
    assert stay(state, "b").outcome.impasse


def test_a_member_that_hands_in_nothing_has_no_opinion_if_that_was_agreed():
    state = council().play({side("p"): SILENCE, side("q"): paper("+00"), side("r"): paper("+00")})
    assert told(state)[0] == "a: 2 encourage, 0 discourage, 1 without opinion."
    with pytest.raises(Unstated, match="silence"):
        council(StrawPolls()).play(dict.fromkeys(council().to_move, SILENCE))


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (StrawPolls(permanent=("z",)), "permanent member z"),
        (StrawPolls(needed=4), "4 encouragements needed of 3"),
        (ReasonedVote(needed=9), "9 votes needed of 3"),
        (RepeatedBallots(1), "1 votes needed of 3, expected more than half: 2 to 3"),
        (RepeatedBallots(2, quorum=4), "a quorum of 4"),
        (RepeatedBallots(2, (("z", 4),)), "votes of z"),
        (StrikeAndFlip(k=1), "3 parties"),
    ],
)
def test_rules_that_do_not_fit_the_parties_are_refused(rule, says):
    with pytest.raises(QuestionError) as refused:
        council(rule)
    assert says in str(refused.value)


@pytest.mark.parametrize("rule", [StrawPolls(), ReasonedVote(needed=1), ConsentRounds(), RepeatedBallots(2)])
def test_somebody_has_to_stand(rule):
    with pytest.raises(QuestionError, match="no candidate"):
        council(rule, "")


def test_a_paper_holds_known_names_and_known_grades_once():
    allowed = Moves((Act.GRADE,), ("a", "b"), grades=("for", "veto"), needs_reason=("veto",))
    for grades, found in (
        ((("z", "for"),), '"z"'),
        ((("a", "maybe"),), '"maybe"'),
        ((("a", "for"), ("a", "veto")), "a name twice"),
        ((("a", "veto"),), 'veto for "a" without a reason'),
    ):
        assert allowed.objection(Move(Act.GRADE, grades=grades)).found == found
    assert allowed.objection(Move(Act.GRADE, grades=(("a", "veto"),), reasons=(("a", "why"),))) is None
