"""Posts filled one after the other by one procedure."""

import pytest

from placet.errors import CaseError, QuestionError
from placet.procedures.post_by_post import appoint_by_post
from placet.procedures.shelf import rules_of
from placet.words import say
from procedures.sheets_made import sheet

NAMES = ("Ash", "Birch", "Cedar", "Elm")
NORTH, SOUTH = sheet("north", NAMES), sheet("south", ("Ash", "Cedar", "Birch", "Elm"))


def fill(posts, *sheets, procedure="veto-rank", settings=None, **more):
    settings = {"strikes": "none", "ranks": "all", **(settings or {})}
    return appoint_by_post(rules_of(procedure), posts, sheets, settings.items(), **more)


def test_whoever_is_appointed_is_off_the_list_of_the_next_post():
    run = fill(["head", "deputy"], NORTH, SOUTH, settings={"tie": "lot", "draw": "Cedar"})
    assert run.outcome.seats == (("head", "Ash"), ("deputy", "Cedar"))
    assert run.outcome.appointed == ("Ash", "Cedar")
    assert [say(line) for line in run.explain()][1:] == ["head: Ash.", "deputy: Cedar."]


def test_the_order_of_the_posts_matters_and_is_the_one_given():
    assert fill(["deputy", "head"], NORTH, NORTH.__class__(SOUTH.party, "south.csv", NORTH.entries)).outcome.seats == (
        ("deputy", "Ash"),
        ("head", "Birch"),
    )


def test_a_draw_that_is_open_lets_the_posts_after_it_wait():
    run = fill(["head", "deputy", "third"], NORTH, SOUTH, settings={"tie": "lot"})
    assert [post for post, _ in run.runs] == ["head", "deputy"]
    assert run.waiting == ("third",)
    told = run.to_dict()
    assert told["outcome"]["lottery"] == {"Birch": "1/2", "Cedar": "1/2"}
    assert {step["post"] for step in told["steps"]} == {"head", "deputy"}
    assert told["waiting"] == ["third"]
    assert [list(each) for each in told["posts"]] == [["post", "outcome", "paper"]] * 2


def test_each_draw_is_used_once():
    north, south = sheet("north", ["Ash", "Birch"]), sheet("south", ["Birch", "Ash"])
    run = fill(["head"], north, south, settings={"tie": "lot", "draw": "Birch"})
    assert run.outcome.appointed == ("Birch",)
    four = (sheet("north", NAMES), sheet("south", NAMES[::-1]))
    twice = fill(["head", "deputy"], *four, settings={"tie": "lot", "draw": "Elm,Birch"})
    assert twice.outcome.seats == (("head", "Elm"), ("deputy", "Birch"))


def test_lines_can_belong_to_one_post():
    places = {"Ash": "head", "Birch": "head", "Cedar": "deputy", "Elm": "deputy"}
    north = [sheet("north", pair, lists=places) for pair in (("Ash", "Birch"), ("Cedar", "Elm"))]
    south = [sheet("south", pair, lists=places) for pair in (("Ash", "Birch"), ("Cedar", "Elm"))]

    def both(parts):
        return type(parts[0])(parts[0].party, parts[0].file, (*parts[0].entries, *parts[1].entries))

    run = fill(["head", "deputy"], both(north), both(south))
    assert run.outcome.seats == (("head", "Ash"), ("deputy", "Cedar"))
    with pytest.raises(CaseError, match='found the post "deputy", expected head'):
        fill(["head"], both(north), both(south))


def test_a_mistake_says_for_which_post_it_is_one():
    short = sheet("south", NAMES[:3])
    with pytest.raises(CaseError, match='for the post "head"'):
        fill(["head", "deputy"], NORTH, short)


def test_a_nominee_who_declines_is_asked_about_each_post_for_which_the_name_is_left():
    run = fill(["head"], NORTH, SOUTH, settings={"acceptance": "asked", "tie": "least-gap, lot"}, declined=["Ash"])
    assert run.outcome.appointed is None or "Ash" not in run.outcome.appointed
    with pytest.raises(QuestionError, match="expected a name on a list"):
        fill(["head"], NORTH, SOUTH, declined=["Nobody"])


def test_what_cannot_be_filled_post_by_post_is_refused():
    with pytest.raises(QuestionError, match="fills its posts together"):
        fill(["head"], NORTH, SOUTH, procedure="finra-three-arbitrators")
    with pytest.raises(QuestionError, match="a post twice"):
        fill(["head", "head"], NORTH, SOUTH)
