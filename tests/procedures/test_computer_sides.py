"""Computer sides: sincere, random from a seed, and clever play held against brute force and theory."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.errors import QuestionError
from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.alternating_offers import AlternatingOffers
from placet.procedures.attended import Attended
from placet.procedures.combine import Silence, Tie
from placet.procedures.drive import play_out
from placet.procedures.equilibrium import subgame_perfect
from placet.procedures.fallback import Fallback
from placet.procedures.game import CHANCE, Paper, Party, paper_of, side
from placet.procedures.moves import Act, Ranking
from placet.procedures.rule_of_k_names import RuleOfKNames
from placet.procedures.simultaneous_veto import SimultaneousVeto
from placet.procedures.strategies import at_random, sincere
from placet.procedures.straw_polls import StrawPolls
from placet.procedures.strike_and_flip import StrikeAndFlip
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from procedures.playing import appointed, clever, only


@settings(max_examples=60, deadline=None)
@given(st.permutations("abcde"), st.permutations("abcde"), st.booleans(), st.sampled_from(["strikes", "offers", "k"]))
def test_clever_play_is_what_trying_every_move_finds(x, y, x_is_first, game):
    rankings = {"x": "".join(x), "y": "".join(y)}
    rule = {"strikes": AlternateStrikes(), "offers": AlternatingOffers(), "k": RuleOfKNames()}[game]
    names = "abcd" if game == "offers" else "abcde"
    kept = {party: "".join(name for name in ranking if name in names) for party, ranking in rankings.items()}
    state = rule.start(paper_of(names, "xy", "xy" if x_is_first else "yx"))
    assert only(appointed(state, subgame_perfect(kept))) == clever(state, kept)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.permutations("abcdef"), min_size=3, max_size=3),
    st.lists(st.sampled_from("xyz"), min_size=5, max_size=5),
)
def test_clever_strikes_are_the_order_run_backwards(rankings, order):
    wishes = dict(zip("xyz", rankings, strict=True))
    state = AlternateStrikes().start(paper_of("abcdef", wishes, order))
    left = list("abcdef")
    for party in reversed(order):
        left.remove(max(left, key=wishes[party].index))
    assert only(appointed(state, subgame_perfect(wishes))) == left[0]


def test_clever_play_looks_past_what_comes_between():
    rankings = {"x": "abcd", "y": "dcba"}
    plain = AlternateStrikes().start(paper_of("abcd", "xy", "xy"))
    attended = Attended(AlternateStrikes()).start(paper_of("abcd", "xy", "xy"))
    assert appointed(plain, subgame_perfect(rankings)) == appointed(attended, subgame_perfect(rankings))


def test_clever_play_weighs_lots_by_their_mean():
    rankings = {"x": "abc", "y": "cba"}
    state = AlternateStrikes(survivors=1, may_pass=True).start(paper_of("abc", "xy", "xy", {"x": 1, "y": 0}))
    # After its one strike a lot decides between two: x strikes its worst.
    assert subgame_perfect(rankings)(state, side("x")).names == ("c",)


def test_clever_play_is_refused_where_several_move_at_once_and_where_a_game_is_too_large():
    rankings = {"x": "abcd", "y": "dcba"}
    with pytest.raises(QuestionError, match="several move at once"):
        play_out(SimultaneousVeto().start(paper_of("abcd", "xy")), subgame_perfect(rankings))
    with pytest.raises(QuestionError, match="more than 3 states"):
        play_out(AlternateStrikes().start(paper_of("abcd", "xy", "xy")), subgame_perfect(rankings, largest=3))


GAMES = [
    StrikeAndRank(lists=(ListRules(strikes=2),), ties=(Tie.LOT,)),
    StrikeAndRank(lists=(ListRules(strikes=2),), ranking=Ranking.ALL, ties=(Tie.LOT,)),
    AlternateStrikes(may_pass=True),
    SimultaneousVeto(),
    SimultaneousVeto(is_gradual=True),
    AlternatingOffers(),
    RuleOfKNames(),
    Fallback(silence=Silence.BLOCKS),
    StrawPolls(polls=2),
    StrikeAndFlip(k=2, shared="stands"),
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(GAMES), st.integers(0, 2**40))
def test_a_random_side_makes_allowed_moves_and_the_same_ones_from_the_same_seed(game, seed):
    ends = []
    for _ in range(2):
        state = game.start(paper_of("abcde", "xy", "xy"))
        while state.outcome is None:
            state = state.play({actor: at_random(seed)(state, actor) for actor in state.to_move})
        ends.append(state)
    assert ends[0] == ends[1]


def test_seeds_differ_and_so_do_parties_of_one_turn():
    state = GAMES[0].start(paper_of("abcdefgh", "xy", "xy"))
    moves = {(seed, party): at_random(seed)(state, side(party)) for seed in range(5) for party in "xy"}
    assert len(set(moves.values())) == len(moves)


def test_a_lot_that_a_seed_draws_falls_on_each_about_equally():
    state = SimultaneousVeto().start(paper_of("abcd", "xy", caps={"x": 0, "y": 0}))
    state = state.play(dict.fromkeys(state.to_move, sincere({"x": "abcd"})(state, side("x"))))
    assert state.to_move == {CHANCE}
    drawn = [at_random(seed)(state, CHANCE).names[0] for seed in range(400)]
    # Mean 100, standard deviation 8.7: five of them to either side.
    assert all(56 <= drawn.count(name) <= 144 for name in "abcd")


def test_a_sincere_side_ranks_within_each_list_and_strikes_as_many_as_it_may():
    lists = StrikeAndRank(lists=(ListRules("chair", strikes=1), ListRules("wing", strikes=None)), ties=(Tie.LOT,))
    paper = Paper((("chair", ("a", "b", "c")), ("wing", ("d", "e", "f"))), (Party("x", "x"), Party("y", "y")))
    move = sincere({"x": "fadbec"}, strikes=2)(lists.start(paper), side("x"))
    assert move.names == ("c", "d", "e")
    assert dict(move.ranks) == {"a": 1, "b": 2, "f": 1}


def test_a_sincere_side_is_for_the_better_half_and_against_its_strikes():
    state = StrawPolls().start(paper_of("abcde", "xy"))
    assert dict(sincere({"x": "abcde"}, strikes=1)(state, side("x")).grades) == {
        "a": "encourage",
        "b": "encourage",
        "c": "no-opinion",
        "d": "no-opinion",
        "e": "discourage",
    }
    assert sincere({"x": "abcde"})(state, side("x")).act is Act.GRADE


@settings(max_examples=100, deadline=None)
@given(st.permutations("abcdef"), st.permutations("abcdef"), st.integers(0, 5))
def test_no_side_gets_one_of_its_worst_beyond_its_strikes_in_sealed_vetoes_and_flips(x, y, cap):
    rankings = {"x": x, "y": y}
    sealed = SimultaneousVeto().start(paper_of("abcdef", "xy", caps={"x": cap, "y": 5 - cap}))
    for branch in play_out(sealed, sincere(rankings)):
        assert set(branch.state.outcome.appointed) <= set(x[: 6 - cap]) & set(y[: 1 + cap])
    lists = {"x": tuple("abc"), "y": tuple("def")}
    flip = StrikeAndFlip().start(Paper(tuple(lists.items()), (Party("x", "x"), Party("y", "y"))))
    ends = {branch.state.outcome.appointed[0] for branch in play_out(flip, sincere(rankings))}
    best_of_the_others = {min(lists["y"], key=x.index), min(lists["x"], key=y.index)}
    assert ends == best_of_the_others
