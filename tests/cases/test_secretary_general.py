"""The Secretary-General of 2016, poll by poll: who was still possible, as far as the sources tell."""

from math import comb

import pytest

import placet
from cases.folders import case, data, raw, script, solved, table

UN = "un-secretary-general-2016"
POLLS = ("2016-07-21", "2016-08-05", "2016-08-29", "2016-09-09", "2016-09-26", "2016-10-05")
NAMES = {
    "António Guterres": "guterres",
    "Danilo Türk": "turk",
    "Irina Bokova": "bokova",
    "Vuk Jeremić": "jeremic",
    "Srgjan Kerim": "kerim",
    "Helen Clark": "clark",
    "Miroslav Lajčák": "lajcak",
    "Susana Malcorra": "malcorra",
    "Christiana Figueres": "figueres",
    "Natalia Gherman": "gherman",
    "Vesna Pusić": "pusic",
    "Igor Lukšić": "luksic",
}


def objectors(who, on):
    """Side -> how its demand against this name stands on a day."""
    verdict = placet.Zone(case(UN), on).check(placet.Settlement({"secretary-general": (who,)}, {}))
    return {one.side: one.standing.standing.value for one in verdict.objections}


def not_known_to_be_refused(on):
    """Who has no demand against him that is certain."""
    return {who for who in case(UN).candidates if set(objectors(who, on).values()) <= {"undetermined"}}


def test_the_case_is_what_its_script_writes():
    assert (script(UN, "make.py").FOLDER / "case.yaml").read_text(encoding="utf-8") == script(UN, "make.py").case_yaml()


@pytest.mark.parametrize(
    ("on", "possible"),
    [
        ("2016-07-21", {"guterres", "turk", "bokova", "jeremic", "kerim", "luksic"}),  # no figures of Lukšić were read
        ("2016-08-05", {"guterres"}),
        ("2016-08-29", {"guterres", "lajcak"}),
        ("2016-09-09", {"guterres", "lajcak", "jeremic"}),
        ("2016-09-26", {"guterres"}),
        ("2016-09-28", {"guterres", "georgieva"}),  # she had come, and no poll had been held on her
        ("2016-10-05", {"guterres"}),
    ],
)
def test_who_was_still_possible_after_each_poll(on, possible):
    assert not_known_to_be_refused(on) == possible
    assert solved(UN, on)["certain"]["count"] == str(len(possible))


@pytest.mark.parametrize("on", POLLS[1:5])
def test_between_the_first_poll_and_the_coloured_one_nobody_was_sure(on):
    assert not solved(UN, on)["feasible"]
    assert solved(UN, on)["certain"]["feasible"]


def test_after_the_first_poll_only_he_whom_nobody_discouraged_was_sure():
    assert solved(UN, "2016-07-21")["best"][0]["slate"] == {"secretary-general": ["guterres"]}
    assert solved(UN, "2016-07-21")["count"] == "1"


def test_the_coloured_papers_left_one_name_and_it_is_the_one_that_was_appointed():
    assert solved(UN, "2016-10-05")["best"][0]["slate"] == {"secretary-general": ["guterres"]}
    assert [solved(UN, on)["count"] for on in ("2016-10-05", "2016-10-13")] == ["1", "1"]


@pytest.mark.parametrize("on", POLLS[:5])
def test_papers_of_one_colour_refuse_a_name_only_by_what_arithmetic_forces(on):
    refused = {who for who in case(UN).candidates if objectors(who, on).get("permanent-members") == "stands"}
    discouraged = {row["candidate"]: int(row["discourage"] or 0) for row in polls() if row["date"] == on}
    assert refused == {who for who, number in discouraged.items() if all_ways_hit_a_permanent_member(number)}


def all_ways_hit_a_permanent_member(discouragements):
    """Whether no choice of so many of the fifteen leaves all five permanent members out."""
    return comb(10, discouragements) == 0


def test_more_than_ten_discouragements_are_the_only_certain_refusal_before_the_coloured_papers():
    assert objectors("pusic", "2016-07-21")["permanent-members"] == "stands"
    assert (
        objectors("gherman", "2016-08-05")["permanent-members"] == "undetermined"
    )  # ten: the elected can have cast all
    assert objectors("gherman", "2016-08-29")["permanent-members"] == "stands"


def test_the_veto_has_no_owner():
    members = {"china", "france", "russia", "united-kingdom", "united-states"}
    assert members.isdisjoint(case(UN).sides)
    assert set(case(UN).sides) == {"council", "permanent-members", "list"}


def test_sources_that_count_the_last_poll_of_one_man_differently_agree_that_he_is_refused():
    assert objectors("jeremic", "2016-10-05") == {"council": "stands", "permanent-members": "stands"}


@pytest.mark.parametrize(
    ("who", "while_standing", "while_not"),
    [
        ("pusic", "2016-08-03", "2016-08-04"),
        ("luksic", "2016-08-22", "2016-08-23"),
        ("figueres", "2016-09-11", "2016-09-12"),
        ("georgieva", "2016-09-28", "2016-09-27"),
    ],
)
def test_who_does_not_stand_is_out_from_the_day_of_withdrawing_or_until_the_day_of_coming(
    who, while_standing, while_not
):
    assert "list" not in objectors(who, while_standing)
    assert objectors(who, while_not)["list"] == "stands"


def test_the_sources_disagree_on_figures_and_on_the_day_on_which_one_candidate_withdrew():
    told = placet.account(case(UN), "2016-10-13").to_dict()["disagreements"]
    assert {(one["event"], one["kind"]) for one in told} == {
        ("straw-poll-1", "figure"),
        ("straw-poll-2", "figure"),
        ("straw-poll-4", "figure"),
        ("straw-poll-6", "figure"),
        ("luksic-withdraws", "date"),
    }


def test_every_tally_has_a_day_and_a_source_and_no_figure_is_made_up():
    tallies = [entry for entry in raw(UN)["record"] if "tally" in entry]
    assert len(tallies) > 20
    assert all(entry["on"] in POLLS and entry["source"] in raw(UN)["sources"] for entry in tallies)
    printed = {(row["date"], row["candidate"], row["encourage"]) for row in polls()}
    council = [entry for entry in tallies if entry["side"] == "council" and "assumption" not in entry]
    counted = {(entry["on"], who, votes["for"]) for entry in council for who, votes in entry["tally"].items()}
    assert counted <= printed


def polls():
    return table(script(UN, "make.py").FOLDER / "straw-polls.csv")


def test_the_case_holds_what_the_data_hold():
    ours = {(row["poll"], row["candidate"]): [] for row in polls()}
    for row in polls():
        ours[row["poll"], row["candidate"]].append(row)
    figures = ("encourage", "discourage", "no_opinion", "discourage_permanent")
    rows = table(data(UN, "straw-polls.csv"))
    assert len(rows) > 50
    for row in rows:
        known = ours[row["poll"], NAMES[row["candidate"]]]
        assert {one["date"] for one in known} == {row["date"]}
        for figure in figures:
            assert row[figure] == "" or row[figure] in {one[figure] for one in known}, (row, figure)
