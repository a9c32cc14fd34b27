"""Tallies: a side that consents by a number of votes."""

import pytest

from placet.case.forms import Excludes
from placet.case.nouns import Demand
from placet.case.selectors import Named
from placet.record.standing import demands, standings
from record.table import council, tallied


def told(case, on=None):
    """Candidate -> (standing, cost, since) for each demand of the council."""
    asked = demands(case, on)
    assert list(asked) == list(standings(case, on))
    return {
        id_.removeprefix("council:"): (standing.standing.value, asked[id_].cost, standing.since)
        for id_, standing in standings(case, on).items()
    }


def test_a_candidate_short_of_votes_is_refused_at_the_cost_of_the_votes_missing():
    case = council(tallied("2016-07-21", {"ada": 12, "ben": 8, "cleo": 0}))
    assert told(case) == {"ben": ("stands", 1, "2016-07-21"), "cleo": ("stands", 9, "2016-07-21")}
    assert demands(case)["council:ben"] == Demand("council:ben", "council", Excludes(Named("ben")), cost=1)
    assert standings(case)["council:ben"].statements == (0,)
    assert standings(case)["council:ben"].side == "council"


def test_exactly_the_votes_needed_are_enough():
    assert "ada" not in told(council(tallied("2016-07-21", {"ada": 9, "ben": 9, "cleo": 9})))


def test_a_candidate_whom_the_latest_tally_leaves_out_is_undetermined_at_the_cost_of_all_votes_needed():
    case = council(tallied("2016-07-21", {"ada": 12, "ben": 12, "cleo": 3}), tallied("2016-08-05", {"ada": 12}))
    assert told(case) == {"ben": ("undetermined", 9, None), "cleo": ("undetermined", 9, None)}
    assert standings(case)["council:ben"].statements == (1,)


def test_before_the_first_tally_everybody_is_undetermined():
    case = council(tallied("2016-07-21", {"ada": 12}))
    assert told(case, "2016-07-20") == dict.fromkeys(("ada", "ben", "cleo"), ("undetermined", 9, None))
    assert "ada" not in told(case, "2016-07-21")


def test_without_any_tally_or_any_day_everybody_is_undetermined():
    everybody = dict.fromkeys(("ada", "ben", "cleo"), ("undetermined", 9, None))
    assert told(council()) == everybody
    assert told(council(tallied(None, {"ada": 12}))) == everybody


def test_the_latest_tally_on_or_before_the_date_counts_wherever_it_stands_in_the_file():
    case = council(tallied("2016-08-05", {"ada": 8, "ben": 7, "cleo": 9}), tallied("2016-07-21", {"ada": 5, "ben": 9}))
    assert told(case, "2016-07-21") == {"ada": ("stands", 4, "2016-07-21"), "cleo": ("undetermined", 9, None)}
    assert told(case, "2016-08-05") == {"ada": ("stands", 1, "2016-07-21"), "ben": ("stands", 2, "2016-08-05")}


def test_a_candidate_lacks_votes_since_the_first_tally_of_the_unbroken_run():
    counts = (3, 9, 4, 5)
    case = council(
        *(tallied(f"2016-0{month}-01", {"ada": votes, "ben": 9, "cleo": 9}) for month, votes in enumerate(counts, 1))
    )
    assert told(case)["ada"] == ("stands", 4, "2016-03-01")


def test_a_run_ends_where_a_tally_leaves_the_candidate_out():
    polls = ({"ada": 3, "ben": 9, "cleo": 9}, {"ben": 9, "cleo": 9}, {"ada": 4, "ben": 9, "cleo": 9})
    case = council(*(tallied(f"2016-0{month}-01", votes) for month, votes in enumerate(polls, 1)))
    assert told(case) == {"ada": ("stands", 5, "2016-03-01")}
    assert told(case, "2016-01-31") == {"ada": ("stands", 6, "2016-01-01")}


