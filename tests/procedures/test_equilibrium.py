"""Equilibria: theorems against search on every profile of up to five names, and examples named after their source."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations, product

import numpy as np
import pytest

from placet.errors import QuestionError
from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.build import Terms
from placet.procedures.closed_forms import by_k_names, by_strikes, closed_form, striking_turns
from placet.procedures.endings import certain
from placet.procedures.equilibrium import begin, equilibrium
from placet.procedures.equilibrium_induction import TooLarge, endings_by_induction
from placet.procedures.game import paper_of, side
from placet.procedures.moves import Act, Move
from placet.procedures.nash_sheets import endings_by_sheets, sheet_game
from placet.procedures.preferences import preferences_of
from placet.procedures.shelf import rules_of
from placet.procedures.unstated import Unstated
from procedures.playing import clever


def profiles(size, sides="xy"):
    """Every profile, with the first side's ranking fixed: names can be renamed."""
    names = "abcdefgh"[:size]
    for others in product(map("".join, permutations(names)), repeat=len(sides) - 1):
        yield dict(zip(sides, (names, *others), strict=True))


def drawn(size, sides, count, seed=1):
    rng = np.random.default_rng(seed)
    names = list("abcdefghijklmnop"[:size])
    for _ in range(count):
        yield {one: "".join(rng.permutation(names)) for one in sides}


def only(answer):
    (outcome,) = answer.outcomes
    return "".join(outcome)


GAMES = [
    ("sequential-veto", {"first": "x"}),
    ("sequential-veto", {"turns": "x,y,y,x"}),
    ("fmcs-alternate-strike", {"list": "any"}),
    ("rule-of-k-names", {"first": "x", "k": "1"}),
    ("rule-of-k-names", {"first": "y", "k": "2"}),
    ("shortlisting", {"first": "x"}),
    ("alternating-offers", {"first": "x"}),
    ("simultaneous-veto", {}),
    ("simultaneous-veto", {"caps": "x=1,y=3"}),  # of five names
]


def agree(name, settings, rankings):
    """Whether the theorem, where there is one, and the search say the same."""
    size = len(rankings["x"])
    given = {**settings, "list": str(size)} if "list" in settings else settings
    wanted = preferences_of(rankings)
    state = begin(Terms(rules_of(name), tuple(given.items())), wanted)
    form = closed_form(state, wanted)
    game = sheet_game(state)
    found = endings_by_induction(state, wanted).endings if game is None else endings_by_sheets(game, wanted)
    return found == form.endings if form is not None else name == "simultaneous-veto" and size % 2 == 0


@pytest.mark.parametrize("size", [2, 3, 4])
@pytest.mark.parametrize(("name", "settings"), GAMES[:-1])
def test_a_theorem_says_what_the_search_finds_on_every_profile(name, settings, size):
    assert all(agree(name, settings, rankings) for rankings in profiles(size))


@pytest.mark.parametrize(("name", "settings"), GAMES)
def test_a_theorem_says_what_the_search_finds_on_every_profile_of_five_names(name, settings):
    assert all(agree(name, settings, rankings) for rankings in profiles(5))


@pytest.mark.parametrize(("name", "settings"), [*GAMES[:2], *GAMES[5:8]])
@pytest.mark.parametrize("size", [6, 7])
def test_a_theorem_says_what_the_search_finds_on_samples_beyond(name, settings, size):
    assert all(agree(name, settings, rankings) for rankings in drawn(size, "xy", 3))


@pytest.mark.parametrize("order", ["xyz", "zzx", "xyxy"])
def test_strikes_of_three_sides_run_backwards(order):
    state = AlternateStrikes().start(paper_of("abcd", "xyz", order))
    for rankings in drawn(4, "xyz", 40):
        turns = striking_turns(state.order, state)
        assert by_strikes(turns, rankings)[0] == clever(state, rankings)


