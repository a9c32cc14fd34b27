"""The registry: every rule tells what it needs, refuses what it cannot use, and explains its answer."""

from fractions import Fraction

import numpy as np
import pytest

from placet.ballots.profile import Profile
from placet.case.catalog import Catalog
from placet.errors import QuestionError
from placet.voting import RULES, Winners, rule
from placet.voting.registry import Needs
from placet.words import say
from voting.worlds import rankings, winners


def profile(needs):
    if needs is Needs.MARKS:
        return Profile(("a", "b", "c"), marks=[[1, 0, -1], [1, 1, 0]])
    return Profile.of(rankings("abc/bca/cab"))


def said(winners):
    return [say(one) for one in winners.explain()]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_its_name_a_sentence_and_a_source(name):
    one = RULES[name]
    assert one.name == name == name.lower()
    assert one.summary.endswith(".")
    assert one.source


@pytest.mark.parametrize("name", RULES)
def test_every_rule_answers_in_values_that_json_and_people_can_read(name):
    found = RULES[name](profile(RULES[name].needs))
    told = found.to_dict()
    assert list(told) == ["rule", "winners", "lottery", "detail"]
    assert told["rule"] == name
    assert hash(found) == hash(RULES[name](profile(RULES[name].needs)))
    assert all(said(found))


@pytest.mark.parametrize("name", [one.name for one in RULES.values() if one.needs is Needs.STRICT])
@pytest.mark.parametrize(
    ("ranks", "found"), [([[1, 2, 0]], "leaves names out"), ([[1, 1, 2]], "with a tie"), (None, "without rankings")]
)
def test_a_rule_that_needs_strict_rankings_says_what_is_wrong_with_others(name, ranks, found):
    ballots = Profile(("a", "b", "c"), ranks, None if ranks else [[1, 0, 0]])
    with pytest.raises(QuestionError, match=found):
        RULES[name](ballots)


def test_a_rule_on_vetoes_refuses_bare_rankings():
    with pytest.raises(QuestionError, match="without approvals and vetoes"):
        RULES["net-approval"](profile(Needs.RANKS))


def test_an_unknown_rule_brings_the_nearest_one():
    with pytest.raises(QuestionError, match="did you mean coombs"):
        rule("combs")


def test_an_option_of_another_rule_is_refused():
    with pytest.raises(QuestionError, match="the option quota, expected no option"):
        RULES["coombs"](profile(Needs.STRICT), quota=2)
    with pytest.raises(QuestionError, match="weights, support"):
        RULES["veto-core"](profile(Needs.STRICT), quota=2)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"weights": {"north": 1}}, "no weight for south"),
        ({"weights": {"north": 1, "south": 1, "west": 1}}, 'the side "west"'),
        ({"weights": {"north": -1, "south": 1}}, "0 or more"),
        ({"weights": {"north": 0, "south": 0}}, "at least one weight above 0"),
        ({"support": {"z": 1}}, 'the candidate "z"'),
    ],
)
def test_weights_that_cannot_be_are_refused(options, message):
    plain = Profile.of(rankings("abc/bca"))
    sided = Profile(plain.candidates, plain.ranks, classes=("north", "south"), class_of=[0, 1])
    with pytest.raises(QuestionError, match=message):
        RULES["veto-core"](sided, **options)


def test_weights_for_sides_need_ballots_that_tell_their_side():
    with pytest.raises(QuestionError, match="without a side"):
        RULES["veto-core"](profile(Needs.RANKS), weights={"north": 1})


def test_the_power_of_a_side_is_shared_among_its_voters():
    plain = Profile.of(rankings("abc/abc/abc/cba"), [1, 2, 3, 1])
    sided = Profile(plain.candidates, plain.ranks, None, plain.weights, ("north", "south"), [0, 0, 0, 1])
    assert winners("veto-core", sided) == {"a"}
    assert winners("veto-core", sided, weights={"north": 1, "south": 1}) == {"b"}


