"""Offices and people picked together: the executives of Northern Ireland by name, refusals, lots, other divisors."""

import csv
from collections import Counter
from fractions import Fraction

import pytest

from placet.errors import CaseError, QuestionError
from placet.procedures.divisors import NAMED, Divisor, divisor_named, divisors_of
from placet.procedures.drive import play_out, replay
from placet.procedures.game import CHANCE, nominee, paper_of, side
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.picks import LOT, VOTES, Picks
from placet.procedures.sheets import Entry, Sheet, read_sheets
from placet.procedures.strategies import sincere
from placet.procedures.unstated import Unstated
from procedures.sheets_made import appoint_with, sheet
from procedures.test_worked_picks import DATA, picked_by, rows

OFFICES = ("Finance", "Health", "Roads")


def named_sheet(party, wishes):
    """A sheet that ranks offices and names a person for each."""
    plain = sheet(party, [office for office, _ in wishes])
    people = dict(wishes)
    entries = tuple(
        Entry(one.name, "", one.rank, None, one.line, 1, people[one.name]) for one in plain.entries
    )  # fmt: skip
    return Sheet(plain.party, plain.file, entries)


def run(*sheets, offices=OFFICES, seats="big=5,small=3", **more):
    settings = {"party-seats": seats, **more.pop("settings", {})}
    roster = sheet("list", offices).entries
    return appoint_with("northern-ireland-section-18", *sheets, roster=roster, settings=settings, **more)


BIG = named_sheet("big", [("Finance", "Ash"), ("Roads", "Birch"), ("Health", "Cedar")])
SMALL = named_sheet("small", [("Finance", "Elm"), ("Health", "Fir"), ("Roads", "Hazel")])


@pytest.mark.parametrize("year", ["2007", "2011"])
def test_the_ministers_of(year):
    counted = [row for row in rows("seats.csv") if row["election"] == year]
    made = [row for row in rows("picks.csv") if row["date"].startswith(year)]
    wishes = {}
    for row in made:
        wishes.setdefault(row["party"], []).append((row["office"], row["minister"]))
    seats = ",".join(f"{row['party']}={row['seats']}" for row in counted if row["party"] in wishes)
    votes = ",".join(f"{row['party']}={row['first_preference_votes']}" for row in counted if row["party"] in wishes)
    sheets = [named_sheet(party, picked) for party, picked in wishes.items()]
    offices = [row["office"] for row in made]
    outcome = run(*sheets, offices=offices, seats=seats, settings={"votes": votes}).outcome
    assert outcome.seats == tuple((row["office"], row["minister"]) for row in made)


def test_the_offices_of_each_party_in_1999():
    file = DATA / "northern-ireland" / "assembly.csv"
    if not file.exists():
        pytest.skip(f"there is no {file}; PLACET_DATA names the folder of the data")
    parties = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    order = picked_by({row["party"]: int(row["seats"]) for row in parties})
    assert Counter(order) == {row["party"]: int(row["ministries"]) for row in parties}


def test_each_party_picks_the_office_and_names_the_person():
    appointment = run(BIG, SMALL)
    assert appointment.outcome.seats == (("Finance", "Ash"), ("Health", "Fir"), ("Roads", "Birch"))
    assert [step.kind for step in appointment.steps].count("names") == 3
    assert replay(appointment.procedure, appointment.paper, appointment.steps).outcome == appointment.outcome


def test_a_nominee_who_does_not_take_up_the_office_gives_the_pick_to_the_next_highest_figure():
    outcome = run(BIG, SMALL, declined=["Ash"]).outcome
    assert outcome.seats == (("Finance", "Elm"), ("Roads", "Birch"), ("Health", "Cedar"))


def test_a_person_holds_one_office_and_the_party_picks_another_for_somebody_else():
    both = named_sheet("big", [("Finance", "Ash"), ("Roads", "Ash"), ("Health", "Cedar")])
    assert run(both, SMALL, seats="big=9,small=1").outcome.seats == (
        ("Finance", "Ash"),
        ("Health", "Cedar"),
        ("Roads", "Hazel"),
    )


def test_sheets_that_name_people_name_one_for_each_office_and_nobody_is_in_two_parties():
    gap = named_sheet("big", [("Finance", "Ash"), ("Roads", ""), ("Health", "Fir")])
    with pytest.raises(CaseError) as refused:
        run(gap, SMALL)
    told = str(refused.value)
    assert 'big.csv:3:1: found nobody named for "Roads", expected a name under “person”' in told
    assert 'small.csv:3:1: found "Fir", whom big names too, expected each person in one party' in told


def test_a_sheet_with_a_column_for_people_is_read(tmp_path):
    for party, person in (("big", "Ash"), ("small", "Elm")):
        (tmp_path / f"{party}.csv").write_text(f"office,rank,minister\nFinance,1,{person}\n", encoding="utf-8")
    sheets = read_sheets([tmp_path / "big.csv", tmp_path / "small.csv"])
    assert sheets[0].people == ("Ash",)
    outcome = appoint_with("dhondt", *sheets, settings={"party-seats": "big=2,small=1"}).outcome
    assert outcome.seats == (("Finance", "Ash"),)


