"""Polls, votes, consent, flips and jury strikes as named procedures: what they ask for, and how sheets play them."""

import pytest

from placet.errors import QuestionError
from placet.procedures.build import Terms, build
from placet.procedures.build_games import order_script
from placet.procedures.game import CHANCE, Party, paper_of, side
from placet.procedures.moves import Act, Move
from placet.procedures.shelf import rules_of
from procedures.sheets_made import appoint_with, sheet


@pytest.mark.parametrize(
    ("name", "settings", "says"),
    [
        ("un-secretary-general", {}, "permanent"),
        ("un-secretary-general", {"permanent": "none"}, "open-polls"),
        ("reinsurance-strike-and-flip", {"k": "1", "shared": "maybe"}, "shared “maybe”"),
        ("apache-vote", {"silence": "maybe"}, "silence “maybe”"),
        ("frcp-24-felony", {}, "caps"),
        ("sequential-veto", {"turns": "a*0,b"}, "the turn “a*0”"),
    ],
)
def test_what_these_rules_leave_open_is_asked_for(name, settings, says):
    sheets = [sheet("a", ["Ash", "Birch"]), sheet("b", ["Birch", "Ash"])]
    with pytest.raises(QuestionError) as asked:
        appoint_with(name, *sheets, settings=settings)
    assert says in str(asked.value)


def test_papers_votes_and_objections_come_from_sheets_too():
    sheets = [sheet("a", ["Ash", "Birch"]), sheet("b", ["Birch"], ["Ash"]), sheet("c", ["Birch"], ["Ash"])]
    chosen = {"permanent": "b", "open-polls": "0", "quota": "2"}
    assert appoint_with("un-secretary-general", *sheets, settings=chosen).outcome.appointed == ("Birch",)
    chosen = {"choice": "Ash,Birch", "silence": "assent"}
    with pytest.raises(QuestionError, match="objects without a reason"):
        appoint_with("sociocracy-role-selection", *sheets, settings=chosen)
    with pytest.raises(QuestionError, match="without a reason"):
        appoint_with("apache-vote", *sheets)


def test_an_order_script_repeats_turns():
    assert order_script(("north*2", "south", "north * 1")) == ("north", "north", "south", "north")


def test_jury_strikes_end_with_two_passes_in_a_row_or_after_their_rounds():
    terms = Terms(rules_of("frcp-24-felony"), (("caps", "d=10,g=6"), ("seats", "2"), ("rounds", "2")))
    game = build(terms, (Party("d", "d"), Party("g", "g")))
    state = game.start(paper_of("abcdefgh", "dg", ("g", "d")))
    passed = state.play({side("g"): Move(Act.PASS)}).play({side("d"): Move(Act.PASS)})
    assert passed.to_move == {CHANCE}
    for party in "gdgd":
        state = state.play({side(party): Move(Act.STRIKE, state.left[:1])})
    assert state.to_move == {CHANCE}
    assert state.left == tuple("efgh")
