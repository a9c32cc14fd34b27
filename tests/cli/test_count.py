"""``placet count``: how the number came about, bounds and an estimate where there is none, and settlements by lot."""

import json
import re
from random import Random

POSTS = 26
PEOPLE = 120
OPEN = """
placet: 1
title: A small body
sides: {north: {name: The north, consent: true}}
candidates: {ann: {name: Ann}, ben: {name: Ben}, cem: {name: Cem}}
posts: {chair: {title: Chair}, clerk: {title: Clerk}}
demands: {no-ben: {side: north, excludes: ben, in: [chair]}}
"""


def large():
    """Different posts, each with a list of a third of the people, drawn up one by one, and a rule about women."""
    rng = Random(1)
    people = "\n".join(
        f"  p{place}: {{name: P{place}, traits: {{sex: {'woman' if place % 2 else 'man'}}}}}" for place in range(PEOPLE)
    )
    posts = "\n".join(
        f"  post{post}: {{title: Post {post}, eligible: {{any: ["
        + ", ".join(f"p{place}" for place in sorted(rng.sample(range(PEOPLE), 40)))
        + "]}}"
        for post in range(POSTS)
    )
    return (
        f"placet: 1\ntitle: A large body\nsides: {{north: {{name: The north, consent: true}}}}\n"
        f"candidates:\n{people}\nposts:\n{posts}\n"
        "constraints: {women: {at_least: 8, where: {trait: {sex: woman}}}}\n"
    )


def test_settlements_drawn_at_random_are_shown_and_the_same_for_the_same_seed(tell, case_of):
    folder = case_of(OPEN)
    said = tell("count", folder, "--sample", "3", "--seed", "7").out
    assert "3 drawn at random, each settlement as likely as any other (seed 7)" in said
    assert "Number 3" in said
    assert said == tell("count", folder, "--sample", "3", "--seed", "7").out
    drawn = json.loads(tell("count", folder, "--sample", "30", "--json").out)["sample"]
    assert drawn["seed"] == 1
    slates = {(*each["slate"]["chair"], *each["slate"]["clerk"]) for each in drawn["settlements"]}
    assert slates == {("ann", "ben"), ("ann", "cem"), ("cem", "ann"), ("cem", "ben")}


def test_an_exact_count_has_both_bounds_and_its_method(tell, case_of):
    answer = json.loads(tell("count", case_of(OPEN), "--json").out)
    assert (answer["count"], answer["at_least"], answer["at_most"]) == ("4", "4", "4")
    assert (answer["complete"], answer["method"], answer["estimate"]) == ({"count": True}, "kinds", None)


def test_what_cannot_be_counted_is_bounded_for_certain_and_estimated_apart(tell, case_of):
    folder = case_of(large())
    answer = json.loads(tell("count", folder, "--sample", "2", "--json").out)
    assert answer["complete"] == {"count": False}
    assert answer["method"] == "bounds"
    low, high = int(answer["at_least"]), int(answer["at_most"])
    assert 0 < low < high
    assert low <= int(answer["estimate"]["from"]) < int(answer["estimate"]["to"]) <= high
    for settlement in answer["sample"]["settlements"]:
        seated = [who for people in settlement["slate"].values() for who in people]
        assert len(set(seated)) == POSTS
        assert sum(int(who[1:]) % 2 for who in seated) >= 8
    said = " ".join(tell("count", folder).out.split())
    assert re.search(r"For certain there are at least about .* and at most about ", said)
    assert "An estimate, which is no count: about " in said


def test_a_deadlock_has_nothing_to_draw(tell, case_of):
    folder = case_of(OPEN.replace("excludes: ben, in", "excludes: {any: [ann, ben, cem]}, in"))
    answer = json.loads(tell("count", folder, "--sample", "2", "--json").out)
    assert (answer["count"], answer["at_most"], answer["sample"]["settlements"]) == ("0", "0", [])
