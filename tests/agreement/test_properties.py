"""What theory proves about the zone, its conflicts and its concessions holds for every case."""

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from agreement.asking import edited, outline, solve
from agreement.comparing import expanded
from oracles.emit import emit
from oracles.strategies import case_texts
from oracles.yaml_tree import read

thorough = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def ask(text, on=None):
    with tempfile.TemporaryDirectory() as folder:
        return solve(Path(folder) / "case", text, on)


def without(text, names):
    """The case without these demands, and without the statements about them."""
    case = read(text)
    demands = {name: demand for name, demand in case["demands"].items() if name not in names}
    return edited(text, demands=demands or None)


def undated(text):
    """The case without a record, so that demands can be left out freely."""
    sides = {name: side | {"consent": side["consent"] is not False} for name, side in read(text)["sides"].items()}
    return edited(text, record=None, sides=sides)


@thorough
@given(case_texts(), st.data())
def test_a_veto_never_enlarges_the_zone(text, data):
    text = undated(text)
    case = read(text)
    victim = data.draw(st.sampled_from(sorted(case["candidates"])))
    posts = data.draw(st.lists(st.sampled_from(sorted(case["posts"])), min_size=1, unique=True))
    veto = {"side": next(iter(case["sides"])), "excludes": victim, "in": posts}
    more = edited(text, demands=case.get("demands", {}) | {"one-more-veto": veto})
    assert int(ask(more)["count"]) <= int(ask(text)["count"])


@thorough
@given(case_texts())
def test_giving_up_a_concession_opens_it_and_no_proper_subset_does(text):
    text = undated(text)
    answer = ask(text)
    assume(answer["concessions"])
    for concession in answer["concessions"][:4]:
        opened = ask(without(text, concession["give_up"]))
        assert opened["feasible"]
        assert concession["opens"] in {None, opened["count"]}
        for kept in concession["give_up"]:
            assert not ask(without(text, [name for name in concession["give_up"] if name != kept]))["feasible"]


@thorough
@given(case_texts())
def test_every_concession_meets_every_conflict(text):
    answer = ask(text)
    conflicts = [one for conflict in answer["conflicts"] for one in expanded(conflict)]
    assert bool(conflicts) == bool(answer["concessions"])
    assert all(conflict & set(one["give_up"]) for conflict in conflicts for one in answer["concessions"])


@thorough
@given(case_texts())
def test_concessions_come_cheapest_first_and_conflicts_smallest_first(text):
    answer = ask(text)
    assert all(a["cost"] <= b["cost"] for a, b in pairwise(answer["concessions"]))
    assert all(len(a["demands"]) <= len(b["demands"]) for a, b in pairwise(answer["conflicts"]))


@thorough
@given(case_texts(), st.randoms(use_true_random=False))
def test_answers_ignore_the_order_in_which_a_file_lists_things(text, rng):
    assert outline(ask(text)) == outline(ask(emit(shuffled(read(text), rng))))


@thorough
@given(case_texts())
def test_a_side_without_consent_never_changes_the_zone(text):
    case = read(text)
    silent = {name for name, side in case["sides"].items() if side["consent"] is False}
    gone = [
        name for name, demand in case.get("demands", {}).items() if demand["side"] in silent and "blocks" not in demand
    ]
    assume(gone)
    kept = [entry for entry in case.get("record", []) if entry.get("demand") not in gone]
    whole = ask(text)
    smaller = ask(without(edited(text, record=kept or None), gone), on=whole["on"])
    assume(smaller["on"] == whole["on"])
    for key in ("feasible", "count", "excluded", "conflicts", "concessions", "cast", "certain"):
        assert smaller[key] == whole[key]


def shuffled(value, rng, key=None):
    """Return the same case with its mappings and its lists without an order listed in another order."""
    if isinstance(value, dict):
        keys = list(value)
        if key is not None:
            rng.shuffle(keys)
        return {name: shuffled(value[name], rng, name) for name in keys}
    if isinstance(value, list):
        items = [shuffled(one, rng, "item") for one in value]
        if key != "ranking":
            rng.shuffle(items)
        return items
    return value
