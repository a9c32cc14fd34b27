"""Votes as they were counted: the straw polls of 2016, the ballots of Lebanon; what sources leave out is told."""

import csv
import os
from pathlib import Path

import pytest

from placet.procedures.build import Terms, build
from placet.procedures.game import Party, Role, paper_of, side
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.shelf import rules_of
from placet.words import say

DATA = Path(os.environ.get("PLACET_DATA", Path(__file__).parents[3] / "shared" / "data"))
POLLS = DATA / "un-secretary-general-2016" / "straw-polls.csv"
PERMANENT = ("China", "France", "Russia", "United Kingdom", "United States")
ELECTED = ("Angola", "Egypt", "Japan", "Malaysia", "New Zealand", "Senegal", "Spain", "Ukraine", "Uruguay", "Venezuela")
# Those of whom every poll is known in full; of the last one with the discouragements of permanent members.
FOLLOWED = ("António Guterres", "Vuk Jeremić", "Miroslav Lajčák")


@pytest.fixture(scope="module")
def polls():
    if not POLLS.exists():
        pytest.skip(f"there is no {POLLS}; PLACET_DATA names the folder of the data")
    rows = list(csv.DictReader(POLLS.read_text(encoding="utf-8").splitlines()))
    return {(int(row["poll"]), row["candidate"]): row for row in rows}


def council():
    set_for_2016 = (("permanent", ",".join(PERMANENT)), ("open-polls", "5"))
    members = tuple(Party(name, name) for name in (*PERMANENT, *ELECTED))
    rule = build(Terms(rules_of("un-secretary-general"), set_for_2016), members)
    return rule.start(paper_of(FOLLOWED, (*PERMANENT, *ELECTED)))


def papers(polls, number):
    """Papers that add up to the published counts. Whose they were is secret: permanent members come first here."""
    grades = {member: [] for member in (*PERMANENT, *ELECTED)}
    for name in FOLLOWED:
        row = polls[number, name]
        against, vetoes = int(row["discourage"]), int(row["discourage_permanent"] or 0)
        order = [*PERMANENT[:vetoes], *ELECTED, *PERMANENT[vetoes:]]
        discouraging = order[:against]
        encouraging = [member for member in reversed(order) if member not in discouraging][: int(row["encourage"])]
        for member in discouraging:
            grades[member].append((name, "discourage"))
        for member in encouraging:
            grades[member].append((name, "encourage"))
    return {side(member): Move(Act.GRADE, grades=tuple(given)) for member, given in grades.items()}


def test_the_straw_polls_of_2016_recommend_guterres_in_the_sixth_the_first_with_colours(polls):
    state = council()
    for number in range(1, 7):
        state = state.play(papers(polls, number))
        if state.outcome is None:
            assert {actor.role for actor in state.to_move} == {Role.NOMINEE}
            state = state.play(dict.fromkeys(state.to_move, SILENCE))
    assert state.held == 6
    assert state.outcome.appointed == ("António Guterres",)
    counted = [say(event.says) for event in state.log if event.rule == "poll: 6"]
    count = "{} encourage, {} discourage, 2 without opinion; "
    assert counted == [
        "António Guterres: " + count.format(13, 0) + "no permanent member discourages.",
        "Vuk Jeremić: " + count.format(8, 5) + "2 of the papers that discourage are permanent members'.",
        "Miroslav Lajčák: " + count.format(7, 6) + "2 of the papers that discourage are permanent members'.",
    ]


@pytest.mark.parametrize("number", range(1, 7))
def test_every_published_count_of_those_who_are_followed_adds_up_to_fifteen(polls, number):
    for name in FOLLOWED:
        if (number, name) in polls:
            row = polls[number, name]
            assert int(row["encourage"]) + int(row["discourage"]) + int(row["no_opinion"]) == 15


def test_the_first_polls_of_2016_would_have_been_enough_for_guterres_and_no_colour_showed_it(polls):
    state = council().play(papers(polls, 1))
    assert int(polls[1, "António Guterres"]["encourage"]) >= 9
    assert state.outcome is None
    assert not any("permanent" in say(event.says) for event in state.log)


def parliament(blocs):
    rules = Terms(rules_of("lebanon-president"), (("party-seats", ",".join(f"{who}={n}" for who, n in blocs.items())),))
    return build(rules, tuple(Party(who, who) for who in blocs))


def test_lebanon_23_april_2014_nobody_has_86_votes():
    blocs = {"for Geagea": 48, "for Helou": 16, "for Gemayel": 1, "blank": 52, "void": 7, "absent": 4}
    assert sum(blocs.values()) == 128
    names = ("Samir Geagea", "Henri Helou", "Amin Gemayel")
    voted = {"for Geagea": names[0], "for Helou": names[1], "for Gemayel": names[2]}
    state = parliament(blocs).start(paper_of(names, blocs))
    moves = {side(who): Move(Act.CHOOSE, (name,)) for who, name in voted.items()}
    moves |= {side("blank"): Move(Act.PASS), side("void"): Move(Act.PASS), side("absent"): SILENCE}
    state = state.play(moves)
    assert state.outcome is None
    assert state.held == 1  # 124 were present, and 86 had to be
    assert say(next(event for event in state.log if event.kind == "count").says) == (
        "Samir Geagea has 48 of the 86 votes that are needed."
    )


def test_lebanon_31_october_2016_83_votes_are_too_few_at_first_and_elect_later():
    blocs = {"for Aoun": 83, "others": 45}
    state = parliament(blocs).start(paper_of(["Michel Aoun", "somebody else"], blocs))
    moves = {side("for Aoun"): Move(Act.CHOOSE, ("Michel Aoun",)), side("others"): Move(Act.PASS)}
    first = state.play(moves)
    assert first.outcome is None
    assert first.play(moves).outcome.appointed == ("Michel Aoun",)


def test_lebanon_43_who_stay_away_keep_128_from_voting():
    blocs = {"present": 85, "away": 43}
    state = parliament(blocs).start(paper_of(["Michel Aoun"], blocs))
    state = state.play({side("present"): Move(Act.CHOOSE, ("Michel Aoun",)), side("away"): SILENCE})
    assert state.held == 0
    assert state.log[-1].kind == "no-quorum"
