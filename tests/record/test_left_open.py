"""What a case leaves undecided."""

from dataclasses import replace
from fractions import Fraction

import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Chooses, Conditional, Excludes, Quota, Share
from placet.case.nouns import Constraint, Demand, Kind, Post, Preferences, Seats
from placet.case.selectors import InGroup, Named
from placet.record.left_open import left_open
from placet.words import say
from record.table import TABLE, blocks, by_id, council, demanding, presumed, said, table, tallied, text

ADA = Excludes(Named("ada"))


def found(case, kind, on=None):
    return [open_.id for open_ in left_open(case, on) if open_.kind == kind]


def demand(what, side="north", id_="ask", **more):
    return Demand(id_, side, what, **more)


def rule(what):
    return by_id(Constraint("rule", what))


def test_a_term_nobody_has_spoken_on_is_open_unless_it_has_but_one_option():
    assert found(TABLE, "term") == ["vote"]


@pytest.mark.parametrize(
    "what",
    [
        Chooses((("vote", "half"),)),
        Conditional(ADA, Chooses((("vote", "half"),))),
        Conditional(Chooses((("vote", "half"),)), ADA),
    ],
)
def test_a_term_is_spoken_on_by_a_demand_or_a_rule_at_any_depth(what):
    assert found(demanding(demand(what)), "term") == []
    assert found(table(constraints=rule(what)), "term") == []


def test_a_presumed_fallen_or_unvoiced_demand_has_not_spoken_on_a_term():
    what = Chooses((("vote", "half"),))
    assert found(demanding(demand(what, presumed=Fraction(1, 2))), "term") == ["vote"]
    case = demanding(demand(what), entries=(said("withdraws", "2020-03-02", "ask"),))
    assert found(case, "term", "2020-03-02") == ["vote"]
    assert found(case, "term", "2020-03-01") == []


def test_an_undetermined_demand_has_spoken_on_a_term():
    case = demanding(demand(Chooses((("vote", "half"),))), entries=(said("asserts", None, "ask"),))
    assert found(case, "term", "2020-03-02") == []


def preferring(**more):
    return table(preferences=Catalog({"north": Preferences("north", Kind.SCORES, Catalog(), **more)}))


def test_a_preference_speaks_on_a_term_and_names_a_post():
    case = preferring(at_terms=Catalog({"vote": Catalog({"half": Fraction(1)})}))
    assert found(case, "term") == []
    case = preferring(at_posts=Catalog({"head": Catalog({"ada": Fraction(1)})}))
    assert found(case, "post") == ["member"]


def test_a_post_nobody_has_named_is_open():
    assert found(TABLE, "post") == ["head", "member"]
    named = Conditional(Excludes(Named("ada"), ("member",)), Quota(InGroup("guard"), at_least=1, posts=("head",)))
    assert found(demanding(demand(named)), "post") == []
    assert found(table(constraints=rule(Excludes(Named("ada"), ("head",)))), "post") == ["member"]


def test_a_post_with_a_rule_of_who_is_eligible_is_not_open():
    posts = by_id(replace(TABLE.posts["head"], eligible=InGroup("guard")), TABLE.posts["member"])
    assert found(table(posts=posts), "post") == ["member"]


def test_where_there_is_but_one_post_whatever_is_said_of_seats_is_said_of_it():
    only = by_id(Post("panel", text("Panel"), Seats(3, 3)))
    assert found(table(posts=only), "post") == []
    assert found(demanding(posts=only), "post") == ["panel"]
    assert found(demanding(blocks("wait", "talks", "exit"), posts=only), "post") == ["panel"]


def test_a_name_that_only_a_presumed_demand_would_exclude_is_ducked():
    case = demanding(presumed(), demand(ADA))
    assert found(case, "name") == ["ben", "cleo"]
    ducked = [open_ for open_ in left_open(case) if open_.id == "cleo"]
    assert [open_.demands for open_ in ducked] == [("no-guard",)]
    assert ducked[0].to_dict() == {"kind": "name", "id": "cleo", "demands": ["no-guard"]}


def test_a_name_that_only_a_side_without_consent_would_exclude_is_ducked():
    assert found(demanding(demand(ADA, "convener")), "name") == ["ada"]
    assert found(demanding(demand(ADA, "convener"), demand(ADA, id_="also")), "name") == []


def test_a_fallen_or_undetermined_demand_ducks_and_one_never_voiced_does_not():
    case = demanding(demand(ADA), entries=(said("asserts", "2020-03", "ask"), said("withdraws", "2020-05-01", "ask")))
    assert [found(case, "name", f"2020-0{month}-15") for month in (2, 3, 4, 5)] == [[], ["ada"], [], ["ada"]]


def test_a_rule_or_a_tally_settles_a_name():
    case = demanding(presumed(where=Named("ada")), constraints=rule(ADA))
    assert found(case, "name") == []
    case = replace(council(tallied("2016-07-21", {"ada": 3, "ben": 9})), demands=by_id(presumed()))
    assert found(case, "name") == ["ben", "cleo"]
    settled = replace(council(tallied("2016-07-21", {"ada": 3, "ben": 3})), demands=by_id(presumed()))
    assert found(settled, "name") == ["cleo"]


def test_an_exclusion_from_some_posts_ducks_nobody_who_may_hold_another():
    some = Excludes(Named("ada"), ("head",))
    assert found(demanding(demand(some, presumed=Fraction(1))), "name") == []
    posts = by_id(TABLE.posts["head"], replace(TABLE.posts["member"], eligible=InGroup("guard")))
    assert found(demanding(demand(some, presumed=Fraction(1)), posts=posts), "name") == ["ada"]


def test_exclusions_from_each_post_settle_a_name_together():
    parts = [demand(Excludes(Named("ada"), (post,)), id_=f"no-{post}") for post in ("head", "member")]
    assert found(demanding(demand(ADA, "convener"), *parts), "name") == []
    assert found(demanding(demand(ADA, "convener"), parts[0]), "name") == ["ada"]


@pytest.mark.parametrize(
    ("what", "ducked"),
    [
        (Quota(Named("ada"), exactly=0), True),
        (Quota(Named("ada"), at_most=0), True),
        (Quota(Named("ada"), at_most=Share(Fraction(0))), True),
        (Quota(Named("ada"), at_most=1), False),
        (Quota(Named("ada"), at_most=Share(Fraction(1, 10))), False),
        (Quota(Named("ada"), exactly=1), False),
    ],
)
def test_a_quota_of_no_seats_excludes(what, ducked):
    assert (found(demanding(demand(what, "convener")), "name") == ["ada"]) is ducked


def test_what_is_open_is_told_terms_then_posts_then_names():
    case = demanding(
        demand(ADA, "convener"), presumed(where=Named("ben")), demand(Excludes(Named("ben"), ("head",)), id_="half")
    )
    assert [say(open_.says) for open_ in left_open(case)] == [
        "Nobody has spoken on “Elections within”.",
        "Nobody has said anything about the post of Member in particular.",
        (
            "Whether Ada Amber may have a seat is left open: "
            "The convener will not accept Ada Amber in any post, though it holds no veto."
        ),
        (
            "Whether Ben Birch may have a seat is left open: "
            "It is expected that the north would refuse Ben Birch in any post, but nothing on record says so."
        ),
    ]
