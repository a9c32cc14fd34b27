"""Committees: the same as abcvoting's collection and as the definitions say, plain and inside a zone."""

import os
from collections import Counter
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.ballots import Profile, read_ballots
from placet.errors import QuestionError
from placet.voting.rules import RULES
from placet.words.say import say
from placet.zone.committees import COMMITTEE_RULES, committee_rule
from placet.zone.zone import Zone
from zone import naive_committees as naive
from zone.tables import settlements, table

DATA = Path(os.environ.get("PLACET_DATA", Path(__file__).parents[3] / "shared" / "data"))
FILES = sorted((DATA / "abcvoting").glob("*.abc.yaml"))
BEST, IN_TURN = ("minisum", "minimax", "pav", "chamberlin-courant"), ("equal-shares", "sequential-phragmen")
THEIRS = {
    "minisum": "av",
    "minimax": "minimaxav",
    "pav": "pav",
    "chamberlin-courant": "cc",
    "equal-shares": "equal-shares",
    "sequential-phragmen": "seqphragmen",
}
QUICK = settings(max_examples=40, deadline=None)


def approving(ballots, names=None, weights=None):
    """The profile of voters who approve the letters of their words: ``["ab", "b"]``."""
    names = names or sorted(set("".join(ballots)))
    marks = np.array([[name in ballot for name in names] for ballot in ballots], np.int8)
    return Profile(tuple(names), marks=marks, weights=weights)


def elected(rule, profile, size=None, **options):
    """All committees that a rule elects, as a set of words."""
    found = COMMITTEE_RULES[rule](profile, size, limit=10_000, **options)
    assert found.complete
    assert len(set(found.committees)) == len(found.committees)
    return {"".join(sorted(one)) for one in found.committees}


@st.composite
def elections(draw, most_names=6, most_voters=6):
    """Ballots of approvals over letters, and a size."""
    names = "abcdef"[: draw(st.integers(1, most_names))]
    ballots = draw(st.lists(st.sets(st.sampled_from(names)).map(frozenset), min_size=1, max_size=most_voters))
    return names, ballots, draw(st.integers(1, len(names)))


# abcvoting's collection: every winning committee of every rule that both have.


@pytest.mark.parametrize("file", FILES or [None], ids=lambda file: file.name.partition(".")[0] if file else "absent")
def test_the_committees_are_those_of_abcvoting(file):
    if file is None:
        pytest.skip("the instances are not here: abcvoting in the folder that PLACET_DATA names")
    told = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    profile, size = read_ballots(file), told["committeesize"]
    compared = 0
    for rule, theirs in THEIRS.items():
        listed = [one["result"] for one in told["compute"] if one["rule_id"] == theirs and not one["resolute"]]
        for result in filter(None, listed):
            found = COMMITTEE_RULES[rule](profile, size, limit=10_000)
            assert found.complete
            ours = sorted(sorted(map(int, one)) for one in found.committees)
            assert ours == sorted(map(sorted, result)), rule
            compared += 1
            assert COMMITTEE_RULES[rule](profile, size).names in found.committees
    assert compared >= 5


# The definitions, by brute force.


@pytest.mark.parametrize("rule", BEST)
@QUICK
@given(election=elections(), has_size=st.booleans())
def test_the_best_committees_are_those_of_the_definition(rule, election, has_size):
    names, ballots, size = election
    asked = size if has_size or rule not in {"minisum", "minimax"} else None
    expected = naive.best(rule, naive.every_committee(names, asked), ballots)
    assert elected(rule, approving(ballots, names), asked) == {"".join(sorted(one)) for one in expected}


@pytest.mark.parametrize("rule", IN_TURN)
@QUICK
@given(election=elections())
def test_the_committees_filled_in_turn_are_those_of_the_definition(rule, election):
    names, ballots, size = election
    expected = naive.in_turn(rule, naive.every_committee(names, size), ballots, names, size)
    assert elected(rule, approving(ballots, names), size) == {"".join(sorted(one)) for one in expected}


@pytest.mark.parametrize("rule", COMMITTEE_RULES)
@QUICK
@given(election=elections(most_names=5, most_voters=4), data=st.data())
def test_a_ballot_with_a_count_is_as_good_as_so_many_ballots(rule, election, data):
    names, ballots, size = election
    counts = [data.draw(st.integers(1, 3)) for _ in ballots]
    long = [ballot for ballot, count in zip(ballots, counts, strict=True) for _ in range(count)]
    assert elected(rule, approving(ballots, names, counts), size) == elected(rule, approving(long, names), size)


@pytest.mark.parametrize("rule", COMMITTEE_RULES)
@QUICK
@given(election=elections(), data=st.data())
def test_neither_the_order_of_the_ballots_nor_the_names_make_a_difference(rule, election, data):
    names, ballots, size = election
    renamed = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    other = [frozenset(renamed[name] for name in ballot) for ballot in data.draw(st.permutations(ballots))]
    found = elected(rule, approving(ballots, names), size)
    assert {"".join(sorted(renamed[name] for name in one)) for one in found} == elected(
        rule, approving(other, names), size
    )


