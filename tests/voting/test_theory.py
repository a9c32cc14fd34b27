"""Worked examples and theorems of the literature, each named after its source."""

import math
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.ballots.profile import Profile
from placet.voting.rules import RULES
from voting.naive import plurality, plurality_veto
from voting.worlds import profiles, rankings, winners

F = Fraction
CORE, CONSUMPTION = "proportional-veto-core", "veto-by-consumption"


def lottery(words):
    return dict(RULES[CONSUMPTION](Profile.of(rankings(words))).lottery)


# Moulin 1981; Ianovski and Kondratev, AAAI 2021.


@pytest.mark.parametrize("counts", [[60, 40], [51, 49]])
def test_ianovski_kondratev_introduction_the_minority_vetoes_the_favourite_of_the_majority(counts):
    assert winners(CORE, "abc/bca", counts) == {"b"}


@pytest.mark.parametrize(
    ("words", "core"),
    [
        ("41230/14230/31420/02341", "4"),
        ("14230/31420/02341", "34"),
        ("0123456/6420135", "02"),
        ("0123456/2654310", "2"),
        ("012/012/012", "0"),
        ("012345/543210", "23"),
    ],
)
def test_ianovski_kondratev_examples_of_the_core(words, core):
    assert winners(CORE, words) == set(core)


def test_ianovski_kondratev_eleven_candidates():
    profile = [list(range(11)), [6, 7, 5, 3, 0, 8, 9, 10, 4, 2, 1]]
    assert winners(CORE, profile) == {"0", "3", "5"}
    assert winners(CONSUMPTION, profile) == {"5"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031/2301/2301/0132", {"2": F(1, 4), "3": F(3, 4)}),
        ("120/120/201", {"1": F(1, 3), "2": F(2, 3)}),
        ("012/120/201", {"0": F(1, 3), "1": F(1, 3), "2": F(1, 3)}),
        ("0123456/6420135", {"0": F(1)}),
        ("abcde/ecbda", {"b": F(1, 2), "c": F(1, 2)}),
    ],
)
def test_ianovski_kondratev_lotteries_of_veto_by_consumption_are_exact(words, expected):
    assert lottery(words) == expected


@pytest.mark.parametrize(
    ("n", "m", "size"),
    [(2, 2, F(3, 2)), (2, 3, F(7, 6)), (2, 4, F(19, 12)), (3, 3, F(73, 36)), (3, 2, F(1)), (4, 2, F(11, 8))],
)
def test_the_mean_size_of_the_proportional_veto_core_over_all_profiles(n, m, size):
    # The first voter can be fixed, for the core is neutral.
    every = list(permutations(range(m)))
    sizes = [len(winners(CORE, [every[0], *rest])) for rest in product(every, repeat=n - 1)]
    assert F(sum(sizes), len(sizes)) == size


def test_ianovski_kondratev_an_optimist_gains_nothing_from_a_ballot_that_is_not_sincere():
    # An optimist looks at the member of the core that is best for her; all profiles of three voters and four names.
    every = list(permutations("abcd"))
    sincere = every[0]
    for others in product(every, repeat=2):
        best = min(map(sincere.index, winners(CORE, [sincere, *others])))
        if best:
            assert all(min(map(sincere.index, winners(CORE, [mine, *others]))) >= best for mine in every[1:])


def test_ianovski_kondratev_a_pessimist_can_gain():
    every = list(permutations("abc"))
    sincere = every[0]

    def worst(profile):
        return max(map(sincere.index, winners(CORE, profile)))

    profiles = [others for n in (1, 2) for others in product(every, repeat=n)]
    assert any(worst([mine, *others]) < worst([sincere, *others]) for others in profiles for mine in every)


# Kizilkaya and Kempe, IJCAI 2022 and EC 2023.


@pytest.mark.parametrize(
    ("weights", "core"), [((1, 1), "bc"), ((2, 1), "b"), ((F(2, 3), F(1, 3)), "b"), ((1, 0), "a"), ((0, 3), "e")]
)
def test_kizilkaya_kempe_sides_of_unequal_weight(weights, core):
    sided = Profile.of(rankings("abcde/ecbda"))
    sided = Profile(sided.candidates, sided.ranks, classes=("north", "south"), class_of=[0, 1])
    assert winners("veto-core", sided, weights=dict(zip(("north", "south"), weights, strict=True))) == set(core)


def test_kizilkaya_kempe_lower_bound_instance_of_plurality_veto():
    # Five voters halfway between a and b, five at b: electing a costs three times as much as electing b.
    profile = rankings("ab/" * 5 + "/".join(["ba"] * 5))
    assert winners("plurality-veto", profile) == {"a"}
    assert winners("plurality-veto", profile, order=range(9, -1, -1)) == {"b"}
    assert winners("simultaneous-veto", profile) == {"a", "b"}


