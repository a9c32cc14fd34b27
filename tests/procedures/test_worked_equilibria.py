"""Equilibria and counts of the literature, recomputed by playing the games themselves; each named after its source."""

from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb

import numpy as np
import pytest

from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.alternating_offers import AlternatingOffers
from placet.procedures.closed_forms import by_offers, by_strikes
from placet.procedures.combine import Tie
from placet.procedures.drive import play_out, scripted
from placet.procedures.equilibrium import subgame_perfect
from placet.procedures.fallback import Fallback
from placet.procedures.game import paper_of, side
from placet.procedures.moves import Act, Move, sheet_move
from placet.procedures.simultaneous_veto import SimultaneousVeto
from placet.procedures.strategies import sincere
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from procedures.playing import appointed, only

NAMES = "abcde"
SHEETS = [
    sheet_move(set(struck), ranking)
    for struck in combinations(NAMES, 2)
    for ranking in permutations([name for name in NAMES if name not in struck])
]


@pytest.fixture(scope="module")
def veto_rank():
    """Who is appointed, each as likely as the others, for each of the 60 by 60 pairs of sheets."""
    game = StrikeAndRank(lists=(ListRules(strikes=2),), ties=(Tie.LOT,), asks_nominees=False)
    state = game.start(paper_of(NAMES, "xy"))
    ends = {}
    for (one, mine), (other, theirs) in product(enumerate(SHEETS), repeat=2):
        after = state.play({side("x"): mine, side("y"): theirs})
        ends[one, other] = after.outcome.appointed if after.outcome else after.waits_for[2]
    return ends


def pure_equilibria(ends, worth_x, worth_y):
    """The outcomes of pairs of sheets of which neither is worse than another against the same sheet."""

    def value(worth, names):
        return Fraction(sum(worth[name] for name in names), len(names))

    xs = {pair: value(worth_x, names) for pair, names in ends.items()}
    ys = {pair: value(worth_y, names) for pair, names in ends.items()}
    best_x = {other: max(xs[one, other] for one in range(60)) for other in range(60)}
    best_y = {one: max(ys[one, other] for other in range(60)) for one in range(60)}
    return {
        "".join(names)
        for (one, other), names in ends.items()
        if xs[one, other] == best_x[other] and ys[one, other] == best_y[one]
    }


@pytest.mark.parametrize(
    ("other", "outcomes"),
    [
        ("abcde", {"a", "b", "c"}),  # both like the same, and two of three equilibria are inefficient
        ("bacde", {"a", "b", "c"}),  # only a and b are efficient
        ("edcba", {"c"}),
    ],
)
def test_de_clippel_eliaz_and_knight_2014_veto_rank_has_inefficient_equilibria(veto_rank, other, outcomes):
    worth = [{name: 4 - place for place, name in enumerate(ranking)} for ranking in (NAMES, other)]
    assert pure_equilibria(veto_rank, *worth) == outcomes


@pytest.mark.parametrize(("mine", "theirs"), [(1, 2), (2, 1), (0, 3), (3, 0)])
def test_laslier_nunez_and_sanver_2021_equilibria_are_efficient_and_above_both_bottoms(mine, theirs):
    names, x = "abcd", "abcd"
    state = SimultaneousVeto().start(paper_of(names, "xy", caps={"x": mine, "y": theirs}))
    left = {}
    for strikes_x, strikes_y in product(combinations(names, mine), combinations(names, theirs)):
        after = state.play({side("x"): Move(Act.STRIKE, strikes_x), side("y"): Move(Act.STRIKE, strikes_y)})
        left[strikes_x, strikes_y] = after.outcome.appointed if after.outcome else after.left
    for y in map("".join, permutations(names)):
        worth_x, worth_y = ({name: 3 - ranking.index(name) for name in names} for ranking in (x, y))
        xs = {pair: Fraction(sum(worth_x[name] for name in ends), len(ends)) for pair, ends in left.items()}
        ys = {pair: Fraction(sum(worth_y[name] for name in ends), len(ends)) for pair, ends in left.items()}
        found = {
            ends
            for (one, other), ends in left.items()
            if all(xs[one, other] >= xs[else_, other] for else_ in combinations(names, mine))
            and all(ys[one, other] >= ys[one, else_] for else_ in combinations(names, theirs))
        }
        efficient = {
            name
            for name in names
            if not any(x.index(over) < x.index(name) and y.index(over) < y.index(name) for over in names)
        }
        bottoms = set(x[4 - mine :]) | set(y[4 - theirs :])
        assert found == {(name,) for name in efficient - bottoms}


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_erlich_hazon_and_kraus_2018_offers_and_vetoes_by_the_parity_of_the_list(count):
    names = NAMES[:count]
    for other in map("".join, permutations(names)):
        rankings = {"x": names, "y": other}
        met = {
            name
            for branch in play_out(Fallback().start(paper_of(names, "xy")), sincere(rankings))
            for name in branch.state.outcome.appointed
        }
        state = AlternatingOffers().start(paper_of(names, "xy", "xy"))
        outcome = only(appointed(state, subgame_perfect(rankings)))
        assert outcome in met
        if len(met) == 2:
            # The first to offer gets the one of the two it prefers if the list is odd, else the other one.
            assert outcome == (min if count % 2 else max)(met, key=names.index)