def test_tallies_of_other_sides_and_plain_consent_do_not_count():
    case = council(tallied("2016-07-21", {"ada": 1}, side="north"))
    assert set(told(case)) == {"ada", "ben", "cleo"}
    assert told(case)["ada"] == ("undetermined", 9, None)


def test_an_open_order_that_matters_leaves_the_candidate_undetermined():
    case = council(
        tallied("2016-07", {"ada": 12, "ben": 3, "cleo": 9}), tallied("2016-07-21", {"ada": 8, "ben": 3, "cleo": 10})
    )
    assert told(case, "2016-08-01") == {"ada": ("undetermined", 9, None), "ben": ("stands", 6, "2016-07-21")}
    assert standings(case, "2016-08-01")["council:ada"].statements == (0, 1)


@pytest.mark.parametrize("days", [("2016-07", "2016-07-21"), ("2016-07-21", "2016-07-21")])
def test_a_candidate_who_lacks_votes_in_every_tally_that_may_count_is_refused_at_the_cost_of_the_most_missing(days):
    case = council(*(tallied(on, {"ada": votes}) for on, votes in zip(days, (7, 8), strict=True)))
    assert told(case, "2016-08-01")["ada"] == ("stands", 2, "2016-07-21")


def test_a_tally_that_may_not_have_happened_yet_settles_nothing():
    case = council(tallied("2016-07", {"ada": 12}))
    assert told(case, "2016-07-15")["ada"] == ("undetermined", 9, None)
    assert "ada" not in told(case, "2016-07-31")


def test_a_tally_without_a_date_may_be_the_latest():
    case = council(tallied("2016-07-21", {"ada": 12, "ben": 12}), tallied(None, {"ada": 12, "ben": 8}))
    assert told(case) == {"ben": ("undetermined", 9, None), "cleo": ("undetermined", 9, None)}


def test_tallies_of_one_day_are_one_poll():
    case = council(tallied("2016-07-21", {"ada": 6}), tallied("2016-07-21", {"ben": 8, "cleo": 12}))
    assert told(case) == {"ada": ("stands", 3, "2016-07-21"), "ben": ("stands", 1, "2016-07-21")}


@pytest.mark.parametrize("first", ["2016-07", "2016-07-21"])
def test_tallies_whose_order_is_open_are_no_one_poll(first):
    case = council(tallied(first, {"ada": 12}), tallied("2016-07", {"ada": 12, "ben": 12}))
    assert told(case, "2016-08-01") == {"ben": ("undetermined", 9, None), "cleo": ("undetermined", 9, None)}


def test_a_run_does_not_go_back_over_a_day_whose_tallies_differ():
    votes = [("2016-07-01", 8), ("2016-07-21", 8), ("2016-07-21", 12), ("2016-08-05", 8)]
    case = council(*(tallied(on, {"ada": count}) for on, count in votes))
    assert told(case)["ada"] == ("stands", 1, "2016-08-05")


@pytest.mark.parametrize("dates", [("2016-07", "2016-07-31"), ("2016-07-31", "2016-07")])
def test_a_run_begins_with_the_earlier_of_two_dates_of_one_last_day_wherever_they_stand_in_the_file(dates):
    case = council(*(tallied(on, {"ada": 8}) for on in dates))
    assert told(case)["ada"] == ("stands", 1, "2016-07")


@pytest.mark.parametrize("votes", [(8, 12), (12, 8), (9, 0)])
def test_tallies_of_one_day_that_differ_on_whether_votes_are_missing_leave_the_candidate_undetermined(votes):
    case = council(*(tallied("2016-07-21", {"ada": count}) for count in votes))
    assert told(case)["ada"] == ("undetermined", 9, None)


def test_a_poll_that_tells_of_nobody_leaves_everybody_undetermined():
    case = council(tallied("2016-07-21", {"ada": 12, "ben": 3, "cleo": 9}), tallied("2016-08-05", {}))
    assert told(case) == dict.fromkeys(("ada", "ben", "cleo"), ("undetermined", 9, None))
    assert standings(case)["council:ben"].statements == (1,)
