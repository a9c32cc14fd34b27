"""Standing on a date: the rules of the design, and each point that could be read in two ways."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.case.dates import parse_when
from placet.case.forms import Excludes
from placet.case.nouns import Demand
from placet.case.selectors import Named
from placet.errors import QuestionError
from placet.record.standing import Status, default_day, demands, parse_day, standings
from record.table import demanding, presumed, said, table


def stand(case, on, demand="no-ada"):
    return standings(case, on)[demand].standing.value


def since(case, on, demand="no-ada"):
    return standings(case, on)[demand].since


def is_open(case, on):
    return standings(case, on)["no-ada"].is_open_to_discussion


# What is asked.


def test_a_day_can_be_given_as_a_date_a_time_or_iso_words():
    assert parse_day("2013-05-08") == date(2013, 5, 8)
    assert parse_day(date(2013, 5, 8)) == date(2013, 5, 8)
    given = parse_day(datetime(2013, 5, 8, 23, 59, tzinfo=UTC))
    assert given == date(2013, 5, 8)
    assert type(given) is date
    assert parse_day(None) is None


@pytest.mark.parametrize("words", ["2013-5-8", "20130508", "2013-W19-3", "2013-02-30", "tuesday", "", 7])
def test_what_is_no_day_is_refused_with_an_example(words):
    with pytest.raises(QuestionError) as refused:
        parse_day(words)
    assert (refused.value.found, refused.value.expected) == (f'"{words}"', "a day of the calendar such as 2013-05-08")


def test_the_default_day_is_the_latest_possible_day_of_any_dated_entry():
    case = table(said("asserts", "2013-05-08"), said("asserts", "2013-06"), said("asserts", "[2014-01-01..]"))
    assert default_day(case) == date(2013, 6, 30)


def test_there_is_no_default_day_when_no_date_has_an_end():
    assert default_day(table(said("asserts", None), said("asserts", "[2014-01-01..]"))) is None
    assert default_day(table()) is None


def test_a_question_without_a_day_is_about_the_default_day():
    case = table(said("asserts", "2013-05-07"), said("withdraws", "2013-05-08"))
    assert standings(case) == standings(case, "2013-05-08")
    assert stand(case, None) == "fallen"


# The rules on exact days.


def test_a_demand_without_statements_stands_on_every_date():
    case = table(said("asserts", "2013-05-08", demand="other"))
    assert stand(case, "1900-01-01") == "stands"
    assert since(case, "1900-01-01") is None


def test_a_demand_is_unvoiced_before_its_first_assertion_and_stands_from_the_start_of_that_day():
    case = table(said("asserts", "2013-05-08"))
    assert stand(case, "2013-05-07") == "unvoiced"
    assert since(case, "2013-05-07") is None
    assert stand(case, "2013-05-08") == "stands"
    assert since(case, "2013-06-01") == "2013-05-08"


def test_a_demand_whose_first_statement_withdraws_it_stood_before():
    case = table(said("withdraws", "2013-05-07"))
    assert (stand(case, "2013-05-06"), since(case, "2013-05-06")) == ("stands", "..")
    assert (stand(case, "2013-05-07"), since(case, "2013-05-07")) == ("fallen", "2013-05-07")


def test_a_demand_whose_first_statement_softens_it_stood_before_and_after():
    case = table(said("softens", "2013-05-07"), said("asserts", "2013-05-10"))
    assert (stand(case, "2013-05-06"), is_open(case, "2013-05-06")) == ("stands", False)
    assert (stand(case, "2013-05-07"), since(case, "2013-05-07")) == ("stands", "..")
    assert is_open(case, "2013-05-07")
    assert stand(case, "2013-05-10") == "stands"


def test_an_assertion_after_a_withdrawal_revives_a_demand():
    case = table(said("asserts", "2012-01-01"), said("withdraws", "2013-01-01"), said("reaffirms", "2014-01-01"))
    assert stand(case, "2013-12-31") == "fallen"
    assert (stand(case, "2014-01-01"), since(case, "2015-01-01")) == ("stands", "2014-01-01")


def test_the_present_run_begins_after_the_last_of_several_contrary_words():
    turns = [("asserts", 1), ("withdraws", 2), ("asserts", 3), ("withdraws", 4), ("asserts", 5), ("withdraws", 6)]
    case = table(*(said(stance, f"2012-0{month}-01") for stance, month in turns))
    assert [since(case, f"2012-0{month}-15") for _, month in turns] == [f"2012-0{month}-01" for _, month in turns]


def test_a_withdrawal_is_dated_from_the_first_of_its_run():
    case = table(said("asserts", "2012-01-01"), said("withdraws", "2013-01-01"), said("withdraws", "2014-01-01"))
    assert since(case, "2015-01-01") == "2013-01-01"


def test_reaffirming_keeps_the_date_of_the_first_assertion():
    case = table(said("reaffirms", "2013-05-07"), said("asserts", "2011-08-18"))
    assert since(case, "2013-05-08") == "2011-08-18"
    assert since(case, "2013-05-06") == "2011-08-18"


def test_softening_leaves_a_standing_demand_standing_and_a_fallen_one_fallen():
    case = table(said("asserts", "2012-01-01"), said("softens", "2012-06-01"))
    assert (stand(case, "2012-07-01"), since(case, "2012-07-01")) == ("stands", "2012-01-01")
    case = table(said("withdraws", "2012-01-01"), said("softens", "2012-06-01"))
    assert stand(case, "2012-07-01") == "fallen"
    assert not is_open(case, "2012-07-01")


def test_a_softened_demand_is_open_to_discussion_until_a_later_day_asserts_it_again():
    case = table(said("asserts", "2012-01-01"), said("softens", "2012-06-01"), said("reaffirms", "2012-09-01"))
    assert [is_open(case, on) for on in ("2012-05-31", "2012-06-01", "2012-08-31", "2012-09-01")] == [
        False,
        True,
        True,
        False,
    ]
    same_day = table(said("asserts", "2012-06-01"), said("softens", "2012-06-01"))
    assert is_open(same_day, "2012-06-01")


def test_a_softening_that_may_have_been_said_opens_a_demand_to_discussion():
    case = table(said("asserts", "2012-01-01"), said("softens", "[2012-06-01..2012-06-03]"))
    assert [is_open(case, f"2012-0{on}") for on in ("5-31", "6-01", "6-02", "6-03")] == [False, True, True, True]


def test_an_assertion_that_may_be_yet_to_come_leaves_a_softened_demand_open():
    case = table(
        said("asserts", "2012-01-01"), said("softens", "2012-06-01"), said("reaffirms", "[2012-07-01..2012-09-01]")
    )
    assert [is_open(case, on) for on in ("2012-08-01", "2012-09-01")] == [True, False]


@pytest.mark.parametrize(("softened", "open_"), [("2013-04-30", False), ("2013-05-01", False), ("2013-05-02", True)])
def test_a_demand_revived_by_a_later_report_is_open_only_if_softened_since_its_withdrawal(softened, open_):
    revived = (said("withdraws", "2013-05-01"), said("reaffirms", "2013-05-09", held=".."))
    case = table(said("softens", softened), *revived)
    assert (stand(case, "2013-05-03"), is_open(case, "2013-05-03")) == ("stands", open_)


def test_a_softening_that_may_lie_after_an_imprecise_withdrawal_leaves_a_revived_demand_open():
    case = table(
        said("withdraws", "[2013-05-01..2013-05-03]"),
        said("softens", "2013-05-02"),
        said("reaffirms", "2013-05-09", held=".."),
    )
    assert (stand(case, "2013-05-05"), is_open(case, "2013-05-05")) == ("stands", True)


def test_contrary_statements_of_one_day_leave_it_undetermined_until_a_later_one():
    case = table(said("asserts", "2012-01-01"), said("withdraws", "2012-01-01"), said("reaffirms", "2012-01-05"))
    assert stand(case, "2012-01-01") == "undetermined"
    assert stand(case, "2012-01-04") == "undetermined"
    assert (stand(case, "2012-01-05"), since(case, "2012-01-05")) == ("stands", "2012-01-05")
    fallen = table(said("asserts", "2012-01-01"), said("withdraws", "2012-01-01"), said("withdraws", "2012-01-05"))
    assert (stand(fallen, "2012-01-05"), since(fallen, "2012-01-05")) == ("fallen", "2012-01-05")


def test_softening_is_contrary_to_nothing():
    case = table(said("asserts", "2012-01-01"), said("softens", "2012-01-01"), said("withdraws", "2013-01-01"))
    assert stand(case, "2012-01-01") == "stands"
    assert stand(table(said("softens", "2012-01-01"), said("withdraws", "2012-01-01")), "2012-01-01") == "fallen"


@pytest.mark.parametrize("contrary", ["softens", "withdraws"])
def test_when_first_words_of_one_day_differ_what_held_before_is_undetermined(contrary):
    case = table(said("asserts", "2012-01-01"), said(contrary, "2012-01-01"))
    assert stand(case, "2011-12-31") == "undetermined"


# Held since.


def test_held_since_a_date_is_one_more_assertion_on_that_date():
    case = table(said("reaffirms", "2013-05-09", held="2012-03"))
    assert stand(case, "2012-02-28") == "unvoiced"
    assert stand(case, "2012-03-15") == "undetermined"
    assert (stand(case, "2012-04-01"), since(case, "2012-04-01")) == ("stands", "2012-03")
    assert since(case, "2014-01-01") == "2012-03"


def test_held_since_always_makes_a_demand_stand_before_it_was_reported():
    case = table(said("reaffirms", "2013-05-09", held=".."))
    assert (stand(case, "2013-05-06"), since(case, "2013-05-06")) == ("stands", "..")
    assert (stand(case, "2013-05-10"), since(case, "2013-05-10")) == ("stands", "..")


def test_held_since_always_reaches_back_to_the_day_after_the_last_withdrawal():
    case = table(said("withdraws", "2013-05-01"), said("reaffirms", "2013-05-09", held=".."))
    assert (stand(case, "2013-04-30"), since(case, "2013-04-30")) == ("stands", "..")
    assert (stand(case, "2013-05-01"), since(case, "2013-05-01")) == ("fallen", "2013-05-01")
    assert (stand(case, "2013-05-02"), since(case, "2013-05-02")) == ("stands", "2013-05-02")
    assert since(case, "2013-06-01") == "2013-05-02"


def test_a_report_does_not_reach_back_over_a_withdrawal():
    case = table(
        said("asserts", "2013-01-01"), said("withdraws", "2013-05-05"), said("reaffirms", "2013-05-09", held="..")
    )
    assert (stand(case, "2013-01-03"), since(case, "2013-01-03")) == ("stands", "2013-01-01")


def test_a_later_report_extends_an_assertion_back():
    case = table(said("asserts", "2013-01-01"), said("reaffirms", "2013-05-09", held=".."))
    assert since(case, "2013-01-03") == ".."
    assert stand(case, "2012-01-01") == "stands"


@pytest.mark.parametrize(
    ("withdrawn", "reported"),
    [("[2013-05-05..2013-05-09]", "2013-05-07"), ("2013-05-08", "[2013-05-07..2013-05-09]")],
)
def test_a_later_report_extends_nothing_back_where_a_withdrawal_may_lie_between(withdrawn, reported):
    case = table(said("asserts", "2013-05-01"), said("withdraws", withdrawn), said("reaffirms", reported, held=".."))
    assert (stand(case, "2013-05-03"), since(case, "2013-05-03")) == ("stands", "2013-05-01")


def test_a_later_report_extends_an_assertion_back_to_the_withdrawal_before_it():
    case = table(
        said("withdraws", "2013-01-03"),
        said("asserts", "2013-01-06"),
        said("reaffirms", "2013-05-09", held=".."),
        said("withdraws", "2013-05-09"),
    )
    assert (stand(case, "2013-01-07"), since(case, "2013-01-07")) == ("stands", "2013-01-04")


def test_the_day_after_an_imprecise_withdrawal_is_as_imprecise():
    case = table(said("withdraws", "2012-05"), said("reaffirms", "2013-05-09", held=".."))
    assert since(case, "2013-01-01") == "[2012-05-02..2012-06-01]"
    case = table(said("withdraws", "[..2012-05-31]"), said("reaffirms", "2013-05-09", held=".."))
    assert since(case, "2013-01-01") == "[..2012-06-01]"


def test_a_withdrawal_on_the_day_of_a_report_is_contrary_to_it_and_does_not_stop_it():
    case = table(said("withdraws", "2013-05-09"), said("reaffirms", "2013-05-09", held=".."))
    assert stand(case, "2013-05-08") == "stands"
    assert stand(case, "2013-05-09") == "undetermined"


# Imprecise and missing dates.


@pytest.mark.parametrize(
    ("softened", "asserted", "first"),
    [
        ("2013-05-02", "[2013-05-01..2013-05-05]", ".."),
        ("[2013-05-01..2013-05-09]", "2013-05-05", "2013-05-05"),
    ],
)
def test_whether_a_demand_was_softened_first_is_read_in_the_order_of_last_days(softened, asserted, first):
    case = table(said("softens", softened), said("asserts", asserted))
    assert (stand(case, "2013-05-10"), since(case, "2013-05-10")) == ("stands", first)


def test_of_two_assertions_with_one_last_day_the_one_that_may_be_earlier_begins_the_run():
    case = table(said("asserts", "2013-05-09"), said("asserts", "[2013-05-01..2013-05-09]"))
    assert (stand(case, "2013-05-09"), since(case, "2013-05-09")) == ("stands", "[2013-05-01..2013-05-09]")


def test_within_an_imprecise_assertion_a_demand_is_undetermined():
    case = table(said("asserts", "2011-08"))
    assert [stand(case, on) for on in ("2011-07-31", "2011-08-01", "2011-08-30", "2011-08-31")] == [
        "unvoiced",
        "undetermined",
        "undetermined",
        "stands",
    ]


def test_imprecision_that_does_not_matter_leaves_standing_clear():
    case = table(said("asserts", "2011-08-01"), said("reaffirms", "2011-08"))
    assert (stand(case, "2011-08-15"), since(case, "2011-08-15")) == ("stands", "2011-08-01")


def test_imprecision_that_leaves_the_order_open_leaves_standing_undetermined():
    case = table(said("asserts", "2011-08"), said("withdraws", "2011-08-18"))
    assert stand(case, "2011-09-01") == "undetermined"


def test_on_or_before_is_certain_from_its_last_day():
    case = table(said("asserts", "[..2013-05-09]"))
    assert (stand(case, "2013-05-08"), stand(case, "2013-05-09")) == ("undetermined", "stands")
    assert since(case, "2013-05-09") == "[..2013-05-09]"


@pytest.mark.parametrize("stance", ["asserts", "reaffirms", "softens", "withdraws"])
def test_a_statement_without_a_date_makes_its_demand_undetermined_on_every_day(stance):
    case = table(said("asserts", "2013-05-08"), said(stance, None))
    assert {stand(case, on) for on in ("1900-01-01", "2013-05-08", "2100-01-01")} == {"undetermined"}


def test_a_presumption_without_a_date_changes_nothing():
    assert stand(table(said("asserts", "2013-05-08"), said("presumes", None)), "2013-05-08") == "stands"


def test_only_presumed_statements_leave_a_plain_demand_standing_on_every_date():
    case = table(said("presumes", "2013-05-08"))
    assert stand(case, "2012-01-01") == stand(case, "2014-01-01") == "stands"


# Presumed demands.


def test_a_presumed_demand_is_presumed_on_every_date_while_nobody_asserts_it():
    case = demanding(presumed(), entries=(said("presumes", "2013-05-08", "no-guard"),))
    assert stand(case, "1900-01-01", "no-guard") == stand(case, "2100-01-01", "no-guard") == "presumed"


def test_withdrawing_or_softening_does_not_voice_a_presumed_demand():
    case = demanding(
        presumed(), entries=(said("withdraws", "2013-01-01", "no-guard"), said("softens", None, "no-guard"))
    )
    assert stand(case, "2013-05-08", "no-guard") == "presumed"


@pytest.mark.parametrize("voice", ["asserts", "reaffirms"])
def test_once_asserted_on_any_date_a_presumed_demand_follows_the_ordinary_rules_on_every_date(voice):
    case = demanding(presumed(), entries=(said(voice, "2013-05-08", "no-guard"),))
    assert stand(case, "2013-05-07", "no-guard") == "unvoiced"
    assert stand(case, "2013-05-08", "no-guard") == "stands"


def test_an_assertion_without_a_date_ends_presumption_and_leaves_it_undetermined():
    case = demanding(
        presumed(), entries=(said("asserts", None, "no-guard"), said("presumes", "2013-01-01", "no-guard"))
    )
    assert stand(case, "2013-05-08", "no-guard") == "undetermined"


def test_without_a_dated_record_presumed_demands_are_presumed_and_all_others_stand():
    plain = Demand("no-ada", "north", Excludes(Named("ada")))
    case = demanding(presumed(), plain, entries=(said("asserts", None, "no-guard"), said("withdraws", None)))
    found = standings(case)
    assert [standing.standing for standing in found.values()] == [Status.PRESUMED, Status.STANDS]
    assert [standing.since for standing in found.values()] == [None, None]


# The value.


def test_a_standing_names_its_side_and_all_statements_in_the_order_of_the_file():
    case = table(said("asserts", "2013-05-08"), said("asserts", "2013-05-08", "other"), said("presumes", "2012-01-01"))
    found = standings(case, "2013-05-08")["no-ada"]
    assert (found.demand, found.side, found.statements) == ("no-ada", "north", (0, 2))


def test_sides_without_consent_have_standings_too():
    case = demanding(Demand("no-ada", "convener", Excludes(Named("ada"))), entries=(said("withdraws", "2013-05-07"),))
    assert stand(case, "2013-05-07") == "fallen"


def test_demands_and_standings_have_the_same_ids_in_the_same_order():
    case = demanding(presumed(), Demand("no-ada", "north", Excludes(Named("ada"))))
    assert list(demands(case)) == list(standings(case)) == ["no-guard", "no-ada"]


stances = st.sampled_from(["asserts", "reaffirms", "softens", "withdraws"])
days = st.integers(1, 28).map("2013-05-{:02d}".format)
dates = st.one_of(days, days.map("[..{}]".format), days.map("[{}..]".format), st.just("2013-05"))


@given(st.lists(st.tuples(stances, dates), min_size=1, max_size=6), days, st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(told, on, shuffler):
    entries = [said(stance, when) for stance, when in told]
    shuffled = shuffler.sample(entries, len(entries))
    first, second = (standings(table(*some), on)["no-ada"] for some in (entries, shuffled))
    assert replace(first, statements=()) == replace(second, statements=())


@given(st.lists(st.tuples(stances, dates, st.booleans()), min_size=1, max_size=5), days)
def test_since_never_lies_after_the_day_asked_about(told, on):
    case = table(
        *(said(stance, when, held=".." if back and stance == "asserts" else None) for stance, when, back in told)
    )
    found = standings(case, on)["no-ada"]
    if found.standing in {Status.STANDS, Status.FALLEN}:
        assert found.since is not None
        if found.since != "..":
            earliest = parse_when(found.since).earliest
            assert earliest is None or earliest <= date.fromisoformat(on)
    else:
        assert found.since is None
        assert not found.is_open_to_discussion