@QUICK
@given(elections())
def test_pav_and_equal_shares_give_extended_justified_representation(election):
    names, ballots, size = election
    for rule in ("pav", "equal-shares"):
        for one in elected(rule, approving(ballots, names), size):
            assert naive.justified(frozenset(one), ballots, names, size)


def test_a_score_that_floats_cannot_tell_apart_is_still_decided():
    # 30 members: steps of 1/29 and 1/30 and a million voters on each side but one.
    names = [f"{index:02}" for index in range(31)]
    both = names[:29]
    million = 10**12
    marks = np.zeros((2, 31), np.int8)
    marks[0, [names.index(one) for one in [*both, "29"]]] = 1
    marks[1, [names.index(one) for one in [*both, "30"]]] = 1
    profile = Profile(tuple(names), marks=marks, weights=[million, million + 1])
    found = COMMITTEE_RULES["pav"](profile, 30, limit=5)
    assert [one[-1] for one in found.committees] == ["30"]
    assert COMMITTEE_RULES["pav"](profile, 30).names[-1] == "30"


# Worked examples and theorems of the literature.

COUNCIL = (["a", "ab", "ac"], [1, 1, 2])


@pytest.mark.parametrize(
    ("committee", "distances", "total"),
    [
        ("", (1, 2, 4), 7),
        ("a", (0, 1, 2), 3),
        ("b", (2, 1, 6), 9),
        ("c", (2, 3, 2), 7),
        ("ab", (1, 0, 4), 5),
        ("ac", (1, 2, 0), 3),
        ("bc", (3, 2, 4), 9),
        ("abc", (2, 1, 2), 5),
    ],
)
def test_brams_kilgour_sanver_distances_of_every_committee(committee, distances, total):
    ballots, weights = COUNCIL
    far = [len(set(committee) ^ set(ballot)) * weight for ballot, weight in zip(ballots, weights, strict=True)]
    assert (tuple(far), sum(far)) == (distances, total)
    largest = COMMITTEE_RULES["minimax"](approving(*COUNCIL[:1], weights=weights), limit=9, by_count=True)
    assert largest.detail["largest_weighted_distance"] <= max(distances)
    assert COMMITTEE_RULES["minisum"](approving(ballots, weights=weights)).detail["total_distance"] <= total


def test_brams_kilgour_sanver_minisum_of_the_worked_table():
    ballots, weights = COUNCIL
    assert elected("minisum", approving(ballots, weights=weights)) == {"a", "ac"}
    assert elected("minimax", approving(ballots, weights=weights), by_count=True) == {"a", "ac", "abc"}


def test_brams_kilgour_sanver_minimax_with_and_without_counts():
    profile = approving(["a", "b"], weights=[9, 1])
    assert elected("minimax", profile) == {"", "ab"}
    assert elected("minimax", profile, by_count=True) == {"a"}
    assert elected("minisum", profile) == {"a"}


@QUICK
@given(elections(most_names=4, most_voters=4))
def test_brams_kilgour_sanver_minimax_is_fallback_over_committees_ordered_by_distance(election):
    names, ballots, size = election
    every = naive.every_committee(names, size)
    levels = [[naive.hamming(one, ballot) for one in every] for ballot in ballots]
    # Everybody descends one step of distance at a time, until some committee has been come to by all.
    depth = next(
        d for d in range(len(names) + 1) if any(all(far[at] <= d for far in levels) for at in range(len(every)))
    )
    met = {"".join(sorted(one)) for at, one in enumerate(every) if all(far[at] <= depth for far in levels)}
    assert elected("minimax", approving(ballots, names), size) == met


@QUICK
@given(elections())
def test_brams_kilgour_sanver_minisum_of_a_size_takes_those_with_most_approvals(election):
    names, ballots, size = election
    votes = Counter({name: sum(name in ballot for ballot in ballots) for name in names})
    most = sum(count for _, count in votes.most_common(size))
    for one in elected("minisum", approving(ballots, names), size):
        assert sum(votes[name] for name in one) == most


def test_brams_kilgour_sanver_minimax_can_be_manipulated():
    others = ["a", "ad", "c", "cd"]
    assert elected("minimax", approving(["ace", *others], "abcde"), 3) == {"acd"}
    assert elected("minimax", approving(["e", *others], "abcde"), 3) == {"ace"}


