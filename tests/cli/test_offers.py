"""`placet concessions --offer` as a mediator reads it: joint moves, what they open, and mistakes in offers."""

import json

import pytest

from cli.harbour import LOOSE, asked


@pytest.fixture
def stuck(case_of):
    return case_of(LOOSE)


def test_offers_that_wait_for_each_other_are_a_joint_move(tell, stuck):
    said = tell("concessions", stuck, "--offer", "south: no-ben if no-men", "--offer", "north: no-men if no-ben")
    assert (
        said.out
        == """\
A council for a harbour

If each side moves only once it has what it asks for
Nothing is lifted. So there is still no settlement. The cheapest way out:
  - The south will not accept Ben in any post
  - The north will not accept anybody whose gender is man in any post

If the sides move together
  1. The south and the north wait for each other, and would have to lift this at
     the same time:
     - The south will not accept Ben in any post
     - The north will not accept anybody whose gender is man in any post

All sides could then accept one settlement.
"""
    )


def test_offers_in_json_name_both_fixed_points(tell, stuck):
    answer = asked(tell, stuck, "--offer", "south: no-ben if no-men", "--offer", "north: no-men if no-ben")
    assert answer["least"]["lifted"] == []
    assert answer["least"]["missing"]["give_up"] == ["no-ben", "no-men"]
    assert answer["greatest"]["lifted"] == ["no-ben", "no-men"]
    assert answer["greatest"]["feasible"]
    (circle,) = answer["circles"]
    assert (circle["offers"], circle["sides"]) == ([0, 1], ["south", "north"])


def test_an_offer_that_nobody_meets_is_named(tell, stuck):
    said = tell("concessions", stuck, "--offer", "north: no-ada, no-men if no-ben")
    assert "Offers whose condition nobody offers to meet" in said.out
    assert "The north would lift these 2 demands:" in said.out


def test_offers_are_read_from_a_file(tell, stuck, tmp_path):
    file = tmp_path / "offers.yaml"
    file.write_text(
        "offers:\n- {side: south, lifts: no-ben, if: [no-men]}\n- {side: north, lifts: [no-men]}\n", encoding="utf-8"
    )
    assert asked(tell, stuck, "--offers", str(file))["least"]["lifted"] == ["no-ben", "no-men"]


def test_every_mistake_in_offers_is_told_at_once_with_its_place(tell, stuck, tmp_path):
    file = tmp_path / "offers.yaml"
    file.write_text(
        "offers:\n- {side: south, lifts: no-bem}\n- {side: nort, lifts: [no-men], iff: no-ben}\n- 3\n", encoding="utf-8"
    )
    said = tell(
        "concessions", stuck, "--json", "--offers", str(file), "--offer", "north: no-ben if no-eve", "--offer", "north"
    )
    assert said.code == 2
    told = {(one["line"], one["column"]): one for one in json.loads(said.out)["errors"]}
    assert told[1, 8]["found"] == "no-ben, a demand of south"
    assert told[1, 18]["found"] == "no-eve, which is never given up"
    assert told[2, 1]["found"] == '"north"'
    assert told[2, 24]["suggestion"] == "no-ben"
    assert told[3, 10]["suggestion"] == "north"
    assert told[3, 33]["suggestion"] == "if"
    assert told[4, 3]["found"] == "something else"


def test_a_file_of_offers_that_is_not_there_is_told(tell, stuck):
    said = tell("concessions", stuck, "--offers", "nowhere.yaml")
    assert (said.code, said.err) == (2, "placet: nowhere.yaml cannot be read: No such file or directory.\n")
