"""Worked examples of the literature on single appointments, and exact tables over all profiles."""

from fractions import Fraction
from itertools import permutations

import pytest

from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.alternating_offers import AlternatingOffers
from placet.procedures.combine import Tie
from placet.procedures.drive import play_out
from placet.procedures.fallback import Fallback
from placet.procedures.game import paper_of
from placet.procedures.moves import sheet_move
from placet.procedures.rule_of_k_names import RuleOfKNames
from placet.procedures.simultaneous_veto import SimultaneousVeto
from placet.procedures.strategies import sincere
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from procedures.playing import appointed, clever, only

OPPOSED = {"1": "abcde", "2": "ecbda"}
SEVEN = {"1": "0123456", "2": "6420135"}


def paper(rankings, order=(), caps=None):
    return paper_of(next(iter(rankings.values())), rankings, order, caps)


@pytest.mark.parametrize(("proposer", "outcomes"), [("1", "abbce"), ("2", "eccba")])
def test_barbera_and_coelho_2010_rule_of_k_names(proposer, outcomes):
    order = (proposer, "2" if proposer == "1" else "1")
    starts = [RuleOfKNames(k=k).start(paper(OPPOSED, order)) for k in range(1, 6)]
    assert "".join(clever(start, OPPOSED) for start in starts) == outcomes


@pytest.mark.parametrize(("first", "outcome"), [("1", "b"), ("2", "c")])
def test_anbarci_1993_alternating_offers_and_alternate_strikes(first, outcome):
    order = (first, "2" if first == "1" else "1")
    assert clever(AlternatingOffers().start(paper(OPPOSED, order)), OPPOSED) == outcome
    assert clever(AlternateStrikes().start(paper(OPPOSED, order)), OPPOSED) == outcome


def test_the_vector_on_which_mechanisms_differ():
    assert clever(AlternateStrikes().start(paper(SEVEN, ("1", "2"))), SEVEN) == "0"
    assert clever(AlternatingOffers().start(paper(SEVEN, ("1", "2"))), SEVEN) == "2"
    assert only(appointed(Fallback().start(paper(SEVEN)), sincere(SEVEN))) == "2"


BRAMS = {"1": "abcd", "2": "bcad", "3": "dcba"}


@pytest.mark.parametrize(("quota", "met"), [(1, "abd"), (2, "bc"), (3, "bc")])
def test_brams_and_kilgour_2001_fallback(quota, met):
    found = appointed(Fallback(quota=quota).start(paper(BRAMS)), sincere(BRAMS))
    assert found == {(name,): Fraction(1, len(met)) for name in met}


@pytest.mark.parametrize(("acceptable", "met"), [((2, 2, 3), "b"), ((2, 1, 2), ""), ((3, 3, 3), "bc")])
def test_brams_and_kilgour_2001_fallback_with_impasse(acceptable, met):
    sheets = {
        side: sheet_move(tuple(ranking[count:]), tuple(ranking[:count]))
        for (side, ranking), count in zip(BRAMS.items(), acceptable, strict=True)
    }
    ends = play_out(Fallback().start(paper(BRAMS)), lambda _, actor: sheets.get(actor.id))
    assert [branch.state.outcome.appointed for branch in ends] == [(name,) for name in met] or (
        met == "" and [branch.state.outcome.impasse for branch in ends] == [True]
    )


PROFILES = [{"1": "01234", "2": "".join(second)} for second in permutations("01234")]


def mean_ranks(play):
    """The mean rank of what is appointed for each side, over all 120 profiles of five names."""
    totals = {"1": Fraction(0), "2": Fraction(0)}
    for rankings in PROFILES:
        for (name,), chance in play(rankings).items():
            for side, ranking in rankings.items():
                totals[side] += chance * (ranking.index(name) + 1)
    return tuple(total / len(PROFILES) for total in totals.values())


def test_five_names_veto_rank_told_truly():
    rule = StrikeAndRank(lists=(ListRules(strikes=2),), ties=(Tie.LOT,))
    plays = [appointed(rule.start(paper(rankings)), sincere(rankings, strikes=2)) for rankings in PROFILES]
    assert sum(len(found) > 1 for found in plays) == 120 // 5
    answers = iter(plays)
    assert mean_ranks(lambda _: next(answers)) == (Fraction(41, 24), Fraction(41, 24))


def test_five_names_shortlisting_played_cleverly():
    start = RuleOfKNames().start
    assert mean_ranks(lambda all_: {(clever(start(paper(all_, ("1", "2"))), all_),): 1}) == (Fraction(3, 2), 2)


def test_five_names_alternate_strikes_told_truly():
    start = AlternateStrikes().start
    found = mean_ranks(lambda all_: appointed(start(paper(all_, ("1", "2"))), sincere(all_)))
    assert found == (Fraction(15, 8), Fraction(8, 5))


def test_five_names_fallback_with_an_even_lottery():
    found = mean_ranks(lambda all_: appointed(Fallback().start(paper(all_)), sincere(all_)))
    assert found == (Fraction(69, 40), Fraction(69, 40))


@pytest.mark.parametrize(("names", "depth"), [(3, Fraction(5, 3)), (5, Fraction(21, 10))])
def test_expected_depth_of_fallback_for_two(names, depth):
    own = "01234"[:names]
    profiles = [{"1": own, "2": "".join(second)} for second in permutations(own)]
    total = Fraction(0)
    for rankings in profiles:
        state = play_out(Fallback().start(paper(rankings)), sincere(rankings))[0].state
        (met,) = (event for event in state.log if event.kind == "met")
        total += dict(met.says.parameters)["depth"]
    assert total / len(profiles) == depth


def test_mueller_and_moulin_three_voters_four_names():
    order = ("1", "2", "3")
    others = ["".join(ranking) for ranking in permutations("abcd")]
    profiles = [{"1": "abcd", "2": second, "3": third} for second in others for third in others]
    told, played = [0, 0, 0], [0, 0, 0]
    same = 0
    for rankings in profiles:
        start = AlternateStrikes().start(paper(rankings, order))
        truly, cleverly = only(appointed(start, sincere(rankings))), clever(start, rankings)
        same += truly == cleverly
        for place, side in enumerate(order):
            told[place] += rankings[side].index(truly) + 1
            played[place] += rankings[side].index(cleverly) + 1
    count = len(profiles)
    assert Fraction(same, count) == Fraction(11, 16)
    assert [Fraction(total, count) for total in told] == [2, Fraction(15, 8), Fraction(5, 3)]
    assert [Fraction(total, count) for total in played] == [Fraction(5, 3), Fraction(15, 8), 2]


def test_a_sequential_veto_played_backwards_is_the_clever_outcome():
    rankings = {"1": "abcdef", "2": "fbadce", "3": "dcbafe"}
    order = ("2", "1", "3", "3", "1")
    left = list("abcdef")
    for side in reversed(order):
        left.remove(max(left, key=rankings[side].index))
    assert clever(AlternateStrikes().start(paper(rankings, order)), rankings) == left[0]


def test_a_gradual_veto_ends_with_one_name_or_a_lot_between_two():
    found = appointed(SimultaneousVeto(is_gradual=True).start(paper(OPPOSED)), sincere(OPPOSED))
    assert found == {("c",): Fraction(1, 1)} or sum(found.values()) == 1
    assert set(found) <= {("b",), ("c",)}


def test_laslier_nunez_and_sanver_2021_a_lot_among_those_nobody_struck():
    found = appointed(SimultaneousVeto().start(paper(OPPOSED, caps={"1": 1, "2": 1})), sincere(OPPOSED))
    assert found == {(name,): Fraction(1, 3) for name in "bcd"}
