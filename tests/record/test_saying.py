"""Demands, forms and dates in plain sentences."""

from dataclasses import replace
from fractions import Fraction

import pytest

from placet.case.catalog import Catalog
from placet.case.dates import parse_when
from placet.case.forms import (
    Apart,
    Chooses,
    Conditional,
    Equal,
    Excludes,
    Quota,
    Share,
    Together,
    Total,
)
from placet.case.nouns import Demand, Post, Seats
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named
from placet.record.saying import say_demand, say_form, say_selector, say_since, say_standing
from placet.record.status import Standing, Status
from placet.record.when import say_date, say_day
from placet.words import say
from record.table import TABLE, blocks, by_id, day, table, text

ADA, BEN, CLEO = Named("ada"), Named("ben"), Named("cleo")
GUARD = InGroup("guard")


def demand(what, side="south"):
    return Demand("ask", side, what)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (Excludes(ADA), "The south will not accept Ada Amber in any post"),
        (Excludes(ADA, ("head",)), "The south will not accept Ada Amber as Head"),
        (Excludes(ADA, ("head", "member")), "The south will not accept Ada Amber as Head or Member"),
        (Quota(GUARD, at_most=0), "The south will not accept anybody from “The guard” in any post"),
        (
            Quota(GUARD, at_least=1),
            "It is a demand of the south that at least one seat goes to people from “The guard”",
        ),
        (
            Chooses((("vote", "half"),)),
            "It is a demand of the south that “Elections within” is settled as “six months”",
        ),
    ],
)
def test_a_demand_is_said_in_its_sides_mouth(what, told):
    assert say(say_demand(TABLE, demand(what))) == told


def test_a_demand_that_blocks_is_said_with_the_titles_of_the_steps():
    assert say(say_demand(TABLE, blocks("wait", "talks", "exit"))) == (
        "The south will not have “The sides meet” before “The old head resigns”"
    )


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (Excludes(GUARD), "no seat goes to anybody from “The guard”"),
        (Excludes(ADA, ("head",)), "no seat as Head goes to Ada Amber"),
        (Quota(ADA, exactly=1), "exactly one seat goes to Ada Amber"),
        (
            Quota(GUARD, exactly=2, posts=("head", "member")),
            "exactly 2 seats as Head and Member go to people from “The guard”",
        ),
        (Quota(GUARD, at_least=2), "at least 2 seats go to people from “The guard”"),
        (Quota(GUARD, at_most=1), "at most one seat goes to people from “The guard”"),
        (
            Quota(GUARD, at_least=0, at_most=3),
            "at most 3 seats go to people from “The guard”",
        ),
        (
            Quota(GUARD, at_least=Share(Fraction(3, 10))),
            "at least 30 % of the seats filled go to people from “The guard”",
        ),
        (
            Quota(GUARD, at_most=Share(Fraction(1, 3)), posts=("member",)),
            "at most 100/3 % of the seats filled as Member go to people from “The guard”",
        ),
        (
            Quota(GUARD, at_least=1, at_most=0),
            "between 1 and 0 seats go to people from “The guard”",
        ),
        (
            Quota(GUARD, at_least=1, at_most=Share(Fraction(1, 2))),
            (
                "at least one seat goes to people from “The guard”, "
                "and at most 50 % of the seats filled go to people from “The guard”"
            ),
        ),
        (
            Quota(GUARD, at_least=Share(Fraction(1, 2)), at_most=Share(Fraction(1, 2))),
            (
                "at least 50 % of the seats filled go to people from “The guard”, "
                "and at most 50 % of the seats filled go to people from “The guard”"
            ),
        ),
        (Quota(GUARD, at_least=2, at_most=3), "between 2 and 3 seats go to people from “The guard”"),
        (Quota(GUARD, at_least=2, at_most=2), "exactly 2 seats go to people from “The guard”"),
        (Quota(GUARD, at_least=0), "at least 0 seats go to people from “The guard”"),
        (Apart(("ada", "ben")), "Ada Amber and Ben Birch do not both sit"),
        (Apart(("ada", "ben", "cleo")), "at most one of Ada Amber, Ben Birch and Cleo Cedar has a seat"),
        (Together(("ada", "ben"), ("member",)), "Ada Amber and Ben Birch have seats as Member together or not at all"),
        (Equal((ADA, GUARD)), "the same number of seats goes to each of these: Ada Amber and people from “The guard”"),
        (
            Equal((ADA, GUARD), 1),
            "the numbers of seats differ by at most one between these: Ada Amber and people from “The guard”",
        ),
        (
            Equal((ADA, GUARD), 2, ("member",)),
            "the numbers of seats as Member differ by at most 2 between these: Ada Amber and people from “The guard”",
        ),
        (Total("weight", at_least=Fraction(5, 2)), "“weight” adds up to at least 2.5 over the seats"),
        (Total("weight", at_most=Fraction(3), posts=("head",)), "“weight” adds up to at most 3 over the seats as Head"),
        (Total("weight", exactly=Fraction(3)), "“weight” adds up to exactly 3 over the seats"),
        (
            Total("weight", at_least=Fraction(1), at_most=Fraction(3)),
            "“weight” adds up to at least 1 over the seats, and “weight” adds up to at most 3 over the seats",
        ),
        (
            Chooses((("vote", "full"), ("seat", "here"))),
            "“Elections within” is settled as “full”, and “The place” is settled as “here”",
        ),
        (
            Conditional(Chooses((("vote", "half"),)), Excludes(ADA)),
            "if “Elections within” is settled as “six months”, then no seat goes to Ada Amber",
        ),
    ],
)
def test_every_form_is_said_as_a_clause(form, told):
    assert say(say_form(TABLE, form)) == told