def test_strikes_with_a_number_for_each_side_pass_over_those_who_have_none_left():
    state = AlternateStrikes(passes_to_end=9).start(paper_of("abcde", "xy", "xy", {"x": 1, "y": 3}))
    assert striking_turns(state.order, state) == ("x", "y", "y", "y")
    for rankings in drawn(5, "xy", 30):
        wanted = preferences_of(rankings)
        assert closed_form(state, wanted).endings == endings_by_induction(state, wanted).endings


def test_no_theorem_is_used_where_strikes_may_be_let_go_or_several_stay():
    wanted = preferences_of({"x": "abcd", "y": "dcba"})
    for game in (AlternateStrikes(may_pass=True), AlternateStrikes(survivors=2)):
        assert closed_form(game.start(paper_of("abcd", "xy", "xy")), wanted) is None


def test_whoever_leaves_the_told_course_does_no_better():
    for rankings in drawn(5, "xy", 10):
        wanted = preferences_of(rankings)
        state = AlternateStrikes().start(paper_of("abcde", "xy", "xy"))
        form = closed_form(state, wanted)
        for party, _, names in form.course:
            here = state
            ranking = rankings[party]
            reached = clever(here, rankings)
            for other in here.left:
                after = clever(here.play({side(party): Move(Act.STRIKE, (other,))}), rankings)
                assert ranking.index(after) >= ranking.index(reached)
            state = here.play({side(party): Move(Act.STRIKE, names)})
        assert form.endings == {certain(*state.outcome.appointed)}


# Examples of the literature.


@pytest.mark.parametrize(("proposer", "by_k"), [("x", "abbce"), ("y", "eccba")])
def test_barbera_and_coelho_2010_one_proposer_with_abcde_and_ecbda(proposer, by_k):
    rankings = {"x": "abcde", "y": "ecbda"}
    for k, wanted in enumerate(by_k, 1):
        assert only(equilibrium("rule-of-k-names", rankings, {"first": proposer, "k": str(k)})) == wanted


@pytest.mark.parametrize("proposer", "xy")
def test_de_clippel_eliaz_and_knight_2014_shortlisting_gives_each_its_median_and_is_efficient(proposer):
    for rankings in profiles(5):
        answer = equilibrium("shortlisting", rankings, {"first": proposer})
        name = only(answer)
        assert not answer.improvements
        assert all(ranking.index(name) <= 2 for ranking in rankings.values())


@pytest.mark.parametrize(("other", "outcomes"), [("abcde", "abc"), ("bacde", "abc"), ("edcba", "c")])
def test_de_clippel_eliaz_and_knight_2014_veto_rank_has_inefficient_equilibria(other, outcomes):
    # The paper has each strike exactly two; here, as in the lists of institutions, each may strike up to two.
    answer = equilibrium("veto-rank", {"x": "abcde", "y": other}, {"strikes": "2", "tie": "lot"})
    assert ["".join(names) for names in answer.outcomes] == list(outcomes)
    assert (answer.concept, answer.method) == ("nash", "enumeration")
    assert ("c", "a") in answer.improvements or other == "edcba"


@pytest.mark.parametrize(("first", "wanted"), [("x", "b"), ("y", "c")])
@pytest.mark.parametrize("name", ["alternating-offers", "sequential-veto"])
def test_anbarci_1993_and_moulin_1981_both_give_the_mover_its_compromise_with_abcde_and_ecbda(name, first, wanted):
    assert only(equilibrium(name, {"x": "abcde", "y": "ecbda"}, {"first": first})) == wanted


def test_where_mechanisms_differ_0123456_and_6420135():
    names = dict(enumerate("pqrstuv"))
    rankings = {"x": "pqrstuv", "y": "".join(names[int(place)] for place in "6420135")}
    assert only(equilibrium("alternating-offers", rankings, {"first": "x"})) == names[2]
    assert only(equilibrium("sequential-veto", rankings, {"first": "x"})) == names[0]


