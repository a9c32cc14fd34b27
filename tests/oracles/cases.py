"""Random small cases from a seed: every form and every twist of the case file, often in deadlock."""

from __future__ import annotations

import json
from random import Random

from oracles.demands import demands, record, roadmap, tallies
from oracles.emit import emit
from oracles.settlements import settlements
from oracles.shapes import Names, random_form, random_selector
from oracles.yaml_tree import read
from oracles.zone import Field, common

MOST_SETTLEMENTS = 1500
PEOPLE = ["no", "on", "ada", "ben", "cleo", "dov", "eve"]
POSTS = ["chair", "panel", "clerk"]
SIDES = ["north", "south", "east", "west"]


def case_text(seed):
    """Return the text of case number `seed`; one in ten is written as JSON."""
    case = random_case(Random(seed))
    return json.dumps(case) if seed % 10 == 0 else emit(case)


def random_case(rng):
    """Return a case as plain values with at most `MOST_SETTLEMENTS` settlements.

    Of the drafts that posts and constraints alone make impossible one in six is kept.
    """
    while True:
        case = _draft(rng)
        if _is_small(read(emit(case)), may_be_impossible=rng.random() < 1 / 6):
            return case


def _is_small(case, may_be_impossible):
    field = Field(case, settlements(case, MOST_SETTLEMENTS))
    if field.settlements is None:
        return False
    return may_be_impossible or common(field.everything, field.constraints.values()) != 0


def _draft(rng):
    names = _names(rng)
    case = {"placet": 1, "title": {"en": "A made-up case"}}
    case["sides"] = {
        side: {"name": {"en": f"Side {side}"}, "consent": _consent(rng, i)} for i, side in enumerate(names.sides)
    }
    if names.groups:
        case["groups"] = _groups(rng, names)
    case["candidates"] = {person: _candidate(rng, person, names) for person in names.people}
    case["posts"] = {post: _post(rng, post, names) for post in names.posts}
    if names.terms:
        case["terms"] = {
            term: {"title": {"en": f"Term {term}"}, "options": list(options)} for term, options in names.terms.items()
        }
    if rng.random() < 0.2:
        case["one_post_each"] = rng.random() < 0.15
    case["constraints"] = {f"rule-{i}": random_form(rng, names) for i in range(rng.choice([0, 0, 1, 1, 2, 2, 3]))}
    case["roadmap"] = roadmap(rng)
    case["demands"] = demands(rng, names, list(case["roadmap"]))
    case["preferences"] = {side: _preference(rng, names) for side in names.sides if rng.random() < 0.6}
    case["record"] = record(rng, case["demands"]) + tallies(rng, case)
    rng.shuffle(case["record"])
    return {key: value for key, value in case.items() if value or key == "one_post_each"}


def _names(rng):
    people = PEOPLE[: rng.choice([2, 3, 3, 4, 4, 5, 5, 6, 7])]
    groups = ["reds", "blues", "cell", "core"][: rng.choice([0, 2, 3, 4])]
    terms = {"date": ("soon", "late", "never"), "length": ("one", "two")}
    kept = rng.sample(list(terms), rng.choice([0, 0, 1, 1, 2]))
    return Names(
        people=tuple(people),
        groups=tuple(groups),
        posts=tuple(POSTS[: rng.choice([1, 2, 2, 3])]),
        terms={term: terms[term] for term in kept},
        sides=tuple(SIDES[: rng.choice([2, 2, 3, 3, 4])]),
    )


def _consent(rng, i):
    if rng.random() < 0.08:
        return {"needs": rng.randint(2, 4), "of": 5}
    return True if i == 0 else rng.random() < 0.6


def _groups(rng, names):
    groups = {group: {"name": {"en": group.title()}} for group in names.groups}
    if "cell" in groups and rng.random() < 0.7:
        groups["cell"]["within"] = "blues"
    if "core" in groups and rng.random() < 0.7:
        groups["core"]["within"] = rng.choice(["cell", "reds"])
    return groups


def _candidate(rng, person, names):
    candidate = {"name": {"en": person.title()}}
    if names.groups:
        candidate["groups"] = rng.sample(list(names.groups), rng.choice([0, 1, 1, 2]))
    traits = {"gender": rng.choice(["woman", "man"]), "member": rng.random() < 0.5}
    traits["votes"] = rng.choice([0, 1, 2, 3, 3.5, -1])
    candidate["traits"] = {
        key: value for key, value in traits.items() if person == names.people[0] or rng.random() < 0.8
    }
    return {key: value for key, value in candidate.items() if value}


def _post(rng, post, names):
    seats = rng.choice([1, 1, 1, 1, 1, 2, {"at_least": 1, "at_most": 2}, {"at_least": 0, "at_most": 1}])
    found = {"title": {"en": post.title()}, "seats": seats}
    if rng.random() < 0.3:
        found["eligible"] = random_selector(rng, names)
    return found


def _preference(rng, names):
    kind = rng.choice(["scores", "scores", "ranking", "approves"])
    some = rng.sample(names.people, rng.randint(1, len(names.people)))
    found = {kind: {name: _points(rng) for name in some} if kind == "scores" else some}
    if kind != "approves" and (len(some) < len(names.people) or rng.random() < 0.2):
        found["unscored"] = rng.choice([0, 0, -1, 1])
    if rng.random() < 0.3:
        found["posts"] = {rng.choice(names.posts): {rng.choice(names.people): _points(rng)}}
    if names.terms and rng.random() < 0.5:
        term = rng.choice(list(names.terms))
        found["terms"] = {term: {option: _points(rng) for option in names.terms[term] if rng.random() < 0.8}}
        if not found["terms"][term]:
            del found["terms"]
    if rng.random() < 0.4:
        found["disagreement"] = rng.choice([1, 2, 5, 0.5, -2])
    return found


def _points(rng):
    return rng.choice([0, 1, 2, 3, 4, 5, 7, 9, 2.5, -1])