@pytest.mark.parametrize(
    ("who", "anybody", "people"),
    [
        (ADA, "Ada Amber", "Ada Amber"),
        (GUARD, "anybody from “The guard”", "people from “The guard”"),
        (HasTrait("region", "coast"), "anybody whose region is coast", "people whose region is coast"),
        (HasTrait("age", 40), "anybody whose age is 40", "people whose age is 40"),
        (HasTrait("share", Fraction(1, 2)), "anybody whose share is 0.5", "people whose share is 0.5"),
        (HasTrait("retired", True), "anybody marked “retired”", "people marked “retired”"),
        (HasTrait("retired", False), "anybody marked not “retired”", "people marked not “retired”"),
        (AnyOf((ADA,)), "Ada Amber", "Ada Amber"),
        (AnyOf((ADA, BEN)), "Ada Amber or Ben Birch", "Ada Amber or Ben Birch"),
        (
            AnyOf((ADA, BEN, CLEO, GUARD)),
            "Ada Amber, Ben Birch, Cleo Cedar or anybody from “The guard”",
            "Ada Amber, Ben Birch, Cleo Cedar or people from “The guard”",
        ),
        (AllOf((GUARD,)), "anybody from “The guard”", "people from “The guard”"),
        (
            AllOf((GUARD, HasTrait("retired", True))),
            "anybody who is all of these at once: anybody from “The guard” and anybody marked “retired”",
            "people who are all of these at once: people from “The guard” and people marked “retired”",
        ),
        (Except(GUARD), "anybody except anybody from “The guard”", "people other than people from “The guard”"),
    ],
)
def test_every_selector_is_said_of_anybody_and_of_people(who, anybody, people):
    assert say(say_selector(TABLE, who)) == anybody
    assert say(say_selector(TABLE, who, "people")) == people


STATUSES = list(Status)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("what", [Excludes(ADA), Quota(GUARD, at_least=1), None])
def test_every_standing_of_every_kind_of_demand_can_be_said(status, what):
    asked = blocks("ask", "talks", "exit") if what is None else demand(what)
    assert "he south" in say(say_standing(TABLE, asked, Standing("ask", "south", status)))


@pytest.mark.parametrize("what", [Excludes(ADA), Quota(GUARD, at_least=1), None])
def test_what_is_only_presumed_is_expected_and_never_said_to_be_refused(what):
    asked = blocks("ask", "talks", "exit") if what is None else demand(what)
    told = say(say_standing(TABLE, asked, Standing("ask", "south", Status.PRESUMED)))
    assert told.startswith("It is expected that the south would ")
    assert told.endswith(", but nothing on record says so")
    assert "will not" not in told
    assert "It is a demand" not in told


@pytest.mark.parametrize(
    ("status", "since", "told"),
    [
        (Status.STANDS, "2013-05-09", "since 9 May 2013"),
        (Status.STANDS, "..", "from before the first statement on record"),
        (Status.FALLEN, "2013-05", "since May 2013"),
    ],
)
def test_since_is_said_in_words(status, since, told):
    assert say(say_since(Standing("ask", "south", status, since))) == told


def test_where_no_statement_tells_since_when_nothing_is_said():
    assert say_since(Standing("ask", "south", Status.STANDS)) is None


def test_names_are_said_in_the_language_asked_for():
    arabic = replace(TABLE.sides["south"], name=text("The south").__class__((("en", "The south"), ("ar", "الجنوب"))))
    case = table(sides=by_id(arabic, TABLE.sides["north"]))
    refusal = say_demand(case, demand(Excludes(ADA)))
    assert say(refusal, "ar") == "\u2068الجنوب\u2069: لا قبول بـ \u2068Ada Amber\u2069 في أي منصب"
    assert say(refusal, "en") == "The south will not accept Ada Amber in any post"


def test_three_posts_are_joined_by_or():
    posts = Catalog({name: Post(name, text(name.title()), Seats(1, 1)) for name in ("head", "member", "clerk")})
    told = say(say_demand(table(posts=posts), demand(Excludes(ADA, ("head", "member", "clerk")))))
    assert told == "The south will not accept Ada Amber as Head, Member or Clerk"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2011", "2011"),
        ("0987", "987"),
        ("2011-08", "August 2011"),
        ("2011-08-08", "8 August 2011"),
        ("[..2013-05-09]", "9 May 2013 or earlier"),
        ("[2013-05-09..]", "9 May 2013 or later"),
        ("[2012-06-30..2012-07-01]", "some day between 30 June 2012 and 1 July 2012"),
        ("[2012-06-30..2012-06-30]", "30 June 2012"),
        ("..", "always"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_was_written(written, told):
    assert say(say_date(written)) == told
    if written != "..":
        assert say(say_date(parse_when(written))) == told


def test_every_month_has_its_name():
    named = [say(say_day(day(2020, month, 1))).split()[1] for month in range(1, 13)]
    assert " ".join(named) == ("January February March April May June July August September October November December")


def test_what_is_no_date_is_refused():
    with pytest.raises(ValueError, match="write a date as"):
        say_date("soon")