@pytest.mark.parametrize(("mine", "theirs"), [(1, 2), (2, 1), (0, 3), (3, 0)])
def test_laslier_nunez_and_sanver_2021_also_where_fewer_may_be_struck_than_could_be(mine, theirs):
    for rankings in profiles(4):
        answer = equilibrium("simultaneous-veto", rankings, {"caps": f"x={mine},y={theirs}"}, by_search=True)
        bottoms = set(rankings["x"][4 - mine :]) | set(rankings["y"][4 - theirs :])
        efficient = {name for name in "abcd" if preferences_of(rankings).is_efficient(name)}
        assert {names[0] for names in answer.outcomes} == efficient - bottoms


def test_felsenthal_and_machover_1992_looking_ahead_mirrors_following_ones_ranking_backwards():
    for rankings in drawn(6, "xyz", 20):
        order = "xyzzx"
        ahead, _ = by_strikes(order, rankings)
        left = set("abcdef")
        for party in reversed(order):
            left.remove(max(left, key=rankings[party].index))
        assert left == {ahead}


def test_moulin_1981_three_sides_and_four_names_eleven_of_sixteen_alike_and_mirrored_in_rank():
    alike, total, ahead_ranks, by_rank_ranks = 0, 0, Counter(), Counter()
    for rankings in profiles(4, "xyz"):
        left = set("abcd")
        for party in "xyz":
            left.remove(max(left, key=rankings[party].index))
        (by_rank,), (ahead, _) = left, by_strikes("xyz", rankings)
        alike, total = alike + (by_rank == ahead), total + 1
        for party, ranking in rankings.items():
            ahead_ranks[party] += ranking.index(ahead) + 1
            by_rank_ranks[party] += ranking.index(by_rank) + 1
    assert Fraction(alike, total) == Fraction(11, 16)
    assert [Fraction(ahead_ranks[party], total) for party in "xyz"] == [Fraction(5, 3), Fraction(15, 8), 2]
    assert [Fraction(by_rank_ranks[party], total) for party in "xyz"] == [2, Fraction(15, 8), Fraction(5, 3)]


def test_de_clippel_eliaz_and_knight_2014_mean_ranks_of_five_names_over_all_profiles():
    # Theory section 1.5: shortlisting looking ahead 3/2 and 2; strikes by turns by rank 15/8 and 8/5.
    ahead, by_rank = Counter(), Counter()
    for rankings in profiles(5):
        listed = by_k_names(3, rankings["x"], rankings["y"])
        left = set("abcde")
        for party in "xyxy":
            left.remove(max(left, key=rankings[party].index))
        (kept,) = left
        for party, ranking in rankings.items():
            ahead[party] += ranking.index(listed) + 1
            by_rank[party] += ranking.index(kept) + 1
    assert [Fraction(ahead[party], 120) for party in "xy"] == [Fraction(3, 2), 2]
    assert [Fraction(by_rank[party], 120) for party in "xy"] == [Fraction(15, 8), Fraction(8, 5)]


def test_moulin_1983_nobody_with_strikes_left_to_use_gets_one_of_that_many_worst():
    for rankings in drawn(6, "xyz", 30):
        name, _ = by_strikes("xyzzx", rankings)
        assert all(rankings[party].index(name) < 6 - "xyzzx".count(party) for party in "xyz")
        assert preferences_of(rankings).is_efficient(name)


def test_a_name_that_all_like_least_changes_nothing_where_looking_ahead_strikes_by_turns():
    for rankings in drawn(5, "xy", 20):
        longer = {party: ranking + "z" for party, ranking in rankings.items()}
        given = {"first": "x"}
        shorter = only(equilibrium("sequential-veto", rankings, given))
        assert only(equilibrium("sequential-veto", longer, given)) == shorter


def test_kohler_and_chandrasekaran_1971_two_parties_pick_backwards():
    for rankings in drawn(5, "xy", 25):
        given = {"party-seats": "x=3,y=2", "tie": "votes", "votes": "x=31,y=20"}
        by_theory, by_search = (equilibrium("dhondt", rankings, given, by_search=each) for each in (False, True))
        wanted = preferences_of(rankings)
        for party in "xy":
            worths = {ending.worth(party, wanted) for ending in by_search.endings}
            assert worths == {by_theory.endings[0].worth(party, wanted)}


