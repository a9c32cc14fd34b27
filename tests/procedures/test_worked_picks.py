"""Picks by D'Hondt and Sainte-Lague: Northern Ireland since 1999, recomputed from seats and votes."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from placet.errors import QuestionError
from placet.procedures.drive import play_out
from placet.procedures.game import paper_of, side
from placet.procedures.moves import Act, Move
from placet.procedures.picks import Divisor, Picks
from placet.procedures.strategies import sincere
from placet.procedures.unstated import Unstated

OFFICES = [f"office {number:02d}" for number in range(1, 11)]
SEATS_1999 = {"UUP": 28, "SDLP": 24, "DUP": 20, "Sinn Féin": 18, "Alliance": 6}
DATA = Path(os.environ.get("PLACET_DATA", Path(__file__).parents[3] / "shared" / "data"))
FOLDER = DATA / "other" / "northern-ireland-dhondt"


def picked_by(seats, votes=None, offices=OFFICES, divisor=Divisor.DHONDT, declining=()):
    """The parties in the order of their picks."""
    rule = Picks(tuple(seats.items()), tuple((votes or {}).items()), divisor)
    follows = sincere(dict.fromkeys(seats, offices))

    def strategy(state, actor):
        return Move(Act.PASS) if actor.id in declining else follows(state, actor)

    (branch,) = play_out(rule.start(paper_of(offices, seats)), strategy)
    return [party for _, party in branch.state.outcome.seats]


def test_irish_times_1999_order_of_ten_picks():
    order = ["UUP", "SDLP", "DUP", "Sinn Féin", "UUP", "SDLP", "DUP", "UUP", "Sinn Féin", "SDLP"]
    assert picked_by(SEATS_1999) == order  # the page says that first preferences came into play; no tie arises


def test_sainte_lague_gives_the_small_party_an_office_in_1999():
    votes = {party: seats * 1000 + place for place, (party, seats) in enumerate(SEATS_1999.items())}  # made up
    found = Counter(picked_by(SEATS_1999, votes, divisor=Divisor.SAINTE_LAGUE))
    assert found == {"UUP": 3, "SDLP": 2, "DUP": 2, "Sinn Féin": 2, "Alliance": 1}


def rows(name):
    if not FOLDER.exists():
        pytest.skip(f"there is no {FOLDER}; PLACET_DATA names the folder of the data")
    return list(csv.DictReader((FOLDER / name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(("year", "declining"), [("2007", ()), ("2011", ()), ("2016", ("UUP", "SDLP", "Alliance"))])
def test_the_executive_of(year, declining):
    seats = {row["party"]: int(row["seats"]) for row in rows("seats.csv") if row["election"] == year}
    votes = {row["party"]: int(row["first_preference_votes"]) for row in rows("seats.csv") if row["election"] == year}
    made = [row["party"] for row in rows("picks.csv") if row["date"].startswith(year)]
    assert picked_by(seats, votes, OFFICES[: len(made)], declining=declining) == made


SEATS_2011 = {"DUP": 38, "Sinn Féin": 29, "UUP": 16, "SDLP": 14, "Alliance": 8}
VOTES_2011 = {"DUP": 198436, "Sinn Féin": 178224, "UUP": 87531, "SDLP": 94286, "Alliance": 50875}


def test_northern_ireland_2011_the_tie_keeps_its_divisor():
    assert picked_by(SEATS_2011, VOTES_2011)[9] == "Alliance"  # 50,875 / 1 against 87,531 / 2, not 87,531


def test_a_tie_without_votes_is_asked_for():
    with pytest.raises(Unstated, match="first-preference votes of Alliance and UUP"):
        picked_by(SEATS_2011)


def test_equal_votes_are_asked_about_and_not_guessed():
    with pytest.raises(Unstated, match="tie"):
        picked_by({"a": 3, "b": 3}, {"a": 9, "b": 9})


def test_a_party_that_does_not_pick_lets_its_power_lapse_for_this_office_only():
    state = Picks((("big", 9), ("small", 2))).start(paper_of(OFFICES[:3], ["big", "small"]))
    lapsed = state.play({side("big"): Move(Act.PASS)})
    assert lapsed.to_move == {side("small")}
    assert lapsed.play({side("small"): Move(Act.CHOOSE, (OFFICES[0],))}).to_move == {side("big")}


def test_offices_that_nobody_picks_are_an_impasse():
    state = Picks((("big", 9), ("none", 0))).start(paper_of(OFFICES[:1], ["big", "none"]))
    assert state.play({side("big"): Move(Act.SILENCE)}).outcome.impasse


def test_seats_are_needed_for_every_party():
    with pytest.raises(QuestionError, match="seats of big, small"):
        Picks((("big", 9),)).start(paper_of(OFFICES, ["big", "small"]))
    with pytest.raises(QuestionError, match="-1 seats of big"):
        Picks((("big", -1),)).start(paper_of(OFFICES, ["big"]))


def test_brams_and_kaplan_2004_three_parties_pick_sincerely():
    wishes = {"A": "fbdcae", "B": "ecbfad", "C": "dceabf"}
    rule = Picks(tuple(dict.fromkeys(wishes, 2).items()), (("A", 3), ("B", 2), ("C", 1)))
    (branch,) = play_out(rule.start(paper_of("abcdef", wishes)), sincere(wishes))
    held = {party: {office for office, holder in branch.state.outcome.seats if holder == party} for party in wishes}
    assert held == {"A": {"f", "b"}, "B": {"e", "c"}, "C": {"d", "a"}}
