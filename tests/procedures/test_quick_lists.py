"""The outcome of a list procedure without its log is the outcome of the game, whatever the rule and the sheets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.procedures.combine import Aggregate, Silence, Tie
from placet.procedures.drive import play_out
from placet.procedures.game import CHANCE, Paper, Party, Role
from placet.procedures.moves import SILENCE, Act, Move, Ranking
from placet.procedures.quick_lists import quick_outcome
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from placet.procedures.unstated import Unstated

NAMES = ("Al Fir", "Bo Elm", "Cy Ash", "Di Oak")
SECOND = ("Ed Yew", "Flo Bay", "Gus Box")


COMBINED = [Aggregate.SUM, Aggregate.SUM, *[Aggregate.MEAN_WITHIN_SIDE] * 3, Aggregate.INSTITUTION, None]
"""How sheets are combined, those with the most to get wrong the most often."""


TABLES = [("a", "b"), ("a1", "a2", "b"), ("a1", "a2", "b1", "b2", "b3"), ("a", "b", "c")]
"""Who is at the table; the first letter is the side."""


@st.composite
def runs(draw):
    """A rule, a paper, the sheets, and what nominees, lots and the authority do."""
    ranking = draw(st.sampled_from([Ranking.SURVIVORS, Ranking.SURVIVORS, Ranking.ALL, Ranking.NONE]))
    has_second = draw(st.booleans())
    lists = [("one", NAMES)] + ([("two", SECOND)] if has_second else [])
    rules = StrikeAndRank(
        lists=tuple(
            ListRules(name, draw(st.integers(1, 2)), None, tuple(other for other, _ in lists if other != name))
            for name, _ in lists
        ),
        ranking=ranking,
        silence=draw(st.sampled_from([None, *Silence])),
        aggregate=draw(st.sampled_from(COMBINED if ranking is not Ranking.NONE else [Aggregate.INSTITUTION])),
        ties=tuple(draw(st.lists(st.sampled_from(list(Tie)), unique=True, max_size=3))),
        case_is_odd=draw(st.sampled_from([None, True, False])),
        asks_nominees=draw(st.booleans()),
        authority=draw(st.sampled_from([None, "the institution"])),
    )
    parties = tuple(Party(name, name[0]) for name in draw(st.sampled_from(TABLES)))
    sheets = {}
    for party in parties:
        if draw(st.integers(0, 11)) == 11:
            continue
        struck, ranks = [], []
        for _, names in lists:
            order = draw(st.permutations(names))
            cut = 0 if ranking is Ranking.ALL else draw(st.integers(0, len(names)))
            struck += order[:cut]
            ranks += [(name, place) for place, name in enumerate(order[cut:], 1)] if ranking is not Ranking.NONE else []
        sheets[party.id] = Move(Act.MARK, tuple(sorted(struck)), tuple(sorted(ranks)))
    people = [name for _, names in lists for name in names]
    declined = frozenset(draw(st.lists(st.sampled_from(people), max_size=3)))
    return rules, Paper(tuple(lists), parties), sheets, declined, draw(st.randoms(use_true_random=False))


def with_the_log(run, draws, choices):
    """The outcome of the game; what was drawn and chosen in it is noted."""

    rules, paper, sheets, declined, rng = run

    def strategy(state, actor):
        if actor.role is Role.SIDE:
            return sheets.get(actor.id, SILENCE)
        if actor.role is Role.NOMINEE:
            return Move(Act.REFUSE) if actor.id in declined else SILENCE
        allowed = state.moves(actor)
        name = rng.choice(allowed.names)
        (draws if actor == CHANCE else choices).append(name)
        return Move(allowed.acts[0], (name,))

    (branch,) = play_out(rules.start(paper), strategy)
    return branch.state.outcome


@settings(max_examples=600, deadline=None)
@given(runs())
def test_the_outcome_without_the_log_is_that_of_the_game(run):
    rules, paper, sheets, declined, _ = run
    draws, choices = [], []
    try:
        outcome = with_the_log(run, draws, choices)
    except Unstated as gap:
        with pytest.raises(Unstated) as quick_gap:
            quick_outcome(rules, paper, sheets, declined=declined, draws=draws, choices=choices)
        assert quick_gap.value.field == gap.field  # noqa: PT017 -- the two gaps are compared
        return
    assert quick_outcome(rules, paper, sheets, declined=declined, draws=draws, choices=choices) == outcome


def test_a_lot_that_is_not_drawn_leaves_the_outcome_open():
    rules = StrikeAndRank(ties=(Tie.LOT,))
    paper = Paper((("", ("Ash", "Elm")),), (Party("a", "a"), Party("b", "b")))
    sheets = {
        "a": Move(Act.MARK, (), (("Ash", 1), ("Elm", 2))),
        "b": Move(Act.MARK, (), (("Ash", 2), ("Elm", 1))),
    }
    assert quick_outcome(rules, paper, sheets) is None
    assert quick_outcome(rules, paper, sheets, draws=["Elm"]).appointed == ("Elm",)
    assert len(play_out(rules.start(paper), lambda _state, actor: sheets.get(actor.id))) == 2


def game_and_quick(rules, paper, sheets, **more):
    """Both outcomes; they are the same."""
    game = with_the_log((rules, paper, sheets, more.get("declined", frozenset()), None), [], [])
    quick = quick_outcome(rules, paper, sheets, **more)
    assert quick == game
    return quick


def ranked(*names):
    return Move(Act.MARK, (), tuple((name, place) for place, name in enumerate(names, 1)))


THREE = Paper((("", ("P", "Q", "R")),), (Party("a.x", "a"), Party("a.y", "a"), Party("b", "b")))


@pytest.mark.parametrize(("aggregate", "name"), [(Aggregate.MEAN_WITHIN_SIDE, "R"), (Aggregate.SUM, "P")])
def test_parties_on_one_side_are_averaged_or_summed(aggregate, name):
    sheets = {"a.x": ranked("P", "Q", "R"), "a.y": ranked("P", "R", "Q"), "b": ranked("R", "Q", "P")}
    assert game_and_quick(StrikeAndRank(aggregate=aggregate), THREE, sheets).appointed == (name,)


TWO = Paper((("", ("Al Fir", "Bo Elm", "Cy Ash")),), (Party("a", "a"), Party("b", "b")))
CROSSED = {"a": ranked("Al Fir", "Bo Elm", "Cy Ash"), "b": ranked("Cy Ash", "Bo Elm", "Al Fir")}


@pytest.mark.parametrize(
    ("ties", "is_odd", "name"),
    [
        ((Tie.LEAST_GAP,), None, "Bo Elm"),
        ((Tie.CASE_NUMBER,), True, "Cy Ash"),
        ((Tie.CASE_NUMBER,), False, "Al Fir"),
        ((Tie.LEAST_GAP, Tie.CASE_NUMBER), False, "Bo Elm"),
    ],
)
def test_a_tie_is_broken_by_each_rule(ties, is_odd, name):
    assert game_and_quick(StrikeAndRank(ties=ties, case_is_odd=is_odd), TWO, CROSSED).appointed == (name,)


def test_a_tie_that_asks_for_the_case_number_says_so():
    with pytest.raises(Unstated) as gap:
        quick_outcome(StrikeAndRank(ties=(Tie.CASE_NUMBER,)), TWO, CROSSED)
    assert gap.value.found == "a rule that says nothing about “case-number”, which this run needs"
    assert gap.value.choices == ("the number of the case",)


def test_everybody_silent_and_nobody_asked_is_a_tie_of_all():
    rules = StrikeAndRank(silence=Silence.ACCEPTS_ALL, ties=(Tie.LEAST_GAP, Tie.CASE_NUMBER), case_is_odd=True)
    assert game_and_quick(rules, TWO, {}).appointed == ("Cy Ash",)


def test_one_who_declines_makes_way_only_where_nominees_are_asked():
    alike = {"a": ranked("Al Fir", "Bo Elm", "Cy Ash"), "b": ranked("Al Fir", "Bo Elm", "Cy Ash")}
    declined = frozenset({"Al Fir"})
    assert game_and_quick(StrikeAndRank(), TWO, alike, declined=declined).appointed == ("Bo Elm",)
    assert game_and_quick(StrikeAndRank(asks_nominees=False), TWO, alike, declined=declined).appointed == ("Al Fir",)


def test_a_list_that_is_full_fills_no_seat_from_another():
    rules = StrikeAndRank(lists=(ListRules("one", 1, None, ("two",)), ListRules("two", 2, None)))
    paper = Paper((("one", ("P",)), ("two", ("Q", "R", "S"))), TWO.parties)
    marks = Move(Act.MARK, (), (("P", 1), ("Q", 1), ("R", 2), ("S", 3)))
    outcome = game_and_quick(rules, paper, {"a": marks, "b": marks})
    assert outcome.seats == (("one", "P"), ("two", "Q"), ("two", "R"))


def test_silence_is_told_as_a_move_or_by_no_sheet_at_all():
    rules = StrikeAndRank(silence=Silence.OTHER_SIDE, authority="the institution")
    alone = {"a": ranked("Bo Elm", "Al Fir", "Cy Ash")}
    assert game_and_quick(rules, TWO, alone).appointed == ("Bo Elm",)
    assert quick_outcome(rules, TWO, {**alone, "b": SILENCE}) == quick_outcome(rules, TWO, alone)
    assert game_and_quick(rules, TWO, {}).referred_to == "the institution"
    assert game_and_quick(StrikeAndRank(silence=Silence.BLOCKS), TWO, alone).impasse


def test_a_full_list_takes_nobody_from_another_for_the_one_that_is_short():
    lists = (ListRules("one", 1, None, ("three",)), ListRules("two", 1, None), ListRules("three", 1, None))
    paper = Paper((("one", ("P",)), ("two", ("Q",)), ("three", ("R", "S"))), TWO.parties)
    marks = Move(Act.MARK, ("Q",), (("P", 1), ("R", 1), ("S", 2)))
    outcome = game_and_quick(StrikeAndRank(lists=lists), paper, {"a": marks, "b": marks})
    assert (outcome.appointed, outcome.impasse) == (("P", "R"), True)
