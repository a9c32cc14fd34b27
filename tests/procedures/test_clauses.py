"""Clauses in contracts: eleven names in common for three seats, and each side's own list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.errors import CaseError, QuestionError
from placet.procedures.common_names import CommonNames
from placet.procedures.drive import replay
from placet.procedures.game import Paper, Party, paper_of, side
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.two_lists import TwoLists
from placet.procedures.unstated import Unstated
from procedures.sheets_made import appoint_with, sheet

ELEVEN = [f"Name {letter}" for letter in "ABCDEFGHIJK"]
LATER = {"second": [f"Two {letter}" for letter in "ABCDEFGHIJK"], "third": [f"Three {n}" for n in "ABCDEFGHIJK"]}


def returned(party, struck, later=(), ranked=()):
    """A sheet on the first list, and on later ones: whom it strikes on each, and whom it would keep longest."""
    places = dict.fromkeys(ELEVEN, "first")
    plain = [sheet(party, [name for name in ranked if name not in struck], struck)]
    plain.append(sheet(party, (), [name for name in ELEVEN if name not in struck and name not in ranked]))
    lines = [(one, one.strike if part == 0 else None) for part, made in enumerate(plain) for one in made.entries]
    entries = [type(one)(one.name, places[one.name], one.rank, strike, at, 1) for at, (one, strike) in enumerate(lines)]
    for name, marks in later:
        entries += [type(entries[0])(who, name, None, 0 if who in marks else None, 50, 1) for who in LATER[name]]
    whole = sheet(party)
    return type(whole)(whole.party, whole.file, tuple(entries))


def jams(*sheets, started="claimant", **settings):
    return appoint_with("jams-eleven-names", *sheets, settings={"started": started, **settings})


def test_exactly_three_names_in_common_sit():
    run = jams(returned("claimant", ELEVEN[:4]), returned("respondent", ELEVEN[4:8]))
    assert run.outcome.appointed == ("Name I", "Name J", "Name K")
    assert replay(run.procedure, run.paper, run.steps).outcome == run.outcome


def test_with_more_in_common_they_strike_by_turns_and_first_the_one_that_did_not_start_the_case():
    keeps = ELEVEN[::-1]
    run = jams(returned("claimant", ELEVEN[:4], ranked=keeps), returned("respondent", ELEVEN[4:6], ranked=ELEVEN))
    strikes = [(step.by.id, step.move.names[0]) for step in run.steps if step.kind == "strike"]
    assert strikes == [("respondent", "Name K"), ("claimant", "Name G")]
    assert run.outcome.appointed == ("Name H", "Name I", "Name J")


def test_without_any_in_common_the_next_list_is_sent_out():
    first = (returned("claimant", ELEVEN[:6]), returned("respondent", ELEVEN[5:]))
    run = jams(*first)
    assert (run.outcome.appointed, run.outcome.referred_to) == (None, "JAMS")
    two = LATER["second"]
    later = (
        returned("claimant", ELEVEN[:6], [("second", two[:4])]),
        returned("respondent", ELEVEN[5:], [("second", two[4:8])]),
    )
    assert jams(*later).outcome.appointed == ("Two I", "Two J", "Two K")


def test_one_or_two_in_common_are_not_covered_and_asked_about():
    sheets = (returned("claimant", ELEVEN[:5]), returned("respondent", ELEVEN[5:10]))
    with pytest.raises(Unstated, match="shortfall"):
        jams(*sheets)
    assert jams(*sheets, shortfall="institution").outcome.referred_to == "JAMS"
    assert jams(*sheets, shortfall="next-list").outcome.referred_to == "JAMS"
    with pytest.raises(QuestionError, match="did you mean next-list"):
        jams(*sheets, shortfall="next-lst")


def test_on_the_third_list_they_strike_by_turns_and_first_the_one_that_started_the_case():
    names = [("first", tuple(ELEVEN)), *((name, tuple(names)) for name, names in LATER.items())]
    paper = Paper(tuple(names), (Party("claimant", "claimant"), Party("respondent", "respondent")))
    state = CommonNames("clause", 3, "claimant", authority="JAMS").start(paper)
    for _ in range(2):
        out = state.paper.lists[state.at][1]
        state = state.play({side("claimant"): Move(Act.MARK, out), side("respondent"): Move(Act.MARK)})
    assert state.to_move == {side("claimant")}
    for _ in range(8):
        (actor,) = state.to_move
        state = state.play({actor: Move(Act.STRIKE, state.left[:1])})
    assert state.outcome.appointed == ("Three I", "Three J", "Three K")


def test_a_party_that_says_nothing_leaves_the_selection_to_the_other_side():
    run = appoint_with(
        "jams-eleven-names",
        returned("claimant", ELEVEN[:4], ranked=["Name K", "Name E", "Name J", "Name F"]),
        silent=["respondent"],
        settings={"started": "claimant"},
    )
    assert run.outcome.appointed == ("Name K", "Name E", "Name J")


def test_who_started_the_case_is_asked_for_and_has_to_be_a_party():
    sheets = (returned("claimant", ELEVEN[:4]), returned("respondent", ELEVEN[4:8]))
    with pytest.raises(Unstated, match="started"):
        appoint_with("jams-eleven-names", *sheets)
    with pytest.raises(QuestionError, match="started “nobody”"):
        jams(*sheets, started="nobody")
    with pytest.raises(QuestionError, match="3 parties"):
        CommonNames("clause", 3, "a").start(paper_of("x", "abc"))


@given(st.sets(st.sampled_from(ELEVEN)), st.sets(st.sampled_from(ELEVEN)))
def test_nobody_whom_a_party_struck_at_once_sits(mine, yours):
    sheets = (returned("claimant", sorted(mine), ranked=ELEVEN), returned("respondent", sorted(yours), ranked=ELEVEN))
    outcome = jams(*sheets, shortfall="institution").outcome
    assert not set(outcome.appointed or ()) & (mine | yours)
    assert (outcome.appointed is None) == (len(set(ELEVEN) - mine - yours) < 3)


OURS = [f"Ours {number}" for number in range(10)]
THEIRS = [f"Theirs {number}" for number in range(10)]
OFFERED = {**dict.fromkeys(OURS, "association"), **dict.fromkeys(THEIRS, "employer")}


def michigan(association, employer, **settings):
    sheets = (
        sheet("association", (), association, lists=OFFERED),
        sheet("employer", (), employer, lists=OFFERED),
    )
    roster = sheet("list", (), OURS + THEIRS, lists=OFFERED).entries
    settings = {"silence": "accepts-all", **settings}
    return appoint_with("university-of-michigan-two-lists", *sheets, roster=roster, settings=settings)


def test_michigan_each_side_strikes_at_most_six_of_the_others_so_eight_are_sure():
    run = michigan(THEIRS[:6], OURS[:6], aggregate="all")
    assert run.outcome.appointed == (*OURS[6:], *THEIRS[6:])
    with pytest.raises(Unstated, match="aggregate"):
        michigan(THEIRS[:6], OURS[:6])
    chosen = michigan(THEIRS[:6], OURS[:6], aggregate="institution-chooses", choice="Ours 6,Ours 7,Theirs 8,Theirs 9")
    assert chosen.outcome.appointed == ("Ours 6", "Ours 7", "Theirs 8", "Theirs 9")
    assert replay(chosen.procedure, chosen.paper, chosen.steps).outcome == chosen.outcome


def test_michigan_too_many_strikes_and_strikes_on_ones_own_list_are_told():
    with pytest.raises(CaseError) as refused:
        michigan([*THEIRS[:7], OURS[0]], [])
    told = str(refused.value)
    assert "7 strikes on the list “employer”, expected at most 6" in told
    assert "1 strikes on the list “association”, expected none, on the list that it offers itself" in told


def test_two_lists_with_too_few_mutual_names_go_on_elsewhere():
    paper = Paper((("a", ("x", "y")), ("b", ("z",))), (Party("a", "a"), Party("b", "b")))
    game = TwoLists("clause", 2, None, authority="the institution").start(paper)
    moves = {side("a"): Move(Act.MARK, ("z",)), side("b"): Move(Act.MARK, ("x",))}
    short = game.play(moves).outcome
    assert (short.appointed, short.referred_to, short.impasse) == (("y",), "the institution", False)
    assert TwoLists("clause", 2, None).start(paper).play(moves).outcome.impasse
    with pytest.raises(Unstated, match="silence"):
        game.play({side("a"): SILENCE, side("b"): SILENCE})
    with pytest.raises(QuestionError, match="one list of each"):
        TwoLists("clause", 2, None).start(paper_of("xyz", "ab"))


def test_finra_between_members_two_from_the_long_list_and_one_chair():
    chairs, others = [f"Chair {n}" for n in range(10)], [f"Other {n:02d}" for n in range(20)]
    places = {**dict.fromkeys(chairs, "chair"), **dict.fromkeys(others, "non-public")}

    def marks(party, turned):
        parts = [sheet(party, names[::turned], (), lists=places).entries for names in (chairs, others)]
        whole = sheet(party)
        return type(whole)(whole.party, whole.file, (*parts[0], *parts[1]))

    run = appoint_with("finra-industry-members", marks("claimant", 1), marks("respondent", 1))
    assert run.outcome.seats == (("chair", "Chair 0"), ("non-public", "Other 00"), ("non-public", "Other 01"))


def test_udrp_what_the_rule_does_not_say_is_asked_for():
    places = {"C1": "complainant", "R1": "respondent", **{f"P{n}": "presiding" for n in range(5)}}
    sheets = [sheet(name, (), places, lists=places) for name in ("complainant", "respondent")]
    with pytest.raises(Unstated, match="strikes"):
        appoint_with("udrp-three-panelists", *sheets, settings={"list": "7"})
