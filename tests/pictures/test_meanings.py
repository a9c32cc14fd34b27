"""What each picture shows: the signs, numbers and names that somebody reads off it."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
import yaml

import placet
from pictures.picture_cases import SVG, case_of, parsed, sealed_round, texts
from placet.case.catalog import Catalog
from placet.case.nouns import Candidate
from placet.case.text import Text
from placet.errors import QuestionError
from placet.pictures import of_case
from placet.pictures.consent_grid import MOST_ROWS, consent_grid
from placet.pictures.deadlock_graph import deadlock_graph
from placet.pictures.eras import eras
from placet.pictures.frontier_chart import frontier_chart
from placet.pictures.growth_chart import Series, growth_chart
from placet.pictures.opinions import Opinion, Result, opinions
from placet.pictures.palette import PALE, VERMILLION, YELLOW
from placet.pictures.seal_strip import seal_strip
from placet.pictures.slate_board import slate_board
from placet.pictures.timeline import timeline
from placet.record.standing import standings

SYRIA = case_of("syria-2013")


def case_in(folder, **parts):
    told = {
        "placet": 1,
        "title": {"en": "A made-up table"},
        "sides": {
            "north": {"name": {"en": "North"}, "consent": True},
            "south": {"name": {"en": "South"}, "consent": True},
        },
        "candidates": {who: {"name": {"en": who.title()}} for who in ("ash", "birch", "cedar")},
        "posts": {"chair": {"title": {"en": "Chair"}, "seats": 1}, "clerk": {"title": {"en": "Clerk"}, "seats": 1}},
    }
    folder.mkdir(exist_ok=True)
    (folder / "case.yaml").write_text(yaml.safe_dump(told | parts), encoding="utf-8")
    return placet.read_case(folder)


def many(number):
    people = Catalog((f"p{at}", Candidate(f"p{at}", Text.plain(f"Person {at}"))) for at in range(number))
    return replace(SYRIA, candidates=people, demands=Catalog(), record=(), preferences=Catalog())


# The consent grid.


def test_the_founding_day_shows_a_veto_a_presumed_one_and_who_is_free():
    told = opinions(SYRIA)
    assert told.cells["assad", "opposition"].opinion is Opinion.VETOED
    assert told.cells["nusra-member", "government"].opinion is Opinion.PRESUMED
    assert told.cells["nusra-member", "government"].probability == Fraction(9, 10)
    assert told.results["assad"] is Result.OUT
    assert told.results["nusra-member"] is Result.UNSURE
    assert told.results["other-member"] is Result.FREE
    assert "90%" in " ".join(texts(consent_grid(SYRIA)))


def test_a_side_without_consent_marks_its_column_and_takes_nobody_out():
    before = opinions(SYRIA, "2013-01-01")
    assert before.cells["assad", "united-states"].opinion is Opinion.VETOED
    assert before.results["assad"] is not Result.OUT


def test_a_veto_for_one_post_is_partial_and_for_all_posts_whole(tmp_path):
    demands = {
        "one": {"side": "north", "excludes": "ash", "in": ["chair"]},
        "all": {"side": "north", "excludes": "birch", "in": ["chair", "clerk"]},
    }
    told = opinions(case_in(tmp_path / "c", demands=demands))
    assert told.cells["ash", "north"].opinion is Opinion.PARTLY
    assert told.cells["birch", "north"].opinion is Opinion.VETOED
    assert told.results["ash"] is Result.PARTLY


def test_to_score_somebody_is_no_consent_and_to_approve_is(tmp_path):
    stated = {"north": {"scores": {"ash": 9}, "unscored": 0}, "south": {"approves": ["birch"]}}
    told = opinions(case_in(tmp_path / "c", preferences=stated))
    assert told.cells["ash", "north"].opinion is Opinion.SILENT
    assert told.cells["birch", "south"].opinion is Opinion.ACCEPTED


def test_a_view_leaves_out_what_the_side_may_not_see():
    picture = consent_grid(SYRIA, view="government")
    assert "90%" not in picture.svg
    assert "90%" in consent_grid(SYRIA).svg


def test_sixty_candidates_are_drawn_and_a_thousand_counted():
    assert "Person 59" in " ".join(texts(consent_grid(many(60))))
    picture = consent_grid(many(1000))
    assert "1\u202f000 candidates are too many to draw one by one." in " ".join(texts(picture))
    assert len(picture.table) == 1001
    assert picture.height < 1200
    assert len(texts(consent_grid(many(MOST_ROWS)))) > MOST_ROWS


# The slate board.


def test_the_board_shows_each_settlement_once_with_all_who_sit():
    zone = placet.Zone(case_of("arbitration-panel"))
    picture = slate_board(zone)
    words = " ".join(texts(picture))
    distinct = {best.settlement for best in zone.bests()}
    assert words.count("Settlement ") == len(distinct)
    for settlement in distinct:
        for people in settlement.slate.values():
            assert all(zone.case.candidates[who].name.say() in words for who in people)
    assert "Nobody objects." in words


def test_in_a_deadlock_the_board_shows_who_would_object():
    words = " ".join(texts(slate_board(placet.Zone(case_of("cabinet")))))
    assert "would object:" in words
    assert "Nobody objects." not in words


# The deadlock graph.


def test_the_cheapest_way_out_is_lit():
    solution = placet.solve(case_of("cabinet"))
    lit = [node for node in parsed(deadlock_graph(solution)).iter(f"{SVG}rect") if node.get("fill") == YELLOW]
    in_legend_and_box = 2
    assert len(lit) == len(solution.concessions.found[0].give_up) + in_legend_and_box


def test_either_of_two_single_demands_is_said_as_one_way(tmp_path):
    demands = {
        "yes": {"side": "north", "at_least": 1, "where": "ash"},
        "no": {"side": "south", "excludes": "ash"},
    }
    solution = placet.solve(case_in(tmp_path / "c", demands=demands))
    words = " ".join(texts(deadlock_graph(solution)))
    assert "Give up any one of these 2:" in words
    assert "4 settlements open" in words


def test_a_shortage_is_people_against_chairs(tmp_path):
    demands = {"a": {"side": "north", "excludes": "ash"}, "b": {"side": "south", "excludes": "birch"}}
    picture = deadlock_graph(placet.solve(case_in(tmp_path / "c", demands=demands)))
    assert "One person left for 2 chairs" in " ".join(texts(picture))


def test_a_clash_is_drawn_with_a_line_to_each_of_its_demands():
    solution = placet.solve(case_of("cabinet"))
    root = parsed(deadlock_graph(solution))
    boxes = [node for node in root.iter(f"{SVG}rect") if node.get("fill") == PALE[VERMILLION] and node.get("rx")]
    lines = [node for node in root.iter(f"{SVG}path") if "C" in node.get("d")]
    assert len(boxes) == len(solution.conflicts.found)
    assert len(lines) == sum(len(clash.demands) for clash in solution.conflicts.found)


def test_an_open_zone_is_said_to_be_no_deadlock():
    picture = of_case.deadlock(SYRIA)
    assert picture.title.startswith("Is there a deadlock?")
    assert "There is no deadlock" in " ".join(texts(picture))


def test_rules_that_nobody_can_keep_are_named(tmp_path):
    case = case_in(tmp_path / "c", constraints={"far": {"at_least": 3, "where": {"any": ["ash", "birch", "cedar"]}}})
    assert "The rules and red lines alone" in " ".join(texts(of_case.deadlock(case)))


# The timeline.


@pytest.mark.parametrize("name", ["syria-2013", "germany-2017", "un-secretary-general-2016"])
def test_every_bar_tells_what_the_record_tells_of_each_day_at_its_ends(name):
    case = case_of(name)
    told = eras(case)
    for id_, stretches in told.demands.items():
        for era in stretches:
            found = standings(case, era.first)[id_]
            assert era.state in {found.standing.value, "open" if found.is_open_to_discussion else ""}
        assert all(one.until == then.first for one, then in pairwise(stretches))


def test_every_statement_has_a_number_a_note_and_a_row_with_its_words():
    picture = timeline(placet.account(SYRIA))
    assert len(picture.table) == len(SYRIA.record) + 1
    quotes = {entry.quote for entry in SYRIA.record if entry.quote}
    assert quotes <= {row[6] for row in picture.table}
    assert any("Assad going could be an outcome" in words for words in texts(picture))


def test_a_loose_date_is_drawn_as_a_span():
    loose = sum(entry.on is not None and not entry.on.is_a_day for entry in SYRIA.record)
    dashed = [
        node
        for node in parsed(of_case.timeline_of(SYRIA)).iter(f"{SVG}polyline")
        if node.get("stroke-dasharray") == "3 2"
    ]
    assert loose > 0
    assert len(dashed) == loose


def test_a_step_opens_when_it_opens():
    told = eras(SYRIA)
    assert [era.state for era in told.steps["joint-work"]] == ["step-blocked", "step-open"]
    assert told.steps["joint-work"][1].first.isoformat() == "2013-05-07"


def test_of_too_many_demands_those_that_were_spoken_of_are_drawn():
    case = case_of("cabinet-30")
    picture = of_case.timeline_of(case)
    spoken = {entry.demand for entry in case.record if entry.demand is not None}
    tracks = [node for node in parsed(picture).iter(f"{SVG}text") if node.get("font-size") == "10.5"]
    assert len(case.demands) > 40
    assert len(tracks) == sum(entry.on is not None for entry in case.record)
    assert spoken
    assert "40 more are in the table" in " ".join(texts(picture))


def test_a_record_without_dates_says_so(tmp_path):
    assert "no dates in the record" in " ".join(texts(of_case.timeline_of(case_in(tmp_path / "c"))))


# The charts and the strip.


def test_the_strip_shows_states_and_countersignatures_and_no_marks():
    words = " ".join(texts(seal_strip(sealed_round())))
    assert "2 sides have sealed their sheets, of 3." in words
    assert "sealed again" in words
    assert "nothing handed in" in words
    assert "not countersigned by C" in words
    assert "3 hours left" in words


def test_a_frontier_that_is_not_whole_says_so():
    sides = (Text.plain("North"), Text.plain("South"))
    points = [(Fraction(1), Fraction(2))]
    assert "There may be more" in frontier_chart(sides, points, is_whole=False).description
    assert "There may be more" not in frontier_chart(sides, points).description


def test_a_frontier_is_for_two_sides():
    with pytest.raises(QuestionError, match="two of them"):
        of_case.frontier(case_of("cabinet-30"))


def test_a_growth_chart_needs_numbers_above_zero():
    with pytest.raises(QuestionError, match="numbers above 0"):
        growth_chart("Time", "n", "s", [Series("placet", ((1, 0.0),))])


def test_each_line_of_a_chart_has_a_dash_of_its_own():
    chart = growth_chart("Time", "n", "s", [Series(name, ((1, 1), (10, 5))) for name in "abc"])
    thick = [node for node in parsed(chart).iter(f"{SVG}polyline") if node.get("stroke-width") == "2"]
    assert len({node.get("stroke-dasharray") for node in thick}) == 3


def test_a_page_that_runs_right_to_left_does_not_move_the_text_of_a_picture():
    # Anchors are physical: in Chromium an inherited direction threw the names out of the picture.
    shown = consent_grid(case_of("cabinet"), lang="ar").to_html()
    assert 'dir="rtl"' in shown
    assert re.search(r"svg\{[^}]*direction:ltr", shown)
