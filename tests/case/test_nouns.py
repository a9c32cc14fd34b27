"""The nouns answer what the rooms above ask of them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from case.samples import EXAMPLE, read
from placet.case.catalog import Catalog
from placet.case.nouns import Group, Kind, Preferences
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named
from placet.case.text import Text


@pytest.fixture(scope="module")
def example():
    return read(EXAMPLE)


@pytest.mark.parametrize(
    ("selector", "members"),
    [
        (Named("haddad"), ("haddad",)),
        (InGroup("cells"), ("saleh",)),
        (InGroup("militia"), ("saleh",)),
        (HasTrait("gender", "woman"), ("haddad",)),
        (HasTrait("seats", 3), ("haddad",)),
        (HasTrait("seats", "3"), ()),
        (HasTrait("seats", True), ()),
        (AnyOf((Named("saleh"), Named("haddad"))), ("haddad", "saleh")),
        (AllOf((InGroup("militia"), HasTrait("gender", "man"))), ("saleh",)),
        (AllOf((InGroup("militia"), Named("haddad"))), ()),
        (Except(InGroup("militia")), ("haddad",)),
    ],
)
def test_a_selector_means_its_members_in_the_order_of_the_file(example, selector, members):
    assert example.members(selector) == members


def test_a_circle_of_groups_does_not_hang(example):
    circle = Catalog(
        {"cells": Group("cells", Text.plain("A"), "other"), "other": Group("other", Text.plain("B"), "cells")}
    )
    case = replace(example, groups=Catalog({**example.groups, **circle}))
    assert case.members(InGroup("other")) == ("saleh",)


def test_a_post_is_open_to_the_eligible_or_to_all(example):
    assert example.eligible("head") == ("haddad",)
    assert example.eligible("member") == ("haddad", "saleh")


def test_a_case_shows_itself_briefly(example):
    assert repr(replace(example, name="x")) == "<Case x: 4 sides, 2 candidates, 2 posts, 7 demands>"
    assert repr(example.posts) == "Catalog(head, member)"


def test_catalogs_are_equal_in_the_same_order_only():
    forward, backward = Catalog({"a": 1, "b": 2}), Catalog({"b": 2, "a": 1})
    assert forward == Catalog([("a", 1), ("b", 2)])
    assert hash(forward) == hash(Catalog({"a": 1, "b": 2}))
    assert forward != backward
    assert forward != {"a": 1, "b": 2}


def test_text_is_said_in_the_nearest_language():
    text = Text((("fr", "Chef"), ("en", "Head"), ("ar", "رئيس")))
    assert (text.say("ar-SY"), text.say("ar"), text.say("de"), str(text)) == ("رئيس", "رئيس", "Head", "Head")
    assert Text((("fr", "Chef"),)).say("de") == "Chef"
    assert Text.plain("Head").say("ar") == "Head"


def test_a_name_without_a_score_counts_nothing_where_none_is_missing():
    stated = Preferences("a", Kind.RANKING, Catalog({"x": Fraction(1)}))
    assert stated.score("y", "head") == 0
    assert stated.score_option("election", "soon") == 0


def test_holders_are_those_who_consent_by_themselves_or_by_votes(example):
    assert [side.holds_consent for side in example.sides.values()] == [True, True, True, False]