def test_georgia_bar_6_303_four_names_one_strike_each_leave_two():
    state = AlternateStrikes(survivors=2).start(paper_of("abcd", "xy", "xy"))
    script = {"x": [Move(Act.STRIKE, ("d",))], "y": [Move(Act.STRIKE, ("a",))]}
    (branch,) = play_out(state, scripted(script))
    assert branch.state.outcome.appointed == ("b", "c")


def test_seventeen_outcomes_eight_sealed_vetoes_each_leave_one_when_they_do_not_overlap():
    names = [f"name {number:02d}" for number in range(17)]
    state = SimultaneousVeto().start(paper_of(names, "xy"))
    assert [state.moves(side(party)).most for party in "xy"] == [8, 8]
    rankings = {"x": names, "y": names[::-1]}
    (branch,) = play_out(state, sincere(rankings))
    assert branch.state.outcome.appointed == ("name 08",)


def left_when_struck_at_random(size, strikes, sides):
    """The exact distribution of how many names are left, side by side, by plain counting."""
    chances = {size: Fraction(1)}
    for _ in range(sides):
        after = {}
        for left, chance in chances.items():
            for hit in range(max(0, strikes - (size - left)), min(strikes, left) + 1):
                share = Fraction(comb(left, hit) * comb(size - left, strikes - hit), comb(size, strikes))
                after[left - hit] = after.get(left - hit, Fraction(0)) + chance * share
        chances = after
    return chances


@pytest.mark.parametrize(
    ("size", "strikes", "sides", "mean", "empty"),
    [
        (8, 4, 2, "2", "0.0143"),
        (10, 4, 2, "18/5", "0.0000"),
        (15, 6, 2, "27/5", "0.0000"),
        (8, 4, 3, "1", "0.2553"),
        (10, 4, 3, "54/25", "0.0243"),
        (8, 4, 4, "1/2", "0.5576"),
        (10, 4, 4, "162/125", "0.1723"),
        (15, 6, 4, "243/125", "0.0686"),
    ],
)
def test_how_many_names_are_left_when_sides_strike_at_random(size, strikes, sides, mean, empty):
    chances = left_when_struck_at_random(size, strikes, sides)
    assert sum(left * chance for left, chance in chances.items()) == Fraction(mean)
    assert f"{float(chances.get(0, 0)):.4f}" == empty
    assert min(chances) == max(0, size - strikes * sides)


@pytest.mark.parametrize(("names", "samples", "mean"), [(101, 200, (0.569, 0.621)), (1001, 60, (0.588, 0.636))])
def test_anbarci_1993_offers_tend_to_the_equal_area_solution(names, samples, mean):
    # Names drawn evenly from {u2 <= 1 - u1^2}; the limit is the root of x^3 + 3x - 2 = 0, (0.5961, 0.6447).
    rng = np.random.default_rng(7)
    reached = []
    for _ in range(samples):
        drawn = rng.random((4 * names, 2))
        utility = drawn[drawn[:, 1] <= 1 - drawn[:, 0] ** 2][:names]
        first, second = ([str(name) for name in np.argsort(-utility[:, side])] for side in (0, 1))
        reached += [utility[int(by_offers(*order))] for order in ((first, second), (second, first))]
    assert np.mean(reached, axis=0) == pytest.approx(mean, abs=0.01)


def test_anbarci_2006_alternate_strikes_change_when_a_bad_name_is_added():
    # d is worse than a, and than b, for both sides; with it on the list b gives way to a.
    with_it = {"north": tuple("abdc"), "south": tuple("bcad")}
    without = {side: tuple(name for name in ranking if name != "d") for side, ranking in with_it.items()}
    assert by_strikes(("north", "south"), without)[0] == "b"
    assert by_strikes(("north", "south", "north"), with_it)[0] == "a"
