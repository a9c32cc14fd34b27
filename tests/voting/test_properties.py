"""What theory proves of the rules, and that each agrees with its naive twin."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.ballots.profile import Profile
from placet.voting.registry import Needs, Property
from placet.voting.rules import RULES
from voting import naive
from voting.worlds import profiles, truncated, winners

RANKED = [rule.name for rule in RULES.values() if rule.needs is not Needs.MARKS]
FEW = settings(max_examples=20, deadline=None)
QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(profiles())
def test_the_proportional_veto_core_is_what_no_coalition_blocks(profile):
    core = winners("proportional-veto-core", profile)
    assert core == naive.core(profile) == naive.core_by_veto_function(profile)
    assert core
    assert core <= naive.pareto(profile)


@QUICK
@given(profiles(), st.data())
def test_the_veto_core_with_powers_and_support_is_what_no_coalition_blocks(profile, data):
    shares = st.integers(1, 5)
    powers = data.draw(st.lists(shares, min_size=len(profile), max_size=len(profile)))
    support = {name: data.draw(shares) for name in sorted(profile[0])}
    plain = Profile.of(profile)
    classes = tuple(f"side-{index}" for index in range(len(profile)))
    sided = Profile(plain.candidates, plain.ranks, classes=classes, class_of=range(len(profile)))
    found = winners("veto-core", sided, weights=dict(zip(classes, powers, strict=True)), support=support)
    assert found == naive.core(
        profile,
        [Fraction(power, sum(powers)) for power in powers],
        {name: Fraction(share, sum(support.values())) for name, share in support.items()},
    )
    assert found


@QUICK
@given(profiles())
def test_the_plurality_veto_core_is_what_no_coalition_blocks(profile):
    core = winners("plurality-veto-core", profile)
    assert core == naive.core(profile, support=naive.plurality_shares(profile))
    assert winners("plurality-veto", profile) <= core
    assert winners("simultaneous-veto", profile) <= core


@QUICK
@given(profiles(most_voters=12, most_candidates=7))
def test_veto_by_consumption_eats_as_defined_and_stays_in_the_core(profile):
    found = RULES["veto-by-consumption"](Profile.of(profile))
    assert dict(found.lottery) == naive.consumption(profile, dict.fromkeys(profile[0], 1))
    assert sum(found.lottery.values()) == 1
    assert set(found.names) <= winners("proportional-veto-core", profile)


@QUICK
@given(profiles(most_voters=12, most_candidates=7))
def test_simultaneous_veto_eats_as_defined(profile):
    assert winners("simultaneous-veto", profile) == set(naive.consumption(profile, naive.plurality(profile)))


@QUICK
@given(profiles(most_voters=20, most_candidates=7))
def test_plurality_veto_takes_points_one_by_one(profile):
    found = RULES["plurality-veto"](Profile.of(profile))
    assert [name for (name,) in found.detail["rounds"]] == naive.plurality_veto(profile)


@QUICK
@given(profiles(most_voters=9, most_candidates=6))
def test_anti_plurality_and_coombs_count_last_places(profile):
    assert winners("anti-plurality", profile) == naive.anti_plurality(profile)
    assert winners("coombs", profile) == naive.coombs(profile)


@QUICK
@given(profiles())
def test_fallback_makes_the_worst_rank_smallest(profile):
    found = RULES["fallback"](Profile.of(profile))
    assert (found.detail["depth"], set(found.names)) == naive.fallback(profile)
    assert set(found.names) <= naive.pareto(profile)


@QUICK
@given(truncated(), st.data())
def test_the_descent_stops_where_a_name_first_has_the_quota(profile, data):
    quota = data.draw(st.integers(1, len(profile)))
    found = RULES["q-approval-fallback"](Profile.of(profile), quota=quota)
    assert (found.detail["depth"], set(found.names)) == naive.descent(profile, quota)


@QUICK
@given(truncated())
def test_bucklin_is_the_majoritarian_compromise_unless_that_is_an_impasse(profile):
    compromise, chosen = winners("majoritarian-compromise", profile), winners("bucklin", profile)
    most = max(sum(name in ranking for ranking in profile) for name in set().union(*profile))
    assert chosen == (compromise or {n for n in set().union(*profile) if sum(n in r for r in profile) == most})


def claiming(claim):
    """Run a test for every rule on rankings that claims a property."""
    return pytest.mark.parametrize("rule", [name for name in RANKED if claim in RULES[name].properties])


@claiming(Property.ANONYMOUS)
@FEW
@given(profile=profiles(), data=st.data())
def test_the_order_of_the_ballots_makes_no_difference(rule, profile, data):
    assert winners(rule, profile) == winners(rule, data.draw(st.permutations(profile)))


@claiming(Property.NEUTRAL)
@FEW
@given(profile=profiles(), data=st.data())
def test_renaming_the_candidates_renames_the_winners(rule, profile, data):
    names = sorted(profile[0])
    renamed = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    other = [[renamed[name] for name in ranking] for ranking in profile]
    assert {renamed[name] for name in winners(rule, profile)} == winners(rule, other)


@claiming(Property.EFFICIENT)
@QUICK
@given(profile=profiles())
def test_nobody_wins_to_whom_all_prefer_the_same_other(rule, profile):
    assert winners(rule, profile) <= naive.pareto(profile)


@claiming(Property.NEVER_EMPTY)
@FEW
@given(profile=profiles())
def test_somebody_always_wins(rule, profile):
    assert winners(rule, profile)


@claiming(Property.RESOLUTE)
@FEW
@given(profile=profiles())
def test_one_alone_wins(rule, profile):
    assert len(winners(rule, profile)) == 1


@pytest.mark.parametrize(
    ("rule", "claim", "words", "dominated"),
    [("anti-plurality", Property.EFFICIENT, "abc", "b"), ("plurality-veto-core", Property.EFFICIENT, "abcd/dbca", "c")],
)
def test_what_is_not_claimed_does_not_hold(rule, claim, words, dominated):
    assert claim not in RULES[rule].properties
    assert dominated in winners(rule, words)
    assert dominated not in naive.pareto([list(word) for word in words.split("/")])


@pytest.mark.parametrize("rule", RANKED)
@FEW
@given(profile=profiles(most_voters=4), data=st.data())
def test_a_ballot_with_a_count_is_as_good_as_so_many_ballots(rule, profile, data):
    counts = [data.draw(st.integers(1, 3)) for _ in profile]
    long = [ranking for ranking, count in zip(profile, counts, strict=True) for _ in range(count)]
    assert winners(rule, profile, counts) == winners(rule, long)


@QUICK
@given(profiles())
def test_who_is_blocked_is_blocked_by_the_coalition_that_is_named(profile):
    found = RULES["proportional-veto-core"](Profile.of(profile))
    assert set(found.detail["blocked"]) == set(profile[0]) - set(found.names)
    for name, by in found.detail["blocked"].items():
        prefer = set(by["prefer"])
        agreeing = sum(prefer <= set(ranking[: ranking.index(name)]) for ranking in profile)
        assert by["share"] <= Fraction(agreeing, len(profile))
        assert by["share"] > 1 - Fraction(len(prefer), len(profile[0]))


@QUICK
@given(profiles(), st.data())
def test_a_common_bottom_is_vetoed_in_proportion_to_those_who_share_it(profile, data):
    count = data.draw(st.integers(1, len(profile)))
    vetoed = -(-len(profile[0]) * count // len(profile)) - 1
    together = [*[profile[0]] * count, *profile[count:]]
    bottom = set(profile[0][len(profile[0]) - vetoed :])
    assert not bottom & winners("proportional-veto-core", together)
