"""Every named procedure, played by chance: its log as JSON opens again to the same game, in any order of names."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.errors import QuestionError
from placet.procedures.game import Role
from placet.procedures.logs import move_from, paper_from
from placet.procedures.moves import SILENCE
from placet.procedures.rules import list_size
from placet.procedures.shelf import rules_of, rules_on_shelf
from placet.procedures.strategies import at_random
from placet.procedures.table_game import open_again, open_game
from placet.procedures.unstated import Unstated

KNOWN = {
    "caps": "a=2,b=2",
    "party-seats": "a=3,b=2",
    "votes": "a=30,b=21",
    "permanent": "a",
    "open-polls": "1",
    "case-number": "7",
    "rounds": "3",
    "k": "2",
    "quota": "2",
    "tie": "lot",
    "first": "a",
    "started": "a",
    "strikes": "2",
    "silence": None,
}
"""What fills a gap when a game asks; for silence the first of the choices that it names."""


def lists_for(rules):
    if rules.lists:
        return tuple((each.id, tuple(f"{each.id} {n:02d}" for n in range(each.size))) for each in rules.lists)
    if rules.mechanism == "two-lists":
        return tuple((party, tuple(f"{party} {n:02d}" for n in range(10))) for party in "ab")
    size = rules.fields["list"].value
    least, most = list_size(size) if size else (14 if rules.mechanism == "jury-strikes" else 6, None)
    count = max(least, 6) if most is None else most
    return (("", tuple(f"name {n:02d}" for n in range(count))),)


def filled(name, lists, parties=("a", "b")):
    """The game with its gaps filled one after the other as it asks."""
    chosen = {"rounds": "3", "present": "0", "quota": "2"} if rules_of(name).mechanism in BOUNDED else {}
    if rules_of(name).mechanism == "repeated-ballots":
        chosen["needed-later"] = "2"
    while True:
        try:
            return open_game(name, lists, parties, tuple(chosen.items()))
        except Unstated as gap:
            chosen[gap.field] = KNOWN.get(gap.field) or gap.choices[0]


BOUNDED = {"straw-polls", "reasoned-vote", "consent-rounds", "repeated-ballots"}


def play_by_chance(game, seed):
    """Play to the end; nominees accept, and a gap that the game comes to is filled there."""
    state, moves = game.start(), at_random(seed)
    while state.outcome is None:
        made = {
            actor: SILENCE
            if actor.role is Role.NOMINEE and SILENCE.act in state.moves(actor).acts
            else moves(state, actor)
            for actor in state.to_move
        }
        try:
            state = state.play(made)
        except Unstated as gap:
            value = KNOWN.get(gap.field) or gap.choices[0]
            written = game.to_dict(state)
            game, state = open_again({**written, "assumed": {**written["assumed"], gap.field: value}})
    return game, state


@pytest.mark.parametrize("name", list(rules_on_shelf()))
def test_the_log_of_every_procedure_opens_again_to_the_same_outcome(name):
    game = filled(name, lists_for(rules_of(name)))
    for seed in range(4):
        played, state = play_by_chance(game, seed)
        written = json.loads(json.dumps(played.to_dict(state)))
        again, found = open_again(written)
        assert again == played
        assert found == state
        assert found.outcome.to_dict() == written["outcome"]


@pytest.mark.parametrize("name", list(rules_on_shelf()))
def test_the_order_in_which_names_and_parties_are_written_never_matters(name):
    lists = lists_for(rules_of(name))
    other = tuple((each, tuple(reversed(names))) for each, names in lists)
    one, two = filled(name, lists), filled(name, other, ("b", "a"))
    assert play_by_chance(one, 1)[1] == play_by_chance(two, 1)[1]


def test_an_outcome_that_the_steps_do_not_have_is_refused():
    game, state = play_by_chance(filled("sequential-veto", lists_for(rules_of("sequential-veto"))), 1)
    written = game.to_dict(state)
    written["outcome"]["appointed"] = ["name 00"] if state.outcome.appointed != ("name 00",) else ["name 01"]
    with pytest.raises(QuestionError, match="another outcome"):
        open_again(written)


@pytest.mark.parametrize("change", ["kind", "drop", "add", "turn", "move"])
def test_a_log_that_was_touched_is_refused(change):
    game, state = play_by_chance(filled("veto-rank", lists_for(rules_of("veto-rank"))), 2)
    written = json.loads(json.dumps(game.to_dict(state)))
    steps = written["steps"]
    match change:
        case "kind":
            steps[-1]["event"] = "struck"
        case "drop":
            steps.pop()
        case "add":
            steps.append(steps[-1])
        case "turn":
            steps[0].pop("turn")
        case "move":
            steps[0]["move"]["act"] = "sings"
    with pytest.raises(QuestionError):
        open_again(written)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(VALUES, VALUES)
def test_nothing_that_is_no_log_is_taken_for_one(one, other):
    for call in (
        lambda: paper_from(one),
        lambda: move_from(other, one),
        lambda: open_again({"procedure": "veto-rank", "paper": one, "steps": other, "assumed": {}}),
        lambda: open_again({"procedure": "veto-rank", "paper": {"people": one}, "steps": [], "assumed": {}}),
    ):
        with pytest.raises(QuestionError):
            call()