def test_a_core_may_have_ties_and_names_left_out():
    ballots = Profile(("a", "b", "c"), np.array([[1, 1, 0], [0, 0, 1]]))
    assert winners("proportional-veto-core", ballots) == {"a", "b"}
    assert winners("proportional-veto-core", Profile(("a", "b", "c"), np.array([[1, 1, 0]]))) == {"a", "b"}


def test_powers_too_fine_for_64_bits_stay_exact():
    plain = Profile.of(rankings("abcde/ecbda"))
    sided = Profile(plain.candidates, plain.ranks, classes=("north", "south"), class_of=[0, 1])
    hair = Fraction(1, 10**30)
    exactly = {"north": Fraction(3, 5), "south": Fraction(2, 5)}
    assert winners("veto-core", sided, weights=exactly) == {"b", "c"}
    assert winners("veto-core", sided, weights={"north": exactly["north"] + hair, "south": exactly["south"]}) == {"b"}


def test_coombs_strikes_the_name_with_most_last_places_until_somebody_leads():
    found = RULES["coombs"](Profile.of(rankings("abc/bac/cba"), [4, 3, 3]))
    assert (found.names, found.detail["struck"]) == (("b",), (("c",),))


def test_names_level_in_last_places_are_struck_together():
    assert winners("coombs", "abc/bca/cab") == {"a", "b", "c"}


def test_bucklin_knows_no_impasse():
    assert winners("bucklin", "a/b/c", [2, 1, 1]) == {"a"}
    assert winners("majoritarian-compromise", "a/b/c", [2, 1, 1]) == set()


def test_fallback_never_comes_to_a_vetoed_name():
    ballots = Profile(("a", "b"), [[1, 2], [1, 2]], [[-1, 0], [0, 0]])
    assert winners("fallback", ballots) == {"b"}


def test_an_order_must_be_one_of_the_ballots():
    with pytest.raises(QuestionError, match="every ballot once"):
        winners("plurality-veto", "ab/ba", order=[0, 0])


def test_an_answer_says_who_is_blocked_by_whom():
    assert said(RULES["proportional-veto-core"](Profile.of(rankings("abc/bca"), [60, 40]))) == [
        "b alone passes the proportional veto core.",
        "a is blocked: voters with 2/5 of the power all prefer b and c",
        "c is blocked: all voters prefer b",
    ]


def test_an_answer_says_how_lots_are_drawn():
    told = said(RULES["veto-by-consumption"](Profile.of(rankings("120/120/201"))))
    assert told[:2] == [
        "1 and 2 are level by veto by consumption.",
        "A lot decides between them: 1 with probability 1/3 and 2 with probability 2/3.",
    ]


def test_an_answer_says_that_there_is_an_impasse():
    assert (
        said(RULES["fallback"](Profile.of(rankings("a/b"))))[0]
        == "Nobody passes fallback bargaining: it is an impasse."
    )


def test_a_long_answer_is_cut_and_says_so():
    names = [f"c{index:02}" for index in range(30)]
    told = said(RULES["anti-plurality"](Profile.of([names])))
    assert told[-1] == "and 18 more, which --json shows"


def test_fractions_are_written_exactly_in_json():
    found = Winners(
        "x", ("a",), Catalog({"a": Fraction(1, 3)}), Catalog({"half": Fraction(1, 2), "whole": Fraction(2)})
    )
    assert found.to_dict() == {
        "rule": "x",
        "winners": ["a"],
        "lottery": {"a": "1/3"},
        "detail": {"half": "1/2", "whole": "2"},
    }
    assert repr(found) == "<Winners x: a>"


def test_coombs_says_for_how_many_voters_the_winner_is_first():
    found = RULES["coombs"](Profile.of(rankings("abc/acb/bac")))
    assert found.detail["first"] == Catalog({"a": 2})
    assert said(found) == ["a wins by Coombs’ rule.", "a is then first for 2 of 3 voters"]