@pytest.mark.parametrize("words", ["abc/bca/cab", "abc/abc/cba", "abcd/badc/dcab", "abcd/dcba/bcda/acbd"])
def test_kizilkaya_kempe_plurality_veto_over_all_orders_elects_the_core_of_those_with_a_first_place(words):
    profile = rankings(words)
    orders = permutations(range(len(profile)))
    elected = set().union(*(winners("plurality-veto", profile, order=order) for order in orders))
    assert elected == {name for name in winners("plurality-veto-core", profile) if plurality(profile)[name]}


def test_the_order_of_voters_decides_plurality_veto():
    words = "012/012/210/210"
    assert winners("plurality-veto", words) == {"0"}
    assert winners("plurality-veto", words, order=[3, 2, 1, 0]) == {"2"}
    assert winners("plurality-veto", "012/012/210") == {"0"}


def test_a_ballot_of_weight_w_is_w_voters_in_a_row():
    short, counts = rankings("abcd/dcba/bcda/acbd"), [3, 1, 2, 4]
    long = [ranking for ranking, count in zip(short, counts, strict=True) for _ in range(count)]
    assert winners("plurality-veto", short, counts) == {plurality_veto(long)[-1]}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=15),
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=2, max_size=6, unique=True),
)
def test_kizilkaya_kempe_the_metric_distortion_is_at_most_three(voters, names):
    def cost(name):
        return sum(math.dist(voter, names[name]) for voter in voters)

    profile = [sorted(range(len(names)), key=lambda name: math.dist(voter, names[name])) for voter in voters]
    for rule in ("plurality-veto", "simultaneous-veto", "plurality-veto-core"):
        for name in winners(rule, profile):
            assert cost(int(name)) <= 3 * min(map(cost, range(len(names)))) + 1e-6


# Where the rules differ.


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (CORE, "02"),
        (CONSUMPTION, "0"),
        ("fallback", "2"),
        ("plurality-veto-core", "0246"),
        ("simultaneous-veto", "06"),
    ],
)
def test_one_profile_on_which_the_veto_rules_differ(rule, expected):
    assert winners(rule, "0123456/6420135") == set(expected)


# Felsenthal and Machover 1992; Moulin: sequential vetoes stay in the core of their veto function.


@settings(max_examples=60, deadline=None)
@given(profiles(most_voters=4, most_candidates=5, fewest_voters=2), st.data())
def test_what_a_sequence_of_vetoes_leaves_is_blocked_by_nobody_with_so_many_vetoes(profile, data):
    names = sorted(profile[0])
    order = data.draw(st.lists(st.integers(0, len(profile) - 1), min_size=len(names) - 1, max_size=len(names) - 1))
    left = list(names)
    for voter in order:
        left.remove(max(left, key=profile[voter].index))
    vetoes = {str(voter): order.count(voter) + F(1, len(profile)) for voter in range(len(profile))}
    plain = Profile.of(profile)
    classes = tuple(vetoes)
    sided = Profile(plain.candidates, plain.ranks, classes=classes, class_of=range(len(profile)))
    assert set(left) <= winners("veto-core", sided, weights=vetoes)


# Brams and Kilgour 2001.


@pytest.mark.parametrize(("quota", "depth", "expected"), [(1, 1, "abd"), (2, 2, "bc"), (3, 3, "bc")])
def test_brams_kilgour_q_approval_fallback(quota, depth, expected):
    found = RULES["q-approval-fallback"](Profile.of(rankings("abcd/bcad/dcba")), quota=quota)
    assert (found.detail["depth"], set(found.names)) == (depth, set(expected))


@pytest.mark.parametrize(
    ("acceptable", "depth", "expected"), [((2, 2, 3), 3, "b"), ((2, 1, 2), None, ""), ((3, 3, 3), 3, "bc")]
)
def test_brams_kilgour_nobody_descends_below_impasse(acceptable, depth, expected):
    profile = [ranking[:kept] for ranking, kept in zip(rankings("abcd/bcad/dcba"), acceptable, strict=True)]
    found = RULES["fallback"](Profile.of(profile))
    assert (found.detail["depth"], set(found.names)) == (depth, set(expected))


@pytest.mark.parametrize(("m", "mean"), [(3, F(5, 3)), (5, F(21, 10)), (7, F(257, 105))])
def test_the_expected_depth_of_fallback_for_two_is_the_closed_form(m, mean):
    names = list(range(m))
    depths = [RULES["fallback"](Profile.of([names, other])).detail["depth"] for other in permutations(names)]
    assert F(sum(depths), len(depths)) == mean
    assert max(depths) <= m // 2 + 1


def test_the_mean_rank_of_fallback_for_two_voters_and_five_names():
    names = list(range(5))
    total = [F(0), F(0)]
    for other in permutations(names):
        chosen = sorted(map(int, winners("fallback", [names, other])))
        for voter, ranking in enumerate((names, list(other))):
            total[voter] += F(sum(ranking.index(name) + 1 for name in chosen), len(chosen))
    assert [one / 120 for one in total] == [F(69, 40), F(69, 40)]