def test_thiele_1895_pav_shares_seats_in_proportion_on_party_lists():
    # Three seats for parties of 6, 3 and 1 voters, as D'Hondt gives them: 2, 1, 0.
    profile = approving(["abc", "def", "ghi"], weights=[6, 3, 1])
    assert {Counter("abc".count(x) or -1 for x in one)[1] for one in elected("pav", profile, 3)} == {2}
    for rule in ("pav", "equal-shares", "sequential-phragmen"):
        for one in elected(rule, profile, 3):
            assert [sum(x in party for x in one) for party in ("abc", "def", "ghi")] == [2, 1, 0]


# Inside a zone.

BODY = """
groups: {militia: {name: Militia}}
candidates:
  p: {name: Pat Made-up, traits: {gender: woman}}
  q: {name: Quin}
  r: {name: Rae, groups: [militia]}
  s: {name: Sam, groups: [militia]}
  t: {name: Tess, traits: {gender: woman}}
posts:
  chair: {title: Chair}
  council: {title: Council, seats: 2}
"""
RULES_OF_BODY = """
constraints:
  women: {at_least: 1, where: {trait: {gender: woman}}, in: [council]}
"""
VETOES = """
demands:
  no-r: {side: a, excludes: r}
  chair-p: {side: b, at_least: 1, where: p, in: [chair]}
  guest: {side: c, excludes: q}
"""
NAMES = "pqrst"


def allowed(zone, post="council"):
    """The committees that some acceptable settlement seats, by brute force."""
    return sorted({frozenset(one.slate[post]) for one in settlements(zone.case) if zone.check(one)}, key=sorted)


@pytest.mark.parametrize("body", ["", RULES_OF_BODY, VETOES, RULES_OF_BODY + VETOES])
@pytest.mark.parametrize("rule", COMMITTEE_RULES)
@settings(max_examples=12, deadline=None)
@given(ballots=st.lists(st.sets(st.sampled_from(NAMES)).map(frozenset), min_size=1, max_size=5))
def test_inside_a_zone_the_best_of_those_whom_nobody_vetoes_are_elected(rule, body, ballots):
    zone = Zone(table(BODY + body))
    committees = allowed(zone)
    if rule in BEST:
        expected = naive.best(rule, committees, ballots)
    else:
        expected = naive.in_turn(rule, committees, ballots, NAMES, 2)
    found = elected(rule, approving(ballots, NAMES), zone=zone, post="council")
    assert found == {"".join(sorted(one)) for one in expected}


@pytest.mark.parametrize("rule", ["minisum", "minimax"])
@settings(max_examples=12, deadline=None)
@given(ballots=st.lists(st.sets(st.sampled_from(NAMES)).map(frozenset), min_size=1, max_size=5))
def test_a_post_that_may_have_more_or_fewer_seats_gets_the_nearest_committee_of_all_sizes(rule, ballots):
    seats = "council: {title: Council, seats: {at_least: 1, at_most: 3}}"
    zone = Zone(table(BODY.replace("council: {title: Council, seats: 2}", seats) + RULES_OF_BODY + VETOES))
    expected = naive.best(rule, allowed(zone), ballots)
    found = elected(rule, approving(ballots, NAMES), zone=zone, post="council")
    assert found == {"".join(sorted(one)) for one in expected}


@pytest.mark.parametrize("rule", COMMITTEE_RULES)
def test_without_demands_and_constraints_a_case_elects_as_the_plain_rule_does(rule):
    zone = Zone(table(BODY.replace("  chair: {title: Chair}\n", "")))
    profile = approving(["pq", "qr", "st", "rs", "p"], NAMES)
    assert elected(rule, profile, zone=zone) == elected(rule, profile, 2)


@pytest.mark.parametrize("rule", BEST)
@settings(max_examples=20, deadline=None)
@given(ballots=st.lists(st.sets(st.sampled_from(NAMES)).map(frozenset), min_size=1, max_size=5))
def test_a_veto_never_makes_the_best_committee_better(rule, ballots):
    profile = approving(ballots, NAMES)
    worths = []
    for body in ("", VETOES):
        found = COMMITTEE_RULES[rule](profile, zone=Zone(table(BODY + body)), post="council")
        worths.append(naive.worth(rule, frozenset(found.names), ballots))
    assert worths[0] >= worths[1]


def test_the_settlement_that_is_told_seats_the_committee_and_is_acceptable():
    zone = Zone(table(BODY + RULES_OF_BODY + VETOES))
    found = COMMITTEE_RULES["pav"](approving(["qs", "qs", "t"], "qst"), zone=zone, post="council")
    assert zone.check(found.settlement)
    assert set(found.settlement.slate["council"]) == set(found.names)
    assert found.to_dict()["settlement"]["slate"]["chair"] == ["p"]


def test_those_who_are_on_no_ballot_may_fill_a_seat():
    zone = Zone(table(BODY + RULES_OF_BODY + VETOES))
    assert elected("equal-shares", approving(["qs", "qs"], "qs"), zone=zone, post="council") == {"qt", "st"}