def test_brams_and_kaplan_2004_looking_ahead_can_hurt_all_three_parties():
    rankings = {"A": "fbdcae", "B": "ecbfad", "C": "dceafb"}
    given = {"party-seats": "A=3,B=3,C=3", "tie": "votes", "votes": "A=30,B=20,C=10"}
    answer = equilibrium("dhondt", rankings, given)

    def of(ending):
        (result,) = ending.results
        return {party: "".join(office for office, holder in result.held if holder == party) for party in "ABC"}

    assert of(answer.sincere) == {"A": "bf", "B": "ce", "C": "ad"}
    assert {"A": "df", "B": "be", "C": "ac"} in [of(ending) for ending in answer.endings]
    wanted = preferences_of(rankings)
    for ending in answer.endings:
        assert all(ending.worth(party, wanted) < answer.sincere.worth(party, wanted) for party in "ABC")


def test_bol_laslier_and_nunez_2022_the_gradual_form_has_no_fixed_equilibrium_between_opposed_compromises():
    answer = equilibrium("gradual-veto", {"x": "abcde", "y": "ecbda"})
    assert answer.endings == ()
    assert any(told.id == "equilibrium.none" for told in answer.explain())


# Sheets: tables of numbers against the game itself.


@pytest.mark.parametrize(
    ("name", "settings", "size"),
    [
        ("veto-rank", {"strikes": "1", "tie": "lot"}, 3),
        ("veto-rank", {"strikes": "any", "tie": "lot"}, 3),
        ("ahla", {"case-number": "1", "list": "3"}, 3),
        ("ahla", {"case-number": "2", "list": "3"}, 3),
        ("fallback", {}, 3),
        ("fallback", {"quota": "1"}, 3),
        ("simultaneous-veto", {"caps": "x=1,y=1"}, 4),
    ],
)
def test_sheets_in_numbers_and_the_game_played_say_the_same(name, settings, size):
    for rankings in profiles(size):
        wanted = preferences_of(rankings)
        state = begin(Terms(rules_of(name), tuple(settings.items())), wanted)
        by_numbers = endings_by_sheets(sheet_game(state), wanted)
        assert by_numbers == endings_by_induction(state, wanted).endings


def test_sheets_of_three_sides():
    for rankings in drawn(3, "xyz", 3):
        wanted = preferences_of(rankings)
        state = begin(Terms(rules_of("veto-rank"), (("strikes", "1"), ("tie", "lot"))), wanted)
        assert endings_by_sheets(sheet_game(state), wanted) == endings_by_induction(state, wanted).endings


def naive_endings(state, rankings, size):
    """Pure equilibria of two sides' sheets by the definition, with lots counted by hand."""
    sheets = {one: [move for move in state.moves(side(one)).every() if move.act is not Act.SILENCE] for one in "xy"}
    ends = {}
    for pair in product(*sheets.values()):
        after = state.play(dict(zip(map(side, sheets), pair, strict=True)))
        ends[pair] = (
            after.outcome.appointed or () if after.outcome else tuple(after.moves(next(iter(after.to_move))).names)
        )

    def worth(one, names):
        return sum(size - rankings[one].index(name) for name in names) / len(names) if names else 0

    return {
        names
        for (mine, theirs), names in ends.items()
        if all(worth("x", names) >= worth("x", ends[other, theirs]) for other in sheets["x"])
        and all(worth("y", names) >= worth("y", ends[mine, other]) for other in sheets["y"])
    }


@pytest.mark.parametrize(
    ("name", "settings"), [("veto-rank", {"strikes": "1", "tie": "lot"}), ("simultaneous-veto", {})]
)
def test_equilibria_of_sheets_are_those_of_the_definition(name, settings):
    for rankings in profiles(3):
        answer = equilibrium(name, rankings, settings, by_search=True)
        state = begin(Terms(rules_of(name), tuple(settings.items())), preferences_of(rankings))
        found = {
            tuple(result.appointed[0] for result in ending.results if result.appointed) for ending in answer.endings
        }
        assert found == naive_endings(state, rankings, 3)


