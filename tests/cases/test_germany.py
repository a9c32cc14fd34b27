"""Germany 2017: which governments were possible on which day, and what stood in the way of the others."""

import pytest
import yaml

import placet
from cases.folders import case, data, raw, script, solved, table

GERMANY = "germany-2017"
FORMED = frozenset({"cdu-csu", "spd"})
JAMAICA = frozenset({"cdu-csu", "fdp", "gruene"})
IDS = {"CDU/CSU": "cdu-csu", "SPD": "spd", "AfD": "afd", "FDP": "fdp", "LINKE": "linke", "GRUENE": "gruene"}
ELECTION_EVE, ELECTION, AFTER_JAMAICA, AFTER_BONN, FORMATION = (
    "2017-09-23",
    "2017-09-24",
    "2017-11-20",
    "2018-01-21",
    "2018-03-14",
)


def governments(on):
    """Every government that nobody is known or expected to refuse, and those that are only expected to be refused."""
    found = script(GERMANY, "governments.py").governments(case(GERMANY), on)
    return tuple({frozenset(parties) for parties in some} for some in found)


def objections(parties, on):
    verdict = placet.Zone(case(GERMANY), on).check(placet.Settlement({"government": tuple(parties)}, {}))
    return {one.demand for one in verdict.objections}


def test_the_government_that_formed_is_among_the_possible_ones_on_its_day():
    assert FORMED in governments(FORMATION)[0]


def test_the_government_that_formed_was_refused_by_one_of_its_two_partners_for_four_months():
    for day in (ELECTION, AFTER_JAMAICA, "2018-01-20"):
        assert objections(FORMED, day) == {"spd-no-grand-coalition"}
    assert objections(FORMED, AFTER_BONN) == set()


def test_on_election_night_one_government_was_left():
    assert governments(ELECTION)[0] == {JAMAICA}
    assert solved(GERMANY, ELECTION)["count"] == "1"


def test_when_the_talks_broke_down_no_government_was_left():
    answer = solved(GERMANY, AFTER_JAMAICA)
    assert governments(AFTER_JAMAICA)[0] == set()
    assert not answer["feasible"]
    assert objections(JAMAICA, AFTER_JAMAICA) == {"fdp-no-jamaica"}


def test_one_party_could_open_the_way_and_what_the_spd_opened_holds_the_government_that_formed():
    alone = {
        way["give_up"][0]: way["opens"]
        for way in solved(GERMANY, AFTER_JAMAICA)["concessions"]
        if len(way["give_up"]) == 1
    }
    assert alone == {"cdu-no-linke": "1", "spd-no-grand-coalition": "3", "fdp-no-jamaica": "1", "fdp-no-linke": "1"}


def test_giving_up_the_refusal_opened_three_governments_of_which_one_needs_all_its_partners():
    possible = governments(AFTER_BONN)[0]
    assert possible == {FORMED, FORMED | {"fdp"}, FORMED | {"gruene"}}
    assert {parties for parties in possible if is_minimal(parties)} == {FORMED}


def is_minimal(parties):
    mandates = [int(raw(GERMANY)["candidates"][party]["traits"]["mandates"]) for party in parties]
    return all(sum(mandates) - one < 355 for one in mandates)


def test_by_their_own_words_alone_the_parties_had_refused_less():
    assert solved(GERMANY, AFTER_JAMAICA)["cast"]["count"] == "5"
    assert all(
        "afd" in parties or parties == {"spd", "fdp", "linke", "gruene"} for parties in governments(AFTER_JAMAICA)[1]
    )


def test_the_zone_counts_as_many_governments_as_trying_every_set_of_parties():
    for day in (ELECTION_EVE, ELECTION, AFTER_JAMAICA, AFTER_BONN, FORMATION):
        possible, expected = governments(day)
        answer = solved(GERMANY, day)
        assert (answer["count"], answer["cast"]["count"]) == (str(len(possible)), str(len(possible | expected)))


def test_softening_changed_nothing_until_the_congress():
    steps = placet.compare(case(GERMANY), AFTER_JAMAICA, "2018-01-20").to_dict()
    assert steps["changed"] == []


def test_what_was_only_reported_of_a_party_is_presumed_and_not_put_in_its_mouth():
    demands = placet.account(case(GERMANY), FORMATION).to_dict()["demands"]
    reported = {id_ for id_, one in demands.items() if one["standing"] == "presumed"}
    assert reported == {"fdp-no-linke", "fdp-no-afd", "spd-no-afd", "gruene-no-afd", "linke-no-afd"}
    assert all("assumption" in raw(GERMANY)["demands"][id_] for id_ in reported)


def test_every_statement_is_quoted_in_its_own_language_with_a_source():
    record = raw(GERMANY)["record"]
    assert all(
        entry["quote"] and entry["lang"] == "de" and entry["source"] in raw(GERMANY)["sources"] for entry in record
    )


def test_the_seats_are_those_of_the_data():
    seats = {IDS[row["party"]]: row["seats"] for row in table(data("coalitions", GERMANY, "seats.csv"))}
    assert {id_: one["traits"]["mandates"] for id_, one in raw(GERMANY)["candidates"].items()} == seats
    outcome = yaml.load(data("coalitions", GERMANY, "outcome.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert raw(GERMANY)["constraints"]["majority"]["at_least"] == outcome["majority"]
    assert str(script(GERMANY, "governments.py").MAJORITY) == outcome["majority"]
    assert {IDS[party] for party in outcome["formed"]["coalition"]} == FORMED
    assert outcome["formed"]["on"] == FORMATION


def test_every_refusal_voiced_is_one_that_the_data_hold_with_its_words():
    text = data("coalitions", GERMANY, "exclusions.yaml").read_text(encoding="utf-8")
    held = {(entry["on"], entry["quote"]) for entry in yaml.load(text, Loader=yaml.BaseLoader)}
    added = {"stern-bonn", "pz-news"}  # read beside the data: the vote of Bonn, and Lindner's reaffirmation
    voiced = [entry for entry in raw(GERMANY)["record"] if entry.get("stance") in {"asserts", "reaffirms", "softens"}]
    assert len(voiced) >= 10
    assert [
        entry for entry in voiced if entry["source"] not in added and (entry["on"], entry["quote"]) not in held
    ] == []


@pytest.mark.parametrize("on", [ELECTION, AFTER_JAMAICA, AFTER_BONN])
def test_a_government_without_a_majority_is_none(on):
    verdict = placet.Zone(case(GERMANY), on).check(placet.Settlement({"government": ("cdu-csu", "fdp")}, {}))
    assert verdict.constraints == ("majority",)