def game(**more):
    people = (("big", ("Ash",)), ("small", ("Elm",)))
    return Picks((("big", 5), ("small", 3)), people=people, **more).start(paper_of(["Finance"], ["big", "small"]))


def test_a_party_that_names_nobody_lets_its_power_lapse():
    state = game().play({side("big"): Move(Act.CHOOSE, ("Finance",))})
    assert state.moves(side("big")).names == ("Ash",)
    assert state.play({side("big"): SILENCE}).to_move == {side("small")}


def test_the_person_who_is_named_is_asked():
    named = game().play({side("big"): Move(Act.CHOOSE, ("Finance",))}).play({side("big"): Move(Act.CHOOSE, ("Ash",))})
    assert named.to_move == {nominee("Ash")}
    for answer in (Move(Act.ACCEPT), SILENCE):
        assert named.play({nominee("Ash"): answer}).outcome.seats == (("Finance", "Ash"),)
    refused = named.play({nominee("Ash"): Move(Act.REFUSE)})
    assert (refused.to_move, refused.office) == ({side("small")}, None)


def test_a_person_in_two_parties_is_refused():
    with pytest.raises(QuestionError, match="Ash in two parties"):
        Picks((("a", 1), ("b", 1)), people=(("a", ("Ash",)), ("b", ("Ash",)))).start(paper_of(["x"], ["a", "b"]))


def test_a_lot_decides_between_equal_figures_where_the_sides_say_so():
    state = Picks((("a", 1), ("b", 1)), ties=(LOT,)).start(paper_of(["x"], ["a", "b"]))
    assert state.to_move == {CHANCE}
    (one, two) = play_out(state, sincere({"a": ["x"], "b": ["x"]}))
    assert {one.state.outcome.appointed, two.state.outcome.appointed} == {("a",), ("b",)}
    assert one.probability == Fraction(1, 2)


def test_a_lot_is_drawn_only_among_those_whose_votes_are_equal_too():
    votes = (("a", 9), ("b", 9), ("c", 8))
    state = Picks((("a", 1), ("b", 1), ("c", 1)), votes, ties=(VOTES, LOT)).start(paper_of(["x"], "abc"))
    assert state.drawn == ("a", "b")


def test_equal_votes_without_a_lot_are_asked_about():
    with pytest.raises(Unstated, match="a lot can decide"):
        Picks((("a", 1), ("b", 1)), (("a", 9), ("b", 9))).start(paper_of(["x"], ["a", "b"]))


@pytest.mark.parametrize(
    ("name", "divisors"),
    [
        ("dhondt", [1, 2, 3]),
        ("sainte-lague", [1, 3, 5]),
        ("modified-sainte-lague", [Fraction(7, 5), 3, 5]),
        ("danish", [1, 4, 7]),
        ("imperiali", [2, 3, 4]),
    ],
)
def test_divisors_have_names(name, divisors):
    assert [divisor_named(name).of(held) for held in range(3)] == divisors


def test_a_divisor_without_a_name_is_refused_with_the_nearest():
    with pytest.raises(QuestionError, match="did you mean dhondt"):
        divisor_named("dhont")
    assert set(Divisor) < set(NAMED)


def test_any_divisors_can_be_given_and_more_are_asked_for_when_they_run_out():
    given = divisors_of(["1.4", "3"])
    assert [given.of(0), given.of(1)] == [Fraction(7, 5), 3]
    with pytest.raises(QuestionError, match="one more, for a party that holds 2 offices already"):
        given.of(2)


@pytest.mark.parametrize("words", [["0", "1"], ["2", "1"], ["x"], ["1/0"], [], ["9" * 30]])
def test_divisors_are_numbers_that_grow(words):
    with pytest.raises(QuestionError, match="divisors") as refused:
        divisors_of(words)
    assert refused.value.expected in {"numbers such as 1.4,3,5", "numbers above 0, each larger than the one before"}


def test_the_divisors_that_the_sides_set_decide():
    alone = run(BIG, SMALL, seats="big=5,small=3", settings={"divisors": "1,5,9"})
    assert [name for _, name in alone.outcome.seats] == ["Ash", "Fir", "Birch"]
    assert alone.to_dict()["assumed"]["divisors"] == "1,5,9"
    steep = run(BIG, SMALL, seats="big=5,small=2", settings={"divisors": "1,1.5,2"})
    assert [name for _, name in steep.outcome.seats] == ["Ash", "Birch", "Cedar"]


def test_a_tie_rule_that_is_none_is_refused():
    with pytest.raises(QuestionError, match="expected votes or lot"):
        run(BIG, SMALL, settings={"tie": "coin"})