# What cannot be.


def test_a_list_of_a_hundred_names_is_no_matter_where_a_theorem_holds():
    names = [f"name {number:03d}" for number in range(100)]
    answer = equilibrium("sequential-veto", {"x": names, "y": names[::-1]}, {"first": "x"})
    assert (answer.method, len(answer.outcomes), len(answer.course)) == ("closed-form", 1, 99)


@pytest.mark.slow
def test_seven_names_with_three_strikes_each_as_new_york_has_them_can_come_to_the_fourth_that_both_rank():
    # 181 million combinations of sheets, worked out in parts.
    answer = equilibrium("ny-perb-207-7", {"x": "abcdefg", "y": "abcdefg"}, {"aggregate": "sum", "tie": "lot"})
    assert answer.outcomes == (("a",), ("b",), ("c",), ("d",))


def test_too_many_sheets_are_refused_with_what_is_possible():
    rankings = {"x": "abcdefghi", "y": "ihgfedcba"}
    with pytest.raises(TooLarge, match="combinations of sheets"):
        equilibrium("veto-rank", rankings, {"strikes": "4", "tie": "lot"})


def test_a_game_that_is_too_long_is_refused_and_not_run_into_the_ground():
    names = [f"name {number:03d}" for number in range(400)]
    with pytest.raises(TooLarge, match="one after the other"):
        equilibrium("sequential-veto", {"x": names, "y": names}, {"first": "x"}, by_search=True)


def test_what_a_rule_leaves_open_is_asked_for():
    with pytest.raises(Unstated, match="first"):
        equilibrium("sequential-veto", {"x": "abc", "y": "cba"})
    with pytest.raises(Unstated, match="tie"):
        equilibrium("jams-rule-15", {"x": "abcde", "y": "edcba"})


def test_a_choice_of_somebody_who_is_no_side_is_refused():
    with pytest.raises(QuestionError, match="no party"):
        equilibrium("nba-grievance-arbitrator", {"x": "abc", "y": "cba"}, {"list": "3", "strikes": "0"})


def test_several_lists_are_refused():
    with pytest.raises(QuestionError, match="one list"):
        equilibrium("finra-three-arbitrators", {"x": "abc", "y": "cba"})


@pytest.mark.parametrize(
    ("rankings", "says"),
    [
        ({"x": "abc"}, "two sides"),
        ({"x": "abc", "y": "abd"}, "same names"),
        ({"x": "abc", "y": "ab"}, "no rank for c"),
        ({"x": "abc", "y": "abcc"}, "twice"),
        ({"x": "", "y": ""}, "one name"),
    ],
)
def test_rankings_that_are_none_are_refused(rankings, says):
    with pytest.raises(QuestionError, match=says):
        preferences_of(rankings)


def test_the_rule_of_k_names_gives_the_proposer_more_the_fewer_it_names():
    for rankings in drawn(6, "xy", 20):
        got = [rankings["x"].index(by_k_names(k, rankings["x"], rankings["y"])) for k in range(1, 7)]
        assert got == sorted(got)


def test_two_seats_are_worth_the_sum_of_both():
    for rankings in drawn(4, "xy", 10):
        answer = equilibrium("sequential-veto", rankings, {"first": "x", "seats": "2"})
        assert answer.method == "backward-induction"
        pairs = {frozenset("abcd") - {first, second} for first, second in permutations("abcd", 2)}
        assert {frozenset(names) for names in answer.outcomes} <= pairs
        assert all(len(names) == 2 for names in answer.outcomes)


def test_every_pair_of_sheets_is_among_the_sheets():
    state = begin(Terms(rules_of("simultaneous-veto"), ()), preferences_of({"x": "abc", "y": "cba"}))
    game = sheet_game(state)
    assert [len(made) for _, made in game.table.sheets] == [1 + len(list(combinations("abc", 1)))] * 2