def test_a_candidate_may_be_called_by_id_or_name():
    zone = Zone(table(BODY))
    marks = Profile(("pat made-up", "q"), marks=[[1, 0], [1, 1]])
    assert COMMITTEE_RULES["minisum"](marks, zone=zone, post="council").names == ("pat made-up", "q")


def test_an_empty_zone_elects_nobody_and_says_so():
    zone = Zone(table(BODY + "demands:\n  none: {side: a, excludes: {any: [p, q, r, s, t]}}\n"))
    for rule in COMMITTEE_RULES.values():
        found = rule(approving(["p"], NAMES), zone=zone, post="council")
        assert (found.committees, found.complete, found.names) == ((), True, ())
        assert "no committee keeps all rules and demands" in say(found.explain()[0])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"post": "councl"}, "did you mean council"),
        ({}, "--post with one of chair, council"),
        ({"post": "council", "size": 3}, "a size that council can have: from 2 to 2"),
    ],
)
def test_a_post_or_size_that_cannot_be_is_refused(options, message):
    with pytest.raises(QuestionError, match=message):
        COMMITTEE_RULES["pav"](approving(["p"], NAMES), zone=Zone(table(BODY)), **options)


@pytest.mark.parametrize(
    ("names", "message"),
    [(("p", "quinn"), "did you mean quin"), (("q", "Quin"), "every candidate once"), (("xyz",), "by id or name")],
)
def test_names_that_are_not_in_the_case_are_refused(names, message):
    profile = Profile(names, marks=np.ones((1, len(names)), np.int8))
    with pytest.raises(QuestionError, match=message):
        COMMITTEE_RULES["pav"](profile, zone=Zone(table(BODY)), post="council")


def test_a_name_that_two_people_share_must_be_an_id():
    zone = Zone(table(BODY.replace("{name: Quin}", "{name: Tess}")))
    with pytest.raises(QuestionError, match="the id of whom you mean: q or t"):
        COMMITTEE_RULES["pav"](Profile(("Tess",), marks=[[1]]), zone=zone, post="council")


# What is said, and what is refused.


def test_a_tie_that_was_broken_is_told():
    profile = approving(["ab", "bc", "cd", "ad"])
    one = COMMITTEE_RULES["pav"](profile, 2)
    assert (len(one.committees), one.complete) == (1, False)
    assert "others may be just as good" in say(one.explain()[1])
    every = COMMITTEE_RULES["pav"](profile, 2, limit=5)
    assert say(every.explain()[0]) == "2 committees are level by proportional approval voting:"


def test_a_list_that_was_cut_off_says_so():
    found = COMMITTEE_RULES["minisum"](approving(["abcd"]), 2, limit=3)
    assert (len(found.committees), found.complete) == (3, False)
    found = COMMITTEE_RULES["sequential-phragmen"](approving(["abcd"]), 2, limit=3)
    assert (len(found.committees), found.complete) == (3, False)


@pytest.mark.parametrize("rule", COMMITTEE_RULES)
def test_every_rule_says_what_decided(rule):
    one = COMMITTEE_RULES[rule]
    assert one.summary.endswith(".")
    assert one.source
    found = one(approving(["ab", "bc", "cd", "ad"]), 2)
    assert list(found.to_dict()) == [
        *("rule", "winners", "lottery", "detail", "committees", "complete", "post", "settlement")
    ]
    assert found.to_dict()["detail"]
    assert all(say(line) for line in found.explain())


def test_the_rounds_tell_price_load_and_who_was_level():
    rounds = COMMITTEE_RULES["equal-shares"](approving(["ab", "a", "c"], "abcd"), 4).detail["rounds"]
    assert [(one["taken"], one["by"], one["number"]) for one in rounds] == [
        ("a", "price", Fraction(1, 2)),
        ("c", "price", Fraction(1)),
        ("b", "load", Fraction(1, 6)),
        ("d", "left", None),
    ]


@pytest.mark.parametrize(
    ("rule", "size", "options", "message"),
    [
        ("pav", None, {}, "no size of the committee"),
        ("pav", 9, {}, "from 1 to 2"),
        ("pav", 1, {"by_count": True}, "the option by_count"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused(rule, size, options, message):
    with pytest.raises(QuestionError, match=message):
        COMMITTEE_RULES[rule](approving(["a", "b"]), size, **options)


def test_committees_need_approvals():
    with pytest.raises(QuestionError, match="without approvals"):
        COMMITTEE_RULES["pav"](Profile.of(["ab"]), 1)


def test_a_rule_has_other_names_and_none_that_a_single_winner_rule_has():
    assert committee_rule("mes") is COMMITTEE_RULES["equal-shares"]
    assert not set(COMMITTEE_RULES) & set(RULES)
    with pytest.raises(QuestionError, match="did you mean minisum"):
        committee_rule("minisumm")
