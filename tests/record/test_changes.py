"""Changes between two dates, and the statements that did it."""

from placet.case.forms import Excludes
from placet.case.nouns import Demand
from placet.case.selectors import Named
from placet.record.changes import changes, tell_changes
from placet.words import say
from record.table import TABLE, blocks, council, demanding, presumed, said, table, tallied


def told(case, before, after):
    return [tuple(change.to_dict().values()) for change in changes(case, before, after)]


def test_a_withdrawal_between_two_dates_is_the_change_and_its_own_reason():
    case = table(
        said("asserts", "2011-08-18"),
        said("withdraws", "2013-05-07"),
        said("presumes", "2013-05-07"),
        said("withdraws", "2013-05-07", "another"),
        said("asserts", "2013-05-09"),
    )
    (change,) = changes(case, "2013-05-06", "2013-05-08")
    assert change.to_dict() == {"demand": "no-ada", "from": "stands", "to": "fallen", "statements": [1]}


def test_nothing_changes_between_a_day_and_itself_or_without_new_words():
    case = table(said("asserts", "2011-08-18"), said("reaffirms", "2013-05-07"))
    assert told(case, "2013-05-07", "2013-05-07") == told(case, "2013-05-06", "2013-05-08") == []


def test_only_statements_that_pull_towards_the_new_standing_are_named():
    case = table(said("withdraws", "2013-05-07"), said("softens", "2013-05-07"), said("asserts", "2013-05-10"))
    assert told(case, "2013-05-08", "2013-05-11") == [("no-ada", "fallen", "stands", [2])]
    assert told(case, "2013-05-06", "2013-05-08") == [("no-ada", "stands", "fallen", [0])]


def test_both_contrary_statements_of_a_day_make_a_demand_undetermined():
    case = table(
        said("asserts", "2011-01-01"),
        said("asserts", "2013-05-07"),
        said("withdraws", "2013-05-07"),
        said("softens", "2013-05-07"),
    )
    assert told(case, "2013-05-06", "2013-05-08") == [("no-ada", "stands", "undetermined", [1, 2])]


def test_what_is_said_after_the_later_day_is_no_reason_unless_it_reaches_back():
    case = table(said("withdraws", "2013-05-01"), said("asserts", "2013-05-05"), said("reaffirms", "2013-05-20"))
    assert told(case, "2013-05-02", "2013-05-06") == [("no-ada", "fallen", "stands", [1])]


def test_what_was_reported_before_the_earlier_day_is_no_reason():
    case = table(
        said("asserts", "2013-05-01", held=".."), said("withdraws", "2013-05-03"), said("asserts", "2013-05-05")
    )
    assert told(case, "2013-05-04", "2013-05-06") == [("no-ada", "fallen", "stands", [2])]


def test_a_statement_of_the_first_day_itself_is_no_change_since_then():
    case = table(said("asserts", "2013-05-06"), said("withdraws", "2013-05-08"))
    assert told(case, "2013-05-06", "2013-05-08") == [("no-ada", "stands", "fallen", [1])]
    assert told(case, "2013-05-05", "2013-05-06") == [("no-ada", "unvoiced", "stands", [0])]


def test_going_back_in_time_names_the_same_statements():
    case = table(said("asserts", "2011-08-18"), said("withdraws", "2013-05-07"), said("softens", "2013-05-07"))
    assert told(case, "2013-05-08", "2013-05-06") == [("no-ada", "fallen", "stands", [1])]


def test_a_later_report_that_reaches_back_is_what_changed_it():
    case = table(said("withdraws", "2013-05-01"), said("reaffirms", "2013-05-09", held=".."))
    assert told(case, "2013-05-01", "2013-05-02") == [("no-ada", "fallen", "stands", [1])]
    dated = table(said("reaffirms", "2013-05-09", held="2013-05-02"))
    assert told(dated, "2013-05-01", "2013-05-03") == [("no-ada", "unvoiced", "stands", [0])]


def test_softening_that_decides_between_two_days_is_named_when_nothing_else_pulls():
    case = table(said("softens", "2013-05"), said("asserts", "2013-05"))
    assert told(case, "2013-04-30", "2013-06-01") == [("no-ada", "undetermined", "stands", [1])]
    softened = table(said("softens", "[2013-05-02..2013-05-04]"), said("asserts", "2013-05-08"))
    assert told(softened, "2013-05-03", "2013-05-05") == []


def test_a_candidate_who_gains_the_votes_makes_the_refusal_fall_and_one_who_loses_them_revives_it():
    case = council(
        tallied("2016-07-21", {"ada": 8, "ben": 9, "cleo": 9}), tallied("2016-08-05", {"ada": 9, "ben": 7, "cleo": 9})
    )
    assert told(case, "2016-07-21", "2016-08-05") == [
        ("council:ada", "stands", "fallen", [1]),
        ("council:ben", "fallen", "stands", [1]),
    ]


def test_only_tallies_of_the_same_side_change_its_refusals():
    both = council(
        said("softens", "2016-07-22", "talk"),
        tallied("2016-07-21", {"ada": 8, "ben": 9, "cleo": 9}, side="north"),
        tallied("2016-07-21", {"ada": 8, "ben": 9, "cleo": 9}),
    )
    assert told(both, "2016-07-20", "2016-07-23") == [
        ("council:ada", "undetermined", "stands", [2]),
        ("council:ben", "undetermined", "fallen", [2]),
        ("council:cleo", "undetermined", "fallen", [2]),
    ]


def test_a_tally_without_a_date_is_told_without_one():
    case = council(*(tallied(on, {"ada": 8, "ben": 9, "cleo": 9}) for on in (None, "2016-07-21")))
    words = [say(line) for line in tell_changes(case, changes(case, "2016-07-20", "2016-07-21")[:1], "2016-07-21")]
    assert words == [
        "Ada Amber is one vote short of the 9 needed from the council, since 21 July 2016.",
        "a source that is not named, on a day that is not known",
        "a source that is not named, 21 July 2016",
    ]


def test_a_change_is_told_as_it_stands_now_with_who_said_so():
    case = demanding(
        Demand("no-ada", "north", Excludes(Named("ada"))),
        blocks("first", "talks", "exit"),
        presumed(),
        entries=(
            said("asserts", "2013-05-07", by="A speaker", quote="never her"),
            said("withdraws", "2013-05-07", "first", source="radio"),
        ),
    )
    words = [say(line) for line in tell_changes(case, changes(case, "2013-05-06", "2013-05-08"), "2013-05-08")]
    assert words == [
        "The north will not accept Ada Amber in any post, since 7 May 2013.",
        "A speaker, 7 May 2013: “never her”",
        (
            "It is no longer a demand of the south that “The sides meet” must wait for “The old head resigns”, "
            "since 7 May 2013."
        ),
        "Radio Made-up, 7 May 2013",
    ]


def test_a_change_without_a_date_of_its_own_is_told_without_one():
    case = council(tallied("2016-07-21", {"ada": 8, "ben": 9, "cleo": 9}), tallied("2016-08-05", {"ada": 9, "ben": 9}))
    words = [say(line) for line in tell_changes(case, changes(case, "2016-07-21", "2016-08-05"), "2016-08-05")]
    assert words == [
        "Ada Amber has the 9 votes needed from the council.",
        "a source that is not named, 5 August 2016",
        "The record does not settle whether Cleo Cedar has the 9 votes needed from the council.",
        "a source that is not named, 5 August 2016",
    ]


def test_the_table_itself_has_no_changes():
    assert changes(TABLE, None, None) == ()
